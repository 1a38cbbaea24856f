"""`tizme status CASE`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tizme.case import Case, Standing
from tizme.case.standing import OpenPair
from tizme.cli.telling import SHORT_ID, counted
from tizme.model import Fate
from tizme.model.codec import to_json
from tizme.publish import sentence
from tizme.text.safe import safe_text

_SHOWN_AT_MOST = 8


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Name every conflict and every open pair.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(case: Path, everything: bool, form: str) -> None:
    """Say where CASE stands and what to do next."""
    standing = Case.open(case).status()
    if form == "json":
        click.echo(json.dumps(to_json(standing), ensure_ascii=False, indent=1))
        return
    most = None if everything else _SHOWN_AT_MOST
    click.echo("\n".join(status_lines(standing, case=safe_text(str(case)), most=most)))


def status_lines(standing: Standing, *, case: str, most: int | None = _SHOWN_AT_MOST) -> Iterator[str]:
    """A short readable summary.

    Args:
        case: The folder as it was given, for the commands to copy.
        most: How many of each list are named; None names all.
    """
    again = standing.captures - standing.items
    captures = f" ({counted(again, 'more capture')} of the same bytes)" if again else ""
    done = f"{standing.read} read, {len(standing.failed)} failed, {standing.waiting} waiting"
    yield f"items       {standing.items}{captures}: {done}"
    for failed in standing.failed:
        name = f"{failed.item[:SHORT_ID]} {safe_text(failed.name, limit=60)}"
        yield f"  failed    {name}: {failed.reason} ({safe_text(failed.detail, limit=100)})"
    if standing.confidential:
        yield f"  {len(standing.confidential)} confidential: nothing of them leaves this machine"
        for marked in standing.confidential[:most]:
            yield f"    {marked.item[:SHORT_ID]} {safe_text(marked.name, limit=60)}"
        yield from _more(len(standing.confidential), most)
    within = f"{standing.claims_in_records} of them in {counted(standing.records, 'record')}"
    yield f"claims      {standing.claims}, {within}"
    yield f"persons     {standing.persons} by the policy {standing.policy}"
    for fate in _ORDER:
        if standing.fates[fate.value]:
            yield f"  {sentence(f'fate.{fate.value}', lang='en'):<14}  {standing.fates[fate.value]}"
    yield f"conflicts   {len(standing.conflicts)} open"
    for conflict in standing.conflicts[:most]:
        shown = f"{conflict.property}: {safe_text(conflict.shown_as, limit=80)}"
        yield f"  {safe_text(conflict.label, limit=50)} ({conflict.person}): {shown}"
    yield from _more(len(standing.conflicts), most)
    to_judge = counted(len(standing.open_pairs), "pair")
    yield f"judgements  {len(standing.judgements)} stand; {to_judge} to judge"
    yield from (f"  {_pair(open_pair)}" for open_pair in standing.open_pairs[:most])
    yield from _more(len(standing.open_pairs), most)
    yield "next"
    yield from (f"  {line}" for line in next_steps(standing, case=case))


def next_steps(standing: Standing, *, case: str) -> Iterator[str]:
    """Exact commands, the most pressing first."""
    if not standing.items:
        yield f"tizme add {case} FILE..."
        return
    if not standing.decided:
        yield f"tizme run {case}"
        return
    if standing.open_pairs:
        pair = standing.open_pairs[0].pair
        yield f"tizme judge {case} {pair.left} {pair.right} same|different|unsure"
    if standing.conflicts:
        yield f"tizme show {case} {standing.conflicts[0].person}"
    yield f"tizme policy {case}          (who would move by another policy)"
    yield f"tizme serve {case}           (look at it in a browser)"


_ORDER = (Fate.DEAD, Fate.REPORTED_DEAD, Fate.MISSING, Fate.ALIVE, Fate.UNKNOWN)


def _pair(found: OpenPair) -> str:
    left, right = (safe_text(name, limit=40) for name in (found.left_name, found.right_name))
    likely = f"{found.pair.probability:.0%} likely one person"
    return f"{left} ({found.pair.left}) / {right} ({found.pair.right}): {likely}"


def _more(number: int, most: int | None) -> Iterator[str]:
    if most is not None and number > most:
        yield f"  … and {number - most} more (tizme status --all)"
