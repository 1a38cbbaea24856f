"""The rows of an HTML table as a browser shows them: spanned cells in every row that they reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

CELLS = frozenset({"td", "th"})
# A page may say rowspan="999999"; a heading over more rows than this is no longer believed.
_MOST_ROWS, _MOST_COLUMNS = 1_000, 60
_BLANKS = re.compile(r"\s+")


class Spans:
    """The words of spanned cells, for the rows that do not hold the cells themselves."""

    def __init__(self) -> None:
        self._before: dict[etree._Element, str] = {}
        self._after: dict[etree._Element, str] = {}

    def add(self, table: etree._Element) -> None:
        """Lay out a table: which cells reach into which row."""
        reaching: dict[int, tuple[int, str]] = {}  # column -> rows still to come, words
        for row in table.iter("tr"):
            if next(row.iterancestors("table"), None) is table:
                reaching = self._lay_out(row, reaching)

    def before(self, cell: etree._Element) -> str:
        """Cells that reach in between this one and the last, each with a tab behind it."""
        return self._before.get(cell, "")

    def after(self, row: etree._Element) -> str:
        """Cells behind the last one of a row, each with a tab before it."""
        return self._after.get(row, "")

    def _lay_out(
        self, row: etree._Element, reaching: dict[int, tuple[int, str]]
    ) -> dict[int, tuple[int, str]]:
        column = 0
        following = {at: (left - 1, words) for at, (left, words) in reaching.items() if left > 1}
        lead: list[str] = []
        for cell in row:
            if cell.tag not in CELLS:
                continue
            while column in reaching:
                lead.append(reaching[column][1])
                column += 1
            self._before[cell] = "".join(f"{words}\t" for words in lead)
            rows, columns = _span(cell, "rowspan", _MOST_ROWS), _span(cell, "colspan", _MOST_COLUMNS)
            words = _BLANKS.sub(" ", "".join(_words(cell))).strip() if rows > 1 else ""
            if rows > 1:
                following |= {column + n: (rows - 1, words if n == 0 else "") for n in range(columns)}
            lead = [""] * (columns - 1)
            column += columns
        last = max(reaching, default=-1)
        lead += [reaching.get(at, (0, ""))[1] for at in range(column, last + 1)]
        self._after[row] = "".join(f"\t{words}" for words in lead)
        return following


def _words(cell: etree._Element) -> Iterator[str]:
    return (words for words in cell.itertext() if isinstance(words, str))


def _span(cell: etree._Element, name: str, most: int) -> int:
    """How many rows or columns a cell says that it takes; 1 where it says nothing that can be meant."""
    said = cell.get(name, "").strip()
    return min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 7 else 1
