"""Dates, sums, ages, places and citizenships: the share that is found in the annotators' words.

No scorer lies beside the data for these. A thing counts as found where one of ours overlaps the words that
the annotators marked and has their value; what we find besides is not counted against us, since the
annotators marked only what is said of a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.cli.measuring.shared import annotation_of, corpus_digest, gold_files, room_rule, text_of
from tizme.dates import find_ages, find_dates, find_money
from tizme.places import find_demonyms, find_places
from tizme.text import normal_language

_TIMES = {"date", "birth_date", "reported_date", "term", "duration"}
_SUMS = {"amount", "pay"}
_PLACES = {"origin", "residence", "birth_place", "body_repatriated.from"}
_STEM_CUT, _STEM_LEAST = 3, 3  # as bench/score_claims.py folds case endings


@dataclass(frozen=True, slots=True)
class Kind:
    """How many of one kind the annotators marked, and how many of these we found."""

    name: str
    marked: int
    found: int


@dataclass(frozen=True, slots=True)
class Missed:
    """One that was marked and not found, with its words."""

    file: str
    property: str
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class SpansMeasured:
    """One room's finds, measured."""

    rule: str
    corpus: str
    corpus_sha256: str
    kinds: tuple[Kind, ...]
    missed: tuple[Missed, ...]


Found = tuple[str, int, int, str]  # kind, start, stop, value
Finder = Callable[[str, dict[str, Any]], Iterator[Found]]


def measure_dates(shared: Path) -> SpansMeasured:
    """Dates and terms, sums of money, ages."""
    return _measured(shared, "dates", _times, _kind_of_time, _same_time)


def measure_places(shared: Path) -> SpansMeasured:
    """Places and citizenships."""
    return _measured(shared, "places", _places, _kind_of_place, _same_place)


def _measured(
    shared: Path,
    room: str,
    finder: Finder,
    kind_of: Callable[[str], str],
    same: Callable[[str, str, str], bool],
) -> SpansMeasured:
    marked: dict[str, int] = {}
    missed: list[tuple[str, Missed]] = []
    files = gold_files(shared)
    for path in files:
        gold = annotation_of(path)
        found = list(finder(text_of(path), gold))
        for claim in gold["claims"]:
            kind = kind_of(claim["property"])
            if not kind:
                continue
            marked[kind] = marked.get(kind, 0) + 1
            value = str(claim["value"])
            if not any(
                k == kind and start < claim["end"] and claim["start"] < stop and same(kind, own, value)
                for k, start, stop, own in found
            ):
                missed.append((kind, Missed(path.stem, claim["property"], value, claim["quote"])))
    kinds = [
        Kind(kind, count, count - sum(kind == other for other, _ in missed)) for kind, count in marked.items()
    ]
    return SpansMeasured(
        rule=room_rule(room), corpus=str(files[0].parent), corpus_sha256=corpus_digest(shared),
        kinds=tuple(sorted(kinds, key=lambda kind: -kind.marked)), missed=tuple(one for _, one in missed),
    )  # fmt: skip


def _times(text: str, gold: dict[str, Any]) -> Iterator[Found]:
    lang = gold["lang"]
    for date in find_dates(text, lang=lang, published=gold["doc_date"]):
        yield "dates and terms", date.start, date.stop, date.edtf
    for money in find_money(text, lang=lang):
        per = f"/{money.per}" if money.per else ""
        yield "sums of money", money.start, money.stop, f"{money.amount:.0f} {money.currency}{per}"
    for start, stop, years in find_ages(text, lang=lang):
        yield "ages", start, stop, years


def _kind_of_time(name: str) -> str:
    last = name.rpartition(".")[-1]
    if last in _TIMES:
        return "dates and terms"
    return "sums of money" if last in _SUMS else "ages" if last == "age" else ""


def _same_time(_kind: str, own: str, marked: str) -> bool:
    def bare(value: str) -> str:
        return value.split("|", maxsplit=1)[0].rstrip("~")

    return bare(own) == bare(marked)


def _places(text: str, gold: dict[str, Any]) -> Iterator[Found]:
    lang = normal_language(gold["lang"], text)
    for place in find_places(text, lang=lang):
        yield "places", place.start, place.stop, place.nominative
    for demonym in find_demonyms(text, lang=lang):
        yield "citizenships", demonym.start, demonym.stop, demonym.country


def _kind_of_place(name: str) -> str:
    if name == "citizenship":
        return "citizenships"
    return "places" if name in _PLACES or name.endswith(".place") else ""


def _same_place(kind: str, own: str, marked: str) -> bool:
    return own == marked if kind == "citizenships" else bool(_stems(own) & _stems(marked))


def _stems(words: str) -> set[str]:
    plain = re.sub(r"[\W_]+", " ", re.sub(r"[’‘ʻʼ`´]", "'", words.lower().replace("ё", "е")))
    cut = {word[: max(_STEM_LEAST, len(word) - _STEM_CUT)] for word in plain.split() if len(word) > 2}
    return cut or {plain.strip()}
