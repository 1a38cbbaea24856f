"""What the rules look at besides a model's own run: the table, and all models side by side."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tizme.estimate import kernel_loglinear as kernel
from tizme.estimate.bayesian import CAP
from tizme.estimate.decomposable import MOST_LISTS, log_grid, posterior, quadrature_quantile
from tizme.estimate.heterogeneity import BENDS, base, captures, sample_coverage
from tizme.estimate.loglinear import fit
from tizme.estimate.result import Cells, Floats
from tizme.estimate.strata import Part, empty_list_strata, missing_people
from tizme.model import CountsTable, ModelAnswer

# Models whose unseen are compared; the others are baselines, floors or repeat one of these.
COMPARED = ("dga", "dga-log", "lcmcr", "latent", "loglinear-average-bic", "mth-darroch")
_MOST_CHANGES = 40


def of_table(table: CountsTable, parts: tuple[Part, ...]) -> dict[str, float]:
    """Measures of the counts themselves; over several parts the worst."""
    each = [_of_cells(part.cells) for part in parts]
    names = {name for measures in each for name in measures}
    worst = {
        name: (min if name in {"lists", "people_seen", "overlapping_people", "sample_coverage"} else max)(
            measures[name] for measures in each if name in measures
        )
        for name in names
    }
    worst["held_back_share"] = table.held_back / max(table.held_back + table.seen, 1)
    if table.stratum_columns:
        worst["empty_list_strata"] = float(empty_list_strata(table))
        worst["missing_stratum_share"] = missing_people(table) / max(table.seen, 1)
    return worst


def _of_cells(cells: Cells) -> dict[str, float]:
    k = captures(cells.n_lists)
    found = {
        "lists": float(_distinct_lists(cells)),
        "people_seen": float(cells.seen),
        "overlapping_people": float(cells.observed[k >= 2].sum()),
    }
    if (cells.sizes() > 0).all() and cells.n_lists >= 2:
        found["sample_coverage"] = sample_coverage(cells.counts, cells.n_lists)
    alone = 0
    for i in range(cells.n_lists):
        members = cells.members(i)[1:]
        alone += bool(cells.observed[members].sum() > 0 and cells.observed[members & (k >= 2)].sum() == 0)
    found["lists_without_overlap"] = float(alone)
    if cells.n_lists >= 3:
        found["heterogeneity_gain"] = heterogeneity_gain(cells)
    return found


def _distinct_lists(cells: Cells) -> int:
    """Lists that hold somebody; two that hold the very same people tell no more than one."""
    taken = cells.counts > 0
    held = {tuple(cells.members(i)[taken]) for i in range(cells.n_lists)}
    return sum(any(members) for members in held)


def heterogeneity_gain(cells: Cells) -> float:
    """Deviance gained when people may differ in how easily they are listed; 0 where it bends inwards."""
    plain = base("mt", cells.n_lists)
    bent = np.column_stack([plain, BENDS["darroch"](captures(cells.n_lists))])
    without, with_bend = fit(plain, cells.observed), fit(bent, cells.observed)
    if without.status != kernel.FITTED or with_bend.status != kernel.FITTED:
        return 0.0
    return float(without.deviance - with_bend.deviance) if with_bend.coefficients[-1] > 0 else 0.0


def disagreement(models: Mapping[str, ModelAnswer], seen: int) -> float:
    """The largest number of unseen over the smallest, among the models that are compared and stand."""
    dark = [
        max(models[name].estimate - seen, 0.5)  # type: ignore[operator]
        for name in COMPARED
        if name in models and models[name].estimate is not None
    ]
    return max(dark) / min(dark) if len(dark) > 1 else 1.0


def one_record_movement(cells: Cells) -> float:
    """Largest move of the unseen, as a share, when one person is added to or taken from one overlap."""
    if not 3 <= cells.n_lists <= MOST_LISTS or cells.seen == 0:
        return 0.0
    k = captures(cells.n_lists)
    overlaps = np.flatnonzero(k >= 2) + 1
    # Small cells move it most; all of them are tried where they are few.
    order = overlaps[np.argsort(cells.counts[overlaps], kind="stable")]
    before = _dark(cells.counts, cells.n_lists)
    moves = []
    for cell in order[: _MOST_CHANGES // 2]:
        for change in (1.0, -1.0):
            if cells.counts[cell] + change >= 0:
                changed = cells.counts.copy()
                changed[cell] += change
                moves.append(abs(_dark(changed, cells.n_lists) / before - 1.0))
    return max(moves, default=0.0)


def _dark(counts: Floats, n_lists: int) -> float:
    seen = int(counts[1:].sum())
    unseen, rule = log_grid(seen, cap=CAP, points=200)
    return max(quadrature_quantile(posterior(counts, n_lists, unseen, quadrature=rule), 0.5) - seen, 1.0)
