"""Inquiries as a history: drafted, sent, answered, overdue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tizme.model import UnusableInput
from tizme.model.codec import from_json, to_json
from tizme.model.request import Inquiry
from tizme.trace.requests import SealedEvent, check_day
from tizme.trace.terms import due_day

DRAFTED = "inquiry-drafted"
SENT = "inquiry-sent"
ANSWERED = "inquiry-answered"


@dataclass(frozen=True, slots=True)
class Due:
    """An inquiry and how it stands today.

    Attributes:
        state: overdue | waiting | draft | answered.
        days_left: Until the deadline; below 0 it has passed. None for a draft and what was answered.
    """

    inquiry: Inquiry
    state: str
    days_left: int | None


def drafting(inquiry: Inquiry) -> tuple[str, dict[str, Any]]:
    """The event of a new draft."""
    return DRAFTED, {"inquiry": to_json(inquiry)}


def sending(inquiry: Inquiry, *, on: str) -> tuple[str, dict[str, Any]]:
    """The event that it went out; the deadline counts from there.

    Raises:
        UnusableInput: it went out before, or that is no day.
    """
    if inquiry.sent_on:
        raise UnusableInput(f"it was sent on {inquiry.sent_on}", inquiry.id, "draft another letter")
    return SENT, {"inquiry": inquiry.id, "on": on, "deadline": due_day(inquiry.law, on).day}


def answering(inquiry: Inquiry, *, on: str, answer: str) -> tuple[str, dict[str, Any]]:
    """The event that an answer came. ``answer``: as Inquiry.answer.

    Raises:
        UnusableInput: it was never logged as sent, or ``on`` is no day.
    """
    if not inquiry.sent_on:
        raise UnusableInput("it was never logged as sent", inquiry.id, "log it first with --sent DATE")
    check_day(on, "--on")
    return ANSWERED, {"inquiry": inquiry.id, "on": on, "answer": answer}


def inquiries_of(events: Iterable[SealedEvent]) -> dict[str, Inquiry]:
    """Id -> the inquiry as its history leaves it, oldest first."""
    held: dict[str, Inquiry] = {}
    for event in events:
        body = event.body
        if event.kind == DRAFTED:
            inquiry = from_json(Inquiry, body["inquiry"], where="a sealed inquiry")
            held[inquiry.id] = inquiry
        elif event.kind == SENT:
            key = body["inquiry"]
            held[key] = replace(held[key], sent_on=body["on"], deadline=body["deadline"])
        elif event.kind == ANSWERED:
            key = body["inquiry"]
            held[key] = replace(held[key], answered_on=body["on"], answer=body["answer"])
    return held


def by_urgency(inquiries: Iterable[Inquiry], *, today: str) -> tuple[Due, ...]:
    """Overdue ones first, the longest overdue at the top; then those that wait, drafts, what was answered."""
    now, found = date.fromisoformat(today), []
    for inquiry in inquiries:
        if inquiry.answered_on:
            found.append(Due(inquiry, "answered", None))
        elif not inquiry.sent_on:
            found.append(Due(inquiry, "draft", None))
        else:
            left = (date.fromisoformat(inquiry.deadline) - now).days
            found.append(Due(inquiry, "overdue" if left < 0 else "waiting", left))
    order = ("overdue", "waiting", "draft", "answered")
    return tuple(
        sorted(found, key=lambda due: (order.index(due.state), due.days_left or 0, due.inquiry.dated))
    )


def find_inquiry(held: dict[str, Inquiry], wanted: str) -> Inquiry:
    """The inquiry of that id, or the only one whose id begins so.

    Raises:
        UnusableInput: none, or more than one.
    """
    hits = [key for key in held if key == wanted] or [
        key for key in held if key.removeprefix("q-").startswith(wanted.removeprefix("q-"))
    ]
    if len(hits) != 1:
        problem = f"no inquiry '{wanted}'" if not hits else f"{len(hits)} inquiries begin with '{wanted}'"
        raise UnusableInput(problem, "inquiry", "`tizme inquiry list` names them")
    return held[hits[0]]
