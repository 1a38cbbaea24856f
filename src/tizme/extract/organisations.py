"""Penal colonies and military units that a text names, whoever is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tizme.extract.annotate import Sentence, annotate
from tizme.extract.attributes import UNIT_WORDS
from tizme.extract.cues import Hit
from tizme.extract.spans import prison_span
from tizme.tables import rows

KINDS = ("prison", "military_unit")
_SOME_DAY = "2023-06-01"

_BREAKS = frozenset({",", ";", ".", "(", ")"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """A place of detention or a unit: ``kind`` is one of KINDS; ``name`` stands as it was written.

    Units that the tables call by a name have that name ("вагнеровцы": "Вагнер").
    """

    start: int
    stop: int
    kind: str
    name: str


def organisations(text: str, *, lang: str) -> tuple[Organisation, ...]:
    """Those that are named by a number, a place or a name of their own, left to right, none over another."""
    # A day without a year is known for one only where there is a year to fill in.
    sentences = annotate(text, lang=lang, published=_SOME_DAY, start=0, stop=len(text), boilerplate=())
    dated = [(d.start, d.stop) for sentence in sentences for d in (*sentence.dates, *sentence.durations)]
    told = [one for sentence in sentences for one in _named(sentence, text)]
    found = sorted((*told, *_numbered(text, lang, dated)), key=lambda one: (one.start, -one.stop))
    kept: list[Organisation] = []
    for one in found:
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    return tuple(kept)


def _named(sentence: Sentence, text: str) -> Iterator[Organisation]:
    for hit in sentence.hits:
        if hit.cue.kind == "prison":
            start, stop = prison_span(sentence, hit)
            if (start, stop) != (hit.start, hit.stop) or "weak" in hit.cue.flags:
                yield Organisation(start, stop, "prison", " ".join(text[start:stop].split()))
        elif hit.cue.kind == "unit" and hit.cue.value:
            yield Organisation(hit.start, hit.stop, "military_unit", hit.cue.value)
        elif hit.cue.kind == "unit":
            start, stop = _with_number(sentence, hit)
            if (start, stop) != (hit.start, hit.stop):
                yield Organisation(start, stop, "military_unit", " ".join(text[start:stop].split()))


def _with_number(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """ "115-й полк": the words from the number on, unless it is a date's."""
    words = sentence.words
    dates = [(d.start, d.stop) for d in (*sentence.dates, *sentence.durations)]
    for first in range(hit.first, max(-1, hit.first - UNIT_WORDS - 1), -1):
        if words[first].low in _BREAKS:
            break
        if words[first].kind == "number":
            at = words[first].start
            return (hit.start if _in_any(at, dates) else at), hit.stop
    return hit.start, hit.stop


def _numbered(text: str, lang: str, dates: Sequence[tuple[int, int]]) -> Iterator[Organisation]:
    """Words of tables/extract/organisations.csv with their number before or behind them."""
    for kind, pattern in _patterns().get(lang, ()):
        for match in pattern.finditer(text):
            at = match.start("before") if match["before"] else match.start("behind")
            if not _in_any(at, dates):
                name = " ".join(match.group().split())
                yield Organisation(match.start(), match.end(), kind, name)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in rows("extract/organisations.csv", "lang", "form", "kind"):
        if row["kind"] not in KINDS:
            raise row.error(f"'kind' must be one of: {', '.join(KINDS)}")
        forms = sorted(row["form"].split("|"), key=len, reverse=True)
        body = "|".join(r"\w*\s+".join(map(re.escape, form.split())) for form in forms)
        number = r"\d+(?:-[^\W\d]{1,5}\b|st|nd|rd|th|-)(?:\s+[^\W\d][\w'ʻ’-]*){0,4}?\s*"
        behind = r"\w*\s*(?:№|#|[Nn]o?\.?|-)?\s*(?P<behind>\d+)(?:/\d+)?"
        # The number stands behind ("в/ч 91704"), or before with its ending ("115-й полк", "7-колония").
        for form in (
            rf"(?<![\w])(?P<before>)(?:{body}){behind}(?![\w])",
            rf"(?<![\w.,-])(?P<before>{number})(?:{body})\w*(?P<behind>)",
        ):
            found.setdefault(row["lang"], []).append((row["kind"], re.compile(form, re.IGNORECASE)))
    return found


def _in_any(at: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < stop for start, stop in ranges)
