"""The link engine in plain Python: for small cases, and the yardstick for the others.

What each ``when`` of a level means (the other engines say the same in SQL):

equal      both sides have the column, and the same value
alike      both have it, Jaro-Winkler similarity at least ``least``
shares     both lists hold at least one value in common
initial    both have it, one side is an initial, and their possible initials meet
near       both intervals are known, none wider than ``widest``, at most ``apart_at_most`` apart
missing    one side or both lack it: says nothing either way
else       everything that is left

``present`` asks further that one side has that column, or both with "both:" before it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from tizme.model import Pair
from tizme.ports import BlockingKey, Field, Level, LinkPlan, RecordFeatures

Columns = dict[str, object]


class PlainEngine:
    """Compares pair by pair. About 20,000 pairs a second."""

    def pairs(self, features: Iterable[RecordFeatures], plan: LinkPlan) -> tuple[Pair, ...]:
        """As LinkEngine says."""
        rows = sorted((_columns(one) for one in features), key=lambda row: str(row["id"]))
        found = [_pair(rows[i], rows[j], plan) for i, j in sorted(_candidates(rows, plan))]
        return tuple(pair for pair in found if pair.probability >= plan.keep)


def _columns(one: RecordFeatures) -> Columns:
    return {name: getattr(one, name) for name in RecordFeatures.__slots__}


def _candidates(rows: list[Columns], plan: LinkPlan) -> set[tuple[int, int]]:
    return {pair for key in plan.blocking for pair in _brought_together(rows, key)}


def _brought_together(rows: list[Columns], key: BlockingKey) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[object, ...], list[int]] = {}
    for i, row in enumerate(rows):
        values = tuple(row[column] for column in key.columns)
        if None not in values:
            blocks.setdefault(values, []).append(i)
    for members in blocks.values():
        for i, j in combinations(members, 2):
            if rows[i]["apart"] == rows[j]["apart"]:
                continue
            if not key.either or rows[i][key.either] or rows[j][key.either]:
                yield i, j


def _pair(left: Columns, right: Columns, plan: LinkPlan) -> Pair:
    bits = 0.0
    reasons = []
    for field in plan.fields:
        level = _level(field, left, right)
        if level.when != "missing":
            bits += math.log2(level.m / level.u)
            reasons.append(f"{field.name}:{level.code}")
        elif _has(left, level.column) or _has(right, level.column):
            reasons.append(f"{field.name}:{level.code}")
    bits = round(bits, 6)
    return Pair(
        left=str(left["id"]),
        right=str(right["id"]),
        weight_bits=bits,
        probability=probability_of(bits, prior=plan.prior),
        reasons=tuple(reasons),
    )


def probability_of(weight_bits: float, *, prior: float) -> float:
    """Chance that a pair is one person, rounded to 6 decimals."""
    bits = weight_bits + math.log2(prior / (1 - prior))
    return round(1 / (1 + 2 ** -max(-60.0, min(60.0, bits))), 6)


def _level(field: Field, left: Columns, right: Columns) -> Level:
    return next(level for level in field.levels if _fits(level, left, right))


def _has(row: Columns, column: str) -> bool:
    value = row[column]
    return value is not None and value != ()


def _fits(level: Level, left: Columns, right: Columns) -> bool:
    if level.when == "else":
        return True
    if level.when == "missing":
        return not (_has(left, level.column) and _has(right, level.column))
    if level.when == "near":
        return _near(level, left, right) and _present(level, left, right)
    if not (_has(left, level.column) and _has(right, level.column) and _present(level, left, right)):
        return False
    return _agree(level, left, right)


def _agree(level: Level, left: Columns, right: Columns) -> bool:
    a, b = left[level.column], right[level.column]
    if level.when == "equal":
        return a == b
    if level.when == "alike":
        return JaroWinkler.similarity(str(a), str(b)) >= level.least
    if level.when == "shares":
        return _meet(a, b)
    short = bool(left[f"{level.column}_short"] or right[f"{level.column}_short"])
    return short and _meet(left[f"{level.column}_initials"], right[f"{level.column}_initials"])


def _meet(a: object, b: object) -> bool:
    assert isinstance(a, tuple)
    assert isinstance(b, tuple)
    return not set(a).isdisjoint(b)


def _present(level: Level, left: Columns, right: Columns) -> bool:
    if not level.present:
        return True
    both, _, column = level.present.rpartition(":")
    sides = (_has(left, column), _has(right, column))
    return all(sides) if both else any(sides)


def _near(level: Level, left: Columns, right: Columns) -> bool:
    bounds = [row[f"{level.column}_{end}"] for row in (left, right) for end in ("low", "high")]
    lows = [bound for bound in bounds[0::2] if isinstance(bound, int)]
    highs = [bound for bound in bounds[1::2] if isinstance(bound, int)]
    if len(lows) < 2 or len(highs) < 2:
        return False
    if level.widest is not None and any(h - low > level.widest for low, h in zip(lows, highs, strict=True)):
        return False
    return max(lows) - min(highs) <= level.apart_at_most
