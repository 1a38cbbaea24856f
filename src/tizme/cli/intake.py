"""`tizme intake FILE...`: read files as items and print what is in them; no case folder needed."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from tizme.model import Document, ListRow, ReadFailure, UnusableInput, canonical_json, sha256_hex
from tizme.text.safe import safe_text

_PROPERTY = re.compile(r"[a-z]+(?:_[a-z]+)*(?:\.[a-z]+(?:_[a-z]+)*)?")
_SHOWN_LETTERS = 600
_SHOWN_ROWS = 5


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--map",
    "mappings",
    multiple=True,
    metavar="[SHEET!]HEADER=PROPERTY",
    help="What a list's column holds; nothing after the sign leaves the column alone. May be repeated.",
)
@click.option(
    "--lang", default="", help="Language of words in pictures; found from a first look if not given."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(files: tuple[Path, ...], mappings: tuple[str, ...], lang: str, form: str) -> None:
    """Read FILES as items: text, language, rows of lists, and what is not the article."""
    from tizme.readers import read_bytes

    given = dict(_mapping(one) for one in mappings)
    contents = [(path, _bytes(path)) for path in files]
    made = [
        (path, content, read_bytes(content, name=path.name, mapping=given, lang=lang))
        for path, content in contents
    ]
    copies = _same_source([(path, answer) for path, _, answer in made])
    for path, content, answer in made:
        if form == "json":
            shown = canonical_json(_as_json(path, content, answer, copies.get(path, [])))
        else:
            shown = _as_text(path, answer, copies.get(path, []))
        click.echo(shown)
        sys.stdout.flush()
    if any(isinstance(answer, ReadFailure) for _, _, answer in made):
        raise click.exceptions.Exit(1)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableInput(str(error.strerror), str(path), "name a file that can be read") from error


def _mapping(written: str) -> tuple[tuple[str, str], str]:
    """((sheet, header), property) of "Лист1!Звание=rank"; the sheet is "" where none is named."""
    place, sign, name = written.rpartition("=")
    if not sign or not place or (name and not _PROPERTY.fullmatch(name)):
        raise UnusableInput(
            f"'{written}' is not HEADER=PROPERTY", "--map", 'write for example --map "Звание=rank"'
        )
    sheet, _, header = place.rpartition("!")
    return (sheet, header), name


def _same_source(made: list[tuple[Path, Document | ReadFailure]]) -> dict[Path, list[dict[str, Any]]]:
    """For every file, the other files whose text is a copy or a near copy."""
    from tizme.text.fingerprint import SAME_SOURCE_SHARE, fingerprint, similarity

    prints = [(path, fingerprint(_article(one))) for path, one in made if isinstance(one, Document)]
    found: dict[Path, list[dict[str, Any]]] = {}
    for at, (path, own) in enumerate(prints):
        for other, its in prints[at + 1 :]:
            share = round(similarity(own, its), 3)
            if share >= SAME_SOURCE_SHARE:
                found.setdefault(path, []).append({"file": str(other), "similarity": share})
                found.setdefault(other, []).append({"file": str(path), "similarity": share})
    return found


def _article(document: Document) -> str:
    pieces, at = [], 0
    for start, stop in document.boilerplate:
        pieces.append(document.text[at:start])
        at = stop
    return "".join([*pieces, document.text[at:]])


def _as_json(
    path: Path, content: bytes, answer: Document | ReadFailure, copies: list[dict[str, Any]]
) -> dict[str, Any]:
    from tizme.model.codec import to_json

    about = {"file": str(path), "sha256": sha256_hex(content)}
    if isinstance(answer, ReadFailure):
        return {**about, "failure": {"reason": answer.reason, "detail": answer.detail}}
    parts = ("passages", "sections", "page_boxes", "links", "warnings", "boilerplate")
    plain = ("media_type", "title", "lang", "published", "publisher", "text")
    return {
        **about,
        **{name: getattr(answer, name) for name in plain},
        **{name: to_json(getattr(answer, name)) for name in parts},
        "rows": [_row_json(row) for row in answer.rows],
        "mapping": [
            {"sheet": sheet, "header": header, "property": name} for sheet, header, name in answer.mapping
        ],
        "same_source_as": copies,
    }


def _row_json(row: ListRow) -> dict[str, Any]:
    by_header = {cell.header: cell.value for cell in (*row.cells, *row.carried)}
    fields: dict[str, str] = {}
    for name, header in row.fields:  # two columns of one property are both kept
        value = by_header.get(header, "")
        fields[name] = f"{fields[name]}; {value}" if name in fields else value
    cells = [
        {
            "column": cell.column,
            "header": cell.header,
            "value": cell.value,
            "start": cell.start,
            "stop": cell.stop,
        }
        for cell in row.cells
    ]
    carried = [
        {"address": f"{cell.sheet}!{cell.column}{cell.row}", "value": cell.value} for cell in row.carried
    ]
    return {"address": row.address, "cells": cells, "fields": fields} | (
        {"carried": carried} if carried else {}
    )


def _as_text(path: Path, answer: Document | ReadFailure, copies: list[dict[str, Any]]) -> str:
    name = safe_text(str(path))
    if isinstance(answer, ReadFailure):
        return f"{name}\n  not read [{answer.reason}]: {safe_text(answer.detail)}\n"
    lines = [name, f"  {answer.media_type}, {answer.lang}, {len(answer.text)} code points"]
    for label, value in (
        ("title", answer.title),
        ("published", answer.published),
        ("publisher", answer.publisher),
    ):
        if value:
            lines.append(f"  {label}: {safe_text(value)}")
    lines += [f"  note: {safe_text(one)}" for one in answer.warnings]
    lines += [f"  same source as {safe_text(one['file'])} ({one['similarity']:.0%})" for one in copies]
    if answer.sections:
        lines.append(f"  sections: {len(answer.sections)}")
    set_aside = sum(stop - start for start, stop in answer.boilerplate)
    if set_aside:
        lines.append(f"  not article: {set_aside} code points in {len(answer.boilerplate)} places")
    lines += _list_lines(answer) if answer.rows or answer.mapping else _text_lines(answer)
    return "\n".join(lines) + "\n"


def _list_lines(document: Document) -> list[str]:
    lines = [f"  rows: {len(document.rows)}; columns (change one with --map HEADER=PROPERTY):"]
    for sheet, header, name in document.mapping:
        lines.append(f"    {safe_text(sheet)}!{safe_text(header)} -> {name or '(left alone)'}")
    for row in document.rows[:_SHOWN_ROWS]:
        words = "; ".join(cell.value for cell in row.cells)
        lines.append(f"    {safe_text(row.address)}: {safe_text(words, limit=160)}")
    return lines


def _text_lines(document: Document) -> list[str]:
    article = _article(document).strip()
    shown = article[:_SHOWN_LETTERS] + ("…" if len(article) > _SHOWN_LETTERS else "")
    return [f"  | {safe_text(line)}" for line in shown.splitlines() if line.strip()]
