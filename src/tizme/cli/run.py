"""`tizme run CASE`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tizme.case import Case, Heard, Outcome
from tizme.cli.asking import asking_of, llm_options
from tizme.cli.status import status_lines
from tizme.cli.telling import SHORT_ID, Telling, counted, stops_on_ctrl_c
from tizme.model.codec import to_json
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--rebuild",
    is_flag=True,
    help="Delete everything derived first and make it again, byte by byte the same.",
)
@llm_options
@click.option("--quiet", is_flag=True, help="Say nothing on the way.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    case: Path,
    rebuild: bool,
    url: str | None,
    llm_model: str,
    llm_host: str,
    llm_seconds: float,
    quiet: bool,
    form: str,
) -> None:
    """Read, extract, link and decide what is new in CASE.

    With --llm a language model is asked about every text that it has not answered about yet. Only what the
    text itself bears out becomes a claim, under a rule of its own; `tizme suggestions` lists the rest. The
    answers are kept, so that a run without --llm asks nobody and ends the same. A confidential item is not
    shown to a model on another machine. A key for the server is taken from TIZME_LLM_KEY.

    A run that was stopped, by Ctrl-C or otherwise, goes on where it was: what it reported as done is kept.
    Exit status 1: some items could not be read, or no model was asked about them; they are kept and listed.
    """
    opened = Case.open(case)
    model = None if url is None else asking_of(url, llm_model, host=llm_host, seconds=llm_seconds).model
    with stops_on_ctrl_c() as stop:
        outcome = opened.run(progress=Telling(quiet=quiet), stop=stop, rebuild=rebuild, model=model)
    if outcome.run is None:
        raise click.Abort
    if form == "json":
        click.echo(json.dumps(outcome_json(outcome), ensure_ascii=False))
    else:
        if not outcome.changed:
            click.echo("nothing new to do")
        shown = safe_text(str(case))
        click.echo(
            "\n".join((*heard_lines(outcome.heard, case=shown), *status_lines(opened.status(), case=shown)))
        )
    for one in outcome.heard.not_asked:
        name = f"{one.item[:SHORT_ID]} {safe_text(one.name, limit=60)}"
        click.echo(f"not asked about {name}: {safe_text(one.detail)} [{one.code}]", err=True)
    if outcome.failures:
        click.echo(f"{counted(len(outcome.failures), 'item')} could not be read; kept and listed", err=True)
    if outcome.failures or outcome.heard.not_asked:
        raise click.exceptions.Exit(1)


def heard_lines(heard: Heard, *, case: str) -> Iterator[str]:
    """What language models had a say in; nothing where none ever had."""
    if heard.model or heard.claims or heard.suggestions:
        asked = f"{heard.asked} asked about, " if heard.model else ""
        yield (
            f"model       {asked}{counted(heard.claims, 'claim')} borne out by the text, "
            f"{counted(heard.suggestions, 'suggestion')} not (tizme suggestions {case})"
        )


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
        "llm": to_json(outcome.heard),
    }
