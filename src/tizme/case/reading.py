"""Two stages that go item by item: read bytes to text, and text to claims.

Each output is written, then recorded, then reported, so that a stopped run loses nothing it has reported.
A failure is an output like any other: kept, listed with its reason, never retried in silence.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeAlias

from tizme.archive import Archive
from tizme.case.derived import Derived, key_of
from tizme.case.items import CapturedItem
from tizme.model import Document, Extraction, ReadFailure, Source, canonical_json, sha256_hex
from tizme.model.codec import from_json, to_json
from tizme.tables import table_digest

# Starting a worker costs about a second; below this many texts one process is quicker.
MANY_ITEMS = 24
# A reader that was missing may be installed now; every other failure would only come again.
_RETRIED = frozenset({"missing-extra"})

Columns: TypeAlias = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Output:
    """What one stage made of one item.

    Attributes:
        rule: Version of what made it, with the digest of what else had a say.
        digest: SHA-256 of the derived file.
        fresh: True where it was made in this run.
        columns: For a list that was read in this run: (sheet, header, property or "").
    """

    item: str
    rule: str
    file: str
    digest: str
    failure: ReadFailure | None
    fresh: bool
    columns: Columns = ()


def read_item(captured: CapturedItem, *, archive: Archive, derived: Derived) -> Output:
    """The item's text or the reason why there is none, made now or found as made before.

    Raises:
        IntegrityFailure: the captured bytes or the derived file are not what the ledger says.
    """
    from tizme import readers

    found = read_before(captured, derived=derived)
    if found is not None and (found.failure is None or found.failure.reason not in _RETRIED):
        return found
    rule, file = _reading(captured)
    content = archive.read(captured.item)
    mapping = None
    if captured.mapping is not None:
        mapping = {(sheet, header): held for sheet, header, held in captured.mapping}
    made = readers.read_bytes(content, name=captured.name, media_type=captured.media_type, mapping=mapping)
    return _keep(made, item=captured.item, rule=rule, file=file, derived=derived, stage="read")


def read_before(captured: CapturedItem, *, derived: Derived) -> Output | None:
    """What an earlier run made of the item by today's reader, None where there is nothing yet.

    Raises:
        IntegrityFailure: the derived file is not what the ledger says.
    """
    rule, file = _reading(captured)
    return _found(captured.item, rule, file, derived=derived)


def extracted_before(captured: CapturedItem, output: Output, *, derived: Derived) -> Output | None:
    """Likewise for the claims of an item that was read."""
    rule, file = _extracting(captured, output)
    return _found(captured.item, rule, file, derived=derived)


@dataclass(frozen=True, slots=True)
class _Work:
    """One text to extract from, small enough to hand to another process."""

    item: str
    document: bytes
    document_file: str
    published: str
    source: Source
    rule: str
    file: str


def extract_items(
    read: Sequence[tuple[CapturedItem, Output]],
    *,
    derived: Derived,
    stop: Callable[[], bool],
) -> Iterator[Output]:
    """Mentions and claims of each text that was read, in the order given.

    Many new texts are shared out over all cores; outputs are written one by one, in order.

    Args:
        stop: Asked before each item; True ends the stage there.
    """
    done: dict[str, Output] = {}
    work: list[_Work] = []
    for captured, output in read:
        planned = _plan(captured, output, derived=derived)
        if isinstance(planned, Output):
            done[captured.item] = planned
        else:
            work.append(planned)
    made = _made(work, stop=stop)
    for captured, _ in read:
        if captured.item in done:
            yield done[captured.item]
            continue
        if stop():
            return
        task, result = next(made)
        yield _keep(result, item=task.item, rule=task.rule, file=task.file, derived=derived, stage="extract")


def load_document(output: Output, derived: Derived) -> Document:
    """The text of an item that was read."""
    return from_json(Document, _value_in(derived, output), where=output.file)


def load_extraction(output: Output, derived: Derived) -> Extraction:
    """The claims of an item that was extracted."""
    return from_json(Extraction, _value_in(derived, output), where=output.file)


def _plan(captured: CapturedItem, output: Output, *, derived: Derived) -> Output | _Work:
    """What was made before, or what there is to do."""
    found = extracted_before(captured, output, derived=derived)
    if found is not None:
        return found
    rule, file = _extracting(captured, output)
    document = derived.load(output.file)
    assert document is not None, output.file
    return _Work(captured.item, document, output.file, captured.published, captured.source, rule, file)


def _reading(captured: CapturedItem) -> tuple[str, str]:
    """The rule and the file of reading this item today."""
    from tizme import readers

    key = key_of(readers.READER_VERSION, captured.name, captured.media_type, captured.mapping)
    return f"{readers.READER_VERSION}+{key[:8]}", _file("read", captured.item, key)


def _extracting(captured: CapturedItem, output: Output) -> tuple[str, str]:
    """The rule and the file of extracting from this text today."""
    from tizme.extract import RULE_VERSION

    inputs = (captured.published, captured.source, output.digest)
    key = key_of(RULE_VERSION, table_digest(), *inputs)
    return f"{RULE_VERSION}+{key[:8]}", _file("extract", captured.item, key)


def _found(item: str, rule: str, file: str, *, derived: Derived) -> Output | None:
    content = derived.load(file)
    if content is None:
        return None
    return Output(item, rule, file, sha256_hex(content), _failure_in(content, file), fresh=False)


def _made(
    work: Sequence[_Work], *, stop: Callable[[], bool]
) -> Iterator[tuple[_Work, Extraction | ReadFailure]]:
    cores = os.cpu_count() or 1
    if len(work) < MANY_ITEMS or cores == 1:
        yield from ((task, _extract(task)) for task in work)
        return
    # "spawn": the parent may hold database connections and threads that must not be copied.
    pool = ProcessPoolExecutor(
        cores, mp_context=get_context("spawn"), initializer=as_worker, initargs=(os.getpid(),)
    )
    try:
        yield from _in_order(pool, work, ahead=cores * 4)
    finally:
        pool.shutdown(wait=not stop(), cancel_futures=True)


def _in_order(
    pool: Executor, work: Sequence[_Work], *, ahead: int
) -> Iterator[tuple[_Work, Extraction | ReadFailure]]:
    """Results in the order of ``work``, never more than ``ahead`` of them waiting."""
    waiting = [(task, pool.submit(_extract, task)) for task in work[:ahead]]
    for number in range(len(work)):
        task, future = waiting.pop(0)
        if number + ahead < len(work):
            following = work[number + ahead]
            waiting.append((following, pool.submit(_extract, following)))
        yield task, future.result()


def _extract(task: _Work) -> Extraction | ReadFailure:
    """The per-item boundary of extraction: whatever goes wrong becomes a stored failure."""
    from tizme.extract import extract_document

    try:
        document = from_json(Document, json.loads(task.document)["document"], where=task.document_file)
        published = task.published or document.published
        return extract_document(
            document, item=task.item, published=published, source=task.source, lang=document.lang
        )
    except Exception as error:  # noqa: BLE001  (conventions §3: the one boundary, and it leaves a row)
        return ReadFailure("crashed", f"{type(error).__name__}: {error}")


def as_worker(parent: int) -> None:
    """Leave Ctrl-C to the parent, and end when the parent is killed, so that no worker is left behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _keep(
    made: Document | Extraction | ReadFailure,
    *,
    item: str,
    rule: str,
    file: str,
    derived: Derived,
    stage: str,
) -> Output:
    failure = made if isinstance(made, ReadFailure) else None
    named = "failure" if failure is not None else _NAMED[stage]
    content = (canonical_json({"item": item, "rule": rule, named: to_json(made)}) + "\n").encode()
    kind = _EVENTS[stage] if failure is None else f"{stage}-failed"
    body: dict[str, object] = {"item": item, "rule": rule}
    if failure is not None:
        body |= {"reason": failure.reason, "detail": failure.detail}
    digest = derived.keep(file, content, kind=kind, body=body)
    columns = made.mapping if isinstance(made, Document) else ()
    return Output(item, rule, file, digest, failure, fresh=True, columns=columns)


_EVENTS = {"read": "read", "extract": "extracted"}
_NAMED = {"read": "document", "extract": "extraction"}


def _file(stage: str, item: str, key: str) -> str:
    return f"{stage}/{item[:2]}/{item}.{key}.json"


def _failure_in(content: bytes, file: str) -> ReadFailure | None:
    # A failure's line is short and names itself near its start; a long text need not be parsed for this.
    if b'{"failure":' not in content[:12]:
        return None
    return from_json(ReadFailure, json.loads(content)["failure"], where=file)


def _value_in(derived: Derived, output: Output) -> object:
    content = derived.load(output.file)
    assert content is not None, output.file
    value = json.loads(content)
    return value.get("document", value.get("extraction"))
