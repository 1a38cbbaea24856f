"""Rows of long lists joined into persons: the strongest pairs first, in compiled loops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numba
import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
_LARGEST_CHECKED = 4096  # pairs of rows between two groups; larger groups are left to a human


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What may forbid that two groups of rows are one person, by seq; -1 where a row does not say.

    Attributes:
        born_day: 1 where the birth date is known to the day, else 0.
    """

    born_low: Ints
    born_high: Ints
    born_day: Ints
    sex: Ints
    apart: Ints


def join_rows(
    left: Ints,
    right: Ints,
    weights: Ints,
    facts: RowFacts,
    *,
    rows: int,
    barred: tuple[Ints, Ints] | None = None,
    trumps: np.ndarray[Any, np.dtype[np.bool_]] | None = None,
) -> tuple[Ints, Ints]:
    """(group of every row, named after its first row; the least weight that holds each group together).

    Invariants: no group holds two rows of one clean list, of years of birth more than a year apart (but for a
    wrong digit), of two sexes, or that ``barred`` keeps apart. A row by itself has the largest
    weight there is.

    Args:
        left, right, weights: Pairs that may join; the strongest are joined first, ties by row.
        barred: Pairs of rows that may not stand in one group.
        trumps: Pairs that years of birth and sexes do not stop.
    """
    order = np.lexsort((right, left, -weights))
    bars = np.empty((0, 2), np.int64)
    if barred is not None and len(barred[0]):
        both = np.stack([np.concatenate(barred), np.concatenate(barred[::-1])], axis=1)
        bars = both[np.lexsort((both[:, 1], both[:, 0]))]
    over = np.zeros(len(left), np.bool_) if trumps is None else trumps
    group, least = _join(
        left[order], right[order], weights[order], over[order],
        facts.born_low, facts.born_high, facts.born_day, facts.sex, facts.apart,
        np.ascontiguousarray(bars[:, 0]), np.ascontiguousarray(bars[:, 1]), rows,
    )  # fmt: skip
    return group, least


@numba.njit(cache=True, nogil=True)
def _years_apart(low, high, other_low, other_high, to_the_day):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Whether years of birth lie more than one apart, and not by one wrong digit in two full dates."""
    if low < 0 or other_low < 0 or (low <= other_high + 1 and other_low <= high + 1):
        return False
    if not to_the_day:
        return True
    differing, a, b = 0, low, other_low
    for _ in range(4):
        if a % 10 != b % 10:
            differing += 1
        a //= 10
        b //= 10
    return differing > 1


@numba.njit(cache=True, nogil=True)
def _join(left, right, weights, over, low, high, day, sex, apart, bar_left, bar_right, rows):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, C901, PLR0912
    group = np.arange(rows)
    following = np.arange(rows)  # a ring of the rows of each group
    size = np.ones(rows, np.int64)
    least = np.full(rows, np.iinfo(np.int64).max)
    for i in range(len(left)):
        a, b = group[left[i]], group[right[i]]
        if a == b or size[a] * size[b] > _LARGEST_CHECKED:
            continue
        free = True
        x = a
        while free:
            y = b
            while free:
                if apart[x] == apart[y] or (
                    not over[i]
                    and (
                        _years_apart(low[x], high[x], low[y], high[y], day[x] + day[y] == 2)
                        or (sex[x] >= 0 and sex[y] >= 0 and sex[x] != sex[y])
                    )
                ):
                    free = False
                else:
                    at = np.searchsorted(bar_left, x)
                    while at < len(bar_left) and bar_left[at] == x:
                        if bar_right[at] == y:
                            free = False
                        at += 1
                y = following[y]
                if y == b:
                    break
            x = following[x]
            if x == a:
                break
        if not free:
            continue
        first, second = min(a, b), max(a, b)
        least[first] = min(least[a], least[b], weights[i])
        size[first] = size[a] + size[b]
        x = second
        while True:
            group[x] = first
            x = following[x]
            if x == second:
                break
        following[first], following[second] = following[second], following[first]
    return group, least
