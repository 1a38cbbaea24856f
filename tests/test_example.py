"""The example says what it claims to say: whoever reads expected.toml can trust it."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tizme.model import Fate, Interest, Polarity, SourceKind

EXAMPLE = Path(__file__).parents[1] / "examples" / "01_first_case"
SOURCES = EXAMPLE / "sources"
# What these hold is packed or encoded; the plain text they are made from is read instead.
PLAIN = {
    "06_autumn_brief.pdf": "brief.txt",
    "08_court_notice.docx": "court_notice.txt",
    "09_list.xlsx": "list.csv",
    "10_brothers_search.eml": "search.txt",
}
POLICIES = {"two-sources", "newsroom", "strict"}


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((EXAMPLE / name).read_text(encoding="utf-8"))


def words_of(name: str) -> str:
    path = EXAMPLE / "plain" / PLAIN[name] if name in PLAIN else SOURCES / name
    return path.read_text(encoding="utf-8")


def test_every_source_has_its_origin_and_grading():
    listed = toml("sources.toml")["source"]
    assert [entry["file"] for entry in listed] == sorted(path.name for path in SOURCES.iterdir())
    for entry in listed:
        assert SourceKind(entry["kind"])
        assert Interest(entry["interest"])
        assert entry["reliability"] in "ABCDEF"
        assert entry["credibility"] in range(1, 7)
        assert entry["origin"]
        assert entry["name"]


def test_the_packed_sources_are_made_from_the_plain_texts(tmp_path: Path):
    made = runpy.run_path(str(EXAMPLE / "make_sources.py"))
    made["main"].__globals__["SOURCES"] = tmp_path
    made["main"]()
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {name: (SOURCES / name).read_bytes() for name in written}
    assert written.keys() == PLAIN.keys() | {"13_cut_off.docx"}


@pytest.mark.parametrize("person", toml("expected.toml")["person"], ids=lambda person: person["key"])
def test_what_is_expected_of_a_person_stands_in_the_sources(person: dict[str, Any]):
    for record in person["records"]:
        assert record["name"] in words_of(record["file"])
        if "row" in record:
            rows = words_of(record["file"]).splitlines()
            assert record["name"] in rows[record["row"] - 3], "the header stands in row 3 of the sheet"
    assert person["fate"].keys() == POLICIES
    assert all(Fate(fate) for fate in person["fate"].values())
    for claim in person.get("claims", []):
        assert (SOURCES / claim["file"]).is_file()
        assert Polarity(claim.get("polarity", "affirmed"))


def test_the_words_that_must_stay_silent_stand_in_the_sources():
    for entry in toml("expected.toml")["silent"]:
        assert [words for words in entry["words"] if words not in words_of(entry["file"])] == []


def test_keys_that_must_stay_apart_are_persons_of_the_example():
    expected = toml("expected.toml")
    keys = [person["key"] for person in expected["person"]]
    assert len(set(keys)) == len(keys)
    assert [pair for pair in expected["apart"] if not set(pair["keys"]) <= set(keys)] == []


def test_the_same_family_name_is_written_in_three_alphabets_and_more():
    (qodirov,) = [person for person in toml("expected.toml")["person"] if person["key"] == "qodirov"]
    assert len({record["name"] for record in qodirov["records"]}) == 5
