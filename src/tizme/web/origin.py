"""Who said the words at one place of an item, and on which day they were published.

A section, such as one message of an export, has a day and an author of its own; the item's hold elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from tizme.model import Capture, Document, Section


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one stretch of text comes from.

    Attributes:
        address: Of the section, e.g. "message 1042"; "" where the item has none here.
        published: EDTF, "" where not known.
        captured: The day of the first capture, "" where there is none.
    """

    item: str
    source: str
    address: str
    author: str
    repost_of: str
    published: str
    captured: str


def origin_at(item: str, start: int, *, document: Document | None, capture: Capture | None) -> Origin:
    """The origin of the code point ``start`` of ``item``."""
    section = _section_at(document, start)
    of_item = (capture.published if capture else "") or (document.published if document else "")
    return Origin(
        item=item,
        source=(capture.source.name if capture else "") or (document.publisher if document else ""),
        address=section.address if section else "",
        author=section.author if section else "",
        repost_of=section.repost_of if section else "",
        published=(section.published if section else "") or of_item,
        captured=capture.captured_at[:10] if capture else "",
    )


def _section_at(document: Document | None, start: int) -> Section | None:
    sections = document.sections if document else ()
    return next((section for section in sections if section.start <= start < section.stop), None)
