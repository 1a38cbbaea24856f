"""A list plan as SQL that DuckDB and Spark both read."""

from __future__ import annotations

import math
from collections.abc import Container

from tizme.link import BITS, LIST_COLUMNS
from tizme.ports.list_engine import (
    WEIGHT_UNIT,
    ListField,
    ListKey,
    ListLevel,
    ListPlan,
    level_columns,
    own_columns,
    radixes,
    told_fields,
)

# A value's share is held back by this many rows of what is usual, so that a short list tells of no rarity.
_USUAL_ROWS = 200
_USUAL_SHARE = 0.001


def key_sql(key: ListKey, silent: Container[str] = ()) -> str:
    """The hash of a row's columns of a key (DuckDB only); NULL where one is missing. 63 bits fit a BIGINT.

    Args:
        silent: Columns without a value in any row, which need not stand in the table.
    """
    if any(column in silent for column in key.columns):
        return "CAST(NULL AS BIGINT)"
    known = " AND ".join(f"{column} IS NOT NULL" for column in key.columns)
    return f"CASE WHEN {known} THEN CAST(hash({', '.join(key.columns)}) >> 1 AS BIGINT) END"


def bits_sql(column: str, *, table: str, rows: int) -> str:
    """The bits of every value of a column, in thousandths, by its share of ``rows``."""
    of = f"(count(*) + {_USUAL_ROWS * _USUAL_SHARE}) / ({rows} + {_USUAL_ROWS}.0)"
    return (
        f"SELECT {column} AS value, CAST(round(-1000 * log2({of})) AS BIGINT) AS bits "  # noqa: S608
        f"FROM {table} WHERE {column} IS NOT NULL GROUP BY {column}"
    )


def unseen_bits(rows: int) -> int:
    """The bits of a value that the reference does not hold, in thousandths."""
    return round(-1000 * math.log2((1 + _USUAL_ROWS * _USUAL_SHARE) / (rows + _USUAL_ROWS)))


def pairs_sql(
    plan: ListPlan, at: int, *, table: str, first_new: int, least_weight: int, silent: Container[str] = ()
) -> str:
    """The pairs whose first shared key is number ``at``: left_seq, right_seq, pattern, weight.

    Args:
        silent: Columns and keys (k0, k1, ...) without a value in any row: not asked for.
    """
    if f"k{at}" in silent:
        names = ("left_seq", "right_seq", "pattern", "weight")
        return f"SELECT {', '.join(f'CAST(0 AS BIGINT) AS {n}' for n in names)} FROM {table} WHERE 1 = 0"  # noqa: S608
    earlier = "".join(f" AND (l.k{i} = r.k{i}) IS NOT TRUE" for i in range(at) if f"k{i}" not in silent)
    radix_of = {field.name: radix for field, radix in zip(plan.fields, radixes(plan), strict=True)}
    fields = told_fields(plan, silent)
    levels = "".join(f", {_level_sql(field)} AS f_{field.name}" for field in fields)
    used = sorted({level.bits for field in fields for level in field.levels if level.bits})
    bits = "".join(f", least(l.{column}, r.{column}) AS {column}" for column in used)
    zero = "CAST(0 AS BIGINT)"
    numbers = " + ".join([zero, *(f"CAST(f_{f.name} AS BIGINT) * {radix_of[f.name]}" for f in fields)])
    weight = " + ".join([zero, *(_weight_sql(field) for field in fields)])
    new = f" AND r.seq >= {first_new}" if first_new else ""
    return (
        f"SELECT * FROM (SELECT left_seq, right_seq, {numbers} AS pattern, {weight} AS weight FROM ("  # noqa: S608
        f"SELECT l.seq AS left_seq, r.seq AS right_seq{levels}{bits} FROM {table} l JOIN {table} r "
        f"ON l.k{at} = r.k{at} AND l.seq < r.seq WHERE l.apart <> r.apart{new}{earlier}) AS told) AS weighed "
        f"WHERE weight >= {least_weight}"
    )


def needed_columns(plan: ListPlan, silent: Container[str] = ()) -> tuple[str, ...]:
    """The columns that comparing asks for, beside seq, apart and the keys."""
    found: dict[str, None] = {}
    for field in told_fields(plan, silent):
        for level in field.levels:
            found |= dict.fromkeys((*level_columns(level), *filter(None, [level.bits])))
    return tuple(column for column in (*LIST_COLUMNS, *BITS) if column in found)


def _level_sql(field: ListField) -> str:
    cases = " ".join(f"WHEN {_fits_sql(level)} THEN {i}" for i, level in enumerate(field.levels[:-1]))
    return f"CASE {cases} ELSE {len(field.levels) - 1} END"


def _weight_sql(field: ListField) -> str:
    cases = []
    for i, level in enumerate(field.levels):
        if level.bits:
            cases.append(f"WHEN {i} THEN {level.whole} + {level.whole_share} * {level.bits}")
        elif level.whole:
            cases.append(f"WHEN {i} THEN {level.whole}")
    return f"CASE f_{field.name} {' '.join(cases)} ELSE 0 END" if cases else "0"


def _fits_sql(level: ListLevel) -> str:
    c, o, within = level.column, level.other, level.within
    if level.when == "shares":
        theirs = ", ".join(f"r.{one}" for one in own_columns(level))
        shared = " + ".join(
            f"CASE WHEN l.{one} IN ({theirs}) THEN 1 ELSE 0 END" for one in own_columns(level)
        )
        return f"({shared} >= {level.least})"
    conditions = {
        "missing": f"l.{c} IS NULL OR r.{c} IS NULL",
        "both": f"l.{c} IS NOT NULL AND r.{c} IS NOT NULL",
        "equal": f"l.{c} = r.{c}",
        "crossed": f"l.{c} = r.{o} AND l.{o} = r.{c}",
        "short": f"(length(l.{c}) = 1 OR length(r.{c}) = 1) AND substr(l.{c}, 1, 1) = substr(r.{c}, 1, 1)",
        "slip": (
            f"abs(length(l.{c}) - length(r.{c})) <= {within} AND least(length(l.{c}), length(r.{c})) >= "
            f"{level.least_length} AND levenshtein(l.{c}, r.{c}) <= {within}"
        ),
        "near": f"l.{c}_low <= r.{c}_high + {within} AND r.{c}_low <= l.{c}_high + {within}",
    }
    same = f" AND l.{level.same} = r.{level.same}" if level.same else ""
    return f"({conditions[level.when]}){same}"


def probability_sql(plan: ListPlan, rows: int) -> str:
    """The chance that a pair is one person, from its ``weight``."""
    bits = f"{plan.slope!r} * (weight / {WEIGHT_UNIT}.0 + {prior_bits(plan, rows)!r})"
    return f"round(1 / (1 + pow(2.0, -({bits}))), 6)"


def prior_bits(plan: ListPlan, rows: int) -> float:
    """Evidence against any two rows being one person in lists of so many rows."""
    return plan.prior_bits + math.log2(plan.prior_rows / max(rows, plan.least_rows))


def least_weight(plan: ListPlan, rows: int) -> int:
    """The weight at which a pair has the probability ``plan.keep``."""
    bits = math.log2(plan.keep / (1 - plan.keep)) / plan.slope - prior_bits(plan, rows)
    return math.floor(bits * WEIGHT_UNIT)
