"""The lists that pages show, asked of the database so that a page never loads the whole case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, Min

from tizme.model import Capture, Document, Fate
from tizme.store import models as tables
from tizme.store import values_of
from tizme.store.repository import IN_ONE_QUERY, DjangoStore
from tizme.store.rows import restored, storable
from tizme.text import fold

ON_PAGE = 100


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item in the list of items."""

    sha256: str
    capture: Capture  # the first one
    captures: int
    title: str
    media_type: str
    lang: str
    published: str
    claims: int
    failures: tuple[tuple[str, str, str], ...]  # (stage, reason, detail) that still hold


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list of persons."""

    id: str
    label: str
    fate: str
    whereabouts: str
    claims: int
    items: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the case stands, in numbers."""

    items: int
    captures: int
    documents: int
    claims: int
    failures: int
    persons: int
    conflicts: int
    persons_in_conflict: int
    policy: str
    runs: int
    judgements: int
    by_fate: tuple[tuple[str, int], ...]


def overview(store: DjangoStore) -> Overview:
    """The counts of the first page."""
    run = _current_run(store)
    persons = _rows(store, tables.Person).filter(run=run)
    conflicts = _rows(store, tables.Conflict).filter(person__run=run)
    fates = Counter(dict(persons.values_list("fate").annotate(Count("pk")).order_by()))
    return Overview(
        items=_rows(store, tables.Capture).values("sha256").distinct().count(),
        captures=_rows(store, tables.Capture).count(),
        documents=_newest_ids(store, "document").count(),
        claims=_rows(store, tables.Claim).filter(extraction__in=_newest_ids(store, "extraction")).count(),
        failures=len(open_failures(store)),
        persons=persons.count(),
        conflicts=conflicts.count(),
        persons_in_conflict=conflicts.values("person").distinct().count(),
        policy=restored(run.policy) if run else "",
        runs=_rows(store, tables.Run).count(),
        judgements=_rows(store, tables.Judgement).count(),
        by_fate=tuple((fate.value, fates[fate.value]) for fate in reversed(Fate)),
    )


def items(store: DjangoStore, *, number: str, only_failed: bool = False) -> tuple[Page, tuple[ItemLine, ...]]:
    """One page of items, in the order of their first capture."""
    failed = open_failures(store)
    listed = _rows(store, tables.Capture).values("sha256").annotate(first=Min("ledger_seq")).order_by("first")
    if only_failed:
        listed = listed.filter(sha256__in=sorted(failed))
    page = Paginator(listed, ON_PAGE).get_page(number)
    wanted = [line["sha256"] for line in page]
    captures: dict[str, list[Capture]] = {}
    for row in _rows(store, tables.Capture).filter(sha256__in=wanted).order_by("ledger_seq"):
        captures.setdefault(row.sha256, []).append(values_of.capture(row))
    documents = {
        row.item: row
        for row in _rows(store, tables.Document)
        .filter(pk__in=_newest_ids(store, "document", wanted))
        .defer("text", "rest")
    }
    counted = (
        _rows(store, tables.Claim)
        .filter(extraction__in=_newest_ids(store, "extraction", wanted))
        .values_list("extraction__item")
        .annotate(Count("pk"))
    )
    claims = dict(counted.order_by())
    lines = []
    for sha256 in wanted:
        first, document = captures[sha256][0], documents.get(sha256)
        lines.append(
            ItemLine(
                sha256=sha256,
                capture=first,
                captures=len(captures[sha256]),
                title=restored(document.title) if document else "",
                media_type=restored(document.media_type) if document else first.media_type,
                lang=document.lang if document else "",
                published=first.published or (restored(document.published) if document else ""),
                claims=claims.get(sha256, 0),
                failures=failed.get(sha256, ()),
            )
        )
    return page, tuple(lines)


