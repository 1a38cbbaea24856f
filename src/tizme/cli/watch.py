"""`tizme watch`: standing requests against what is new."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from tizme.case import watching
from tizme.case.sealed import write_private
from tizme.case.watching import WatchReport
from tizme.cli.sealed_options import by_option, case_argument, desk_with_key, format_option, key_option
from tizme.cli.telling import SHORT_ID, counted
from tizme.cli.trace_sentences import trace_sentence
from tizme.model.codec import to_json
from tizme.model.request import Moved, Notice
from tizme.text.safe import safe_text
from tizme.trace.letters import LETTER_LANGUAGES
from tizme.trace.reasons import NEITHER
from tizme.trace.watches import notice_sentence, notices_of

_QUOTE_AT_MOST = 120
_OF_A_FATE = ("death-claimed", "life-claimed")  # followed by the property that was claimed
_OF_SEVERAL = ("name", "listed")  # followed by codes with commas between them


@click.group()
def command() -> None:
    """Look again for everybody who is sought, in what is new only.

    News goes to the caseworker at this screen and to nobody else. A family hears of it from a human.
    """


@command.command("run")
@case_argument
@click.option(
    "--lists",
    type=click.Path(path_type=Path, file_okay=False),
    help="Also the new lists of this index (tizme index).",
)
@key_option
@by_option
@format_option
@click.option(
    "--lang", type=click.Choice(["en", "ru", "ky"]), default="en", help="Language of the sentences."
)
def run_(case: Path, lists: Path | None, key: Path | None, by: str, form: str, lang: str) -> None:
    """Run every standing request of CASE that may be watched; say which words moved which candidate."""
    reports = watching.run_watches(desk_with_key(case, key, by=by), lists=lists)
    for report in reports:
        if form == "json":
            click.echo(json.dumps(to_json(report), ensure_ascii=False))
        else:
            click.echo("\n".join(_lines(report, lang=lang)))
    if not reports:
        click.echo("no request is kept in this case", err=True)


@command.command("list")
@case_argument
@key_option
@format_option
@click.option(
    "--lang", type=click.Choice(["en", "ru", "ky"]), default="en", help="Language of the sentences."
)
def list_(case: Path, key: Path | None, form: str, lang: str) -> None:
    """Name every notice, the most pressing first, with what was released and told."""
    held = notices_of(desk_with_key(case, key).events()).values()
    order = ("act", "check", "note")
    for notice in sorted(held, key=lambda n: (bool(n.told_on), order.index(n.level), n.at)):
        if form == "json":
            click.echo(json.dumps(to_json(notice), ensure_ascii=False))
        else:
            click.echo("\n".join(_notice(notice, lang=lang)))


@command.command("release")
@case_argument
@click.argument("notice")
@click.option("--lang", type=click.Choice(LETTER_LANGUAGES), required=True, help="The family's language.")
@click.option("--note", default="", help="What was checked, and who will be with the family.")
@click.option("--signatory", default="", help="Who signs the text.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A new file for the text."
)
@key_option
@by_option
def release_(
    case: Path, notice: str, lang: str, note: str, signatory: str, out: Path, key: Path | None, by: str
) -> None:
    """Let a text for telling be made of NOTICE: it asks for a meeting and states no fate."""
    desk = desk_with_key(case, key, by=by)
    text = watching.release_notice(desk, notice, lang=lang, note=note, signatory=signatory)
    write_private(out, text.encode())
    click.echo(f"released by {safe_text(desk.by)}; text in {safe_text(str(out))}")


@command.command("told")
@case_argument
@click.argument("notice")
@click.option("--on", required=True, help="Day on which the family was told.")
@click.option("--how", default="", help="How, by whom, in which language, who was there.")
@key_option
@by_option
def told_(case: Path, notice: str, on: str, how: str, key: Path | None, by: str) -> None:
    """Log what the family was told of NOTICE."""
    watching.log_told(desk_with_key(case, key, by=by), notice, on=on, how=how)
    click.echo("logged")


def _lines(report: WatchReport, *, lang: str) -> Iterator[str]:
    if report.skipped:
        why = {"withdrawn": "the request was withdrawn", "no-consent": "no consent to watch stands"}
        yield f"{report.request}  not run: {why[report.skipped]}"
        return
    new, moved_ones = counted(report.new_items, "new item"), counted(len(report.moved), "candidate")
    yield f"{report.request}  {new}, {moved_ones} moved"
    for notice in report.notices:
        yield f"  {notice.level.upper()} {notice.id}: {notice_sentence(notice, lang=lang)}"
    for moved in report.moved:
        yield from moved_lines(moved, lang=lang)


def moved_lines(moved: Moved, *, lang: str = "en") -> Iterator[str]:
    """A candidate, from what to what, and the words that moved it."""
    before = "new" if moved.before is None else f"{moved.before:.2f}"
    fate = f", {moved.fate}" if moved.fate else ""
    yield f"  {safe_text(moved.label)} [{moved.candidate}{fate}]: {before} -> {moved.after:.2f}"
    for span in moved.spans:
        bits = f" ({span.bits:+.1f} bits)" if span.bits else ""
        quote = safe_text(" ".join(span.quote.split()), limit=_QUOTE_AT_MOST)
        said = reason_words(span.reason, lang=lang)
        yield f'    {said}{bits}: "{quote}"  item {span.item[:SHORT_ID]} {span.start}:{span.stop}'
    if moved.would_decide:
        fact = trace_sentence(f"fact.{moved.would_decide}", lang=lang)
        yield f"    {trace_sentence('heading.would-decide', lang=lang)}: {fact}"


def reason_words(reason: str, *, lang: str) -> str:
    """What a span's reason ("name:given:agree,family:agree", "death-claimed:died.date") says, in words."""
    kind, _, rest = reason.partition(":")
    if kind in _OF_A_FATE:
        return trace_sentence(f"{kind}:", lang=lang, value=rest)
    codes = rest.split(",") if kind in _OF_SEVERAL else [reason]
    told = [code for code in codes if not code.endswith(NEITHER)]
    return "; ".join(trace_sentence(code, lang=lang) for code in told or codes)


def _notice(notice: Notice, *, lang: str) -> Iterator[str]:
    about = f"request {notice.request}, candidate {notice.candidate}"
    yield f"{notice.id}  {notice.level.upper()}  {about}, {notice.at}"
    yield f"  {notice_sentence(notice, lang=lang)}"
    if notice.released_by:
        yield f"  released by {safe_text(notice.released_by)} at {notice.released_at}"
    if notice.told_on:
        yield f"  told on {notice.told_on} by {safe_text(notice.told_by)}: {safe_text(notice.told_how)}"
