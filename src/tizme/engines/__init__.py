"""Adapters to what does heavy work: link engines, language models.

Reads: values of ``ports``. Writes: values of ``model``. Never: holds a rule about people;
the plan comes as data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tizme.engines.plain import PlainEngine
from tizme.model import UnusableInput

if TYPE_CHECKING:
    from tizme.ports import LinkEngine
    from tizme.ports.language_model import LanguageModel
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


def language_model(
    url: str, model: str, *, named_host: str = "", key: str = "", seconds: float = 120.0
) -> LanguageModel:
    """The model of that name at an OpenAI-compatible server.

    Args:
        named_host: The one host besides this machine that may be spoken to.
        seconds: Longest wait for one answer.

    Raises:
        MissingExtra: the extra "llm" is not installed.
        UnusableInput: ``url`` is no address, or no model is named.
        StaysHere: the server is not this machine and its host was not named.
    """
    from tizme.engines.llm import OpenAICompatible

    if not model.strip():
        raise UnusableInput("no model is named", "--llm-model", "name one that the server holds")
    return OpenAICompatible(url, model.strip(), named_host=named_host, key=key, seconds=seconds)


__all__ = ["ENGINES", "LIST_ENGINES", "PlainEngine", "language_model", "link_engine", "list_engine"]
