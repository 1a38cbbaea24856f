"""A claim on its way: subject still mutable, evidence and speakers still open."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.extract.who import Who


@dataclass(slots=True)
class Draft:
    """One claim before assembly. ``sentence`` is the index of the sentence it stands in."""

    who: Who
    property: str
    value: str
    start: int
    stop: int
    sentence: int
    polarity: str = "affirmed"
    hearsay: bool = False  # the cue itself says that it was only told ("was reported dead")
    target: Who | None = None  # for kin.*, death_reported.to and the like: whom the value names
    at: int = -1  # where the words stand that say it; -1: where the claim stands
    weak: bool = False  # kept only where nothing better says the same of this person


# A draft with its class of evidence and its speakers.
Settled = tuple[Draft, str, tuple[str, ...]]
