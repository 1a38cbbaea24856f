"""`tizme link LIST... --out DIR`: join lists of people across spellings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from tizme import link, places
from tizme.cli.link_report import report_html
from tizme.engines import ENGINES, link_engine
from tizme.engines.list_files import DUCKDB_SUFFIXES, read_list, write_parquet
from tizme.model import Cluster, Pair, ReadFailure, Record, UnusableInput
from tizme.tables import rows

_PAIR_COLUMNS = {
    "left_list": "VARCHAR",
    "left_id": "VARCHAR",
    "right_list": "VARCHAR",
    "right_id": "VARCHAR",
    "probability": "DOUBLE",
    "weight_bits": "DOUBLE",
    "reasons": "VARCHAR",
}
_CLUSTER_COLUMNS = {"list": "VARCHAR", "id": "VARCHAR", "cluster": "VARCHAR", "cluster_certainty": "DOUBLE"}
_TELL_EVERY = 50_000  # rows between two lines of progress


@dataclass(frozen=True, slots=True)
class _List:
    """One list: header -> property for every column, and its rows."""

    name: str
    mapping: dict[str, str]
    rows: Iterable[tuple[str, ...]]


@click.command()
@click.argument(
    "lists", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where results go."
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='TOML: [columns] for every list, [lists.NAME.columns] for one; "header" = "property".',
)
@click.option("--engine", type=click.Choice(ENGINES), default="duckdb", show_default=True)
@click.option(
    "--clean",
    multiple=True,
    metavar="NAME",
    help="A list that holds each person once (file name without ending).",
)
@click.option("--published", default="", help="EDTF day to which ages in the lists refer.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1),
    help="Probability from which pairs join; the plan's if not given.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    lists: tuple[Path, ...],
    out: Path,
    map_file: Path | None,
    engine: str,
    clean: tuple[str, ...],
    published: str,
    threshold: float | None,
    form: str,
) -> None:
    """Join lists of people across spellings (pairs.parquet, clusters.parquet, report.html)."""
    given = _given_mapping(map_file)
    opened = [_opened(path, given) for path in lists]
    _check_names(opened, clean)
    for one in opened:
        _show_mapping(one)
    records = [record for one in opened for record in _records(one, published)]
    click.echo(f"{len(records)} records; working out their columns", err=True)
    columns = [link.features(record, clean=record.list_id in clean) for record in records]
    plan = link.plan()
    click.echo(f"comparing with the {engine} engine, plan {plan.version}", err=True)
    pairs = link_engine(engine).pairs(columns, plan)
    click.echo(f"{len(pairs)} pairs of probability {plan.keep} or more; joining", err=True)
    clean_lists = {record.id: record.list_id for record in records if record.list_id in clean}
    clusters = link.cluster((r.id for r in records), pairs, (), threshold=threshold, clean_lists=clean_lists)
    _write(out, records, pairs, clusters)
    mappings = {one.name: one.mapping for one in opened}
    least = plan.threshold if threshold is None else threshold
    page = report_html(mappings, records, pairs, clusters, plan=plan, threshold=least)
    (out / "report.html").write_text(page, encoding="utf-8")
    _summary(out, records, pairs, clusters, form)


def _given_mapping(map_file: Path | None) -> dict[str, dict[str, str]]:
    """List name ("" for every list) -> header -> property."""
    if map_file is None:
        return {}
    try:
        table = tomllib.loads(map_file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInput(str(error), str(map_file), "mend the file and run again") from error
    found = {"": dict(table.get("columns", {}))}
    found |= {name: dict(entry.get("columns", {})) for name, entry in table.get("lists", {}).items()}
    return found


def _opened(path: Path, given: Mapping[str, dict[str, str]]) -> _List:
    name = path.stem
    own = given.get("", {}) | given.get(name, {})
    if path.suffix.lower() in DUCKDB_SUFFIXES:
        header, found = read_list(path)
        return _checked(_List(name, _once(_mapped(header, own), own), found), path)
    return _checked(_from_reader(path, own), path)


def _from_reader(path: Path, own: Mapping[str, str]) -> _List:
    """A list that only a reader opens (XLSX): every sheet's rows under one header."""
    from tizme.readers import read_bytes

    document = read_bytes(path.read_bytes(), name=path.name)
    if isinstance(document, ReadFailure):
        raise UnusableInput(document.detail, str(path), "hand in the list as CSV, XLSX or Parquet")
    header = tuple(dict.fromkeys(cell.header for row in document.rows for cell in row.cells))
    guessed = {column: meaning for _, column, meaning in document.mapping if meaning}
    mapping = {column: own.get(column, guessed.get(column, "")) for column in header}
    found = [{cell.header: cell.value for cell in row.cells} for row in document.rows]
    return _List(
        path.stem, _once(mapping, own), [tuple(row.get(column, "") for column in header) for row in found]
    )


