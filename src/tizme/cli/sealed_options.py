"""x: the caseworker's key, and how a desk is opened with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from tizme.case.requests import Desk, open_desk
from tizme.case.sealed import Key, needs_passphrase, open_key
from tizme.model import UnusableInput
from tizme.text.safe import storable_text

F = TypeVar("F", bound=Callable[..., Any])

KEY_VARIABLE = "TIZME_KEY"


def case_argument(function: F) -> F:
    """The case folder."""
    return click.argument("case", type=click.Path(path_type=Path))(function)


def key_option(function: F) -> F:
    """The file that holds the caseworker's key."""
    return click.option(
        "--key",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar=KEY_VARIABLE,
        help=f"Your key file; {KEY_VARIABLE} names it otherwise.",
    )(function)


def by_option(function: F) -> F:
    """Who acts."""
    return click.option("--by", default="", help="Who acts. Default: `who` in case.toml.")(function)


def format_option(function: F) -> F:
    """Text or JSON."""
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")(function)


def desk_with_key(case: Path, key: Path | None, *, by: str = "") -> Desk:
    """The desk of a caseworker who can read what is sealed.

    Raises:
        UnusableInput: no key was named, or it opens nothing here.
    """
    desk = open_desk(case, by=storable_text(by))
    if key is None:
        raise UnusableInput(
            "requests are sealed, and no key was named", str(case), f"give --key FILE, or set {KEY_VARIABLE}"
        )
    return open_desk(case, by=desk.by, key=_opened(key, case=case))


def _opened(path: Path, *, case: Path) -> Key:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableInput(f"cannot be read ({error.strerror})", str(path), "name your key file") from error
    if path.resolve().is_relative_to(case.resolve()):
        raise UnusableInput("a key in the case opens it to everybody", str(path), "move it out of the case")
    passphrase = ""
    if needs_passphrase(content):
        passphrase = click.prompt(f"passphrase for {path.name}", hide_input=True, err=True)
    return open_key(content, where=str(path), passphrase=passphrase)
