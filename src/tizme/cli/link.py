"""`tizme link LIST... --out DIR`: join lists of people across spellings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from tizme import link
from tizme.cli.link_report import report_html
from tizme.engines import LIST_ENGINES, list_engine
from tizme.engines.list_files import DUCKDB_SUFFIXES, header_of, write_parquet
from tizme.engines.list_judged import read_judged
from tizme.engines.list_linking import Linked, link_lists
from tizme.engines.list_rows import ListRows, make_columns, stage_rows
from tizme.engines.list_table import memory_for
from tizme.model import ReadFailure, UnusableInput
from tizme.tables import rows

_PATTERN = set("*?[]")  # files in DIR/work are found by pattern


_NAMES = frozenset(("name", "family", "given"))


@dataclass(frozen=True, slots=True)
class OpenedList:
    """One list: header -> property for every column; its rows where only a reader opens it."""

    name: str
    path: Path
    mapping: dict[str, str]
    rows: tuple[tuple[str, ...], ...] = ()


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
@click.option("--engine", type=click.Choice(LIST_ENGINES), default="duckdb", show_default=True)
@click.option(
    "--spark-master",
    default="local[*]",
    show_default=True,
    help="Address of the Spark cluster; it must see DIR.",
)
@click.option(
    "--memory",
    default="",
    help="What DuckDB may use before it spills, such as 2GB; by the rows if not given.",
)
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
@click.option(
    "--judged",
    "judged_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of a human's verdicts: left_list, left_id, right_list, right_id, verdict (same, different).",
)
@click.option(
    "--learn",
    is_flag=True,
    help="Learn what agreement is worth from these lists themselves, without a label.",
)
@click.option(
    "--plan",
    "plan_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A plan.yaml that an earlier run left; the shipped plan if not given.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    lists: tuple[Path, ...],
    out: Path,
    map_file: Path | None,
    engine: str,
    spark_master: str,
    memory: str,
    clean: tuple[str, ...],
    published: str,
    threshold: float | None,
    judged_file: Path | None,
    learn: bool,
    plan_file: Path | None,
    form: str,
) -> None:
    """Join lists of people across spellings (pairs.parquet, clusters.parquet, plan.yaml, report.html).

    Run again with the same DIR, it goes on where it was stopped; with further lists after the same
    ones, it compares only what is new. DIR/work may be deleted.
    """
    if _PATTERN & set(str(out)):
        raise UnusableInput("a folder with one of * ? [ ] in its name", str(out), "give another --out")
    given = given_mapping(map_file)
    opened = [open_list(path, given) for path in lists]
    _check_names(opened, clean)
    for one in opened:
        _show_mapping(one)
    judged = read_judged(judged_file) if judged_file else ()
    plan = link.read_plan(plan_file) if plan_file else link.list_plan()
    least = plan.threshold if threshold is None else threshold
    try:
        staged = [_staged(one, out / "work", published) for one in opened]
        for each in staged:
            make_columns(each, published=published, tell=_tell)
        rows_of_all = sum(one.rows for one in staged)
        memory = memory or memory_for(rows_of_all)
        _tell(f"{rows_of_all} records; {engine} engine, plan {plan.version}")
        found = link_lists(
            staged, out, plan, list_engine(engine, memory=memory, spark_master=spark_master),
            clean=frozenset(clean), threshold=least, memory=memory, tell=_tell, judged=judged, learn=learn,
        )  # fmt: skip
    except (KeyboardInterrupt, RuntimeError) as stopped:
        # DuckDB turns Ctrl-C during a query into a RuntimeError of its own.
        if isinstance(stopped, RuntimeError) and "interrupted" not in str(stopped).lower():
            raise
        _tell(f"stopped; what was done stands in {out / 'work'}, and the same command goes on from there")
        raise click.Abort from stopped
    mappings = {one.name: one.mapping for one in opened}
    page = report_html(mappings, staged, out, plan=found.plan, threshold=least, found=found)
    (out / "report.html").write_text(page, encoding="utf-8")
    _summary(out, found, form)


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _staged(one: OpenedList, work: Path, published: str) -> ListRows:
    work.mkdir(parents=True, exist_ok=True)
    path = one.path
    if one.rows or path.suffix.lower() not in DUCKDB_SUFFIXES:
        path = work / f"{one.name}.parquet"
        write_parquet(path, dict.fromkeys(one.mapping, "VARCHAR"), one.rows)
    if "id" not in one.mapping.values():
        _tell(f"  no id column in {one.name}: rows are counted from 1")
    return stage_rows(path, one.name, one.mapping, work, published=published)


def given_mapping(map_file: Path | None) -> dict[str, dict[str, str]]:
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


def open_list(path: Path, given: Mapping[str, dict[str, str]]) -> OpenedList:
    name = path.stem
    own = given.get("", {}) | given.get(name, {})
    if path.suffix.lower() not in DUCKDB_SUFFIXES:
        return _checked(_from_reader(path, own), path)
    try:
        return _checked(OpenedList(name, path, _once(_mapped(header_of(path), own), own)), path)
    except UnusableInput as no_table:
        if path.suffix.lower() == ".parquet":
            raise
        # Saved in another encoding, with a title above the header, or with cells that nobody quoted.
        try:
            found = _checked(_from_reader(path, own), path)
        except UnusableInput:
            raise no_table from None
        click.echo(f"note: {name} is no plain table and was read cell by cell ({no_table.what})", err=True)
        return found


def _from_reader(path: Path, own: Mapping[str, str]) -> OpenedList:
    """A list that only a reader opens (XLSX, a CSV that is no table): every sheet's rows under one header."""
    from tizme.readers import read_bytes

    document = read_bytes(path.read_bytes(), name=path.name)
    if isinstance(document, ReadFailure):
        raise UnusableInput(document.detail, str(path), "hand in the list as CSV, XLSX or Parquet")
    header = tuple(dict.fromkeys(cell.header for row in document.rows for cell in row.cells))
    guessed = {column: meaning for _, column, meaning in document.mapping if meaning}
    mapping = _mapped(header, guessed | dict(own))
    people = [row for row in document.rows if _NAMES.intersection(prop for prop, _ in row.fields)]
    found = [{cell.header: cell.value for cell in row.cells} for row in people or document.rows]
    kept = _once(mapping, own)
    _under_one_header(found, mapping, kept)
    ids = [row[column] for row in found for column, held in kept.items() if held == "id" and row.get(column)]
    if len(set(ids)) < len(ids):  # each sheet counts from 1
        kept = {column: "" if held == "id" else held for column, held in kept.items()}
    cells = tuple(tuple(row.get(column, "") for column in header) for row in found)
    return OpenedList(path.stem, path, kept, cells)


