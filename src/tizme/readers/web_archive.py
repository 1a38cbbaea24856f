"""Web archives (.warc, .warc.gz, .wacz): each page that they hold a section with its own address and day."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tizme.model import Cell, Document, ListRow, Section
from tizme.readers.assemble import Stretch, assemble, union
from tizme.readers.decode import decode
from tizme.readers.failure import UnreadableError
from tizme.readers.html import charset_of, html_document

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

WARC, WACZ = "application/warc", "application/wacz"
_OK = "200"
# A page with fewer words of its own is a frame of an advertisement or a counter.
_FEWEST_LETTERS = 80


@dataclass(slots=True)
class _Pages:
    pages: dict[str, Document] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def read_warc(content: bytes) -> Document:
    """The pages of one archive file.

    Raises:
        UnreadableError: it holds no page with words.
        Exception: whatever warcio raises on a broken file.
    """
    found = _Pages()
    _add(found, content, only=None)
    return _document(found, WARC)


def read_wacz(content: bytes) -> Document:
    """The pages of a packed collection: those that it lists itself, where it lists any.

    Raises:
        UnreadableError: it holds no page with words.
        Exception: whatever zipfile or warcio raise on a broken file.
    """
    found = _Pages()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        listed = frozenset(_listed(packed))
        for name in sorted(packed.namelist()):
            if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                _add(found, packed.read(name), only=listed or None)
    return _document(found, WACZ)


def _listed(packed: zipfile.ZipFile) -> Iterator[str]:
    for name in packed.namelist():
        if not name.startswith("pages/") or not name.endswith(".jsonl"):
            continue
        for line in packed.read(name).splitlines():
            try:
                entry = json.loads(line)
            except ValueError:  # a list that is cut off; the pages before it count
                break
            if isinstance(entry, dict) and isinstance(entry.get("url"), str):
                yield entry["url"]


def _add(found: _Pages, content: bytes, *, only: frozenset[str] | None) -> None:
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(content)):
        if record.rec_type not in {"response", "resource"}:
            continue
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        kind = _kind(record)
        if kind not in {"text/html", "application/xhtml+xml"}:
            found.left_out[kind or "unknown"] += 1
            continue
        status = record.http_headers.get_statuscode() if record.http_headers else _OK
        if status != _OK or address in found.pages or (only is not None and address not in only):
            continue
        page = _page(record)
        if page is not None:
            found.pages[address] = page


def _kind(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _page(record: ArcWarcRecord) -> Document | None:
    html = record.content_stream().read()
    told = record.http_headers.get_header("Content-Type") if record.http_headers else ""
    decoded = decode(html, declared=charset_of(html, told or ""))
    try:
        page = html_document(decoded.text, warnings=decoded.warnings)
    except UnreadableError:  # a page without words beside others that have some
        return None
    outside = sum(stop - start for start, stop in page.boilerplate)
    return page if len(page.text) - outside >= _FEWEST_LETTERS else None


def _document(found: _Pages, media_type: str) -> Document:
    if not found.pages:
        raise UnreadableError("no-text", "The archive holds no page with words; save the page as .html.")
    text, sections, stretches, rows = "", [], list[Stretch](), list[ListRow]()
    marked: list[tuple[int, int]] = []
    for address, page in found.pages.items():
        start = len(text)
        stretches += [
            Stretch(one.start + start, one.stop + start, one.kind, one.lang) for one in page.passages
        ]
        marked += [(low + start, high + start) for low, high in page.boilerplate]
        rows += [_shifted(row, start) for row in page.rows]
        text += page.text
        sections.append(
            Section(start, len(text), published=page.published, author=page.publisher, address=address)
        )
    pages = list(found.pages.values())
    left = ", ".join(f"{count} x {kind}" for kind, count in sorted(found.left_out.items()))
    warnings = [said for page in pages for said in page.warnings]
    if left:
        warnings.append(
            f"Of the archive only pages were read ({left} were not); add others as items of their own."
        )
    days = {page.published for page in pages}
    whole = Document(
        media_type,
        text,
        title=pages[0].title,
        published=days.pop() if len(days) == 1 else "",
        publisher=pages[0].publisher if len({page.publisher for page in pages}) == 1 else "",
        sections=tuple(sections),
        boilerplate=union(tuple(marked)),
        links=tuple(dict.fromkeys(link for page in pages for link in page.links)),
        warnings=tuple(warnings),
    )
    return replace(assemble(whole, stretches, ad_lines=False), rows=tuple(rows))


def _shifted(row: ListRow, by: int) -> ListRow:
    def moved(cell: Cell) -> Cell:
        return replace(cell, start=cell.start + by, stop=cell.stop + by)

    return replace(row, cells=tuple(map(moved, row.cells)), carried=tuple(map(moved, row.carried)))
