"""Places of the gazetteer and places found in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer.

    Attributes:
        id: Stable id, e.g. "KG-O-kara-suu"; the table says how it is made.
        name: In the country's own language and script.
        kind: country | region | district | city | town | village | front | site.
        admin: Ids of what it lies in, nearest first.
        country: ISO 3166-1 alpha-2.
    """

    id: str
    name: str
    kind: str
    admin: tuple[str, ...]
    country: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place in a text: the words, in the nominative, and the gazetteer's candidates.

    Attributes:
        nominative: The words brought to the nominative, as a reader would write them in a list.
        candidates: (place, score 0..1), best first; empty where the words name a place by their
            form ("деревня X") that the gazetteer does not hold.
        demonym: True where the words call somebody after the place ("урғутлик", "ошанин").
    """

    start: int
    stop: int
    nominative: str
    candidates: tuple[tuple[Place, float], ...]
    demonym: bool = False
