"""Captured items, and what a reader made of their bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Interest(StrEnum):
    """What the source may gain from what it says."""

    NONE = "none"
    FAMILY = "family"
    PARTY_TO_CONFLICT = "party_to_conflict"
    STATE_OF_ORIGIN = "state_of_origin"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What kind of publication or hand-over a source is (weights: tables/status/source_kinds.csv)."""

    PRESS = "press"
    OFFICIAL = "official"
    COURT = "court"
    OBITUARY = "obituary"
    SOCIAL = "social"
    MESSENGER = "messenger"
    LIST = "list"
    RELATIVE = "relative"
    DOCUMENT = "document"
    NGO = "ngo"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published or handed over an item.

    Attributes:
        reliability: NATO grading A-F of the source; "F" means cannot be judged.
        credibility: NATO grading 1-6 of the piece; 6 means cannot be judged.
    """

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    reliability: str = "F"
    credibility: int = 6
    interest: Interest = Interest.UNKNOWN


@dataclass(frozen=True, slots=True)
class Capture:
    """One act of receiving bytes. The same bytes received twice are one item with two captures.

    Attributes:
        sha256: Of the bytes; the item's address in the archive.
        origin: Where they came from: a URL, a path as the user gave it, or a hand-over in words.
        captured_at: UTC, RFC 3339 with a trailing "Z".
        captured_by: The person who did it, as they name themselves.
        published: EDTF day on which the source says it was published, "" where not known.
    """

    sha256: str
    size_bytes: int
    origin: str
    captured_at: str
    captured_by: str
    tool: str
    media_type: str
    original_name: str
    published: str = ""
    source: Source = field(default_factory=lambda: Source(name=""))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text in one language and script. Half open, in code points."""

    start: int
    stop: int
    lang: str
    script: str
    kind: str = "body"  # body | heading | caption | row | message | header


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an item with its own day and author, such as one message of an export.

    Attributes:
        published: EDTF, "" where the item's own date holds.
        address: Where the section stands in the item, e.g. "message 1042".
        repost_of: Whom the section repeats, "" where it speaks for itself.
        answers: Address of the section that this one is a reply to, "" where it is none.
    """

    start: int
    stop: int
    published: str = ""
    author: str = ""
    address: str = ""
    repost_of: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class PageBox:
    """Where a stretch of text stands on a page.

    Attributes:
        page: Counted from 1.
        box: (left, top, right, bottom) from the page's top left corner: in PDF points, of a picture in dots.
        confidence: 0..1, how sure the words are that were read off a picture; 1 where they were not.
    """

    start: int
    stop: int
    page: int
    box: tuple[float, float, float, float]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a list, and where its words stand in the item's text."""

    sheet: str
    row: int  # counted from 1, as a spreadsheet shows it
    column: str  # "A", "B", ... as a spreadsheet shows it
    header: str
    value: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of a list: its cells as they stand, and what each was understood to hold.

    Attributes:
        address: "sheet!row", e.g. "Лист1!7".
        fields: property name -> cell header, from the item's header mapping.
        carried: Cells of other rows that hold for this one too: a merged cell beside it, a heading above it.
    """

    address: str
    cells: tuple[Cell, ...]
    fields: tuple[tuple[str, str], ...] = ()
    carried: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of an item's bytes. The whole text is kept; what is not article is marked.

    Attributes:
        text: NFC is *not* applied: offsets count the code points as they came.
        boilerplate: Half-open ranges that are advertisement, navigation, 'read also' or comments.
        rows: For lists only.
        mapping: For lists only: (sheet, header, property or "") for every column found.
        published: EDTF day that the item itself gives, "" where it gives none.
        warnings: Sentences for the person who added the item.
    """

    media_type: str
    text: str
    lang: str = ""
    title: str = ""
    published: str = ""
    publisher: str = ""
    passages: tuple[Passage, ...] = ()
    sections: tuple[Section, ...] = ()
    boilerplate: tuple[tuple[int, int], ...] = ()
    rows: tuple[ListRow, ...] = ()
    mapping: tuple[tuple[str, str, str], ...] = ()
    page_boxes: tuple[PageBox, ...] = ()
    links: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether the item is rows and nothing else; a page or a letter may hold rows among its prose."""
        return self.media_type in _LIST_TYPES


_LIST_TYPES = frozenset(
    (
        *("text/csv", "text/tab-separated-values", "application/vnd.ms-excel"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    )
)


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Why an item could not be read. The item itself is kept."""

    reason: str  # unknown-type|too-large|timed-out|crashed|malformed|encrypted|no-text|missing-extra
    detail: str
