"""Relatives that the cells of a list name, compared by their given names: families of kin agree anyhow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tizme.link.list_cells import Cells, Columns, is_none
from tizme.names.relatives import SPOUSES, kin_properties, relatives
from tizme.ports.list_engine import SHARED

MOST_KIN = SHARED  # relatives of a row that are compared
_COLUMNS = (
    *(f"{kind}_{at}" for kind in ("kin", "kin_bones") for at in range(1, MOST_KIN + 1)),
    "mother_fold", "spouse_fold",
)  # fmt: skip


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
    spouse = next((one for tie, one in known if tie in SPOUSES), -1)
    father = next((one for tie, one in known if tie == "father"), -1)
    first = [one for one in (mother, spouse) if one >= 0]
    others = [one for tie, one in known if tie != "father"]
    whole = list(dict.fromkeys([*first, *others]))[:MOST_KIN]
    return [*whole, *[-1] * (MOST_KIN - len(whole)), mother, spouse, father]
