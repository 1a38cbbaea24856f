"""The plan of comparison, read from its table and checked."""

from __future__ import annotations

from dataclasses import fields as dataclass_fields
from functools import lru_cache
from typing import Any

from tizme.model import BadTable
from tizme.ports import BlockingKey, Field, Level, LinkPlan, RecordFeatures
from tizme.tables import tree

_PATH = "link/plan.yaml"
_WHENS = {"equal", "alike", "shares", "initial", "near", "missing", "else"}
_SHARES_SUM_TO = 1.05  # shares are rounded by hand; more than this is a slip


@lru_cache(maxsize=1)
def plan() -> LinkPlan:
    """The shipped plan (tables/link/plan.yaml).

    Raises:
        BadTable: an unknown column or level, shares that sum to more than one, no last ``else``.
    """
    table = tree(_PATH)
    found = LinkPlan(
        version=str(table["version"]),
        prior=float(table["prior"]),
        threshold=float(table["threshold"]),
        keep=float(table["keep"]),
        refusing=frozenset(table["refusing"]),
        blocking=tuple(BlockingKey(tuple(k["columns"]), k.get("either", "")) for k in table["blocking"]),
        fields=tuple(_field(entry) for entry in table["fields"]),
    )
    _check(found)
    return found


def _field(entry: dict[str, Any]) -> Field:
    return Field(entry["field"], tuple(Level(**level) for level in entry["levels"]))


def _check(found: LinkPlan) -> None:
    columns = {field.name for field in dataclass_fields(RecordFeatures)}
    for key in found.blocking:
        for column in (*key.columns, *filter(None, [key.either])):
            if column not in columns:
                raise BadTable(_PATH, 1, f"blocking names an unknown column '{column}'")
    for field in found.fields:
        _check_field(field, columns)


def _check_field(field: Field, columns: set[str]) -> None:
    if not field.levels or field.levels[-1].when != "else":
        raise BadTable(_PATH, 1, f"field '{field.name}' does not end with 'else'")
    for level in field.levels:
        if level.when not in _WHENS:
            raise BadTable(_PATH, 1, f"field '{field.name}' has an unknown 'when: {level.when}'")
        needed = (f"{level.column}_low", f"{level.column}_high") if level.when == "near" else (level.column,)
        if level.when != "else" and not columns.issuperset(needed):
            raise BadTable(_PATH, 1, f"field '{field.name}' names an unknown column '{level.column}'")
        if level.present and level.present.rpartition(":")[2] not in columns:
            raise BadTable(_PATH, 1, f"field '{field.name}' names an unknown column '{level.present}'")
        if level.when != "missing" and not (0 < level.m <= 1 and 0 < level.u <= 1):
            raise BadTable(_PATH, 1, f"field '{field.name}', level '{level.code}': m and u must be in (0, 1]")
    for share in ("m", "u"):
        total = sum(getattr(level, share) for level in field.levels)
        if total > _SHARES_SUM_TO:
            raise BadTable(_PATH, 1, f"field '{field.name}': the {share} sum to {total:.3f}")
