"""Tables and cards that stand in a running text: rows whose cells are places in that text.

A table has a header of known words over lines cut the same way ("ФИО | Год рождения | Погиб"); a card is
one person in lines of "label: value" under a name. What is neither stays prose.
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
_LABEL = re.compile(
    r"^(?P<mark>\W*)(?P<label>[^\W\d_][^:：\t;]{1,45}?)\s*(?:[:：]|\t|;| [—–-](?= ))\s*(?P<value>\S.*)$"
)
_NAME_LINE = re.compile(r"^[^\w\n]*(?P<name>[^\W\d_][\w’‘'ʻʼ`.-]*(?: [^\W\d_][\w’‘'ʻʼ`.-]*){1,4})[^\w\n]*$")
# A card names at least this many things; two lines with a colon are an article's.
_FEWEST_LABELS = 2
# Lines between a name and its card's first label: a rank, an emoji, a blank.
_LINES_TO_NAME = 2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    number: int  # of the text's lines that hold something, from 1
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Labelled:
    """One line of a card."""

    line: _Line
    prop: str
    label: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class TextRows:
    """Rows found in a text, and the ranges that they take up."""

    rows: tuple[ListRow, ...]
    taken: tuple[tuple[int, int], ...]
    mapping: tuple[tuple[str, str, str], ...]


def text_rows(text: str, outside: Sequence[tuple[int, int]] = ()) -> TextRows:
    """The rows of the tables and cards in ``text``.

    Args:
        outside: Ranges that are not looked at: furniture, and rows that are known already.
    """
    lines = list(_lines(text, outside))
    rows: list[ListRow] = []
    taken: list[tuple[int, int]] = []
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
            taken += [(line.start, line.start + len(line.text)) for line in lines[at:until]]
            at = until
            continue
        card = _card(lines, at)
        if card is not None:
            row, first, until = card
            rows.append(row)
            taken += [(line.start, line.start + len(line.text)) for line in lines[first:until]]
            at = until
            continue
        at += 1
    return TextRows(tuple(rows), tuple(sorted(set(taken))), tuple(dict.fromkeys(mapping)))


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


def _card(lines: Sequence[_Line], at: int) -> tuple[ListRow, int, int] | None:
    """The card whose first label stands at a line: its row, and the lines that it takes up."""
    labelled: list[_Labelled] = []
    until = at
    while until < len(lines):
        one = _labelled(lines[until])
        again = one is not None and any(
            one.prop == held.prop and one.prop in {*_NAMES, "birth_date"} for held in labelled
        )
        if one is None or again or (labelled and lines[until].after_blank and one.prop in _NAMES):
            break
        labelled.append(one)
        until += 1
    if len({one.prop for one in labelled}) < _FEWEST_LABELS:
        return None
    first, name = at, None
    if not _NAMES.intersection(one.prop for one in labelled):
        name = _name_above(lines, at)
        if name is None:
            return None
        first = at - 1 if name[0] is lines[at - 1] else at - 2
    cells, fields = [], []
    if name is not None:
        line, start, words = name
        cells.append(Cell("", line.number, "A", "name", words, start, start + len(words)))
        fields.append(("name", "name"))
    headers = unique_names([one.label for one in labelled])
    for column, (one, header) in enumerate(zip(labelled, headers, strict=True), start=len(cells)):
        words = one.line.text[one.start - one.line.start : one.stop - one.line.start]
        cells.append(Cell("", one.line.number, letter_of(column), header, words, one.start, one.stop))
        fields.append((one.prop, header))
    return (
        ListRow(f"lines {lines[first].number}-{lines[until - 1].number}", tuple(cells), tuple(fields)),
        first,
        until,
    )


def _labelled(line: _Line) -> _Labelled | None:
    match = _LABEL.match(line.text.rstrip())
    if match is None:
        return None
    label = match["label"].strip()
    prop = property_of(label)
    if not prop or prop in {"id", "source", "property"}:
        return None
    return _Labelled(line, prop, label, line.start + match.start("value"), line.start + match.end("value"))


def _name_above(lines: Sequence[_Line], at: int) -> tuple[_Line, int, str] | None:
    """The line with nothing but a name that stands over a card."""
    for line in reversed(lines[max(0, at - _LINES_TO_NAME) : at]):
        match = _NAME_LINE.match(line.text)
        if match is None:
            continue
        words = match["name"].split()
        proper = [word for word in words if word[:1].isupper()]
        if (
            len(words) >= 2
            and len(proper) >= len(words) - 1
            and words[0][:1].isupper()
            and not property_of(match["name"])
        ):
            return line, line.start + match.start("name"), match["name"]
    return None
