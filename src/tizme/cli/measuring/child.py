"""A command run as a process of its own, with the time and the memory that it and its children took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_LOOK_EVERY_SECONDS = 0.5
_LINES_TOLD = 3


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished command.

    Attributes:
        seconds: From start to end, start-up counted.
        peak_bytes: The most that the process and its children held at once: the larger of what the system
            accounts for one process at the end and of the sum seen every half second.
        said: Standard output. error: the last lines of standard error, where it did not end with 0 or 1.
    """

    seconds: float
    peak_bytes: int
    said: str
    error: str = ""


def run_alone(command: Sequence[str]) -> Ran:
    """Run and wait. Exit status 1 is "done with stored failures" and no error here."""
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
        started = perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=errors)  # noqa: S603  (our commands)
        ended = threading.Event()
        seen = [0]
        watcher = threading.Thread(target=_watch, args=(child.pid, ended, seen), daemon=True)
        watcher.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
        output.seek(0)
        errors.seek(0)
        lines = errors.read().decode("utf-8", "replace").strip().splitlines()
        # 1 is also how Python ends on an exception.
        failed = child.returncode not in {0, 1} or any(line.startswith("Traceback") for line in lines)
        unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes there, KiB elsewhere
        return Ran(
            seconds=seconds, peak_bytes=max(seen[0], usage.ru_maxrss * unit),
            said=output.read().decode("utf-8", "replace"),
            error="; ".join(lines[-_LINES_TOLD:]) or f"exit status {child.returncode}" if failed else "",
        )  # fmt: skip


def _watch(pid: int, ended: threading.Event, seen: list[int]) -> None:
    while not ended.wait(_LOOK_EVERY_SECONDS):
        seen[0] = max(seen[0], sum(map(_held_bytes, _family(pid))))


def _family(pid: int) -> list[int]:
    """A process and all that it started, where the system has /proc."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, task.read_text(encoding="ascii").split())
            except OSError:  # it ended while we looked
                continue
    return found


def _held_bytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
