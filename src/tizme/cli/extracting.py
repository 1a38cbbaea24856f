"""Many files read and extracted on all cores, in the order given, with little of them in memory at a time."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tizme.case.reading import as_worker
from tizme.model import Document, Extraction, ReadFailure, TizmeError, UnusableInput

# A worker takes a second or two until it has its tables; less work than this is done sooner by one process.
ENOUGH_FILES = 24
ENOUGH_BYTES = 400_000
_AHEAD = 4  # files that wait for each core
_LOOKED_AT = 20_000  # code points that tell a language


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read, as the user named it."""

    path: Path
    published: str
    lang: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one file: the line to print, how much text it held, and whether it failed.

    Attributes:
        note: A sentence for the person at the screen, "" where there is none.
    """

    path: Path
    shown: str
    characters: int
    failed: bool
    note: str = ""


Show = Callable[[Path, "tuple[Document, Extraction] | ReadFailure"], str]


def read_and_extract(task: Task) -> tuple[Document, Extraction] | ReadFailure:
    """Read one file and extract it. What cannot be read is a failure, not an error.

    Raises:
        UnusableInput: the file is not there or may not be read.
    """
    from tizme.extract import extract_document
    from tizme.readers import read_bytes

    try:
        content = task.path.read_bytes()
    except OSError as error:
        raise UnusableInput(str(error.strerror), str(task.path), "name a file that can be read") from error
    document = read_bytes(content, name=task.path.name, lang=task.lang)
    if isinstance(document, ReadFailure):
        return document
    day = task.published or document.published
    return document, extract_document(document, item="", published=day, lang=task.lang)


def extracted(tasks: Sequence[Task], show: Show, *, stop: Callable[[], bool]) -> Iterator[Done]:
    """Each file in the order given, on all cores where there are enough of them.

    Args:
        show: A function of a module, so that another process can be told to call it.
        stop: Asked before each file; True ends the work there.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores == 1 or not _worth_it(tasks):
        for task in tasks:
            if stop():
                return
            yield _done(task, show)
        return
    left = deque(tasks)
    while left and not stop():
        yield from _pooled(left, show, cores=cores, stop=stop)


def _worth_it(tasks: Sequence[Task]) -> bool:
    if len(tasks) >= ENOUGH_FILES:
        return True
    sizes = [task.path.stat().st_size for task in tasks if task.path.is_file()]
    return len(sizes) > 1 and sum(sizes) >= ENOUGH_BYTES


def _pooled(left: deque[Task], show: Show, *, cores: int, stop: Callable[[], bool]) -> Iterator[Done]:
    """Work off ``left`` until it is empty or a worker dies: then the file at hand has failed."""
    # "spawn": a process that was forked would share the parsers' process of this one.
    pool = ProcessPoolExecutor(
        cores, mp_context=get_context("spawn"), initializer=as_worker, initargs=(os.getpid(),)
    )
    waiting: deque[Future[Done]] = deque()
    try:
        while left:
            if stop():
                return
            while len(waiting) < min(cores * _AHEAD, len(left)):
                waiting.append(pool.submit(_done, left[len(waiting)], show))
            try:
                done = waiting.popleft().result()
            except BrokenProcessPool:
                died = ReadFailure("crashed", "The process that read it ended; read it alone, or split it.")
                task = left.popleft()
                yield Done(task.path, show(task.path, died), 0, failed=True)
                return
            left.popleft()
            yield done
    finally:
        pool.shutdown(wait=not stop(), cancel_futures=True)


def _done(task: Task, show: Show) -> Done:
    try:
        result = read_and_extract(task)
    except TizmeError:
        raise
    except Exception as error:  # noqa: BLE001  (conventions §3: the per-item boundary, and it leaves a row)
        result = ReadFailure("crashed", f"{type(error).__name__}: {error}")
    failed = isinstance(result, ReadFailure)
    characters = 0 if isinstance(result, ReadFailure) else len(result[0].text)
    note = "" if isinstance(result, ReadFailure) else _other_language(task, *result)
    return Done(task.path, show(task.path, result), characters, failed, note)


def _other_language(task: Task, document: Document, found: Extraction) -> str:
    """A word of warning where --lang names another language than the text shows."""
    from tizme.text import detect_language

    if not task.lang or not document.text:
        return ""
    shown = detect_language(document.text[:_LOOKED_AT])
    if shown == found.lang:
        return ""
    return f"read as {found.lang}, as --lang says; it looks like {shown}, leave --lang out to read it so"
