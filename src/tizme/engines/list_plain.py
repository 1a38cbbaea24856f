"""The list engine in plain Python: the yardstick for the others, for lists of some thousand rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from tizme.engines.list_table import quoted, write_query
from tizme.ports.list_engine import WEIGHT_UNIT, ListField, ListLevel, ListPlan, own_columns, radixes

Row = dict[str, Any]
Found = tuple[int, int, int, int]


def plain_pairs(rows: list[Row], plan: ListPlan, *, first_new: int = 0, least_weight: int) -> Iterator[Found]:
    """(left_seq, right_seq, pattern, weight), each pair once; ``rows`` hold every column and every key."""
    seen: set[tuple[int, int]] = set()
    numbers = radixes(plan)
    for at in range(len(plan.keys)):
        blocks: dict[int, list[Row]] = {}
        for row in rows:
            if row[f"k{at}"] is not None:
                blocks.setdefault(row[f"k{at}"], []).append(row)
        for members in blocks.values():
            for left, right in combinations(sorted(members, key=lambda row: int(row["seq"])), 2):
                tie = (left["seq"], right["seq"])
                if tie in seen or right["seq"] < first_new or left["apart"] == right["apart"]:
                    continue
                seen.add(tie)
                places = [_place(field, left, right) for field in plan.fields]
                weight = sum(
                    _weight(f.levels[p], left, right) for f, p in zip(plan.fields, places, strict=True)
                )
                if weight >= least_weight:
                    yield (*tie, sum(p * n for p, n in zip(places, numbers, strict=True)), weight)


def _place(field: ListField, left: Row, right: Row) -> int:
    return next(i for i, level in enumerate(field.levels) if _fits(level, left, right))


def _weight(level: ListLevel, left: Row, right: Row) -> int:
    return level.whole + (level.whole_share * min(left[level.bits], right[level.bits]) if level.bits else 0)


def _fits(level: ListLevel, left: Row, right: Row) -> bool:
    if level.when == "else":
        return True
    if level.same and (left[level.same] is None or left[level.same] != right[level.same]):
        return False
    if level.when == "near":
        return _near(level, left, right)
    if level.when == "shares":
        theirs = {right[column] for column in own_columns(level)} - {None}
        return sum(left[column] in theirs for column in own_columns(level)) >= level.least
    a, b = left[level.column], right[level.column]
    if level.when == "missing":
        return a is None or b is None
    if a is None or b is None:
        return False
    if level.when == "both":
        return True
    if level.when == "equal":
        return bool(a == b)
    if level.when == "crossed":
        return bool(a == right[level.other] and left[level.other] == b)
    if level.when == "short":
        return min(len(a), len(b)) == 1 and a[0] == b[0]
    return min(len(a), len(b)) >= level.least_length and Levenshtein.distance(a, b) <= level.within


def _near(level: ListLevel, left: Row, right: Row) -> bool:
    ends = [row[f"{level.column}_{end}"] for row in (left, right) for end in ("low", "high")]
    if None in ends:
        return False
    return bool(ends[0] <= ends[3] + level.within and ends[2] <= ends[1] + level.within)


class ListPlain:
    """The yardstick as an engine: the whole table in memory."""

    def pairs(self, table: str, plan: ListPlan, *, out: str, first_new: int, least_weight: int) -> None:
        """As ListEngine says."""
        import duckdb

        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        with duckdb.connect() as db:
            found = db.execute(f"SELECT * FROM '{quoted(Path(table))}'")  # noqa: S608
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
            pairs = list(plain_pairs(rows, plan, first_new=first_new, least_weight=least_weight))
            columns = ("left_seq", "right_seq", "pattern", "weight")
            db.register("made", {c: np.array([p[i] for p in pairs], np.int64) for i, c in enumerate(columns)})
            write_query(db, "SELECT * FROM made", folder / "all.parquet")


def explained(left: Row, right: Row, plan: ListPlan) -> tuple[tuple[str, str, float], ...]:
    """(field, code, bits) of a pair, as its weight was added up; for a waterfall."""
    found = []
    for field in plan.fields:
        level = field.levels[_place(field, left, right)]
        found.append((field.name, level.code, _weight(level, left, right) / WEIGHT_UNIT))
    return tuple(found)
