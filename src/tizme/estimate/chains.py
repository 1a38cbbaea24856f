"""Whether chains agree, and how many independent draws they are worth.

Source: Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021, doi:10.1214/20-BA1221.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

Floats = NDArray[np.float64]


def split_rhat(draws: Floats) -> float:
    """Rank-normalised split R-hat of (n_chains, n_draws): the larger of the one for place and for spread."""
    halves = _split(draws)
    folded = np.abs(halves - np.median(halves))
    return max(_rhat(_normal_ranks(halves)), _rhat(_normal_ranks(folded)))


def bulk_ess(draws: Floats) -> float:
    """How many independent draws (n_chains, n_draws) are worth for the middle of the distribution."""
    return _ess(_normal_ranks(_split(draws)))


def mcse_of_quantile(draws: Floats, share: float) -> float:
    """Monte Carlo standard error of a quantile, from the draws that fall below it."""
    at = np.quantile(draws, share)
    ess = max(_ess((_split(draws) <= at).astype(np.float64)), 4.0)
    spread = np.sqrt(share * (1.0 - share) / ess)
    low, high = np.quantile(draws, [max(share - spread, 0.0), min(share + spread, 1.0)])
    return float(high - low) / 2.0


def _split(draws: Floats) -> Floats:
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, draws.shape[1] - half :]])


def _normal_ranks(draws: Floats) -> Floats:
    ranks = rankdata(draws, method="average").reshape(draws.shape)
    return np.asarray(ndtri((ranks - 0.375) / (draws.size + 0.25)))


def _rhat(draws: Floats) -> float:
    within = draws.var(axis=1, ddof=1).mean()
    if within == 0.0:
        return 1.0 if np.ptp(draws.mean(axis=1)) == 0.0 else float("inf")
    n = draws.shape[1]
    between = n * draws.mean(axis=1).var(ddof=1)
    return float(np.sqrt(((n - 1) / n * within + between / n) / within))


def _ess(draws: Floats) -> float:
    chains, n = draws.shape
    centred = draws - draws.mean(axis=1, keepdims=True)
    size = 1 << (2 * n - 1).bit_length()
    spectrum = np.fft.rfft(centred, size, axis=1)
    covariance = np.fft.irfft(spectrum * np.conj(spectrum), size, axis=1)[:, :n] / n
    within = (covariance[:, 0] * n / (n - 1)).mean()
    if within == 0.0:
        return float(chains * n)
    whole = within * (n - 1) / n + (draws.mean(axis=1).var(ddof=1) if chains > 1 else 0.0)
    correlation = 1.0 - (within - covariance.mean(axis=0)) / whole
    # Geyer: sums of neighbours, while positive, made monotone.
    pairs = correlation[: n - n % 2].reshape(-1, 2).sum(axis=1)
    stop = int(np.argmax(pairs < 0)) if (pairs < 0).any() else pairs.size
    time = max(-1.0 + 2.0 * np.minimum.accumulate(pairs[: max(stop, 1)]).sum(), 1.0 / np.log10(chains * n))
    return float(min(chains * n / time, chains * n * np.log10(chains * n)))
