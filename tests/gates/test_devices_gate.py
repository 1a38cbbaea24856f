"""Devices of telling, each as one short text in eight variants: whose word the one marked claim is.

The floors lie a little below what was reached (docs/evaluation/extraction.md). A claim that is not found counts for
nothing; one that is found with another class, or with two, is wrong.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tizme.extract import extract_text

BOOKS = Path(__file__).parent / "evidence" / "devices"
# book: claims that must have the marked class.
FLOORS = {
    "fates": 186, "on_people": 71, "on_offices": 65, "courts": 74, "lists": 70, "funerals": 61, "prisoners": 61,
}  # fmt: skip


def _rows(book: str) -> list[dict[str, str]]:
    with (BOOKS / f"{book}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _is_right(row: dict[str, str]) -> bool:
    text = row["text"].replace("\\n", "\n")
    found = extract_text(text, lang=row["lang"], published="2025-03-20")
    return {c.evidence.value for c in found.claims if c.property == row["property"]} == {row["evidence"]}


@pytest.mark.parametrize("book", FLOORS)
def test_devices_of_telling_keep_their_class(book: str) -> None:
    right = sum(map(_is_right, _rows(book)))
    assert right >= FLOORS[book], f"{right} right in {book}: a rule or a word lost what it had"


@pytest.mark.parametrize("book", FLOORS)
def test_every_device_stands_in_all_eight_variants(book: str) -> None:
    variants: dict[str, set[str]] = {}
    for row in _rows(book):
        variants.setdefault(row["device"], set()).add(row["lang"])
    assert {len(langs) for langs in variants.values()} == {8}
