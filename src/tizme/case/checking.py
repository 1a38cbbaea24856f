"""`tizme verify`: everything hashed again and named where it is not as it was left."""

from __future__ import annotations

from tizme.archive import Finding, check_archive, check_derived, check_ledger
from tizme.archive.lines import Broken, parse_line
from tizme.case.items import CAPTURED
from tizme.case.sealed import SealedBook
from tizme.case.workplace import MODEL_ANSWERED, Workplace
from tizme.model import Capture, UnusableInput
from tizme.model.codec import from_json


def check_case(work: Workplace) -> tuple[Finding, ...]:
    """Every finding, the ledger's first. A broken chain does not keep the rest from being looked at."""
    findings = list(check_ledger(work.ledger))
    captured, named = _named_by_readable_lines(work)
    findings += check_archive(work.archive, captured)
    findings += check_derived(work.layout.derived, named.items())
    if findings and findings[0].what == work.ledger.path.name:
        return tuple(findings)  # which sealed events there must be, only a whole chain can say
    sealed = SealedBook(work.layout.requests, work.ledger).check()
    findings += (Finding(problem, what, "as the ledger names sealed events") for problem, what in sealed)
    return tuple(findings)


def _named_by_readable_lines(work: Workplace) -> tuple[dict[str, int], dict[str, str]]:
    """Archived file -> size, and derived file -> SHA-256, from every line that can be read by itself."""
    captured: dict[str, int] = {}
    named: dict[str, str] = {}
    if not work.ledger.path.exists():
        return captured, named
    for number, line in enumerate(work.ledger.path.read_bytes().split(b"\n")[:-1]):
        try:
            event = parse_line(line, lineno=number + 1)
            if event.kind == CAPTURED:
                capture = from_json(Capture, event.body["capture"])
                captured[capture.sha256] = capture.size_bytes
            elif event.kind == MODEL_ANSWERED:
                captured[str(event.body["answers"])] = int(event.body["size_bytes"])
            elif event.body.get("derived") is True:
                named[str(event.body["file"])] = str(event.body["sha256"])
        except (Broken, UnusableInput, KeyError, ValueError):
            continue  # the ledger's own check has named this line
    return captured, named
