"""The parsers' process: ``python -m tizme.readers.child`` forks once per file and bounds every fork.

This process loads libraries and never looks into a file. A fork looks into one file, within limits on
time, memory and output, and ends; what becomes of it is told to the process that asked.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import sys
import time
from functools import partial
from typing import BinaryIO

from tizme.model import Document, ReadFailure
from tizme.readers.failure import failure_of
from tizme.readers.faults import misbehave
from tizme.readers.limits import Limits
from tizme.readers.ocr import program
from tizme.readers.parsers import load, parse
from tizme.readers.wire import LENGTH_BYTES, Request, answer_bytes, framed, request_of

_CHUNK = 1 << 16
# What a parser has no business with; seen by Python's audit hooks.
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "shutil.",
    "urllib.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
)
_LANGUAGE_WARM_UP = "text without any telling word or letter xyzzy qwerty asdf"


def main() -> None:
    """Answer requests on standard input until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the asking process decides when to stop
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    _warm_up()
    while (request := _next(requests)) is not None:
        content = requests.read(request.size)
        if len(content) < request.size:
            return
        answers.write(framed(_answered(request, content)))
        answers.flush()


def _warm_up() -> None:
    """Load the language model once, not in every fork."""
    from tizme.text import detect_language
    from tizme.text.boilerplate import boilerplate_lines

    detect_language(_LANGUAGE_WARM_UP)
    boilerplate_lines(_LANGUAGE_WARM_UP)


def _next(requests: BinaryIO) -> Request | None:
    head = requests.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    return request_of(requests.read(int.from_bytes(head)))


def _answered(request: Request, content: bytes) -> bytes:
    try:
        load(request.media_type)
    except ImportError as error:
        return answer_bytes(
            ReadFailure("missing-extra", f"A library is missing: {error}; install tizme again.")
        )
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        os.setpgid(0, 0)  # a program that it starts is stopped with it
        _work(request, content, writer)
    os.close(writer)
    try:
        found, failure = _collect(process, reader, request.limits)
    finally:
        os.close(reader)
    _, status = os.waitpid(process, 0)
    if failure is None and (os.WIFSIGNALED(status) or os.WEXITSTATUS(status) or not found):
        failure = _ended(status)
    return found if failure is None else answer_bytes(failure)


def _collect(process: int, reader: int, limits: Limits) -> tuple[bytes, ReadFailure | None]:
    """What the fork wrote until it closed the pipe, or why it was stopped."""
    deadline = time.monotonic() + limits.seconds
    pieces: list[bytes] = []
    size = 0
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            _stop(process)
            return b"", _timed_out(limits)
        piece = os.read(reader, _CHUNK)
        if not piece:
            return b"".join(pieces), None
        pieces.append(piece)
        size += len(piece)
        if size > limits.output_bytes:
            _stop(process)
            said = f"Its text is longer than {limits.output_bytes} bytes; split the file."
            return b"", ReadFailure("too-large", said)


def _stop(process: int) -> None:
    os.kill(process, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError, PermissionError):  # it has made no group of its own yet
        os.killpg(process, signal.SIGKILL)


def _timed_out(limits: Limits) -> ReadFailure:
    said = f"Reading took longer than {limits.seconds:g} seconds and was stopped; split or simplify the file."
    return ReadFailure("timed-out", said)


def _ended(status: int) -> ReadFailure:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            return ReadFailure("timed-out", "Reading took too much processor time and was stopped.")
        how = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
    else:
        how = f"exit status {os.WEXITSTATUS(status)}"
    return ReadFailure(
        "crashed",
        f"The parser broke down on this file ({how}), as happens with damaged or hostile files; "
        "open it elsewhere with care and save it again.",
    )


def _work(request: Request, content: bytes, writer: int) -> None:
    """In the fork: parse within the limits, write the answer, end. Never returns."""
    try:
        _confine(request.limits, writer, program=program() if request.ocr else "")
        if request.fault:
            misbehave(request.fault, writer)
        answer = answer_bytes(_parsed(request, content))
        _write_all(writer, answer)
    except BaseException as error:  # noqa: BLE001  (the per-item boundary: odd types are the rule here)
        try:
            _write_all(writer, answer_bytes(failure_of(error, media_type=request.media_type)))
        except BaseException:  # noqa: BLE001
            os._exit(1)
    os._exit(0)


def _parsed(request: Request, content: bytes) -> Document | ReadFailure:
    mapping = {(sheet, header): name for sheet, header, name in request.mapping}
    try:
        return parse(
            content,
            name=request.name,
            media_type=request.media_type,
            mapping=mapping,
            limits=request.limits,
            ocr=request.ocr,
            lang=request.lang,
        )
    except Exception as error:  # noqa: BLE001  (parsers raise anything; a failure row is left)
        return failure_of(error, media_type=request.media_type)


def _confine(limits: Limits, writer: int, *, program: str) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 2)
    os.closerange(3, writer)
    os.closerange(writer + 1, 256)
    seconds = max(1, int(limits.seconds) + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(1000)
    sys.addaudithook(partial(_refuse, program))


def _refuse(program: str, event: str, arguments: tuple[object, ...]) -> None:
    if program and event == "subprocess.Popen" and arguments and str(arguments[0]) == program:
        return
    if program and event == "open" and isinstance(arguments[0], int):
        return  # a pipe to that program: open already
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader tried {event}")
    if event == "open" and len(arguments) > 2:
        mode, flags = arguments[1], arguments[2]
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("a reader tried to write a file")


def _write_all(writer: int, payload: bytes) -> None:
    view = memoryview(payload)
    while view:
        view = view[os.write(writer, view) :]


if __name__ == "__main__":
    main()
