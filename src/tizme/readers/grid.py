"""Sheets of cells to a text of one line per row, with every cell's place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tizme.model import Cell, Document, ListRow
from tizme.readers.assemble import Stretch, TextBuilder, assemble
from tizme.readers.failure import UnreadableError
from tizme.readers.guess import guessed
from tizme.readers.headers import Mappings, header_names, header_rows, letter_of, mapping_of, unique_names
from tizme.readers.sections import LONGEST_SECTION, STATUSES, is_remark, is_total, section_of
from tizme.text import detect_language, script_of

SEPARATOR = "; "
# Excel counts days from here; 1900-02-29, which never was, is behind every day that a list of ours holds.
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(10_000, 60_000)  # 1927-05-18 .. 2064-04-08; a bare year lies below
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_DATE_PROPERTY = re.compile(r"(?:^|[._])date$")
# A sheet's language is read off this many of its first rows together; single rows are too short.
_ROWS_FOR_LANGUAGE = 200
# "Итого: 12", "Всего по области; 12; 4": a person's row with so few cells does not begin with such a word.
_MOST_CELLS_OF_A_SUM = 4
_NAMES = frozenset({"name", "family", "given"})
_HEADING_OVER = "heading: "


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it stands. ``first_row`` and ``first_column`` say where its top left cell is, from 0.

    Attributes:
        merged: Rows and columns of merged cells, (first row, first column, last row, last column),
            counted from the top left cell like ``cells``.
    """

    name: str
    cells: Sequence[Sequence[str]]
    first_row: int = 0
    first_column: int = 0
    merged: tuple[tuple[int, int, int, int], ...] = ()


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
        taken = ", ".join(f"{name} for {held}" for _, name, held in shown if held)
        parts.warnings.append(
            f"No header row was found in '{sheet.name}'; its columns are called by their letters"
            + (f" and taken by what stands in them ({taken}); " if taken else "; ")
            + "say what they hold with a mapping."
        )
    lang = _language(grid)
    over = _Over(sheet, columns)
    serials = 0
    for at, row in enumerate(grid):
        if not any(row):
            continue
        kind = _kind(at, row, where, columns, over)
        if kind == "row":
            row, converted = _with_days(row, columns)  # noqa: PLW2901
            serials += converted
        cells = _write(parts.builder, sheet, at, row, columns)
        stretch = (cells[0].start, cells[-1].stop)
        parts.stretches.append(Stretch(*stretch, kind, _row_language(row, lang)))
        if kind == "heading":
            over.read(cells[0], title=where is not None and at < where[0])
        if kind == "row":
            over.remember(at, cells)
            if over.goes_on(at) and parts.rows:
                parts.rows[-1] = _longer(parts.rows[-1], cells, columns)
            else:
                parts.rows.append(_list_row(sheet, at, cells, columns, over.carried(at, row)))
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
    if where is None and not any(properties.values()):
        held = guessed(grid)
        properties |= {unique[column]: held[column] for column in used if column in held}
    kept = [name if at in used else letter_of(at + sheet.first_column) for at, name in enumerate(unique)]
    header = grid[where[0]] if where else []
    return _Columns(kept, properties | {name: "" for name in kept if name not in properties}, header)


