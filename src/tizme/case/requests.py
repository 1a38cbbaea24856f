"""The tracing requests of a case: opened with a key, kept sealed, never among what the case shares.

Adding needs no key, only the case's public half: whoever takes a request down need not be able to read the
others.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tizme.case.sealed import Key, SealedBook
from tizme.case.workplace import Workplace, open_workplace
from tizme.model.request import Consent, Purpose, Requester, Sought, TracingRequest
from tizme.ports import Clock, SystemClock
from tizme.trace import requests as histories
from tizme.trace.requests import SealedEvent

# 40 random bits: an id drawn from the name could be found by trying names.
_ID_BYTES = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a caseworker sits: the case, its sealed book, their name, and their key where they gave one.

    Attributes:
        key: None for acts that only add.
    """

    work: Workplace
    book: SealedBook
    clock: Clock
    by: str
    key: Key | None = None

    @property
    def today(self) -> str:
        """ISO day, UTC."""
        return self.clock.now()[: len("2026-11-22")]

    def events(self) -> tuple[SealedEvent, ...]:
        """Everything that was sealed, oldest first.

        Raises:
            UnusableInput: the key opens nothing here.
            IntegrityFailure: a sealed event is missing or changed.
        """
        assert self.key is not None, "the command line asks for a key before it reads"
        return self.book.events(self.key)

    def append(self, kind: str, body: dict[str, object]) -> str:
        """One event, sealed now."""
        return self.book.append(kind, body, at=self.clock.now(), by=self.by)


def open_desk(root: Path, *, by: str = "", key: Key | None = None, clock: Clock | None = None) -> Desk:
    """The desk of the case in ``root``.

    Args:
        by: Who acts; "" takes ``who`` from case.toml.

    Raises:
        UnusableInput: there is no case.
    """
    work = open_workplace(root, clock=clock)
    book = SealedBook(work.layout.requests, work.ledger)
    return Desk(work, book, clock or SystemClock(), by or work.settings.who, key)


def add_request(desk: Desk, sought: Sought, requester: Requester, consents: Sequence[Consent]) -> str:
    """A new request; its id. Needs no key.

    Raises:
        UnusableInput: nobody is named, a date is none, a consent cannot hold, or the case has no key yet.
    """
    request_id = draw_id("r")
    desk.append(*histories.opening(request_id, sought, requester, consents))
    return request_id


def correct_request(desk: Desk, request_id: str, sought: Sought, requester: Requester) -> None:
    """Other facts for a request; the earlier ones stay in its history."""
    desk.append(*histories.correction(find(desk, request_id).id, sought, requester))


def give_consent(desk: Desk, request_id: str, consent: Consent) -> None:
    """One more consent, or a new one in the place of an earlier one."""
    desk.append(*histories.consenting(find(desk, request_id).id, consent))


def withdraw_consent(desk: Desk, request_id: str, purpose: Purpose, recipient: str, *, on: str = "") -> None:
    """One consent, taken back."""
    request = find(desk, request_id)
    desk.append(*histories.withdrawing_consent(request, purpose, recipient, on=on or desk.today))


def withdraw_request(desk: Desk, request_id: str, *, on: str = "") -> None:
    """The whole request, taken back: no watch and no letter follows."""
    desk.append(*histories.withdrawing(find(desk, request_id), on=on or desk.today))


def requests_in(desk: Desk) -> dict[str, TracingRequest]:
    """Id -> request, in the order of opening."""
    return histories.requests_of(desk.events())


def find(desk: Desk, wanted: str) -> TracingRequest:
    """The request of that id or beginning.

    Raises:
        UnusableInput: none, or more than one.
    """
    return histories.find_request(requests_in(desk), wanted)


def draw_id(prefix: str) -> str:
    """A random id that tells nothing."""
    return f"{prefix}-{secrets.token_hex(_ID_BYTES)}"
