"""`tizme names parse FILE.tsv` and `tizme names compare FILE.tsv`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
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
    """Take names apart; compare names."""


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
            "father": parts.father,
            "family": parts.family,
            "script": parts.script,
        }

    _print(_added(file, ("text", "lang"), one), form)


@command.command()
@_FILE
@_FORMAT
def compare(file: Path, form: str) -> None:
    """Add how likely two names are one (columns: left, right, and perhaps left_lang, right_lang)."""

    def one(cells: Cells) -> Cells:
        found = names.compare(
            cells["left"],
            cells["right"],
            left_lang=cells.get("left_lang", ""),
            right_lang=cells.get("right_lang", ""),
        )
        return {
            "probability": f"{found.probability:.6f}",
            "weight_bits": f"{found.weight_bits:.3f}",
            "reasons": " ".join(found.reasons),
        }

    _print(_added(file, ("left", "right"), one), form)


def _added(file: Path, needed: tuple[str, ...], one: Callable[[Cells], Cells]) -> Iterator[Cells]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(file), "save it as UTF-8 and run again") from error
    table = csv.DictReader(lines, delimiter="\t", restval="")
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
