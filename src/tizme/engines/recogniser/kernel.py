"""Compiled loops of the recogniser: sums of weights, and the best chain of labels."""

import numpy as np
from numba import njit


@njit(cache=True)
def add_rows(scores, token_of, row_of, weights):
    """Add to ``scores[token]`` the row of ``weights`` of each feature that the token has."""
    labels = scores.shape[1]
    for k in range(token_of.shape[0]):
        token, row = token_of[k], row_of[k]
        for label in range(labels):
            scores[token, label] += weights[row, label]


@njit(cache=True)
def best_chains(scores, starts, transitions, found):
    """Write into ``found`` the best labels of each sentence ``scores[starts[s]:starts[s + 1]]``."""
    labels = scores.shape[1]
    back = np.empty(scores.shape, np.int16)
    best = np.empty(labels, np.float32)
    following = np.empty(labels, np.float32)
    for s in range(starts.shape[0] - 1):
        first, stop = starts[s], starts[s + 1]
        if stop <= first:
            continue
        best[:] = scores[first]
        for i in range(first + 1, stop):
            for now in range(labels):
                top, origin = best[0] + transitions[0, now], 0
                for before in range(1, labels):
                    value = best[before] + transitions[before, now]
                    if value > top:
                        top, origin = value, before
                following[now] = top + scores[i, now]
                back[i, now] = origin
            best[:] = following
        label = 0
        for now in range(1, labels):
            if best[now] > best[label]:
                label = now
        for i in range(stop - 1, first - 1, -1):
            found[i] = label
            if i > first:
                label = back[i, label]
