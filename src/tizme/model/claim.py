"""Mentions and claims: one thing that one span says about one subject."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """How the one who says it came to know (domain.md §2)."""

    DOCUMENT = "document"
    OFFICIAL = "official"
    DIRECT = "direct"
    HEARSAY = "hearsay"
    PRESS = "press"
    INFERRED = "inferred"


class Polarity(StrEnum):
    """Whether the words affirm, deny, doubt or promise what the claim says."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNCERTAIN = "uncertain"
    PROMISED = "promised"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a subject. Half open, in code points of the item's text."""

    subject: str
    start: int
    stop: int
    form: str  # name | nominal | pronoun


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a text speaks of: a named person, an unnamed one, or a group.

    Attributes:
        id: Unique in its text, e.g. "s3".
        label: The fullest form in the nominative, e.g. "Айбек Алымкулов" or "husband of s2".
        role: subject | relative | official | source | context.
        name: The name in the nominative, "" for the unnamed.
    """

    id: str
    named: bool
    group: bool
    label: str
    role: str = "subject"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one span says.

    Attributes:
        id: Derived from item, span, subject, property and value (model.ids.short_id).
        item: SHA-256 of the item, "" when a text was handed in without a case.
        property: One of domain.md's, e.g. "died.date".
        value: Normal form: EDTF for dates, "100000 RUB" for money, "P10Y" for terms, "true"/"false"
            for an event's bare name, the nominative for places and names, a subject id for kin.
        quote: The words of ``[start, stop)`` to the letter, untranslated.
        speakers: Who said it to whom, innermost first, outermost last.
        said_on: EDTF, the day on which it was said or published, "" where not known.
        rule: Extractor and version; "human:NAME" for what a person entered.
        cell: "sheet!A7" for what stood in a list, else "".
    """

    id: str
    item: str
    subject: str
    property: str
    value: str
    start: int
    stop: int
    quote: str
    evidence: Evidence
    polarity: Polarity
    speakers: tuple[str, ...]
    said_on: str
    rule: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read from one text."""

    lang: str
    boilerplate: tuple[tuple[int, int], ...]
    subjects: tuple[Subject, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
