"""PDF with a text layer: paragraphs put together from lines, each line with its place on the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from tizme.model import Document, PageBox
from tizme.readers.assemble import Stretch, TextBuilder, assemble
from tizme.readers.failure import UnreadableError

_HYPHENS = {0x02, 0xFFFE}  # what pdfium gives for a hyphen at a line's end
_OCR = "its words need the `ocr` extra (pip install 'tizme[ocr]'); or type them into a .txt file"
# A line that ends this far left of the widest one ends its paragraph; a gap this much larger than usual too.
# Read off single-column office and newspaper PDFs; justified text lies far from both bounds.
_FULL_LINE_SHARE = 0.80
_WIDE_GAP = 1.45


@dataclass(slots=True)
class _Line:
    chars: list[str] = field(default_factory=list)
    left: float = float("inf")
    top: float = float("inf")
    right: float = 0.0
    bottom: float = 0.0

    @property
    def text(self) -> str:
        return "".join(self.chars).strip()


def read_pdf(content: bytes) -> Document:
    """Every page's text in its own order.

    Raises:
        UnreadableError: protected by a password, or no page has a text layer.
        Exception: whatever pdfium raises on a broken file.
    """
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(io.BytesIO(content))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            said = "The PDF is protected by a password; save it without one and add that too."
            raise UnreadableError("encrypted", said) from error
        raise
    builder, stretches, boxes, empty = TextBuilder(), list[Stretch](), list[PageBox](), list[int]()
    for number in range(len(opened)):
        lines = [line for line in _lines(opened[number]) if line.text]
        if not lines:
            empty.append(number + 1)
        for paragraph in _paragraphs(lines):
            stretches.append(_write(builder, boxes, paragraph, number + 1))
    if len(empty) == len(opened):
        raise UnreadableError(
            "no-text", f"None of its {len(opened)} pages has a text layer (a scan?): {_OCR}."
        )
    warnings = [f"Pages without a text layer: {', '.join(map(str, empty))}; {_OCR}."] if empty else []
    facts = opened.get_metadata_dict()
    made = _day(facts.get("CreationDate", ""))
    if made:
        warnings.append(
            f"The file was made on {made}; its text may be older: give the day of publication when adding it."
        )
    document = Document(
        "application/pdf",
        builder.text(),
        title=" ".join(facts.get("Title", "").split()),
        page_boxes=tuple(boxes),
        warnings=tuple(warnings),
    )
    return assemble(document, stretches)


def _lines(page: Any) -> Iterator[_Line]:
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    height = page.get_height()
    line, high = _Line(), 0
    for at in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer.raw, at)
        if code in {0x0A, 0x0D}:
            yield line
            line = _Line()
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        if code == 0:
            continue
        line.chars.append("\u00ad" if code in _HYPHENS else chr(code))
        if not chr(code).isspace():
            left, bottom, right, top = layer.get_charbox(at, loose=True)
            line.left, line.right = min(line.left, left), max(line.right, right)
            line.top, line.bottom = min(line.top, height - top), max(line.bottom, height - bottom)
        if code in _HYPHENS:  # pdfium gives no line break after it
            yield line
            line = _Line()
    yield line


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    if not lines:
        return
    widest = max(line.right for line in lines)
    steps = [after.top - line.top for line, after in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0.0])
    paragraph = [lines[0]]
    for line, after in pairwise(lines):
        step = after.top - line.top
        full = line.right - line.left >= _FULL_LINE_SHARE * (widest - line.left)
        same_size = abs((after.bottom - after.top) - (line.bottom - line.top)) <= 0.25 * (
            line.bottom - line.top
        )
        if full and same_size and 0 < step <= _WIDE_GAP * usual:
            paragraph.append(after)
        else:
            yield paragraph
            paragraph = [after]
    yield paragraph


def _write(builder: TextBuilder, boxes: list[PageBox], paragraph: list[_Line], page: int) -> Stretch:
    """One paragraph as one line of text; a word cut by a hyphen at a line's end is whole again."""
    start = builder.length
    for at, line in enumerate(paragraph):
        words = line.text
        following = paragraph[at + 1].text if at + 1 < len(paragraph) else ""
        joined = words.endswith("\u00ad")
        if joined:
            words = words[:-1] + ("" if following[:1].islower() else "-")
        words = words.replace("\u00ad", "-")
        box = (line.left, line.top, line.right, line.bottom)
        rounded = (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
        boxes.append(PageBox(*builder.add(words), page, rounded))
        if following and not joined:
            builder.add(" ")
    stop = builder.length
    builder.add("\n")
    return Stretch(start, stop)


def _day(written: str) -> str:
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", written)
    return "-".join(found.groups()) if found else ""
