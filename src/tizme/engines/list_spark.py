"""The list engine on Spark: the same SQL, on this machine or on a cluster by its address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tizme.engines.list_sql import pairs_sql
from tizme.engines.list_table import quoted, silent_columns_of
from tizme.model import MissingExtra, UnusableInput
from tizme.ports.list_engine import ListPlan

LOCAL = "local[*]"


class ListSpark:
    """Compares inside Spark; a cluster must see the folders under the same paths."""

    def __init__(self, *, master: str = LOCAL) -> None:
        self.master = master

    def pairs(self, table: str, plan: ListPlan, *, out: str, first_new: int, least_weight: int) -> None:
        """As ListEngine says.

        Raises:
            UnusableInput: pyspark or Java is missing, or nothing answers at the address.
        """
        import duckdb

        with duckdb.connect() as db:
            silent = silent_columns_of(db, f"'{quoted(Path(table))}'", plan)
        session = _session(self.master)
        try:
            session.read.parquet(table).createOrReplaceTempView("records")
            for at in range(len(plan.keys)):
                folder = Path(out) / f"key{at:02}.parquet"
                if not (folder / "_SUCCESS").exists():
                    query = pairs_sql(
                        plan, at, table="records", first_new=first_new, least_weight=least_weight,
                        silent=silent,
                    )  # fmt: skip
                    session.sql(query).write.mode("overwrite").parquet(str(folder))
        finally:
            session.stop()


def _session(master: str) -> Any:
    try:
        from py4j.protocol import Py4JError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingExtra("spark", "the spark engine") from error
    try:
        builder: Any = SparkSession.builder
        found = (
            builder.master(master).appName("tizme link").config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8").config("spark.sql.ansi.enabled", "false")
            .getOrCreate()
        )  # fmt: skip
    except (OSError, RuntimeError, Py4JError) as error:
        first_line = (str(error).splitlines() or [""])[0]
        raise UnusableInput(
            f"Spark does not start: {first_line}",
            master,
            "see that Java 17 is installed and the address is right, or use --engine duckdb",
        ) from error
    found.sparkContext.setLogLevel("ERROR")
    return found