def _under_one_header(
    found: list[dict[str, str]], mapping: Mapping[str, str], kept: Mapping[str, str]
) -> None:
    """Move what a sheet calls otherwise under the header that stands for the property in this list."""
    column_of = {held: column for column, held in kept.items() if held}
    for row in found:
        for column, held in mapping.items():
            target = column_of.get(held, column)
            if held and target != column and row.get(column) and not row.get(target):
                row[target] = row[column]


def _mapped(header: Iterable[str], own: Mapping[str, str]) -> dict[str, str]:
    from tizme.readers.headers import property_of

    machine = {row["header"]: row["property"] for row in rows("link/columns.csv", "header", "property")}
    properties = {*machine.values(), *(row["property"] for row in rows("readers/headers.csv", "property"))}
    found = {}
    for column in header:
        low = " ".join(column.lower().split())
        known = machine.get(low) or machine.get(low.replace(" ", "_"))
        # A column under a property's own name, "kin.mother", says itself what it holds.
        guessed = known.strip("-") if known else low if low in properties else property_of(column)
        found[column] = own.get(column, guessed)
    return found


def _once(mapping: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Each property from one column: the user's own word, then the column called so, then the first.

    A second column of names ("name", "name_en") holds the same person's name in other letters.
    """
    best: dict[str, str] = {}
    for column, meaning in sorted(mapping.items(), key=lambda c: (c[0] not in own, c[0].lower() != c[1])):
        best.setdefault(meaning, column)
    found = {column: meaning if best[meaning] == column else "" for column, meaning in mapping.items()}
    others = [column for column, meaning in mapping.items() if meaning == "name" and not found[column]]
    if others and "alternate_name" not in best:
        found[others[0]] = "alternate_name"
    return found


def _checked(one: OpenedList, path: Path) -> OpenedList:
    if not set(one.mapping.values()) & {"name", "family", "given"}:
        raise UnusableInput(
            f"no column holds a name (columns: {', '.join(one.mapping)})",
            str(path),
            'say which with --map, e.g. [columns] "ФИО" = "name"',
        )
    return one


def _check_names(opened: list[OpenedList], clean: tuple[str, ...]) -> None:
    found = [one.name for one in opened]
    for name in found:
        if found.count(name) > 1:
            raise UnusableInput(f"two lists are called '{name}'", name, "rename one of the files")
    for name in clean:
        if name not in found:
            raise UnusableInput(
                f"--clean names '{name}', which is no list here", name, f"use one of: {', '.join(found)}"
            )


def _show_mapping(one: OpenedList) -> None:
    click.echo(f"{one.name}:", err=True)
    for header, meaning in one.mapping.items():
        click.echo(f"  {header} -> {meaning or '(left aside)'}", err=True)


def _summary(out: Path, found: Linked, form: str) -> None:
    if form == "json":
        told = {
            "records": found.rows,
            "pairs": found.pairs,
            "clusters": found.persons,
            "joined": found.joined,
            "plan": found.plan.version,
        }
        click.echo(json.dumps(told | {"out": str(out)}))
        return
    click.echo(
        f"{found.rows} records are {found.persons} persons; "
        f"{found.joined} of them stand in more than one record"
    )
    click.echo(f"pairs.parquet, clusters.parquet and report.html are in {out}")
