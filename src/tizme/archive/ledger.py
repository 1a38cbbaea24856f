"""The ledger: every event of a case, each line chained to the one before.

    ledger.ndjson      the chain, appended to and never rewritten
    ledger.head        number and digest of the newest line, so that cut-off lines are noticed
    ledger.lock        held for the moment of one append
    ledger.torn-1      bytes of a line that a crash cut short, set aside and noted in the chain

An append is done when its line has been flushed *and* the head says so; only then may anybody
report what it holds. A line without its line break, or unreadable bytes at the end that the head does
not speak of, are the trace of a crash: set aside, never counted. The same after the head has counted them
is damage, and everything stops.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tizme.archive.durable import flush_folder, make_folder, replace_file, write_all
from tizme.archive.lines import GENESIS, Broken, Event, read_line, write_line
from tizme.model import IntegrityFailure, canonical_json, sha256_hex
from tizme.ports import Clock, SystemClock

REPAIRED = "ledger-repaired"
_NEXT_STEP = "run `tizme verify` to see all that is wrong, then restore from a backup"


class Ledger:
    """One case's chain of events. Many processes may append; each sees what the others wrote."""

    def __init__(self, path: Path, *, clock: Clock | None = None) -> None:
        self.path = path
        self._clock = clock or SystemClock()
        self._events: list[Event] = []
        self._bytes_read = 0

    @property
    def head_path(self) -> Path:
        return self.path.with_suffix(".head")

    def events(self, *kinds: str) -> tuple[Event, ...]:
        """Every event so far, or those of ``kinds``, oldest first; a torn tail is not among them.

        Raises:
            IntegrityFailure: the chain is broken, or lines that were there are gone.
        """
        return tuple(event for event in self.since(0) if not kinds or event.kind in kinds)

    def since(self, seq: int) -> list[Event]:
        """The events from number ``seq`` on, oldest first.

        Raises:
            IntegrityFailure: as for ``events``.
        """
        self._catch_up()
        self._check_head()
        return self._events[seq:]

    def append(self, kind: str, body: dict[str, Any]) -> Event:
        """The event, on the disk.

        Raises:
            IntegrityFailure: the chain is broken; nothing was appended.
        """
        make_folder(self.path.parent)
        with self._locked():
            self._catch_up()
            self._check_head()
            self._set_torn_tail_aside()
            return self._append_locked(kind, body)

    def torn_files(self) -> tuple[Path, ...]:
        """Where cut-off lines were set aside, by name."""
        return tuple(sorted(self.path.parent.glob(f"{self.path.stem}.torn-*")))

    def head(self) -> tuple[int, str] | None:
        """(number, digest) of the newest line that was ever reported, None before the first.

        Raises:
            IntegrityFailure: the head cannot be read.
        """
        try:
            value = json.loads(self.head_path.read_bytes())
            return int(value["seq"]), str(value["line_sha256"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            raise IntegrityFailure("it cannot be read", str(self.head_path), _NEXT_STEP) from None

    def _append_locked(self, kind: str, body: dict[str, Any]) -> Event:
        prev = self._events[-1].line_sha256 if self._events else GENESIS
        line, event = write_line(seq=len(self._events), at=self._clock.now(), kind=kind, body=body, prev=prev)
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        try:
            write_all(handle, line + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)
        if event.seq == 0:
            flush_folder(self.path.parent)
        head = {"seq": event.seq, "line_sha256": event.line_sha256}
        replace_file(self.head_path, canonical_json(head).encode() + b"\n")
        self._events.append(event)
        self._bytes_read += len(line) + 1
        return event

    def _catch_up(self) -> None:
        """Read and check the whole lines that were appended since the last look."""
        try:
            with self.path.open("rb") as stream:
                stream.seek(0, os.SEEK_END)
                if stream.tell() < self._bytes_read:
                    raise IntegrityFailure("lines that were there are gone", str(self.path), _NEXT_STEP)
                stream.seek(self._bytes_read)
                fresh = stream.read()
        except FileNotFoundError:
            fresh = b""
        for line in fresh.split(b"\n")[:-1]:
            prev = self._events[-1].line_sha256 if self._events else GENESIS
            try:
                event = read_line(line, seq=len(self._events), prev=prev)
            except Broken as broken:
                if self._is_last_and_unreported(line, fresh):
                    return
                where = f"{self.path}:{broken.lineno}"
                raise IntegrityFailure(broken.problem, where, _NEXT_STEP) from broken
            self._events.append(event)
            self._bytes_read += len(line) + 1

    def _is_last_and_unreported(self, line: bytes, fresh: bytes) -> bool:
        """Whether an unreadable line is a crash's: the file's last, and past what the head counts."""
        if not fresh.endswith(line + b"\n"):
            return False
        head = self.head()
        return (head[0] if head else -1) < len(self._events)

    def _check_head(self) -> None:
        head = self.head()
        if head is None:
            # Killed between the very first line and its head: nothing had been reported yet.
            if len(self._events) > 1:
                raise IntegrityFailure("it is missing", str(self.head_path), _NEXT_STEP)
            return
        seq, digest = head
        if seq >= len(self._events):
            # Another process may have appended between the two looks.
            self._catch_up()
        if seq >= len(self._events):
            gone = f"events {len(self._events)} to {seq} were reported and are gone"
            raise IntegrityFailure(gone, str(self.path), _NEXT_STEP)
        if self._events[seq].line_sha256 != digest:
            raise IntegrityFailure(f"event {seq} is not the one reported", str(self.path), _NEXT_STEP)

    def _set_torn_tail_aside(self) -> None:
        """Move what a crash cut short out of the chain, then say so in the chain."""
        if self.path.exists() and self.path.stat().st_size > self._bytes_read:
            with self.path.open("rb") as stream:
                stream.seek(self._bytes_read)
                torn = stream.read()
            replace_file(self.path.with_suffix(f".torn-{len(self.torn_files()) + 1}"), torn)
            with self.path.open("r+b") as stream:
                stream.truncate(self._bytes_read)
                os.fsync(stream.fileno())
        noted = {event.body.get("file") for event in self._events if event.kind == REPAIRED}
        for path in self.torn_files():
            if path.name not in noted:
                content = path.read_bytes()
                body = {"file": path.name, "sha256": sha256_hex(content), "size_bytes": len(content)}
                self._append_locked(REPAIRED, body)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        handle = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)  # gives the lock back
