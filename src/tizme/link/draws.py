"""Linkages drawn from what the pairs leave open, so that an estimate can carry the doubt of the linkage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from tizme.link.cluster import cluster
from tizme.model import Cluster, Judgement, Pair

DRAWS = 20


def draw_linkages(
    record_ids: Iterable[str],
    pairs: Iterable[Pair],
    judgements: Iterable[Judgement],
    *,
    draws: int = DRAWS,
    seed: int,
    clean_lists: Mapping[str, str] | None = None,
) -> tuple[tuple[Cluster, ...], ...]:
    """Ways in which the records may be persons, each pair joined as often as it is likely.

    A draw takes every pair by its probability and joins those taken, strongest first, under the
    invariants of `cluster`: judgements are obeyed and clean lists are kept in every draw. What the
    invariants forbid makes a pair rarer than its probability says.
    """
    ids, given, verdicts = (
        tuple(record_ids),
        sorted(pairs, key=lambda p: (p.left, p.right)),
        tuple(judgements),
    )
    random = np.random.default_rng(seed)
    found = []
    for _ in range(draws):
        taken = random.random(len(given))
        kept = [pair for pair, chance in zip(given, taken, strict=True) if chance < pair.probability]
        found.append(cluster(ids, kept, verdicts, threshold=0.0, clean_lists=clean_lists))
    return tuple(found)
