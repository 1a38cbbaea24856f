"""One line of the ledger: how it is written, and what must hold between it and the one before.

A line is canonical JSON with ``seq`` (from 0), ``at``, ``kind``, ``body``, ``prev`` (SHA-256 of the bytes of
the line before, its line break left out) and ``hash`` (SHA-256 of this line's canonical JSON without
``hash``). ``prev`` chains the lines; ``hash`` shows at once which line was altered.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tizme.model import TizmeError, canonical_json, sha256_hex

GENESIS = "0" * 64  # ``prev`` of the first line
_KEYS = {"seq", "at", "kind", "body", "prev", "hash"}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the case.

    Attributes:
        at: UTC, RFC 3339 with a trailing "Z".
        line_sha256: Of this line's bytes; the next line's ``prev``.
    """

    seq: int
    at: str
    kind: str
    body: dict[str, Any]
    prev: str
    hash: str
    line_sha256: str


class Broken(TizmeError, ValueError):
    """A line is not what the chain says it must be. ``lineno`` counts from 1."""

    code = "ledger-broken"

    def __init__(self, lineno: int, problem: str) -> None:
        self.lineno, self.problem = lineno, problem
        super().__init__(f"ledger line {lineno}: {problem}; restore ledger.ndjson from a backup")


def write_line(*, seq: int, at: str, kind: str, body: dict[str, Any], prev: str) -> tuple[bytes, Event]:
    """The line's bytes without a line break, and the event it holds."""
    head = {"seq": seq, "at": at, "kind": kind, "body": body, "prev": prev}
    own = sha256_hex(canonical_json(head).encode())
    line = canonical_json({**head, "hash": own}).encode()
    return line, Event(seq, at, kind, body, prev, own, sha256_hex(line))


def read_line(line: bytes, *, seq: int, prev: str) -> Event:
    """The event of a line that must be number ``seq`` (from 0) and follow ``prev``.

    Raises:
        Broken: it is not.
    """
    lineno = seq + 1
    event = parse_line(line, lineno=lineno)
    if event.seq != seq:
        raise Broken(lineno, f"it says it is event {event.seq}, here event {seq} must stand")
    if event.prev != prev:
        raise Broken(lineno, "it does not follow the line before it (altered, removed, added or moved)")
    return event


def parse_line(line: bytes, *, lineno: int) -> Event:
    """The event of one line, checked by itself.

    Raises:
        Broken: not such a line, or its own hash does not hold.
    """
    try:
        value = json.loads(line)
    except ValueError:
        raise Broken(lineno, "it cannot be read as JSON") from None
    if not isinstance(value, dict) or set(value) != _KEYS:
        raise Broken(lineno, "it has not the six fields of an event")
    own = value.pop("hash")
    if sha256_hex(canonical_json(value).encode()) != own:
        raise Broken(lineno, "its content does not match its hash (altered)")
    if canonical_json({**value, "hash": own}).encode() != line:
        raise Broken(lineno, "it holds the right content in other bytes (altered)")
    if not isinstance(value["body"], dict):
        raise Broken(lineno, "its body is not an object")
    return Event(hash=own, line_sha256=sha256_hex(line), **value)
