"""Log-linear results: the best model, averages over many, and the stepwise search with its bootstrap."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from tizme.estimate import kernel_loglinear as kernel
from tizme.estimate.designs import (
    MOST_LISTS_IN_FULL,
    Models,
    closure,
    default_order,
    design,
    hierarchical,
    name_of,
)
from tizme.estimate.loglinear import Fit, extended_fit, fit_all, profile
from tizme.estimate.result import Cells, Floats, Result, spread

BOOTSTRAPS = 1000
THRESHOLD = 0.02  # SparseMSE's own
_OCCAM = 1e-5  # models with less weight do not move an average's digits
_SPREAD = 400  # quantiles each model lends to the average


def _information(table: Floats, models: Models, seen: float, criterion: str) -> Floats:
    """The criterion of each model, inf where its estimate runs away or is not unique."""
    sizes = models.members.sum(axis=1)
    price = math.log(seen) if criterion == "bic" else 2.0
    value = price * sizes - 2.0 * table[:, 3]
    return np.where((table[:, 0] == kernel.FITTED) & np.isfinite(value), value, np.inf)


def models_for(cells: Cells, *, order: int | None = None, criterion: str = "bic") -> tuple[Models, Floats]:
    """Every hierarchical model up to five lists, those that a search passes above; and their fits."""
    order = default_order(cells.n_lists) if order is None else order
    if cells.n_lists <= MOST_LISTS_IN_FULL:
        models = hierarchical(cells.n_lists, order)
        return models, fit_all(models, cells.observed)
    return _searched(cells, order=order, criterion=criterion)


def _searched(cells: Cells, *, order: int, criterion: str) -> tuple[Models, Floats]:
    """From single lists by the best term added or dropped, as long as the criterion falls; all models met."""
    n = cells.n_lists
    terms = sorted(
        (t for t in range(2**n) if t.bit_count() <= order), key=lambda term: (term.bit_count(), -term)
    )
    place = {term: i for i, term in enumerate(terms)}
    here = np.array([t.bit_count() < 2 for t in terms])
    met: dict[bytes, NDArray[np.float64]] = {}

    def weigh(members: NDArray[np.bool_]) -> Floats:
        new = np.array([row for row in members if row.tobytes() not in met])
        if new.size:
            table = fit_all(Models(tuple(terms), new), cells.observed)
            met.update({row.tobytes(): found for row, found in zip(new, table, strict=True)})
        table = np.array([met[row.tobytes()] for row in members])
        return _information(table, Models(tuple(terms), members), cells.seen, criterion)

    value = float(weigh(here[None, :])[0])
    while True:
        near = _neighbours(here, terms, place, n)
        values = weigh(near)
        best = int(np.argmin(values))
        if not values[best] < value - 1e-9:
            break
        here, value = near[best], float(values[best])
    members = np.array([np.frombuffer(key, dtype=bool) for key in met])
    return Models(tuple(terms), members), np.array(list(met.values()))


def _neighbours(
    here: NDArray[np.bool_], terms: list[int], place: dict[int, int], n_lists: int
) -> NDArray[np.bool_]:
    """Hierarchical models one term away."""
    near = []
    for i, term in enumerate(terms):
        if term.bit_count() < 2:
            continue
        if here[i]:
            free = not any(
                here[k] and other != term and other & term == term for k, other in enumerate(terms)
            )
        else:
            free = all(
                here[place[term & ~(1 << j)]]
                for j in range(n_lists)
                if term >> j & 1 and term.bit_count() > 2
            )
        if free:
            changed = here.copy()
            changed[i] = not here[i]
            near.append(changed)
    return np.array(near)


def best_model(cells: Cells, *, criterion: str = "bic", order: int | None = None) -> Result:
    """The hierarchical model of the lowest criterion, with its profile likelihood interval."""
    models, table = models_for(cells, order=order, criterion=criterion)
    values = _information(table, models, cells.seen, criterion)
    for at in np.argsort(values)[:20]:
        if not np.isfinite(values[at]):
            break
        terms = models.of(int(at))
        found, there = extended_fit(design(terms, cells.n_lists), cells.observed)
        if there.exists and found.status == kernel.FITTED:
            settings = {
                "peer": "Rcapture closedpMS.t and closedpCI.t",
                "criterion": criterion,
                "largest_order": default_order(cells.n_lists) if order is None else order,
                "models": len(values),
                "model": name_of(terms, cells.n_lists),
            }
            return profiled(cells, design(terms, cells.n_lists), found, settings)
    return Result(None, None, None, {"criterion": criterion}, {}, {"exists": 0.0})


def profiled(cells: Cells, matrix: Floats, found: Fit, settings: dict[str, object]) -> Result:
    """A fitted model as a result: the Poisson estimate with the multinomial profile interval."""
    ends = profile(matrix, cells.observed, found.population)
    settings = {**settings, "estimate": "Poisson", "interval": "profile likelihood"}
    diagnostics = {
        "standard_error": found.standard_error,
        "deviance": found.deviance,
        "degrees_of_freedom": cells.observed.size - found.n_terms,
        "aic": found.aic,
        "bic": found.bic,
        "multinomial_estimate": ends.population,
        "interval_searched_to": ends.searched_to,
    }
    draws = None
    if ends.high is not None:
        z = ndtri((np.arange(4000) + 0.5) / 4000)
        draws = cells.seen + np.exp(found.constant + z * math.sqrt(max(found.variance, 0.0)))
    return Result(found.population, ends.low, ends.high, settings, diagnostics, {"exists": 1.0}, draws)


def averaged(cells: Cells, *, criterion: str = "bic", order: int | None = None) -> Result:
    """All models, each with the weight that its criterion gives it; the unseen lognormal within each."""
    models, table = models_for(cells, order=order, criterion=criterion)
    values = _information(table, models, cells.seen, criterion)
    if not np.isfinite(values).any():
        return Result(None, None, None, {"criterion": criterion}, {}, {"exists": 0.0})
    weight = np.exp(-0.5 * (values - values.min()))
    weight /= weight.sum()
    kept = np.flatnonzero(weight > _OCCAM)
    z = ndtri((np.arange(_SPREAD) + 0.5) / _SPREAD)
    spreads = np.minimum(
        table[kept, 4][:, None] + z * np.sqrt(np.maximum(table[kept, 2], 0.0))[:, None], 60.0
    )
    draws = spread(cells.seen + np.exp(spreads).ravel(), np.repeat(weight[kept], _SPREAD))
    middle, low, high = (float(v) for v in np.quantile(draws, [0.5, 0.025, 0.975]))
    order_of = np.argsort(weight)[::-1][:5]
    diagnostics = {
        "weighted_mean": float(
            cells.seen + (weight[kept] * np.exp(table[kept, 4])).sum() / weight[kept].sum()
        ),
        "best_models": [
            {
                "model": name_of(models.of(int(i)), cells.n_lists),
                "weight": float(weight[i]),
                "estimate": float(cells.seen + np.exp(table[i, 4])),
            }
            for i in order_of
        ],
        "not_estimable": int((table[:, 0] != kernel.FITTED).sum()),
    }
    settings = {
        "criterion": criterion,
        "largest_order": default_order(cells.n_lists) if order is None else order,
        "models": len(values),
        "estimate": "median of the average",
        "interval": "quantiles .025 and .975 of the average",
    }
    return Result(middle, low, high, settings, diagnostics, {"exists": 1.0}, draws)


def stepwise(
    cells: Cells, *, threshold: float = THRESHOLD, bootstraps: int = BOOTSTRAPS, seed: int = 1234
) -> Result:
    """SparseMSE's search: pairs by Poisson chances; BCa interval, the search repeated in each resample."""
    n, observed = cells.n_lists, cells.observed
    included = np.zeros((n, n), np.int64)
    status, constant, variance, _ = kernel.stepwise(observed, n, threshold, included)
    if status != kernel.FITTED:
        return Result(None, None, None, {"threshold": threshold}, {"status": int(status)}, {"exists": 0.0})
    estimate = cells.seen + math.exp(constant)
    pairs = [(cells.lists[i], cells.lists[j]) for i in range(n) for j in range(i + 1, n) if included[i, j]]
    low, high, repeats, used = _bca(
        observed, n, estimate, threshold=threshold, bootstraps=bootstraps, seed=seed
    )
    settings = {
        "peer": "SparseMSE estimatepopulation",
        "threshold": threshold,
        "bootstraps": bootstraps,
        "seed": seed,
        "interval": "BCa, the search repeated in each resample",
        "estimate": "extended maximum likelihood",
    }
    diagnostics = {
        "pairs": [list(pair) for pair in pairs],
        "bootstraps_used": used,
        "interval_without_search": [
            cells.seen + math.exp(constant - 1.96 * math.sqrt(variance)),
            cells.seen + math.exp(constant + 1.96 * math.sqrt(variance)),
        ],
    }
    return Result(
        estimate, low, high, settings, diagnostics, {"exists": 1.0}, spread(repeats) if used else None
    )