def persons(
    store: DjangoStore, *, number: str, fate: str = "", name: str = "", in_conflict: bool = False
) -> tuple[Page, tuple[PersonLine, ...]]:
    """One page of the current run's persons, narrowed by fate, conflicts and a part of any of their names."""
    found = _rows(store, tables.Person).filter(run=_current_run(store))
    if fate:
        found = found.filter(fate=fate)
    if in_conflict:
        found = found.filter(pk__in=_rows(store, tables.Conflict).values("person"))
    for word in fold(name).split():
        found = found.filter(names_folded__contains=storable(word))
    page = Paginator(found.order_by("position"), ON_PAGE).get_page(number)
    rows = list(page)
    conflicts = _rows(store, tables.Conflict).filter(person__in=[row.pk for row in rows])
    contradicted = Counter(conflicts.values_list("person_id", flat=True))
    people = values_of.persons(rows, (), ())
    item_of = _items_of(store, [claim for person in people for claim in person.claim_ids])
    lines = []
    for row, person in zip(rows, people, strict=True):
        where = person.status.whereabouts
        lines.append(
            PersonLine(
                id=person.id,
                label=person.label,
                fate=person.status.fate.value,
                whereabouts=f"{where.kind}: {where.place}" if where.place else "",
                claims=len(person.claim_ids),
                items=len({item_of[claim] for claim in person.claim_ids if claim in item_of}),
                conflicts=contradicted[row.pk],
            )
        )
    return page, tuple(lines)


def _items_of(store: DjangoStore, claim_ids: Sequence[str]) -> dict[str, str]:
    """claim id -> the item it stands in."""
    found: dict[str, str] = {}
    for at in range(0, len(claim_ids), IN_ONE_QUERY):
        some = [storable(claim) for claim in claim_ids[at : at + IN_ONE_QUERY]]
        found.update(_rows(store, tables.Claim).filter(claim__in=some).values_list("claim", "item"))
    return found


def captures_of(store: DjangoStore, item: str) -> tuple[Capture, ...]:
    """Every capture of one item, in ledger order."""
    found = _rows(store, tables.Capture).filter(sha256=item).order_by("ledger_seq")
    return tuple(values_of.capture(row) for row in found)


def persons_of_claims(store: DjangoStore, item: str) -> dict[str, tuple[str, str]]:
    """claim id -> (person id, label) for the claims of ``item`` that persons of the current run rest on."""
    run = _current_run(store)
    if run is None:
        return {}
    mine = set(
        _rows(store, tables.Claim)
        .filter(item=item, extraction__in=_newest_ids(store, "extraction", [item]))
        .values_list("claim", flat=True)
    )
    # Record carries its item: only persons with a record of this item can hold one of its claims.
    found: dict[str, tuple[str, str]] = {}
    for person in values_of.persons(_rows(store, tables.Person).filter(run=run).order_by("position"), (), ()):
        found.update({claim: (person.id, person.label) for claim in person.claim_ids if claim in mine})
    return found


def open_failures(store: DjangoStore) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """item -> (stage, reason, detail) of what failed and has not gone well since."""
    done = {"read": "document", "extract": "extraction"}
    gone_well = {
        stage: set(_rows(store, tables.Newest).filter(kind=kind).values_list("item", flat=True))
        for stage, kind in done.items()
    }
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for failure in store.failures():
        if failure.item not in gone_well.get(failure.stage, ()):
            said = (failure.stage, failure.failure.reason, failure.failure.detail)
            found[failure.item] = (*found.get(failure.item, ()), said)
    return found


def documents_of(store: DjangoStore, wanted: Iterable[str]) -> dict[str, Document]:
    """item -> its newest document, for those that have one."""
    found = ((item, store.document(item)) for item in wanted)
    return {item: document for item, document in found if document is not None}


def _rows(store: DjangoStore, kind):
    return kind.objects.using(store.alias)


def _current_run(store: DjangoStore):
    last = _rows(store, tables.Newest).filter(kind="run").order_by("pk").last()
    return None if last is None else _rows(store, tables.Run).get(pk=last.target)


def _newest_ids(store: DjangoStore, kind: str, wanted: Sequence[str] | None = None):
    """The rows saved last, one an item, as an inner query: a case may have more items than SQL parameters."""
    chosen = _rows(store, tables.Newest).filter(kind=kind)
    if wanted is not None:
        chosen = chosen.filter(item__in=wanted)
    last = chosen.values("item").annotate(last=Max("pk")).values("last")
    return _rows(store, tables.Newest).filter(pk__in=last).values("target")
