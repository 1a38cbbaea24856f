"""`tizme index LIST... --out DIR`: make lists of people searchable by name."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import click

from tizme.cli.link import OpenedList, given_mapping, open_list
from tizme.engines.list_reading import rows_of
from tizme.model import UnusableInput, canonical_json
from tizme.tables import rows as table_rows
from tizme.trace.build import Batch
from tizme.trace.coverage import read_about
from tizme.trace.index import add_list, indexed, tell_about
from tizme.trace.words import rules_digest

_ROWS_AT_ONCE = 100_000
_NAME_PARTS = ("given", "father", "family")


@click.command()
@click.argument(
    "lists", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the index."
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='TOML: [columns] for every list, [lists.NAME.columns] for one; "header" = "property".',
)
@click.option(
    "--about",
    "about_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML: a table for each list: whom, where, from, until, leaves_out, captured.",
)
@click.option("--published", default="", help="EDTF day to which ages in the lists refer.")
@click.option("--again", is_flag=True, help="Index lists that did not change, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    lists: tuple[Path, ...],
    out: Path,
    map_file: Path | None,
    about_file: Path | None,
    published: str,
    again: bool,
    form: str,
) -> None:
    """Make lists of people searchable by name, in any alphabet and spelling (then: tizme trace).

    A list that is indexed already and did not change is left as it is, a changed one is indexed
    anew, and all others in the folder stay.
    """
    given, about = given_mapping(map_file), read_about(about_file) if about_file else {}
    _check_names(lists, about)
    done = []
    for path in lists:
        own = given.get("", {}) | given.get(path.stem, {})
        digest = _digest(path, canonical_json([own, published, rules_digest()]))
        if not again and indexed(out, path.stem) == digest:
            click.echo(f"{path.stem}: unchanged, left as it is", err=True)
            continue
        if indexed(out, path.stem):
            click.echo(f"note: takes the place of the list '{path.stem}' that was indexed before", err=True)
        opened = open_list(path, given)
        _show(opened)
        count = add_list(
            out, path.stem, batches(opened), digest=digest, about=about.get(path.stem), published=published,
            progress=lambda n: click.echo(f"  {n} rows", err=True),
        )  # fmt: skip
        done.append({"list": path.stem, "rows": count})
    if about and out.exists():
        tell_about(out, about)
    if form == "json":
        click.echo(json.dumps({"out": str(out), "indexed": done}, ensure_ascii=False))
        return
    for one in done:
        click.echo(f"{one['list']}: {one['rows']} rows are searchable in {out}")


def _check_names(lists: Sequence[Path], about: dict[str, dict[str, str]]) -> None:
    stems = [path.stem for path in lists]
    for name in stems:
        if stems.count(name) > 1:
            raise UnusableInput(f"two lists are called '{name}'", name, "rename one of the files")
    for name in stems:
        if about and name not in about:
            click.echo(f"note: --about says nothing of '{name}'", err=True)


def _digest(path: Path, mapping: str) -> str:
    found = hashlib.sha256(mapping.encode())
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def _show(one: OpenedList) -> None:
    click.echo(f"{one.name}:", err=True)
    for header, meaning in one.mapping.items():
        again = "another spelling of the name" if _names_again(header) else "(left aside)"
        click.echo(f"  {header} -> {meaning or again}", err=True)
    if "id" not in one.mapping.values():
        click.echo("  no id column: rows are counted from 1", err=True)


def batches(one: OpenedList) -> Iterator[Batch]:
    """A list's rows as batches of columns."""
    places = {meaning: at for at, meaning in enumerate(one.mapping.values()) if meaning}
    more_names = [
        at for at, (header, meaning) in enumerate(one.mapping.items()) if not meaning and _names_again(header)
    ]
    rows, first = iter(one.rows or rows_of(one.path)), 1
    while block := list(islice(rows, _ROWS_AT_ONCE)):
        columns = list(zip(*block, strict=True))
        cells: dict[str, Sequence[str]] = {meaning: columns[at] for meaning, at in places.items()}
        ids = cells.pop("id", ()) or [str(n) for n in range(first, first + len(block))]
        ids = [cell or str(first + i) for i, cell in enumerate(ids)]
        spellings: list[Sequence[str]] = [columns[at] for at in more_names]
        spellings.append(cells.pop("alternate_name", ()) or [""] * len(block))
        others = {i: found for i, row in enumerate(zip(*spellings, strict=True)) if (found := _several(row))}
        yield Batch(ids, _names(cells, len(block)), cells, others)
        first += len(block)


def _names_again(header: str) -> bool:
    """Whether a column that no property was found for gives the names in another alphabet or spelling."""
    bare = "_".join(re.findall(r"[^\W_]+", header.lower()))
    return bare in {row["header"] for row in table_rows("trace/name_headers.csv", "header")}


def _several(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for cell in cells for name in cell.split(";") if name.strip()))


def _names(cells: dict[str, Sequence[str]], count: int) -> Sequence[str]:
    """Whole names; where the parts stand in columns of their own, joined, the family's first with a comma."""
    whole = cells.pop("name", None)
    given, father, family = (cells.pop(part, ()) or [""] * count for part in _NAME_PARTS)
    if whole is None:
        rest = [" ".join(filter(None, pair)) for pair in zip(given, father, strict=True)]
        return [f"{f}, {r}" if f and r else f or r for f, r in zip(family, rest, strict=True)]
    if not any(father):
        return whole
    return [f"{n} {f}" if f and f.split()[0] not in n else n for n, f in zip(whole, father, strict=True)]