def _bca(
    observed: Floats, n_lists: int, estimate: float, *, threshold: float, bootstraps: int, seed: int
) -> tuple[float | None, float | None, Floats, int]:
    """Bias-corrected and accelerated ends (DiCiccio & Efron 1996, doi:10.1214/ss/1032280214)."""
    seen = observed.sum()
    rng = np.random.default_rng(seed)
    tables = rng.multinomial(int(seen), observed / seen, size=bootstraps).astype(np.float64)
    constants = np.empty(bootstraps)
    kernel.stepwise_many(tables, n_lists, threshold, constants)
    repeats = seen + np.exp(np.minimum(constants[np.isfinite(constants)], 600.0))
    taken = np.flatnonzero(observed > 0)
    fewer = np.repeat(observed[None, :], taken.size, axis=0)
    fewer[np.arange(taken.size), taken] -= 1.0
    without = np.empty(taken.size)
    kernel.stepwise_many(fewer, n_lists, threshold, without)
    without = seen - 1.0 + np.exp(np.minimum(without, 600.0))
    ok = np.isfinite(without)
    weight = observed[taken][ok]
    away = (weight * without[ok]).sum() / weight.sum() - without[ok]
    bottom = (weight * away**2).sum() ** 1.5
    pull = float((weight * away**3).sum() / (6.0 * bottom)) if bottom > 0 else 0.0
    below = float((repeats < estimate).mean()) if repeats.size else 0.0
    if not repeats.size or below in {0.0, 1.0}:
        return None, None, repeats, int(repeats.size)
    shift = float(ndtri(below))
    z = ndtri(np.array([0.025, 0.975])) + shift
    shares = ndtr(shift + z / (1.0 - pull * z))
    low, high = np.quantile(repeats, shares, method="median_unbiased")
    return float(low), float(high), repeats, int(repeats.size)


def independence(cells: Cells) -> Result:
    """Lists independent of each other, everybody alike: Rcapture's Mt."""
    matrix = design(closure([], cells.n_lists), cells.n_lists)
    found, there = extended_fit(matrix, cells.observed)
    settings: dict[str, object] = {
        "peer": "Rcapture closedp.t Mt",
        "model": name_of(closure([], cells.n_lists), cells.n_lists),
    }
    if not there.exists or found.status != kernel.FITTED:
        return Result(None, None, None, settings, {}, {"exists": 0.0})
    return profiled(cells, matrix, found, settings)
