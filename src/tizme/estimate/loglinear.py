"""Log-linear models: fits, the search for one, averages over many, and their intervals.

The dark figure is the exponential of the constant. Points and profile intervals are those of the R
package Rcapture (closedp.t, closedpCI.t, closedpMS.t), the stepwise search that of SparseMSE.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tizme.estimate import kernel_loglinear as kernel
from tizme.estimate.designs import Existence, Models, design, existence

Floats = NDArray[np.float64]

# Where the likelihood falls by this, the profile interval ends: half the .95 quantile of chi-square, 1 df.
_FALL = 3.841458820694124 / 2
_FARTHEST = 50.0
_NORMAL_95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Fit:
    """One model fitted to one table (cells 1, 2, ...)."""

    status: int  # kernel.FITTED and its sisters
    constant: float
    variance: float
    deviance: float
    likelihood: float
    fitted: Floats
    n_terms: int
    n_seen: float
    coefficients: Floats

    @property
    def unseen(self) -> float:
        return math.exp(min(self.constant, 600.0))

    @property
    def population(self) -> float:
        return self.n_seen + self.unseen

    @property
    def aic(self) -> float:
        return 2.0 * self.n_terms - 2.0 * self.likelihood

    @property
    def bic(self) -> float:
        """With the number of people seen, as Rcapture has it."""
        return math.log(self.n_seen) * self.n_terms - 2.0 * self.likelihood

    @property
    def standard_error(self) -> float:
        return math.sqrt(self.unseen + self.unseen**2 * self.variance)


def fit(matrix: Floats, counts: Floats, *, alive: NDArray[np.bool_] | None = None) -> Fit:
    """Fit one design to the counts of cells 1, 2, ... (a Poisson log-linear model)."""
    alive = np.ones(counts.size, dtype=bool) if alive is None else alive
    coefficients, fitted = np.empty(matrix.shape[1]), np.empty(counts.size)
    offset = np.zeros(counts.size)
    status, deviance, variance, likelihood = kernel.fit(
        np.ascontiguousarray(matrix), counts, alive, offset, coefficients, fitted
    )
    return Fit(
        int(status),
        float(coefficients[0]),
        variance,
        deviance,
        likelihood,
        fitted,
        matrix.shape[1],
        float(counts.sum()),
        coefficients,
    )


def extended_fit(matrix: Floats, counts: Floats) -> tuple[Fit, Existence]:
    """The fit in the extended sense: cells that the likelihood drives to zero leave it.

    Where they do, the fit is written in a basis of what is left, turned so that its first coefficient
    is the logarithm of the unseen; that needs the unseen to be determined (`Existence.exists`).
    """
    found = existence(matrix, counts)
    if not found.exists or (found.on_face.all() and found.full_rank):
        return fit(matrix, counts), found
    kept = matrix[found.on_face]
    _, singular, right = np.linalg.svd(kept, full_matrices=False)
    basis = right[singular > singular[0] * 1e-10]
    turned, _ = np.linalg.qr(np.column_stack([basis[:, 0], np.eye(basis.shape[0])]))
    turned *= np.sign(turned[:, 0] @ basis[:, 0])
    smaller = fit(kept @ basis.T @ turned, counts[found.on_face])
    fitted = np.zeros(counts.size)
    fitted[found.on_face] = smaller.fitted
    # Parameters at minus infinity count as parameters: they were free to be anything.
    return replace(smaller, fitted=fitted, n_terms=int(np.linalg.matrix_rank(matrix))), found


def fit_terms(terms: Sequence[int], counts: Floats, n_lists: int) -> Fit:
    return fit(design(terms, n_lists), counts)


def fit_all(models: Models, counts: Floats) -> Floats:
    """(n_models, 5): status, deviance, variance of the constant, log likelihood, constant."""
    out = np.empty((models.members.shape[0], 5))
    kernel.fit_models(np.array(models.terms, dtype=np.int64), models.members, counts, out)
    return out


@dataclass(frozen=True, slots=True)
class Profile:
    """Where the multinomial profile likelihood is highest and where it has fallen too far (or None)."""

    population: float
    low: float
    high: float | None
    searched_to: float


def profile(matrix: Floats, counts: Floats, population: float, *, reach: float = 3.0) -> Profile:
    """The profile likelihood interval of closedpCI.t: cell 0 is set, the model is fitted again.

    Args:
        population: The Poisson estimate; the search goes up to ``reach`` times as far.

    Source: Cormack 1992, doi:10.2307/2532310.
    """
    from scipy.optimize import brentq, minimize_scalar

    n = float(counts.sum())
    constant = np.zeros((1, matrix.shape[1]))
    constant[0, 0] = 1.0
    taller = np.ascontiguousarray(np.vstack([matrix, constant]))

    def likelihood(total: float) -> float:
        unseen = total - n
        found = fit(taller, np.append(counts, unseen))
        return -(found.deviance - 2.0 * _correction(unseen, total)) / 2.0

    best = minimize_scalar(
        lambda total: -likelihood(total),
        bounds=(n, reach * population),
        method="bounded",
        options={"xatol": 1e-4},
    )
    peak, level = float(best.x), -float(best.fun) - _FALL
    low, high = n, None
    if likelihood(n) < level:
        low = float(brentq(lambda total: likelihood(total) - level, n, peak, xtol=1e-4))
    top = reach * population
    # closedpCI.t stops here and prints ">top"; an end further out is still an end.
    while likelihood(top) >= level and top < _FARTHEST * population:
        top *= 2.0
    if likelihood(top) < level:
        high = float(brentq(lambda total: likelihood(total) - level, peak, top, xtol=1e-4))
    return Profile(peak, low, high, top)


def _correction(unseen: float, total: float) -> float:
    """What turns the Poisson into the multinomial likelihood, in the approximations of Rcapture."""
    if total > 100:
        if unseen in {0.0, 1.0}:
            return -total + 0.5 * math.log(2.0 * math.pi * total)
        return unseen - total - 0.5 * math.log(max(unseen, 1e-300) / total)
    power = unseen * math.log(unseen) if unseen > 0 else 0.0
    return power + math.lgamma(total + 1.0) - total * math.log(total) - math.lgamma(unseen + 1.0)


def log_interval(n_seen: float, unseen: float, standard_error: float) -> tuple[float, float]:
    """The interval that is even in the logarithm of the unseen (Chao 1987, doi:10.2307/2531532)."""
    if unseen <= 0:
        return n_seen, n_seen
    factor = math.exp(_NORMAL_95 * math.sqrt(math.log1p((standard_error / unseen) ** 2)))
    return n_seen + unseen / factor, n_seen + unseen * factor
