"""Adapters to what does heavy work: link engines.

Reads: values of ``ports``. Writes: values of ``model``. Never: holds a rule about people;
the plan comes as data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tizme.engines.plain import PlainEngine
from tizme.model import UnusableInput

if TYPE_CHECKING:
    from tizme.ports import LinkEngine
    from tizme.ports.list_engine import ListEngine

LIST_ENGINES = ("duckdb", "spark", "plain")
ENGINES = ("plain", "duckdb")  # "splink-duckdb" is the second by its full name, as case.toml writes it


def link_engine(name: str) -> LinkEngine:
    """The link engine of that name, one of ENGINES.

    Raises:
        UnusableInput: no such engine.
    """
    if name == "plain":
        return PlainEngine()
    if name in {"duckdb", "splink-duckdb"}:
        from tizme.engines.splink_duckdb import SplinkDuckDB

        return SplinkDuckDB()
    raise UnusableInput(f"no link engine '{name}'", "engine", f"use one of: {', '.join(ENGINES)}")


def list_engine(name: str, *, memory: str, spark_master: str) -> ListEngine:
    """The engine of that name for whole lists, one of LIST_ENGINES.

    Raises:
        UnusableInput: no such engine.
    """
    if name == "duckdb":
        from tizme.engines.list_duckdb import ListDuckDB

        return ListDuckDB(memory=memory)
    if name == "spark":
        from tizme.engines.list_spark import ListSpark

        return ListSpark(master=spark_master)
    if name == "plain":
        from tizme.engines.list_plain import ListPlain

        return ListPlain()
    raise UnusableInput(f"no link engine '{name}'", "engine", f"use one of: {', '.join(LIST_ENGINES)}")


__all__ = ["ENGINES", "LIST_ENGINES", "PlainEngine", "link_engine", "list_engine"]
