"""Long lists as Parquet chunks of columns: made by several processes, and not made again where they stand."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tizme import places
from tizme.engines.list_dialect import table_sql
from tizme.engines.list_table import quoted, write_query
from tizme.link import LIST_COLUMNS, list_columns, silent_columns
from tizme.model import UnusableInput
from tizme.names.vocabulary import Vocabulary
from tizme.tables import table_digest

CHUNK_ROWS = 125_000
_ALONE_ROWS = 20_000  # up to here one process is done before a second has started
_NO_WORD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class ListRows:
    """A list whose rows stand in ``folder``/rows.parquet.

    Attributes:
        digest: Of its bytes, its mapping, our rules and tables.
        properties: What its columns hold, "id" and "row" aside.
    """

    name: str
    folder: Path
    digest: str
    rows: int
    properties: tuple[str, ...]


def stage_rows(path: Path, name: str, mapping: Mapping[str, str], work: Path, *, published: str) -> ListRows:
    """Copy the mapped columns of a CSV or Parquet list, rows numbered from 0, into ``work``.

    Raises:
        UnusableInput: an id stands twice, or DuckDB cannot read the file.
    """
    import duckdb

    kept = {meaning: header for header, meaning in mapping.items() if meaning}
    digest = _digest(path, json.dumps([mapping, published, version("tizme"), table_digest()], sort_keys=True))
    # Files are found by pattern later, so "list[1]" may not stand in a folder's name.
    folder = work / "lists" / f"{_NO_WORD.sub('_', name)}-{digest[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    rows = folder / "rows.parquet"
    with duckdb.connect() as db:
        if not rows.exists():
            cells = ", ".join(
                f"nullif(trim({_column(h)}::VARCHAR), '') AS \"{m}\"" for m, h in kept.items() if m != "id"
            )
            row_id = (
                f"coalesce(nullif(trim({_column(kept['id'])}::VARCHAR), ''), (_at + 1)::VARCHAR)"
                if "id" in kept
                else "(_at + 1)::VARCHAR"
            )
            source = f"(SELECT row_number() OVER () - 1 AS _at, * FROM {table_sql(path)})"  # noqa: S608
            try:
                write_query(
                    db,
                    f"SELECT _at AS row, {row_id} AS id, {cells} FROM {source} ORDER BY _at",  # noqa: S608
                    rows,
                )
            except duckdb.Error as error:
                raise UnusableInput(
                    str(error).splitlines()[0], str(path), "save it as UTF-8 CSV with a header, or as Parquet"
                ) from error
        twice = db.execute(
            f"SELECT id FROM '{quoted(rows)}' GROUP BY id HAVING count(*) > 1 LIMIT 1"  # noqa: S608
        ).fetchall()
        if twice:
            raise UnusableInput(f"the id '{twice[0][0]}' stands twice", name, "give each row its own id")
        count = db.execute(f"SELECT count(*) FROM '{quoted(rows)}'").fetchall()[0][0]  # noqa: S608
    return ListRows(name, folder, digest, count, tuple(m for m in kept if m != "id"))


def _column(header: str) -> str:
    """A header as SQL."""
    return '"' + header.replace('"', '""') + '"'


def _digest(path: Path, settings: str) -> str:
    found = hashlib.sha256(settings.encode())
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def make_columns(one: ListRows, *, published: str, tell: Callable[[str], None]) -> None:
    """Work out the columns of every chunk of a list that does not stand there yet."""
    starts = range(0, max(1, one.rows), CHUNK_ROWS)  # an empty list has one empty chunk
    todo = [start for start in starts if not _chunk(one.folder, start).exists()]
    if len(todo) < len(starts):
        tell(f"{one.name}: {len(starts) - len(todo)} of {len(starts)} chunks stand there already")
    if one.rows <= _ALONE_ROWS:
        for start in todo:
            _make_chunk(one.folder, one.properties, start, published)
        return
    done = len(starts) - len(todo)
    for _ in _in_processes(one, todo, published):
        done += 1
        tell(f"{one.name}: columns of {min(done * CHUNK_ROWS, one.rows)} of {one.rows} rows")


def _in_processes(one: ListRows, todo: list[int], published: str) -> Iterator[None]:
    workers = max(
        1,
        min(
            len(todo),
            len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        ),
    )
    # "spawn": DuckDB's threads do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(_make_chunk, one.folder, one.properties, start, published) for start in todo]
        try:
            for future in waiting:
                future.result()
                yield
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _chunk(folder: Path, start: int) -> Path:
    return folder / f"columns-{start:010}.parquet"


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary()


@lru_cache(maxsize=200_000)
def _lookup(name: str, *, lang: str = "") -> Any:
    return places.lookup(name, lang=lang)


def _make_chunk(folder: Path, properties: tuple[str, ...], start: int, published: str) -> None:
    import duckdb

    names_of = ", ".join(f'"{one}"' for one in properties)
    with duckdb.connect() as db:
        db.execute("SET threads=1")
        cells = db.execute(
            f"SELECT row, id, {names_of} FROM '{quoted(folder / 'rows.parquet')}' "  # noqa: S608
            "WHERE row >= ? AND row < ? ORDER BY row",
            [start, start + CHUNK_ROWS],
        ).fetchnumpy()
        given = {one: _texts(cells[one]) for one in properties}
        found = list_columns(given, lookup_place=_lookup, vocabulary=_vocabulary(), published=published)
        arrays = {"row": cells["row"], "id": cells["id"], **found}
        typed = ", ".join(
            f"CAST({name} AS {kind}) AS {name}" for name, kind in LIST_COLUMNS.items() if name in found
        )
        db.register("arrays", arrays)
        write_query(db, f"SELECT row, CAST(id AS VARCHAR) AS id, {typed} FROM arrays", _chunk(folder, start))  # noqa: S608


def _texts(cells: Any) -> list[str | None]:
    filled = cells.filled(None) if hasattr(cells, "filled") else cells
    return list(filled)


def columns_sql(
    one: ListRows, *, first_seq: int, number: int, clean: bool, silent: frozenset[str] = frozenset()
) -> str:
    """SQL for all rows of a list, numbered from ``first_seq``; rows of a clean list share ``apart``.

    Args:
        silent: Columns of which no list here tells: left out.
    """
    apart = f"CAST({number} AS BIGINT)" if clean else f"-1 - (row + {first_seq})"
    untold = silent_columns(one.properties)
    wanted = ", ".join(
        f"CAST(NULL AS {kind}) AS {name}" if name in untold else name
        for name, kind in LIST_COLUMNS.items()
        if name not in {"seq", "list", "apart", *silent}
    )
    name = one.name.replace("'", "''")
    files = quoted(one.folder / "columns-*.parquet")
    return f"SELECT row + {first_seq} AS seq, '{name}' AS list, {apart} AS apart, {wanted} FROM '{files}'"  # noqa: S608


__all__ = ["CHUNK_ROWS", "ListRows", "columns_sql", "make_columns", "stage_rows"]
