"""Made populations whose size is known, to see how often an interval holds it.

Sizes and chances are written here so that anybody can make them again. The three of mixed groups are
the settings of HRDAG's public comparison of samplers (github.com/HRDAG/StanLCMCR, simulations 1, 4, 5).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tizme.model import CountsRow, CountsTable, Uncovered

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A population of ``size`` and how lists are drawn from it.

    Attributes:
        kind: covered (the interval must hold the size in .90) or hard (it must, or be flagged).
        peers_right: Whether the peers' models describe it, so that errors can be compared.
    """

    name: str
    size: int
    kind: str
    make: Callable[[np.random.Generator], CountsTable]
    peers_right: bool = False


def scenarios() -> tuple[Scenario, ...]:
    """Every scenario of the measurement."""
    return (*_paired(), *_mixed(), *_hard())


def _paired() -> tuple[Scenario, ...]:
    four, five = (0.20, 0.25, 0.30, 0.15), (0.05, 0.04, 0.08, 0.10, 0.03)
    made: tuple[tuple[str, int, tuple[float, ...], list[tuple[int, int, float]]], ...] = (
        ("independent", 1000, four, []),
        ("positive pair", 1000, four, [(0, 1, 4.0)]),
        ("negative pair", 1000, four, [(0, 1, 0.25)]),
        ("sparse five lists", 5000, five, [(0, 2, 3.0)]),
    )
    return tuple(
        Scenario(name, size, "covered", partial(pairs, size=size, single=single, odds=odds), peers_right=True)
        for name, size, single, odds in made
    )


def _mixed() -> tuple[Scenario, ...]:
    return (
        *(
            Scenario(f"mixed groups {number}", 2000, "covered", partial(groups, kinds=kinds))
            for number, kinds in zip((1, 4, 5), HRDAG, strict=True)
        ),
        Scenario("partial coverage", 1500, "covered", half_covered),
    )


def _hard() -> tuple[Scenario, ...]:
    three = partial(pairs, size=1000, single=(0.20, 0.25, 0.30), odds=[(0, 1, 3.0), (1, 2, 2.0)])
    bent = partial(rasch, size=1000, base=(-1.5, -1.2, -1.0, -1.4), spread=1.0)
    return (
        Scenario("two latent classes", 2000, "hard", partial(groups, kinds=TWO)),
        Scenario("Rasch", 1000, "hard", bent),
        Scenario("hard three lists", 1000, "hard", three),
    )


HRDAG = (
    ((1800, (0.033, 0.033, 0.099, 0.132, 0.033)), (200, (0.660, 0.825, 0.759, 0.990, 0.693))),
    (
        (1600, (0.10, 0.05, 0.15, 0.20, 0.10)),
        (200, (0.50, 0.40, 0.60, 0.40, 0.50)),
        (200, (0.80, 0.90, 0.60, 0.70, 0.70)),
    ),
    ((1600, (0.113, 0.113, 0.199, 0.832, 0.733)), (400, (0.860, 0.925, 0.859, 0.190, 0.193))),
)
TWO = ((1400, (0.10, 0.08, 0.12, 0.10)), (600, (0.50, 0.40, 0.60, 0.50)))


def table(counts: Counts, n_lists: int, *, stratum: str = "") -> CountsTable:
    """Counts by cell as a table; the cell of nobody is left out."""
    rows = tuple(
        CountsRow(history(cell, n_lists), (stratum,) if stratum else (), int(count))
        for cell, count in enumerate(counts)
        if cell
    )
    return CountsTable(names(n_lists), ("stratum",) if stratum else (), rows)


def names(n_lists: int) -> tuple[str, ...]:
    return tuple("ABCDEFGH"[:n_lists])


def history(cell: int, n_lists: int) -> tuple[int, ...]:
    return tuple(cell >> (n_lists - 1 - i) & 1 for i in range(n_lists))


def chances(single: Sequence[float], odds: Sequence[tuple[int, int, float]]) -> NDArray[np.float64]:
    """Chance of each cell: independent lists, then the odds of being on both of a pair multiplied."""
    n = len(single)
    bits = (np.arange(2**n)[:, None] >> np.arange(n - 1, -1, -1)) & 1
    weight = np.prod(np.where(bits == 1, single, 1 - np.asarray(single)), axis=1)
    for i, j, ratio in odds:
        weight = weight * np.where((bits[:, i] == 1) & (bits[:, j] == 1), ratio, 1.0)
    return np.asarray(weight / weight.sum())


def pairs(
    rng: np.random.Generator, size: int, single: Sequence[float], odds: Sequence[tuple[int, int, float]]
) -> CountsTable:
    return table(rng.multinomial(size, chances(single, odds)), len(single))


def groups(rng: np.random.Generator, kinds: Sequence[tuple[int, Sequence[float]]]) -> CountsTable:
    """Groups of people with chances of their own, lists independent within each."""
    n = len(kinds[0][1])
    counts = sum(rng.multinomial(size, chances(single, [])) for size, single in kinds)
    return table(np.asarray(counts), n)


def rasch(rng: np.random.Generator, size: int, base: Sequence[float], spread: float) -> CountsTable:
    """Everybody has an ease of being listed, normal on the log odds; lists differ in theirs."""
    ease = rng.normal(0.0, spread, size)[:, None]
    on = rng.random((size, len(base))) < 1.0 / (1.0 + np.exp(-(np.asarray(base) + ease)))
    cells = on @ (1 << np.arange(len(base) - 1, -1, -1))
    return table(np.bincount(cells, minlength=2 ** len(base)), len(base))


def half_covered(rng: np.random.Generator) -> CountsTable:
    """Two strata; the fourth list did not exist in the second, whose people are harder to list."""
    first = table(rng.multinomial(800, chances((0.30, 0.25, 0.35, 0.30), [])), 4, stratum="2022")
    second = table(rng.multinomial(700, chances((0.25, 0.30, 0.30), [(0, 1, 0.6)])), 3, stratum="2023")
    rows = (*first.rows, *(CountsRow((*r.history, 0), r.stratum, r.count) for r in second.rows))
    mask = (Uncovered("D", (("stratum", ("2023",)),)),)
    return CountsTable(first.lists, ("stratum",), rows, mask)
