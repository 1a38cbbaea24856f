"""How well a family of models foretells people it has not seen, and what weight that gives it.

Each person on a list is foretold from the others: the posterior's mean chance of their cell, less what
the posterior's spread says it was helped by having seen them (WAIC). Weights are averaged over the
chance that other people had come onto the lists (pseudo-BMA with the Bayesian bootstrap), so that a
difference that could be luck leaves both families standing.

Sources: Watanabe 2010; Yao, Vehtari, Simpson & Gelman 2018, doi:10.1214/17-BA1091.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from tizme.estimate.decomposable import log_grid, weights_by_graph

Floats = NDArray[np.float64]

_REPEATS = 1000


def foretold(told: Floats) -> Floats:
    """(n_cells,) expected log chance of one more person in the cell, from (draws, cells) log chances."""
    mean = logsumexp(told, axis=0) - np.log(told.shape[0])
    return np.asarray(mean - told.var(axis=0, ddof=1))


def family_weights(families: Mapping[str, Floats], counts: Floats, *, seed: int = 1) -> dict[str, float]:
    """Family -> weight, summing to 1.

    Args:
        families: Family -> (n_cells,) as ``foretold`` gives it, over the cells with people.
        counts: (n_cells,) people in each.
    """
    names = list(families)
    values = np.stack([families[name] for name in names])
    rng = np.random.default_rng(seed)
    # A Dirichlet over persons is one over cells with the counts as its parameters.
    shares = rng.dirichlet(counts, size=_REPEATS)
    scores = counts.sum() * shares @ values.T
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return dict(zip(names, (float(w) for w in weights.mean(axis=0)), strict=True))


def graph_draws(cells: Floats, n_lists: int, *, cap: float, draws: int = 1500, seed: int = 1) -> Floats:
    """(draws, cells with people): log chance of each for somebody on a list, over graphs and the unseen."""
    rng = np.random.default_rng(seed)
    seen = float(cells[1:].sum())
    unseen, rule = log_grid(int(seen), cap=cap, points=200)
    weight, kept = weights_by_graph(cells, n_lists, unseen, rule)
    flat = rng.choice(weight.size, size=draws, p=weight.ravel() / weight.sum())
    at_graph, at_unseen = np.unravel_index(flat, weight.shape)
    taken = np.flatnonzero(cells[1:] > 0) + 1
    out = np.empty((draws, taken.size))
    for g in np.unique(at_graph):
        rows = np.flatnonzero(at_graph == g)
        out[rows] = _of_graph(cells, n_lists, int(kept[g]), unseen[at_unseen[rows]], taken, rng)
    return out


def _of_graph(
    cells: Floats,
    n_lists: int,
    graph: int,
    unseen: Floats,
    taken: NDArray[np.int64],
    rng: np.random.Generator,
) -> Floats:
    """Draw the table's chances list by list, each given the neighbours that were drawn before it."""
    delta = 2.0**-n_lists
    cell = np.arange(2**n_lists)
    bit = [(cell >> (n_lists - 1 - i)) & 1 for i in range(n_lists)]
    log_chance = np.zeros((unseen.size, cell.size))
    for node, around in elimination(graph, n_lists):
        key = np.zeros(cell.size, dtype=np.int64)
        for place, i in enumerate(around):
            key |= bit[i] << place
        prior = delta * 2.0 ** (n_lists - len(around) - 1)
        for value in range(2 ** len(around)):
            here = key == value
            on = cells[here & (bit[node] == 1)].sum() + prior
            off = cells[here & (bit[node] == 0) & (cell > 0)].sum() + prior
            chance = rng.beta(on, off + (unseen if value == 0 else 0.0), size=unseen.size)
            chance = np.clip(chance, 1e-12, 1.0 - 1e-12)
            log_chance[:, here & (bit[node] == 1)] += np.log(chance)[:, None]
            log_chance[:, here & (bit[node] == 0)] += np.log1p(-chance)[:, None]
    missed = np.minimum(np.exp(log_chance[:, 0]), 1.0 - 1e-12)
    return np.asarray(log_chance[:, taken] - np.log1p(-missed)[:, None])


def elimination(edges: int, n_lists: int) -> list[tuple[int, tuple[int, ...]]]:
    """Lists in an order in which each stands with neighbours, all joined, among those taken later."""
    near = [0] * n_lists
    pairs = [(i, j) for i in range(n_lists) for j in range(i + 1, n_lists)]
    for at, (i, j) in enumerate(pairs):
        if edges >> at & 1:
            near[i] |= 1 << j
            near[j] |= 1 << i
    left, found = (1 << n_lists) - 1, []
    while left:
        for i in range(n_lists):
            around = near[i] & left
            members = tuple(j for j in range(n_lists) if around >> j & 1)
            if left >> i & 1 and all(not (around & ~(1 << j)) & ~near[j] for j in members):
                found.append((i, members))
                left &= ~(1 << i)
                break
    return found
