"""Many names taken apart, as columns of form ids."""

from __future__ import annotations

import gc
import re
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
_MANY = 16  # names from which on columns cost less than rows
# Columns of NameTable.rows.
GIVEN, FATHER, FAMILY, WORDS, SEX, DOUBT = 0, 1, 2, 3, 3 + MOST_WORDS, 4 + MOST_WORDS
WIDTH = 5 + MOST_WORDS
MALE, FEMALE = 1, 2
GUESSED, MANY_GIVEN, MANY_FAMILIES = 1, 2, 4  # bits of DOUBT
# Places in what Vocabulary.word gives.
_GIVEN_FORM, _FAMILY_FORM, _BUILT_FORM, _BARE_FORM, _MEN, _WOMEN = 1, 2, 3, 4, 5, 6
_NO_WORD = np.array([[0, NOTHING, NOTHING, NOTHING, NOTHING, 0, 0]], np.int32)
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


Rows = np.ndarray[Any, np.dtype[np.int32]]
# The words of a name, and the last before a comma or -1.
_Taken = tuple[Sequence[str], int]


def name_table(names: Iterable[str], *, vocabulary: Vocabulary | None = None) -> NameTable:
    """Take many names apart.

    Args:
        names: In the nominative, in any script, order and letter case.
        vocabulary: One to share with other tables; it grows.
    """
    known = Vocabulary() if vocabulary is None else vocabulary
    blocks, remaining = [_EMPTY], iter(names)
    while chunk := list(islice(remaining, _AT_ONCE)):
        with uncollected():
            some = list(map(_taken, chunk))
            known.learn(chain.from_iterable([words for words, _ in some]))
            blocks.append(_rows_of_many(some, known) if len(some) >= _MANY else _rows_of_few(some, known))
    return NameTable(known, np.concatenate(blocks))


_EMPTY = np.zeros((0, WIDTH), np.int32)


@contextmanager
def uncollected() -> Iterator[None]:
    """Puts off collecting garbage: reading names makes none, and a round of it walks all tables, 0.1 s."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _taken(name: str) -> _Taken:
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


def _row(found: list[list[int]], recipe: _Recipe, known: Vocabulary) -> tuple[int, ...]:
    given, family, father, kept, flags = recipe
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


def _rows_of_few(some: Sequence[_Taken], known: Vocabulary) -> Rows:
    made = np.empty((len(some), WIDTH), np.int32)
    for at, (words, comma) in enumerate(some):
        found = known.numbers_of(words).tolist()
        made[at] = _row(found, _recipe(tuple([word[0] for word in found]), comma), known)
    return made


def _rows_of_many(some: Sequence[_Taken], known: Vocabulary) -> Rows:
    """As `_rows_of_few`, column by column."""
    counts = np.array([len(words) for words, _ in some])
    numbers = known.numbers_of(chain.from_iterable([words for words, _ in some]))
    starts, absent = np.cumsum(counts) - counts, len(numbers)
    numbers = np.concatenate((numbers, _NO_WORD))
    kinds = numbers[:, 0].tolist()
    shapes: dict[tuple[tuple[int, ...], int], int] = {}
    shape = np.array([
        shapes.setdefault((tuple(kinds[start : start + count]), comma), len(shapes))
        for start, count, (_, comma) in zip(starts.tolist(), counts.tolist(), some, strict=True)
    ])  # fmt: skip
    recipes = [_recipe(kinds_, comma) for kinds_, comma in shapes]
    steps = np.arange(counts.max())
    grid = np.where(steps < counts[:, None], starts[:, None] + steps, absent)
    kept = np.zeros((len(recipes), len(steps)), np.int64)
    for at, recipe in enumerate(recipes):
        for place, column in recipe.kept:
            kept[at, place] = column

    def told(places: Sequence[int], columns: Sequence[int]) -> Any:
        place = np.array(places)[shape]
        return numbers[np.where(place >= 0, starts + place, absent), np.array(columns)[shape]]

    made = np.empty((len(some), WIDTH), np.int32)
    made[:, GIVEN] = told([_only(one.given) for one in recipes], [_GIVEN_FORM] * len(recipes))
    made[:, FAMILY] = told([_only(one.family) for one in recipes], [_FAMILY_FORM] * len(recipes))
    father = [one.father or (NOTHING, _GIVEN_FORM) for one in recipes]
    made[:, FATHER] = told([place for place, _ in father], [column for _, column in father])
    made[:, WORDS : WORDS + MOST_WORDS] = _first_words(numbers, grid, kept[shape])
    men, women = (numbers[grid, column].sum(1) for column in (_MEN, _WOMEN))
    made[:, SEX] = np.where(men > women, MALE, np.where(women > men, FEMALE, 0))
    made[:, DOUBT] = np.array([one.flags for one in recipes])[shape]
    several = np.array([len(one.given) > 1 or len(one.family) > 1 for one in recipes])
    for at in np.flatnonzero(several[shape]).tolist():
        found = numbers[starts[at] : starts[at] + counts[at]].tolist()
        made[at] = _row(found, recipes[shape[at]], known)
    return made


def _only(places: tuple[int, ...]) -> int:
    return places[0] if len(places) == 1 else NOTHING


def _first_words(numbers: Rows, grid: Any, columns: Any) -> Any:
    """(names, MOST_WORDS): the form of each word in its column, none for column 0, without gaps."""
    forms = numbers[grid, columns]
    real = (columns > 0) & (numbers[grid, _GIVEN_FORM] >= 0)
    order = np.argsort(~real, axis=1, kind="stable")[:, :MOST_WORDS]
    found = np.full((len(grid), MOST_WORDS), NOTHING)
    there = np.take_along_axis(real, order, 1)
    found[:, : order.shape[1]] = np.where(there, np.take_along_axis(forms, order, 1), NOTHING)
    return found


def _flags(parts: Roles) -> int:
    several = MANY_GIVEN * (len(parts.given) > 1) + MANY_FAMILIES * (len(parts.family) > 1)
    return several + GUESSED * (parts.doubt > 0)


def _joined(indexes: tuple[int, ...], found: list[list[int]], known: Vocabulary, column: int) -> int:
    """The id of several words written as one: "Мухаммад Юсуф" and "Мухаммадюсуф" are one name."""
    if not indexes:
        return NOTHING
    pieces = [known.forms[found[i][1]] for i in indexes if found[i][1] >= 0]
    whole = "".join(piece for piece in pieces if len(piece) > 1) or "".join(pieces[:1])
    return known.id_of(sexless(whole) if column == _FAMILY_FORM else whole)


def _sex(found: list[list[int]]) -> int:
    men = women = 0
    for word in found:
        men += word[5]
        women += word[6]
    return MALE if men > women else FEMALE if women > men else 0
