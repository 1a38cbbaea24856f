"""What a case asks of its store, whichever database stands behind it.

The archive and the ledger are the truth; the store is what a person opens and can be made again.
Every ``save_*`` is idempotent: saving the same thing twice changes nothing. Nothing is updated or
deleted: a new run is appended and becomes the current one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tizme.model import (
    Capture,
    Claim,
    Cluster,
    Document,
    Extraction,
    Judgement,
    Pair,
    Person,
    ReadFailure,
    Record,
)


@dataclass(frozen=True, slots=True)
class StoredFailure:
    """Something that could not be done, kept so that nobody loses sight of it."""

    item: str
    stage: str  # read | extract
    failure: ReadFailure


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run derived from the whole case.

    Attributes:
        id: Derived from the inputs, so that a rebuild of the same inputs has the same id.
        policy: Name and version, e.g. "two-sources@1".
        rules: (component, version) of everything that had a say.
        same_source: Groups of items that are one source (copies, reposts, translations).
    """

    id: str
    policy: str
    rules: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]
    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    persons: tuple[Person, ...]
    same_source: tuple[tuple[str, ...], ...] = ()


class Store(Protocol):
    """One case's rows."""

    def save_capture(self, capture: Capture, *, ledger_seq: int) -> None: ...
    def save_document(self, item: str, document: Document, *, reader: str) -> None: ...
    def save_failure(self, failure: StoredFailure, *, reader: str) -> None: ...
    def save_extraction(self, item: str, extraction: Extraction, *, rule: str) -> None: ...
    def save_judgement(self, judgement: Judgement, *, ledger_seq: int) -> None: ...
    def save_run(self, run: Run) -> None: ...

    def captures(self) -> tuple[Capture, ...]:
        """In ledger order."""
        ...

    def document(self, item: str) -> Document | None:
        """By the newest reader version saved."""
        ...

    def extraction(self, item: str) -> Extraction | None:
        """By the newest rule version saved."""
        ...

    def failures(self) -> tuple[StoredFailure, ...]: ...
    def judgements(self) -> tuple[Judgement, ...]:
        """Every one ever made, in ledger order."""
        ...

    def current_run(self) -> Run | None: ...
    def run_ids(self) -> tuple[str, ...]:
        """Oldest first."""
        ...

    def person(self, person_id: str) -> Person | None:
        """Of the current run."""
        ...

    def claims(self, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
        """In the order asked for; an unknown id raises LookupError."""
        ...

    def close(self) -> None: ...
