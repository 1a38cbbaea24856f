"""A store that lives as long as the process: for reading without a case, and as the fake in tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from tizme.model import Capture, Claim, Document, Extraction, IntegrityFailure, Judgement, Person
from tizme.ports import Run, StoredFailure

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class MemoryStore:
    """The Store port over dicts. Dicts keep the order in which keys were first saved."""

    _captures: dict[int, Capture] = field(default_factory=dict)
    _documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    _extractions: dict[tuple[str, str], Extraction] = field(default_factory=dict)
    _failures: dict[tuple[StoredFailure, str], StoredFailure] = field(default_factory=dict)
    _judgements: dict[int, Judgement] = field(default_factory=dict)
    _runs: dict[str, Run] = field(default_factory=dict)
    _newest: dict[tuple[str, str], str] = field(default_factory=dict)

    def save_capture(self, capture: Capture, *, ledger_seq: int) -> None:
        _once(self._captures, ledger_seq, capture)

    def save_document(self, item: str, document: Document, *, reader: str) -> None:
        _once(self._documents, (item, reader), document)
        self._newest["document", item] = reader

    def save_failure(self, failure: StoredFailure, *, reader: str) -> None:
        _once(self._failures, (failure, reader), failure)

    def save_extraction(self, item: str, extraction: Extraction, *, rule: str) -> None:
        _once(self._extractions, (item, rule), extraction)
        self._newest["extraction", item] = rule

    def save_judgement(self, judgement: Judgement, *, ledger_seq: int) -> None:
        _once(self._judgements, ledger_seq, judgement)

    def save_run(self, run: Run) -> None:
        _once(self._runs, run.id, run)
        self._newest["run", ""] = run.id

    def captures(self) -> tuple[Capture, ...]:
        """In ledger order."""
        return tuple(self._captures[seq] for seq in sorted(self._captures))

    def document(self, item: str) -> Document | None:
        """By the reader version saved last."""
        reader = self._newest.get(("document", item))
        return None if reader is None else self._documents[item, reader]

    def extraction(self, item: str) -> Extraction | None:
        """By the rule version saved last."""
        rule = self._newest.get(("extraction", item))
        return None if rule is None else self._extractions[item, rule]

    def failures(self) -> tuple[StoredFailure, ...]:
        """Every failure ever stored, in the order in which it was; the same one by two readers is one."""
        return tuple(dict.fromkeys(self._failures.values()))

    def judgements(self) -> tuple[Judgement, ...]:
        """Every one ever made, in ledger order."""
        return tuple(self._judgements[seq] for seq in sorted(self._judgements))

    def current_run(self) -> Run | None:
        """The run saved last."""
        run_id = self._newest.get(("run", ""))
        return None if run_id is None else self._runs[run_id]

    def run_ids(self) -> tuple[str, ...]:
        """Oldest first, by when each was first saved."""
        return tuple(self._runs)

    def person(self, person_id: str) -> Person | None:
        """Of the current run."""
        run = self.current_run()
        persons = () if run is None else run.persons
        return next((person for person in persons if person.id == person_id), None)

    def claims(self, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
        """In the order asked for, by the rule version saved last; an unknown id raises LookupError."""
        newest_last = sorted(self._extractions, key=lambda key: self._newest["extraction", key[0]] == key[1])
        found = {claim.id: claim for key in newest_last for claim in reversed(self._extractions[key].claims)}
        asked = tuple(claim_ids)
        for claim_id in asked:
            if claim_id not in found:
                raise LookupError(f"no claim '{claim_id}' in this store; extract its item again")
        return tuple(found[claim_id] for claim_id in asked)

    def close(self) -> None:
        """Nothing to close."""


def _once(into: dict[K, V], key: K, value: V) -> None:
    if into.setdefault(key, value) != value:
        raise IntegrityFailure(
            f"{key} is stored with other content",
            "the store in memory",
            "what is stored is never changed; give a changed reader or rule a new version",
        )
