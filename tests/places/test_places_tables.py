"""The gazetteer's tables hold together."""

from __future__ import annotations

from collections import Counter

from tizme.places.gazetteer import gazetteer
from tizme.places.spelling import key, one_script
from tizme.tables import rows, source_of
from tizme.tables.loader import table_root


def test_everything_lies_in_places_that_the_tables_hold() -> None:
    index = gazetteer()
    for place in index.places.values():
        assert set(place.admin) <= set(index.places), place.id


def test_districts_are_complete_for_central_asia() -> None:
    per_country = Counter(row["region"].split("-")[0] for row in rows("places/districts.csv", "region"))
    # KG 40 and 4 of Bishkek; UZ 175 as of 2024; TJ with cities that count as districts.
    assert per_country["KG"] == 44
    assert per_country["UZ"] >= 175
    assert per_country["TJ"] >= 60
    assert per_country["KZ"] >= 165
    assert per_country["TM"] >= 40


def test_no_two_places_share_an_id() -> None:
    ids = [
        row["id"]
        for table in ("countries", "areas", "regions", "districts", "cities", "fronts")
        for row in rows(f"places/{table}.csv", "id")
    ]
    assert [i for i, n in Counter(ids).items() if n > 1] == []


def test_every_table_names_its_source_and_geonames_is_credited() -> None:
    for path in (table_root() / "places").glob("*.csv"):
        assert source_of(f"places/{path.name}")
    assert "CC BY 4.0" in source_of("places/cities.csv")


def test_the_tables_stay_compact() -> None:
    assert sum(path.stat().st_size for path in (table_root() / "places").iterdir()) < 2_500_000


def test_one_name_in_two_scripts_has_one_key() -> None:
    pairs = [("Чортоқ", "Chortoq"), ("Восеъ", "Vose'"), ("Қашқадарё", "Qashqadaryo"), ("Фарғона", "Farg‘ona")]
    assert all(key(left) == key(right) for left, right in pairs)
    assert one_script("Сamarqand") == "Camarqand"
