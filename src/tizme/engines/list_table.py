"""The table that engines compare: every column, the bits of values, the keys of blocks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tizme.engines.list_sql import bits_sql, key_sql, needed_columns, unseen_bits
from tizme.link import BITS, LIST_COLUMNS
from tizme.ports.list_engine import ListPlan

# Measured: a row that is compared takes about 1 KB; with less, DuckDB spills and takes three times as long.
_BYTES_A_ROW = 1_200
_LEAST_BYTES = 2_000_000_000


def memory_for(rows: int) -> str:
    """What DuckDB may use to compare so many rows: enough to spill little, at most half of the machine's."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else 0
    return f"{max(_LEAST_BYTES, min(machine // 2, rows * _BYTES_A_ROW)) // 1_000_000}MB"


def connected(work: Path, *, memory: str) -> Any:
    """A DuckDB that spills into ``work`` and gives rows in no particular order."""
    import duckdb

    (work / "spill").mkdir(parents=True, exist_ok=True)
    db = duckdb.connect()
    db.execute(f"SET memory_limit='{memory}'")
    db.execute(f"SET temp_directory='{quoted(work / 'spill')}'")
    db.execute("SET preserve_insertion_order=false")
    return db


def quoted(path: Path) -> str:
    """A path inside an SQL string."""
    return str(path).replace("'", "''")


def silent_columns_of(db: Any, source: str, plan: ListPlan) -> frozenset[str]:
    """The keys, and the columns on which fields depend, that hold no value in any row.

    Args:
        source: The table as SQL.
    """
    asked = [f"k{at}" for at in range(len(plan.keys))]
    asked += [one.levels[0].column for one in plan.fields if one.levels[0].when == "missing"]
    return frozenset(
        one
        for one in asked
        if not db.execute(f"SELECT 1 FROM {source} WHERE {one} IS NOT NULL LIMIT 1").fetchall()  # noqa: S608
    )


def count_reference(
    db: Any, columns: str, reference: Path, plan: ListPlan, *, rows: int, silent: frozenset[str] = frozenset()
) -> None:
    """Write what rarity and block sizes are counted on: bits.parquet, blocks.parquet.

    Args:
        columns: SQL for all rows that count.
        silent: Columns without a value in any row, which need not stand in ``columns``.
    """
    reference.mkdir(parents=True, exist_ok=True)
    db.execute(f"CREATE OR REPLACE TEMP VIEW counted AS {columns}")
    parts = [
        f"SELECT '{name}' AS name, * FROM ({bits_sql(of, table='counted', rows=rows)})"  # noqa: S608
        for name, of in BITS.items()
    ]
    _write(db, " UNION ALL ".join(parts), reference / "bits.parquet")
    full = [
        f"SELECT {i} AS key_at, k FROM (SELECT {key_sql(key)} AS k FROM counted) WHERE k IS NOT NULL "  # noqa: S608
        f"GROUP BY k HAVING count(*) > {key.largest}"
        for i, key in enumerate(plan.keys)
        if silent.isdisjoint(key.columns)
    ]
    _write(db, " UNION ALL ".join(full), reference / "blocks.parquet")


def make_table(
    db: Any, columns: str, reference: Path, plan: ListPlan, out: Path, *,
    rows: int, silent: frozenset[str] = frozenset(),
) -> None:  # fmt: skip
    """Write the rows of ``columns`` (SQL) with bits and keys; a key is NULL where its block is too large.

    Args:
        silent: Columns without a value in any row: NULL in the table, and not asked for.
    """
    bits = quoted(reference / "bits.parquet")
    blocks = quoted(reference / "blocks.parquet")
    unseen = unseen_bits(rows)
    given = [
        f"CASE WHEN c.{of} IS NOT NULL THEN coalesce(b{i}.bits, {unseen}) END AS {name}"
        for i, (name, of) in enumerate(BITS.items())
    ]
    joins = [
        f"LEFT JOIN (SELECT value, bits FROM '{bits}' WHERE name = '{name}') b{i} ON b{i}.value = c.{of}"  # noqa: S608
        for i, (name, of) in enumerate(BITS.items())
    ]
    told = [i for i, key in enumerate(plan.keys) if silent.isdisjoint(key.columns)]
    hashed = ", ".join(f"{key_sql(plan.keys[i])} AS h{i}" for i in told)
    keys = [
        f"CASE WHEN e{i}.k IS NULL THEN h{i} END AS k{i}" if i in told else f"CAST(NULL AS BIGINT) AS k{i}"
        for i in range(len(plan.keys))
    ]
    shut = [
        f"LEFT JOIN (SELECT k FROM '{blocks}' WHERE key_at = {i}) e{i} ON e{i}.k = h{i}"  # noqa: S608
        for i in told
    ]
    wanted = [
        f"CAST(NULL AS {LIST_COLUMNS[column]}) AS {column}" if column in silent else f"c.{column}"
        for column in needed_columns(plan)
        if column not in BITS
    ]
    _write(
        db,
        f"SELECT c.seq, c.apart, {', '.join((*wanted, *given, *keys))} "  # noqa: S608
        f"FROM (SELECT *, {hashed} FROM ({columns})) c {' '.join((*joins, *shut))}",
        out,
    )


def _write(db: Any, query: str, path: Path) -> None:
    """A whole file or none: written beside its place and moved there."""
    partial = path.with_suffix(".part")
    db.execute(f"COPY ({query}) TO '{quoted(partial)}' (FORMAT parquet)")
    partial.rename(path)


write_query = _write
