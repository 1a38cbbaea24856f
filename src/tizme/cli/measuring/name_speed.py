"""How fast names are compared by the score-only batch, on two cores."""

from __future__ import annotations

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from tizme import names
from tizme.cli.measuring.name_peers import NamePair

CORES = 2
_DRAWN, _SEED = 1_000_000, 7


@dataclass(frozen=True, slots=True)
class BatchSpeed:
    """The batch without reasons, over pairs drawn from the list's names.

    Attributes:
        names: Distinct names read; ``table_seconds`` is what reading them took, on one core.
        seconds: What scoring the ``pairs`` took on ``cores`` threads.
    """

    names: int
    table_seconds: float
    pairs: int
    seconds: float
    cores: int = CORES


def batch_speed(pairs: Sequence[NamePair]) -> BatchSpeed | None:
    """None where this version has no batch."""
    if not hasattr(names, "score_pairs"):
        return None
    import numpy as np

    room: Any = names
    written = sorted({(pair[0], pair[1]) for pair in pairs} | {(pair[2], pair[3]) for pair in pairs})
    room.name_table(["Aibek Asanov"])  # loads the tables before the clock starts
    started = perf_counter()
    table = room.name_table([name for name, _ in written], [lang for _, lang in written])
    table_seconds = perf_counter() - started
    draw = random.Random(_SEED)  # noqa: S311  (a sample, no secret)
    rows = np.array([[draw.randrange(len(written)) for _ in range(_DRAWN)] for _ in range(2)], np.int32)
    parts = np.array_split(rows, CORES, axis=1)
    room.score_pairs(table, rows[0, :10], table, rows[1, :10])  # compiles
    with ThreadPoolExecutor(CORES) as threads:
        started = perf_counter()
        list(threads.map(lambda part: room.score_pairs(table, part[0], table, part[1]), parts))
        seconds = perf_counter() - started
    return BatchSpeed(len(written), table_seconds, _DRAWN, seconds)
