"""Results added up over parts of the people, and pooled over many ways the table may have been."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tizme.estimate.result import DRAWS, Floats, Result, ends, spread

_WORST = ("exists", "families_standing")  # the least counts
_MEAN = ("saturated_share", "near_cap_share", "cap_movement", "cap_movement_dark")


def added(results: Sequence[Result], *, seed: int = 1) -> Result:
    """One result for several parts: their draws independent of each other, added."""
    if len(results) == 1:
        return results[0]
    measures = _measures(results)
    settings = {**results[0].settings, "parts": len(results)}
    diagnostics = {"parts": [dict(found.diagnostics) for found in results]}
    if any(found.estimate is None or found.draws is None for found in results):
        if any(found.estimate is None for found in results):
            measures["exists"] = 0.0
        estimates = [found.estimate for found in results]
        total = None if None in estimates else float(sum(e for e in estimates if e is not None))
        return Result(total, None, None, settings, diagnostics, measures)
    rng = np.random.default_rng(seed)
    total_draws = np.zeros(DRAWS)
    for found in results:
        assert found.draws is not None, "checked above"
        total_draws += rng.permutation(found.draws)
    middle, low, high = ends(total_draws)
    return Result(middle, low, high, settings, diagnostics, measures, np.sort(total_draws))


def pooled(results: Sequence[Result]) -> tuple[Result, float]:
    """One result for several ways the table may have been, and the share of variance between them.

    Every way lends equally many draws of people in all, so the interval holds both doubts: that of the
    model on each table, and that of which table it is.
    """
    if len(results) == 1:
        return results[0], 0.0
    standing = [found for found in results if found.draws is not None and found.estimate is not None]
    measures = _measures(results)
    measures["exists"] = float(len(standing) > len(results) // 2)
    settings = {**results[0].settings, "tables": len(results)}
    if not standing:
        return Result(None, None, None, settings, {}, measures), 0.0
    draws = np.stack([found.draws for found in standing if found.draws is not None])
    share = between(draws)
    middle, low, high = ends(draws)
    diagnostics = {"tables_standing": len(standing), "variance_share": share}
    return Result(middle, low, high, settings, diagnostics, measures, spread(draws.ravel())), share


def between(draws: Floats) -> float:
    """Share of the variance (n_tables, n_draws) that lies between tables, on the logarithm."""
    logs = np.log(draws)
    within = logs.var(axis=1).mean()
    over = logs.mean(axis=1).var()
    return float(over / (within + over)) if within + over > 0 else 0.0


def _measures(results: Sequence[Result]) -> dict[str, float]:
    """What the rules look at, over several results: effective draws add up, R-hat is the middle one."""
    names = {name for found in results for name in found.measures}
    out: dict[str, float] = {}
    for name in names:
        values = [float(found.measures[name]) for found in results if name in found.measures]
        if name == "ess":
            out[name] = float(np.sum(values))
        elif name in _WORST:
            out[name] = min(values)
        elif name in _MEAN:
            out[name] = float(np.mean(values))
        else:
            out[name] = float(np.median(values))
    return out
