"""Books of short texts, LANG.csv: texts with an odd number are for development, even ones only counted."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tizme.cli.measuring.phrase_lists import lists_folder
from tizme.model import UnusableInput

Row = dict[str, str]
OPEN, HELD = "open", "held"


def books_folder(name: str) -> Path | None:
    """Where these books lie in the repository; None where tizme was installed without its tests."""
    tests = lists_folder()
    return None if tests is None else tests / "gates" / name


def books_in(folder: Path, languages: Iterable[str], kind: str) -> list[Path]:
    """The books of these languages, or all of them, by name.

    Raises:
        UnusableInput: there is none.
    """
    wanted = set(languages)
    books = [book for book in sorted(folder.glob("*.csv")) if not wanted or book.stem in wanted]
    if not books:
        raise UnusableInput(f"no book of {kind} (LANG.csv)", str(folder), "name a language that is there")
    return books


def texts_of(book: Path, columns: tuple[str, ...]) -> Iterator[list[Row]]:
    """The rows of each text.

    Raises:
        UnusableInput: the book's columns are others.
    """
    for _, rows in groupby(rows_of(book, columns), key=lambda row: row["id"]):
        yield list(rows)


def rows_of(table: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table with these columns.

    Raises:
        UnusableInput: its columns are others.
    """
    with table.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines)
        if tuple(read.fieldnames or ()) != columns:
            raise UnusableInput(f"columns {read.fieldnames}", str(table), f"name them {','.join(columns)}")
        yield from read


def half_of(row: Row) -> str:
    """Which half of its book a row belongs to."""
    return OPEN if int(row["id"].rpartition("-")[2]) % 2 else HELD
