"""HTML: the whole visible text is kept; what is not the article is marked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from lxml import etree

from tizme.model import Document
from tizme.readers.assemble import Stretch, TextBuilder, assemble, union
from tizme.readers.decode import decode
from tizme.readers.html_blocks import Block, blocks, flat_blocks, parse
from tizme.readers.html_facts import facts, links

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# The article's own element holds this share of what trafilatura keeps; the rest are teasers it kept too.
_ARTICLE_SHARE = 0.8
# Page furniture never holds this share of a page's letters, or of the article's; its class then misleads.
_FURNITURE_SHARE = 0.5
_ENOUGH_KEPT = 120
_LONG_ENOUGH_TO_FIND = 20


def read_html(content: bytes) -> Document:
    """The page's words in document order.

    Raises:
        UnreadableError: the page shows no words.
    """
    declared = _CHARSET.search(content[:4096])
    decoded = decode(content, declared=declared.group(1).decode("ascii") if declared else "")
    return html_document(decoded.text, warnings=decoded.warnings)


def html_document(html: str, *, warnings: tuple[str, ...] = ()) -> Document:
    """The same, of a page that is text already."""
    root = parse(html)
    if root is None:
        said = (
            *warnings,
            "The page is nested too deep for a tree; its words were read, its parts not told apart.",
        )
        return _document(list(flat_blocks(html)), set(), Document("text/html", "", warnings=said))
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
    return _document(lines, _not_article(lines, _kept_by_trafilatura(html)), page)


def _document(lines: list[Block], outside: set[int], page: Document) -> Document:
    builder, stretches, marked = TextBuilder(), [], []
    for at, line in enumerate(lines):
        start, stop = builder.add(line.text)
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
    by_class = _trusted_classes(lines, letters, is_kept)
    furniture = {at for at, line in enumerate(lines) if line.by_tag or (by_class and line.by_class)}
    own = [at for at in is_kept if at not in furniture]
    if sum(letters[at] for at in own) < _ENOUGH_KEPT:
        return furniture
    inside = _inside_article(lines, letters, own)
    return {
        at
        for at, line in enumerate(lines)
        if at in furniture or not (at in inside or at in is_kept or line.level == 1)
    }


def _trusted_classes(lines: list[Block], letters: list[int], is_kept: set[int]) -> bool:
    classed = [at for at, line in enumerate(lines) if line.by_class]
    share = sum(letters[at] for at in classed)
    kept = sum(letters[at] for at in is_kept)
    kept_classed = sum(letters[at] for at in classed if at in is_kept)
    return kept_classed <= _FURNITURE_SHARE * kept if kept else share <= _FURNITURE_SHARE * sum(letters)


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


def _key(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
