"""How a list in CSV, TSV or Parquet is read as SQL: its dialect told by us, since a guess may lose rows.

DuckDB's own guess takes a row with a cell too many for the header and leaves out all before it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

from tizme.engines.list_table import quoted
from tizme.model import UnusableInput

_NEXT_STEP = "save it as UTF-8 CSV with a header, or as Parquet"
_HEAD_BYTES = 1 << 18
_LINES_SAMPLED = 60
_DELIMITERS = (",", ";", "\t", "|")


def table_sql(path: Path) -> str:
    """SQL that reads every row of a list, the cells of a CSV as text; missing last cells are NULL.

    Raises:
        UnusableInput: a CSV is not UTF-8, or a row has more cells than the header.
    """
    if path.suffix.lower() == ".parquet":
        return f"read_parquet('{quoted(path)}')"
    about = path.stat()
    return _csv_sql(path, about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=64)
def _csv_sql(path: Path, size: int, _changed_ns: int) -> str:
    """A CSV as SQL, read through once to see that it can be."""
    import duckdb

    if not size:
        raise UnusableInput("the file is empty", str(path), _NEXT_STEP)
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES).decode("utf-8-sig", errors="replace")
    told = ""
    with duckdb.connect() as db:
        for way in _WAYS:
            source = _dialect_sql(path, head, **way)
            try:
                rows = _read_through(db, source)
            except duckdb.Error as error:
                told = told or _shown(error)
            else:
                if not way or rows == _lines(path) - 1:
                    return source
    raise UnusableInput(told, str(path), _NEXT_STEP)


# Rows may lack their last cells, and a quotation mark may be a letter like any other. Either is believed only
# where every line is a row: an open quotation mark swallows those that come after it.
_WAYS: tuple[dict[str, bool], ...] = ({}, {"padded": True}, {"quoted_cells": False})


def _lines(path: Path) -> int:
    """Lines that are not empty."""
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _shown(error: Exception) -> str:
    lines = str(error).splitlines()[:3]
    return " ".join("".join(filter(str.isprintable, line)).strip() for line in lines)


def _dialect_sql(path: Path, head: str, *, padded: bool = False, quoted_cells: bool = True) -> str:
    lines = head.splitlines(keepends=True)[:_LINES_SAMPLED]
    delimiter = _delimiter(lines, usual="\t" if path.suffix.lower() == ".tsv" else ",")
    names = _unique(next(csv.reader(lines, delimiter=delimiter), []))
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in (one.replace("'", "''") for one in names))
    marks = "quote='\"', escape='\"'" if quoted_cells else "quote='', escape=''"
    # Short rows and cells of several lines together are only read by one thread.
    more = ", null_padding=true, parallel=false" if padded else ""
    return (
        f"read_csv('{quoted(path)}', auto_detect=false, header=true, skip=0, delim='{delimiter}', {marks}, "
        f"new_line='{_line_end(head)}', columns={{{columns}}}{more})"
    )


def _read_through(db: Any, source: str) -> int:
    """How many rows there are; every cell is looked at, so that every fault is found."""
    found = db.execute(f"SELECT count(*), max(length(COLUMNS(*))) FROM {source}").fetchall()[0]  # noqa: S608
    return int(found[0])


def _delimiter(lines: list[str], *, usual: str) -> str:
    """The delimiter that cuts most of the first lines into as many cells as the first, and most cells."""
    best, best_score = usual, 0.0
    for delimiter in sorted(_DELIMITERS, key=lambda one: one != usual):
        rows = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=delimiter)
        widths = [len(row) for row in rows]
        width = widths[0] if widths else 1
        score = (width > 1) * Counter(widths)[width] * (1 + min(width, 50) / 100)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _unique(header: list[str]) -> list[str]:
    """Names of columns as DuckDB gives them: empty ones by their place, repeated ones with a number."""
    found: list[str] = []
    taken: set[str] = set()
    for at, cell in enumerate(header):
        name = own = cell.strip() or f"column{at}"
        number = 0
        while name.lower() in taken:
            number += 1
            name = f"{own}_{number}"
        taken.add(name.lower())
        found.append(name)
    return found


def _line_end(head: str) -> str:
    return "\\r\\n" if "\r\n" in head else "\\n" if "\n" in head else "\\r" if "\r" in head else "\\n"
