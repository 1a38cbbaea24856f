"""`tizme extract FILE...`: read claims out of files; no case folder needed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from tizme.model import Document, Extraction, ReadFailure, UnusableInput, canonical_json
from tizme.text.safe import safe_text


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", default="", help="The day of publication (EDTF), for words such as 'last May'.")
@click.option("--lang", default="", help="Language code; found from the text if not given.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(files: tuple[Path, ...], published: str, lang: str, form: str) -> None:
    """Read claims out of FILES, each with its exact words."""
    failed = False
    for path in files:
        result = read_and_extract(path, published=published, lang=lang)
        failed |= isinstance(result, ReadFailure)
        click.echo(canonical_json(_as_json(path, result)) if form == "json" else _as_text(path, result))
        sys.stdout.flush()
    if failed:
        raise click.exceptions.Exit(1)


def read_and_extract(path: Path, *, published: str, lang: str) -> tuple[Document, Extraction] | ReadFailure:
    """Read one file and extract it."""
    from tizme.extract import extract_document
    from tizme.readers import read_bytes

    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnusableInput(str(error.strerror), str(path), "name a file that can be read") from error
    document = read_bytes(content, name=path.name, lang=lang)
    if isinstance(document, ReadFailure):
        return document
    day = published or document.published
    return document, extract_document(document, item="", published=day, lang=lang)


def _as_json(path: Path, result: tuple[Document, Extraction] | ReadFailure) -> dict[str, Any]:
    if isinstance(result, ReadFailure):
        return {"file": str(path), "failure": {"reason": result.reason, "detail": result.detail}}
    document, extraction = result
    found: dict[str, Any] = {
        "file": str(path),
        "lang": extraction.lang,
        "boilerplate": [list(span) for span in extraction.boilerplate],
        "subjects": [
            {"id": s.id, "named": s.named, "group": s.group, "label": s.label, "role": s.role}
            for s in extraction.subjects
        ],
        "mentions": [
            {"subject": m.subject, "start": m.start, "end": m.stop, "form": m.form}
            for m in extraction.mentions
        ],
        "claims": [
            {
                "subject": c.subject, "property": c.property, "value": c.value,
                "start": c.start, "end": c.stop, "quote": c.quote, "evidence": c.evidence.value,
                "polarity": c.polarity.value, "speakers": list(c.speakers),
                "said_on": c.said_on, "rule": c.rule,
            }
            | ({"cell": c.cell} if c.cell else {})
            for c in extraction.claims
        ],
    }  # fmt: skip
    if document.media_type != "text/plain":
        found["text"] = document.text
    return found


def _as_text(path: Path, result: tuple[Document, Extraction] | ReadFailure) -> str:
    if isinstance(result, ReadFailure):
        return f"{safe_text(str(path))}: not read ({result.reason}): {safe_text(result.detail)}"
    _, extraction = result
    lines = [f"{safe_text(str(path))} · {extraction.lang} · {len(extraction.claims)} claims"]
    for subject in extraction.subjects:
        claims = [c for c in extraction.claims if c.subject == subject.id]
        if not claims:
            continue
        kind = "group" if subject.group else ("named" if subject.named else "unnamed")
        lines.append(f"\n  {safe_text(subject.label)}  ({subject.id}, {kind}, {subject.role})")
        for claim in claims:
            sign = {"affirmed": " ", "denied": "✗", "uncertain": "?", "promised": "…"}[claim.polarity.value]
            speakers = " ← ".join(reversed(claim.speakers))
            lines.append(
                f"  {sign} {claim.property:<28} {safe_text(claim.value):<28} «{safe_text(claim.quote)}» "
                f"[{claim.evidence.value}{': ' + safe_text(speakers) if speakers else ''}]"
            )
    return "\n".join(lines)
