"""Relatives that a cell of a list, or a question, names, each with the tie that a word tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tizme.tables import rows
from tizme.text import fold

KIN = "kin"  # a cell of relatives of any kind; "kin.mother" and the like hold one kind
SPOUSES = frozenset({"wife", "husband"})
_ONE_ALONE = frozenset({"mother", "father", "wife", "husband"})  # "Асанова, Гульнара" is one woman there
_LEFT_ASIDE = "-"
_PIECES, _PIECES_AND_COMMAS = re.compile(r"[;\n|/]|\s[–—-]\s"), re.compile(r"[;,\n|/]|\s[–—-]\s")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_WORD = re.compile(r"[^\s:(){}\[\]]+")


def kin_properties(properties: Iterable[str]) -> tuple[str, ...]:
    """Those of the properties that name relatives."""
    return tuple(sorted(one for one in properties if one == KIN or one.startswith(f"{KIN}.")))


def relatives(prop: str, cell: str) -> tuple[tuple[str, str], ...]:
    """(tie, name) of every relative in a cell under ``prop``; a tie that a word tells outdoes the column's.

    >>> relatives("kin", "мать Асанова Гульнара, тел. 0555 123456; жена: Айгуль")
    (('mother', 'Асанова Гульнара'), ('wife', 'Айгуль'))
    >>> relatives("kin.mother", "Асанова, Гульнара (пенсионерка)"), relatives("kin", "Зулфия (жена)")
    ((('mother', 'Асанова, Гульнара'),), (('wife', 'Зулфия'),))
    """
    own = prop.removeprefix(KIN).removeprefix(".")
    pieces = _PIECES if own in _ONE_ALONE else _PIECES_AND_COMMAS
    found: list[tuple[str, str]] = []
    for piece in pieces.split(cell):
        found += _of_piece(own or "other", _BRACKETS.sub(_tie_in_brackets, piece))
    return tuple(found)


def _tie_in_brackets(found: re.Match[str]) -> str:
    """What stands in brackets is no name; it may say what the relative is."""
    ties = (tie_of(word) for word in found.group(1).split())
    return f" {found.group(1)} " if any(ties) else " "


def _of_piece(own: str, piece: str) -> list[tuple[str, str]]:
    """A word for a tie tells the name behind it; where none stands behind it, the name before it."""
    parts: list[tuple[str, list[str]]] = [(own, [])]
    for word in _WORD.findall(piece):
        tie = tie_of(word)
        if tie == _LEFT_ASIDE or any(letter.isdigit() for letter in word):
            continue
        if tie:
            parts.append((tie, []))
        else:
            parts[-1][1].append(word)
    if len(parts) > 1 and not parts[-1][1]:  # "Алимова Зулфия (мать)"
        tie, _ = parts.pop()
        parts[-1] = (tie, parts[-1][1])
    return [(tie, " ".join(words)) for tie, words in parts if any(map(str.isalpha, "".join(words)))]


def tie_of(word: str) -> str:
    """What the word says a relative is ("mother", "other"), "-" for one that names nobody, "" for a name."""
    return _ties().get(fold(word).strip(".,!?\"'").removesuffix("'s"), "")


@lru_cache(maxsize=1)
def _ties() -> dict[str, str]:
    return {fold(row["word"]): row["tie"] for row in rows("names/kin_words.csv", "word", "tie")}
