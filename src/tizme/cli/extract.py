"""`tizme extract FILE...`: read claims out of files; no case folder needed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import click

from tizme.case.sidecar import published_day
from tizme.cli.asking import Asking, asking_of, llm_options, told_json, told_text
from tizme.cli.extracting import Done, Task, extracted, read_and_extract
from tizme.cli.telling import stops_on_ctrl_c
from tizme.model import Document, Extraction, ReadFailure, canonical_json
from tizme.text.safe import safe_text

_EVERY_S = 2.0  # how often progress is told


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--published", default="", help="The day of publication (EDTF), for words such as 'last May'.")
@click.option("--lang", default="", help="Language code; found from the text if not given.")
@llm_options
@click.option(
    "--confidential", is_flag=True, help="The files may not leave this machine, whatever --llm says."
)
@click.option("--quiet", is_flag=True, help="Say nothing on the way.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    files: tuple[Path, ...],
    published: str,
    lang: str,
    url: str | None,
    llm_model: str,
    llm_host: str,
    llm_seconds: float,
    confidential: bool,
    quiet: bool,
    form: str,
) -> None:
    """Read claims out of FILES, each with its exact words.

    Many files are read on all cores and printed in the order given; Ctrl-C stops after the file at hand.
    With --llm a language model is asked as well: only what the text itself bears out becomes a claim, the
    rest is listed as suggestions. A key for the server is taken from TIZME_LLM_KEY.
    """
    model = None
    if url is not None:
        model = asking_of(url, llm_model, host=llm_host, seconds=llm_seconds, confidential=confidential)
    day = published_day(published, "--published")
    tasks = [Task(path, day, lang) for path in files]
    progress = _Progress(len(tasks), quiet=quiet)
    failed = 0
    with stops_on_ctrl_c() as stop:
        show = json_line if form == "json" else _as_text
        if model is None:
            for done in extracted(tasks, show, stop=stop):
                failed += done.failed
                progress.told(done)
                if done.note and not quiet:
                    click.echo(f"{safe_text(str(done.path))}: {done.note}", err=True)
                click.echo(done.shown)
                sys.stdout.flush()
        else:
            for task in tasks:
                if stop():
                    break
                failed += _with_model(task, model, form=form, stop=stop)
        if stop():
            raise click.Abort
    if failed:
        raise click.exceptions.Exit(1)


def _with_model(task: Task, model: Asking, *, form: str, stop: Callable[[], bool]) -> bool:
    """Print one file as rules and model read it; whether something of it could not be done."""
    result = read_and_extract(task)
    if isinstance(result, ReadFailure):
        click.echo(json_line(task.path, result) if form == "json" else _as_text(task.path, result))
        return True
    document, rules = result
    asked, verified = model.read(document, rules, published=task.published, lang=task.lang, stop=stop)
    if form == "json":
        found = _as_json(task.path, (document, verified.extraction))
        click.echo(canonical_json(found | told_json(model, asked, verified)))
    else:
        click.echo(_as_text(task.path, (document, verified.extraction)))
        click.echo(told_text(model, asked, verified))
    sys.stdout.flush()
    for failure in asked.failures:
        click.echo(f"{safe_text(str(task.path))}: {safe_text(failure)}", err=True)
    return bool(asked.failures)


class _Progress:
    """A line on standard error every few seconds, where there are many files."""

    def __init__(self, files: int, *, quiet: bool) -> None:
        self._files, self._quiet = files, quiet
        self._began = self._last = monotonic()
        self._done = self._characters = 0

    def told(self, done: Done) -> None:
        """One more file is printed."""
        self._done += 1
        self._characters += done.characters
        now = monotonic()
        if self._quiet or self._files < 2 or (now - self._last < _EVERY_S and self._done < self._files):
            return
        if self._done == self._files and now - self._began < _EVERY_S:
            return
        self._last = now
        rate = self._characters / max(now - self._began, 0.001)
        told = f"{self._done} of {self._files} files, {rate:,.0f} characters a second"
        click.echo(told, err=True)


def json_line(path: Path, result: tuple[Document, Extraction] | ReadFailure) -> str:
    return canonical_json(_as_json(path, result))


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
