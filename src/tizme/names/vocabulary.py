"""Canonical forms as numbers, so that compiled loops can compare them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from tizme.names.alternates import short_rows, stem_of
from tizme.names.rarity import rarity_bits
from tizme.names.translit import bones, root
from tizme.names.variants import kin_items, variant_items
from tizme.names.words import WordForms, word_forms

# Letters of a form that are kept; no name part that we have seen is longer in canonical letters.
LONGEST = 32
_CODE = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)}
KNOWN = 6  # numbers kept of each kind; a form that spells more names than this is hardly evidence
NOTHING = -1
_SHORT = 1_000_000  # added to the row numbers of short names, which stand beside those of given_kin.csv


def _families(form: str) -> set[int]:
    return {*kin_items(form), *(_SHORT + row for row in short_rows(form))}


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
        self._words: dict[str, tuple[int, ...]] = {}
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
        found = self._ids.get(form)
        return self._add(form) if found is None else found

    def find(self, form: str) -> int:
        """The id of a form that is already here, else -1."""
        return self._ids.get(form, NOTHING)

    def _add(self, form: str) -> int:
        place = len(self.forms)
        if place == len(self.length):
            self._make_room(max(1024, 2 * place))
        self.forms.append(form)
        self._ids[form] = place
        codes = [_CODE.get(letter, 27) for letter in form[:LONGEST]]
        self.letters[place, : len(codes)] = codes
        self.length[place] = len(codes)
        frame = bones(form)
        if len(frame) >= 2:
            self.bones[place] = self._bones.setdefault(frame, len(self._bones))
        self.rarity[place] = rarity_bits(form)
        for start, numbers in ((0, variant_items(form)), (KNOWN, _families(form))):
            for k, number in enumerate(sorted(numbers)[:KNOWN]):
                self.known[place, start + k] = number
        stem = stem_of(form)
        if stem:
            self.stem[place] = self.id_of(stem)
        short = root(form)
        self.root[place] = place if short == form or not short else self.id_of(short)
        return place

    def word(self, word: str) -> tuple[int, ...]:
        """(kind, given, family, father, bare father, male votes, female votes) of a word as written."""
        found = self._words.get(word)
        if found is None:
            found = self._words[word] = self._numbers(word_forms(word))
        return found

    def _numbers(self, forms: WordForms) -> tuple[int, ...]:
        ids = (self.id_of(form) for form in (forms.given, forms.family, forms.father, forms.bare_father))
        return (forms.kind, *ids, *forms.votes)

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
