"""Writes that survive a power cut once they have returned.

A file is not kept until its bytes *and* the entry in its folder have been flushed; each function here
does both before it returns.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

# Left behind only by a process that was killed; never read, and swept away by the next run.
TEMPORARY_PREFIX = ".tmp-"


def flush_folder(folder: Path) -> None:
    """The entries of ``folder`` are on the disk when this returns."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """``folder`` and every missing one above it, each flushed into the one that holds it."""
    missing = []
    at = folder
    while not at.exists():
        missing.append(at)
        at = at.parent
    for path in reversed(missing):
        with contextlib.suppress(FileExistsError):  # another process was quicker
            path.mkdir()
        flush_folder(path.parent)


@contextlib.contextmanager
def temporary_file(folder: Path) -> Iterator[tuple[int, Path]]:
    """An open descriptor and path of a new file in ``folder``, removed on the way out if still there.

    It is locked while it is open, so that ``sweep`` can tell it from one that a dead process left.
    """
    path = folder / f"{TEMPORARY_PREFIX}{os.getpid()}-{secrets.token_hex(8)}"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield handle, path
    finally:
        os.close(handle)
        with contextlib.suppress(FileNotFoundError):
            path.unlink()


def write_all(handle: int, content: bytes) -> None:
    """All of ``content``, whatever the system takes at a time."""
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]


def replace_file(path: Path, content: bytes) -> None:
    """``path`` holds ``content``, or what it held before if the machine stops in between."""
    make_folder(path.parent)
    with temporary_file(path.parent) as (handle, temporary):
        write_all(handle, content)
        os.fsync(handle)
        temporary.replace(path)
    flush_folder(path.parent)


def sweep(folder: Path, *, below: bool = False) -> None:
    """Remove what killed processes left half-written in ``folder``, and in the folders below it if asked."""
    pattern = f"{TEMPORARY_PREFIX}*"
    for path in folder.rglob(pattern) if below else folder.glob(pattern):
        with contextlib.suppress(FileNotFoundError, BlockingIOError), path.open("rb") as left_behind:
            fcntl.flock(left_behind, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
