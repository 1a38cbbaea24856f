"""Relatives that the cells of a list name, compared by their given names: families of kin agree anyhow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from tizme.link.list_cells import Cells, Columns, is_none
from tizme.ports.list_engine import SHARED
from tizme.tables import rows
from tizme.text import fold

KIN = "kin"  # a cell of relatives of any kind; "kin.mother" and the like hold one kind
MOST_KIN = SHARED  # relatives of a row that are compared
_COLUMNS = (
    *(f"{kind}_{at}" for kind in ("kin", "kin_bones") for at in range(1, MOST_KIN + 1)),
    "mother_fold", "spouse_fold",
)  # fmt: skip
_ONE_ALONE = frozenset({"mother", "father", "wife", "husband"})  # "Асанова, Гульнара" is one woman there
_SPOUSES = frozenset({"wife", "husband"})
_LEFT_ASIDE = "-"
_PIECES, _PIECES_AND_COMMAS = re.compile(r"[;\n|/]|\s[–—-]\s"), re.compile(r"[;,\n|/]|\s[–—-]\s")
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_WORD = re.compile(r"[^\s:(){}\[\]]+")


@dataclass(frozen=True, slots=True)
class RowKin:
    """Form ids (`names.vocabulary`) of relatives' given names, row by row; -1 where none is told.

    Attributes:
        kin: int64 (MOST_KIN, rows); mother and spouse first, father left out: he is compared as the father.
        mother, spouse, father: int64 (rows,).
    """

    kin: Any
    mother: Any
    spouse: Any
    father: Any


def kin_properties(properties: Iterable[str]) -> tuple[str, ...]:
    """Those of the properties that name relatives."""
    return tuple(sorted(one for one in properties if one == KIN or one.startswith(f"{KIN}.")))


def silent_kin_columns(properties: Iterable[str]) -> set[str]:
    """The columns of relatives, where none is a property of a list."""
    return set() if kin_properties(properties) else set(_COLUMNS)


def kin_columns(kin: RowKin, texts: Mapping[str, Any]) -> Columns:
    """The names of relatives in their order; those without one of two letters are left out.

    Args:
        texts: Kind of text ("_fold", "_bones") -> texts by form id, whose last entry is None.
    """
    found: Columns = {"mother_fold": texts["_fold"][kin.mother], "spouse_fold": texts["_fold"][kin.spouse]}
    folds = texts["_fold"][kin.kin]
    nameless = is_none(folds)
    for at in range(1, MOST_KIN):  # one name is shared once, whoever bears it
        nameless[at] |= np.any(folds[:at] == folds[at], axis=0)
    order = np.argsort(nameless, axis=0, kind="stable")
    ids = np.take_along_axis(np.where(nameless, -1, kin.kin), order, axis=0)
    for kind, column in (("_fold", "kin"), ("_bones", "kin_bones")):
        found |= {f"{column}_{at}": texts[kind][one] for at, one in enumerate(ids, start=1)}
    return found


def row_kin(cells: Mapping[str, Cells], count: int, ids_of: Callable[[list[str]], Any]) -> RowKin:
    """The relatives of every row.

    Args:
        cells: Property -> one cell a row; others than of relatives are not looked at.
        ids_of: Names -> the form ids of their given names, -1 where a name tells none.
    """
    columns = [(one, cells[one]) for one in kin_properties(cells)]
    told = {prop: {cell: relatives(prop, cell) for cell in set(column) if cell} for prop, column in columns}
    names = sorted({name for by_cell in told.values() for kin in by_cell.values() for _, name in kin})
    id_of = dict(zip(names, np.asarray(ids_of(names)).tolist(), strict=True))
    found = np.full((MOST_KIN + 3, count), -1, np.int64)
    for row in range(count):
        here = [kin for prop, column in columns for kin in told[prop].get(column[row] or "", ())]
        if here:
            found[:, row] = _ids_of_row([(tie, id_of[name]) for tie, name in here])
    return RowKin(found[:MOST_KIN], *found[MOST_KIN:])


def _ids_of_row(kin: list[tuple[str, int]]) -> list[int]:
    """MOST_KIN relatives, the mother, the spouse, the father."""
    known = [(tie, one) for tie, one in kin if one >= 0]
    mother = next((one for tie, one in known if tie == "mother"), -1)
    spouse = next((one for tie, one in known if tie in _SPOUSES), -1)
    father = next((one for tie, one in known if tie == "father"), -1)
    first = [one for one in (mother, spouse) if one >= 0]
    others = [one for tie, one in known if tie != "father"]
    whole = list(dict.fromkeys([*first, *others]))[:MOST_KIN]
    return [*whole, *[-1] * (MOST_KIN - len(whole)), mother, spouse, father]


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
    ties = (_tie(word) for word in found.group(1).split())
    return f" {found.group(1)} " if any(ties) else " "


def _of_piece(own: str, piece: str) -> list[tuple[str, str]]:
    """A word for a tie tells the name behind it; where none stands behind it, the name before it."""
    parts: list[tuple[str, list[str]]] = [(own, [])]
    for word in _WORD.findall(piece):
        tie = _tie(word)
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


def _tie(word: str) -> str:
    return _ties().get(fold(word).strip(".,!?\"'"), "")


@lru_cache(maxsize=1)
def _ties() -> dict[str, str]:
    return {fold(row["word"]): row["tie"] for row in rows("link/kin_words.csv", "word", "tie")}
