"""The rules of tables/estimate/rules.yaml: a measure, its limit, and the sentence that follows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tizme.model import BadTable, Finding
from tizme.tables import tree

_TABLE = "estimate/rules.yaml"
_WHEN = {
    "below": lambda value, limit: value < limit,
    "above": lambda value, limit: value > limit,
    "at-least": lambda value, limit: value >= limit,
    "at-most": lambda value, limit: value <= limit,
    "exactly": lambda value, limit: value == limit,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as the table has it."""

    code: str
    severity: str
    scope: str
    measure: str
    when: str
    limit: float
    words: str
    models: tuple[str, ...]

    def finding(self, value: float) -> Finding | None:
        """What the rule says of this value; None where it is silent. Not a number speaks as the worst."""
        worst = math.isnan(value)
        if not worst and not _WHEN[self.when](value, self.limit):
            return None
        told = self.words.format(value=value)
        return Finding(self.code, self.severity, {self.measure: value, "limit": self.limit}, told)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule.

    Raises:
        BadTable: a rule lacks a key, or names a severity, scope or relation that there is not.
    """
    return tuple(_rule(entry, at) for at, entry in enumerate(tree(_TABLE)["rules"], start=1))


def _rule(entry: Mapping[str, Any], at: int) -> Rule:
    wanted = {"code", "severity", "scope", "measure", "when", "limit", "words"}
    if wanted - set(entry):
        raise BadTable(_TABLE, at, f"rule {at} lacks {', '.join(sorted(wanted - set(entry)))}")
    if (
        entry["severity"] not in {"refuse", "warn"}
        or entry["scope"] not in {"table", "model", "sheet"}
        or entry["when"] not in _WHEN
    ):
        raise BadTable(_TABLE, at, f"rule '{entry['code']}' has an unknown severity, scope or relation")
    return Rule(
        entry["code"],
        entry["severity"],
        entry["scope"],
        entry["measure"],
        entry["when"],
        float(entry["limit"]),
        entry["words"],
        tuple(entry.get("models", ())),
    )


def findings(scope: str, measures: Mapping[str, float], *, model: str = "") -> tuple[Finding, ...]:
    """What the rules of a scope say of what was measured; a rule whose measure was not taken is silent."""
    spoken = (
        rule.finding(float(measures[rule.measure]))
        for rule in rules()
        if rule.scope == scope and rule.measure in measures and (not rule.models or model in rule.models)
    )
    return tuple(found for found in spoken if found is not None)


def assumption(model: str) -> str:
    """The sentence that says what a model assumes."""
    words: Mapping[str, str] = tree("estimate/words.yaml")["assumes"]
    return words.get(model, words["custom"])


def cannot_see() -> tuple[str, ...]:
    """What no count of people on lists can see, stated on every answer."""
    return tuple(tree("estimate/words.yaml")["cannot_see"])
