"""Words that stand with a name without being one: uulu, o'g'li, ranks, "alias"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from tizme.names.letters import fold
from tizme.tables import rows

_SHORT = "short-marker"
_NONE = ("", "")


@lru_cache(maxsize=1)
def _markers() -> dict[str, tuple[str, str]]:
    table = rows("names/markers.csv", "kind", "form", "sex")
    return {fold(row["form"]): (row["kind"], row["sex"]) for row in table if row["kind"] != _SHORT}


@lru_cache(maxsize=1)
def _before() -> frozenset[str]:
    return frozenset(fold(r["form"]) for r in rows("names/markers.csv", "form", "stands") if r["stands"])


@lru_cache(maxsize=1)
def _short() -> frozenset[str]:
    return frozenset(r["form"] for r in rows("names/markers.csv", "kind", "form") if r["kind"] == _SHORT)


def stands_before(word: str) -> bool:
    """Whether a patronymic marker is one that the father's name follows ("ибн", "писари")."""
    return fold(word) in _before()


def short_marker(word: str) -> bool:
    """Whether a word may be a marker cut to its first letter: small, with a full stop ("у.")."""
    return word.endswith(".") and word.rstrip(".") in _short()


def marker(word: str) -> str:
    """Give "patronymic-marker", "rank", "title", "alias", or "" for another word. A full stop is ignored."""
    return marker_of(fold(word))[0]


def marker_sex(word: str) -> str:
    """Give "m", "f" or ""."""
    return marker_of(fold(word))[1]


def marker_of(low: str) -> tuple[str, str]:
    """`marker` and `marker_sex` of a word that is folded already."""
    return _markers().get(low.rstrip("."), _NONE)


def markers_by_form() -> Mapping[str, tuple[str, str]]:
    """Every folded form that `marker_of` knows, with what it says."""
    return _markers()


@lru_cache(maxsize=8)
def marker_forms(kind: str) -> tuple[str, ...]:
    """All folded forms of one kind, longest first."""
    return tuple(
        sorted((form for form, (k, _) in _markers().items() if k == kind), key=lambda f: (-len(f), f))
    )


# A scan may spoil a letter of a marker. Shorter ones are too like other words.
_LEAST_SPOILED, _LONGEST_SPOILED = 4, 6


@lru_cache(maxsize=1)
def _spoilable() -> tuple[str, ...]:
    return tuple(form for form in marker_forms("patronymic-marker") if len(form) >= _LEAST_SPOILED)


def nearly_marker(low: str) -> bool:
    """Whether a folded word is one letter from a patronymic marker of four or more ("уупу", "o'q'li")."""
    low = low.rstrip(".")
    if not _LEAST_SPOILED - 1 <= len(low) <= _LONGEST_SPOILED:
        return False
    return extractOne(low, _spoilable(), scorer=Levenshtein.distance, score_cutoff=1) is not None
