"""Gate: places of the gold texts that are found with the annotators' words."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tizme.places import find_demonyms, find_places
from tizme.text import normal_language

# Measured on the 12 gold texts: 80 of 85. The five missing name no place in their span ("there", "the
# district", "the company's Moscow office", a cemetery).
PLACES_FLOOR = 80
# Measured: 17 of 17.
CITIZENSHIPS_FLOOR = 17
_PLACE_PROPERTIES = {"origin", "residence", "birth_place", "body_repatriated.from"}


def _gold() -> list[tuple[dict, str]]:
    shared = Path(os.environ.get("TIZME_SHARED", Path(__file__).parents[3] / "shared"))
    files = sorted((shared / "gold").glob("*.json"))
    if not files:
        pytest.skip(f"no gold texts under {shared / 'gold'}; set TIZME_SHARED")
    return [
        (json.loads(f.read_text(encoding="utf-8")), f.with_suffix(".txt").read_text(encoding="utf-8"))
        for f in files
    ]


def _stems(words: str) -> set[str]:
    plain = re.sub(r"[\W_]+", " ", re.sub(r"[’‘ʻʼ`´]", "'", words.lower().replace("ё", "е")))
    return {w[: max(3, len(w) - 3)] for w in plain.split() if len(w) > 2} or {plain.strip()}


@pytest.mark.gate
def test_places_of_the_gold_texts_are_found_with_equal_stems() -> None:
    hits, all_of_them = 0, 0
    for gold, text in _gold():
        matches = find_places(text, lang=normal_language(gold["lang"], text))
        for claim in gold["claims"]:
            if claim["property"] in _PLACE_PROPERTIES or claim["property"].endswith(".place"):
                all_of_them += 1
                hits += any(
                    m.start < claim["end"]
                    and claim["start"] < m.stop
                    and _stems(m.nominative) & _stems(claim["value"])
                    for m in matches
                )
    assert hits >= PLACES_FLOOR, f"places of the gold texts: {hits} of {all_of_them}"


@pytest.mark.gate
def test_citizenships_of_the_gold_texts_are_found() -> None:
    hits, all_of_them = 0, 0
    for gold, text in _gold():
        found = find_demonyms(text, lang=normal_language(gold["lang"], text))
        for claim in gold["claims"]:
            if claim["property"] == "citizenship":
                all_of_them += 1
                hits += any(
                    d.start < claim["end"] and claim["start"] < d.stop and d.country == claim["value"]
                    for d in found
                )
    assert hits >= CITIZENSHIPS_FLOOR, f"citizenships of the gold texts: {hits} of {all_of_them}"
