"""Words that stand with a name without being one: uulu, o'g'li, ranks, "alias"."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tizme.names.letters import fold
from tizme.tables import rows


@lru_cache(maxsize=1)
def _markers() -> dict[str, tuple[str, str]]:
    return {fold(row["form"]): (row["kind"], row["sex"]) for row in rows("names/markers.csv", "kind", "form")}


def marker(word: str) -> str:
    """Give "patronymic-marker", "rank", "title", "alias", or "" for another word. A full stop is ignored."""
    return _markers().get(fold(word).rstrip("."), ("", ""))[0]


def marker_sex(word: str) -> str:
    """Give "m", "f" or ""."""
    return _markers().get(fold(word).rstrip("."), ("", ""))[1]


@lru_cache(maxsize=8)
def marker_forms(kind: str) -> tuple[str, ...]:
    """All folded forms of one kind, longest first."""
    return tuple(
        sorted((form for form, (k, _) in _markers().items() if k == kind), key=lambda f: (-len(f), f))
    )


# A scan may spoil a letter of a marker. Shorter ones are too like other words.
_LEAST_SPOILED, _LONGEST_SPOILED = 4, 6


@lru_cache(maxsize=100_000)
def nearly_marker(word: str) -> bool:
    """Whether ``word`` is one letter from a patronymic marker of four letters or more ("уупу", "o'q'li")."""
    low = fold(word).rstrip(".")
    if not _LEAST_SPOILED - 1 <= len(low) <= _LONGEST_SPOILED:
        return False
    return any(
        len(form) >= _LEAST_SPOILED and Levenshtein.distance(form, low, score_cutoff=1) <= 1
        for form in marker_forms("patronymic-marker")
    )
