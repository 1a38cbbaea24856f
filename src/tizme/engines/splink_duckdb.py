"""The link engine on Splink 5 and DuckDB: the plan's levels as SQL, its m and u as they stand."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Iterable
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any

from tizme.engines.plain import probability_of
from tizme.model import Pair
from tizme.ports import BlockingKey, Field, Level, LinkPlan, RecordFeatures

_ROWS_AT_ONCE = 50_000


class SplinkDuckDB:
    """Compares inside DuckDB, columns only, no function of ours called back from SQL."""

    def pairs(self, features: Iterable[RecordFeatures], plan: LinkPlan) -> tuple[Pair, ...]:
        """As LinkEngine says."""
        import duckdb

        with duckdb.connect() as db, tempfile.TemporaryDirectory() as folder:
            count = _load(db, features, Path(folder) / "records.ndjson")
            return _predicted(db, plan) if count >= 2 else ()


def _sql_type(annotation: str) -> str:
    if annotation.startswith("tuple"):
        return "VARCHAR[]"
    return "BIGINT" if annotation.startswith("int") else "BOOLEAN" if annotation == "bool" else "VARCHAR"


def _load(db: Any, features: Iterable[RecordFeatures], path: Path) -> int:
    """The records as table ``records``; an empty list becomes NULL, so that SQL sees it as missing."""
    names = [field.name for field in dataclass_fields(RecordFeatures)]
    types = {field.name: _sql_type(str(field.type)) for field in dataclass_fields(RecordFeatures)}
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for count, one in enumerate(features, start=1):  # noqa: B007  (the last count is the total)
            values = {name: getattr(one, name) for name in names}
            out.write(json.dumps({k: v for k, v in values.items() if v not in (None, ())}) + "\n")
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in types.items())
    selected = ", ".join("id AS unique_id" if name == "id" else name for name in names)
    db.execute(
        f"CREATE TABLE records AS SELECT {selected} FROM "  # noqa: S608  (names of our own columns)
        f"read_json(?, format='newline_delimited', columns={{{columns}}})",
        [str(path)],
    )
    return count


def _predicted(db: Any, plan: LinkPlan) -> tuple[Pair, ...]:
    from splink import Linker, SettingsCreator
    from splink.internals.duckdb.database_api import DuckDBAPI

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=db)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_comparison(field) for field in plan.fields],
        blocking_rules_to_generate_predictions=[_rule(key) for key in plan.blocking],
        probability_two_random_records_match=plan.prior,
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=True,
    )
    linker = Linker(api.register("records"), settings, log_level=logging.ERROR)
    predicted = linker.inference.predict()
    weights = " + ".join(f"mw_{field.name}" for field in plan.fields)
    gammas = ", ".join(f"gamma_{field.name}" for field in plan.fields)
    half_known = ", ".join(f"({_one_sided(field)})" for field in plan.fields)
    found = db.execute(
        f"SELECT unique_id_l, unique_id_r, {weights}, [{gammas}], [{half_known}] "  # noqa: S608
        f"FROM {predicted.physical_name} ORDER BY 1, 2"
    )
    pairs: list[Pair] = []
    while rows := found.fetchmany(_ROWS_AT_ONCE):
        for left, right, bits, gammas, one_sided in rows:
            evidence = round(bits, 6)
            probability = probability_of(evidence, prior=plan.prior)
            if probability >= plan.keep:
                pairs.append(Pair(left, right, evidence, probability, _reasons(plan, gammas, one_sided)))
    return tuple(pairs)


def _reasons(plan: LinkPlan, gammas: list[int], one_sided: list[bool]) -> tuple[str, ...]:
    reasons = []
    for field, gamma, half_known in zip(plan.fields, gammas, one_sided, strict=True):
        told = [level for level in field.levels if level.when != "missing"]
        if gamma >= 0:
            reasons.append(f"{field.name}:{told[len(told) - 1 - gamma].code}")
        elif half_known:
            silent = next(level for level in field.levels if level.when == "missing")
            reasons.append(f"{field.name}:{silent.code}")
    return tuple(reasons)


def _one_sided(field: Field) -> str:
    column = next((level.column for level in field.levels if level.when == "missing"), "")
    return f"{column}_l IS NOT NULL OR {column}_r IS NOT NULL" if column else "false"


def _rule(key: BlockingKey) -> str:
    conditions = [f"l.{column} = r.{column}" for column in key.columns]
    if key.either:
        conditions.append(f"(l.{key.either} OR r.{key.either})")
    return " AND ".join([*conditions, "l.apart <> r.apart"])


def _comparison(field: Field) -> dict[str, Any]:
    return {
        "output_column_name": field.name,
        "comparison_levels": [_comparison_level(level) for level in field.levels],
    }


def _comparison_level(level: Level) -> dict[str, Any]:
    found: dict[str, Any] = {"sql_condition": _sql(level), "label_for_charts": level.code}
    if level.when == "missing":
        return found | {"is_null_level": True}
    return found | {"m_probability": level.m, "u_probability": level.u}


def _sql(level: Level) -> str:
    c = level.column
    conditions = {
        "equal": f"{c}_l = {c}_r",
        "alike": f"jaro_winkler_similarity({c}_l, {c}_r) >= {level.least!r}",
        "shares": f"list_has_any({c}_l, {c}_r)",
        "initial": f"({c}_short_l OR {c}_short_r) AND list_has_any({c}_initials_l, {c}_initials_r)",
        "near": _near_sql(level),
        "missing": f"{c}_l IS NULL OR {c}_r IS NULL",
        "else": "ELSE",
    }
    both, _, column = level.present.rpartition(":")
    if not column:
        return conditions[level.when]
    joined = "AND" if both else "OR"
    return f"({conditions[level.when]}) AND ({column}_l IS NOT NULL {joined} {column}_r IS NOT NULL)"


def _near_sql(level: Level) -> str:
    low, high = f"{level.column}_low", f"{level.column}_high"
    # greatest() and least() skip NULL in DuckDB, so each end is asked for.
    known = " AND ".join(f"{end}_{side} IS NOT NULL" for end in (low, high) for side in "lr")
    gap = f"greatest({low}_l, {low}_r) - least({high}_l, {high}_r) <= {level.apart_at_most}"
    if level.widest is None:
        return f"{known} AND {gap}"
    narrow = " AND ".join(f"{high}_{side} - {low}_{side} <= {level.widest}" for side in "lr")
    return f"{known} AND {gap} AND {narrow}"
