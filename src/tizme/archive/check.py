"""Look at everything again: each captured file, each line of the chain, each derived file it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tizme.archive.durable import TEMPORARY_PREFIX
from tizme.archive.ledger import REPAIRED, Ledger
from tizme.archive.lines import GENESIS, Broken, parse_line
from tizme.archive.vault import Archive
from tizme.model import IntegrityFailure


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was left.

    Attributes:
        problem: missing | changed | extra | out-of-chain | cut-off | unfinished. The last is what a
            stopped process leaves behind: nothing that was reported as done, so no failure.
    """

    problem: str
    what: str
    detail: str

    @property
    def harmless(self) -> bool:
        return self.problem == "unfinished"


def check_ledger(ledger: Ledger) -> tuple[Finding, ...]:
    """Every line that does not hold, and whether reported ones are gone; goes on after the first."""
    name = ledger.path.name
    if not ledger.path.exists():
        return (Finding("missing", name, "there is no ledger"),)
    unreadable: tuple[Finding, ...] = ()
    try:
        head = ledger.head()  # before the lines: another process may append in between
    except IntegrityFailure as error:
        head, unreadable = None, (Finding("changed", ledger.head_path.name, error.what),)
    *lines, tail = ledger.path.read_bytes().split(b"\n")
    if unreadable:
        return unreadable + tuple(_chain(lines, name, reported=None))
    reported = head[0] if head else -1
    findings = [*_chain(lines, name, reported=reported), *_torn(ledger, lines)]
    if tail:
        findings.append(
            _unfinished(
                name, f"{len(tail)} bytes of a line that a crash cut short; the next event sets them aside"
            )
        )
    if head is None and len(lines) > 1:
        findings.append(Finding("missing", ledger.head_path.name, "the chain has lines but no head"))
    elif head is not None and head[0] >= len(lines):
        gone = f"lines {len(lines) + 1} to {head[0] + 1} were reported and are gone"
        findings.append(Finding("missing", name, gone))
    elif head is not None and hashlib.sha256(lines[head[0]]).hexdigest() != head[1]:
        findings.append(Finding("changed", f"{name}:{head[0] + 1}", "not the line that was reported"))
    return tuple(findings)


def _chain(lines: list[bytes], name: str, *, reported: int | None) -> Iterator[Finding]:
    prev = GENESIS
    for number, line in enumerate(lines):
        where = f"{name}:{number + 1}"
        try:
            event = parse_line(line, lineno=number + 1)
        except Broken as broken:
            if number == len(lines) - 1 and reported is not None and number > reported:
                yield _unfinished(where, "a line that a crash left unreadable; the next event sets it aside")
            else:
                yield Finding("changed", where, broken.problem)
        else:
            if event.prev != prev:
                yield Finding("out-of-chain", where, "it does not follow the line before it")
            elif event.seq != number:
                yield Finding("out-of-chain", where, f"it says it is event {event.seq}")
        prev = hashlib.sha256(line).hexdigest()


def _torn(ledger: Ledger, lines: list[bytes]) -> Iterator[Finding]:
    """Set-aside pieces are evidence of a crash: each must be there, unchanged, and noted."""
    noted: dict[str, str] = {}
    for number, line in enumerate(lines):
        try:
            event = parse_line(line, lineno=number + 1)
        except Broken:
            continue
        if event.kind == REPAIRED:
            noted[str(event.body.get("file"))] = str(event.body.get("sha256"))
    present = {path.name: path for path in ledger.torn_files()}
    for file, digest in noted.items():
        if file not in present:
            yield Finding("missing", file, "set aside after a crash and noted in the ledger")
        elif hashlib.sha256(present[file].read_bytes()).hexdigest() != digest:
            yield Finding("changed", file, "not the bytes that were set aside")
    for file in present.keys() - noted.keys():
        yield _unfinished(file, "set aside after a crash; the next event notes it")


def check_archive(archive: Archive, captured: Mapping[str, int]) -> tuple[Finding, ...]:
    """Every captured file hashed again, and every file that nobody captured.

    Args:
        captured: SHA-256 -> size in bytes, from the ledger.
    """
    findings = []
    for sha256 in captured:
        path = archive.path_of(sha256)
        digest = archive.digest_on_disk(sha256)
        if digest is None:
            findings.append(Finding("missing", _inside(archive, path), "captured, and not there"))
        elif digest != sha256:
            size = path.stat().st_size
            detail = f"holds {size} bytes with SHA-256 {digest}; captured were {captured[sha256]} bytes"
            findings.append(Finding("changed", _inside(archive, path), detail))
    known = {archive.path_of(sha256) for sha256 in captured}
    findings.extend(_stranger(archive, path) for path in archive.files() if path not in known)
    return tuple(findings)


def _stranger(archive: Archive, path: Path) -> Finding:
    what = _inside(archive, path)
    if path.name.startswith(TEMPORARY_PREFIX):
        return _unfinished(what, "bytes of a capture that was stopped half-way")
    try:
        whole = archive.path_of(path.name) == path and archive.digest_on_disk(path.name) == path.name
    except ValueError:
        whole = False
    if whole:
        return _unfinished(
            what, "whole bytes of a capture that was stopped before it was recorded; add them again"
        )
    return Finding("extra", what, "no capture put it there")


def check_derived(folder: Path, named: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """Derived files whose bytes are not those the ledger names; an absent one can be made again.

    Args:
        named: (path under ``folder``, SHA-256), from the ledger; a later one for a path replaces an earlier.
    """
    findings = []
    for relative, expected in dict(named).items():
        path = folder / relative
        if not path.resolve().is_relative_to(folder.resolve()):
            findings.append(Finding("out-of-chain", relative, "the ledger names a path outside derived/"))
        elif path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            detail = "not the bytes that were derived; delete it and run again"
            findings.append(Finding("changed", f"{folder.name}/{relative}", detail))
    return tuple(findings)


def _unfinished(what: str, detail: str) -> Finding:
    return Finding("unfinished", what, detail)


def _inside(archive: Archive, path: Path) -> str:
    return f"{archive.root.name}/{path.relative_to(archive.root).as_posix()}"
