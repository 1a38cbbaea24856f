"""Tables that stand in a running text: rows whose cells are places in that text.

A table has a header of known words over lines cut the same way ("ФИО | Год рождения | Погиб"). What is
none stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tizme.model import Cell, ListRow
from tizme.readers.headers import header_names, header_rows, letter_of, property_of, unique_names
from tizme.readers.sections import is_remark, is_total

_LINE = re.compile(r"[^\r\n]+")
_CUTS = (re.compile(r"\|"), re.compile(r"\t"), re.compile(r";"), re.compile(r" {2,}"))
_RULE = re.compile(r"^[\s|:+=_—–-]+$")
_NAMES = frozenset({"name", "family", "given"})


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    number: int  # of the text's lines that hold something, from 1
    after_blank: bool


@dataclass(frozen=True, slots=True)
class TextRows:
    """Rows found in a text, and what their columns were taken to hold."""

    rows: tuple[ListRow, ...]
    mapping: tuple[tuple[str, str, str], ...]


def text_rows(text: str, outside: Sequence[tuple[int, int]] = ()) -> TextRows:
    """The rows of the tables in ``text``.

    Args:
        outside: Ranges that are not looked at: furniture, and rows that are known already.
    """
    lines = list(_lines(text, outside))
    rows: list[ListRow] = []
    mapping: list[tuple[str, str, str]] = []
    at = 0
    tables = 0
    while at < len(lines):
        table = _table(lines, at, f"table {tables + 1}")
        if table is not None:
            tables += 1
            found, until, columns = table
            rows += found
            mapping += columns
            at = until
            continue
        at += 1
    return TextRows(tuple(rows), tuple(dict.fromkeys(mapping)))


def _lines(text: str, outside: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    before = 0
    number = 0
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        number += 1
        blank = text.count("\n", before, match.start()) > 1
        before = match.end()
        if not any(start < match.end() and match.start() < stop for start, stop in outside):
            yield _Line(match.start(), match.group(), number, blank)


def _table(
    lines: Sequence[_Line], at: int, name: str
) -> tuple[list[ListRow], int, list[tuple[str, str, str]]] | None:
    """The table that begins at a line, the line after it, and its columns."""
    for cut in _CUTS:
        if cut.search(lines[at].text.strip(" |")) is None:
            continue
        until = at
        while (
            until < len(lines)
            and (until == at or not lines[until].after_blank)
            and _is_cut(lines[until], cut)
        ):
            until += 1
        body = [line for line in lines[at:until] if not _RULE.match(line.text)]
        cells = [_cells(line, cut) for line in body]
        grid = [[" ".join(words.split()) for _, words in row] for row in cells]
        where = header_rows(grid) if len(grid) > 1 else None
        if where is None or where[0] != 0:
            continue
        names = unique_names(header_names(grid, where))
        columns = [(name, header, property_of(re.sub(r" \[[A-Z]+\]$", "", header))) for header in names]
        known = {prop for _, _, prop in columns if prop}
        if len(known) < 2 or not known & _NAMES:
            continue
        rows = [
            _row(line, row, columns) for line, row in zip(body[where[1] :], cells[where[1] :], strict=True)
        ]
        return [row for row in rows if row is not None], until, columns
    return None


def _is_cut(line: _Line, cut: re.Pattern[str]) -> bool:
    return cut.search(line.text.strip(" |")) is not None or _RULE.match(line.text) is not None


def _cells(line: _Line, cut: re.Pattern[str]) -> list[tuple[int, str]]:
    """(where it begins, words) of each cell of a line."""
    words, begin = line.text, line.start
    if cut.pattern == r"\|":
        left = len(words) - len(words.lstrip(" |"))
        begin, words = begin + left, words[left:].rstrip()
        words = words.removesuffix("|")
    elif cut.pattern == r" {2,}":
        left = len(words) - len(words.lstrip())
        begin, words = begin + left, words.strip()
    found, at = [], 0
    for match in [*cut.finditer(words), None]:
        stop = match.start() if match else len(words)
        cell = words[at:stop]
        found.append((begin + at + len(cell) - len(cell.lstrip()), cell.strip()))
        at = match.end() if match else at
    return found


def _row(line: _Line, cells: list[tuple[int, str]], columns: list[tuple[str, str, str]]) -> ListRow | None:
    first = next((words for _, words in cells if any(char.isalpha() for char in words)), "")
    if is_total(first) or is_remark(first):
        return None
    made, fields = [], []
    for column, (start, words) in enumerate(cells[: len(columns)]):
        if not any(char.isalnum() for char in words):
            continue
        sheet, header, prop = columns[column]
        made.append(Cell(sheet, line.number, letter_of(column), header, words, start, start + len(words)))
        if prop:
            fields.append((prop, header))
    if not made:
        return None
    return ListRow(f"{columns[0][0]}!{line.number}", tuple(made), tuple(fields))
