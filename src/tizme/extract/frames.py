"""Events and what each kind of event can carry (tables/extract/events.csv)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from tizme.extract.cues import Hit
from tizme.extract.who import Who
from tizme.tables import rows

BARE = frozenset({"yes", "no", "alone"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What an event can carry.

    Attributes:
        bare: Whether the event itself is claimed: yes, no, or alone (only where it carries nothing).
        slots: What it can carry -> the property that this becomes.
    """

    bare: str
    slots: dict[str, str]


@dataclass(frozen=True, slots=True)
class Argument:
    """A date, place, sum or the like that an event carries, and the words that say it."""

    slot: str
    value: str
    start: int
    stop: int


@dataclass(slots=True)
class Event:
    """A cue in a sentence with the person it is about and what was attached to it."""

    hit: Hit
    name: str
    frame: Frame
    who: Who
    args: dict[str, Argument] = field(default_factory=dict)  # by slot
    more: list[Argument] = field(default_factory=list)  # further values of a slot
    own_death: bool = False  # a death in the words of the one who is said to have died


@cache
def frames() -> dict[str, Frame]:
    """event -> its frame.

    Raises:
        BadTable: a row says something else than yes, no or alone under 'bare'.
    """
    found = {}
    for row in rows("extract/events.csv", "event", "bare", "date", "place"):
        if row["bare"] not in BARE:
            raise row.error("'bare' must be yes, no or alone")
        slots = {k: v for k, v in row.items() if k not in {"event", "bare"} and v}
        found[row["event"]] = Frame(row["bare"], slots)
    return found
