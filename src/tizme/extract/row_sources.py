"""The source that a row of a list names in a cell of its own: "Source | his wife"."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.extract.cues import find_cues
from tizme.extract.source_words import kind_in
from tizme.extract.voices import evidence_table
from tizme.model import Evidence, ListRow
from tizme.text import tokens

LONGEST = 12  # words of a cell that names a source; a longer one tells something


@dataclass(frozen=True, slots=True)
class RowSource:
    """A voice of evidence.csv, and the words of the cell."""

    kind: str
    words: str

    def evidence(self, prop: str) -> Evidence:
        """The class of what the row says of this property."""
        table = evidence_table()
        root = prop.split(".", maxsplit=1)[0]
        found = table.get((self.kind, prop)) or table.get((self.kind, root)) or table.get((self.kind, "*"))
        return Evidence(found) if found else Evidence.PRESS


def source_of(row: ListRow, lang: str) -> RowSource | None:
    """Whom a row names as its source; None where the cell is empty, an address, or no source we know."""
    headers = {header for prop, header in row.fields if prop == "source"}
    for cell in (*row.cells, *row.carried):
        if cell.header not in headers:
            continue
        words = tokens(cell.value)
        kind = kind_in(find_cues(lang, words)) if 0 < len(words) <= LONGEST and "/" not in cell.value else ""
        if kind:
            return RowSource(kind, cell.value.strip())
    return None
