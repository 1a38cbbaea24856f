"""What the rules ask of one word over and over: its folded letters, its alphabet, its ending."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tizme import text

# All that is asked of a word is asked at once, so few words need to be remembered.
_RECENT = 4096
_CYRILLIC = re.compile("[\u0400-\u052f]+")


@lru_cache(maxsize=_RECENT)
def fold(word: str) -> str:
    """`text.fold` of one word."""
    return text.fold(word)


@lru_cache(maxsize=_RECENT)
def script_of(word: str) -> str:
    """`text.script_of` of one word."""
    if word.isascii() and word.isalpha():
        return "Latn"
    if _CYRILLIC.fullmatch(word):
        return "Cyrl"
    return text.script_of(word)


def by_last_letter(suffixes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Last letter -> the suffixes that end in it, longest first."""
    found: dict[str, list[str]] = {}
    for suffix in suffixes:
        found.setdefault(suffix[-1], []).append(suffix)
    return {letter: tuple(sorted(ends, key=lambda end: (-len(end), end))) for letter, ends in found.items()}
