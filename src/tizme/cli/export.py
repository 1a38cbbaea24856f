"""`tizme export CASE --out DIR`."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import click

import tizme
from tizme.model import UnusableInput
from tizme.publish import ExportFormat, export_files, gather

# The register names people who can be harmed: only the one who exported may read the files.
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="A new or empty folder."
)
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in ExportFormat]),
    default="both",
    show_default=True,
)
@click.option(
    "--inside", is_flag=True, help="Also relatives, private speakers, telephone numbers and mailboxes."
)
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, which Excel needs.")
def command(case: Path, out: Path, form: str, inside: bool, bom: bool) -> None:
    """Write the persons and claims of CASE as CSV and JSON, for work inside the house.

    This is no release: do not pass it on. README.txt says what the fates mean and what was withheld.
    """
    with closing(tizme.open_case(case)) as opened:
        evidence = gather(opened.store)
    files = export_files(evidence, form=ExportFormat(form), inside=inside, bom=bom)
    write_folder(out, files)
    click.echo(f"{len(files)} files in {out}: for work inside the house, not a release")
    if inside:
        click.echo("--inside: relatives, private speakers and contacts are in these files", err=True)


def write_folder(out: Path, files: dict[str, bytes]) -> None:
    """Write the files into a new or empty folder that only its owner can read.

    Raises:
        UnusableInput: the folder holds something, or cannot be written.
    """
    try:
        out.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise UnusableInput(
                "the folder is not empty", str(out), "name a new one: an export never overwrites"
            )
        for name, content in files.items():
            handle = os.open(out / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
    except OSError as error:
        raise UnusableInput(
            f"cannot be written ({error.strerror})", str(out), "name another folder"
        ) from error
