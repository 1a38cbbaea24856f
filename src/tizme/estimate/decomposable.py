"""Averaging over decomposable graphs: which lists depend on which, and how many no list saw.

The marginal likelihood of a graph is a sum of lgamma terms over its cliques minus its separators, in
closed form for every number of unseen (Madigan & York 1997, doi:10.1093/biomet/84.1.19; Dawid &
Lauritzen 1993). Where the R package dga exists, the integer grid gives its numbers to the last digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from tizme.estimate.kernel_graphs import decomposable, signed_sums

Floats = NDArray[np.float64]

MOST_LISTS = 6
# A graph that far (in logarithms) below the best everywhere cannot move the twelfth digit.
_HOPELESS = 45.0
_BLOCK = 64  # numbers of unseen worked on at once: they stay in the processor's cache, and memory below 10 MB
_LOG_POINTS = 600  # nodes of the log-spaced grid; 300 and 1,200 give the same three digits


@dataclass(frozen=True, slots=True)
class GraphPosterior:
    """The posterior on a grid of unseen: ``weight[i]`` of ``unseen[i]``, summing to 1; by graph besides."""

    unseen: Floats
    weight: Floats
    graph_weight: Floats
    graphs: NDArray[np.int64]
    n_seen: int
    n_lists: int

    @property
    def saturated(self) -> float:
        """Posterior of the graph that joins all lists: it says nothing about the unseen."""
        return float(self.graph_weight[np.argmax(self.graphs)])


@cache
def graphs(n_lists: int) -> tuple[NDArray[np.int8], NDArray[np.int64]]:
    """Signs of each set of lists in each decomposable graph, and the graphs' edges as bits."""
    signs, edges = decomposable(n_lists)
    return signs, edges


def integer_grid(n_seen: int, *, cap: float) -> Floats:
    """1, 2, ... up to ``cap`` times those seen: the grid that users of dga give."""
    return np.arange(1.0, max(2.0, np.floor(cap * n_seen) + 1.0))


def log_grid(n_seen: int, *, cap: float, points: int = _LOG_POINTS) -> tuple[Floats, Floats]:
    """Nodes even in log(unseen + 1) from 0.5 to the cap and a half, and the weights of the trapezoid rule.

    The sum over whole numbers from 1 to the cap is the integral between these ends, up to terms that
    vanish with the second derivative; a bell that ends within them is integrated to many digits.
    """
    t = np.linspace(np.log(1.5), np.log(cap * n_seen + 1.5), points)
    rule = np.full(points, t[1] - t[0])
    rule[0] = rule[-1] = (t[1] - t[0]) / 2.0
    return np.expm1(t), rule * np.exp(t)


def posterior(
    cells: Floats,
    n_lists: int,
    unseen: Floats,
    *,
    quadrature: Floats | None = None,
    delta: float | None = None,
) -> GraphPosterior:
    """Posterior of the unseen over every decomposable graph.

    Args:
        cells: (2**n_lists,) counts, the first list the highest bit; cell 0 is not looked at.
        unseen: (n,) numbers of unseen to weigh, increasing.
        quadrature: (n,) weights of the nodes where the grid is not every whole number.
        delta: Prior count of each cell; 2**-n_lists where not given, as dga's documentation does.

    The prior of the population N is 1/N, and every graph is as likely as every other beforehand.
    """
    weights = _Weights(cells, n_lists, 2.0**-n_lists if delta is None else delta)
    log_rule = np.zeros_like(unseen) if quadrature is None else np.log(quadrature)
    keep, top = weights.worth_keeping(unseen)
    by_unseen = np.empty(unseen.size)
    by_graph = np.zeros(keep.size)
    for start in range(0, unseen.size, _BLOCK):
        part = slice(start, start + _BLOCK)
        mass = np.exp(weights.at(unseen[part], keep) - top + log_rule[part])
        by_unseen[part] = mass.sum(axis=0)
        by_graph += mass.sum(axis=1)
    whole = by_unseen.sum()
    graph_weight = np.zeros(weights.edges.size)
    graph_weight[keep] = by_graph / whole
    return GraphPosterior(unseen, by_unseen / whole, graph_weight, weights.edges, int(weights.seen), n_lists)


