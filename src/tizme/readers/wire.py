"""Requests to the parsers' process and its answers: a JSON header, its length before it, then the bytes.

The answer comes from a process that has read a hostile file, so it is checked field by field.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tizme.model import Cell, Document, ListRow, ReadFailure, UnusableInput
from tizme.model.codec import from_json, to_json
from tizme.readers.limits import Limits

LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True)
class Request:
    """What a parser is asked to do; the file's bytes follow it.

    Attributes:
        mapping: (sheet, header, property), as ``read_bytes`` was given it.
        lang: The language of words in pictures, "" where it is not known.
        ocr: Read words off pictures; the parser may then start the one program that does it.
        fault: For tests alone: how the parser shall misbehave (see faults.py); "" for not at all.
    """

    name: str
    media_type: str
    size: int
    limits: Limits
    mapping: tuple[tuple[str, str, str], ...] = ()
    lang: str = ""
    ocr: bool = False
    fault: str = ""


def framed(payload: bytes) -> bytes:
    """``payload`` with its length before it."""
    return len(payload).to_bytes(LENGTH_BYTES) + payload


def request_bytes(request: Request, content: bytes) -> bytes:
    """A request as it goes down the pipe."""
    return framed(json.dumps(to_json(request)).encode()) + content


def request_of(payload: bytes) -> Request:
    """The request that ``request_bytes`` wrote; its content is read apart."""
    return from_json(Request, json.loads(payload), where="reader request")


def answer_bytes(answer: Document | ReadFailure) -> bytes:
    """What the parser found. Cells are lists: a list of a million of them has to pass in seconds."""
    if isinstance(answer, ReadFailure):
        return json.dumps({"failure": to_json(answer)}).encode()
    rows = [
        [
            row.address,
            [_cell_values(cell) for cell in row.cells],
            [list(pair) for pair in row.fields],
            [_cell_values(cell) for cell in row.carried],
        ]
        for row in answer.rows
    ]
    return json.dumps({"document": to_json(replace(answer, rows=())), "rows": rows}).encode()


def answer_of(payload: bytes) -> Document | ReadFailure:
    """The answer that ``answer_bytes`` wrote.

    Raises:
        UnusableInput: it is not one, or points outside its own text.
    """
    try:
        value = json.loads(payload)
        if "failure" in value:
            return from_json(ReadFailure, value["failure"], where="reader answer")
        document = from_json(Document, value["document"], where="reader answer")
        rows = tuple(_row(one) for one in value["rows"])
    except UnusableInput:
        raise
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnusableInput(f"not an answer ({error})", "reader", "read the item again") from error
    whole = replace(document, rows=rows)
    check_places(whole)
    return whole


def check_places(document: Document) -> None:
    """Every place that the document names lies in its text.

    Raises:
        UnusableInput: one does not.
    """
    length = len(document.text)
    places = [*document.boilerplate]
    for named in (document.passages, document.sections, document.page_boxes):
        places += [(one.start, one.stop) for one in named]
    places += [(cell.start, cell.stop) for row in document.rows for cell in (*row.cells, *row.carried)]
    for start, stop in places:
        if not 0 <= start <= stop <= length:
            raise UnusableInput(f"a place {start}:{stop} outside the text", "reader", "read the item again")


def _cell_values(cell: Cell) -> list[Any]:
    return [cell.sheet, cell.row, cell.column, cell.header, cell.value, cell.start, cell.stop]


def _row(value: list[Any]) -> ListRow:
    address, cells, fields, carried = value
    return ListRow(
        _text(address),
        tuple(_cell(one) for one in cells),
        tuple((_text(name), _text(header)) for name, header in fields),
        tuple(_cell(one) for one in carried),
    )


def _cell(value: list[Any]) -> Cell:
    sheet, row, column, header, words, start, stop = value
    return Cell(
        _text(sheet), _number(row), _text(column), _text(header), _text(words), _number(start), _number(stop)
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {str(value)[:40]!r}")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"expected a whole number, found {str(value)[:40]!r}")
    return value


def mapping_triples(mapping: Mapping[tuple[str, str], str] | None) -> tuple[tuple[str, str, str], ...]:
    """A mapping as a request carries it."""
    return tuple((sheet, header, name) for (sheet, header), name in (mapping or {}).items())
