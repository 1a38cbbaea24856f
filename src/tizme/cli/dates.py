"""`tizme dates FILE.tsv`, and the table door that `tizme money` shares."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tizme.dates import parse_date
from tizme.model import UnknownLanguage, UnusableInput

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text: tab-separated; json: JSON Lines.",
)


def read_rows(file: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with the columns text and lang; quotation marks are plain signs.

    Raises:
        UnusableInput: not UTF-8, or a column is missing.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(file), "save it as UTF-8 and run again") from error
    header = lines[0].rstrip("\r").split("\t")
    for column in ("text", "lang"):
        if column not in header:
            raise UnusableInput(f"no column '{column}'", str(file), "name the columns in the first line")
    cells = (line.rstrip("\r").split("\t") for line in lines[1:] if line.strip())
    return [dict(zip(header, (row + [""] * len(header))[: len(header)], strict=True)) for row in cells]


def print_with(file: Path, form: str, add: Callable[[dict[str, str]], dict[str, Any]]) -> None:
    """Print each row of ``file`` with what ``add`` makes of it.

    Raises:
        UnusableInput: as read_rows, or a language that is not covered.
    """
    done: list[dict[str, Any]] = []
    for number, row in enumerate(read_rows(file), start=1):
        try:
            done.append({**row, **add(row)})
        except UnknownLanguage as error:
            raise UnusableInput(str(error), f"{file}, row {number}", "mend the column lang") from error
    if form == "json":
        for filled in done:
            click.echo(json.dumps(filled, ensure_ascii=False))
    elif done:
        writer = csv.writer(
            sys.stdout, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n"
        )
        writer.writerow(done[0])
        writer.writerows(filled.values() for filled in done)


@click.command()
@FILE
@FORMAT
def command(file: Path, form: str) -> None:
    """Read dates to EDTF.

    FILE is tab-separated with the columns text, lang and, optionally, published (the day of the item,
    EDTF). Prints the same rows with edtf added, empty where the text holds no date.
    """
    print_with(
        file,
        form,
        lambda row: {"edtf": parse_date(row["text"], lang=row["lang"], published=row.get("published", ""))},
    )
