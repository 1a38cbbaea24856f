"""The plan by which whole lists are compared, read from its table and checked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tizme.link.event_days import EVENTS
from tizme.model import BadTable, UnusableInput
from tizme.ports.list_engine import ListField, ListKey, ListLevel, ListPlan, level_columns
from tizme.tables import tree

_PATH = "link/lists.yaml"
_WHENS = {"equal", "crossed", "slip", "short", "near", "shares", "both", "missing", "else"}

# Every column of a row, with its SQL type; "seq" numbers the rows of all lists from 0 on.
LIST_COLUMNS = {
    "seq": "BIGINT", "list": "VARCHAR", "id": "VARCHAR", "apart": "BIGINT",
    "given": "VARCHAR", "given_fold": "VARCHAR",
    "given_sorted": "VARCHAR", "given_bones": "VARCHAR", "given_letter": "VARCHAR",
    "family": "VARCHAR", "family_fold": "VARCHAR", "family_sorted": "VARCHAR", "family_bones": "VARCHAR",
    "family_two": "VARCHAR", "family_three": "VARCHAR", "root_fold": "VARCHAR",
    "father": "VARCHAR", "father_fold": "VARCHAR", "father_sorted": "VARCHAR", "father_bones": "VARCHAR",
    "fold_low": "VARCHAR", "fold_high": "VARCHAR", "bones_low": "VARCHAR", "bones_high": "VARCHAR",
    "born_low": "INTEGER", "born_high": "INTEGER",
    "born_year": "INTEGER", "born_day": "VARCHAR", "born_month": "VARCHAR",
    "born_turned": "VARCHAR", "born_monthday": "VARCHAR",
    "born_placeholder": "VARCHAR", "born_to_the_day": "VARCHAR",
    "place": "VARCHAR", "region": "VARCHAR", "sex": "VARCHAR", "unit": "VARCHAR",
    "document": "VARCHAR", "email": "VARCHAR",
    "address": "VARCHAR", "postcode": "VARCHAR", "occupation": "VARCHAR",
    "kin_1": "VARCHAR", "kin_2": "VARCHAR", "kin_3": "VARCHAR", "kin_4": "VARCHAR",
    "kin_bones_1": "VARCHAR", "kin_bones_2": "VARCHAR", "kin_bones_3": "VARCHAR", "kin_bones_4": "VARCHAR",
    "mother_fold": "VARCHAR", "spouse_fold": "VARCHAR",
} | {
    f"{event}_{kind}": "VARCHAR" if kind == "exact" else "INTEGER"
    for event in EVENTS.values() for kind in ("low", "high", "day", "exact")
}  # fmt: skip
# Columns with the bits of another column's value, in thousandths.
BITS = {
    "given_bits": "given", "given_fold_bits": "given_fold",
    "family_bits": "family", "family_fold_bits": "family_fold",
    "root_fold_bits": "root_fold", "father_bits": "father",
    "father_fold_bits": "father_fold", "place_bits": "place",
}  # fmt: skip


@lru_cache(maxsize=1)
def list_plan() -> ListPlan:
    """The shipped plan (tables/link/lists.yaml).

    Raises:
        BadTable: an unknown column or level, a field that does not end with ``else``.
    """
    return plan_of(tree(_PATH))


def plan_of(table: dict[str, Any]) -> ListPlan:
    """A plan from what a YAML file of that shape holds."""
    found = ListPlan(
        version=str(table["version"]),
        prior_bits=float(table["prior_bits"]), prior_rows=int(table["prior_rows"]),
        least_rows=int(table["least_rows"]), threshold=float(table["threshold"]), keep=float(table["keep"]),
        slope=float(table["slope"]), vetoes=frozenset(table["vetoes"]), trumps=frozenset(table["trumps"]),
        keys=tuple(ListKey(tuple(key["columns"]), int(key["largest"])) for key in table["keys"]),
        fields=tuple(
            ListField(one["field"], tuple(ListLevel(**level) for level in one["levels"]))
            for one in table["fields"]
        ),
    )  # fmt: skip
    _check(found)
    return found


def plan_text(plan: ListPlan) -> str:
    """A plan as YAML that `plan_of` reads back: what `tizme link` leaves as plan.yaml."""
    table = {
        "version": plan.version, "prior_bits": plan.prior_bits, "prior_rows": plan.prior_rows,
        "least_rows": plan.least_rows, "threshold": plan.threshold, "keep": plan.keep, "slope": plan.slope,
        "vetoes": sorted(plan.vetoes), "trumps": sorted(plan.trumps),
        "keys": [{"columns": list(key.columns), "largest": key.largest} for key in plan.keys],
        "fields": [
            {"field": field.name, "levels": [_level_told(level) for level in field.levels]}
            for field in plan.fields
        ],
    }  # fmt: skip
    return yaml.safe_dump(table, allow_unicode=True, sort_keys=False, width=160)


def _level_told(level: ListLevel) -> dict[str, Any]:
    """A level without what is at its default."""
    empty = ListLevel(level.code, level.when)
    told = {name: getattr(level, name) for name in ListLevel.__slots__}
    return {n: v for n, v in told.items() if n in {"code", "when"} or v != getattr(empty, n)}


def read_plan(path: Path) -> ListPlan:
    """A plan from a file such as plan.yaml.

    Raises:
        UnusableInput: the file is no plan.
    """
    try:
        return plan_of(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise UnusableInput(
            f"no plan for lists: {error}", str(path), "give a plan.yaml that `tizme link` left"
        ) from error


def _check(found: ListPlan) -> None:
    for key in found.keys:
        _known(*key.columns)
    for field in found.fields:
        if not field.levels or field.levels[-1].when != "else":
            raise BadTable(_PATH, 1, f"field '{field.name}' does not end with 'else'")
        for level in field.levels:
            if level.when not in _WHENS:
                raise BadTable(_PATH, 1, f"field '{field.name}' has an unknown 'when: {level.when}'")
            _known(*level_columns(level))
            if level.bits and level.bits not in BITS:
                raise BadTable(_PATH, 1, f"field '{field.name}' names unknown bits '{level.bits}'")
            if level.when == "missing" and level.weight:
                raise BadTable(_PATH, 1, f"field '{field.name}': what is missing weighs nothing")


def _known(*columns: str) -> None:
    for column in columns:
        if column not in LIST_COLUMNS:
            raise BadTable(_PATH, 1, f"unknown column '{column}'")
