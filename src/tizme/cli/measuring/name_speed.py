"""How fast names are compared by the score-only batch, and one core for what is timed on one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from tizme import names
from tizme.cli.measuring.name_peers import NamePair, Scores

_DRAWN, _SEED = 2_000_000, 7
_FIRST = 1_000  # pairs of which the speed is told apart from the whole list's


@dataclass(frozen=True, slots=True)
class BatchSpeed:
    """The batch without reasons, over pairs drawn from the list's names.

    Attributes:
        names: Distinct names read; ``table_seconds`` is what reading them took, on one core.
        seconds: What scoring the ``pairs`` took on all ``cores``, names read before.
    """

    names: int
    table_seconds: float
    pairs: int
    seconds: float
    cores: int


@dataclass(frozen=True, slots=True)
class ColdSpeed:
    """The comparison with reasons, of names that the process has not met, on one core.

    Attributes:
        words: Distinct words of the ``pairs``.
        first_seconds: What the ``first`` pairs took, which meet the most new words.
        seconds: What all pairs took, the first among them.
        again_seconds: What all took once more, every word known.
    """

    words: int
    first: int
    first_seconds: float
    pairs: int
    seconds: float
    again_seconds: float


@contextmanager
def one_core() -> Iterator[None]:
    """This thread, and the threads and processes that it starts, run on one core, where that can be said."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def batch_speed(pairs: Sequence[NamePair]) -> BatchSpeed:
    """Time the reading of every distinct name and the scoring of two million pairs of them."""
    import numpy as np

    written = sorted({pair[0] for pair in pairs} | {pair[2] for pair in pairs})
    names.name_table(["Aibek Asanov"])  # loads the tables before the clock starts
    started = perf_counter()
    with one_core():
        table = names.name_table(written)
    table_seconds = perf_counter() - started
    rows = np.random.default_rng(_SEED).integers(0, len(written), (2, _DRAWN))
    names.score_pairs(table, rows[0], table, rows[1])  # compiles, and compares the words
    started = perf_counter()
    names.score_pairs(table, rows[0], table, rows[1])
    return BatchSpeed(len(written), table_seconds, _DRAWN, perf_counter() - started, os.cpu_count() or 1)


def cold_speed(pairs: Sequence[NamePair], scores: Scores) -> tuple[list[float], ColdSpeed]:
    """The scores of pairs of which the process has met no name so far, and how long they took."""
    with one_core():
        begun, first_seconds = scores(pairs[:_FIRST])
        ended, seconds = scores(pairs[_FIRST:])
        _, again_seconds = scores(pairs)
    words = {word for left, _, right, _ in pairs for name in (left, right) for word in name.split()}
    first, whole = min(_FIRST, len(pairs)), first_seconds + seconds
    return [*begun, *ended], ColdSpeed(len(words), first, first_seconds, len(pairs), whole, again_seconds)
