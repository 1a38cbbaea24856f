"""`tizme names parse FILE.tsv`, `tizme names compare FILE.tsv` and `tizme names forms NAME...`."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import tee
from pathlib import Path

import click

from tizme import names
from tizme.model import UnusableInput

Cells = dict[str, str]
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["tsv", "json"]),
    default="tsv",
    help="tsv: the columns given and the ones added; json: the same, one object a line.",
)
_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def command() -> None:
    """Take names apart; compare names; write them in other letters."""


@command.command()
@_FILE
@_FORMAT
def parse(file: Path, form: str) -> None:
    """Add the nominative and the parts of each name (columns: text, lang)."""

    def one(cells: Cells) -> Cells:
        text = cells["text"]
        parts = names.parse(text, lang=names.language_of_name(text, lang=cells["lang"]))
        return {
            "nominative": parts.nominative,
            "given": parts.given,
            "father": parts.father or parts.patronymic,  # of "А. Б." the initial
            "family": parts.family,
            "script": parts.script,
        }

    _print(_added(file, ("text", "lang"), one), form)


@command.command()
@_FILE
@_FORMAT
def compare(file: Path, form: str) -> None:
    """Add how likely two names are one (columns: left, right, and perhaps left_lang, right_lang)."""
    rows, again = tee(_added(file, ("left", "right"), lambda _: {}))
    compared = names.compare_many((cells["left"], cells["right"]) for cells in again)
    added = (
        cells
        | {
            "probability": f"{found.probability:.6f}",
            "weight_bits": f"{found.weight_bits:.3f}",
            "reasons": " ".join(found.reasons),
        }
        for cells, found in zip(rows, compared, strict=True)
    )
    _print(added, form)


@command.command()
@click.argument("name", nargs=-1)
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A TSV with a column name and perhaps lang and sex.",
)
@click.option(
    "--lang", default="", help="Language of the names given as arguments; else told by their letters."
)
@click.option(
    "--most", type=click.IntRange(min=1), default=names.MOST_FORMS, show_default=True, help="Forms a name."
)
@_FORMAT
def forms(name: tuple[str, ...], file: Path | None, lang: str, most: int, form: str) -> None:
    """Print the written forms of each NAME in other alphabets, papers and lists, likeliest first."""
    if not name and file is None:
        raise UnusableInput("no name", "tizme names forms", "give NAME... or --file FILE.tsv")
    asked: list[Cells] = [{"name": one, "lang": lang, "sex": ""} for one in name]
    if file is not None:
        asked.extend(_added(file, ("name",), lambda _: {}))
    if form == "json":
        for cells in asked:
            found = [asdict(one) for one in _forms_of(cells, most)]
            click.echo(json.dumps({"name": cells["name"], "forms": found}, ensure_ascii=False))
        return
    _print(
        (
            {"name": cells["name"], **asdict(one), "changed": " ".join(one.changed)}
            for cells in asked
            for one in _forms_of(cells, most)
        ),
        form,
    )


def _forms_of(cells: Cells, most: int) -> tuple[names.NameForm, ...]:
    return names.forms(cells["name"], lang=cells.get("lang", ""), sex=cells.get("sex", ""), most=most)


def _added(file: Path, needed: tuple[str, ...], one: Callable[[Cells], Cells]) -> Iterator[Cells]:
    try:
        # Not splitlines: a name may hold a separator that ends no line of a table.
        lines = io.StringIO(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(file), "save it as UTF-8 and run again") from error
    table = csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE)
    missing = [column for column in needed if column not in (table.fieldnames or ())]
    if missing:
        raise UnusableInput(
            f"no column {', '.join(missing)}",
            str(file),
            f"give tab-separated columns with a header: {', '.join(needed)}",
        )
    for row in table:
        cells = {column: cell for column, cell in row.items() if column is not None}
        yield cells | one(cells)


def _print(found: Iterable[Cells], form: str) -> None:
    if form == "json":
        for cells in found:
            click.echo(json.dumps(cells, ensure_ascii=False))
        return
    writer: csv.DictWriter[str] | None = None
    for cells in found:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(cells), delimiter="\t", lineterminator="\n")
            writer.writeheader()
        writer.writerow(cells)
