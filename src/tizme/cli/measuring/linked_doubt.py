"""Whether an interval holds the true size when it is not certain which records are one person."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tizme.cli.measuring.scenarios import chances, history, names, table
from tizme.model import CountsTable, Pair

SHARES = (0.05, 0.20, 0.40)
_SIZE, _SINGLE = 1000, (0.20, 0.25, 0.30, 0.15)
_LINKAGES = 20


@dataclass(frozen=True, slots=True)
class LinkedMeasured:
    """One share of ambiguous links.

    Attributes:
        held: Share of replicates whose interval, over the linkages drawn, holds the size.
        plug_in_held: The same for the best single linkage (pairs above one half joined).
        width: Median width over that of the true linkage.
        variance_share: Median share of the variance that the linkage causes.
    """

    ambiguous: float
    replicates: int
    held: float
    plug_in_held: float
    width: float
    variance_share: float


def measure_linked(*, replicates: int, workers: int, tell: Callable[[str], None]) -> list[LinkedMeasured]:
    """Every share of ambiguous links, so many times."""
    found = []
    with ProcessPoolExecutor(workers) as pool:
        for share in SHARES:
            tell(f"{share:.0%} of the links ambiguous")
            drawn = list(pool.map(_replicate, [(share, i) for i in range(replicates)]))
            found.append(
                LinkedMeasured(
                    share,
                    replicates,
                    float(np.mean([low <= _SIZE <= high for low, high, *_ in drawn])),
                    float(np.mean([low <= _SIZE <= high for _, _, (low, high), *_ in drawn])),
                    float(np.median([(high - low) / width for low, high, _, width, _ in drawn])),
                    float(np.median([v for *_, v in drawn])),
                )
            )
    return found


def _replicate(job: tuple[float, int]) -> tuple[float, float, tuple[float, float], float, float]:
    from tizme.estimate.bayesian import graphs_on_logs
    from tizme.estimate.combine import pooled
    from tizme.estimate.strata import dense

    share, number = job
    rng = np.random.default_rng([5, int(share * 100), number])
    truth, best, drawn = linkages(rng, share)
    ends = []
    # The lists are independent here, so graphs alone are right about them: what is measured is the linkage.
    for tables in (drawn, [best], [truth]):
        cells = [dense(t.lists, t.lists, [(row.history, row.count) for row in t.rows]) for t in tables]
        found, caused = pooled([graphs_on_logs(one) for one in cells])
        ends.append((found.low or 0.0, found.high or 0.0, caused))
    (low, high, caused), (best_low, best_high, _), (true_low, true_high, _) = ends
    return low, high, (best_low, best_high), max(true_high - true_low, 1.0), caused


def linkages(rng: np.random.Generator, share: float) -> tuple[CountsTable, CountsTable, list[CountsTable]]:
    """The true table, that of pairs above one half joined, and those of linkages drawn.

    ``share`` of the true links are ambiguous, with a probability from Beta(2, 1); as many pairs of two
    persons look alike, with one from Beta(1, 2). Of all pairs of probability p a share p is then true:
    the probabilities are calibrated.
    """
    from tizme.link import draw_linkages

    counts = rng.multinomial(_SIZE, chances(_SINGLE, []))
    records, pairs, doubtful = _records(rng, counts, share)
    truth = table(counts, len(_SINGLE))
    ids = [record for record, _ in records]
    lists = dict(records)
    drawn = draw_linkages(ids, pairs, (), draws=_LINKAGES, seed=int(rng.integers(2**31)), clean_lists=lists)
    certain = [pair for pair in pairs if pair.probability > 0.5]
    best = draw_linkages(
        ids,
        [Pair(p.left, p.right, p.weight_bits, 1.0, p.reasons) for p in certain],
        (),
        draws=1,
        seed=1,
        clean_lists=lists,
    )
    assert doubtful <= len(pairs), "ambiguous pairs are pairs"
    return truth, _table(best[0], lists), [_table(clusters, lists) for clusters in drawn]


def _records(
    rng: np.random.Generator, counts: np.ndarray, share: float
) -> tuple[list[tuple[str, str]], list[Pair], int]:
    records: list[tuple[str, str]] = []
    pairs: list[Pair] = []
    alone: dict[str, list[str]] = {name: [] for name in names(len(_SINGLE))}
    doubtful = person = 0
    for cell, count in enumerate(counts):
        on = [
            name for name, held in zip(names(len(_SINGLE)), history(cell, len(_SINGLE)), strict=True) if held
        ]
        for _ in range(int(count) if on else 0):
            person += 1
            mine = [f"p{person:05d}{name}" for name in on]
            records += [(record, name) for record, name in zip(mine, on, strict=True)]
            if len(mine) == 1:
                alone[on[0]].append(mine[0])
            for left, right in pairwise(mine):
                unsure = rng.random() < share
                doubtful += unsure
                pairs.append(_pair(left, right, float(rng.beta(2, 1)) if unsure else 1.0))
    for _ in range(doubtful):
        first, second = rng.choice(names(len(_SINGLE)), 2, replace=False)
        if alone[first] and alone[second]:
            left = alone[first].pop(int(rng.integers(len(alone[first]))))
            right = alone[second].pop(int(rng.integers(len(alone[second]))))
            pairs.append(_pair(left, right, float(rng.beta(1, 2))))
    return records, pairs, doubtful


def _pair(left: str, right: str, probability: float) -> Pair:
    low, high = sorted((left, right))
    return Pair(low, high, 0.0, probability, ())


def _table(clusters: object, lists: dict[str, str]) -> CountsTable:
    """Clusters of records as counts by list."""
    counts = np.zeros(2 ** len(_SINGLE), dtype=np.int64)
    at = {name: 1 << (len(_SINGLE) - 1 - i) for i, name in enumerate(names(len(_SINGLE)))}
    for cluster in clusters:  # type: ignore[attr-defined]
        cell = 0
        for record in cluster.record_ids:
            cell |= at[lists[record]]
        counts[cell] += 1
    return table(counts, len(_SINGLE))
