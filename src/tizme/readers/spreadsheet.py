"""XLSX, XLS and ODS through calamine, which may abort the process: only ever run in the child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml import etree

from tizme.model import Document
from tizme.readers.failure import UnreadableError
from tizme.readers.grid import Sheet, list_document
from tizme.readers.headers import Mappings, letter_of
from tizme.readers.limits import Limits

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_spreadsheet(
    content: bytes, *, media_type: str, mapping: Mappings | None, limits: Limits
) -> Document:
    """Every sheet, hidden ones too.

    Raises:
        UnreadableError: protected by a password, empty, or too large.
        Exception: whatever calamine raises on a broken file.
    """
    from python_calamine import CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise UnreadableError(
            "encrypted", "The workbook is protected by a password; save it without one and add that too."
        ) from error
    hidden = [one.name for one in book.sheets_metadata if one.visible != SheetVisibleEnum.Visible]
    said = tuple(f"The sheet '{name}' is hidden in the workbook; it was read too." for name in hidden)
    formulas = dict(_formulas(content)) if content[:2] == b"PK" else {}
    sheets = (_sheet(book.get_sheet_by_name(name), name, formulas.get(name, {})) for name in book.sheet_names)
    return list_document(
        Document(media_type, "", warnings=said), sheets, mapping=mapping, most_cells=limits.cells
    )


def _sheet(sheet: Any, name: str, formulas: dict[tuple[int, int], str]) -> Sheet:
    first_row, first_column = sheet.start or (0, 0)
    cells = [[shown(value) for value in row] for row in sheet.to_python(skip_empty_area=True)]
    for (row, column), formula in formulas.items():
        at, beside = row - first_row, column - first_column
        if 0 <= at < len(cells) and 0 <= beside < len(cells[at]) and not cells[at][beside]:
            cells[at][beside] = formula
    return Sheet(name, cells, first_row, first_column, tuple(_merged(sheet, first_row, first_column)))


def _merged(sheet: Any, first_row: int, first_column: int) -> Iterator[tuple[int, int, int, int]]:
    """Merged cells, counted from the first filled cell."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top - first_row, left - first_column, bottom - first_row, right - first_column


def shown(value: Any) -> str:
    """A cell's value as text: ISO dates, whole numbers without a point.

    >>> shown(5.0), shown(date(2022, 3, 4)), shown(True)
    ('5', '2022-03-04', 'TRUE')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _formulas(content: bytes) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    """Per sheet, the formulas that were saved without their result, as "=..."."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            for name, path in _sheet_paths(book):
                if b"<f" in (part := book.read(path)) or b":f" in part:
                    yield name, dict(_formulas_of(part))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, ValueError):
        return  # an .ods, or a file that only calamine can follow; its results are read all the same


def _sheet_paths(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    parser = _parser()
    relations = etree.fromstring(book.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for sheet in etree.fromstring(book.read("xl/workbook.xml"), parser).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _formulas_of(part: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in etree.fromstring(part, _parser()).iter(f"{_MAIN}c"):
        formula, value = cell.find(f"{_MAIN}f"), cell.find(f"{_MAIN}v")
        if formula is not None and formula.text and (value is None or not value.text):
            yield _place(cell.get("r", "A1")), f"={formula.text}"


def _place(address: str) -> tuple[int, int]:
    letters = "".join(char for char in address if char.isalpha())
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    if letter_of(column - 1) != letters.upper():
        raise ValueError(address)
    return int(address[len(letters) :]) - 1, column - 1


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
