"""The rows of a person list in CSV, TSV or Parquet, through DuckDB, without holding them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tizme.engines.list_dialect import table_sql
from tizme.model import UnusableInput

_ROWS_AT_ONCE = 20_000


def rows_of(path: Path) -> Iterator[tuple[str, ...]]:
    """Every row in the order of the file, every cell as text, "" where empty.

    Raises:
        UnusableInput: DuckDB cannot read it.
    """
    import duckdb

    with duckdb.connect() as db:
        try:
            found = db.execute(f"SELECT COLUMNS(*)::VARCHAR FROM {table_sql(path)}")  # noqa: S608
            while batch := found.fetchmany(_ROWS_AT_ONCE):
                for row in batch:
                    yield tuple("" if cell is None else cell for cell in row)
        except duckdb.Error as error:
            first_line = str(error).splitlines()[0]
            raise UnusableInput(
                first_line, str(path), "save it as UTF-8 CSV with a header, or as Parquet"
            ) from error
