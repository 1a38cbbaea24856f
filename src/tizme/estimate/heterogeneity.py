"""Models in which some people are easier to list than others, and bounds that need no model of it.

Columns and names are those of Rcapture's closedp.t; sample coverage is that of CARE1.
Sources: Darroch et al. 1993, doi:10.1080/01621459.1993.10476387; Rivest 2011,
doi:10.1111/j.1541-0420.2011.01565.x; Chao 1987, doi:10.2307/2531532; Chao & Tsay 1998,
doi:10.1080/01621459.1998.10474109; Chao et al. 2001, doi:10.1002/sim.996.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tizme.estimate import kernel_loglinear as kernel
from tizme.estimate.designs import design, name_of, terms_of
from tizme.estimate.loglinear import Fit, extended_fit, log_interval
from tizme.estimate.result import Cells, Floats, Result, lognormal
from tizme.estimate.searches import profiled

BOOTSTRAPS = 1000

# How the chance of being on k lists bends away from independence, as a column of the design.
BENDS: dict[str, Callable[[Floats], Floats]] = {
    "darroch": lambda k: k**2 / 2.0,
    "poisson2": lambda k: 2.0**k - 1.0,
    "gamma3.5": lambda k: math.log(3.5) - np.log(3.5 + k),
}


def captures(n_lists: int) -> Floats:
    """(2**n_lists - 1,) on how many lists each cell is."""
    return np.array([cell.bit_count() for cell in range(1, 2**n_lists)], dtype=np.float64)


def base(kind: str, n_lists: int) -> Floats:
    """Constant and either one chance for all lists (m0, mh) or one for each (mt, mth)."""
    k = captures(n_lists)
    if kind in {"m0", "mh"}:
        return np.column_stack([np.ones_like(k), k])
    return design([0, *(1 << (n_lists - 1 - i) for i in range(n_lists))], n_lists)


def bent(cells: Cells, kind: str, bend: str, *, extra: str = "") -> Result:
    """Mh or Mth with a bend; with ``extra``, the terms of a model such as [12,3] instead of single lists."""
    k = captures(cells.n_lists)
    matrix = base(kind, cells.n_lists)
    named = f"{kind} {bend}" if bend else kind
    if extra:
        matrix = design(terms_of(extra, cells.n_lists), cells.n_lists)
        named = f"{name_of(terms_of(extra, cells.n_lists), cells.n_lists)} {bend}".strip()
    settings: dict[str, object] = {"peer": "Rcapture closedp.t and closedpCI.t", "model": named}
    if bend == "chao":
        found, matrix, dropped = _lower_bound(cells, matrix, k)
        settings["set_to_zero"] = dropped
    else:
        if bend:
            matrix = np.column_stack([matrix, BENDS[bend](k)])
        found, there = extended_fit(matrix, cells.observed)
        if not there.exists:
            return Result(None, None, None, settings, {"runs_to": str(there.runs_to)}, {"exists": 0.0})
    if found.status != kernel.FITTED or matrix.shape[1] > cells.observed.size:
        return Result(None, None, None, settings, {}, {"exists": 0.0})
    result = profiled(cells, matrix, found, settings)
    if bend and bend != "chao":
        result.diagnostics["bend"] = float(found.coefficients[-1])  # type: ignore[index]
    return result


def _lower_bound(cells: Cells, matrix: Floats, k: Floats) -> tuple[Fit, Floats, list[str]]:
    """Chao's bound as a log-linear model: bends below zero are set to zero, one by one."""
    first = matrix.shape[1]
    names = [f"eta{j}" for j in range(3, cells.n_lists + 1)]
    columns = [np.maximum(k - j + 1, 0.0) for j in range(3, cells.n_lists + 1)]
    dropped: list[str] = []
    while True:
        whole = np.column_stack([matrix, *columns])
        found, _ = extended_fit(whole, cells.observed)
        if found.status != kernel.FITTED or found.coefficients.size != whole.shape[1]:
            return found, whole, dropped
        below = np.flatnonzero(found.coefficients[first:] < 0)
        if not below.size:
            return found, whole, dropped
        at = int(below[0])
        dropped.append(names.pop(at))
        columns.pop(at)


