"""Tracing requests as a history of events, and what the family's consent allows.

Nothing is changed or removed: a correction, a consent taken back and a withdrawal are events of their own.
Where the events stand, and how they are sealed, is the case's affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tizme.dates import edtf_valid
from tizme.model import UnusableInput
from tizme.model.codec import from_json, to_json
from tizme.model.request import (
    OWN_CASE,
    Consent,
    Correction,
    GivenConsent,
    Purpose,
    Requester,
    Sought,
    TracingRequest,
)

OPENED = "request-opened"
CORRECTED = "request-corrected"
CONSENTED = "consent-given"
CONSENT_WITHDRAWN = "consent-withdrawn"
WITHDRAWN = "request-withdrawn"
_DATES = ("birth_date", "age_on", "last_contact_on")


@dataclass(frozen=True, slots=True)
class SealedEvent:
    """One event of the sealed history, opened.

    Attributes:
        at: UTC, RFC 3339 with a trailing "Z". by: the caseworker, as they name themselves.
    """

    kind: str
    at: str
    by: str
    body: dict[str, Any]


def opening(
    request_id: str, sought: Sought, requester: Requester, consents: Sequence[Consent]
) -> tuple[str, dict[str, Any]]:
    """The event that opens a request: its kind and body.

    Raises:
        UnusableInput: nobody is named, no relation is given, a date is none, or a consent cannot hold.
    """
    check_facts(sought, requester)
    for consent in consents:
        check_consent(consent)
    body = {
        "request": request_id,
        "sought": to_json(sought),
        "requester": to_json(requester),
        "consents": to_json(tuple(consents)),
    }
    return OPENED, body


def correction(request_id: str, sought: Sought, requester: Requester) -> tuple[str, dict[str, Any]]:
    """The event that puts other facts in force; those held before stay in the history."""
    check_facts(sought, requester)
    return CORRECTED, {
        "request": request_id,
        "sought": to_json(sought),
        "requester": to_json(requester),
    }


def consenting(request_id: str, consent: Consent) -> tuple[str, dict[str, Any]]:
    """The event that adds a consent; it replaces the one for the same purpose and recipient."""
    check_consent(consent)
    return CONSENTED, {"request": request_id, "consent": to_json(consent)}


def withdrawing_consent(
    request: TracingRequest, purpose: Purpose, recipient: str, *, on: str
) -> tuple[str, dict[str, Any]]:
    """The event that takes one consent back.

    Raises:
        UnusableInput: none stands for that purpose and recipient.
    """
    check_day(on, "--on")
    if _standing(request, purpose, recipient) is None:
        raise UnusableInput(
            f"no consent stands for {purpose.value} to {recipient}",
            request.id,
            "`tizme request show` lists those that stand",
        )
    body = {"request": request.id, "purpose": purpose.value, "recipient": recipient, "on": on}
    return CONSENT_WITHDRAWN, body


def withdrawing(request: TracingRequest, *, on: str) -> tuple[str, dict[str, Any]]:
    """The event that takes the whole request back: every watch and letter for it stops.

    Raises:
        UnusableInput: it is withdrawn already.
    """
    check_day(on, "--on")
    if request.withdrawn_on:
        raise UnusableInput(
            f"it was withdrawn on {request.withdrawn_on}", request.id, "nothing is left to do"
        )
    return WITHDRAWN, {"request": request.id, "on": on}


def requests_of(events: Iterable[SealedEvent]) -> dict[str, TracingRequest]:
    """Id -> the request as its history leaves it, in the order of opening.

    Args:
        events: Of every kind, oldest first; those about something else are passed over.
    """
    held: dict[str, TracingRequest] = {}
    for event in events:
        if event.kind == OPENED:
            opened = _opened(event)
            held[opened.id] = opened
        elif event.kind in _FOLDS:
            request_id = event.body["request"]
            held[request_id] = _FOLDS[event.kind](held[request_id], event)
    return held


def find_request(held: dict[str, TracingRequest], wanted: str) -> TracingRequest:
    """The request of that id, or the only one whose id begins so.

    Raises:
        UnusableInput: none, or more than one.
    """
    hits = [key for key in held if key == wanted] or [
        key for key in held if key.removeprefix("r-").startswith(wanted.removeprefix("r-"))
    ]
    if len(hits) != 1:
        problem = f"no request '{wanted}'" if not hits else f"{len(hits)} requests begin with '{wanted}'"
        raise UnusableInput(problem, "request", "`tizme request list` names them")
    return held[hits[0]]


def live_consent(request: TracingRequest, purpose: Purpose, recipient: str, *, today: str) -> Consent | None:
    """The consent that allows it on that day, None where it was never given, has run out or was taken back.

    Args:
        today: ISO day. A letter that went out before the consent was withdrawn was allowed.
    """
    if request.withdrawn_on and request.withdrawn_on <= today:
        return None
    for given in reversed(request.consents):
        if (given.consent.purpose, given.consent.recipient) == (purpose, recipient):
            over = given.withdrawn_on and given.withdrawn_on <= today
            return None if over or (given.consent.until or today) < today else given.consent
    return None


def demand_consent(request: TracingRequest, purpose: Purpose, recipient: str, *, today: str) -> Consent:
    """The live consent.

    Raises:
        UnusableInput: there is none; the message says why.
    """
    consent = live_consent(request, purpose, recipient, today=today)
    if consent is not None:
        return consent
    if request.withdrawn_on:
        problem = f"the request was withdrawn on {request.withdrawn_on}"
        raise UnusableInput(problem, request.id, "nothing more may be done with it")
    given = [g for g in request.consents if (g.consent.purpose, g.consent.recipient) == (purpose, recipient)]
    if given and given[-1].withdrawn_on:
        problem = f"the consent for {purpose.value} to {recipient} was withdrawn on {given[-1].withdrawn_on}"
    elif given:
        problem = f"the consent for {purpose.value} to {recipient} ran out on {given[-1].consent.until}"
    else:
        problem = f"the family gave no consent for {purpose.value} to {recipient}"
    raise UnusableInput(problem, request.id, "ask the family, then record it with `tizme request consent`")


def check_facts(sought: Sought, requester: Requester) -> None:
    """Nothing, if a request can be made of them.

    Raises:
        UnusableInput: nobody is named as sought or as asking, or a date is none.
    """
    if not any(name.strip() for name in sought.names):
        raise UnusableInput("nobody is named as sought", "sought.names", "give at least one name")
    if not requester.name.strip() or not requester.relation.strip():
        raise UnusableInput(
            "the name or the relation of who asks is missing", "requester", "give both `name` and `relation`"
        )
    for field in _DATES:
        value = getattr(sought, field)
        if value and not edtf_valid(value):
            raise UnusableInput(
                f"'{value}' is no date", f"sought.{field}", "write 1990-05-14, 1990-05 or 1990 (EDTF)"
            )


def check_consent(consent: Consent) -> None:
    """Nothing, if the consent can hold.

    Raises:
        UnusableInput: no day, not informed, no recipient, or a recipient that does not fit the purpose.
    """
    where = f"consent for {consent.purpose.value}"
    check_day(consent.given_on, f"{where}: given_on")
    if consent.until:
        check_day(consent.until, f"{where}: until")
    if not consent.informed.strip():
        raise UnusableInput(
            "it is not said how the family was informed", where, "say how, in which language and by whom"
        )
    inside = consent.purpose is not Purpose.INQUIRY
    if inside != (consent.recipient == OWN_CASE):
        fitting = OWN_CASE if inside else "an office, such as icrc"
        raise UnusableInput(f"'{consent.recipient}' does not fit", where, f"the recipient must be {fitting}")


def _standing(request: TracingRequest, purpose: Purpose, recipient: str) -> GivenConsent | None:
    for given in reversed(request.consents):
        if (given.consent.purpose, given.consent.recipient) == (purpose, recipient):
            return None if given.withdrawn_on else given
    return None


def _opened(event: SealedEvent) -> TracingRequest:
    body = event.body
    sought = from_json(Sought, body["sought"], where="a sealed request")
    requester = from_json(Requester, body["requester"], where="a sealed request")
    consents = from_json(tuple[Consent, ...], body["consents"], where="a sealed request")
    return TracingRequest(
        id=body["request"],
        opened_at=event.at,
        opened_by=event.by,
        sought=sought,
        requester=requester,
        consents=tuple(GivenConsent(consent, event.by) for consent in consents),
        corrections=(Correction(event.at, event.by, sought, requester),),
    )


def _corrected(held: TracingRequest, event: SealedEvent) -> TracingRequest:
    sought = from_json(Sought, event.body["sought"], where="a sealed correction")
    requester = from_json(Requester, event.body["requester"], where="a sealed correction")
    step = Correction(event.at, event.by, sought, requester)
    return replace(held, sought=sought, requester=requester, corrections=(*held.corrections, step))


def _consented(held: TracingRequest, event: SealedEvent) -> TracingRequest:
    consent = from_json(Consent, event.body["consent"], where="a sealed consent")
    return replace(held, consents=(*held.consents, GivenConsent(consent, event.by)))


def _consent_taken_back(held: TracingRequest, event: SealedEvent) -> TracingRequest:
    asked = (event.body["purpose"], event.body["recipient"])
    return replace(
        held,
        consents=tuple(
            replace(given, withdrawn_on=event.body["on"])
            if (given.consent.purpose.value, given.consent.recipient) == asked and not given.withdrawn_on
            else given
            for given in held.consents
        ),
    )


def _taken_back(held: TracingRequest, event: SealedEvent) -> TracingRequest:
    return replace(held, withdrawn_on=event.body["on"])


_FOLDS = {
    CORRECTED: _corrected,
    CONSENTED: _consented,
    CONSENT_WITHDRAWN: _consent_taken_back,
    WITHDRAWN: _taken_back,
}


def check_day(day: str, where: str) -> None:
    """Nothing, if it is a day written as 2026-11-22.

    Raises:
        UnusableInput: it is not.
    """
    # Days are compared as text: 20261122, which is ISO too, would stand behind every day of its year.
    try:
        plain = date.fromisoformat(day).isoformat() == day
    except ValueError:
        plain = False
    if not plain:
        raise UnusableInput(f"'{day}' is no day", where, "write it as 2026-11-22")