class _Over:
    """What holds for a row without standing in it: merged cells beside it, headings above it."""

    def __init__(self, sheet: Sheet, columns: _Columns) -> None:
        self.columns = columns
        self.wide = {top for top, left, bottom, right in sheet.merged if top == bottom and right > left}
        self.high = [one for one in sheet.merged if one[2] > one[0]]
        self.cells: dict[tuple[int, int], Cell] = {}
        self.headings: dict[str, Cell] = {}

    def read(self, cell: Cell, *, title: bool) -> None:
        """Take note of a heading. One that says nothing we know ends what those before it said."""
        prop, value = section_of(cell.value)
        known = set(self.columns.properties.values())
        if title and (prop not in STATUSES or "status" in known):
            return
        if not prop:
            self.headings.clear()
            return
        if prop in STATUSES:
            self.headings = {one: held for one, held in self.headings.items() if one not in STATUSES}
        at = cell.start + cell.value.index(value)
        self.headings[prop] = replace(
            cell, header=f"{_HEADING_OVER}{prop}", value=value, start=at, stop=at + len(value)
        )

    def remember(self, at: int, cells: list[Cell]) -> None:
        """Take note of a merged cell that reaches over the rows below ``at``."""
        for top, left, _, _ in self.high:
            if top == at:
                held = next((cell for cell in cells if cell.header == self.columns.name(left)), None)
                if held is not None:
                    self.cells[top, left] = held

    def goes_on(self, at: int) -> bool:
        """Whether the row is one more line of the person above, whose name's cell reaches down to it."""
        return any(
            top < at <= bottom and self.columns.properties.get(self.columns.name(left)) in _NAMES
            for top, left, bottom, _ in self.high
            if (top, left) in self.cells
        )

    def carried(self, at: int, row: list[str]) -> tuple[Cell, ...]:
        """The cells of other rows that hold for row ``at``."""
        beside = tuple(
            self.cells[top, left]
            for top, left, bottom, _ in self.high
            if top < at <= bottom and (top, left) in self.cells and not (left < len(row) and row[left])
        )
        return (*beside, *self.headings.values())


def _kind(at: int, row: list[str], where: tuple[int, int] | None, columns: _Columns, over: _Over) -> str:
    if where and where[0] <= at < where[1]:
        return "header"
    if where and at < where[0]:
        return "heading"
    if where and row == columns.header:  # printed lists repeat it on every page
        return "header"
    filled = [column for column, cell in enumerate(row) if cell]
    words = next((cell for cell in row if any(char.isalpha() for char in cell)), "")
    if len(filled) <= _MOST_CELLS_OF_A_SUM and is_total(words):
        return "body"
    if _is_numbered_header(row, filled):
        return "header"
    if len(filled) != 1 or len(columns.names) < 2 or not words:
        return "row"
    if is_remark(words) or len(words) > LONGEST_SECTION:
        return "body"
    held = columns.properties.get(columns.name(filled[0]))
    if at in over.wide or (len(columns.names) >= 3 and held in {"id", ""}):
        return "heading"  # "Баткенская область" between the rows of a table
    return "heading" if held in _NAMES and section_of(words)[0] else "row"


def _is_numbered_header(row: list[str], filled: list[int]) -> bool:
    """The line 1, 2, 3, ... under the header of an office's table."""
    numbers = [row[column] for column in filled]
    return len(numbers) >= 3 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


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


def _list_row(
    sheet: Sheet, at: int, cells: list[Cell], columns: _Columns, carried: tuple[Cell, ...]
) -> ListRow:
    fields = [
        (columns.properties[cell.header], cell.header)
        for cell in cells
        if columns.properties.get(cell.header)
    ]
    own = {name for name, _ in fields}
    kept = []
    for cell in carried:
        prop = columns.properties.get(cell.header) or cell.header.removeprefix(_HEADING_OVER)
        if prop not in own and prop:
            fields.append((prop, cell.header))
            kept.append(cell)
    return ListRow(f"{sheet.name}!{at + sheet.first_row + 1}", tuple(cells), tuple(fields), tuple(kept))


def _longer(row: ListRow, cells: list[Cell], columns: _Columns) -> ListRow:
    """A person's row with the cells of one more line of theirs; a header that comes again is told apart."""
    more = [replace(cell, header=f"{cell.header} [{cell.row}]") for cell in cells]
    fields = [
        (columns.properties[cell.header], own.header)
        for cell, own in zip(cells, more, strict=True)
        if columns.properties.get(cell.header)
    ]
    return replace(row, cells=(*row.cells, *more), fields=(*row.fields, *fields))


def _language(grid: list[list[str]]) -> str:
    return detect_language("\n".join(" ".join(row) for row in grid[:_ROWS_FOR_LANGUAGE]))


def _row_language(row: list[str], lang: str) -> str:
    """The sheet's language, unless the row is in the other script."""
    joined = " ".join(row)
    script = script_of(joined)
    expected = "Latn" if lang in {"en", "uz-Latn"} else "Cyrl"
    return lang if script in {expected, "Zyyy"} else detect_language(joined)
