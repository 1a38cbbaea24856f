"""What a model hands to the rules and the sheet: numbers, draws, and what was measured on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Floats = NDArray[np.float64]

DRAWS = 4000  # a posterior as evenly spaced quantiles: pooling needs equally many of each


@dataclass(frozen=True, slots=True)
class Cells:
    """One dense table: ``counts[c]`` people in cell c, whose bits are the lists, the first the highest."""

    lists: tuple[str, ...]
    counts: Floats

    @property
    def n_lists(self) -> int:
        return len(self.lists)

    @property
    def seen(self) -> int:
        return int(self.counts[1:].sum())

    @property
    def observed(self) -> Floats:
        """Cells 1, 2, ...: without the one that nobody can count."""
        return np.ascontiguousarray(self.counts[1:])

    def sizes(self) -> Floats:
        """(n_lists,) people on each list."""
        return np.array([self.counts[self.members(i)].sum() for i in range(self.n_lists)])

    def members(self, i: int) -> NDArray[np.bool_]:
        """(2**n_lists,) whether list i holds the cell."""
        return (np.arange(self.counts.size) >> (self.n_lists - 1 - i) & 1).astype(bool)

    def without(self, i: int) -> Cells:
        """The table as it would be had list i never been made."""
        cube = self.counts.copy()
        cube[0] = 0.0
        left = np.asarray(cube.reshape((2,) * self.n_lists).sum(axis=i)).ravel()
        left[0] = 0.0
        return Cells(self.lists[:i] + self.lists[i + 1 :], left)


@dataclass(frozen=True, slots=True)
class Result:
    """One model on one table.

    Attributes:
        measures: What the rules look at, e.g. {"rhat": 1.01, "ess": 812.0}.
        draws: Quantiles of people in all, evenly spaced and increasing; None where there is no distribution.
    """

    estimate: float | None
    low: float | None
    high: float | None
    settings: Mapping[str, Any]
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)
    draws: Floats | None = None
    told: Floats | None = None  # (draws, cells with people): log chance of each for somebody on a list


def spread(values: Floats, weights: Floats | None = None) -> Floats:
    """DRAWS evenly spaced quantiles of values, weighted or not."""
    shares = (np.arange(DRAWS) + 0.5) / DRAWS
    if weights is None:
        return np.asarray(np.quantile(values, shares))
    order = np.argsort(values)
    reached = np.cumsum(weights[order])
    return np.asarray(np.interp(shares, reached / reached[-1], values[order]))


def lognormal(seen: float, low: float | None, middle: float, high: float | None) -> Floats | None:
    """Draws whose unseen are lognormal, as wide as an interval that is even in their logarithm."""
    if low is None or high is None or middle <= seen or high <= middle or not np.isfinite(high):
        return None
    width = np.log((high - seen) / (middle - seen)) / 1.959963984540054
    return np.asarray(seen + (middle - seen) * np.exp(width * ndtri((np.arange(DRAWS) + 0.5) / DRAWS)))


def ends(draws: Floats) -> tuple[float, float, float]:
    """Median and the ends of the middle 95 % of draws."""
    middle, low, high = np.quantile(draws, [0.5, 0.025, 0.975])
    return float(middle), float(low), float(high)
