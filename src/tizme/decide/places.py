"""Whether two place words may mean one place."""

from __future__ import annotations

from functools import lru_cache

from tizme.decide.speakers import same_speaker
from tizme.places import lookup, same_or_inside

# A reading of a place word that scores below this share of certainty is not taken for the place.
LIKELY = 0.3


@lru_cache(maxsize=10_000)
def same_or_within(left: str, right: str) -> bool:
    """Whether the words name one place in two spellings, or the one lies in the other.

    A place that the gazetteer does not hold is compared by its words alone.
    """
    if same_speaker(left, right):
        return True
    ours, theirs = _ids(left), _ids(right)
    return any(same_or_inside(a, b) or same_or_inside(b, a) for a in ours for b in theirs)


def _ids(words: str) -> tuple[str, ...]:
    return tuple(place.id for place, score in lookup(words) if score >= LIKELY)
