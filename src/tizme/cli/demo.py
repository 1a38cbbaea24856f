"""`tizme demo [DIR]`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

import tizme
from tizme.case import Case
from tizme.cli.status import status_lines
from tizme.cli.telling import Telling, counted, stops_on_ctrl_c
from tizme.model import UnusableInput
from tizme.text.safe import safe_text

EXAMPLE = "01_first_case"


@click.command()
@click.argument(
    "folder", metavar="[DIR]", required=False, default="demo-case", type=click.Path(path_type=Path)
)
@click.option("--fresh", is_flag=True, help="Delete a demo case that is there, and build it anew.")
@click.option("--keep", is_flag=True, help="Go on with a demo case that is there.")
def command(folder: Path, fresh: bool, keep: bool) -> None:
    """Build the example case from its raw sources in DIR (default: ./demo-case) and say what is in it.

    Every person in it is invented.
    """
    sources = example_folder()
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        _make_room(folder, fresh=fresh, keep=keep)
    if not (folder / "case.toml").exists():
        Case.init(folder, who="demo")
    case = Case.open(folder)
    if not case.items():
        added = list(case.add([sources / "sources"], sidecar=sources / "sources.toml"))
        click.echo(f"captured {counted(len(added), 'source')} of the example, all invented", err=True)
    with stops_on_ctrl_c() as stop:
        outcome = case.run(progress=Telling(), stop=stop)
    if outcome.run is None:
        raise click.Abort
    click.echo("\n".join(status_lines(case.status(), case=safe_text(str(folder)))))


def example_folder() -> Path:
    """The example's folder: in the installed package, or in the repository this runs from.

    Raises:
        UnusableInput: in neither.
    """
    package = Path(tizme.__file__).parent
    for folder in (package / "_examples" / EXAMPLE, package.parents[1] / "examples" / EXAMPLE):
        if (folder / "sources.toml").is_file():
            return folder
    raise UnusableInput(
        "the example is not installed", str(package), "install tizme again, or clone its repository"
    )


def _make_room(folder: Path, *, fresh: bool, keep: bool) -> None:
    if keep and (folder / "case.toml").exists():
        return
    if not fresh:
        raise UnusableInput(
            "something is there already",
            str(folder),
            "name another folder, or say --fresh to build it anew, --keep to go on",
        )
    # Only a demo is deleted: a case that somebody else signed holds work.
    if not (folder / "case.toml").exists() or Case.open(folder).settings.who != "demo":
        raise UnusableInput("this is not a demo case", str(folder), "name another folder")
    shutil.rmtree(folder)
