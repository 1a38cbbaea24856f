"""What comparing records needs: columns, a plan as data, and an engine that runs it.

All work on names, places and dates is done once per record, in Python, before an engine sees it.
An engine only compares columns, so that every engine gives the same pairs and the same weights.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tizme.model import Pair


@dataclass(frozen=True, slots=True)
class RecordFeatures:
    """One record as columns. None, or an empty tuple, where the record does not say.

    Attributes:
        id: The record's id.
        apart: Two records with the same value here are never compared: the list's name where the
            list is known to hold each person once, else the record's own id.
        given, father, family: Canonical Latin (names.canon), family and father without marks of sex.
        given_bones, father_bones, family_bones: Consonant skeletons.
        given_initials, father_initials: The letters that the part may be shortened to.
        given_short, father_short: The part is an initial.
        family_root: Without suffix; for "X uulu" the father's name, since others write it as a family.
        family_roots: The roots of every name the record bears.
        born_low, born_high: Years. born_day: ISO day where it is known to the day.
        place: Finest place known. places: It and everything it lies in, countries left out.
        died_low, died_high, captured_low, captured_high: Days since 0001-01-01.
        kin: Canonical names of relatives.
    """

    id: str
    apart: str
    given: str | None = None
    given_bones: str | None = None
    given_initials: tuple[str, ...] = ()
    given_short: bool = False
    father: str | None = None
    father_bones: str | None = None
    father_initials: tuple[str, ...] = ()
    father_short: bool = False
    family: str | None = None
    family_bones: str | None = None
    family_initial: str | None = None
    family_root: str | None = None
    family_roots: tuple[str, ...] = ()
    born_low: int | None = None
    born_high: int | None = None
    born_day: str | None = None
    place: str | None = None
    places: tuple[str, ...] = ()
    died_low: int | None = None
    died_high: int | None = None
    captured_low: int | None = None
    captured_high: int | None = None
    sex: str | None = None
    unit: str | None = None
    kin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """One level of agreement of a field. The first level that fits holds.

    Attributes:
        when: equal | alike | shares | initial | near | missing | else (see engines/plain.py).
        least: For ``alike``, Jaro-Winkler similarity, 0..1.
        apart_at_most: For ``near``, how far the two intervals may lie apart, in the columns' unit;
            0 means that they touch or overlap.
        widest: For ``near``, the widest interval that still counts.
        present: A column that at least one side must have.
        m, u: Share of pairs of one person, and of two, that reach this level. Both 0 for ``missing``.
    """

    code: str
    when: str
    column: str = ""
    least: float = 0.0
    apart_at_most: int = 0
    widest: int | None = None
    present: str = ""
    m: float = 0.0
    u: float = 0.0


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that two records may agree on."""

    name: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class BlockingKey:
    """Records are compared when all ``columns`` are equal and, if given, one side's ``either`` is true."""

    columns: tuple[str, ...]
    either: str = ""


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """How records are compared.

    Attributes:
        version: Stored with every result.
        prior: Chance that two records drawn at random are one person.
        threshold: Probability from which a pair may join without a human.
        keep: Pairs below this probability are not kept.
        refusing: Reasons that forbid joining without a human.
    """

    version: str
    prior: float
    threshold: float
    keep: float
    refusing: frozenset[str]
    blocking: tuple[BlockingKey, ...]
    fields: tuple[Field, ...]


class LinkEngine(Protocol):
    """Compares every pair of records that a blocking key brings together."""

    def pairs(self, features: Iterable[RecordFeatures], plan: LinkPlan) -> tuple[Pair, ...]:
        """Pairs of at least ``plan.keep``, sorted by (left, right); weights rounded to 6 decimals."""
        ...
