"""The one parsers' process of this process: started when first needed, started again after it broke down."""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import subprocess
import sys
import threading
import time

from tizme.model import Document, ReadFailure, UnusableInput
from tizme.readers.wire import LENGTH_BYTES, Request, answer_of, request_bytes

# Starting the process and loading libraries is not the file's fault: this much is added to its time.
_START_SECONDS = 60.0
_CHUNK = 1 << 20


class _BrokenDownError(Exception):
    """The parsers' process went away or kept silent."""


class Worker:
    """Holds a process and a lock: one file at a time, from whichever thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()

    def ask(self, request: Request, content: bytes) -> Document | ReadFailure:
        """What the parser says about ``content``; a broken-down process is a failure row, not an error."""
        with self._lock:
            for _ in range(2):  # a process that died since the last file is started once more
                fresh = not self._is_alive()
                try:
                    return answer_of(self._exchange(request_bytes(request, content), request.limits.seconds))
                except UnusableInput as error:
                    return ReadFailure("crashed", f"The parser's answer made no sense: {error.what}.")
                except (_BrokenDownError, OSError) as error:
                    self.close()
                    if fresh:
                        return ReadFailure(
                            "crashed", f"The parsers' process broke down ({error}); try again."
                        )
        return ReadFailure("crashed", "The parsers' process broke down twice on this file.")

    def close(self) -> None:
        """End the process; the next file starts another."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # unsent bytes for a process that is gone
                    pipe.close()
        process.wait()

    def _is_alive(self) -> bool:
        if self._owner != os.getpid():  # this process is itself a fork: the old pipes are another's
            self._process, self._owner = None, os.getpid()
        return self._process is not None and self._process.poll() is None

    def _exchange(self, message: bytes, seconds: float) -> bytes:
        if not self._is_alive():
            self.close()
            self._process = _started()
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(message)
        process.stdin.flush()
        deadline = time.monotonic() + seconds + _START_SECONDS
        size = int.from_bytes(_read(process.stdout.fileno(), LENGTH_BYTES, deadline))
        return _read(process.stdout.fileno(), size, deadline)


def _read(pipe: int, size: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    missing = size
    while missing:
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise _BrokenDownError("it kept silent")
        piece = os.read(pipe, min(missing, _CHUNK))
        if not piece:
            raise _BrokenDownError("it ended")
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def _started() -> subprocess.Popen[bytes]:
    quiet = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(
        [sys.executable, "-m", "tizme.readers.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | quiet,
    )


WORKER = Worker()
atexit.register(WORKER.close)
