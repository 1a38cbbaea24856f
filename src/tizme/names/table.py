"""Many names taken apart, as columns of form ids."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tizme.names.parts import pieces
from tizme.names.roles import BARE, BUILT, Roles, roles
from tizme.names.translit import sexless
from tizme.names.vocabulary import NOTHING, Vocabulary
from tizme.names.words import INITIAL, MARKER

MOST_WORDS = 5
# Columns of NameTable.rows.
GIVEN, FATHER, FAMILY, WORDS, SEX, DOUBT = 0, 1, 2, 3, 3 + MOST_WORDS, 4 + MOST_WORDS
WIDTH = 5 + MOST_WORDS
MALE, FEMALE = 1, 2
GUESSED, MANY_GIVEN, MANY_FAMILIES = 1, 2, 4  # bits of DOUBT
# Places in what Vocabulary.word gives.
_GIVEN_FORM, _FAMILY_FORM = 1, 2
# A name without these is words and blanks, and needs no taking to pieces.
_ASIDE = re.compile(r"[^\w '’‘ʻʼ`´-]|_")


@dataclass(frozen=True, slots=True)
class NameTable:
    """Names in the nominative, ready for comparison.

    Attributes:
        rows: int32 (names, WIDTH), column by column as named above; -1 where a name does not say.
            A form of one letter is an initial. FATHER holds the root of the father's name, however
            it is told (Асанович, Асан уулу). WORDS: every whole word, family without the mark of
            sex, patronymic as the father's root, marker left out. SEX: 0 unknown, 1 male, 2 female.
            DOUBT: bits: the order was a guess; the given name, the family name has several words.
    """

    vocabulary: Vocabulary
    rows: np.ndarray[Any, np.dtype[np.int32]]

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, which: int) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, which]

    @property
    def given(self) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, GIVEN]

    @property
    def father(self) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, FATHER]

    @property
    def family(self) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, FAMILY]

    @property
    def words(self) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, WORDS : WORDS + MOST_WORDS]

    @property
    def sex(self) -> np.ndarray[Any, np.dtype[np.int32]]:
        return self.rows[:, SEX]


def name_table(names: Iterable[str], *, vocabulary: Vocabulary | None = None) -> NameTable:
    """Take many names apart.

    Args:
        names: In the nominative, in any script, order and letter case.
        vocabulary: One to share with other tables; it grows.
    """
    known = Vocabulary() if vocabulary is None else vocabulary
    cells = array("i")
    for name in names:
        cells.extend(_row(name, known))
    return NameTable(known, np.frombuffer(cells, np.int32).reshape(-1, WIDTH) if cells else _EMPTY)


_EMPTY = np.zeros((0, WIDTH), np.int32)


def _row(name: str, known: Vocabulary) -> tuple[int, ...]:
    words: Sequence[str] = name.split()
    comma = -1
    if len(words) > MOST_WORDS or _ASIDE.search(name):
        taken = pieces(name)
        words, comma = taken.words, taken.comma_after
    found = [known.word(word) for word in words]
    parts = roles(tuple([word[0] for word in found]), comma)
    given = _joined(parts.given, found, known, _GIVEN_FORM)
    family = _joined(parts.family, found, known, _FAMILY_FORM)
    father, at = NOTHING, parts.father
    if at >= 0:
        father = found[at][3 if parts.father_is == BUILT else 4]
    elif parts.patronymic:
        father = found[parts.patronymic[0]][1]
    return (given, father, family, *_words(found, parts), _sex(found), _flags(parts))


def _flags(parts: Roles) -> int:
    several = MANY_GIVEN * (len(parts.given) > 1) + MANY_FAMILIES * (len(parts.family) > 1)
    return several + GUESSED * (parts.doubt > 0)


def _joined(indexes: tuple[int, ...], found: list[tuple[int, ...]], known: Vocabulary, column: int) -> int:
    """The id of one word, or of several written as one: "Мухаммад Юсуф" and "Мухаммадюсуф" are one name."""
    if not indexes:
        return NOTHING
    if len(indexes) == 1:
        return found[indexes[0]][column]
    pieces = [known.forms[found[i][1]] for i in indexes if found[i][1] >= 0]
    whole = "".join(piece for piece in pieces if len(piece) > 1) or "".join(pieces[:1])
    return known.id_of(sexless(whole) if column == _FAMILY_FORM else whole)


def _words(found: list[tuple[int, ...]], parts: Roles) -> tuple[int, ...]:
    kept = []
    for i, word in enumerate(found):
        if word[0] & (MARKER | INITIAL) or i in parts.aside or word[1] < 0:
            continue
        fathers = i == parts.father and parts.father_is != BARE
        kept.append(word[3] if fathers else word[2])
    kept = kept[:MOST_WORDS]
    return (*kept, *([NOTHING] * (MOST_WORDS - len(kept))))


def _sex(found: list[tuple[int, ...]]) -> int:
    men = women = 0
    for word in found:
        men += word[5]
        women += word[6]
    return MALE if men > women else FEMALE if women > men else 0
