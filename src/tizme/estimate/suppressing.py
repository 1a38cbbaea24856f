"""Which small cells of a table are not told outside the house, and which others with them.

A cell of one to four people may be somebody's family. A cell that is hidden alone is told all the same
by the total less the others, so cells are hidden until no sum that is told gives one away.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

SMALL = 5  # people; a cell below it does not leave the house

Key = TypeVar("Key", bound=Hashable)


def hidden(counts: Mapping[Key, int], sums: Iterable[Sequence[Key]]) -> frozenset[Key]:
    """The cells that may not be told.

    Args:
        counts: Cell -> people; empty cells are no secret.
        sums: Groups of cells whose sum a reader may know.

    >>> sorted(hidden({"a": 3, "b": 8, "c": 40}, [("a", "b", "c")]))
    ['a', 'b']
    """
    gone = {key for key, count in counts.items() if 0 < count < SMALL}
    groups = [tuple(group) for group in sums]
    changed = True
    while changed:
        changed = False
        for group in groups:
            mine = [key for key in group if key in gone]
            if not mine or _safe([counts[key] for key in mine]):
                continue
            rest = [key for key in group if key not in gone and counts[key] > 0]
            if rest:
                gone.add(min(rest, key=lambda key: (counts[key], group.index(key))))
                changed = True
    return frozenset(gone)


def _safe(counts: Sequence[int]) -> bool:
    """Whether the sum of hidden cells leaves each of them open."""
    return len(counts) >= 2 and sum(counts) >= max(SMALL, 2 * len(counts))
