"""PDF with a text layer: paragraphs put together from lines, each line with its place on the page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tizme.model import Document
from tizme.readers.assemble import assemble
from tizme.readers.failure import UnreadableError
from tizme.readers.page_lines import CUT, PageLine, PageWord
from tizme.readers.picture import Pages, look, said_of

_HYPHENS = {0x02, 0xFFFE}  # what pdfium gives for a hyphen at a line's end
EMPTY_PAGES = "Pages without a text layer"
# Dots per inch at which a scanned page is drawn for reading; a PDF point is a 72nd of an inch.
_DPI = 300


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

    def placed(self) -> PageLine:
        return PageLine((PageWord(self.text, (self.left, self.top, self.right, self.bottom)),))


def read_pdf(content: bytes, *, ocr: bool, lang: str) -> Document:
    """Every page's text in its own order.

    Args:
        ocr: Read the pages without a text layer off their pictures.
        lang: The language of such pages, "" where it is not known.

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
    pages, empty, looked_at = Pages(lang=lang), list[int](), list[int]()
    for number in range(len(opened)):
        lines = [line.placed() for line in _lines(opened[number]) if line.text]
        if lines:
            pages.add([lines], number + 1)
        elif ocr:
            looked_at.append(number + 1)
            picture = opened[number].render(scale=_DPI / 72, grayscale=True).to_pil()
            look(pages, picture, page=number + 1, points=72 / _DPI)
        else:
            empty.append(number + 1)
    if len(empty) == len(opened):
        raise UnreadableError("no-text", f"None of its {len(opened)} pages has a text layer (a scan?).")
    warnings = [f"{EMPTY_PAGES}: {', '.join(map(str, empty))}."] if empty else []
    if looked_at:
        blank = set(looked_at) - {box.page for box in pages.boxes}
        found = f"; no words were found on {', '.join(map(str, sorted(blank)))}" if blank else ""
        warnings += [f"{EMPTY_PAGES}: {', '.join(map(str, looked_at))}{found}.", *said_of(pages)]
    facts = opened.get_metadata_dict()
    made = _day(facts.get("CreationDate", ""))
    if made:
        warnings.append(
            f"The file was made on {made}; its text may be older: give the day of publication when adding it."
        )
    document = Document(
        "application/pdf",
        pages.builder.text(),
        title=" ".join(facts.get("Title", "").split()),
        page_boxes=tuple(pages.boxes),
        warnings=tuple(warnings),
    )
    return assemble(document, pages.stretches)


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
        line.chars.append(CUT if code in _HYPHENS else chr(code))
        if not chr(code).isspace():
            left, bottom, right, top = layer.get_charbox(at, loose=True)
            line.left, line.right = min(line.left, left), max(line.right, right)
            line.top, line.bottom = min(line.top, height - top), max(line.bottom, height - bottom)
        if code in _HYPHENS:  # pdfium gives no line break after it
            yield line
            line = _Line()
    yield line


def _day(written: str) -> str:
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", written)
    return "-".join(found.groups()) if found else ""
