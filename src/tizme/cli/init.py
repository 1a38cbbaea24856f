"""`tizme init DIR`."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from tizme import decide
from tizme.case import Case
from tizme.case.settings import ENGINES
from tizme.text.safe import safe_text


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--policy", default="two-sources", show_default=True, help="How fate is decided; see `tizme policy`."
)
@click.option(
    "--who", default="", help="Whom captures and judgements are signed with. Default: the login name."
)
@click.option(
    "--engine", type=click.Choice(ENGINES), default="plain", show_default=True, help="What compares records."
)
def command(folder: Path, policy: str, who: str, engine: str) -> None:
    """Start a case in DIR, which must be empty or not there yet."""
    decide.load_policy(policy)
    case = Case.init(folder, who=who or login_name(), policy=policy, engine=engine)
    shown = safe_text(str(folder))
    click.echo(
        f"started a case in {shown} by the policy {case.policy()}, signed by {safe_text(case.settings.who)}"
    )
    click.echo(f"next: tizme add {shown} FILE...")


def login_name() -> str:
    """The name of whoever runs this, or "unnamed" where the machine knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # KeyError: a user id without an entry in passwd (Python < 3.13)
        return "unnamed"
