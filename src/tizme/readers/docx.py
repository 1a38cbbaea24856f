"""DOCX: paragraphs, headings, tables, notes and text boxes, in the order of the document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from lxml import etree

from tizme.model import Document
from tizme.readers.assemble import Stretch, assemble
from tizme.readers.grid import ListParts, Sheet, add_sheet
from tizme.readers.headers import Mappings, header_rows, property_of
from tizme.readers.sniff import DOCX

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# python-docx stamps this on every file made with it: a template's day, nobody's.
_TEMPLATE_DAY = "2013-12-23"
# The same words again for programs that cannot show the first version.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FEWEST_LABELS = 3
_LIST_STYLES = ("ListBullet", "ListNumber")
_NOTES = ("footnotes", "endnotes")


def read_docx(content: bytes, *, mapping: Mappings | None) -> Document:
    """The document's words; a table with a known header also gives rows.

    Raises:
        UnreadableError: the document holds no words.
        Exception: whatever python-docx raises on a broken file.
    """
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    opened = docx.Document(io.BytesIO(content))
    headings = _heading_styles(opened)
    parts, state = ListParts(), _Tables(mapping)
    for element in opened.element.body:
        _add(parts, element, headings, state)
    for note in _notes(opened):
        _add_paragraph(parts, note, headings)
    # Where the file says nothing of itself, python-docx would make it up: its own title, today's date.
    own = any(one.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for one in opened.part.package.rels.values())
    published, said = _day(opened.core_properties) if own else ("", ())
    title = (opened.core_properties.title or "").strip() if own else ""
    if opened.element.body.find(f".//{_W}del") is not None:
        parts.warnings.append("The document holds tracked deletions; the deleted words were left out.")
    document = Document(
        DOCX,
        parts.builder.text(),
        title=title or _title(parts),
        published=published,
        rows=tuple(parts.rows),
        mapping=tuple(parts.mapping),
        links=tuple(_links(opened)),
        warnings=(*parts.warnings, *said),
    )
    whole = assemble(document, parts.stretches)
    # An advertisement's words in a cell are a cell's words: rows are never marked.
    taken = tuple((row.cells[0].start, row.cells[-1].stop) for row in parts.rows)
    kept = tuple(one for one in whole.boilerplate if not any(a < one[1] and one[0] < b for a, b in taken))
    return replace(whole, boilerplate=kept)


class _Tables:
    def __init__(self, mapping: Mappings | None) -> None:
        self.mapping, self.count = mapping, 0


def _add(parts: ListParts, element: Any, headings: set[str], tables: _Tables) -> None:
    if element.tag == f"{_W}p":
        _add_paragraph(parts, element, headings)
    elif element.tag == f"{_W}tbl":
        tables.count += 1
        _add_table(parts, element, tables)
    elif element.tag == f"{_W}sdt":
        for inner in element.iterfind(f"{_W}sdtContent/*"):
            _add(parts, inner, headings, tables)


def _add_paragraph(parts: ListParts, element: Any, headings: set[str]) -> None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    kind = "heading" if name in headings else "body"
    entry = element.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith(_LIST_STYLES)
    mark = "• " if entry and kind == "body" else ""  # Word draws it; the file does not hold it
    for line in _words(element).split("\n"):
        if line.strip():
            parts.stretches.append(Stretch(*parts.builder.add(mark + line.strip()), kind))
            parts.builder.add("\n")
            mark = ""


def _add_table(parts: ListParts, element: Any, tables: _Tables) -> None:
    grid = [list(_row(row)) for row in element.iterfind(f"{_W}tr")]
    name = f"table {tables.count}"
    card = _is_card(grid)
    known = len(grid) > 1 and not card and header_rows(grid) is not None
    if known or any((name, cell) in (tables.mapping or {}) for row in grid[:1] for cell in row):
        add_sheet(parts, Sheet(name, grid), mapping=tables.mapping)
        return
    for row in grid:  # a table for the eye: its lines are text
        line = (": " if card else "; ").join(cell for cell in row if cell)
        if line:
            parts.stretches.append(Stretch(*parts.builder.add(line)))
            parts.builder.add("\n")


def _is_card(grid: list[list[str]]) -> bool:
    """Whether two columns are labels and what they say of one person."""
    labels = [row[0] for row in grid if len(row) == 2 and all(row)]
    return len(labels) >= _FEWEST_LABELS and sum(bool(property_of(one)) for one in labels) >= len(labels) / 2


def _row(row: Any) -> Iterator[str]:
    for cell in row.iterfind(f"{_W}tc"):
        yield " ".join(_words(cell).split())
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        for _ in range(min(int(span.get(f"{_W}val", "1")), 64) - 1 if span is not None else 0):
            yield ""


def _words(element: Any) -> str:
    """The text under ``element`` with line breaks, without deleted words and repeated fallbacks."""
    found: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            if node.tag == f"{_W}p" and node is not element:
                found.append("\n")
        elif node.tag == f"{_W}t" and not any(True for _ in node.iterancestors(_FALLBACK)):
            found.append(node.text or "")
        elif node.tag == f"{_W}tab":
            found.append("\t" if node.getparent().tag == f"{_W}r" else "")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            found.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            found.append("-")
    return "".join(found)


def _heading_styles(opened: Any) -> set[str]:
    names = ("heading", "title", "заголовок", "название")
    return {style.style_id for style in opened.styles if style.name and style.name.lower().startswith(names)}


def _notes(opened: Any) -> Iterator[Any]:
    for relation in opened.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in _NOTES:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            yield from etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}p")


def _links(opened: Any) -> Iterator[str]:
    seen = set()
    for relation in opened.part.rels.values():
        link = relation.is_external and relation.reltype.endswith("/hyperlink")
        if link and relation.target_ref not in seen:
            seen.add(relation.target_ref)
            yield relation.target_ref


def _day(properties: Any) -> tuple[str, tuple[str, ...]]:
    """The later of the days on which the file was made and last saved, and a sentence about it."""
    moments = [one for one in (properties.created, properties.modified) if isinstance(one, datetime)]
    days = sorted({one.date().isoformat() for one in moments} - {_TEMPLATE_DAY})
    if not days:
        return "", ()
    said = (
        f"The day {days[-1]} is the one on which the file was saved, not one that its text gives; "
        "give the day of publication if it is another."
    )
    return days[-1], (said,)


def _title(parts: ListParts) -> str:
    first = next(iter(parts.stretches), None)
    if first is None or first.kind != "heading":
        return ""
    return parts.builder.text()[first.start : first.stop]
