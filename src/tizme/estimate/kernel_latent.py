"""One chain of the latent class model: which classes people fall into, and how many no list saw.

The model is that of Manrique-Vallier 2016 (doi:10.1111/biom.12502): classes by a stick broken K - 1
times, lists independent within a class, prior 1/N. Each turn draws

1. the class of everybody seen, a multinomial for each cell of the table and not person by person;
2. the concentration of the stick;
3. the unseen of each class with the lists' chances and the stick integrated out, by symmetric steps of
   every size. A class of many unseen and small chances is then one step away, where drawing the
   chances and the unseen in turn creeps towards it over thousands of turns;
4. the chances and the stick; then the unseen once more, given these, as the published sampler does.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from tizme.estimate.kernel_random import beta, gamma, multinomial, poisson


@njit(cache=True, nogil=True)
def _lbeta(a, b):
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


@njit(cache=True, nogil=True)
def _class_weight(unseen, seen, on_list, k, on, off):
    """The lists' part of the collapsed density of class k with ``unseen`` nobody saw, plus 1/unseen!."""
    total = seen[k] + unseen
    value = -math.lgamma(unseen + 1.0)
    both = math.lgamma(total + on + off)
    for j in range(on_list.shape[0]):
        value += math.lgamma(total - on_list[j, k] + off) - both
    return value


@njit(cache=True, nogil=True)
def _stick_weight(seen, unseen, alpha):
    value = 0.0
    after = 0.0
    for k in range(seen.size - 1, -1, -1):
        here = seen[k] + unseen[k]
        if k < seen.size - 1:
            value += _lbeta(1.0 + here, alpha + after)
        after += here
    return value


@njit(cache=True, nogil=True)
def _move_unseen(rng, seen, unseen, on_list, alpha, cap, on, off, rounds):
    """Metropolis steps on the unseen of each class, one at a time and between two classes."""
    n_classes = seen.size
    n_seen = 0.0
    n_unseen = 0
    for k in range(n_classes):
        n_seen += seen[k]
        n_unseen += unseen[k]
    stick = _stick_weight(seen, unseen, alpha)
    for _ in range(rounds * n_classes):
        k = int(rng.random() * n_classes)
        # The scale is drawn without looking at the state, so the step is symmetric.
        scale = math.exp(rng.random() * math.log(4.0 * cap))
        size = 1 + int(rng.random() * scale)
        step = size if rng.random() < 0.5 else -size
        new = unseen[k] + step
        if new < 0:
            continue
        other = -1
        if rng.random() < 0.25:
            other = int(rng.random() * n_classes)
            if other == k or unseen[other] - step < 0:
                continue
        if other < 0 and n_unseen + step > cap:
            continue
        old = unseen[k]
        gain = _class_weight(new, seen, on_list, k, on, off) - _class_weight(old, seen, on_list, k, on, off)
        if other >= 0:
            gain += _class_weight(unseen[other] - step, seen, on_list, other, on, off)
            gain -= _class_weight(unseen[other], seen, on_list, other, on, off)
            unseen[other] -= step
        else:
            gain += math.lgamma(n_seen + n_unseen + step) - math.lgamma(n_seen + n_unseen)
        unseen[k] = new
        moved = _stick_weight(seen, unseen, alpha)
        if math.log(1.0 - rng.random()) < gain + moved - stick:
            stick = moved
            if other < 0:
                n_unseen += step
        else:
            unseen[k] = old
            if other >= 0:
                unseen[other] += step
    return n_unseen


@njit(cache=True, nogil=True)
def _chances_and_stick(rng, seen, unseen, on_list, alpha, chance, share, on, off):
    """Draw the lists' chances (J, K) and the classes' shares (K,); give back the log of the last share."""
    n_lists, n_classes = on_list.shape
    after = 0.0
    for k in range(n_classes):
        after += seen[k] + unseen[k]
    log_rest = 0.0
    for k in range(n_classes):
        here = seen[k] + unseen[k]
        after -= here
        for j in range(n_lists):
            chance[j, k] = beta(rng, on + on_list[j, k], off + here - on_list[j, k])
        if k < n_classes - 1:
            # As logarithms: with a small concentration the rest of the stick vanishes in 64 bits.
            taken = gamma(rng, 1.0 + here)
            shape = alpha + after
            # Gamma(s) is Gamma(s + 1) * u**(1/s); its logarithm survives where it does not.
            left = math.log(gamma(rng, shape + 1.0)) + math.log(1.0 - rng.random()) / shape
            log_taken = math.log(taken)
            top = max(log_taken, left)
            both = top + math.log(math.exp(log_taken - top) + math.exp(left - top))
            share[k] = math.exp(log_rest + log_taken - both)
            log_rest += left - both
        else:
            share[k] = math.exp(log_rest)
    return log_rest