def _mapped(header: Iterable[str], own: Mapping[str, str]) -> dict[str, str]:
    from tizme.readers.headers import property_of

    machine = {row["header"]: row["property"] for row in rows("link/columns.csv", "header", "property")}
    found = {}
    for column in header:
        low = column.strip().lower()
        guessed = machine[low].strip("-") if low in machine else property_of(column)
        found[column] = own.get(column, guessed)
    return found


def _once(mapping: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Each property from one column: the user's own word, then the column called so, then the first."""
    best: dict[str, str] = {}
    for column, meaning in sorted(mapping.items(), key=lambda c: (c[0] not in own, c[0].lower() != c[1])):
        best.setdefault(meaning, column)
    return {column: meaning if best[meaning] == column else "" for column, meaning in mapping.items()}


def _checked(one: _List, path: Path) -> _List:
    if not set(one.mapping.values()) & {"name", "family", "given"}:
        raise UnusableInput(
            f"no column holds a name (columns: {', '.join(one.mapping)})",
            str(path),
            'say which with --map, e.g. [columns] "ФИО" = "name"',
        )
    return one


def _check_names(opened: list[_List], clean: tuple[str, ...]) -> None:
    found = [one.name for one in opened]
    for name in found:
        if found.count(name) > 1:
            raise UnusableInput(f"two lists are called '{name}'", name, "rename one of the files")
    for name in clean:
        if name not in found:
            raise UnusableInput(
                f"--clean names '{name}', which is no list here", name, f"use one of: {', '.join(found)}"
            )


def _show_mapping(one: _List) -> None:
    click.echo(f"{one.name}:", err=True)
    for header, meaning in one.mapping.items():
        click.echo(f"  {header} -> {meaning or '(left aside)'}", err=True)


@lru_cache(maxsize=100_000)
def _lookup(name: str, *, lang: str = "") -> Any:
    return places.lookup(name, lang=lang)


def _records(one: _List, published: str) -> Iterator[Record]:
    meanings = list(one.mapping.values())
    seen: set[str] = set()
    if "id" not in meanings:
        click.echo(f"  no id column in {one.name}: rows are counted from 1", err=True)
    for number, row in enumerate(one.rows, start=1):
        cells: dict[str, str] = {}
        for meaning, cell in zip(meanings, row, strict=True):
            if meaning and cell.strip():
                cells.setdefault(meaning, cell.strip())
        row_id = cells.get("id", "") or str(number)
        if row_id in seen:
            raise UnusableInput(f"the id '{row_id}' stands twice", one.name, "give each row its own id")
        seen.add(row_id)
        if number % _TELL_EVERY == 0:
            click.echo(f"  {number} rows of {one.name}", err=True)
        yield link.row_record(one.name, row_id, cells, lookup_place=_lookup, published=published)


def _write(out: Path, records: list[Record], pairs: Iterable[Pair], clusters: Iterable[Cluster]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    where = {record.id: (record.list_id, record.subject) for record in records}
    found = (
        (*where[p.left], *where[p.right], p.probability, p.weight_bits, " ".join(p.reasons)) for p in pairs
    )
    write_parquet(out / "pairs.parquet", _PAIR_COLUMNS, found)
    members = ((*where[r], c.id, c.certainty) for c in clusters for r in c.record_ids)
    write_parquet(out / "clusters.parquet", _CLUSTER_COLUMNS, members)


def _summary(
    out: Path, records: list[Record], pairs: tuple[Pair, ...], clusters: tuple[Cluster, ...], form: str
) -> None:
    joined = sum(len(c.record_ids) > 1 for c in clusters)
    if form == "json":
        found = {"records": len(records), "pairs": len(pairs), "clusters": len(clusters), "joined": joined}
        click.echo(json.dumps(found | {"out": str(out)}))
        return
    click.echo(
        f"{len(records)} records are {len(clusters)} persons; {joined} of them stand in more than one record"
    )
    click.echo(f"pairs.parquet, clusters.parquet and report.html are in {out}")
