"""Whether two links of a chain of speakers are the same person or outlet.

Where the words leave it open the answer is "the same": two sources must be shown to be two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tizme.tables import rows
from tizme.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*(?:-[^\W\d_]+)*")
_ASIDE = re.compile(r"\([^)]*\)")
# Inflected forms of one name share a beginning: Хасанов / Хасанова / Хасановым.
_STEM_LETTERS = 5
_ENDING_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker taken apart: relations, what names them, and whether nobody in particular is meant."""

    kin: frozenset[str]
    words: tuple[str, ...]
    anonymous: bool
    key: str = ""  # of an outlet with several names


@lru_cache(maxsize=10_000)
def read_speaker(written: str) -> Speaker:
    """Take the words of one speaker apart."""
    plain = fold(_ASIDE.sub(" ", written))
    kin: set[str] = set()
    words: list[str] = []
    nobody = False
    for word in _WORD.findall(plain):
        kind, code = _class_of(word)
        if kind == "kin":
            kin.add(code)
        elif kind == "anonymous":
            nobody = True
        elif not kind:
            words.append(word)
    return Speaker(frozenset(kin), tuple(words), nobody and not words and not kin, _outlet_key(plain))


def same_speaker(left: str, right: str) -> bool:
    """Whether two speakers of claims about one person may be one: same relation, or same names.

    Two different names tell two uncles apart; an uncle without a name may be either.
    """
    a, b = read_speaker(left), read_speaker(right)
    if fold(left).strip() == fold(right).strip():
        return True
    if a.anonymous or b.anonymous:
        return False
    if a.key or b.key:
        return a.key == b.key
    if a.kin and b.kin:
        return bool(a.kin & b.kin or "*" in a.kin | b.kin) and not (
            a.words and b.words and not _share(a.words, b.words)
        )
    return bool(a.words and b.words) and _within(a.words, b.words)


def _share(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(_same_word(a, b) for a in left for b in right)


def _within(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = sorted((left, right), key=len)
    return all(any(_same_word(a, b) for b in long) for a in short)


@lru_cache(maxsize=100_000)
def _same_word(left: str, right: str) -> bool:
    left, right = _latin(left), _latin(right)
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= _STEM_LETTERS and long.startswith(
        short[: max(_STEM_LETTERS, len(short) - _ENDING_LETTERS)]
    )


def _latin(word: str) -> str:
    """Names quoted in another alphabet meet in one canonical form."""
    from tizme.names.translit import canon

    return canon(word) or word


@lru_cache(maxsize=1)
def _classes() -> tuple[dict[str, tuple[str, str]], tuple[tuple[str, tuple[str, str]], ...]]:
    whole: dict[str, tuple[str, str]] = {}
    starts: list[tuple[str, tuple[str, str]]] = []
    for row in rows("status/speaker_words.csv", "class", "form", "code"):
        if row["class"] not in {"kin", "anonymous", "outlet", "filler"}:
            raise row.error(f"no class '{row['class']}'")
        form, entry = fold(row["form"]), (row["class"], row["code"])
        if form.endswith("*"):
            starts.append((form[:-1], entry))
        else:
            whole[form] = entry
    return whole, tuple(sorted(starts, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=50_000)
def _class_of(word: str) -> tuple[str, str]:
    """Class and code of a word; the longest form that fits wins."""
    whole, starts = _classes()
    bare = word.removesuffix("'s")
    if bare in whole:
        return whole[bare]
    return next((entry for start, entry in starts if bare.startswith(start)), ("", ""))


@lru_cache(maxsize=10_000)
def _outlet_key(plain: str) -> str:
    """The key of the outlet that ``plain`` names to the word, "" for all others."""
    wanted = " ".join(_WORD.findall(plain))
    for row in rows("status/outlet_aliases.csv", "key", "name"):
        if " ".join(_WORD.findall(fold(row["name"]))) == wanted:
            return row["key"]
    return ""
