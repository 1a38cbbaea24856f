"""A list plan as SQL that DuckDB and Spark both read."""

from __future__ import annotations

import math

from tizme.link import BITS, LIST_COLUMNS
from tizme.ports.list_engine import WEIGHT_UNIT, ListField, ListKey, ListLevel, ListPlan, radixes

# A value's share is held back by this many rows of what is usual, so that a short list tells of no rarity.
_USUAL_ROWS = 200
_USUAL_SHARE = 0.001


def key_sql(key: ListKey) -> str:
    """The hash of a row's columns of a key (DuckDB only); NULL where one is missing. 63 bits fit a BIGINT."""
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


def pairs_sql(plan: ListPlan, at: int, *, table: str, first_new: int, least_weight: int) -> str:
    """The pairs whose first shared key is number ``at``: left_seq, right_seq, pattern, weight."""
    earlier = "".join(f" AND (l.k{i} = r.k{i}) IS NOT TRUE" for i in range(at))
    levels = ", ".join(f"{_level_sql(field)} AS f_{field.name}" for field in plan.fields)
    used = sorted({level.bits for field in plan.fields for level in field.levels if level.bits})
    bits = "".join(f", least(l.{column}, r.{column}) AS {column}" for column in used)
    numbers = " + ".join(
        f"CAST(f_{f.name} AS BIGINT) * {r}" for f, r in zip(plan.fields, radixes(plan), strict=True)
    )
    weight = " + ".join(_weight_sql(field) for field in plan.fields)
    new = f" AND r.seq >= {first_new}" if first_new else ""
    return (
        f"SELECT * FROM (SELECT left_seq, right_seq, {numbers} AS pattern, {weight} AS weight FROM ("  # noqa: S608
        f"SELECT l.seq AS left_seq, r.seq AS right_seq, {levels}{bits} FROM {table} l JOIN {table} r "
        f"ON l.k{at} = r.k{at} AND l.seq < r.seq WHERE l.apart <> r.apart{new}{earlier}) AS told) AS weighed "
        f"WHERE weight >= {least_weight}"
    )


def needed_columns(plan: ListPlan) -> tuple[str, ...]:
    """The columns that comparing asks for, beside seq, apart and the keys."""
    found: dict[str, None] = {}
    for field in plan.fields:
        for level in field.levels:
            ends = (
                (f"{level.column}_low", f"{level.column}_high") if level.when == "near" else (level.column,)
            )
            found |= dict.fromkeys(filter(None, (*ends, level.other, level.same, level.bits)))
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
    conditions = {
        "missing": f"l.{c} IS NULL OR r.{c} IS NULL",
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
