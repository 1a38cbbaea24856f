"""What we hold about one human being, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """One of two questions (ICRC); where someone is, is the other."""

    UNKNOWN = "unknown"
    ALIVE = "alive"
    MISSING = "missing"
    REPORTED_DEAD = "reported_dead"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Reason:
    """One claim, or one rule over claims, that speaks for or against a status.

    Attributes:
        code: Stable code; ``cli`` and ``web`` make the sentence (docs/reasons.md lists them).
        claim_ids: The claims it rests on.
        source_ids: Independent sources behind those claims (decide computes them).
    """

    code: str
    claim_ids: tuple[str, ...]
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims about one property that cannot all be true. All are kept.

    Attributes:
        shown_as: A range or list in normal form, e.g. "2022-10/2022-11-24".
    """

    property: str
    values: tuple[str, ...]
    claim_ids: tuple[str, ...]
    shown_as: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where someone, or their remains, are held to be.

    Attributes:
        kind: place | custody | grave | unknown.
        certainty: confirmed | reported | doubtful | unknown.
    """

    kind: str
    place: str
    certainty: str
    as_of: str = ""
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """Fate and whereabouts by one policy, with what speaks for and against.

    Attributes:
        policy: Name and version of the table, e.g. "two-sources@1".
        open_questions: Codes of what would decide or is still unexplained.
    """

    policy: str
    fate: Fate
    whereabouts: Whereabouts
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    conflicts: tuple[Conflict, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One human being as the evidence holds them."""

    id: str
    label: str
    record_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    cluster_certainty: float
    status: Status
