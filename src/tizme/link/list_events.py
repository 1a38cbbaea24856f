"""Days of events that a list's cells tell, as columns to compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tizme.link.event_days import EVENTS, event_days, is_exact
from tizme.link.list_cells import Cells, Columns, memo
from tizme.link.lists import event_date

_DIED = "died.date"
_KINDS = ("low", "high", "day", "exact")


def event_columns(cells: Mapping[str, Cells], rows: int) -> Columns:
    """First and last day that cells leave open, their one day, whether they are near one; of told events."""
    found: Columns = {}
    langs = cells.get("lang") or [None] * rows
    for event, field in EVENTS.items():
        if event in cells:
            told = [
                f"{day}\x1f{lang or ''}" if day else None
                for day, lang in zip(cells[event], langs, strict=True)
            ]
            columns = memo(told, rows, _days, len(_KINDS))
            found |= {f"{field}_{kind}": column for kind, column in zip(_KINDS, columns, strict=True)}
    return found


def silent_event_columns(told: Iterable[str]) -> set[str]:
    """The columns of events that are no property of a list."""
    known = set(told)
    return {f"{field}_{kind}" for event, field in EVENTS.items() if event not in known for kind in _KINDS}


def _days(cell: str) -> tuple[Any, ...]:
    day, _, lang = cell.partition("\x1f")
    found = event_days(event_date(day, lang))
    if found is None:
        return (None,) * len(_KINDS)
    low, high = found
    return (low, high, low if low == high else None, "yes" if is_exact(low, high) else None)


def days_of_ages(cells: Mapping[str, Cells], rows: int) -> Cells:
    """The EDTF day to which each row's age refers: a list of the dead gives the age at death."""
    published = cells.get("published") or [None] * rows
    died = cells.get(_DIED)
    if died is None:
        return published
    langs = cells.get("lang") or [None] * rows
    return [
        (event_date(day, lang or "") if day else None) or other
        for day, lang, other in zip(died, langs, published, strict=True)
    ]
