"""Canonical forms as numbers, so that compiled loops can compare them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

import numpy as np

from tizme.names.alternates import forms_with_short, short_rows, stem_of
from tizme.names.rarity import rarities
from tizme.names.translit import bones, through
from tizme.names.variants import forms_of_items, forms_of_kin, kin_items, variant_items
from tizme.names.words import form_columns

# Letters of a form that are kept; no name part that we have seen is longer in canonical letters.
LONGEST = 32
# Number of each byte of a form: 0 where it has ended, 27 for a letter outside a..z.
_CODES = np.full(256, 27, np.uint8)
_CODES[0] = 0
_CODES[ord("a") : ord("z") + 1] = np.arange(1, 27)
KNOWN = 6  # numbers kept of each kind; a form that spells more names than this is hardly evidence
NOTHING = -1
_SHORT = 1_000_000  # added to the row numbers of short names, which stand beside those of given_kin.csv


@lru_cache(maxsize=1)
def _listed_numbers() -> dict[str, tuple[int, ...]]:
    """Canonical form -> its row of `Vocabulary.known`, for the forms that have numbers."""
    return {form: _known_row(form) for form in (*forms_of_items(), *forms_of_kin(), *forms_with_short())}


def _known_row(form: str) -> tuple[int, ...]:
    families = {*kin_items(form), *(_SHORT + row for row in short_rows(form))}
    row = [NOTHING] * (2 * KNOWN)
    for start, numbers in ((0, variant_items(form)), (KNOWN, families)):
        some = sorted(numbers)[:KNOWN]
        row[start : start + len(some)] = some
    return tuple(row)


def _letters_of(forms: Sequence[str]) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """(forms, LONGEST)."""
    column = "".join([form[:LONGEST].ljust(LONGEST, "\0") for form in forms])
    letters = np.frombuffer(column.encode("latin-1", "replace"), np.uint8)
    return _CODES[letters].reshape(-1, LONGEST)


class Vocabulary:
    """Unique canonical forms with what comparison asks of each; a form's id is its place in ``forms``.

    A vocabulary only grows, and ids never change, so tables of names may share one.

    Attributes:
        forms: Canonical forms by id.
        letters: uint8 (capacity, LONGEST): 1..26 for a..z, 0 after the end.
        length: uint8 (capacity,).
        bones: int32 (capacity,): equal for forms of one consonant skeleton of two letters or more, else -1.
        root: int32 (capacity,): id of the form without its suffix.
        known: int32 (capacity, 2 * KNOWN): numbers of the names that the form is a listed spelling of, then
            of the families of names that it belongs to (Мухаммад and Магомед, Саша and Александр); else -1.
        stem: int32 (capacity,): id of the form without the ending that speech leaves off, else -1.
        rarity: float32 (capacity, 2): bits by which bearing this given name [0] or family name [1] is
            rarer than certain, that is -log2 of its share.
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._ids: dict[str, int] = {}
        self._bones: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._numbers = np.zeros((0, 7), np.int32)
        self._make_room(1024)

    def _make_room(self, capacity: int) -> None:
        old = len(self.forms)
        arrays: dict[str, np.ndarray[Any, Any]] = {
            "letters": np.zeros((capacity, LONGEST), np.uint8), "length": np.zeros(capacity, np.uint8),
            "bones": np.full(capacity, NOTHING, np.int32), "root": np.full(capacity, NOTHING, np.int32),
            "known": np.full((capacity, 2 * KNOWN), NOTHING, np.int32),
            "stem": np.full(capacity, NOTHING, np.int32),
            "rarity": np.zeros((capacity, 2), np.float32),
        }  # fmt: skip
        for name, array in arrays.items():
            if old:
                array[:old] = getattr(self, name)[:old]
            setattr(self, name, array)

    letters: np.ndarray[Any, np.dtype[np.uint8]]
    length: np.ndarray[Any, np.dtype[np.uint8]]
    bones: np.ndarray[Any, np.dtype[np.int32]]
    root: np.ndarray[Any, np.dtype[np.int32]]
    known: np.ndarray[Any, np.dtype[np.int32]]
    stem: np.ndarray[Any, np.dtype[np.int32]]
    rarity: np.ndarray[Any, np.dtype[np.float32]]

    def __len__(self) -> int:
        return len(self.forms)

    def id_of(self, form: str) -> int:
        """The id of a canonical form, made where it is new; -1 for ``""``."""
        if not form:
            return NOTHING
        if form not in self._ids:
            self._add([form])
        return self._ids[form]

    def find(self, form: str) -> int:
        """The id of a form that is already here, else -1."""
        return self._ids.get(form, NOTHING)

    def _add(self, forms: Sequence[str]) -> None:
        """Number forms that are new and no two alike, with the stems and the roots that they lead to."""
        first, shorts, stems = len(self.forms), list[str](), list[str]()
        while forms:
            roots, cut = through("root", forms), list(map(stem_of, forms))
            self._number(forms, roots)
            shorts += roots
            stems += cut
            forms = [form for form in dict.fromkeys(roots + cut) if form and form not in self._ids]
        last = len(self.forms)
        found = self._ids_of(shorts)
        self.root[first:last] = np.where(found >= 0, found, np.arange(first, last))
        self.stem[first:last] = self._ids_of(stems)

    def _ids_of(self, forms: Sequence[str]) -> np.ndarray[Any, np.dtype[np.int32]]:
        """The ids of forms that are all known, -1 for ``""``."""
        return np.fromiter(map(self._ids.get, forms, repeat(NOTHING)), np.int32, len(forms))

    def _number(self, forms: Sequence[str], roots: Sequence[str]) -> None:
        first = len(self.forms)
        last = first + len(forms)
        if last > len(self.length):
            self._make_room(max(1024, 2 * last))
        self.forms += forms
        self._ids.update(zip(forms, range(first, last), strict=True))
        self.letters[first:last] = _letters_of(forms)
        self.length[first:last] = np.minimum(LONGEST, np.fromiter(map(len, forms), np.int64, len(forms)))
        frames = self._bones
        self.bones[first:last] = [
            frames.setdefault(frame, len(frames)) if len(frame) >= 2 else NOTHING
            for frame in through("bones", forms)
        ]
        self.rarity[first:last] = rarities(forms, roots)
        listed = _listed_numbers()
        for place, form in enumerate(forms, start=first):
            if form in listed:
                self.known[place] = listed[form]

    def word(self, word: str) -> tuple[int, ...]:
        """(kind, given, family, father, bare father, male votes, female votes) of a word as written."""
        self.learn([word])
        return tuple(self.numbers_of([word])[0].tolist())

    def numbers_of(self, words: Iterable[str]) -> np.ndarray[Any, np.dtype[np.int32]]:
        """(words, 7): what `word` says of words that were learnt."""
        return self._numbers[list(map(self._words.__getitem__, words))]

    def learn(self, words: Iterable[str]) -> None:
        """Take in many words at once: each is then known to `word`, and cheaper than one by one."""
        new = [word for word in dict.fromkeys(words) if word not in self._words]
        if not new:
            return
        kinds, *columns, votes = form_columns(new)
        forms = dict.fromkeys(chain.from_iterable(columns))
        self._add([form for form in forms if form and form not in self._ids])
        first = len(self._words)
        last = first + len(new)
        if last > len(self._numbers):
            more = np.zeros((max(1024, last), self._numbers.shape[1]), np.int32)
            self._numbers = np.concatenate((self._numbers[:first], more))
        self._numbers[first:last, 0] = kinds
        for place, column in enumerate(columns, start=1):
            self._numbers[first:last, place] = self._ids_of(column)
        for place, one in enumerate(zip(*votes, strict=True), start=-2):
            self._numbers[first:last, place] = one
        self._words.update(zip(new, range(first, last), strict=True))

    def arrays(self) -> Mapping[str, Any]:
        """Cut to size, to be stored; `from_arrays` takes them back."""
        size = len(self.forms)
        names = ("letters", "length", "bones", "root", "known", "stem", "rarity")
        return {name: getattr(self, name)[:size] for name in names}

    @classmethod
    def from_arrays(cls, forms: Iterable[str], arrays: Mapping[str, Any]) -> Vocabulary:
        """A vocabulary as it was stored. It may still grow."""
        made = cls()
        made.forms = list(forms)
        made._ids = {form: place for place, form in enumerate(made.forms)}
        for name, array in arrays.items():
            setattr(made, name, array)
        for place, form in enumerate(made.forms):
            made._bones.setdefault(bones(form), int(made.bones[place]))
        return made
