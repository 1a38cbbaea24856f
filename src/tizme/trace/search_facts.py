"""Rows found by what is known beside a name: a day of birth, a village, a call sign, a mother's name."""

from __future__ import annotations

from typing import Any

import numpy as np

from tizme.trace.evidence_columns import Chain
from tizme.trace.evidence_kin import Kin, same_form
from tizme.trace.evidence_rows import MARKS, Known, evidence_bits, mark_code, place_code_of
from tizme.trace.search import Matches
from tizme.trace.segment import Array, Segment

_MOST = 300
# A year of birth, a region or a common unit alone is borne by thousands: below this nobody is shown.
_LEAST_BITS = 5.5


def search_facts(segment: Segment, known: Known) -> Matches:
    """The rows for which most speaks beside their names, best first; the names' own bits are 0."""
    bits = _births(segment, known)
    for column, mine in (("home", known.home), ("seen", known.seen)):
        if mine:
            weighed = [_place(column, mine, told) for told in segment.interned["places"]]
            bits += _by_number(segment, column, weighed)
    for column, kind in MARKS:
        if form := getattr(known, column):
            agree = evidence_bits()[f"{mark_code(column)}:agree"]
            alike = [agree * same_form(form, other) for _, other in segment.interned[kind]]
            bits += _by_number(segment, column, alike)
    if known.kin and len(segment.kin):
        bits += _kin(segment, known.kin)
    rows = np.flatnonzero(bits >= _LEAST_BITS)
    rows = rows[np.argsort(-bits[rows], kind="stable")][:_MOST]
    found = np.searchsorted(segment.row_of, rows).astype(np.int32)
    return Matches(found, np.zeros(len(found)), np.zeros((len(found), 3), np.int32))


def _births(segment: Segment, known: Known) -> Array:
    bits = np.zeros(segment.n_rows, np.float32)
    weigh = evidence_bits()
    low, high = (known.birth.low, known.birth.high) if known.birth.low else (known.low, known.high)
    if low:
        fits = (segment.born_low > 0) & (segment.born_low <= high) & (segment.born_high >= low)
        bits[fits] = weigh["born:same-year"] if known.birth.low else weigh["age:fits"]
    if known.birth.day:
        bits[segment.born_day == known.birth.day] = weigh["born:same-day"]
        bits[(segment.born_day > 0) & (segment.born_day != known.birth.day)] = 0
    return bits


def _by_number(segment: Segment, column: str, weighed: list[float]) -> Array:
    """Bits of each row by the number that it holds in a column of interned words."""
    table = np.array([*weighed, 0.0], np.float32)  # -1 reaches the last
    return np.asarray(table[getattr(segment, column)])


def _place(column: str, mine: tuple[Chain, ...], told: list[Any]) -> float:
    code = place_code_of(column, mine, tuple(map(tuple, told[1])))
    return max(0.0, evidence_bits()[code]) if code else 0.0


def _kin(segment: Segment, kin: Kin) -> Array:
    numbers = [
        n for n, (_, form) in enumerate(segment.interned["kin"]) if any(same_form(form, f) for _, f in kin)
    ]
    found = np.isin(segment.kin, numbers).any(axis=1)
    return np.asarray(found * np.float32(evidence_bits()["kin:same-name"]))
