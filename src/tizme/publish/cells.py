"""CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

# A cell that begins so is read as a formula by spreadsheets (OWASP, CSV injection), also after blanks and
# in the full-width forms that some of them normalise.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> str:
    """The value as text; an apostrophe goes before what a spreadsheet would run."""
    text = str(value)
    starts = text.startswith(_FORMULA_STARTS) or text.lstrip(" \u00a0\ufeff\u200b").startswith(
        _FORMULA_STARTS
    )
    return f"'{text}" if starts else text


def csv_bytes(header: Sequence[str], lines: Iterable[Sequence[object]], *, bom: bool) -> bytes:
    """The table as UTF-8 CSV (RFC 4180), every cell through ``safe_cell``.

    Args:
        bom: Begin with a byte order mark, which Excel needs to read UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")
