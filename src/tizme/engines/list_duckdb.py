"""The list engine on DuckDB: one streaming join a key, in bounded memory."""

from __future__ import annotations

from pathlib import Path

from tizme.engines.list_sql import needed_columns, pairs_sql
from tizme.engines.list_table import connected, quoted, silent_columns_of, write_query
from tizme.ports.list_engine import ListPlan


class ListDuckDB:
    """Compares inside DuckDB, no function of ours called back from SQL."""

    def __init__(self, *, memory: str) -> None:
        self.memory = memory

    def pairs(self, table: str, plan: ListPlan, *, out: str, first_new: int, least_weight: int) -> None:
        """As ListEngine says."""
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        todo = [at for at in range(len(plan.keys)) if not (folder / f"key{at:02}.parquet").exists()]
        if not todo:
            return
        db = connected(folder, memory=self.memory)
        source = f"'{quoted(Path(table))}'"
        silent = silent_columns_of(db, source, plan)
        keys = [f"k{at}" for at in range(len(plan.keys)) if f"k{at}" not in silent]
        wanted = ", ".join(("seq", "apart", *needed_columns(plan, silent), *keys))
        # Read once and not once a key; what does not fit in memory is spilled.
        db.execute(f"CREATE TEMP TABLE records AS SELECT {wanted} FROM {source}")  # noqa: S608
        for at in todo:
            query = pairs_sql(
                plan, at, table="records", first_new=first_new, least_weight=least_weight, silent=silent
            )
            write_query(db, query, folder / f"key{at:02}.parquet")
        db.close()
