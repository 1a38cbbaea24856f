"""HTML: the whole visible text is kept; what is not the article is marked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from tizme.dates import find_dates
from tizme.model import Document
from tizme.readers.assemble import Stretch, TextBuilder, assemble, union
from tizme.readers.decode import decode
from tizme.readers.html_blocks import Block, blocks, flat_blocks, parse
from tizme.readers.html_facts import facts, links
from tizme.readers.html_zones import furniture_zones
from tizme.readers.telegram import chats_document
from tizme.readers.telegram_html import chat_of

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# The article's own element holds this share of what trafilatura keeps; the rest are teasers it kept too.
_ARTICLE_SHARE = 0.8
# Page furniture never holds this share of a page's letters, or of the article's; its class then misleads.
_FURNITURE_SHARE = 0.5
_ENOUGH_KEPT = 120
_LONG_ENOUGH_TO_FIND = 20
# A page without metadata gives its day in a line of its own, above the first paragraph.
_LINES_ON_TOP, _DATED_LINE, _A_PARAGRAPH = 40, 45, 200
_WORDS_BESIDE_A_DAY = 13  # letters: "Опубликовано"
_YEAR = re.compile(r"\b20\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_html(content: bytes) -> Document:
    """The page's words in document order.

    Raises:
        UnreadableError: the page shows no words.
    """
    decoded = decode(content, declared=charset_of(content))
    return html_document(decoded.text, warnings=decoded.warnings)


def charset_of(content: bytes, told: str = "") -> str:
    """The encoding that a page names, or that came with it (a Content-Type header), "" where neither does."""
    found = _CHARSET.search(told.encode("ascii", "ignore")) or _CHARSET.search(content[:4096])
    return found.group(1).decode("ascii") if found else ""


def html_document(html: str, *, warnings: tuple[str, ...] = ()) -> Document:
    """The same, of a page that is text already."""
    root = parse(html)
    if root is None:
        said = (
            *warnings,
            "The page is nested too deep for a tree; its words were read, its parts not told apart.",
        )
        return _document(list(flat_blocks(html)), set(), Document("text/html", "", warnings=said))
    chat = chat_of(root)
    if chat is not None:
        return chats_document([chat], "text/html", warnings=warnings)
    found = facts(root)
    page = Document(
        "text/html",
        "",
        title=found["title"],
        published=found["published"],
        publisher=found["publisher"],
        links=links(root),
        warnings=warnings,
    )
    lines = list(blocks(root))
    whole = _document(lines, _not_article(lines, _kept_by_trafilatura(html)), page)
    return whole if whole.published else replace(whole, published=_dated_line(whole))


def _dated_line(document: Document) -> str:
    """The day that stands by itself near the headline: "28.01.2023, 10:15"."""
    for passage in document.passages[:_LINES_ON_TOP]:
        line = document.text[passage.start : passage.stop]
        if len(line) <= _DATED_LINE and _YEAR.search(line):
            day = next(
                (one for one in find_dates(line, lang=document.lang) if _DAY.fullmatch(one.edtf)), None
            )
            if (
                day is not None
                and _letters(line) - _letters(line[day.start : day.stop]) <= _WORDS_BESIDE_A_DAY
            ):
                return day.edtf
        outside = any(start <= passage.start < stop for start, stop in document.boilerplate)
        if len(line) > _A_PARAGRAPH and not outside:
            return ""  # below it a day may be a comment's
    return ""


def _document(lines: list[Block], outside: set[int], page: Document) -> Document:
    builder, stretches, marked = TextBuilder(), [], []
    for at, line in enumerate(lines):
        start, stop = builder.add(line.marker + line.text)
        builder.add("\n")
        stretches.append(Stretch(start, stop, line.kind))
        if at in outside:
            marked.append((start, stop + 1))
    whole = replace(page, text=builder.text(), boilerplate=union(tuple(marked)))
    return assemble(whole, stretches)


def _not_article(lines: list[Block], kept: set[str]) -> set[int]:
    """Which lines are not the article's."""
    letters = [len(line.text) for line in lines]
    is_kept = _kept(lines, kept)
    misnamed = _misnamed(lines, letters, is_kept)
    furniture = {
        at
        for at, line in enumerate(lines)
        if line.by_tag or (line.classed is not None and line.classed not in misnamed)
    }
    furniture |= furniture_zones(lines, is_kept - furniture)
    own = [at for at in is_kept if at not in furniture]
    if sum(letters[at] for at in own) < _ENOUGH_KEPT:
        return furniture
    inside = _inside_article(lines, letters, own)
    return {
        at
        for at, line in enumerate(lines)
        if at in furniture or not (at in inside or (at in is_kept and not line.linked) or line.level == 1)
    }


def _misnamed(lines: list[Block], letters: list[int], is_kept: set[int]) -> set[etree._Element]:
    """Elements with a class of furniture that hold too much of the page or the article to be any."""
    total: Counter[etree._Element] = Counter()
    counted = is_kept or set(range(len(lines)))
    for at in counted:
        element = lines[at].classed
        if element is not None:
            total[element] += letters[at]
    most = _FURNITURE_SHARE * sum(letters[at] for at in counted)
    return {element for element, held in total.items() if held > most}


def _inside_article(lines: list[Block], letters: list[int], own: list[int]) -> set[int]:
    """The lines in the smallest element that holds nearly all that is kept."""
    weight: Counter[etree._Element] = Counter()
    for at in own:
        for element in _upwards(lines[at].place):
            weight[element] += letters[at]
    needed = _ARTICLE_SHARE * sum(letters[at] for at in own)
    holds = [element for element, total in weight.items() if total >= needed]
    if not holds:
        return set(own)
    article = max(holds, key=lambda element: sum(1 for _ in element.iterancestors()))
    return {at for at, line in enumerate(lines) if any(one is article for one in _upwards(line.place))}


def _upwards(place: etree._Element | None) -> list[etree._Element]:
    return [] if place is None else [place, *place.iterancestors()]


def _kept(lines: list[Block], kept: set[str]) -> set[int]:
    together = "\n".join(sorted(kept))
    found = set()
    for at, line in enumerate(lines):
        key = _key(line.text)
        if key in kept or (len(key) >= _LONG_ENOUGH_TO_FIND and key in together):
            found.add(at)
    return found


def _kept_by_trafilatura(html: str) -> set[str]:
    """The lines that trafilatura takes for the article, by their letters and digits alone."""
    from trafilatura import extract

    article = extract(
        html, output_format="txt", include_comments=False, include_tables=True, favor_recall=True
    )
    return {_key(line) for line in (article or "").splitlines()} - {""}


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _key(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
