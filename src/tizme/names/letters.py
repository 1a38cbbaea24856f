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


def script_of(word: str) -> str:
    """`text.script_of` of one word."""
    if word.isascii() and word.isalpha():
        return "Latn"
    return "Cyrl" if in_cyrillic(word) else _script_of(word)


def in_cyrillic(word: str) -> bool:
    """Whether a word is Cyrillic from end to end."""
    return _CYRILLIC.fullmatch(word) is not None


@lru_cache(maxsize=_RECENT)
def _script_of(word: str) -> str:
    return text.script_of(word)


Ends = dict[str, tuple[str, ...]]


def by_ending(suffixes: Iterable[str]) -> Ends:
    """Last two letters -> the suffixes that end in them, longest first; for `suffixes_like`."""
    found: dict[str, list[str]] = {}
    short = []
    for suffix in suffixes:
        found.setdefault(suffix[-2:], []).append(suffix)
        if len(suffix) == 1:
            short.append(suffix)
    for letters, ends in found.items():
        ends.extend(suffix for suffix in short if letters[-1] == suffix and letters != suffix)
    return {letters: tuple(sorted(ends, key=lambda end: (-len(end), end))) for letters, ends in found.items()}


def suffixes_like(folded: str, ends: Ends) -> tuple[str, ...]:
    """The suffixes that a folded word may have, by its last letters."""
    return ends.get(folded[-2:]) or ends.get(folded[-1:]) or ()
