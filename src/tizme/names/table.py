"""Many names taken apart, as columns of form ids."""

from __future__ import annotations

import gc
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

import numpy as np

from tizme.names.classes import INITIAL, MARKER
from tizme.names.parts import pieces
from tizme.names.roles import BARE, BUILT, Roles, roles
from tizme.names.translit import sexless
from tizme.names.vocabulary import NOTHING, Vocabulary

MOST_WORDS = 5
_AT_ONCE = 20_000  # names whose new words are learnt together
# Columns of NameTable.rows.
GIVEN, FATHER, FAMILY, WORDS, SEX, DOUBT = 0, 1, 2, 3, 3 + MOST_WORDS, 4 + MOST_WORDS
WIDTH = 5 + MOST_WORDS
MALE, FEMALE = 1, 2
GUESSED, MANY_GIVEN, MANY_FAMILIES = 1, 2, 4  # bits of DOUBT
# Places in what Vocabulary.word gives.
_GIVEN_FORM, _FAMILY_FORM, _BUILT_FORM, _BARE_FORM = 1, 2, 3, 4
_NO_WORDS = (NOTHING,) * MOST_WORDS
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
    cells, remaining = array("i"), iter(names)
    while some := [_taken(name) for name in islice(remaining, _AT_ONCE)]:
        with _uncollected():
            known.learn(chain.from_iterable([words for words, _ in some]))
            for words, comma in some:
                cells.extend(_row(list(map(known.word, words)), comma, known))
    return NameTable(known, np.frombuffer(cells, np.int32).reshape(-1, WIDTH) if cells else _EMPTY)


_EMPTY = np.zeros((0, WIDTH), np.int32)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Puts off collecting garbage: reading names makes none, and a collection walks all tables, 0.1 s."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _taken(name: str) -> tuple[Sequence[str], int]:
    """The words of a name, and the last before a comma or -1."""
    words = name.split()
    if len(words) > MOST_WORDS or _ASIDE.search(name):
        taken = pieces(name)
        return taken.words, taken.comma_after
    return words, -1


class _Recipe(NamedTuple):
    """How a name's row is put together, told by the classes of its words; see `Vocabulary.word` for columns.

    Attributes:
        given, family: Places of the words.
        father: (place of the word, column) that hold the father's name; empty where the name gives none.
        kept: (place, column) of every whole word but markers.
    """

    given: tuple[int, ...]
    family: tuple[int, ...]
    father: tuple[int, ...]
    kept: tuple[tuple[int, int], ...]
    flags: int


@lru_cache(maxsize=200_000)
def _recipe(kinds: tuple[int, ...], comma: int) -> _Recipe:
    parts = roles(kinds, comma)
    fathers = _BUILT_FORM if parts.father_is == BUILT else _BARE_FORM
    father: tuple[int, ...] = (parts.father, fathers) if parts.father >= 0 else ()
    if not father and parts.patronymic:
        father = (parts.patronymic[0], _GIVEN_FORM)
    built = parts.father if parts.father_is != BARE else NOTHING
    kept = tuple(
        (at, _BUILT_FORM if at == built else _FAMILY_FORM)
        for at, kind in enumerate(kinds)
        if not kind & (MARKER | INITIAL) and at not in parts.aside
    )
    return _Recipe(parts.given, parts.family, father, kept, _flags(parts))


def _row(found: list[tuple[int, ...]], comma: int, known: Vocabulary) -> tuple[int, ...]:
    given, family, father, kept, flags = _recipe(tuple([word[0] for word in found]), comma)
    words = [found[at][column] for at, column in kept if found[at][_GIVEN_FORM] >= 0]
    return (
        found[given[0]][_GIVEN_FORM] if len(given) == 1 else _joined(given, found, known, _GIVEN_FORM),
        found[father[0]][father[1]] if father else NOTHING,
        found[family[0]][_FAMILY_FORM] if len(family) == 1 else _joined(family, found, known, _FAMILY_FORM),
        *words[:MOST_WORDS],
        *_NO_WORDS[len(words) :],
        _sex(found),
        flags,
    )


def _flags(parts: Roles) -> int:
    several = MANY_GIVEN * (len(parts.given) > 1) + MANY_FAMILIES * (len(parts.family) > 1)
    return several + GUESSED * (parts.doubt > 0)


def _joined(indexes: tuple[int, ...], found: list[tuple[int, ...]], known: Vocabulary, column: int) -> int:
    """The id of several words written as one: "Мухаммад Юсуф" and "Мухаммадюсуф" are one name."""
    if not indexes:
        return NOTHING
    pieces = [known.forms[found[i][1]] for i in indexes if found[i][1] >= 0]
    whole = "".join(piece for piece in pieces if len(piece) > 1) or "".join(pieces[:1])
    return known.id_of(sexless(whole) if column == _FAMILY_FORM else whole)


def _sex(found: list[tuple[int, ...]]) -> int:
    men = women = 0
    for word in found:
        men += word[5]
        women += word[6]
    return MALE if men > women else FEMALE if women > men else 0
