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


__all__ = ["ENGINES", "PlainEngine", "link_engine"]