@njit(cache=True, nogil=True)
def begin(rng, n_lists, n_classes, start):
    """A state far from others: chances (J, K), shares (K,), unseen (K,), [concentration, log last share]."""
    chance = np.empty((n_lists, n_classes))
    share = np.empty(n_classes)
    unseen = np.zeros(n_classes, np.int64)
    scalars = np.empty(2)
    scalars[0] = 0.1 + rng.random()
    scalars[1] = -1.0
    for k in range(n_classes):
        share[k] = 0.1 + rng.random()
    for j in range(n_lists):
        for k in range(n_classes):
            chance[j, k] = 0.05 + 0.9 * rng.random()
    unseen[int(rng.random() * min(n_classes, 3))] = start
    return chance, share, unseen, scalars


@njit(cache=True, nogil=True)
def chain(
    rng,
    cells,
    counts,
    a_alpha,
    b_alpha,
    on,
    off,
    cap,
    rounds,
    burn_in,
    thin,
    chance,
    share,
    unseen,
    scalars,
    kept,
    told,
):
    """Go on with one chain and write the unseen after each kept turn into ``kept``.

    Args:
        cells: (n_cells, J) 0/1, the cells somebody stands in.
        counts: (n_cells,) people in each.
        on, off: beta prior of a list's chance within a class.
        cap: the unseen are never more than this.
        rounds: of step 3 over all classes in a turn; with 0 this is the sampler as published.
        chance, share, unseen, scalars: the state, as ``begin`` gives it; left as the last turn leaves it.
        kept: (n_kept, 2) whole numbers: the unseen, and how many classes somebody is in.
        told: (n_kept, n_cells) written: log chance of each cell for somebody on a list.
    """
    n_cells, n_lists = cells.shape
    n = 0
    for h in range(n_cells):
        n += counts[h]
    n_classes = share.size
    weights = np.empty(n_classes)
    drawn = np.empty(n_classes, np.int64)
    seen = np.zeros(n_classes)
    on_list = np.zeros((n_lists, n_classes))
    alpha = scalars[0]
    log_rest = scalars[1]
    turns = burn_in + thin * kept.shape[0]
    for turn in range(turns):
        for k in range(n_classes):
            seen[k] = 0.0
            for j in range(n_lists):
                on_list[j, k] = 0.0
        for h in range(n_cells):
            for k in range(n_classes):
                w = share[k]
                for j in range(n_lists):
                    w *= chance[j, k] if cells[h, j] == 1 else 1.0 - chance[j, k]
                weights[k] = w
            multinomial(rng, counts[h], weights, drawn)
            for k in range(n_classes):
                if drawn[k] > 0:
                    seen[k] += drawn[k]
                    for j in range(n_lists):
                        if cells[h, j] == 1:
                            on_list[j, k] += drawn[k]
        alpha = max(gamma(rng, a_alpha + n_classes - 1.0) / (b_alpha - log_rest), 1e-6)
        _move_unseen(rng, seen, unseen, on_list, alpha, cap, on, off, rounds)
        log_rest = _chances_and_stick(rng, seen, unseen, on_list, alpha, chance, share, on, off)
        # The unseen given all else: negative binomial, as a Poisson with a gamma mean, then by class.
        missed = 0.0
        for k in range(n_classes):
            w = share[k]
            for j in range(n_lists):
                w *= 1.0 - chance[j, k]
            weights[k] = w
            missed += w
        n_unseen = 0
        if 0.0 < missed < 1.0:
            mean = gamma(rng, float(n)) * missed / (1.0 - missed)
            # Above the cap the turn keeps what it has: the density ends there, and step 3 has moved already.
            if mean < 2.0 * cap:
                new = poisson(rng, mean)
                if new <= cap:
                    multinomial(rng, new, weights, unseen)
        for k in range(n_classes):
            n_unseen += unseen[k]
        since = turn - burn_in
        if since >= 0 and (since + 1) % thin == 0:
            row = (since + 1) // thin - 1
            used = 0
            for k in range(n_classes):
                if seen[k] + unseen[k] > 0:
                    used += 1
            kept[row, 0] = n_unseen
            kept[row, 1] = used
            for h in range(n_cells):
                value = 0.0
                for k in range(n_classes):
                    w = share[k]
                    for j in range(n_lists):
                        w *= chance[j, k] if cells[h, j] == 1 else 1.0 - chance[j, k]
                    value += w
                told[row, h] = math.log(max(value, 1e-300)) - math.log(max(1.0 - missed, 1e-300))
    scalars[0] = alpha
    scalars[1] = log_rest
