"""Read a vocabulary table, check it, and name the line that is wrong."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tizme.model import BadTable


@dataclass(frozen=True, slots=True)
class Row(Mapping[str, str]):
    """One row of a table: column -> cell, trimmed; ``line`` counts from 1 in the file."""

    cells: dict[str, str]
    path: str
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def error(self, problem: str) -> BadTable:
        """The error to raise about this row."""
        return BadTable(self.path, self.line, problem)


def table_root() -> Path:
    """The folder that holds the tables."""
    return Path(__file__).parent


def source_of(path: str) -> str:
    """The "# source:" comment of a table, or its YAML key ``source``.

    Raises:
        BadTable: the table names no source.
    """
    for number, line in enumerate((table_root() / path).read_text(encoding="utf-8").splitlines(), start=1):
        if line.lower().startswith(("# source:", "source:")):
            return line.split(":", 1)[1].strip()
        if line and not line.startswith("#"):
            raise BadTable(path, number, "no '# source:' comment stands before the first row")
    raise BadTable(path, 1, "the table is empty")


@cache
def rows(path: str, *columns: str) -> tuple[Row, ...]:
    """The rows of the CSV ``tables/<path>``; every name in ``columns`` must be a column.

    Raises:
        BadTable: no source, a missing column, or a row with more or fewer cells than the header.
    """
    source_of(path)
    lines = (table_root() / path).read_text(encoding="utf-8").splitlines()
    numbered = [
        (n, line) for n, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")
    ]
    if not numbered:
        raise BadTable(path, len(lines), "no header row stands below the comments")
    cells_by_row = list(csv.reader([line for _, line in numbered], skipinitialspace=True))
    header = [name.strip() for name in cells_by_row[0]]
    for column in columns:
        if column not in header:
            raise BadTable(path, numbered[0][0], f"no column '{column}' (there are: {', '.join(header)})")
    found = []
    for (number, _), cells in zip(numbered[1:], cells_by_row[1:], strict=True):
        if len(cells) != len(header):
            raise BadTable(path, number, f"{len(cells)} cells where the header has {len(header)}")
        trimmed = (cell.strip() for cell in cells)
        found.append(Row(dict(zip(header, trimmed, strict=True)), path, number))
    return tuple(found)


@cache
def tree(path: str) -> Any:
    """The value of the YAML ``tables/<path>``. It must have a top-level key ``source``.

    Raises:
        BadTable: not YAML, or no source.
    """
    try:
        value = yaml.safe_load((table_root() / path).read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadTable(path, line, str(error.problem)) from error
    if not isinstance(value, dict) or "source" not in value:
        raise BadTable(path, 1, "no top-level key 'source'")
    return value


# Letters, the answers of a search, rules of estimation: what they say changes no claim.
_NOT_FOR_CLAIMS = frozenset({"letters", "trace", "estimate"})


@cache
def table_digest() -> str:
    """SHA-256 over every table that claims may rest on; part of the rule version that each claim carries."""
    whole = hashlib.sha256()
    for path in sorted(table_root().rglob("*")):
        place = path.relative_to(table_root())
        if path.suffix in {".csv", ".yaml"} and place.parts[0] not in _NOT_FOR_CLAIMS:
            whole.update(place.as_posix().encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
