"""The plan by which whole lists are compared, read from its table and checked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tizme.model import BadTable
from tizme.ports.list_engine import ListField, ListKey, ListLevel, ListPlan
from tizme.tables import tree

_PATH = "link/lists.yaml"
_WHENS = {"equal", "crossed", "slip", "short", "near", "missing", "else"}

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


def _check(found: ListPlan) -> None:
    for key in found.keys:
        _known(*key.columns)
    for field in found.fields:
        if not field.levels or field.levels[-1].when != "else":
            raise BadTable(_PATH, 1, f"field '{field.name}' does not end with 'else'")
        for level in field.levels:
            if level.when not in _WHENS:
                raise BadTable(_PATH, 1, f"field '{field.name}' has an unknown 'when: {level.when}'")
            if level.when == "near":
                _known(f"{level.column}_low", f"{level.column}_high")
            elif level.when != "else":
                _known(level.column)
            _known(*filter(None, (level.other, level.same)))
            if level.bits and level.bits not in BITS:
                raise BadTable(_PATH, 1, f"field '{field.name}' names unknown bits '{level.bits}'")
            if level.when == "missing" and level.weight:
                raise BadTable(_PATH, 1, f"field '{field.name}': what is missing weighs nothing")


def _known(*columns: str) -> None:
    for column in columns:
        if column not in LIST_COLUMNS:
            raise BadTable(_PATH, 1, f"unknown column '{column}'")
