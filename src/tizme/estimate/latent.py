"""The latent class model: several chains from far apart, until they agree or it is said that they do not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tizme.estimate.chains import bulk_ess, mcse_of_quantile, split_rhat
from tizme.estimate.kernel_latent import begin, chain

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LatentSettings:
    """As lcmCR of the R package LCMCR, with chains, cap and stopping rule besides.

    Attributes:
        classes: Most classes; lcmCR's own example for Kosovo takes 10.
        a_alpha, b_alpha: Gamma prior (shape, rate) of the concentration.
        on, off: Beta prior of a list's chance within a class; lcmCR has (1, 1).
        cap: The unseen are at most ``cap`` times the seen.
        wide: The run itself goes up to ``wide`` times the cap, to see what quadrupling it moves.
        jumps: Rounds of collapsed steps in a turn; 1 gives 40 % fewer independent draws a second than 3,
            0 the sampler as published.
        chains: Four or more, from no unseen to eight times the seen.
        ess: Worth of independent draws to stop at; the run ends without it after ``most`` turns a chain.
    """

    classes: int = 10
    a_alpha: float = 0.25
    b_alpha: float = 0.25
    on: float = 1.0
    off: float = 1.0
    cap: float = 20.0
    wide: float = 4.0
    jumps: int = 3
    chains: int = 4
    burn_in: int = 2000
    thin: int = 10
    ess: float = 400.0
    rhat: float = 1.05
    most: int = 82_000
    seed: int = 1
    threads: int = 2


@dataclass(frozen=True, slots=True)
class LatentRun:
    """What the chains drew: (chains, draws) of people in all, and how well they agree."""

    population: Floats
    wide: Floats  # all draws, up to the wide cap, flat
    rhat: float
    ess: float
    mcse: tuple[float, float, float]  # of the median and of both ends of the middle 95 %
    turns: int
    full: float  # share of draws in which every class had somebody
    told: Floats  # (draws, cells with people): log chance of each for somebody on a list


def run_chains(cells: Floats, n_lists: int, settings: LatentSettings) -> LatentRun:
    """Draw from the posterior of people in all.

    Args:
        cells: (2**n_lists,) counts, the first list the highest bit; cell 0 is not looked at.
    """
    taken = np.flatnonzero(cells[1:] > 0) + 1
    histories = ((taken[:, None] >> np.arange(n_lists - 1, -1, -1)) & 1).astype(np.int64)
    counts = cells[taken].astype(np.int64)
    seen = int(counts.sum())
    cap = max(int(settings.cap * settings.wide * seen), 10)
    starts = [0, seen // 2, 2 * seen, 8 * seen]
    generators = [np.random.default_rng([settings.seed, i]) for i in range(settings.chains)]
    states = [
        begin(rng, n_lists, settings.classes, min(starts[i % 4], cap)) for i, rng in enumerate(generators)
    ]
    kept: list[NDArray[np.int64]] = [np.zeros((0, 2), np.int64) for _ in generators]
    turns, length = settings.burn_in, 1000
    with ThreadPoolExecutor(settings.threads) as pool:
        while True:
            more = [np.zeros((length, 2), np.int64) for _ in generators]
            new_told = [np.zeros((length, taken.size)) for _ in generators]
            burn_in = settings.burn_in if not kept[0].size else 0
            jobs = [
                pool.submit(
                    _go_on,
                    cap,
                    settings,
                    burn_in,
                    histories,
                    counts,
                    generators[i],
                    states[i],
                    more[i],
                    new_told[i],
                )
                for i in range(settings.chains)
            ]
            for job in jobs:
                job.result()
            turns += length * settings.thin
            kept = [np.concatenate([old, new]) for old, new in zip(kept, more, strict=True)]
            told = new_told  # of the last round: enough for weighing families
            # The first quarter of all goes with the burn-in, so that a slow start is not kept.
            rest = [drawn[drawn.shape[0] // 4 :] for drawn in kept]
            unseen = np.stack([drawn[:, 0] for drawn in rest]).astype(np.float64)
            rhat, ess = split_rhat(unseen), bulk_ess(unseen)
            if (
                ess >= settings.ess and rhat < settings.rhat
            ) or turns + length * settings.thin > settings.most:
                break
            length = kept[0].shape[0] // 2
    population = seen + unseen
    inside = unseen <= settings.cap * seen
    return LatentRun(
        np.where(inside, population, np.nan),
        population.ravel(),
        rhat,
        ess,
        (
            mcse_of_quantile(population, 0.5),
            mcse_of_quantile(population, 0.025),
            mcse_of_quantile(population, 0.975),
        ),
        turns,
        float(np.mean([(drawn[:, 1] == settings.classes).mean() for drawn in rest])),
        np.concatenate([part[part.shape[0] // 4 :] for part in told]),
    )


def _go_on(
    cap: int,
    settings: LatentSettings,
    burn_in: int,
    histories: NDArray[np.int64],
    counts: NDArray[np.int64],
    generator: np.random.Generator,
    state: tuple[Any, ...],
    kept: NDArray[np.int64],
    told: Floats,
) -> None:
    """One chain's next turns; the compiled loop lets other threads run."""
    chain(
        generator,
        histories,
        counts,
        settings.a_alpha,
        settings.b_alpha,
        settings.on,
        settings.off,
        cap,
        settings.jumps,
        burn_in,
        settings.thin,
        *state,
        kept,
        told,
    )