def chao(cells: Cells) -> Result:
    """At least how many: from those on one list and those on two, whoever is hard to list."""
    k = captures(cells.n_lists)
    once, twice = float(cells.observed[k == 1].sum()), float(cells.observed[k == 2].sum())
    settings: dict[str, object] = {
        "formula": "(t - 1) f1^2 / (2 t f2)",
        "interval": "even in the logarithm of the unseen",
    }
    if twice == 0 or once == 0:
        return Result(
            None, None, None, settings, {"on_one_list": once, "on_two_lists": twice}, {"exists": 0.0}
        )
    share = (cells.n_lists - 1) / cells.n_lists
    unseen = share * once**2 / (2.0 * twice)
    ratio = once / twice
    variance = twice * (share * ratio**2 / 2 + share**2 * ratio**3 + share**2 * ratio**4 / 4)
    low, high = log_interval(cells.seen, unseen, math.sqrt(variance))
    diagnostics = {"on_one_list": once, "on_two_lists": twice, "standard_error": math.sqrt(variance)}
    draws = lognormal(cells.seen, low, cells.seen + unseen, high)
    return Result(cells.seen + unseen, low, high, settings, diagnostics, {"exists": 1.0}, draws)


def sample_coverage(counts: Floats, n_lists: int) -> float:
    """Share of the people in reach whom the lists cover, on average over the lists left out (0..1)."""
    return float(_coverage(counts[None, 1:], n_lists)[0][0])


def _coverage(tables: Floats, n_lists: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Coverage and CARE1's three estimates of each of ``tables`` (n, cells): Indep, HSC, LSC."""
    cell = np.arange(1, 2**n_lists)
    t = float(n_lists)
    bits = [(cell >> (n_lists - 1 - i) & 1).astype(bool) for i in range(n_lists)]
    alone = [tables[:, (1 << (n_lists - 1 - i)) - 1] for i in range(n_lists)]
    sizes = [tables[:, bits[i]].sum(axis=1) for i in range(n_lists)]
    seen = tables.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        cover = 1.0 - sum(alone[i] / sizes[i] for i in range(n_lists)) / t
        depth = seen - sum(alone) / t
        pair_weight, pair_ratio = [], []
        for i in range(n_lists):
            for j in range(i + 1, n_lists):
                only = tables[:, ((1 << (n_lists - 1 - i)) | (1 << (n_lists - 1 - j))) - 1]
                pair_weight.append(alone[i] + alone[j] + 2.0 * only)
                pair_ratio.append(tables[:, bits[i] & bits[j]].sum(axis=1) / (sizes[i] * sizes[j]))
        indep = depth / cover
        bottom = t * cover - sum(w * r for w, r in zip(pair_weight, pair_ratio, strict=True))
        high = (t * depth - sum(pair_weight)) / bottom
        high = np.where((bottom < 1e-4) | (high < seen), seen, high)

        def step(n: Floats) -> Floats:
            pull = sum(w * (n * r - 1.0) for w, r in zip(pair_weight, pair_ratio, strict=True))
            return np.asarray(indep + pull / (t * cover))

        low = step(step(indep))
    return np.asarray(cover), np.asarray(indep), np.asarray(high), low


def covered(cells: Cells, kind: str, *, bootstraps: int = BOOTSTRAPS, seed: int = 1234) -> Result:
    """One of CARE1's estimates: ``independent``, ``high`` (enough coverage) or ``low`` (one step)."""
    at = {"independent": 1, "high": 2, "low": 3}[kind]
    found = _coverage(cells.observed[None, :], cells.n_lists)
    cover, estimate = float(found[0][0]), float(found[at][0])
    settings: dict[str, object] = {
        "peer": f"CARE1 estN {({'independent': 'Indep', 'high': 'HSC', 'low': 'LSC'})[kind]}",
        "bootstraps": bootstraps,
        "seed": seed,
        "interval": "even in the logarithm of the unseen, bootstrap standard error",
    }
    if not math.isfinite(estimate) or estimate < cells.seen:
        return Result(None, None, None, settings, {"sample_coverage": cover}, {"exists": 0.0})
    total = max(round(estimate), cells.seen)
    rng = np.random.default_rng(seed)
    shares = np.append(cells.observed, total - cells.seen) / total
    tables = rng.multinomial(total, shares, size=bootstraps)[:, :-1].astype(np.float64)
    repeats = _coverage(tables, cells.n_lists)[at]
    error = float(np.std(repeats[np.isfinite(repeats)], ddof=1))
    low, high = log_interval(cells.seen, estimate - cells.seen, error)
    diagnostics = {"sample_coverage": cover, "standard_error": error}
    draws = lognormal(cells.seen, low, estimate, high)
    return Result(estimate, low, high, settings, diagnostics, {"exists": 1.0}, draws)
