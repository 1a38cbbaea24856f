"""The visible lines of an HTML page in document order, each with what its place in the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from lxml import etree

from tizme.readers.html_tables import CELLS, Spans
from tizme.tables import rows

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# A cell of a table of data holds no more paragraphs and line breaks.
_BLOCKS_IN_A_CELL = 3


@dataclass(frozen=True, slots=True)
class Block:
    """One line as the page shows it.

    Attributes:
        place: The element that the line stands in; None where the page was too deep for a tree.
        by_tag: A tag or role says that this is not the article.
        classed: The outermost element whose class or id says so, None where none does.
        linked: All its words are a link.
        marker: What the page shows before an entry of a list, such as "• " or "3. ".
    """

    text: str
    kind: str
    place: etree._Element | None
    level: int = 0  # of a heading, 1..6
    by_tag: bool = False
    classed: etree._Element | None = None
    linked: bool = False
    marker: str = ""


@lru_cache(maxsize=1)
def _parts() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows("readers/page_parts.csv", "use", "by", "form"):
        found.setdefault((row["use"], row["by"]), set()).add(row["form"])
    return {key: frozenset(forms) for key, forms in found.items()}


def parse(html: str) -> etree._Element | None:
    """The page's tree, or None where it is nested too deep to be one (libxml2 then loses words)."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    root = etree.fromstring(html.replace("\x00", "\ufffd").encode("utf-8", "replace"), parser)
    too_deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    return None if too_deep or root is None else root


def blocks(root: etree._Element) -> Iterator[Block]:
    """The lines of the page under ``root``."""
    walk = _Walk()
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                walk.say(element.tail)
            continue
        if event == "start":
            if _is_unseen(element):
                skipped = element
                continue
            yield from walk.enter(element)
        else:
            yield from walk.leave(element)
            if element is not root:
                walk.say(element.tail)
    yield from walk.flush()


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it and those around it say."""

    element: etree._Element
    tagged: bool
    classed: etree._Element | None
    linked: bool


class _Walk:
    """Gathers words until a line ends, and knows which elements are open."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.unlinked = False
        self.marker = ""
        self.open: list[_Open] = []
        self.spans = Spans()

    def say(self, words: str | None) -> None:
        if words:
            self.words.append(words.replace("\u00ad", ""))
            if not (self.open and self.open[-1].linked) and any(char.isalnum() for char in words):
                self.unlinked = True

    def enter(self, element: etree._Element) -> Iterator[Block]:
        if element.tag == "table":
            self.spans.add(element)
        if element.tag in CELLS:
            if _is_layout(element.getparent()):
                yield from self.flush()
            else:
                first = all(one.tag not in CELLS for one in element.itersiblings(preceding=True))
                self.words.append(("" if first else "\t") + self.spans.before(element))
        elif element.tag in _parts()["block", "tag"]:
            yield from self.end_line()
        above = self.open[-1] if self.open else _Open(element, tagged=False, classed=None, linked=False)
        classed = above.classed
        if classed is None and _by_class(element):
            classed = element
        self.open.append(
            _Open(element, above.tagged or _by_tag(element), classed, above.linked or element.tag == "a")
        )
        if element.tag == "li":
            self.marker = _marker(element)
        self.say(element.text)

    def leave(self, element: etree._Element) -> Iterator[Block]:
        if element.tag == "tr" and not _is_layout(element):
            self.words.append(self.spans.after(element))
        if element.tag in CELLS and _is_layout(element.getparent()):
            yield from self.flush()
        elif element.tag in _parts()["block", "tag"]:
            yield from self.end_line()
        self.open.pop()

    def end_line(self) -> Iterator[Block]:
        """A line ends here, unless it is in a cell of a table of data, whose row is one line."""
        cell = next((one.element for one in reversed(self.open) if one.element.tag in CELLS), None)
        if (
            self.open
            and cell is not None
            and self.open[-1].element.tag != "tr"
            and not _is_layout(cell.getparent())
        ):
            self.words.append(" ")
        else:
            yield from self.flush()

    def flush(self) -> Iterator[Block]:
        cells = [_BLANKS.sub(" ", cell).strip() for cell in "".join(self.words).split("\t")]
        # An empty cell keeps its place, so that those behind it stay under their headers.
        text = "\t".join(cells).rstrip() if _in_row(self.open) else " ".join(cells).strip()
        if not text.strip():
            text = ""
        linked, self.unlinked = not self.unlinked, False
        self.words.clear()
        if not text or not self.open:
            return
        marker, self.marker = self.marker, ""
        above = self.open[-1]
        kind, level = _kind(self.open)
        yield Block(text, kind, above.element, level, above.tagged, above.classed, linked, marker)


def _is_layout(row: etree._Element | None) -> bool:
    """Whether a table's row holds parts of a page rather than values."""
    if row is None or row.tag != "tr":
        return True
    if (
        next(row.iter("table", "ul", "ol", "form", "h1", "h2", "h3", "h4", "h5", "article", "nav"), None)
        is not None
    ):
        return True
    return any(sum(1 for _ in cell.iter("p", "div", "br")) > _BLOCKS_IN_A_CELL for cell in row)


def _marker(element: etree._Element) -> str:
    """What a browser shows before an entry of a list."""
    above = element.getparent()
    if above is None or above.tag != "ol":
        return "• "
    number = sum(1 for _ in element.itersiblings("li", preceding=True))
    start = above.get("start", "1").strip()
    return f"{number + (int(start) if start.isdecimal() else 1)}. "


def _in_row(opened: list[_Open]) -> bool:
    return any(one.element.tag == "tr" for one in opened[-4:])


def _kind(opened: list[_Open]) -> tuple[str, int]:
    for element in (one.element for one in reversed(opened[-6:])):
        if element.tag in _parts()["heading", "tag"]:
            return "heading", int(element.tag[1])
        if element.tag in _parts()["caption", "tag"]:
            return "caption", 0
    return "body", 0


def _is_unseen(element: etree._Element) -> bool:
    return (
        element.tag in _parts()["unseen", "tag"]
        or element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
    )


def _by_tag(element: etree._Element) -> bool:
    role = element.get("role", "").lower()
    if element.tag == "header":  # a site's own header; an article's holds its headline
        return element.find(".//h1") is None and not any(True for _ in element.iterancestors("article"))
    return element.tag in _parts()["not_article", "tag"] or role in _parts()["not_article", "role"]


def _by_class(element: etree._Element) -> bool:
    if element.tag in _parts()["keeps", "tag"]:
        return False
    return _is_furniture_name(f"{element.get('class', '')} {element.get('id', '')}"[:400])


@lru_cache(maxsize=4096)
def _is_furniture_name(names: str) -> bool:
    for name in names.split():
        words = {word.lower() for word in _WORDS.findall(name)}
        if any(set(form.split("+")) <= words for form in _parts()["not_article", "word"]):
            return True
    return False


class _Flat(HTMLParser):
    """Reads a page without building a tree: words and line breaks, nothing else."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in {"script", "style"}:
            self.unseen = tag
        elif tag in _parts()["block", "tag"]:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        elif tag in _parts()["block", "tag"]:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(_BLANKS.sub(" ", data))


def flat_blocks(html: str) -> Iterator[Block]:
    """The lines of a page that has no usable tree."""
    parser = _Flat()
    parser.feed(html)
    parser.close()
    for line in "".join(parser.pieces).split("\n"):
        if line.strip():
            yield Block(line.strip(), "body", None)
