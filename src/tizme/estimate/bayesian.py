"""The two Bayesian families as results: decomposable graphs, and latent classes."""

from __future__ import annotations

import numpy as np

from tizme.estimate.decomposable import (
    GraphPosterior,
    integer_grid,
    log_grid,
    posterior,
    quadrature_quantile,
    quantile,
)
from tizme.estimate.latent import LatentSettings, run_chains
from tizme.estimate.result import Cells, Result, ends, spread

CAP = 20.0  # times those seen, as users of dga and LCMCR set it
WIDER = 4.0  # the cap is quadrupled to see whether it mattered
NEAR = 0.9  # of the cap and above is near it


def graphs_on_integers(cells: Cells, *, cap: float = CAP, delta: float | None = None) -> Result:
    """Decomposable graphs on every whole number of unseen from 1 to the cap: dga's own grid."""
    grid = integer_grid(cells.seen, cap=cap)
    found = posterior(cells.counts, cells.n_lists, grid, delta=delta)
    settings = {
        "peer": "dga bma.cr",
        "grid": f"unseen 1..{int(grid[-1])}",
        "cap_times_seen": cap,
        "delta": 2.0**-cells.n_lists if delta is None else delta,
        "prior": "1/N, all decomposable graphs alike",
        "interval": "quantiles .025 and .975",
        "estimate": "posterior median",
    }
    return _graph_result(
        cells, found, settings, quantile(found, 0.5), quantile(found, 0.025), quantile(found, 0.975)
    )


def graphs_on_logs(
    cells: Cells, *, cap: float = CAP, delta: float | None = None, points: int = 600
) -> Result:
    """The same posterior by quadrature on a log-spaced grid: any number of people in a few milliseconds."""
    unseen, rule = log_grid(cells.seen, cap=cap, points=points)
    found = posterior(cells.counts, cells.n_lists, unseen, quadrature=rule, delta=delta)
    draws = spread(cells.seen + unseen, found.weight)
    settings = {
        "peer": "dga bma.cr",
        "grid": f"{unseen.size} nodes even in log(unseen + 1), trapezoid rule",
        "cap_times_seen": cap,
        "delta": 2.0**-cells.n_lists if delta is None else delta,
        "prior": "1/N, all decomposable graphs alike",
        "interval": "quantiles .025 and .975",
        "estimate": "posterior median",
    }
    middle, low, high = _quantiles(found)
    return _graph_result(cells, found, settings, middle, low, high, draws=draws)


def _quantiles(found: GraphPosterior) -> tuple[float, float, float]:
    middle, low, high = (quadrature_quantile(found, share) for share in (0.5, 0.025, 0.975))
    return middle, low, high


def _graph_result(
    cells: Cells,
    found: GraphPosterior,
    settings: dict[str, object],
    middle: float,
    low: float,
    high: float,
    *,
    draws: np.ndarray | None = None,
) -> Result:
    cap = float(settings["cap_times_seen"])  # type: ignore[arg-type]
    delta = float(settings["delta"])  # type: ignore[arg-type]
    unseen, rule = log_grid(cells.seen, cap=cap * WIDER)
    wide = posterior(cells.counts, cells.n_lists, unseen, quadrature=rule, delta=delta)
    wide_middle, _, wide_high = _quantiles(wide)
    narrow = found.weight[found.unseen >= NEAR * cap * cells.seen].sum()
    dark, wide_dark = max(middle - cells.seen, 1.0), max(wide_middle - cells.seen, 1.0)
    best = np.argsort(found.graph_weight)[::-1][:5]
    diagnostics = {
        "posterior_mean": float(cells.seen + (found.weight * found.unseen).sum()),
        "saturated_share": found.saturated,
        "graphs": len(found.graphs),
        "best_graphs": [
            {
                "edges": edges_named(int(found.graphs[i]), cells.lists),
                "posterior": float(found.graph_weight[i]),
            }
            for i in best
        ],
        "cap_quadrupled": {"estimate": wide_middle, "high95": wide_high},
    }
    measures = {
        "saturated_share": found.saturated,
        "near_cap_share": float(narrow),
        "cap_movement": abs(wide_middle - middle) / middle,
        "cap_movement_dark": abs(wide_dark - dark) / dark,
    }
    draws = spread(cells.seen + found.unseen, found.weight) if draws is None else draws
    return Result(middle, low, high, settings, diagnostics, measures, draws)


def edges_named(edges: int, lists: tuple[str, ...]) -> list[list[str]]:
    """Which lists a graph joins, by name."""
    pairs = [(i, j) for i in range(len(lists)) for j in range(i + 1, len(lists))]
    return [[lists[i], lists[j]] for at, (i, j) in enumerate(pairs) if edges >> at & 1]


def latent_classes(cells: Cells, settings: LatentSettings) -> Result:
    """Latent classes with lists independent within each, by Gibbs on the cells of the table."""
    run = run_chains(cells.counts, cells.n_lists, settings)
    inside = run.population[~np.isnan(run.population)]
    values = inside if inside.size else run.wide
    middle, low, high = ends(values)
    wide_middle, _, wide_high = ends(run.wide)
    told = {
        "peer": "LCMCR lcmCR" if (settings.on, settings.off) == (1.0, 1.0) else "",
        "classes": settings.classes,
        "a_alpha": settings.a_alpha,
        "b_alpha": settings.b_alpha,
        "chance_prior": [settings.on, settings.off],
        "cap_times_seen": settings.cap,
        "chains": settings.chains,
        "burn_in": settings.burn_in,
        "thin": settings.thin,
        "turns_a_chain": run.turns,
        "seed": settings.seed,
        "prior": "1/N",
        "interval": "quantiles .025 and .975",
        "estimate": "posterior median",
    }
    diagnostics = {
        "rhat": run.rhat,
        "ess": run.ess,
        "mcse": run.mcse[0],
        "mcse_low95": run.mcse[1],
        "mcse_high95": run.mcse[2],
        "posterior_mean": float(values.mean()),
        "all_classes_in_use": run.full,
        "cap_quadrupled": {"estimate": wide_middle, "high95": wide_high},
        "above_cap_share": float(1.0 - inside.size / run.population.size),
    }
    measures = {
        "rhat": run.rhat,
        "ess": run.ess,
        "near_cap_share": float((values >= cells.seen * (1.0 + NEAR * settings.cap)).mean()),
        "cap_movement": abs(wide_middle - middle) / middle,
    }
    return Result(middle, low, high, told, diagnostics, measures, spread(values), run.told)
