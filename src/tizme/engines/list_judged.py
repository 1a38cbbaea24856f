"""What a human said of pairs of rows: read from a file, obeyed when rows are joined, learnt from."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tizme.link import refitted
from tizme.model import UnusableInput
from tizme.ports.list_engine import ListPlan, radixes

COLUMNS = ("left_list", "left_id", "right_list", "right_id", "verdict")
SAME, DIFFERENT = "same", "different"
# Above every weight that a plan can give: what a human joined is joined first.
SURE = 1 << 40
# Verdicts of either kind from which weights move by them, and how many verdicts the present weight of a
# level is worth: a few judgements must not undo what whole lists told.
LEAST_VERDICTS, HOLD = 10, 20.0

Row = tuple[str, str]  # (list, id)


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict on two rows; a later one on the same two stands."""

    left: Row
    right: Row
    same: bool


def read_judged(path: Path) -> tuple[Judged, ...]:
    """Verdicts from a CSV with the columns of COLUMNS.

    Raises:
        UnusableInput: the file is no such table, or a verdict is neither "same" nor "different".
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = list(csv.DictReader(lines, restval=""))
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(path), "save it as UTF-8 and run again") from error
    last: dict[frozenset[Row], Judged] = {}
    for number, row in enumerate(table, start=2):
        missing = [column for column in COLUMNS if not (row.get(column) or "").strip()]
        if missing:
            raise UnusableInput(
                f"no {', '.join(missing)}", f"{path}:{number}", f"give the columns {', '.join(COLUMNS)}"
            )
        left, right = (row["left_list"], row["left_id"]), (row["right_list"], row["right_id"])
        verdict = row["verdict"].strip().lower()
        if verdict not in {SAME, DIFFERENT} or left == right:
            raise UnusableInput(
                f"the verdict '{verdict}' on {left} and {right}", f"{path}:{number}",
                "write 'same' or 'different' of two rows",
            )  # fmt: skip
        last[frozenset((left, right))] = Judged(left, right, verdict == SAME)
    return tuple(last.values())


def judged_rows(
    judged: Sequence[Judged], place_of: Mapping[Row, int], *, where: str
) -> tuple[Any, Any, list[Judged]]:
    """Pairs judged same and judged different, each as (left, right) row numbers; verdicts on no row here.

    Raises:
        UnusableInput: no verdict is on rows that are here.
    """
    here = [one for one in judged if one.left in place_of and one.right in place_of]
    if judged and not here:
        raise UnusableInput(
            "none of the rows that were judged stands in these lists", where, "look at its list names and ids"
        )
    both = np.array([(place_of[one.left], place_of[one.right]) for one in here], np.int64).reshape(-1, 2)
    same = np.array([one.same for one in here], bool)
    absent = [one for one in judged if one.left not in place_of or one.right not in place_of]
    return (both[same, 0], both[same, 1]), (both[~same, 0], both[~same, 1]), absent


def plan_by_verdicts(db: Any, plan: ListPlan, same: Any, different: Any, *, rows: int) -> ListPlan | None:
    """The plan with weights moved by verdicts on pairs that were compared; None where there are too few.

    The prior stays: pairs that a human was shown are no sample of all pairs.

    Args:
        db: Holds ``found`` (left_seq, right_seq, pattern, weight).
        same, different: (left, right) row numbers, as `judged_rows` gives them.
    """
    ends = [np.sort(np.column_stack(pairs), axis=1) for pairs in (same, different)]
    both = np.concatenate(ends)
    verdicts = np.repeat([1, 0], [len(one) for one in ends])
    db.register("verdicts", {"left_seq": both[:, 0], "right_seq": both[:, 1], "same": verdicts})
    met = db.execute(
        "SELECT pattern, weight, same FROM found JOIN verdicts USING (left_seq, right_seq) "
        "ORDER BY left_seq, right_seq"
    ).fetchnumpy()
    db.unregister("verdicts")
    count = int(met["same"].sum())
    if min(count, len(met["same"]) - count) < LEAST_VERDICTS:
        return None
    return refitted(
        plan, met["pattern"], met["weight"], met["same"], rows=rows, hold=HOLD, held=frozenset({"prior"})
    )


def weight_shifts(patterns: Any, before: ListPlan, after: ListPlan) -> Any:
    """What a change of weights adds to a pair of each pattern; int64 (patterns,), in WEIGHT_UNIT."""
    shifts = np.zeros(len(patterns), np.int64)
    for old, new, radix in zip(before.fields, after.fields, radixes(before), strict=True):
        change = np.array([b.whole - a.whole for a, b in zip(old.levels, new.levels, strict=True)], np.int64)
        shifts += change[(np.asarray(patterns, np.int64) // radix) % len(change)]
    return shifts
