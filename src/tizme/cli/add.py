"""`tizme add CASE FILE...`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from tizme.case import Added, Case
from tizme.cli.telling import SHORT_ID, counted
from tizme.model import Interest, SourceKind, UnusableInput
from tizme.model.codec import to_json
from tizme.text.safe import safe_text

_PROPERTY = re.compile(r"[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*)?")


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--sources", type=click.Path(path_type=Path), help="A sources.toml for all of them (see below)."
)
@click.option("--origin", help="Where they came from: a URL, or a hand-over in words. Default: the path.")
@click.option("--published", help="Day of publication, EDTF: 2023-01-28, 2023-01 or 2023.")
@click.option("--source-name", help="Who published them or handed them over.")
@click.option("--source-kind", type=click.Choice([kind.value for kind in SourceKind]))
@click.option("--interest", type=click.Choice([interest.value for interest in Interest]))
@click.option("--reliability", help="Of the source: A-F (NATO grading; F: cannot be judged).")
@click.option("--credibility", help="Of the piece: 1-6 (NATO grading; 6: cannot be judged).")
@click.option(
    "--map",
    "mappings",
    multiple=True,
    metavar="HEADER=PROPERTY",
    help="What a list's column holds; may be repeated.",
)
@click.option(
    "--confidential", is_flag=True, help="Nothing of them may leave this machine; cannot be taken back."
)
@click.option("--by", default="", help="Who captures them. Default: `who` in case.toml.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    case: Path,
    files: tuple[Path, ...],
    sources: Path | None,
    origin: str | None,
    published: str | None,
    source_name: str | None,
    source_kind: str | None,
    interest: str | None,
    reliability: str | None,
    credibility: str | None,
    mappings: tuple[str, ...],
    confidential: bool,
    by: str,
    form: str,
) -> None:
    """Capture files into CASE, folders with everything in them.

    The bytes are copied, named by their SHA-256 and never changed; the same bytes twice are one item with
    two captures. Adding a file again with other options corrects what is known of it.

    A file sources.toml in the folder that is added (or beside a file) says for each file where it came
    from, one [[source]] table each: file, origin, published, name, kind, interest, reliability,
    credibility, confidential; only `file` is needed. Options given here win over it.

    `tizme run` shows what each column of a list was taken to hold; --map says otherwise, as in
    --map "Звание=rank"; "Звание=" leaves the column alone. It holds for the lists that are added with it.
    """
    mapping = dict(_mapping(written) for written in mappings)
    opened = Case.open(case)
    given: dict[str, object] = {
        "origin": origin,
        "published": published,
        "name": source_name,
        "kind": source_kind,
        "interest": interest,
        "reliability": reliability,
        "credibility": credibility,
    }
    if confidential:  # where it is not given here, a sources.toml may still say so
        given["confidential"] = True
    new = again = 0
    for added in opened.add(files, sidecar=sources, given=given, by=by):
        new, again = new + added.new, again + (not added.new)
        if mapping:
            opened.set_mapping(added.capture.sha256, mapping, by=by)
        _say(added, form=form)
    if form == "text":
        shown = safe_text(str(case))
        click.echo(f"{counted(new, 'new item')}, {again} captured again; next: tizme run {shown}")


def _mapping(written: str) -> tuple[tuple[str, str], str]:
    """((sheet, header), property), as `tizme intake --map` reads it."""
    place, sign, held = written.rpartition("=")
    if not sign or not place or (held and not _PROPERTY.fullmatch(held)):
        shown = safe_text(written)
        raise UnusableInput(
            f"'{shown}' is not HEADER=PROPERTY", "--map", 'write for example --map "Звание=rank"'
        )
    sheet, _, header = place.rpartition("!")
    return (sheet, header), held


def _say(added: Added, *, form: str) -> None:
    """Said only now that the bytes and the ledger's line are on the disk."""
    if form == "json":
        click.echo(json.dumps({"new": added.new, **to_json(added.capture)}, ensure_ascii=True))
        return
    capture = added.capture
    what = "added" if added.new else "added again"
    name = safe_text(capture.original_name, limit=80)
    click.echo(f"{what} {capture.sha256[:SHORT_ID]} {name} ({counted(capture.size_bytes, 'byte')})")
