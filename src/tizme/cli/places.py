"""`tizme places FILE.tsv`: the finest place that each text names."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import click

from tizme.extract.organisations import organisations
from tizme.model import Place, PlaceMatch, UnusableInput
from tizme.places import display, find_places
from tizme.text import detect_language, normal_language

ADDED = (
    *("place_id", "name", "admin", "country", "lat", "lon", "score", "kind"),
    *("organisation", "organisation_kind"),
)
_OF_A_PLACE = 8  # the first so many columns
# A best candidate with less than this share of the weight is not given: the words leave the place open.
LEAST_SCORE = 0.6
_FINENESS = {
    "village": 0,
    "front": 0,
    "site": 0,
    "town": 1,
    "city": 1,
    "district": 2,
    "region": 3,
    "country": 4,
}


@click.command("places")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--format", "format_", type=click.Choice(["tsv", "json"]), default="tsv", help="json: one object a line."
)
def command(file: str, format_: str) -> None:
    """Add place_id, name, admin, country, lat, lon, score and kind to FILE, a TSV with columns text and lang.

    Where no place is named, or the words leave open which, the added columns are empty. A penal colony or a
    military unit stands beside it in organisation and organisation_kind (prison, military_unit).
    """
    rows = _read(file)
    out = csv.DictWriter(
        sys.stdout,
        [*rows[0], *ADDED] if rows else ["text", "lang", *ADDED],
        delimiter="\t",
        lineterminator="\n",
    )
    if format_ == "tsv":
        out.writeheader()
    for row in rows:
        lang = normal_language(row["lang"], row["text"]) if row["lang"] else detect_language(row["text"])
        added = place_columns(row["text"], lang=lang) | organisation_columns(row["text"], lang=lang)
        if format_ == "json":
            click.echo(json.dumps({**row, **added}, ensure_ascii=False))
        else:
            out.writerow({**row, **added})


def _read(file: str) -> list[dict[str, str]]:
    """The rows of the file; "-" is standard input.

    Raises:
        UnusableInput: no such file, not UTF-8, or no column text and lang.
    """
    try:
        whole = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableInput(str(error), file, "give a tab-separated file in UTF-8") from error
    reader = csv.DictReader(whole.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    missing = {"text", "lang"} - set(reader.fieldnames or ())
    if missing:
        raise UnusableInput(
            f"no column {' and no column '.join(sorted(missing))}", file, "name the columns in the first line"
        )
    return [{name: value or "" for name, value in row.items() if name is not None} for row in reader]


def place_columns(text: str, *, lang: str) -> dict[str, str]:
    """The added columns for one text, each empty where the finest place stays open."""
    empty = dict.fromkeys(ADDED[:_OF_A_PLACE], "")
    best = _finest(find_places(text, lang=lang))
    if best is None:
        return empty
    found, score = best
    admin = ", ".join(display(i, "en") for i in found.admin if i != found.country)
    where = ["" if degrees is None else f"{degrees:.3f}" for degrees in (found.lat, found.lon)]
    cells = [found.id, display(found.id, "en"), admin, found.country, *where, f"{score:.3f}", found.kind]
    return dict(zip(ADDED[:_OF_A_PLACE], cells, strict=True))


def organisation_columns(text: str, *, lang: str) -> dict[str, str]:
    """The first penal colony or military unit that a text names, both columns empty where it names none."""
    found = organisations(text, lang=lang)
    name, kind = (found[0].name, found[0].kind) if found else ("", "")
    return {"organisation": name, "organisation_kind": kind}


def _finest(matches: list[PlaceMatch]) -> tuple[Place, float] | None:
    """The surest candidate of the finest kind; the first named where two are alike."""
    sure = [m.candidates[0] for m in matches if m.candidates and m.candidates[0][1] >= LEAST_SCORE]
    unknown = any(not m.candidates for m in matches)
    if not sure or (unknown and len(matches) == 1):
        return None
    return min(sure, key=lambda candidate: _FINENESS.get(candidate[0].kind, 1))
