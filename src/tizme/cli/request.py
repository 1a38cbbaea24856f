"""`tizme request`: who is sought and by whom, sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO

import click

from tizme.case import requests as desks
from tizme.case.request_form import check_covers, empty_form, read_form
from tizme.case.sealed import new_key_file
from tizme.case.watching import search_once
from tizme.cli.sealed_options import by_option, case_argument, desk_with_key, format_option, key_option
from tizme.cli.watch import moved_lines
from tizme.model import UnusableInput
from tizme.model.codec import to_json
from tizme.model.request import OWN_CASE, Consent, GivenConsent, Purpose, Requester, Sought, TracingRequest
from tizme.text.safe import safe_text, storable_text
from tizme.trace.letters import RECIPIENTS

_PURPOSES = [purpose.value for purpose in Purpose]


@click.group()
def command() -> None:
    """Keep who searches for whom: sealed, with what the family agreed to.

    A request comes in a form (`tizme request form`), never as words of this line: those stay in the
    shell's history.
    """


@command.command("form")
def form_() -> None:
    """Print an empty form to fill in."""
    click.echo(empty_form(), nl=False)


@command.command("key")
@case_argument
@click.option("--new", type=click.Path(path_type=Path, dir_okay=False), help="Write a new key to this file.")
@click.option("--passphrase", is_flag=True, help="Ask for a passphrase that protects the new key.")
@click.option("--grant", default="", help="A public key (age1...) that shall read the requests too.")
@key_option
def key_(case: Path, new: Path | None, passphrase: bool, grant: str, key: Path | None) -> None:
    """Give CASE its key, make a key for one more keyholder, or let one read.

    Whoever loses every key loses the requests: keep a copy elsewhere, or grant a second keyholder.
    """
    desk = desks.open_desk(case)
    if new is None and not grant:
        raise UnusableInput("nothing to do", "request key", "give --new FILE or --grant age1...")
    if new is not None:
        if new.resolve().is_relative_to(case.resolve()):
            raise UnusableInput("a key in the case opens it to everybody", str(new), "write it elsewhere")
        words = ""
        if passphrase:
            words = click.prompt("passphrase", hide_input=True, confirmation_prompt=True, err=True)
        public = new_key_file(new, passphrase=words)
        click.echo(f"key written to {safe_text(str(new))}; its public half: {public}")
        if not desk.book.exists:
            desk.book.start(public)
            click.echo("it opens the requests of this case; keep a copy outside this machine")
        else:
            click.echo(f"a keyholder lets it read with: tizme request key CASE --grant {public}", err=True)
    if grant:
        opened = desk_with_key(case, key)
        assert opened.key is not None, "desk_with_key demands one"
        opened.book.grant(opened.key, grant)
        click.echo("granted: that key opens the requests of this case too")


@command.command("add")
@case_argument
@click.option(
    "--form", "form", type=click.File("rb"), required=True, help="The filled-in form; - for standard input."
)
@by_option
def add_(case: Path, form: BinaryIO, by: str) -> None:
    """Seal a new request. Needs no key: who takes requests down need not be able to read the others."""
    sought, requester, consents = _read(form)
    request_id = desks.add_request(desks.open_desk(case, by=storable_text(by)), sought, requester, consents)
    click.echo(f"{request_id} sealed")
    if not consents:
        click.echo("no consent is recorded: nothing will be done with it until there is one", err=True)
    click.echo("delete the form now: it is not sealed", err=True)


@command.command("correct")
@case_argument
@click.argument("request")
@click.option(
    "--form", "form", type=click.File("rb"), required=True, help="The whole form again; - for standard input."
)
@key_option
@by_option
def correct_(case: Path, request: str, form: BinaryIO, key: Path | None, by: str) -> None:
    """Put other facts in force for REQUEST; the earlier ones and the consents stay."""
    sought, requester, _ = _read(form)
    desks.correct_request(desk_with_key(case, key, by=by), request, sought, requester)
    click.echo("corrected")


@command.command("list")
@case_argument
@key_option
@format_option
def list_(case: Path, key: Path | None, form: str) -> None:
    """Name every request of CASE."""
    for request in desks.requests_in(desk_with_key(case, key)).values():
        if form == "json":
            click.echo(json.dumps(to_json(request), ensure_ascii=False))
        else:
            state = f"withdrawn {request.withdrawn_on}" if request.withdrawn_on else "stands"
            who = f"{safe_text(request.requester.name)} ({safe_text(request.requester.relation)})"
            click.echo(f"{request.id}  {safe_text(request.sought.names[0])}  sought by {who}  {state}")


@command.command("show")
@case_argument
@click.argument("request")
@key_option
@format_option
def show_(case: Path, request: str, key: Path | None, form: str) -> None:
    """Print all of REQUEST: what is known, who asks, each consent, and its history."""
    found = desks.find(desk_with_key(case, key), request)
    if form == "json":
        click.echo(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_lines(found)))


@command.command("consent")
@case_argument
@click.argument("request")
@click.option("--purpose", type=click.Choice(_PURPOSES), required=True, help="What it is for.")
@click.option(
    "--to",
    "recipient",
    type=click.Choice([OWN_CASE, *RECIPIENTS]),
    default=OWN_CASE,
    help="Who may learn of it.",
)
@click.option("--covers", default="", help="For an inquiry: what the office may learn, by commas.")
@click.option("--informed", default="", help="How it was explained, in which language, by whom.")
@click.option("--on", default="", help="Day it was given (or taken back). Default: today.")
@click.option("--until", default="", help="Last day it holds.")
@click.option("--withdraw", is_flag=True, help="Take it back instead.")
@key_option
@by_option
def consent_(
    case: Path,
    request: str,
    purpose: str,
    recipient: str,
    covers: str,
    informed: str,
    on: str,
    until: str,
    withdraw: bool,
    key: Path | None,
    by: str,
) -> None:
    """Record what the family agreed to: one purpose, one recipient."""
    desk = desk_with_key(case, key, by=by)
    if withdraw:
        desks.withdraw_consent(desk, request, Purpose(purpose), recipient, on=on)
        click.echo(f"withdrawn: {purpose} to {recipient}")
        return
    categories = tuple(part.strip() for part in covers.split(",") if part.strip())
    consent = Consent(
        purpose=Purpose(purpose),
        recipient=recipient,
        given_on=on or desk.today,
        informed=informed,
        covers=check_covers(categories, where="--covers"),
        until=until,
    )
    desks.give_consent(desk, request, consent)
    click.echo(f"recorded: {purpose} to {recipient}")


@command.command("search")
@case_argument
@click.argument("request")
@click.option(
    "--lists",
    type=click.Path(path_type=Path, file_okay=False),
    help="Also all lists of this index (tizme index).",
)
@key_option
@by_option
@format_option
def search_(case: Path, request: str, lists: Path | None, key: Path | None, by: str, form: str) -> None:
    """Look once for the one REQUEST seeks, in all of CASE; needs the consent `search`."""
    found = search_once(desk_with_key(case, key, by=by), request, lists=lists)
    for one in found:
        if form == "json":
            click.echo(json.dumps(to_json(one), ensure_ascii=False))
        else:
            click.echo("\n".join(moved_lines(one)))
    if not found:
        click.echo("nobody found; this says nothing about those whom no list and no item names", err=True)


@command.command("withdraw")
@case_argument
@click.argument("request")
@click.option("--on", default="", help="Day on which it was withdrawn. Default: today.")
@key_option
@by_option
def withdraw_(case: Path, request: str, on: str, key: Path | None, by: str) -> None:
    """Take REQUEST back whole: no watch and no letter follows. Its history stays, sealed."""
    desks.withdraw_request(desk_with_key(case, key, by=by), request, on=on)
    click.echo("withdrawn")


def _read(form: BinaryIO) -> tuple[Sought, Requester, tuple[Consent, ...]]:
    where = str(getattr(form, "name", "the form"))
    try:
        return read_form(form.read().decode("utf-8"), where=where)
    except UnicodeDecodeError as error:
        raise UnusableInput("it is no UTF-8", where, "save the form as UTF-8") from error


def _lines(request: TracingRequest) -> Iterator[str]:
    yield f"{request.id}   opened {request.opened_at} by {safe_text(request.opened_by)}"
    if request.withdrawn_on:
        yield f"WITHDRAWN {request.withdrawn_on}: nothing more may be done with it"
    for title, value in (("Sought", request.sought), ("Asked by", request.requester)):
        yield f"\n{title}"
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == "previous_steps":
                held = "; ".join(f"{step.on} {step.to}: {step.answer}" for step in held)
            elif isinstance(held, tuple):
                held = "; ".join(held)
            if held:
                yield f"  {field.name:<20} {safe_text(held)}"
    yield "\nConsent"
    yield from (_consent(given) for given in request.consents)
    if not request.consents:
        yield "  none: nothing may be done"
    yield f"\nHistory: {len(request.corrections)} versions of the facts"
    yield from (f"  {step.at} by {safe_text(step.by)}" for step in request.corrections)


def _consent(given: GivenConsent) -> str:
    consent = given.consent
    covers = f" [{', '.join(consent.covers)}]" if consent.covers else ""
    until = f" until {consent.until}" if consent.until else ""
    state = f"  WITHDRAWN {given.withdrawn_on}" if given.withdrawn_on else ""
    told = safe_text(consent.informed)
    head = f"  {consent.purpose.value} to {consent.recipient}{covers}"
    return f"{head}: given {consent.given_on}{until} ({told}){state}"
