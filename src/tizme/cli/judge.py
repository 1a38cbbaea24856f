"""`tizme judge CASE LEFT RIGHT VERDICT`."""

from __future__ import annotations

from pathlib import Path

import click

from tizme.case import Case
from tizme.cli.telling import counted
from tizme.model import UnusableInput, Verdict
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("left")
@click.argument("right")
@click.argument("verdict", required=False, type=click.Choice([verdict.value for verdict in Verdict]))
@click.option("--withdraw", is_flag=True, help="Take the standing verdict back instead.")
@click.option("--by", default="", help="Who judges. Default: `who` in case.toml.")
@click.option("--note", default="", help="Why.")
def command(
    case: Path, left: str, right: str, verdict: str | None, withdraw: bool, by: str, note: str
) -> None:
    """Say that LEFT and RIGHT are the same person, different, or unsure.

    LEFT and RIGHT are ids of records or of persons. "Different" about two persons holds for each pair of
    their records. The verdict is named, dated and chained in the ledger; it takes effect with the next run.
    """
    if withdraw == (verdict is not None):
        raise UnusableInput(
            "one of same, different, unsure or --withdraw is needed",
            "judge",
            "give a verdict, or take one back",
        )
    opened = Case.open(case)
    if verdict is None:
        made = opened.withdraw(left, right, by=by, note=note)
    else:
        made = opened.judge(left, right, Verdict(verdict), by=by, note=note)
    what = "withdrawn" if withdraw else verdict
    who = safe_text(made[0].made_by)
    click.echo(f"{what}: {counted(len(made), 'pair')} of records, by {who} at {made[0].made_at}")
    click.echo(f"next: tizme run {safe_text(str(case))}")
