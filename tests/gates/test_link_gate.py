"""Gate: linkage of the first persons of the synthetic list, and of two small lists that others made."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pytest

from tizme.cli.measuring import LinkMeasured, find_shared, measure_link, measure_long_lists
from tizme.cli.measuring.synthetic import write_records
from tizme.cli.measuring.tell import tell_long_lists
from tizme.model import UnusableInput

RECORDS_SHA256 = "a15b645e12a35034"  # its first 16 digits
PERSONS = 3_000
# list -> (pair F1, cluster F1), a little below what was measured; docs/evaluation/linking.md.
FLOORS = {"records_1m": (0.97, 0.965), "FEBRL 3": (0.94, 0.92), "fake_1000": (0.74, 0.73)}

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def measured() -> LinkMeasured:
    try:
        found = measure_link(find_shared(), persons=PERSONS, peers=False)
    except UnusableInput as error:
        pytest.skip(str(error))
    if not found.lists[0].source_sha256.startswith(RECORDS_SHA256):
        pytest.skip(f"the floors are for {RECORDS_SHA256}, this is {found.lists[0].source_sha256[:16]}")
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_pairs_and_clusters_stay_above_their_floors(measured: LinkMeasured, name: str):
    ours = next(one for one in measured.lists if one.name.startswith(name)).methods[0]
    pair_floor, cluster_floor = FLOORS[name]
    assert not ours.failed
    assert ours.pair_f1 >= pair_floor, ours
    assert ours.cluster_f1 >= cluster_floor, ours


def test_a_made_list_and_one_of_a_tenth_are_timed_in_one_run(monkeypatch: pytest.MonkeyPatch):
    def write(_shared: Path, out: Path, *, count: int, columns: tuple[str, ...]) -> None:
        assert columns == ("id", "lang", "name", "born", "place")
        made = "SELECT i AS id, 'ru' AS lang, 'Токоев Айбек' AS name, '1990' AS born, 'Ош' AS place"
        with duckdb.connect() as db:
            db.execute(f"COPY ({made} FROM range({count}) t(i)) TO '{out}'")

    monkeypatch.setattr("tizme.cli.measuring.long_lists.write_records", write)
    told = measure_long_lists(Path(), records=40)
    assert (told.short.records, told.long.records, told.short.failed) == (4, 40, "")
    assert (told.short.pairs, told.long.pairs) == (4 * 3 / 2, 40 * 39 / 2)
    assert told.ratio == pytest.approx(told.long.seconds / told.short.seconds)
    assert "40 " in tell_long_lists(told)
    assert f"{told.ratio:.1f} times the seconds for 10 times the records" in tell_long_lists(told)


def test_making_people_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UnusableInput, match="tizme\\[bench\\]"):
        write_records(tmp_path, tmp_path / "made.parquet", count=10, columns=("id",))
