"""One person as lines to be read: what happened, what was told, what was reported, what we captured."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.dates.edtf import edtf_bounds
from tizme.model import Claim, Person
from tizme.publish.evidence import Evidence

SHORT_ITEM = 12  # hex digits of an item's SHA-256 that a person is asked to read
_UNDATED = "9999-99-99"
# The day on which somebody was told or asked is not the day on which it happened.
_TOLD = ("death_reported", "info_requested", "info_refused")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a person's page.

    Attributes:
        day: EDTF, "" for what carries no day.
        lane: happened | told | reported | captured.
        claim: None for the days on which an item was published or captured.
    """

    day: str
    lane: str
    what: str
    item: str
    source: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person with their timeline in the order of days, then what carries no day.

    Attributes:
        sources: Item -> source name, for every item behind the person.
    """

    person: Person
    dated: tuple[Line, ...]
    undated: tuple[Line, ...]
    sources: dict[str, str]


def person_page(person: Person, evidence: Evidence) -> PersonPage:
    """The page of one person; every claim stands on it once."""
    lines = [_of_claim(claim, evidence) for claim in evidence.of(person)]
    items = sorted({line.item for line in lines})
    for item in items:
        source = evidence.source_name(item)
        if evidence.published.get(item):
            lines.append(Line(evidence.published[item], "reported", "published", item, source))
        if item in evidence.captures:
            lines.append(Line(evidence.captures[item].captured_at[:10], "captured", "captured", item, source))
    lines.sort(key=_order)
    return PersonPage(
        person,
        tuple(line for line in lines if line.day),
        tuple(line for line in lines if not line.day),
        {item: evidence.source_name(item) for item in items},
    )


def _of_claim(claim: Claim, evidence: Evidence) -> Line:
    is_day = claim.property.endswith((".date", "_date"))
    lane = "told" if claim.property.split(".")[0] in _TOLD else "happened"
    return Line(
        day=claim.value if is_day and edtf_bounds(claim.value) else "",
        lane=lane,
        what=claim.property,
        item=claim.item,
        source=evidence.source_name(claim.item),
        claim=claim,
    )


def _order(line: Line) -> tuple[str, str, str, str, int, str]:
    bounds = edtf_bounds(line.day) if line.day else None
    first, last = bounds or (_UNDATED, _UNDATED)
    at = line.claim.start if line.claim else -1
    return (first, last, line.what, line.item, at, line.claim.id if line.claim else "")
