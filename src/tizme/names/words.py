"""One word of a name: what it may be, and the canonical forms that it is compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tizme.names.classes import CAPITALS, MARKER, tell, tell_many
from tizme.names.letters import fold, script_of
from tizme.names.ocr import clean_many, shouted
from tizme.names.translit import canon, canons, through
from tizme.text import fold_many


@lru_cache(maxsize=200_000)
def word_class(word: str) -> int:
    """What a word may be in a name, as bits; CAPITALS is told of the word as written, elsewhere."""
    return tell(word, fold(word), script_of(word), canon(word)).kind


class WordForms(NamedTuple):
    """A written word made ready for comparison.

    Attributes:
        kind: Bits of `word_class`, with CAPITALS.
        given, family: Canonical form, without the mark of sex in ``family``; one letter for an initial.
        father: Root of the father's name that a patronymic is built from, else of the word itself.
        bare_father: Root of the word itself.
        votes: How strongly the word tells of a man, and of a woman.
    """

    kind: int
    given: str
    family: str
    father: str
    bare_father: str
    votes: tuple[int, int] = (0, 0)


@lru_cache(maxsize=200_000)
def word_forms(word: str) -> WordForms:
    """The forms of a word as written: scan noise and CAPITALS are mended first."""
    [kind], [given], [family], [father], [bare], [votes] = form_columns([word])
    return WordForms(kind, given, family, father, bare, votes)


def form_columns(
    words: Sequence[str],
) -> tuple[list[int], list[str], list[str], list[str], list[str], list[tuple[int, int]]]:
    """The attributes of `WordForms` as columns, of many words: what is done to letters is done in one go."""
    clean = clean_many(words)
    lows, scripts = fold_many(clean), list(map(script_of, clean))
    keys = canons(lows, scripts) if _composed(clean) else canons_of(clean)
    told = tell_many(clean, lows, scripts, keys)
    kinds, votes = [one.kind for one in told], [one.votes for one in told]
    wholes = list(map(_whole, clean, keys))
    families = _each("sexless", wholes)
    roots = _each("root", families)
    named = list(roots)
    built = {at: one.father for at, one in enumerate(told) if one.father is not None}
    for at, name in zip(built, _roots_of(list(built.values())), strict=True):
        named[at] = name
    for at in [at for at, word in enumerate(words) if not word[1:].islower()]:
        if shouted(words[at]):
            kinds[at] |= CAPITALS
    short = [at for at, whole in enumerate(wholes) if not whole[1:]]
    for at in [*short, *(at for at, kind in enumerate(kinds) if kind & MARKER)]:
        families[at] = named[at] = roots[at] = wholes[at]
        if not kinds[at] & MARKER:
            votes[at] = (0, 0)
    return kinds, wholes, families, named, roots, votes


def _each(stage: str, forms: Sequence[str]) -> list[str]:
    """As `through`, where many forms come twice: scripts and letter cases meet in one form."""
    once = list(dict.fromkeys(forms))
    changed = dict(zip(once, through(stage, once), strict=True))
    return list(map(changed.__getitem__, forms))


def _roots_of(names: Sequence[str]) -> list[str]:
    """The roots of fathers' names."""
    wholes = list(map(_whole, names, canons_of(names)))
    return through("root", through("sexless", wholes))


def canons_of(words: Sequence[str]) -> list[str]:
    """As `canon`, of many words."""
    if not _composed(words):
        words = [unicodedata.normalize("NFC", word) for word in words]
    lows = fold_many(words)
    return canons(lows, list(map(script_of, lows)))


def _composed(words: Sequence[str]) -> bool:
    return unicodedata.is_normalized("NFC", "\n".join(words))


def _whole(word: str, key: str) -> str:
    """As `canonical`, of a word whose `canon` is known."""
    return key if len(word) > 1 and word.isalpha() else canonical(word)


@lru_cache(maxsize=200_000)
def canonical(words: str) -> str:
    """Canonical forms joined without a blank: "Мухаммад Юсуф" and "Мухаммадюсуф" are one."""
    if len(words) > 1 and words.isalpha():
        return canon(words)
    pieces = words.replace("-", " ").split()
    whole = [canon(p) for p in pieces if len(p.rstrip(".")) > 1]
    return "".join(whole) or canon(words[:1])[:1]
