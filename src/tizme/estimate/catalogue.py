"""Every model by its name, run on one dense table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
from scipy.special import ndtri

from tizme.estimate import bayesian, heterogeneity, searches
from tizme.estimate.decomposable import MOST_LISTS
from tizme.estimate.heterogeneity import BENDS
from tizme.estimate.latent import LatentSettings
from tizme.estimate.predictive import family_weights, foretold, graph_draws
from tizme.estimate.result import Cells, Floats, Result, ends
from tizme.estimate.rules import findings
from tizme.model import UnusableInput

POOLED = "pooled"
# The families that the headline mixes. Log-linear averages are left out: where hidden groups make the
# lists depend on each other they are wrong by a factor and sure of it (docs/evaluation/estimation.md).
FAMILIES = ("dga-log", "latent")
# Latent classes with LCMCR's own prior on a list's chance within a group, Beta(1, 1): the headline's middle,
# and its family where the chains of ``latent`` did not settle.
PLAIN = "lcmcr"
# In the headline's latent classes a list may hold next to nobody of a group: Beta(1/2, 1), the headline's
# ends. Beta(1, 1) thinks half and so takes groups that are hard to list for smaller than they are.
SHY = (0.5, 1.0)
# Every family that stands keeps at least this weight, so that luck in the counts silences neither.
FLOOR = 0.05
BENT = tuple(
    f"{kind}-{bend}" for kind in ("mh", "mth") for bend in ("chao", "poisson2", "darroch", "gamma3.5")
)
NAMES = (
    POOLED,
    "dga",
    "dga-log",
    "lcmcr",
    "latent",
    "loglinear-bic",
    "loglinear-average-bic",
    "loglinear-average-aic",
    "stepwise",
    "m0",
    "mt",
    *BENT,
    "chao",
    "coverage-independent",
    "coverage-high",
    "coverage-low",
)


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set for a whole run.

    Attributes:
        cap: Largest number of unseen, in times the seen.
        delta: Prior count of a cell for dga; None is 2**-lists.
    """

    cap: float = bayesian.CAP
    delta: float | None = None
    latent: LatentSettings = field(default_factory=LatentSettings)
    bootstraps: int = searches.BOOTSTRAPS
    order: int | None = None
    seed: int = 1234


def check_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, each a model; ``loglinear:[12,3]`` and ``loglinear:[12,3]+darroch`` name one of one's own.

    Raises:
        UnusableInput: there is no such model.
    """
    for name in names:
        own, _, bend = name.partition("+")
        if name not in NAMES and not (own.startswith("loglinear:[") and bend in {"", "chao", *BENDS}):
            raise UnusableInput(
                f"no model '{name}'",
                "--models",
                f"there are: {', '.join(NAMES)}, and loglinear:[12,3] (with +chao, "
                f"{', '.join(f'+{bend}' for bend in BENDS)})",
            )
    return names


def run_models(cells: Cells, names: tuple[str, ...], options: Options) -> dict[str, tuple[Result, float]]:
    """Model -> its result and the seconds it took. The headline reuses the families that ran for it."""
    import time

    warm()
    done: dict[str, tuple[Result, float]] = {}

    def result(name: str) -> Result:
        if name not in done:
            start = time.perf_counter()
            found = _pooled(cells, options, result) if name == POOLED else _run(name, cells, options)
            done[name] = (found, time.perf_counter() - start)
        return done[name][0]

    for name in sorted(names, key=lambda one: one == POOLED):
        result(name)
    return {name: done[name] for name in names}


@cache
def warm() -> None:
    """Load or compile every loop on a made table, so that a model's seconds are its own."""
    counts = np.array([0.0, 9.0, 8.0, 3.0, 7.0, 2.0, 3.0, 1.0])
    latent = LatentSettings(burn_in=2, thin=1, most=10, classes=2)
    options = Options(latent=latent, bootstraps=2)
    for name in NAMES:
        if name != POOLED:
            _run(name, Cells(("A", "B", "C"), counts), options)


def _run(name: str, cells: Cells, options: Options) -> Result:
    if name in {"dga", "dga-log"} and cells.n_lists > MOST_LISTS:
        return Result(None, None, None, {}, {}, {"lists_joined": float(cells.n_lists)})
    if cells.seen == 0:
        return Result(None, None, None, {}, {"not_run": "nobody was seen"}, {"exists": 0.0})
    if name.startswith("loglinear:["):
        model, _, bend = name.removeprefix("loglinear:").partition("+")
        return heterogeneity.bent(cells, "mt", bend, extra=model)
    if name in BENT:
        kind, _, bend = name.partition("-")
        return heterogeneity.bent(cells, kind, bend)
    return _RUNS[name](cells, options)


