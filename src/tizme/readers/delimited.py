"""CSV and TSV: encoding and delimiter found, every cell kept."""

from __future__ import annotations

import csv
import io
from collections import Counter

from tizme.model import Document
from tizme.readers.decode import decode
from tizme.readers.grid import Sheet, list_document
from tizme.readers.headers import Mappings
from tizme.readers.limits import Limits

_DELIMITERS = (",", ";", "\t", "|")
_LINES_SAMPLED = 60


def read_delimited(
    content: bytes, *, name: str, media_type: str, mapping: Mappings | None, limits: Limits
) -> Document:
    """The list as one sheet called ``name``.

    Raises:
        UnreadableError: no cell is filled, or too many are.
    """
    decoded = decode(content)
    csv.field_size_limit(limits.input_bytes)
    delimiter, said = _delimiter(decoded.text, tabs=media_type == "text/tab-separated-values")
    # A zero byte is no text; csv would stop at it.
    lines = io.StringIO(decoded.text.replace("\x00", "\ufffd"), newline="")
    cells = list(csv.reader(lines, delimiter=delimiter))
    document = Document(media_type, "", warnings=(*decoded.warnings, *said))
    return list_document(document, [Sheet(name, cells)], mapping=mapping, most_cells=limits.cells)


def _delimiter(text: str, *, tabs: bool) -> tuple[str, tuple[str, ...]]:
    """The delimiter that cuts the first lines into the same number of cells most often, and most cells."""
    head = "".join(text.splitlines(keepends=True)[:_LINES_SAMPLED])
    best, best_score = ("\t" if tabs else ","), 0.0
    for delimiter in ("\t", *_DELIMITERS) if tabs else _DELIMITERS:
        widths = Counter(
            len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if any(row)
        )
        width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(1, 0))
        score = (width > 1) * count / max(1, widths.total()) * (1 + min(width, 50) / 100)
        if score > best_score:
            best, best_score = delimiter, score
    usual = "\t" if tabs else ","
    shown = {"\t": "tab"}.get(best, best)
    return best, () if best == usual else (f"The cells are taken to be divided by '{shown}'.",)
