"""Person lists read from CSV, TSV and Parquet, and link results written as Parquet, through DuckDB."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tizme.engines.list_dialect import table_sql
from tizme.model import UnusableInput

DUCKDB_SUFFIXES = (".csv", ".tsv", ".parquet")


def header_of(path: Path) -> tuple[str, ...]:
    """The columns of a list.

    Raises:
        UnusableInput: DuckDB cannot read it.
    """
    import duckdb

    with duckdb.connect() as db:
        try:
            found = db.execute(f"SELECT * FROM {table_sql(path)} LIMIT 0")  # noqa: S608
        except duckdb.Error as error:
            first_line = str(error).splitlines()[0]
            raise UnusableInput(
                first_line, str(path), "save it as UTF-8 CSV with a header, or as Parquet"
            ) from error
        return tuple(column[0] for column in found.description)


def _quoted(name: str) -> str:
    """A column's name as SQL has it, whatever stands in a list's header."""
    return "'" + name.replace("'", "''") + "'"


def write_parquet(path: Path, columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Write ``rows`` (in the order of ``columns``: name -> SQL type) and say how many there were."""
    import duckdb

    count = 0
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as db:
        lines = Path(folder) / "rows.ndjson"
        with lines.open("w", encoding="utf-8") as out:
            for row in rows:
                out.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
                count += 1
        typed = ", ".join(f"{_quoted(name)}: '{kind}'" for name, kind in columns.items())
        target = str(path).replace("'", "''")
        db.execute(
            f"COPY (SELECT * FROM read_json(?, format='newline_delimited', columns={{{typed}}})) "  # noqa: S608
            f"TO '{target}' (FORMAT parquet)",
            [str(lines)],
        )
    return count
