"""Counts of people by the lists that hold them, and what is estimated from these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

History = tuple[int, ...]  # 1 where the list holds them, 0 where it does not, in the order of the lists


@dataclass(frozen=True, slots=True)
class CountsRow:
    """People with one history in one stratum.

    Attributes:
        stratum: One value for each stratum column, "" where it is missing.
        count: Whole people, 0 or more.
        line: Line of the file they come from, 0 where there is none.
    """

    history: History
    stratum: tuple[str, ...]
    count: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A list that could hold nobody of these strata: it did not exist yet, or leaves them out.

    Attributes:
        where: (stratum column, values): the strata whose every named column holds one of its values.
    """

    list_name: str
    where: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class CountsTable:
    """Who stands on which lists: counts, never names.

    Attributes:
        stratum_columns: E.g. ("period", "place"); empty where the table has no strata.
        uncovered: The coverage mask; a zero under it is not a zero.
        definition: Who is counted, in words, printed on every figure; "" where nobody said.
        held_back: People whom a list names and a rule of deciding leaves out, 0 where nobody knows.
    """

    lists: tuple[str, ...]
    stratum_columns: tuple[str, ...]
    rows: tuple[CountsRow, ...]
    uncovered: tuple[Uncovered, ...] = ()
    definition: str = ""
    held_back: int = 0

    @property
    def seen(self) -> int:
        return sum(row.count for row in self.rows)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule of tables/estimate/rules.yaml that spoke.

    Attributes:
        code: Stable, e.g. "no-overlap".
        severity: refuse | warn | state.
        values: What it measured, e.g. {"rhat": 1.07, "limit": 1.05}.
        words: The sentence a reporter may quote.
    """

    code: str
    severity: str
    values: Mapping[str, Any]
    words: str


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What one model says of one table.

    Attributes:
        estimate, low95, high95: People in all, those seen included; None where the model is refused.
        computed: The three numbers that stood there before a rule refused them; not to be quoted.
        settings: Everything needed to get the same numbers again.
        assumes: The model's assumption in one sentence.
    """

    model: str
    estimate: float | None
    low95: float | None
    high95: float | None
    settings: Mapping[str, Any]
    seconds: float
    diagnostics: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    computed: tuple[float | None, float | None, float | None] = (None, None, None)
    assumes: str = ""

    @property
    def refused(self) -> tuple[Finding, ...]:
        return tuple(found for found in self.findings if found.severity == "refuse")


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Everything one table of counts can say about how many there are. Never one number.

    Attributes:
        headline: The answer that leans on no single model; its estimate is None where it is refused.
        models: Every model by its name, side by side.
        leave_one_out: List left out -> the headline without it.
        sensitivity: What was changed (prior, cap, one record) -> the numbers it gave.
        strata: Stratum -> its own headline, small ones suppressed.
        cannot_see: What no count can see, in words.
        linkage: Share of the variance that the linkage causes, and on how many linkages; {} without.
        registry: The second road: shares found in a registry, its estimate, the comparison; {} without.
        curves: Posterior densities for the figures: name -> (population, density).
    """

    lists: tuple[str, ...]
    seen: int
    headline: ModelAnswer
    models: Mapping[str, ModelAnswer]
    findings: tuple[Finding, ...]
    leave_one_out: Mapping[str, ModelAnswer]
    sensitivity: Mapping[str, Any]
    strata: Mapping[str, ModelAnswer]
    diagnostics: Mapping[str, Any]
    cannot_see: tuple[str, ...]
    linkage: Mapping[str, Any]
    overlap: tuple[tuple[tuple[str, ...], int], ...]
    curves: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]
    definition: str = ""
    seconds: float = 0.0
    registry: Mapping[str, Any] = field(default_factory=dict)
