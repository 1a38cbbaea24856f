"""The Store port over Django's models. Reading and saving only; nothing here decides anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import connections, models, transaction

from tizme.model import (
    Capture,
    Claim,
    Document,
    Extraction,
    IntegrityFailure,
    Judgement,
    Person,
)
from tizme.ports import Run, StoredFailure
from tizme.store import models as tables
from tizme.store import rows_of, values_of
from tizme.store.rows import digest_of, storable

T = TypeVar("T")

IN_ONE_QUERY = 500  # SQLite's older builds take 999 parameters


@dataclass(frozen=True, slots=True)
class DjangoStore:
    """One case's rows in one database. ``address`` is shown to people and holds no password."""

    alias: str
    address: str

    # -- saving ---------------------------------------------------------------------------------------

    def save_capture(self, capture: Capture, *, ledger_seq: int) -> None:
        with transaction.atomic(using=self.alias):
            if not self._known(tables.Capture, digest_of(capture), ledger_seq=ledger_seq):
                self._insert([rows_of.capture(capture, ledger_seq=ledger_seq)])

    def save_document(self, item: str, document: Document, *, reader: str) -> None:
        with transaction.atomic(using=self.alias):
            key = {"item": item, "reader": storable(reader)}
            if not self._known(tables.Document, digest_of(document), **key):
                self._insert([rows_of.document(item, document, reader=reader)])
            self._make_newest("document", item, self._rows(tables.Document).get(**key).pk)

    def save_failure(self, failure: StoredFailure, *, reader: str) -> None:
        with transaction.atomic(using=self.alias):
            row = rows_of.failure(failure, reader=reader)
            key = {"item": row.item, "stage": row.stage, "reader": row.reader, "digest": row.digest}
            if not self._rows(tables.Failure).filter(**key).exists():
                self._insert([row])

    def save_extraction(self, item: str, extraction: Extraction, *, rule: str) -> None:
        with transaction.atomic(using=self.alias):
            key = {"item": item, "rule": storable(rule)}
            if not self._known(tables.Extraction, digest_of(extraction), **key):
                top = self._insert([rows_of.extraction(item, extraction, rule=rule)])[0]
                self._insert(rows_of.subjects(top, extraction))
                self._insert(rows_of.mentions(top, extraction))
                self._insert(rows_of.claims(top, extraction))
            self._make_newest("extraction", item, self._rows(tables.Extraction).get(**key).pk)

    def save_judgement(self, judgement: Judgement, *, ledger_seq: int) -> None:
        with transaction.atomic(using=self.alias):
            if not self._known(tables.Judgement, digest_of(judgement), ledger_seq=ledger_seq):
                self._insert([rows_of.judgement(judgement, ledger_seq=ledger_seq)])

    def save_run(self, run: Run) -> None:
        with transaction.atomic(using=self.alias):
            if not self._known(tables.Run, digest_of(run), run=run.id):
                top = self._insert([rows_of.run(run)])[0]
                self._insert(rows_of.records(top, run))
                self._insert(rows_of.pairs(top, run))
                self._insert(rows_of.clusters(top, run))
                persons = self._insert(rows_of.persons(top, run))
                self._insert(rows_of.reasons(persons, run))
                self._insert(rows_of.conflicts(persons, run))
            self._make_newest("run", "", self._rows(tables.Run).get(run=run.id).pk)

    # -- reading --------------------------------------------------------------------------------------

    def captures(self) -> tuple[Capture, ...]:
        """In ledger order."""
        found = self._rows(tables.Capture).order_by("ledger_seq")
        return tuple(self._checked(values_of.capture(row), row) for row in found)

    def document(self, item: str) -> Document | None:
        """By the reader version saved last."""
        row = self._newest(tables.Document, "document", item)
        return None if row is None else self._checked(values_of.document(row), row)

    def extraction(self, item: str) -> Extraction | None:
        """By the rule version saved last."""
        row = self._newest(tables.Extraction, "extraction", item)
        if row is None:
            return None
        parts = (
            self._rows(kind).filter(extraction=row).order_by("position")
            for kind in (tables.Subject, tables.Mention, tables.Claim)
        )
        return self._checked(values_of.extraction(row, *parts), row)

    def failures(self) -> tuple[StoredFailure, ...]:
        """Every failure ever stored, in the order in which it was; the same one by two readers is one."""
        found = (values_of.failure(row) for row in self._rows(tables.Failure).order_by("pk"))
        return tuple(dict.fromkeys(found))

    def judgements(self) -> tuple[Judgement, ...]:
        """Every one ever made, in ledger order."""
        found = self._rows(tables.Judgement).order_by("ledger_seq")
        return tuple(self._checked(values_of.judgement(row), row) for row in found)

    def current_run(self) -> Run | None:
        """The run saved last, whole."""
        row = self._newest(tables.Run, "run", "")
        if row is None:
            return None
        of_run = {
            kind: tuple(self._rows(kind).filter(run=row).order_by("position"))
            for kind in (tables.Record, tables.Pair, tables.Cluster, tables.Person)
        }
        persons = self._persons(of_run[tables.Person], run=row)
        run = values_of.run(row, of_run[tables.Record], of_run[tables.Pair], of_run[tables.Cluster], persons)
        return self._checked(run, row)

    def run_ids(self) -> tuple[str, ...]:
        """Oldest first, by when each was first saved."""
        return tuple(self._rows(tables.Run).order_by("pk").values_list("run", flat=True))

    def person(self, person_id: str) -> Person | None:
        """Of the current run."""
        run = self._newest(tables.Run, "run", "")
        if run is None:
            return None
        found = self._rows(tables.Person).filter(run=run, person=storable(person_id))
        persons = self._persons(tuple(found), run=run, only=storable(person_id))
        return persons[0] if persons else None

    def claims(self, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
        """In the order asked for, by the rule version saved last; an unknown id raises LookupError."""
        asked = tuple(claim_ids)
        wanted = sorted({storable(claim_id) for claim_id in asked})
        found: dict[str, Claim] = {}
        for at in range(0, len(wanted), IN_ONE_QUERY):
            some = self._rows(tables.Claim).filter(claim__in=wanted[at : at + IN_ONE_QUERY])
            saved_last = _saved_last(self.alias)
            for row in some.annotate(saved_last=saved_last).order_by("saved_last", "-position"):
                claim = values_of.claim(row)
                found[claim.id] = claim
        for claim_id in asked:
            if claim_id not in found:
                raise LookupError(f"no claim '{claim_id}' in the store {self.address}; run `tizme run` again")
        return tuple(found[claim_id] for claim_id in asked)

    def close(self) -> None:
        """Close this thread's connection and forget the database; closing twice does nothing."""
        if self.alias in connections.databases:
            connections[self.alias].close()
            del connections[self.alias]
            del connections.databases[self.alias]

    # -- how ------------------------------------------------------------------------------------------

    def _rows(self, kind: type[models.Model]) -> models.QuerySet:
        return kind.objects.using(self.alias)

    def _insert(self, new: list[models.Model]) -> list[models.Model]:
        return type(new[0]).objects.using(self.alias).bulk_create(new, batch_size=IN_ONE_QUERY) if new else []

    def _known(self, kind: type[models.Model], digest: str, **key: object) -> bool:
        """Whether this very value is stored already.

        Raises:
            IntegrityFailure: another value is stored under the same key.
        """
        row = self._rows(kind).filter(**key).only("digest").first()
        if row is not None and row.digest != digest:
            named = ", ".join(f"{name} {value}" for name, value in key.items())
            raise IntegrityFailure(
                f"the {kind._meta.db_table} of {named} is stored with other content",  # noqa: SLF001  (Django's documented API)
                self.address,
                "what is stored is never changed; run `tizme verify`, and give a changed rule a new version",
            )
        return row is not None

    def _make_newest(self, kind: str, item: str, target: int) -> None:
        last = self._rows(tables.Newest).filter(kind=kind, item=item).order_by("pk").last()
        if last is None or last.target != target:
            self._insert([tables.Newest(kind=kind, item=item, target=target)])

    def _newest(self, kind: type[models.Model], named: str, item: str) -> models.Model | None:
        last = self._rows(tables.Newest).filter(kind=named, item=item).order_by("pk").last()
        return None if last is None else self._rows(kind).get(pk=last.target)

    def _persons(
        self, found: tuple[models.Model, ...], *, run: models.Model, only: str = ""
    ) -> tuple[Person, ...]:
        narrowed = {"person__person": only} if only else {}
        reasons = self._rows(tables.Reason).filter(person__run=run, **narrowed).order_by("side", "position")
        conflicts = self._rows(tables.Conflict).filter(person__run=run, **narrowed).order_by("position")
        return values_of.persons(found, reasons, conflicts)

    def _checked(self, value: T, row: models.Model) -> T:
        """``value``, read from ``row``, if it is still what was saved.

        A flipped bit passes the databases' own checks, so the content is hashed again on reading.

        Raises:
            IntegrityFailure: it is not.
        """
        if digest_of(value) != row.digest:
            raise IntegrityFailure(
                f"row {row.pk} of table {row._meta.db_table} is not what was saved",  # noqa: SLF001  (Django's documented API)
                self.address,
                "move the store away and run `tizme run`, which rebuilds it from the archive and the ledger",
            )
        return value


def _saved_last(alias: str) -> models.Subquery:
    """When the claim's extraction was last made the newest, as a number that grows."""
    chosen = tables.Newest.objects.using(alias).filter(
        kind="extraction",
        item=models.OuterRef("extraction__item"),  # says nothing new, but the index is by item
        target=models.OuterRef("extraction_id"),
    )
    return models.Subquery(chosen.order_by("-pk").values("pk")[:1])
