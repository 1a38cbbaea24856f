"""Sheets of cells to a text of one line per row, with every cell's place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tizme.model import Cell, Document, ListRow
from tizme.readers.assemble import Stretch, TextBuilder, assemble
from tizme.readers.failure import UnreadableError
from tizme.readers.headers import Mappings, header_names, header_rows, letter_of, mapping_of, unique_names
from tizme.text import detect_language, script_of

SEPARATOR = "; "
# Excel counts days from here; 1900-02-29, which never was, is behind every day that a list of ours holds.
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 60_000)  # 1927-05-18 .. 2064-04-08; a bare year lies below
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_DATE_PROPERTY = re.compile(r"(?:^|[._])date$")
# A sheet's language is read off this many of its first rows together; single rows are too short.
_ROWS_FOR_LANGUAGE = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it stands. ``first_row`` and ``first_column`` say where its top left cell is, from 0."""

    name: str
    cells: Sequence[Sequence[str]]
    first_row: int = 0
    first_column: int = 0


@dataclass(slots=True)
class ListParts:
    """What a list becomes on its way into a Document."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    stretches: list[Stretch] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)
    mapping: list[tuple[str, str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Columns:
    names: list[str]
    properties: dict[str, str]
    header: list[str]  # the header row's own cells, to know it when it comes again

    def name(self, column: int) -> str:
        return self.names[column] if column < len(self.names) else letter_of(column)


def list_document(
    document: Document, sheets: Iterable[Sheet], *, mapping: Mappings | None, most_cells: int
) -> Document:
    """``document`` with the text, rows and mapping of ``sheets``.

    Raises:
        UnreadableError: no cell is filled, or more than ``most_cells`` are.
    """
    parts, filled = ListParts(), 0
    for sheet in sheets:
        filled += sum(bool(cell) for row in sheet.cells for cell in row)
        if filled > most_cells:
            raise UnreadableError(
                "too-large",
                f"The list has more than {most_cells} filled cells; split it, or join it with `tizme link`.",
            )
        add_sheet(parts, sheet, mapping=mapping)
    whole = replace(
        document,
        text=parts.builder.text(),
        rows=tuple(parts.rows),
        mapping=tuple(parts.mapping),
        warnings=(*document.warnings, *parts.warnings),
    )
    return assemble(whole, parts.stretches, ad_lines=False)


def add_sheet(parts: ListParts, sheet: Sheet, *, mapping: Mappings | None) -> None:
    """Append one sheet's rows to ``parts``."""
    grid = [[" ".join(cell.split()) for cell in row] for row in sheet.cells]
    if not any(cell for row in grid for cell in row):
        return
    where = header_rows(grid)
    columns = _columns(sheet, grid, where, mapping)
    shown = [(sheet.name, name, columns.properties[name]) for name in columns.names]
    parts.mapping += shown
    if where is None:
        parts.warnings.append(
            f"No header row was found in '{sheet.name}'; its columns are called by their letters, "
            "say what they hold with a mapping."
        )
    lang = _language(grid)
    serials = 0
    for at, row in enumerate(grid):
        if not any(row):
            continue
        kind = _kind(at, row, where, columns)
        if kind == "row":
            row, converted = _with_days(row, columns)  # noqa: PLW2901
            serials += converted
        cells = _write(parts.builder, sheet, at, row, columns)
        stretch = (cells[0].start, cells[-1].stop)
        parts.stretches.append(Stretch(*stretch, kind, _row_language(row, lang)))
        if kind == "row":
            parts.rows.append(_list_row(sheet, at, cells, columns))
    if serials:
        parts.warnings.append(
            f"{serials} numbers in date columns of '{sheet.name}' were read as Excel's day numbers."
        )


def _columns(
    sheet: Sheet, grid: list[list[str]], where: tuple[int, int] | None, mapping: Mappings | None
) -> _Columns:
    width = max(len(row) for row in grid)
    names = header_names(grid, where) if where else []
    shifted = [""] * sheet.first_column + [*names, *[""] * (width - len(names))]
    used = [
        column
        for column in range(width)
        if (column < len(names) and names[column]) or any(column < len(row) and row[column] for row in grid)
    ]
    unique = unique_names(shifted)[sheet.first_column :]
    properties = mapping_of(sheet.name, [unique[column] for column in used], mapping)
    kept = [name if at in used else letter_of(at + sheet.first_column) for at, name in enumerate(unique)]
    header = grid[where[0]] if where else []
    return _Columns(kept, properties | {name: "" for name in kept if name not in properties}, header)


def _kind(at: int, row: list[str], where: tuple[int, int] | None, columns: _Columns) -> str:
    if where and where[0] <= at < where[1]:
        return "header"
    if where and at < where[0]:
        return "heading"
    if where and row == columns.header:  # printed lists repeat it on every page
        return "header"
    filled = [column for column, cell in enumerate(row) if cell]
    alone = len(filled) == 1 and len(columns.names) >= 3
    if (
        alone
        and columns.properties.get(columns.name(filled[0])) in {"id", ""}
        and not row[filled[0]].isdigit()
    ):
        return "heading"  # "Баткенская область" between the rows of a table
    return "row"


def _with_days(row: list[str], columns: _Columns) -> tuple[list[str], int]:
    """The row with Excel's day numbers in date columns written as ISO dates, and how many there were."""
    found, converted = list(row), 0
    for column, cell in enumerate(row):
        dated = _DATE_PROPERTY.search(columns.properties.get(columns.name(column), ""))
        if dated and _SERIAL.fullmatch(cell) and int(float(cell)) in _SERIALS:
            found[column] = (_EXCEL_EPOCH + timedelta(days=int(float(cell)))).isoformat()
            converted += 1
    return found, converted


def _write(builder: TextBuilder, sheet: Sheet, at: int, row: list[str], columns: _Columns) -> list[Cell]:
    cells: list[Cell] = []
    for column, value in enumerate(row):
        if not value:
            continue
        if cells:
            builder.add(SEPARATOR)
        start, stop = builder.add(value)
        letter = letter_of(column + sheet.first_column)
        number = at + sheet.first_row + 1
        cells.append(Cell(sheet.name, number, letter, columns.name(column), value, start, stop))
    builder.add("\n")
    return cells


def _list_row(sheet: Sheet, at: int, cells: list[Cell], columns: _Columns) -> ListRow:
    fields = tuple(
        (columns.properties[cell.header], cell.header)
        for cell in cells
        if columns.properties.get(cell.header)
    )
    return ListRow(f"{sheet.name}!{at + sheet.first_row + 1}", tuple(cells), fields)


def _language(grid: list[list[str]]) -> str:
    return detect_language("\n".join(" ".join(row) for row in grid[:_ROWS_FOR_LANGUAGE]))


def _row_language(row: list[str], lang: str) -> str:
    """The sheet's language, unless the row is in the other script."""
    joined = " ".join(row)
    script = script_of(joined)
    expected = "Latn" if lang in {"en", "uz-Latn"} else "Cyrl"
    return lang if script in {expected, "Zyyy"} else detect_language(joined)
