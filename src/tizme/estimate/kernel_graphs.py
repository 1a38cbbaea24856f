"""Every decomposable graph on a few lists, in compiled loops."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def _signs(edges, n_lists, near, row):
    """Write the graph's sets into ``row`` (+1 clique, -1 separator, summed); False if it is not decomposable.

    A graph is decomposable when its lists can be taken away one by one, each with its remaining
    neighbours forming a clique. Such an order gives cliques minus separators as one telescope.
    """
    for i in range(n_lists):
        near[i] = 0
    at = 0
    for i in range(n_lists - 1):
        for j in range(i + 1, n_lists):
            if edges & (1 << at):
                near[i] |= 1 << j
                near[j] |= 1 << i
            at += 1
    left = (1 << n_lists) - 1
    for s in range(row.size):
        row[s] = 0
    while left:
        found = -1
        for i in range(n_lists):
            if not left & (1 << i):
                continue
            around = near[i] & left
            clique = True
            for j in range(n_lists):
                if around & (1 << j) and (around & ~(1 << j)) & ~near[j]:
                    clique = False
                    break
            if clique:
                found = i
                break
        if found < 0:
            return False
        around = near[found] & left
        row[around | (1 << found)] += 1
        row[around] -= 1
        left &= ~(1 << found)
    return True


@njit(cache=True, nogil=True)
def decomposable(n_lists):
    """(n_graphs, 2**n_lists) signs of each set (bit i is list i), and (n_graphs,) the edges as bits."""
    n_edges = n_lists * (n_lists - 1) // 2
    near = np.zeros(n_lists, np.int64)
    row = np.zeros(1 << n_lists, np.int8)
    total = 0
    for edges in range(1 << n_edges):
        if _signs(edges, n_lists, near, row):
            total += 1
    signs = np.zeros((total, 1 << n_lists), np.int8)
    graphs = np.zeros(total, np.int64)
    at = 0
    for edges in range(1 << n_edges):
        if _signs(edges, n_lists, near, row):
            signs[at] = row
            graphs[at] = edges
            at += 1
    return signs, graphs


@njit(cache=True, nogil=True)
def signed_sums(signs, rows, sets, shared):
    """(rows, n): for each graph of ``rows`` its sets added by their signs, and what all graphs share.

    A graph has at most two sets for each list that are neither 0 nor left out, so this walks over few of
    the ``sets`` (n_sets, n); a product of matrices would take all, and threads of its own.
    """
    n = sets.shape[1]
    out = np.empty((rows.size, n))
    for at in range(rows.size):
        row = signs[rows[at]]
        for i in range(n):
            out[at, i] = shared[i]
        for s in range(row.size):
            if row[s] == 1:
                for i in range(n):
                    out[at, i] += sets[s, i]
            elif row[s] != 0:
                for i in range(n):
                    out[at, i] += row[s] * sets[s, i]
    return out
