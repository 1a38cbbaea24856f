"""What comparing whole lists needs: a table of columns, a plan as data, and an engine that runs it.

All weights are whole numbers (a hundred-thousandth of a bit), so that every engine adds up the same.
A missing value is NULL. See tables/link/lists.yaml for the plan and link/list_columns.py for the columns.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol

WEIGHT_UNIT = 100_000  # of these make one bit
SHARED = 4  # columns that hold the values of which two rows may share some: kin_1 ... kin_4


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of agreement of a field. The first level that fits holds.

    Attributes:
        when: What must hold; see engines/list_plain.py.
            equal    both sides have ``column``, and the same value
            crossed  left's ``column`` is right's ``other``, and the other way round
            slip     Levenshtein distance at most ``within``, the shorter of ``least_length`` or more
            short    both have it, one side is one letter, and the first letters are equal
            near     the intervals ``column``_low to ``column``_high lie at most ``within`` apart
            shares   ``least`` of left's ``column``_1 to _4 or more are among right's
            both     both sides have ``column``
            missing  one side or both lack it: weighs nothing
            else     everything that is left
        same: A further column that must be equal on both sides.
        bits: The column with the bits of the shared value; the smaller of both sides counts.
        share: Per cent of these bits that count.
        weight: Bits, counted beside ``share`` of ``bits``.
    """

    code: str
    when: str
    column: str = ""
    other: str = ""
    same: str = ""
    within: int = 0
    least_length: int = 0
    least: int = 1
    bits: str = ""
    share: int = 0
    weight: float = 0.0

    @property
    def whole(self) -> int:
        return round(self.weight * WEIGHT_UNIT)

    @property
    def whole_share(self) -> int:
        """Of one thousandth of a bit, which is how columns hold them."""
        return self.share * WEIGHT_UNIT // 100_000


@dataclass(frozen=True, slots=True)
class ListField:
    """One thing that two rows may agree on."""

    name: str
    levels: tuple[ListLevel, ...]


@dataclass(frozen=True, slots=True)
class ListKey:
    """Rows are compared when ``columns`` are equal and no more than ``largest`` rows share them."""

    columns: tuple[str, ...]
    largest: int


@dataclass(frozen=True, slots=True)
class ListPlan:
    """How rows of lists are compared.

    Attributes:
        prior_bits: Evidence that a pair must overcome in a list of ``prior_rows`` rows, in bits.
        least_rows: Lists shorter than this are weighed as if they were so long.
        threshold: Probability from which a pair may join without a human.
        keep: Pairs below this probability are not kept.
        vetoes: Reasons that forbid joining without a human.
        trumps: Reasons that lift every veto: a number that one person alone bears.
        slope: What a bit of evidence is worth after calibration, 0..1.
    """

    version: str
    prior_bits: float
    prior_rows: int
    least_rows: int
    threshold: float
    keep: float
    slope: float
    vetoes: frozenset[str]
    keys: tuple[ListKey, ...]
    fields: tuple[ListField, ...]
    trumps: frozenset[str] = frozenset()


class ListEngine(Protocol):
    """Compares the rows of a table that a key brings together.

    Every pair is compared once, under the first key that its rows share.
    """

    def pairs(self, table: str, plan: ListPlan, *, out: str, first_new: int, least_weight: int) -> None:
        """Write Parquet (left_seq < right_seq, pattern, weight) of at least ``least_weight``.

        Args:
            table: Parquet file of all columns with the keys k0, k1, ... (NULL: not compared by it).
            out: Folder; one file per key. A file that stands there already is not made again.
            first_new: Only pairs whose right row has this ``seq`` or a later one.
        """
        ...


def own_columns(level: ListLevel) -> tuple[str, ...]:
    """The columns in which the value stands that a level compares; none for what is left."""
    if level.when == "near":
        return f"{level.column}_low", f"{level.column}_high"
    if level.when == "shares":
        return tuple(f"{level.column}_{at}" for at in range(1, SHARED + 1))
    return (level.column,) if level.column else ()


def level_columns(level: ListLevel) -> tuple[str, ...]:
    """Every column that a level looks at, those with bits left out."""
    return (*own_columns(level), *filter(None, (level.other, level.same)))


def told_fields(plan: ListPlan, silent: Container[str]) -> tuple[ListField, ...]:
    """The fields that can say something where some columns hold no value; every pair leaves out the others.

    Args:
        silent: Columns without a value in any row.
    """
    return tuple(
        one for one in plan.fields if one.levels[0].when != "missing" or one.levels[0].column not in silent
    )


def radixes(plan: ListPlan) -> tuple[int, ...]:
    """What each field's level is multiplied by in a pattern."""
    found, product = [], 1
    for field in plan.fields:
        found.append(product)
        product *= len(field.levels)
    return tuple(found)


def levels_of(pattern: int, plan: ListPlan) -> tuple[ListLevel, ...]:
    """The level of every field, read from a pattern."""
    found = []
    for field in plan.fields:
        pattern, place = divmod(pattern, len(field.levels))
        found.append(field.levels[place])
    return tuple(found)


def pattern_reasons(pattern: int, plan: ListPlan) -> tuple[str, ...]:
    """Reason codes of a pattern, in the order of the fields; what both lack is not told apart from one."""
    levels = levels_of(pattern, plan)
    return tuple(f"{field.name}:{one.code}" for field, one in zip(plan.fields, levels, strict=True))
