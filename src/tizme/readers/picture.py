"""Pictures of text: photographs of papers, screenshots, scanned pages."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tizme.model import Document, PageBox
from tizme.readers.assemble import Stretch, TextBuilder, assemble
from tizme.readers.failure import UnreadableError
from tizme.readers.ocr import DOUBTFUL, installed_packs, packs_for, read_page
from tizme.readers.page_lines import PageLine, PageWord, paragraphs_of, write_paragraph

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_WORDS_NAMED = 12


@dataclass(slots=True)
class Pages:
    """A text that is being read off pages."""

    builder: TextBuilder = field(default_factory=TextBuilder)
    stretches: list[Stretch] = field(default_factory=list)
    boxes: list[PageBox] = field(default_factory=list)
    packs: dict[str, None] = field(default_factory=dict)
    lang: str = ""

    def add(self, blocks: Iterable[Iterable[PageLine]], page: int) -> None:
        """The lines of a page, block by block."""
        for block in blocks:
            for paragraph in paragraphs_of(list(block)):
                self.stretches.append(write_paragraph(self.builder, self.boxes, paragraph, page))


def read_picture(content: bytes, *, media_type: str, lang: str) -> Document:
    """The words in a picture, each with its place in the picture's dots.

    Raises:
        UnreadableError: too large, or no words in it.
        Exception: whatever Pillow raises on a broken file.
    """
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content)) as opened:
        frames = getattr(opened, "n_frames", 1)
        picture = ImageOps.exif_transpose(opened)
    pages = Pages(lang=lang)
    look(pages, picture, page=1)
    warnings = [*said_of(pages), *filter(None, [pack_missing(lang)])]
    if frames > 1:
        warnings.append(f"The file holds {frames} pictures; only the first was read.")
    found = Document(
        media_type, pages.builder.text(), page_boxes=tuple(pages.boxes), warnings=tuple(warnings)
    )
    if not any(char.isalnum() for char in found.text):
        raise UnreadableError(
            "no-text", "No words were found in the picture; type what it says into a .txt file."
        )
    return assemble(found, pages.stretches)


def look(pages: Pages, picture: Image, *, page: int, points: float = 1.0) -> None:
    """Read one page into ``pages``; ``points`` turns its dots into the page's own units."""
    seen = read_page(picture, lang=pages.lang)
    pages.packs[seen.packs] = None
    size = (picture.width, picture.height)
    pages.add(((_placed(line, seen.turned, size, points) for line in block) for block in seen.lines), page)


def _placed(line: PageLine, turned: int, size: tuple[int, int], points: float) -> PageLine:
    """The line with its boxes as they lie in the picture that came, in its own units."""
    width, height = size
    words = []
    for word in line.words:
        left, top, right, bottom = word.box
        box = {
            90: (top, height - right, bottom, height - left),
            180: (width - right, height - bottom, width - left, height - top),
            270: (width - bottom, left, width - top, right),
        }.get(turned, word.box)
        placed = (box[0] * points, box[1] * points, box[2] * points, box[3] * points)
        words.append(PageWord(word.text, placed, word.confidence))
    return PageLine(tuple(words))


def said_of(pages: Pages) -> tuple[str, ...]:
    """How the words were come by, and which of them are doubtful."""
    text = pages.builder.text()
    doubtful = [text[box.start : box.stop] for box in pages.boxes if box.confidence < DOUBTFUL]
    said = [
        f"The words were read off a picture by tesseract ({', '.join(pages.packs)}); check names against it."
    ]
    if doubtful:
        named = ", ".join(doubtful[:_MOST_WORDS_NAMED]) + (", …" if len(doubtful) > _MOST_WORDS_NAMED else "")
        said.append(f"{len(doubtful)} of {len(pages.boxes)} words are doubtful: {named}.")
    return tuple(said)


def pack_missing(lang: str) -> str:
    """A sentence about a language whose own pack is not installed, "" where it is or none is known."""
    wanted = packs_for(lang, frozenset(("rus", "eng", "kir", "kaz", "ukr", "tgk", "uzb", "uzb_cyrl")))
    own = wanted.split("+")[0]
    if not lang or own in installed_packs():
        return ""
    package = f"tesseract-ocr-{own.replace('_', '-')}"
    return (
        f"tesseract's language pack '{own}' is not installed ({package}); letters of its own may be misread."
    )
