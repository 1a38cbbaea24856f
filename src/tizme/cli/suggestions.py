"""`tizme suggestions CASE`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tizme.case import Case, Held
from tizme.cli.asking import suggestion_json, suggestion_line
from tizme.cli.telling import SHORT_ID, counted
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(case: Path, form: str) -> None:
    """List what a language model suggested about the items of CASE and their texts do not bear out.

    None of it is a claim. Each line names why it was not taken; docs/evaluation/llm.md explains the codes.
    """
    opened = Case.open(case)
    names = {one.item: one.name for one in opened.items()}
    for held in opened.suggestions():
        if form == "json":
            for one in held.suggestions:
                line = {"item": held.item, "model": held.model, **suggestion_json(one)}
                click.echo(json.dumps(line, ensure_ascii=False))
        else:
            click.echo("\n".join(_lines(held, names[held.item])))


def _lines(held: Held, name: str) -> Iterator[str]:
    taken = f"{counted(len(held.added), 'claim')} taken, {len(held.suggestions)} not borne out"
    yield f"{held.item[:SHORT_ID]} {safe_text(name, limit=60)} ({safe_text(held.model)}): {taken}"
    yield from (suggestion_line(one) for one in held.suggestions)
