"""The engine that case.toml names; each is loaded only when it is asked for."""

from __future__ import annotations

from typing import Any


def engine_named(name: str) -> Any:
    """The linkage engine of that name (``settings.ENGINES``)."""
    if name == "splink-duckdb":
        from tizme.engines.splink_duckdb import SplinkDuckDB

        return SplinkDuckDB()
    from tizme.engines.plain import PlainEngine

    return PlainEngine()
