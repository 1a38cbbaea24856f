"""Poisson log-linear fits by the thousand: one table under many models, or many tables under one search.

A cell is a number whose bits are the lists; a term of a model is one too, and stands in the cells that
hold all its bits. The missing cell is 0, so the dark figure is the exponential of the constant.

Sources: iterative weighted least squares, Nelder & Wedderburn 1972; stepwise search by Poisson
chances with extended estimates, Chan, Silverman & Vincent 2021, doi:10.1080/01621459.2019.1708748.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

FITTED, SINGULAR, RUNS_AWAY, NOT_ENDED = 0, 1, 2, 3
_TURNS = 100
_ENDED = 1e-11  # relative change of the deviance; glm in R stops at 1e-8
_STILL = 0.2  # logarithms a cell still moves by in the turn after the end: it is on its way to zero


@njit(cache=True, nogil=True)
def _solve(gram, right, size, out):
    """Cholesky in place after bringing the diagonal to one; False where the matrix is singular."""
    scale = np.empty(size)
    for i in range(size):
        if gram[i, i] <= 0.0:
            return False
        scale[i] = 1.0 / math.sqrt(gram[i, i])
    for i in range(size):
        for j in range(i + 1):
            gram[i, j] *= scale[i] * scale[j]
    for i in range(size):
        for j in range(i + 1):
            total = gram[i, j]
            for k in range(j):
                total -= gram[i, k] * gram[j, k]
            if i == j:
                if total <= 1e-13:
                    return False
                gram[i, i] = math.sqrt(total)
            else:
                gram[i, j] = total / gram[j, j]
    for i in range(size):
        total = right[i] * scale[i]
        for k in range(i):
            total -= gram[i, k] * out[k]
        out[i] = total / gram[i, i]
    for i in range(size - 1, -1, -1):
        total = out[i]
        for k in range(i + 1, size):
            total -= gram[k, i] * out[k]
        out[i] = total / gram[i, i]
    for i in range(size):
        out[i] *= scale[i]
    return True


@njit(cache=True, nogil=True)
def _first_variance(gram, first):
    """Element (0, 0) of the inverse, from the factor that ``_solve`` left; ``first`` is the old (0, 0)."""
    size = gram.shape[0]
    # The inverse's first element is the squared length of the solution of L v = e0.
    v = np.zeros(size)
    total = 0.0
    for i in range(size):
        here = 1.0 if i == 0 else 0.0
        for k in range(i):
            here -= gram[i, k] * v[k]
        v[i] = here / gram[i, i]
        total += v[i] * v[i]
    return total / first


@njit(cache=True, nogil=True)
def fit(design, counts, alive, offset, coefficients, fitted):
    """Fit one model by iterative weighted least squares.

    Args:
        design: (n_cells, n_terms), first column the constant.
        alive: (n_cells,) bool; cells the fit looks at.
        coefficients: (n_terms,) written; fitted: (n_cells,) written, all cells.

    Returns:
        (status, deviance, variance of the constant, log likelihood).
    """
    n_cells, n_terms = design.shape
    gram = np.empty((n_terms, n_terms))
    right = np.empty(n_terms)
    new = np.empty(n_terms)
    eta = np.empty(n_cells)
    moved = np.zeros(n_cells)
    for h in range(n_cells):
        fitted[h] = counts[h] + 0.1
        eta[h] = math.log(fitted[h])
    deviance = math.inf
    variance = math.nan
    status = NOT_ENDED
    ended = 0
    for turn in range(_TURNS):
        for i in range(n_terms):
            right[i] = 0.0
            for j in range(i + 1):
                gram[i, j] = 0.0
        for h in range(n_cells):
            if not alive[h]:
                continue
            weight = fitted[h]
            working = eta[h] - offset[h] + (counts[h] - fitted[h]) / fitted[h]
            for i in range(n_terms):
                if design[h, i] != 0.0:
                    left = design[h, i] * weight
                    right[i] += left * working
                    for j in range(i + 1):
                        gram[i, j] += left * design[h, j]
        first = gram[0, 0]
        if not _solve(gram, right, n_terms, new):
            return (SINGULAR if turn < 3 else RUNS_AWAY), deviance, variance, math.nan
        variance = _first_variance(gram, first)
        old = deviance
        deviance = 0.0
        for h in range(n_cells):
            value = offset[h]
            for i in range(n_terms):
                value += design[h, i] * new[i]
            value = min(max(value, -700.0), 600.0)
            moved[h] = value - eta[h]
            eta[h] = value
            fitted[h] = math.exp(value)
            fitted[h] = max(fitted[h], 1e-290)
            if alive[h]:
                if counts[h] > 0.0:
                    deviance += counts[h] * (math.log(counts[h]) - value)
                deviance -= counts[h] - fitted[h]
        deviance *= 2.0
        if ended == 1:
            status = FITTED
            for h in range(n_cells):
                if alive[h] and abs(moved[h]) > _STILL:
                    status = RUNS_AWAY
            break
        if abs(deviance - old) < _ENDED * (abs(deviance) + 0.1):
            ended = 1
    likelihood = 0.0
    for h in range(n_cells):
        if alive[h]:
            likelihood += counts[h] * eta[h] - fitted[h] - math.lgamma(counts[h] + 1.0)
    for i in range(n_terms):
        coefficients[i] = new[i]
    return status, deviance, variance, likelihood


@njit(cache=True, nogil=True)
def fit_models(terms, members, counts, out):
    """Fit the table under every model, each with the terms that ``members`` marks.

    Args:
        terms: (n_terms,) bits; terms[0] is 0, the constant.
        members: (n_models, n_terms) bool.
        counts: (2**n_lists - 1,) of cells 1, 2, ...
        out: (n_models, 5) written: status, deviance, variance of the constant, log likelihood, constant.
    """
    n_cells = counts.size
    for m in range(members.shape[0]):
        size = 0
        for t in range(terms.size):
            if members[m, t]:
                size += 1
        design = np.zeros((n_cells, size))
        at = 0
        for t in range(terms.size):
            if members[m, t]:
                for h in range(n_cells):
                    if ((h + 1) & terms[t]) == terms[t]:
                        design[h, at] = 1.0
                at += 1
        # A term that nobody stands in is estimated at minus infinity; its cells leave the fit.
        alive = np.ones(n_cells, np.bool_)
        keep = np.ones(size, np.bool_)
        for i in range(1, size):
            total = 0.0
            for h in range(n_cells):
                total += design[h, i] * counts[h]
            if total == 0.0:
                keep[i] = False
                for h in range(n_cells):
                    if design[h, i] > 0.0:
                        alive[h] = False
        kept = 0
        for i in range(size):
            if keep[i]:
                kept += 1
        used = np.empty((n_cells, kept))
        at = 0
        for i in range(size):
            if keep[i]:
                for h in range(n_cells):
                    used[h, at] = design[h, i]
                at += 1
        coefficients = np.empty(kept)
        fitted = np.empty(n_cells)
        status, deviance, variance, likelihood = fit(
            used, counts, alive, np.zeros(n_cells), coefficients, fitted
        )
        out[m, 0] = status
        out[m, 1] = deviance
        out[m, 2] = variance
        out[m, 3] = likelihood
        out[m, 4] = coefficients[0]


@njit(cache=True, nogil=True)
def _tail_chance(k, mean):
    """The smaller of P(X <= k) and P(X >= k) of a Poisson variable."""
    if mean <= 0.0:
        return 1.0 if k <= 0.0 else 0.0
    below = 0.0
    term = math.exp(-mean + k * math.log(mean) - math.lgamma(k + 1.0))
    at = term
    i = k
    while term > 0.0 and i > 0.0:
        term *= i / mean
        i -= 1.0
        below += term
        if term < 1e-17 * (below + at):
            break
    if k < mean:
        return below + at
    above = at
    term = at
    i = k
    while True:
        i += 1.0
        term *= mean / i
        above += term
        if term < 1e-17 * above:
            break
    return min(below + at, above)


@njit(cache=True, nogil=True)
def stepwise(counts, n_lists, threshold, included):
    """Add two-list terms one at a time, the least likely overlap first, until none is below ``threshold``.

    An overlap that nobody stands in is estimated at minus infinity: its cells leave the fit. A term
    whose estimate does not exist or is not unique is passed over.

    Args:
        counts: (2**n_lists - 1,) of cells 1, 2, ...
        included: (n_lists, n_lists) written, 1 where the pair stands in the model.

    Returns:
        (status, constant, variance of the constant, log likelihood).
    """
    n_cells = counts.size
    n_pairs = n_lists * (n_lists - 1) // 2
    pairs = np.empty((n_pairs, 2), np.int64)
    overlap = np.zeros(n_pairs)
    at = 0
    for i in range(n_lists - 1):
        for j in range(i + 1, n_lists):
            pairs[at, 0] = 1 << (n_lists - 1 - i)
            pairs[at, 1] = 1 << (n_lists - 1 - j)
            both = pairs[at, 0] | pairs[at, 1]
            for h in range(n_cells):
                if ((h + 1) & both) == both:
                    overlap[at] += counts[h]
            included[i, j] = 0
            included[j, i] = 0
            at += 1
    design = np.zeros((n_cells, 1 + n_lists + n_pairs))
    for h in range(n_cells):
        design[h, 0] = 1.0
        for i in range(n_lists):
            if (h + 1) & (1 << (n_lists - 1 - i)):
                design[h, 1 + i] = 1.0
    size = 1 + n_lists
    alive = np.ones(n_cells, np.bool_)
    offset = np.zeros(n_cells)
    coefficients = np.empty(size + n_pairs)
    fitted = np.empty(n_cells)
    status, _, variance, likelihood = fit(design[:, :size], counts, alive, offset, coefficients, fitted)
    constant = coefficients[0]
    if status != FITTED:
        return status, constant, variance, likelihood
    taken = np.zeros(n_pairs, np.bool_)
    new_fitted = np.empty(n_cells)
    new_alive = np.empty(n_cells, np.bool_)
    while True:
        chances = np.ones(n_pairs)
        for q in range(n_pairs):
            if taken[q]:
                continue
            both = pairs[q, 0] | pairs[q, 1]
            mean = 0.0
            for h in range(n_cells):
                if alive[h] and ((h + 1) & both) == both:
                    mean += fitted[h]
            chances[q] = _tail_chance(overlap[q], mean)
        added = False
        while True:
            best = -1
            for q in range(n_pairs):
                if not taken[q] and chances[q] < threshold and (best < 0 or chances[q] < chances[best]):
                    best = q
            if best < 0:
                break
            both = pairs[best, 0] | pairs[best, 1]
            new_size = size
            for h in range(n_cells):
                new_alive[h] = alive[h]
            if overlap[best] > 0.0:
                new_size = size + 1
                for h in range(n_cells):
                    design[h, size] = 1.0 if ((h + 1) & both) == both else 0.0
            else:
                for h in range(n_cells):
                    if ((h + 1) & both) == both:
                        new_alive[h] = False
            new_status, _, new_variance, new_likelihood = fit(
                design[:, :new_size], counts, new_alive, offset, coefficients, new_fitted
            )
            if new_status == FITTED:
                taken[best] = True
                size = new_size
                constant, variance, likelihood = coefficients[0], new_variance, new_likelihood
                for h in range(n_cells):
                    alive[h] = new_alive[h]
                    fitted[h] = new_fitted[h]
                at = 0
                for i in range(n_lists - 1):
                    for j in range(i + 1, n_lists):
                        if at == best:
                            included[i, j] = 1
                            included[j, i] = 1
                        at += 1
                added = True
                break
            chances[best] = 1.0
        if not added:
            return FITTED, constant, variance, likelihood


@njit(cache=True, nogil=True)
def stepwise_many(tables, n_lists, threshold, out):
    """The constant of the stepwise search in each of ``tables`` (n_tables, n_cells), or nan."""
    included = np.zeros((n_lists, n_lists), np.int64)
    for b in range(tables.shape[0]):
        status, constant, _, _ = stepwise(tables[b], n_lists, threshold, included)
        out[b] = constant if status == FITTED else math.nan
