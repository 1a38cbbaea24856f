"""What deciding needs to know of an item besides its claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from tizme.model import Capture, Source, Subject


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item as deciding sees it.

    Attributes:
        item: SHA-256 of the item.
        published: EDTF, "" where not known; then the first capture's day stands for it.
        text: The item's text without boilerplate, "" where independence need not look at it.
        links: Addresses that the text links to.
        repeats: Whom parts of the item repeat (Section.repost_of).
        subjects: Of the item's extraction; says which subject is a group.
        same_source: Key that all copies of one source share, "" for an item that copies nobody
            (``independence_groups`` gives it).
    """

    item: str
    source: Source = field(default_factory=lambda: Source(name=""))
    captures: tuple[Capture, ...] = ()
    published: str = ""
    text: str = ""
    links: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    same_source: str = ""


def subject_of(facts: ItemFacts | None, subject: str) -> Subject | None:
    """The subject of that id, None where the facts do not hold it."""
    if facts is None:
        return None
    return next((found for found in facts.subjects if found.id == subject), None)
