"""Take a written name apart: any order, any letter case, initials, uulu, ranks, nicknames."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tizme.model import NameParts
from tizme.names.classes import CAPITALS
from tizme.names.inflect import nominative, sex_of
from tizme.names.markers import marker_forms
from tizme.names.ocr import clean_ocr, shouted
from tizme.names.patronymic import damaged_father, father_name
from tizme.names.roles import BUILT, Roles, roles
from tizme.names.words import word_class
from tizme.text import script_of

_QUOTED = re.compile(r"[«“„\"]([^»”“\"]+)[»”“\"]")
_BRACKETED = re.compile(r"[(\[]([^)\]]*)[)\]]")
_ENCLOSES, _DIGIT = re.compile(r"[«“„\"(\[]"), re.compile(r"\d")
_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.\s*")
_APART, _BETWEEN = r" \1. ", re.compile(r"[\s,;]+")
# "…, 1994 г.р.", "… 12.03.1994": from the first number after the name on, nothing is a name.
_BORN = re.compile(r"(?<=[^\W\d_])[\s,;.]+\d[\d./-]+(?![^\W_]).*", re.DOTALL)
# Words of a name before "aka" that make what follows another name and not the rest of this one.
_LEAST_BEFORE_ALIAS = 2
_EDGE = ' ,;:.()[]"«»“”—–\t\n\u00a0'


@lru_cache(maxsize=100_000)
def parse(text: str, *, lang: str, in_nominative: bool = False) -> NameParts:
    """The parts of a written name, each in the nominative and in the script that it came in.

    A word that is a relative's order to the family ("Асан уулу") fills ``father`` and leaves
    ``family`` empty: it is no family name, and a reader must not compare it with one.

    Args:
        text: The name as written, perhaps with a rank, a nickname in quotes, initials.
        lang: One of text.LANGUAGES.
        in_nominative: The name is known to stand in the nominative (a list, a headword): case
            endings are left alone.

    >>> parse("ШАРИФ0В Фирдавс Саидович", lang="ru").father
    'Саид'
    """
    found = pieces(text)
    joined = " ".join(clean_ocr(word) for word in found.words)
    brought = joined if in_nominative else nominative(joined, lang=lang)
    words = tuple(brought.split(" ")) if brought else ()
    capitals = tuple(CAPITALS if shouted(word) else 0 for word in found.words)
    kinds = tuple(word_class(w) | c for w, c in zip(words, capitals, strict=True))
    return _parts(text, words, roles(kinds, found.comma_after), found.other, lang)


class Pieces(NamedTuple):
    """A written name in words, as written; ``comma_after``: index of the last before a comma, or -1."""

    words: tuple[str, ...]
    comma_after: int = -1
    other: tuple[str, ...] = ()


def pieces(text: str) -> Pieces:
    """The words of a name, what stands in quotes and brackets set aside."""
    bare, other = _set_aside(text)
    head, comma, tail = bare.partition(",")
    words = _words(head)
    if not comma:
        return Pieces(tuple(words), -1, other)
    more = _words(tail)
    return Pieces((*words, *more), len(words) - 1 if tail.strip(_EDGE) else -1, other)


def _set_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """Nicknames in quotes and what stands in brackets, out of the name."""
    other: list[str] = []
    bare = text
    if _ENCLOSES.search(text):
        # What is in brackets follows what is in quotes, wherever they stood.
        enclosed = (*_QUOTED.findall(text), *_BRACKETED.findall(text))
        other = [found.strip() for found in enclosed if found.strip()]
        bare = _BRACKETED.sub(" ", _QUOTED.sub(" ", text))
    if _DIGIT.search(bare):
        bare = _BORN.sub("", bare)
    name, _, alias = _alias().sub("\0", bare).partition("\0")
    called = alias.replace("\0", " ").strip(_EDGE)
    if not called or len(_words(name)) < _LEAST_BEFORE_ALIAS:
        return f"{name} {called}", tuple(other)
    return name, (*other, called)


@lru_cache(maxsize=1)
def _alias() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, marker_forms("alias")))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def _words(bare: str) -> list[str]:
    """The words that hold a letter; initials come apart and keep their full stop."""
    found = []
    if "." in bare:
        bare = _INITIALS.sub(_APART, bare)
    for piece in _BETWEEN.split(bare):
        word = piece if len(piece.rstrip(".")) <= 1 else piece.strip(_EDGE)
        if word.isalpha() or any(map(str.isalpha, word)):
            found.append(word)
    return found


def _parts(text: str, words: tuple[str, ...], found: Roles, other: tuple[str, ...], lang: str) -> NameParts:
    def joined(indexes: tuple[int, ...]) -> str:
        return " ".join(words[i] for i in indexes)

    name = joined(tuple(i for i in range(len(words)) if i not in found.aside))
    father = words[found.father] if found.father >= 0 else ""
    return NameParts(
        as_written=text,
        nominative=name,
        given=joined(found.given),
        father=(father_name(father) or damaged_father(father) or father)
        if found.father_is == BUILT
        else father,
        family=joined(found.family),
        script=script_of(name),
        patronymic=joined(found.patronymic),
        other=(*(words[i] for i in found.aside), *other),
        sex=sex_of(name, lang=lang),
        doubt=found.doubt,
    )
