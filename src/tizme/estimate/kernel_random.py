"""Random draws for compiled loops: gamma, beta, binomial, negative binomial, from one generator a chain.

numba's own binomial walks through the distribution value by value, which is slow for the counts of a
war; the rejection sampler below takes the same time whatever the count.

Sources: Marsaglia & Tsang 2000, doi:10.1145/358407.358414 (gamma); Hoermann 1993,
doi:10.1080/00949659308811496 (binomial, algorithm BTRS).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

# Below this mean the walk is shorter than one round of rejection.
_WALK_BELOW = 10.0


@njit(cache=True, nogil=True)
def gamma(rng, shape):
    """One draw of Gamma(shape, 1); shape > 0."""
    if shape < 1.0:
        return gamma(rng, shape + 1.0) * rng.random() ** (1.0 / shape)
    d = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    while True:
        x = rng.standard_normal()
        v = 1.0 + c * x
        if v <= 0.0:
            continue
        v = v * v * v
        u = 1.0 - rng.random()
        if u < 1.0 - 0.0331 * x * x * x * x:
            return d * v
        if math.log(u) < 0.5 * x * x + d * (1.0 - v + math.log(v)):
            return d * v


@njit(cache=True, nogil=True)
def beta(rng, a, b):
    x = gamma(rng, a)
    return x / (x + gamma(rng, b))


@njit(cache=True, nogil=True)
def poisson(rng, mean):
    """One draw of Poisson(mean); above 30 by splitting off a gamma or a binomial (Ahrens & Dieter)."""
    total = 0
    while mean > 30.0:
        m = int(mean * 0.875)
        waited = gamma(rng, float(m))
        if waited > mean:
            return total + binomial(rng, m - 1, mean / waited)
        total += m
        mean -= waited
    limit = math.exp(-mean)
    product = rng.random()
    while product > limit:
        total += 1
        product *= rng.random()
    return total


@njit(cache=True, nogil=True)
def _tail(k):
    """What Stirling's formula leaves out of log k!."""
    if k < 10:
        return math.lgamma(k + 1.0) - (
            0.5 * math.log(2.0 * math.pi) + (k + 0.5) * math.log(k + 1.0) - (k + 1.0)
        )
    r = 1.0 / (k + 1.0)
    return (1.0 / 12.0 - (1.0 / 360.0 - r * r / 1260.0) * r * r) * r


@njit(cache=True, nogil=True)
def binomial(rng, n, p):
    """One draw of Binomial(n, p)."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    if p > 0.5:
        return n - binomial(rng, n, 1.0 - p)
    if n * p < _WALK_BELOW:
        q = 1.0 - p
        odds = p / q
        mass = q**n
        u = rng.random()
        k = 0
        while u > mass and k < n:
            u -= mass
            k += 1
            mass *= odds * (n - k + 1) / k
        return k
    spread = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c = n * p + 0.5
    v_r = 0.92 - 4.2 / b
    r = p / (1.0 - p)
    alpha = (2.83 + 5.1 / b) * spread
    m = math.floor((n + 1) * p)
    while True:
        v = 1.0 - rng.random()
        u = rng.random() - 0.5
        us = 0.5 - abs(u)
        k = math.floor((2.0 * a / us + b) * u + c)
        if us >= 0.07 and v <= v_r:
            return int(k)
        if k < 0 or k > n:
            continue
        v = math.log(v * alpha / (a / (us * us) + b))
        bound = (
            (m + 0.5) * math.log((m + 1.0) / (r * (n - m + 1.0)))
            + (n + 1.0) * math.log((n - m + 1.0) / (n - k + 1.0))
            + (k + 0.5) * math.log(r * (n - k + 1.0) / (k + 1.0))
            + _tail(m)
            + _tail(n - m)
            - _tail(k)
            - _tail(n - k)
        )
        if v <= bound:
            return int(k)


@njit(cache=True, nogil=True)
def multinomial(rng, n, weights, out):
    """Share ``n`` among the classes by ``weights`` (not normalised) into ``out``."""
    left = 0.0
    for k in range(weights.size):
        left += weights[k]
    for k in range(weights.size):
        if n == 0 or left <= 0.0:
            out[k] = 0
            continue
        if k == weights.size - 1:
            out[k] = n
            continue
        share = weights[k] / left
        out[k] = binomial(rng, n, min(share, 1.0))
        n -= out[k]
        left -= weights[k]


@njit(cache=True, nogil=True)
def seed_of(rng):
    """A number for the generator of a child; kept here so that tests see one place."""
    return np.int64(rng.random() * 9007199254740992.0)
