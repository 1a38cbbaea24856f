"""The list engine on DuckDB: one streaming join a key, in bounded memory."""

from __future__ import annotations

from pathlib import Path

from tizme.engines.list_sql import pairs_sql
from tizme.engines.list_table import connected, quoted, write_query
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
        # Read once and not once a key; what does not fit in memory is spilled.
        db.execute(f"CREATE TEMP TABLE records AS SELECT * FROM '{quoted(Path(table))}'")  # noqa: S608
        for at in todo:
            query = pairs_sql(plan, at, table="records", first_new=first_new, least_weight=least_weight)
            write_query(db, query, folder / f"key{at:02}.parquet")
        db.close()