_RUNS: dict[str, Callable[[Cells, Options], Result]] = {
    "dga": lambda cells, o: bayesian.graphs_on_integers(cells, cap=o.cap, delta=o.delta),
    "dga-log": lambda cells, o: bayesian.graphs_on_logs(cells, cap=o.cap, delta=o.delta),
    "lcmcr": lambda cells, o: bayesian.latent_classes(cells, o.latent),
    "latent": lambda cells, o: bayesian.latent_classes(cells, replace(o.latent, on=SHY[0], off=SHY[1])),
    "loglinear-bic": lambda cells, o: searches.best_model(cells, order=o.order),
    "loglinear-average-bic": lambda cells, o: searches.averaged(cells, order=o.order),
    "loglinear-average-aic": lambda cells, o: searches.averaged(cells, criterion="aic", order=o.order),
    "stepwise": lambda cells, o: searches.stepwise(cells, bootstraps=o.bootstraps, seed=o.seed),
    "m0": lambda cells, _: heterogeneity.bent(cells, "m0", ""),
    "mt": lambda cells, _: heterogeneity.bent(cells, "mt", ""),
    "chao": lambda cells, _: heterogeneity.chao(cells),
    "coverage-independent": lambda cells, o: heterogeneity.covered(
        cells, "independent", bootstraps=o.bootstraps
    ),
    "coverage-high": lambda cells, o: heterogeneity.covered(cells, "high", bootstraps=o.bootstraps),
    "coverage-low": lambda cells, o: heterogeneity.covered(cells, "low", bootstraps=o.bootstraps),
}


def _pooled(cells: Cells, options: Options, result: Callable[[str], Result]) -> Result:
    """The mixture of the families that stand, each by how well it foretells people it has not seen.

    The middle of the interval is that of latent classes with LCMCR's prior, its ends are those of the
    wider prior (docs/decisions): where groups are mixed the one errs less and the other holds more often.
    """
    results = {name: result(name) for name in (*FAMILIES, PLAIN)}
    refused = {name: _refusals(name, found) for name, found in results.items()}
    stands = {name: not refused[name] and results[name].draws is not None for name in results}
    latent = "latent" if stands["latent"] or not stands[PLAIN] else PLAIN
    standing = [name for name in ("dga-log", latent) if stands[name]]
    settings = {
        "families": list(FAMILIES),
        "floor": FLOOR,
        "weights_by": "WAIC, Bayesian bootstrap over people",
        "middle_from": PLAIN if stands[PLAIN] else "latent",
    }
    diagnostics = {"refused": {name: codes for name, codes in refused.items() if codes}}
    measures = {"families_standing": float(len(standing))}
    if not standing:
        return Result(None, None, None, settings, diagnostics, measures)
    weights = _weights(cells, options, {name: results[name] for name in standing})
    draws = mixture([(results[name], weights[name]) for name in standing])
    if latent == "latent" and stands["latent"] and stands[PLAIN]:
        inner = mixture([(results[PLAIN if name == latent else name], weights[name]) for name in standing])
        draws = middle_of(inner, ends_of=draws)
    middle, low, high = ends(draws)
    return Result(middle, low, high, settings, {**diagnostics, "weights": weights}, measures, draws)


def _refusals(name: str, found: Result) -> list[str]:
    return [one.code for one in findings("model", found.measures, model=name) if one.severity == "refuse"]


def _weights(cells: Cells, options: Options, standing: Mapping[str, Result]) -> dict[str, float]:
    """Family -> its weight in the headline."""
    taken = np.flatnonzero(cells.counts[1:] > 0) + 1
    told = {}
    for name, found in standing.items():
        drawn = found.told
        if name == "dga-log":
            drawn = graph_draws(cells.counts, cells.n_lists, cap=options.cap, seed=options.seed)
        assert drawn is not None, "a family that stands can be weighed"
        told[name] = foretold(drawn)
    weights = family_weights(told, cells.counts[taken], seed=options.seed)
    return {name: FLOOR + (1.0 - FLOOR * len(weights)) * weight for name, weight in weights.items()}


def middle_of(inner: Floats, *, ends_of: Floats) -> Floats:
    """Quantiles that are those of ``inner`` at the median and of ``ends_of`` from the ends of 95 % outwards.

    Args:
        inner, ends_of: (n,) evenly spaced quantiles, increasing.
    """
    shares = (np.arange(inner.size) + 0.5) / inner.size
    nearness = np.maximum(0.0, 1.0 - np.abs(ndtri(shares)) / ndtri(0.975))
    return np.asarray(np.sort(nearness * inner + (1.0 - nearness) * ends_of))


def mixture(members: list[tuple[Result, float]]) -> np.ndarray:
    """Evenly spaced quantiles of a weighted mixture of results."""
    from tizme.estimate.result import spread

    values = np.concatenate([found.draws for found, _ in members if found.draws is not None])
    weight = np.concatenate(
        [np.full(found.draws.size, w / found.draws.size) for found, w in members if found.draws is not None]
    )
    return spread(values, weight)
