"""What the columns of a list without a header hold, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tizme.places import lookup
from tizme.tables import rows
from tizme.text import fold

# Share of a column's filled cells that must look like what the column is taken to hold.
_MOST = 0.7
# Cells of a column that are looked at.
_SAMPLE = 200
_FEWEST_ROWS = 2
# Who is in these lists was born before, and what befell them came after.
_LAST_BIRTH_YEAR = 2010
_NAME = re.compile(r"[^\W\d_][\w’‘'ʻʼ`.-]*(?: [^\W\d_][\w’‘'ʻʼ`.-]*){1,4}")
_DAY = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-])?((?:19|20)\d\d)(?:-\d\d(?:-\d\d)?)?(?:\s*г\.?)?(?:\s*р\.?)?")


def guessed(grid: Sequence[Sequence[str]]) -> dict[int, str]:
    """Column -> property; empty where no column holds names."""
    width = max((len(row) for row in grid), default=0)
    columns = {at: [row[at] for row in grid[:_SAMPLE] if at < len(row) and row[at]] for at in range(width)}
    found: dict[int, str] = {}
    for at, cells in columns.items():
        if len(cells) < _FEWEST_ROWS:
            continue
        held = _held(cells)
        if held and held not in found.values():
            found[at] = held
    return found if "name" in found.values() else {}


def _held(cells: Sequence[str]) -> str:
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("status", _is_status),
        ("origin", _is_place),
        ("name", _is_name),
    )
    for held, test in tests:
        if sum(map(test, cells)) >= _MOST * len(cells):
            return held
    years = [int(match.group(1)) for cell in cells if (match := _DAY.fullmatch(cell))]
    if len(years) < _MOST * len(cells):
        return ""
    return "birth_date" if sorted(years)[len(years) // 2] <= _LAST_BIRTH_YEAR else "event.date"


def _is_name(cell: str) -> bool:
    words = cell.split()
    return _NAME.fullmatch(cell) is not None and words[0][:1].isupper() and words[-1][:1].isupper()


def _is_place(cell: str) -> bool:
    return bool(lookup(cell))


def _is_status(cell: str) -> bool:
    return " ".join(fold(cell).strip(" .,;:").split()) in _statuses()


@lru_cache(maxsize=1)
def _statuses() -> frozenset[str]:
    table = rows("extract/list_statuses.csv", "property", "lang", "form")
    return frozenset(" ".join(fold(row["form"]).split()) for row in table if row["property"])
