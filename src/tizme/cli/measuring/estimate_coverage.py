"""Whether the warning of a low sample coverage says something: how far estimates err with it and without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from tizme.cli.measuring.scenarios import pairs, rasch
from tizme.model import CountsTable

_SIZE = 1000
# Lists from hardly anybody to half of all: the sample coverage goes from .2 to .9.
_EASE = (0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 2.3)
_SINGLE = (0.20, 0.25, 0.30, 0.15)
_BASE = (-1.5, -1.2, -1.0, -1.4)
_CODE = "low-sample-coverage"


@dataclass(frozen=True, slots=True)
class WarnedOrNot:
    """Tables of one kind of population, with the warning or without it.

    Attributes:
        error: Root mean squared error of people in all, as a share of them.
        error_of_unseen: The same error as a share of those unseen.
        held: Share of the intervals that hold the size.
    """

    population: str
    warned: bool
    tables: int
    error: float
    error_of_unseen: float
    held: float


def measure_coverage_warning(*, replicates: int) -> list[WarnedOrNot]:
    """Graphs on tables of people who are alike, of a dependent pair, and of people who differ."""
    kinds: tuple[tuple[str, Callable[[np.random.Generator, float], CountsTable]], ...] = (
        ("independent", partial(_pairs, odds=[])),
        ("positive pair", partial(_pairs, odds=[(0, 1, 4.0)])),
        ("Rasch", _rasch),
    )
    found = []
    for name, make in kinds:
        told: dict[bool, list[tuple[float, float, bool]]] = {True: [], False: []}
        for ease in _EASE:
            for number in range(replicates):
                rng = np.random.default_rng([20261130, number, round(100 * ease), sum(map(ord, name))])
                warned, of_all, of_unseen, held = _one(make(rng, ease))
                told[warned].append((of_all, of_unseen, held))
        for warned, ones in told.items():
            if ones:
                errors = [float(np.sqrt(np.mean([one[i] ** 2 for one in ones]))) for i in (0, 1)]
                holding = float(np.mean([one[2] for one in ones]))
                found.append(WarnedOrNot(name, warned, len(ones), errors[0], errors[1], holding))
    return found


def _pairs(rng: np.random.Generator, ease: float, *, odds: list[tuple[int, int, float]]) -> CountsTable:
    return pairs(rng, _SIZE, [min(ease * one, 0.9) for one in _SINGLE], odds)


def _rasch(rng: np.random.Generator, ease: float) -> CountsTable:
    return rasch(rng, _SIZE, [one + float(np.log(ease)) for one in _BASE], 1.0)


def _one(table: CountsTable) -> tuple[bool, float, float, bool]:
    """Whether the table is warned of, the error as a share of all and of the unseen, whether it held."""
    from tizme.estimate import bayesian
    from tizme.estimate.measures import of_table
    from tizme.estimate.rules import findings
    from tizme.estimate.strata import parts

    part = parts(table, np.random.default_rng(0))
    warned = any(found.code == _CODE for found in findings("table", of_table(table, part)))
    answer = bayesian.graphs_on_logs(part[0].cells)
    assert answer.estimate is not None, "graphs always give a number"
    assert answer.low is not None, "graphs always give an interval"
    assert answer.high is not None, "graphs always give an interval"
    unseen = max(_SIZE - table.seen, 1)
    error, held = answer.estimate - _SIZE, answer.low <= _SIZE <= answer.high
    return warned, error / _SIZE, error / unseen, held
