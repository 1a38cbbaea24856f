"""What a broken parser does, for tests of the limits around it; only ever called in a fork of the child."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

_CHUNK = 1 << 16


def misbehave(fault: str, writer: int) -> None:
    """Do what ``fault`` names; an unknown name raises an exception of an odd type."""
    _FAULTS[fault](writer)


def _hang(_: int) -> None:
    while True:
        time.sleep(60)


def _spin(_: int) -> None:
    while True:
        pass


def _hoard(_: int) -> None:
    hoard = []
    while True:
        hoard.append(bytearray(1 << 24))


def _garbage(writer: int) -> None:
    os.write(writer, b'{"document": {"text": 5}, "rows": []}')
    os._exit(0)


def _flood(writer: int) -> None:
    while True:
        os.write(writer, b" " * _CHUNK)


def _connect(_: int) -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def _write(_: int) -> None:
    Path("a-reader-was-here").write_text("", encoding="utf-8")


_FAULTS: dict[str, Callable[[int], None]] = {
    "abort": lambda _: os.abort(),
    "exit": lambda _: os._exit(7),
    "hang": _hang,
    "spin": _spin,
    "memory": _hoard,
    "garbage": _garbage,
    "flood": _flood,
    "network": _connect,
    "write": _write,
}
