"""How fast names are compared by the score-only batch, and one core for what is timed on one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter

from tizme import names
from tizme.cli.measuring.name_peers import NamePair

_DRAWN, _SEED = 2_000_000, 7


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
