"""`tizme run CASE`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tizme.case import Case, Outcome
from tizme.cli.status import status_lines
from tizme.cli.telling import Telling, counted, stops_on_ctrl_c
from tizme.model.codec import to_json
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--rebuild",
    is_flag=True,
    help="Delete everything derived first and make it again, byte by byte the same.",
)
@click.option("--quiet", is_flag=True, help="Say nothing on the way.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(case: Path, rebuild: bool, quiet: bool, form: str) -> None:
    """Read, extract, link and decide what is new in CASE.

    A run that was stopped, by Ctrl-C or otherwise, goes on where it was: what it reported as done is kept.
    Exit status 1: some items could not be read; they are kept and `tizme status` lists them.
    """
    opened = Case.open(case)
    with stops_on_ctrl_c() as stop:
        outcome = opened.run(progress=Telling(quiet=quiet), stop=stop, rebuild=rebuild)
    if outcome.run is None:
        raise click.Abort
    if form == "json":
        click.echo(json.dumps(outcome_json(outcome), ensure_ascii=False))
    else:
        if not outcome.changed:
            click.echo("nothing new to do")
        click.echo("\n".join(status_lines(opened.status(), case=safe_text(str(case)))))
    if outcome.failures:
        click.echo(f"{counted(len(outcome.failures), 'item')} could not be read; kept and listed", err=True)
        raise click.exceptions.Exit(1)


def outcome_json(outcome: Outcome) -> dict[str, object]:
    """What a run left behind, as JSON; the persons themselves are `tizme status` and `tizme show`."""
    assert outcome.run is not None
    return {
        "run": outcome.run.id,
        "policy": outcome.run.policy,
        "changed": outcome.changed,
        "fresh_items": list(outcome.fresh),
        "records": len(outcome.run.records),
        "pairs": len(outcome.run.pairs),
        "persons": len(outcome.run.persons),
        "failures": to_json(outcome.failures),
    }
