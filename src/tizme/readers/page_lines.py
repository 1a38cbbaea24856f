"""Lines of a page put together to paragraphs, each word or line with its place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tizme.model import PageBox
from tizme.readers.assemble import Stretch, TextBuilder

# A line that ends this far left of the widest one ends its paragraph; a gap this much larger than usual too.
# Read off single-column office and newspaper PDFs; justified text lies far from both bounds.
_FULL_LINE_SHARE = 0.80
_WIDE_GAP = 1.45
_OTHER_SIZE = 0.25
# A line that begins so is an entry of a list, however full the line before it is.
_ENTRY = re.compile(r"(?:№\s*)?\d{1,3}[.)](?:\s|$)|[•▪●■►✓*](?:\s|$)")
# A soft hyphen: the word goes on in the next line.
CUT = "\u00ad"

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class PageWord:
    """Words that stand together. ``confidence`` (0..1) is 1 where nobody had to guess."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page. A word that ends in CUT goes on in the next line."""

    words: tuple[PageWord, ...]

    @property
    def box(self) -> Box:
        lefts, tops, rights, bottoms = zip(*(word.box for word in self.words), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def paragraphs_of(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """The lines of a column, gathered by how full they are and how far apart."""
    if not lines:
        return
    boxes = [line.box for line in lines]
    widest = max(right for _, _, right, _ in boxes)
    steps = [after[1] - before[1] for before, after in pairwise(boxes)]
    usual = median([step for step in steps if step > 0] or [0.0])
    paragraph = [lines[0]]
    for (line, after), step in zip(pairwise(lines), steps, strict=True):
        left, top, right, bottom = line.box
        high, high_after = bottom - top, after.box[3] - after.box[1]
        full = right - left >= _FULL_LINE_SHARE * (widest - left)
        begins = _ENTRY.match(after.words[0].text) is not None
        if (
            full
            and not begins
            and abs(high_after - high) <= _OTHER_SIZE * high
            and 0 < step <= _WIDE_GAP * usual
        ):
            paragraph.append(after)
        else:
            yield paragraph
            paragraph = [after]
    yield paragraph


def write_paragraph(
    builder: TextBuilder, boxes: list[PageBox], paragraph: Sequence[PageLine], page: int
) -> Stretch:
    """One paragraph as one line of text; a word cut by a hyphen at a line's end is whole again."""
    start = builder.length
    for at, line in enumerate(paragraph):
        following = paragraph[at + 1].words[0].text if at + 1 < len(paragraph) else ""
        for number, word in enumerate(line.words):
            last = number == len(line.words) - 1
            words, joined = word.text, last and word.text.endswith(CUT)
            if joined:
                words = words[:-1] + ("" if following[:1].islower() else "-")
            words = words.replace(CUT, "-")
            left, top, right, bottom = (round(side, 1) for side in word.box)
            box = (left, top, right, bottom)
            boxes.append(PageBox(*builder.add(words), page, box, round(word.confidence, 2)))
            if not last or (following and not joined):
                builder.add(" ")
    stop = builder.length
    builder.add("\n")
    return Stretch(start, stop)
