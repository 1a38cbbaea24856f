"""Cut a text at the edges of its claims and its boilerplate, so that a page can mark them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tizme.model import Claim, Document, Section

PART_LENGTH = 60_000  # code points of text on one page; a longer item is shown in parts
ROWS_ON_PAGE = 200
CONTEXT_LENGTH = 160  # code points of the same line shown before and after a quote


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same claims cover from end to end.

    Attributes:
        claims: The claims that cover it.
        opens: The claims that begin with it; their anchors stand before it.
        section: The message or other part of the item that begins with it.
    """

    text: str
    boilerplate: bool
    claims: tuple[Claim, ...]
    opens: tuple[Claim, ...]
    section: Section | None = None


def segments(
    text: str,
    start: int,
    stop: int,
    *,
    claims: Sequence[Claim],
    boilerplate: Iterable[tuple[int, int]],
    sections: Iterable[Section] = (),
) -> tuple[Segment, ...]:
    """``text[start:stop]`` in order and whole; a claim that began before ``start`` opens the first one."""
    inside = sorted(
        (claim for claim in claims if claim.start < stop and claim.stop > start),
        key=lambda c: (c.start, c.stop),
    )
    dull = [(low, high) for low, high in boilerplate if low < stop and high > start]
    begins = {section.start: section for section in sections if start <= section.start < stop}
    cuts = {start, stop, *begins}
    for low, high in [*((claim.start, claim.stop) for claim in inside), *dull]:
        cuts.update((max(low, start), min(high, stop)))
    edges = sorted(cuts)
    found = []
    upcoming, covering = 0, []
    for low, high in pairwise(edges):
        covering = [claim for claim in covering if claim.stop > low]
        opens = []
        while upcoming < len(inside) and inside[upcoming].start <= low:
            opens.append(inside[upcoming])
            upcoming += 1
        covering += opens
        grey = any(a <= low and high <= b for a, b in dull)
        found.append(Segment(text[low:high], grey, tuple(covering), tuple(opens), begins.get(low)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's words inside their surroundings."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_after: bool


def quote_of(claim: Claim, document: Document | None) -> Quote:
    """The words of ``claim`` inside their paragraph or list row, or alone where the text is not at hand.

    The next paragraph may be an advertisement, and the next row is about somebody else.
    """
    if document is None or document.text[claim.start : claim.stop] != claim.quote:
        return Quote("", claim.quote, "", cut_before=False, cut_after=False)
    text = document.text
    line_start = text.rfind("\n", 0, claim.start) + 1
    line_stop = text.find("\n", claim.stop)
    line_stop = len(text) if line_stop == -1 else line_stop
    low, high = max(line_start, claim.start - CONTEXT_LENGTH), min(line_stop, claim.stop + CONTEXT_LENGTH)
    if low > line_start:
        low = _after_blank(text, low, claim.start)
    if high < line_stop:
        blank = text.rfind(" ", claim.stop, high)
        high = blank if blank > claim.stop else high
    return Quote(
        text[low : claim.start],
        claim.quote,
        text[claim.stop : high],
        cut_before=low > line_start,
        cut_after=high < line_stop,
    )


def _after_blank(text: str, low: int, limit: int) -> int:
    blank = text.find(" ", low, limit)
    return low if blank == -1 else blank + 1


def part_of(document: Document, start: int) -> int:
    """On which part of the item's page the code point ``start`` is shown, counted from 1."""
    if document.is_list:
        row_starts = [min((cell.start for cell in row.cells), default=0) for row in document.rows]
        return max(0, bisect_right(row_starts, start) - 1) // ROWS_ON_PAGE + 1
    return start // PART_LENGTH + 1


def part_count(document: Document) -> int:
    """How many parts the item's page has, at least 1."""
    whole, on_page = (
        (len(document.rows), ROWS_ON_PAGE) if document.is_list else (len(document.text), PART_LENGTH)
    )
    return max(1, -(-whole // on_page))
