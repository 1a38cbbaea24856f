"""`tizme inquiry`: letters to offices, their deadlines and answers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tizme.case import inquiring
from tizme.case.inquiring import SEALED_ANSWER, Drafted
from tizme.case.sealed import write_private
from tizme.cli.sealed_options import by_option, case_argument, desk_with_key, format_option, key_option
from tizme.model import UnusableInput
from tizme.model.codec import to_json
from tizme.text.safe import safe_text
from tizme.trace.inquiries import Due
from tizme.trace.letters import LETTER_LANGUAGES, RECIPIENTS

_WARNINGS = {
    "verify-law": "read the law that the letter names before sending: laws change "
    "(tables/letters/laws.csv says what was checked)",
    "fill-address": "the office's address is left to fill in; take it from the office's own site{site}",
    "needs-name-and-address": "this office need not answer without the applicant's name and "
    "postal address, which the family's "
    "consent does not cover: let an organisation or a lawyer sign with theirs, or ask the family",
    "public-holidays": "the term counts working days; public holidays are not taken out, so it may end later",
    "office-reads-russian": "Russian offices answer letters in Russian: send the Russian letter too",
}

_LEFT_OUT = {
    "not-covered": "the family's consent for this office does not cover it",
    "names-requester": "it names the one who asks",
    "names-other": "it names somebody else",
    "relative": "it is about a relative",
    "contact": "it holds the family's contacts",
    "no-open-source": "no source that anybody can read says so",
}


@click.group()
def command() -> None:
    """Ask offices about somebody who is sought, within what the family agreed to."""


@command.command("draft")
@case_argument
@click.argument("request")
@click.option("--to", "recipient", type=click.Choice(RECIPIENTS), required=True, help="Kind of office.")
@click.option("--lang", type=click.Choice(LETTER_LANGUAGES), required=True, help="Language of the letter.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A new DOCX file."
)
@click.option(
    "--person",
    default="",
    help="Person of the case found to be the one sought: adds what public sources say.",
)
@click.option(
    "--addressee", default="", help="Another office of that kind, by its id in letters/addressees.csv."
)
@click.option("--lawyer", is_flag=True, help="A lawyer writes, on a lawyer's ground.")
@click.option("--signatory", default="", help="Who signs; otherwise a line to fill in.")
@key_option
@by_option
@format_option
def draft_(
    case: Path,
    request: str,
    recipient: str,
    lang: str,
    out: Path,
    person: str,
    addressee: str,
    lawyer: bool,
    signatory: str,
    key: Path | None,
    by: str,
    form: str,
) -> None:
    """Write a letter about REQUEST to an office, as DOCX.

    It holds only what the family's consent for this office covers and what anybody could read; what was left
    out is listed. Read it before it goes anywhere.
    """
    drafted = inquiring.draft_inquiry(
        desk_with_key(case, key, by=by),
        request,
        recipient=recipient,
        lang=lang,
        out=out,
        person=person,
        addressee=addressee,
        lawyer=lawyer,
        signatory=signatory,
    )
    if form == "json":
        letter = drafted.letter
        value = {
            **to_json(drafted.inquiry),
            "withheld": to_json(letter.withheld),
            "warnings": list(letter.warnings),
        }
        click.echo(json.dumps(value, ensure_ascii=False, indent=1))
        return
    _tell(drafted, out)


@command.command("log")
@case_argument
@click.argument("inquiry")
@click.option("--sent", default="", help="Day on which it went out.")
@click.option("--answer", type=click.Path(path_type=Path, dir_okay=False), help="File of the answer.")
@click.option("--on", default="", help="Day on which the answer came. Default: today.")
@key_option
@by_option
def log_(
    case: Path, inquiry: str, sent: str, answer: Path | None, on: str, key: Path | None, by: str
) -> None:
    """Log that INQUIRY went out, or its answer.

    The answer is kept as an item of the case, or sealed where it may name the family.
    """
    if bool(sent) == (answer is not None):
        raise UnusableInput("one of --sent and --answer is needed", "inquiry log", "give one of them")
    desk = desk_with_key(case, key, by=by)
    if max(sent, on) > desk.today:
        click.echo(f"note: {max(sent, on)} is yet to come; today is {desk.today}", err=True)
    if answer is None:
        logged = inquiring.log_sent(desk, inquiry, on=sent)
        click.echo(f"{logged.id} sent on {sent}; answer due by {logged.deadline}")
        return
    logged = inquiring.log_answer(desk, inquiry, answer=answer, on=on or desk.today)
    if logged.sent_on > logged.answered_on:
        click.echo(f"note: it was sent later, on {logged.sent_on}; was the right day given?", err=True)
    if logged.answer.startswith(SEALED_ANSWER):
        click.echo(
            f"{logged.id} answered; the answer may name the family, so it is sealed and no item of the case"
        )
        click.echo(
            "it becomes an item once the family consents: tizme request consent --purpose evidence", err=True
        )
    else:
        click.echo(f"{logged.id} answered; kept as item {logged.answer}")
        click.echo(f"next: tizme run {safe_text(str(case))}")


@command.command("answer")
@case_argument
@click.argument("inquiry")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="A new file.")
@key_option
def answer_(case: Path, inquiry: str, out: Path, key: Path | None) -> None:
    """Write the answer to INQUIRY to a file."""
    write_private(out, inquiring.read_answer(desk_with_key(case, key), inquiry))
    click.echo(f"written to {safe_text(str(out))}")


@command.command("list")
@case_argument
@key_option
@format_option
def list_(case: Path, key: Path | None, form: str) -> None:
    """Name every inquiry with its deadline, overdue ones first."""
    for due in inquiring.inquiries_in(desk_with_key(case, key)):
        if form == "json":
            click.echo(json.dumps(to_json(due), ensure_ascii=False))
        else:
            click.echo(_line(due))


def _line(due: Due) -> str:
    inquiry = due.inquiry
    if due.state == "overdue":
        state = f"OVERDUE by {-(due.days_left or 0)} days (due {inquiry.deadline})"
    elif due.state == "waiting":
        state = f"due {inquiry.deadline}, {due.days_left} days left"
    elif due.state == "answered":
        state = f"answered {inquiry.answered_on}"
    else:
        state = f"draft of {inquiry.dated}, not sent"
    return f"{inquiry.id}  {state}  to {inquiry.addressee} ({inquiry.lang}), request {inquiry.request}"


def _left_out(reason: str) -> str:
    """Why something does not stand in a letter, in words; the reason itself where it is the case's own."""
    return _LEFT_OUT.get(reason, reason)


def _tell(drafted: Drafted, out: Path) -> None:
    inquiry, letter = drafted.inquiry, drafted.letter
    click.echo(f"{inquiry.id}  letter to {safe_text(letter.addressee.name)} in {safe_text(str(out))}")
    click.echo(
        f"due {inquiry.deadline} if sent today; log it with: tizme inquiry log CASE {inquiry.id} --sent DATE"
    )
    for withheld in letter.withheld:
        click.echo(f"  left out: {withheld.key} ({_left_out(withheld.reason)})", err=True)
    site = f" ({letter.addressee.address_source})" if letter.addressee.address_source else ""
    for warning in letter.warnings:
        click.echo(f"  check: {_WARNINGS[warning].format(site=site)}", err=True)
