"""`tizme verify CASE`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tizme.case import Case, check_intact
from tizme.cli.telling import counted
from tizme.model.codec import to_json
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(case: Path, form: str) -> None:
    """Hash everything in CASE again and check the ledger's chain.

    One line for each thing that is missing, changed, extra, or out of chain; exit status 3 if there is any.
    "unfinished" is what a stopped process left behind: it was never reported as done, and is no failure.
    """
    opened = Case.open(case)
    findings = opened.verify()
    for finding in findings:
        if form == "json":
            click.echo(json.dumps(to_json(finding), ensure_ascii=True))
        else:
            click.echo(f"{finding.problem:<12} {safe_text(finding.what)}: {safe_text(finding.detail)}")
    check_intact(findings, root=case)
    if form == "text":
        click.echo(
            f"intact: {counted(len(opened.items()), 'item')}, every file and every line as it was left"
        )
