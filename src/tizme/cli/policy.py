"""`tizme policy CASE [NAME]`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tizme import decide
from tizme.case import Case, PolicyChange
from tizme.cli.telling import Telling, counted
from tizme.model.codec import to_json
from tizme.publish import sentence
from tizme.text.safe import safe_text


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("name", required=False)
@click.option("--by", default="", help="Who changes it. Default: `who` in case.toml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(case: Path, name: str | None, by: str, form: str) -> None:
    """Decide again by the policy NAME and say who moved; without NAME, list the policies.

    Nothing is read or extracted again. The claims are the same; only what they suffice for changes.
    """
    opened = Case.open(case)
    if name is None:
        listed = list(_policies(opened))
        click.echo(json.dumps(listed, ensure_ascii=False) if form == "json" else "\n".join(_listed(listed)))
        return
    change = opened.change_policy(name, by=by, progress=Telling(quiet=True))
    if form == "json":
        click.echo(json.dumps(change_json(change), ensure_ascii=False))
    else:
        click.echo("\n".join(change_lines(change)))


def change_lines(change: PolicyChange) -> Iterator[str]:
    """Who moved, from what to what, and how many did not."""
    yield f"from {change.before} to {change.after}: {counted(len(change.moved), 'person')} moved".replace(
        "persons", "people"
    )
    for move in change.moved:
        label = safe_text(move.person.label, limit=60)
        yield f"  {label} ({move.person.id}): {_fate(move.before.value)} → {_fate(move.after.value)}"
    yield f"{len(change.stayed)} did not:"
    for person in change.stayed:
        yield f"  {safe_text(person.label, limit=60)} ({person.id}): {_fate(person.status.fate.value)}"


def change_json(change: PolicyChange) -> dict[str, object]:
    """The same as JSON."""
    return {
        "before": change.before,
        "after": change.after,
        "moved": [
            {"person": move.person.id, "label": move.person.label, "from": move.before, "to": move.after}
            for move in change.moved
        ],
        "stayed": [
            {"person": person.id, "label": person.label, "fate": person.status.fate}
            for person in change.stayed
        ],
    }


def _fate(fate: str) -> str:
    return sentence(f"fate.{fate}", lang="en")


def _policies(case: Case) -> Iterator[dict[str, object]]:
    current = case.policy()
    for name in decide.policy_names():
        policy = decide.load_policy(name)
        yield {"policy": name, "id": policy.id, "in_force": name == current, "source": to_json(policy.source)}


def _listed(policies: list[dict[str, object]]) -> Iterator[str]:
    for policy in policies:
        mark = "*" if policy["in_force"] else " "
        yield f"{mark} {policy['policy']:<14} {policy['id']}: {policy['source']}"