def weights_by_graph(
    cells: Floats, n_lists: int, unseen: Floats, quadrature: Floats, *, delta: float | None = None
) -> tuple[Floats, NDArray[np.int64]]:
    """(graphs, unseen) posterior weights on few nodes, and the edges of the graphs that are left."""
    weights = _Weights(cells, n_lists, 2.0**-n_lists if delta is None else delta)
    keep, top = weights.worth_keeping(unseen)
    mass = np.exp(weights.at(unseen, keep) - top + np.log(quadrature))
    return mass / mass.sum(), weights.edges[keep]


class _Weights:
    """Log weights of graphs (rows) and numbers of unseen (columns), up to one constant."""

    def __init__(self, cells: Floats, n_lists: int, delta: float) -> None:
        self.signs, self.edges = graphs(n_lists)
        self.base, self.zero, self.alpha = _set_terms(cells, n_lists, delta)
        self.seen = float(cells[1:].sum())
        self.total_alpha = delta * 2**n_lists

    def at(self, unseen: Floats, rows: NDArray[np.int64] | None = None) -> Floats:
        """(rows, n) log weights; every graph where no rows are given."""
        sets = self.base[:, None] + gammaln(self.zero[:, None] + unseen[None, :] + self.alpha[:, None])
        sets[0] = gammaln(self.seen + unseen + self.total_alpha) - gammaln(self.total_alpha)
        shared = gammaln(self.seen + unseen + 1.0) - gammaln(unseen + 1.0) - np.log(self.seen + unseen)
        every = np.arange(self.edges.size) if rows is None else rows
        return np.asarray(signed_sums(self.signs, every, sets, shared))

    def worth_keeping(self, unseen: Floats) -> tuple[NDArray[np.int64], float]:
        """Graphs that are somewhere within reach of the best, and the largest weight seen."""
        probe = np.unique(np.linspace(0, unseen.size - 1, 97).astype(int))
        probe = np.unique(np.concatenate([probe, np.geomspace(1, unseen.size, 97).astype(int) - 1]))
        tried = self.at(unseen[probe])
        top = float(tried.max())
        return np.flatnonzero(tried.max(axis=1) > top - _HOPELESS), top


def _set_terms(cells: Floats, n_lists: int, delta: float) -> tuple[Floats, Floats, Floats]:
    """For each set of lists (bit i is list i): terms that the unseen leave alone, its empty cell, prior."""
    table = cells.astype(np.float64).copy()
    table[0] = 0.0
    cube = table.reshape((2,) * n_lists)
    n_sets = 2**n_lists
    base, zero, alpha = np.zeros(n_sets), np.zeros(n_sets), np.ones(n_sets)
    for s in range(1, n_sets):
        away = tuple(i for i in range(n_lists) if not s >> i & 1)
        margin = np.asarray(cube.sum(axis=away)).ravel()
        alpha[s] = delta * 2 ** len(away)
        zero[s] = margin[0]
        base[s] = gammaln(margin[1:] + alpha[s]).sum() - margin.size * gammaln(alpha[s])
    return base, zero, alpha


def quantile(found: GraphPosterior, share: float) -> float:
    """The population N at which the posterior reaches ``share``, the first grid point for whole numbers."""
    reached = np.cumsum(found.weight)
    at = int(np.searchsorted(reached, share - 1e-12))
    return float(found.n_seen + found.unseen[min(at, found.unseen.size - 1)])


def quadrature_quantile(found: GraphPosterior, share: float) -> float:
    """The same from a quadrature: where the integral reaches ``share``, rounded as whole numbers would be."""
    reached = np.cumsum(found.weight) - found.weight / 2.0
    at = float(np.interp(share, reached, found.unseen))
    return found.n_seen + max(float(np.ceil(at - 0.5)), 1.0)
