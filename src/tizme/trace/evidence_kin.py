"""Relatives and call signs of rows, as columns, and what they say for and against the one sought."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from tizme import names
from tizme.names.relatives import KIN, SPOUSES, kin_properties, relatives
from tizme.names.table import name_table
from tizme.names.vocabulary import Vocabulary
from tizme.trace.segment import MOST_KIN, Array, Segment

# What a relative is, by number; any other tie is the last.
TIES = ("mother", "father", "wife", "husband", "other")
_MOTHER, _FATHER, _OTHER = TIES.index("mother"), TIES.index("father"), TIES.index("other")
_ONE_SPOUSE = {TIES.index(one) for one in SPOUSES}
_ALIKE = 0.9  # of names.likeness, from which two spellings are one word
_WITH_FATHER = 3  # words of a name from which one of them is the father's
Kin: TypeAlias = tuple[tuple[int, str], ...]  # (tie, canonical given name)


@dataclass(slots=True)
class KinColumns:
    """The relatives of a list's rows so far; two given names of one form are one number."""

    numbers: Any = field(default_factory=lambda: array("i"))
    ties: Any = field(default_factory=lambda: array("b"))
    told: dict[str, int] = field(default_factory=dict)
    written: list[list[str]] = field(default_factory=list)
    rows: int = 0
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def add(self, cells: Mapping[str, Sequence[str]], count: int) -> None:
        """Take in the cells of ``count`` further rows."""
        columns = [(one, cells[one]) for one in kin_properties(cells)]
        self.rows += count
        if not columns:
            return
        empty = MOST_KIN * (self.rows - count) - len(self.numbers)  # earlier batches had no such column
        self.numbers.extend([-1] * empty)
        self.ties.extend([_OTHER] * empty)
        read = {one: {cell: relatives(one, cell) for cell in set(column) if cell} for one, column in columns}
        every = sorted({name for by_cell in read.values() for kin in by_cell.values() for _, name in kin})
        numbers = dict(zip(every, self._numbers(every), strict=True))
        for row in range(count):
            found = [
                (_tie_number(tie), numbers[name])
                for one, column in columns
                for tie, name in read[one].get(column[row] or "", ())
                if numbers[name] >= 0
            ][:MOST_KIN]
            found += [(_OTHER, -1)] * (MOST_KIN - len(found))
            self.ties.extend([tie for tie, _ in found])
            self.numbers.extend([number for _, number in found])

    def _numbers(self, every: list[str]) -> Iterator[int]:
        for name, form in zip(every, given_forms(every, self.vocabulary), strict=True):
            if not form:
                yield -1
                continue
            if form not in self.told:
                self.told[form] = len(self.told)
                self.written.append([_word_of(name, form), form])
            yield self.told[form]

    def arrays(self) -> dict[str, Array]:
        """The columns, by their names in segment.ARRAYS; without a row where no list told of relatives."""
        missing = MOST_KIN * self.rows - len(self.numbers) if self.numbers else 0
        self.numbers.extend([-1] * missing)
        self.ties.extend([_OTHER] * missing)
        return {
            "kin": np.array(self.numbers, np.int32).reshape(-1, MOST_KIN),
            "kin_tie": np.array(self.ties, np.int8).reshape(-1, MOST_KIN),
        }


def given_forms(written: Sequence[str], vocabulary: Vocabulary | None = None) -> list[str]:
    """The canonical given name of each, "" where a name tells none of two letters."""
    if not written:
        return []
    known = Vocabulary() if vocabulary is None else vocabulary
    ids = name_table(list(written), vocabulary=known).given.tolist()
    return [known.forms[one] if one >= 0 and len(known.forms[one]) > 1 else "" for one in ids]


@lru_cache(maxsize=10_000)
def kin_of(words: str) -> Kin:
    """The relatives that a question gives, as (tie, given name)."""
    told = relatives(KIN, words) if words else ()
    forms = given_forms([name for _, name in told])
    return tuple((_tie_number(tie), form) for (tie, _), form in zip(told, forms, strict=True) if form)


def kin_codes(segment: Segment, name: int, row: int, kin: Kin, fathers: frozenset[str]) -> list[str]:
    """What the relatives in a row say.

    Args:
        name: The name of the row that was met; where it holds no father's name a father in the row is asked.
        fathers: Canonical given names that the query gives for the father.
    """
    if not len(segment.kin) or not (kin or fathers):
        return []
    theirs = list(_kin_of_row(segment, row))
    codes = _codes(kin, theirs)
    father = next((form for tie, form in theirs if tie == _FATHER), "")
    if (
        father
        and fathers
        and segment.word_at[name + 1] - segment.word_at[name] < len(("given", "family", "f"))
    ):
        alike = any(same_form(father, one) for one in fathers)
        codes.append("kin:father-agree" if alike else "kin:father-contradicted")
    return codes


def _codes(kin: Kin, theirs: Sequence[tuple[int, str]]) -> list[str]:
    codes: list[str] = []
    for tie, form in kin:
        same = [one for one, other in theirs if same_form(form, other)]
        if same:
            code = "kin:same-tie" if tie in same else "kin:same-name"
            codes.append("kin:another-agrees" if codes and codes[0] != "kin:other-mother" else code)
        elif tie == _MOTHER and any(one == _MOTHER for one, _ in theirs):
            codes.append("kin:other-mother")
        elif tie in _ONE_SPOUSE and any(one in _ONE_SPOUSE for one, _ in theirs):
            codes.append("kin:other-spouse")
    return codes


def kin_words(segment: Segment, row: int) -> str:
    """A row's relatives in words: "mother Бурул; wife Салтанат", "" where it names none."""
    if not len(segment.kin):
        return ""
    written = segment.interned["kin"]
    told = [
        f"{TIES[tie]} {written[number][0]}" if tie != _OTHER else str(written[number][0])
        for number, tie in zip(segment.kin[row].tolist(), segment.kin_tie[row].tolist(), strict=True)
        if number >= 0
    ]
    return "; ".join(dict.fromkeys(told))


def _kin_of_row(segment: Segment, row: int) -> Iterator[tuple[int, str]]:
    written = segment.interned["kin"]
    for number, tie in zip(segment.kin[row].tolist(), segment.kin_tie[row].tolist(), strict=True):
        if number >= 0:
            yield tie, written[number][1]


@lru_cache(maxsize=100_000)
def same_form(mine: str, other: str) -> bool:
    """Whether two canonical forms, of given names, units or call signs, are one word."""
    return mine == other or names.likeness(mine, other) > _ALIKE


def _tie_number(tie: str) -> int:
    return TIES.index(tie) if tie in TIES else _OTHER


def _word_of(name: str, form: str) -> str:
    """The word of a relative's name that is the given name, as it was written."""
    return next((word for word in name.split() if names.canon(word) == form), name)
