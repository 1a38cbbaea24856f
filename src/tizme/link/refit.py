"""Weights of a list plan moved towards what is known of pairs, from judgements or a list with its truth."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from tizme.ports.list_engine import WEIGHT_UNIT, ListPlan

Floats = np.ndarray[Any, np.dtype[np.float64]]
_STEPS = 30
_DONE_BITS = 1e-3
_PARTS = tuple(0.5**halved for halved in range(30))  # of a step, until one makes the fit better


def refitted(
    plan: ListPlan,
    patterns: Any,
    weights: Any,
    same: Any,
    *,
    rows: int,
    hold: float = 1.0,
    counted: Any = None,
    most_negative: Mapping[str, float] | None = None,
    held: frozenset[str] = frozenset(),
) -> ListPlan:
    """The plan with every level's weight, and the prior, moved by penalised logistic regression.

    Args:
        patterns, weights: Of pairs, as an engine gives them under ``plan``.
        same: 1 where a pair is one person, 0 where it is two.
        rows: Of the lists that the pairs come from.
        hold: How many pairs the present weight of a level is worth; for judgements, which are few, 20.
        counted: How often each pair counts; 1 where not given.
        held: Fields whose weights stay as they are; "prior" for the prior.
        most_negative: "field:code" -> the lowest weight, in bits, that the level may take.

    Raises:
        ValueError: no pair is one person, or none is two.
    """
    y = np.asarray(same, dtype=np.float64)
    times = np.ones(len(y)) if counted is None else np.asarray(counted, dtype=np.float64)
    if not 0 < y.mean() < 1:
        raise ValueError("pairs of one person and pairs of two are both needed to fit weights")
    places = _places(np.asarray(patterns, dtype=np.int64), plan)
    sizes = [len(field.levels) for field in plan.fields]
    prior = plan.prior_bits + math.log2(plan.prior_rows / max(rows, plan.least_rows))
    offset = (np.asarray(weights, dtype=np.float64) / WEIGHT_UNIT + prior) * math.log(2)
    moved = _newton(
        places, sizes, offset, y, times, hold, [*(f.name in held for f in plan.fields), "prior" in held]
    )
    return _moved(plan, moved / math.log(2), sizes, most_negative or {})


def _places(patterns: Any, plan: ListPlan) -> list[Any]:
    found = []
    for field in plan.fields:
        patterns, place = np.divmod(patterns, len(field.levels))
        found.append(place)
    return found


def _newton(
    places: list[Any],
    sizes: list[int],
    offset: Floats,
    y: Floats,
    times: Floats,
    hold: float,
    held: list[bool],
) -> Floats:
    starts = np.concatenate([[0], np.cumsum(sizes)])
    total = int(starts[-1]) + 1  # the last is the prior
    found = np.zeros(total)
    ridge = np.full(total, 0.25 * hold)
    ridge[-1] = 1e-6
    silent = [int(starts[f]) for f in range(len(sizes))]
    ridge[silent] = 1e9  # what is missing weighs nothing
    for f, fixed in enumerate(held):
        if fixed:
            ridge[int(starts[f]) : int(starts[f + 1]) if f < len(sizes) else None] = 1e9
    z, loss = _loss(found, places, starts, offset, y, times, ridge)
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(z, -40, 40)))
        curve = times * p * (1 - p)
        slope, bend = times * (p - y), np.zeros((total, total))
        gradient = ridge * found
        gradient[-1] += slope.sum()
        bend[-1, -1] = curve.sum()
        for f, place in enumerate(places):
            mine = slice(int(starts[f]), int(starts[f + 1]))
            gradient[mine] += np.bincount(place, slope, sizes[f])
            single = np.bincount(place, curve, sizes[f])
            bend[mine, -1] = bend[-1, mine] = single
            bend[mine, mine] = np.diag(single)
            for g in range(f):
                other = slice(int(starts[g]), int(starts[g + 1]))
                block = np.bincount(place * sizes[g] + places[g], curve, sizes[f] * sizes[g]).reshape(
                    sizes[f], sizes[g]
                )
                bend[mine, other], bend[other, mine] = block, block.T
        step = np.linalg.solve(bend + np.diag(ridge + 1e-6), gradient)
        # Where all pairs lie far on one side the curve is flat and a whole step leaps over the valley.
        for part in _PARTS:
            tried = found - part * step
            z, now = _loss(tried, places, starts, offset, y, times, ridge)
            if now <= loss:
                break
        else:
            break
        found, loss = tried, now
        if np.abs(part * step).max() < _DONE_BITS:
            break
    return found


def _loss(
    found: Floats, places: list[Any], starts: Any, offset: Floats, y: Floats, times: Floats, ridge: Floats
) -> tuple[Floats, float]:
    """(log odds of every pair, what the fit makes small)."""
    z = offset + found[-1]
    for f, place in enumerate(places):
        z = z + found[starts[f] + place]
    return z, float((times * (np.logaddexp(0.0, z) - y * z)).sum() + 0.5 * (ridge * found**2).sum())


def _moved(plan: ListPlan, bits: Floats, sizes: list[int], lowest: Mapping[str, float]) -> ListPlan:
    fields, start = [], 0
    for field, size in zip(plan.fields, sizes, strict=True):
        levels = []
        for i, level in enumerate(field.levels):
            weight = 0.0 if level.when == "missing" else level.weight + float(bits[start + i])
            levels.append(
                replace(level, weight=round(max(weight, lowest.get(f"{field.name}:{level.code}", -99.0)), 3))
            )
        fields.append(replace(field, levels=tuple(levels)))
        start += size
    return replace(plan, fields=tuple(fields), prior_bits=round(plan.prior_bits + float(bits[-1]), 3))
