"""Cells of a list's column, worked out once for each distinct value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Cells = Sequence[str | None]
Columns = dict[str, Any]


def memo(cells: Cells | None, rows: int, work: Callable[[str], tuple[Any, ...]], width: int) -> Any:
    """(width, rows) objects; None in every place where the cell is empty."""
    nothing = (None,) * width
    if cells is None:
        return np.full((width, rows), None, dtype=object)
    known: dict[str | None, tuple[Any, ...]] = {None: nothing, "": nothing}
    for cell in set(cells):
        if cell:
            known[cell] = work(cell.strip()) if cell.strip() else nothing
    found = np.empty((width, rows), dtype=object)
    for at in range(width):
        one = {cell: values[at] for cell, values in known.items()}
        found[at] = [one[cell] for cell in cells]
    return found


def is_none(cells: Any) -> Any:
    nothing: Any = None
    return np.equal(cells, nothing)
