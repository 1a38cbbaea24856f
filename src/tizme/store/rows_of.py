"""The rows that a value is stored as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tizme.model import Capture, Claim, Document, Extraction, Judgement, Mention, Pair, Person, Source
from tizme.ports import Run, StoredFailure
from tizme.store import models as tables
from tizme.store.rows import column, columns, digest_of, rest, storable
from tizme.text import fold

CAPTURE = (
    "sha256", "size_bytes", "origin", "captured_at", "captured_by", "tool", "media_type", "original_name",
    "published",
)  # fmt: skip
SOURCE = tuple(Source.__dataclass_fields__)
DOCUMENT = ("media_type", "text", "lang", "title", "published", "publisher")
SUBJECT = ("named", "group", "label", "role", "name")
MENTION = tuple(Mention.__dataclass_fields__)
CLAIM = tuple(name for name in Claim.__dataclass_fields__ if name != "id")
JUDGEMENT = tuple(Judgement.__dataclass_fields__)
RECORD = ("list_id", "subject", "name", "alternate_names", "lang", "sex", "born", "born_low", "born_high")
PAIR = tuple(Pair.__dataclass_fields__)
PERSON = ("label", "cluster_certainty", "record_ids", "claim_ids")
WHEREABOUTS = ("kind", "place", "certainty", "as_of", "claim_ids")
REASON = ("code", "claim_ids", "source_ids")
CONFLICT = ("property", "values", "claim_ids", "shown_as")


def _folded(text: str) -> str:
    return storable(fold(text))


def capture(value: Capture, *, ledger_seq: int) -> tables.Capture:
    source = {f"source_{name}": column(getattr(value.source, name)) for name in SOURCE}
    return tables.Capture(
        ledger_seq=ledger_seq,
        digest=digest_of(value),
        original_name_folded=_folded(value.original_name),
        **columns(value, CAPTURE),
        **source,
    )


def document(item: str, value: Document, *, reader: str) -> tables.Document:
    return tables.Document(
        item=item,
        reader=storable(reader),
        digest=digest_of(value),
        title_folded=_folded(value.title),
        rest=rest(value, without=DOCUMENT),
        **columns(value, DOCUMENT),
    )


def failure(value: StoredFailure, *, reader: str) -> tables.Failure:
    return tables.Failure(
        item=value.item,
        stage=value.stage,
        reader=storable(reader),
        digest=digest_of(value),
        **columns(value.failure, ("reason", "detail")),
    )


def extraction(item: str, value: Extraction, *, rule: str) -> tables.Extraction:
    return tables.Extraction(
        item=item, rule=storable(rule), digest=digest_of(value), **columns(value, ("lang", "boilerplate"))
    )


def subjects(top: tables.Extraction, value: Extraction) -> list[tables.Subject]:
    return [
        tables.Subject(
            extraction=top,
            position=position,
            subject=storable(subject.id),
            name_folded=_folded(subject.name or subject.label),
            **columns(subject, SUBJECT),
        )
        for position, subject in enumerate(value.subjects)
    ]


def mentions(top: tables.Extraction, value: Extraction) -> list[tables.Mention]:
    return [
        tables.Mention(extraction=top, position=position, **columns(mention, MENTION))
        for position, mention in enumerate(value.mentions)
    ]


def claims(top: tables.Extraction, value: Extraction) -> list[tables.Claim]:
    return [
        tables.Claim(
            extraction=top,
            position=position,
            claim=storable(claim.id),
            value_folded=_folded(claim.value),
            **columns(claim, CLAIM),
        )
        for position, claim in enumerate(value.claims)
    ]


def judgement(value: Judgement, *, ledger_seq: int) -> tables.Judgement:
    return tables.Judgement(ledger_seq=ledger_seq, digest=digest_of(value), **columns(value, JUDGEMENT))


def run(value: Run) -> tables.Run:
    return tables.Run(
        run=value.id, digest=digest_of(value), **columns(value, ("policy", "rules", "same_source"))
    )


def records(top: tables.Run, value: Run) -> list[tables.Record]:
    return [
        tables.Record(
            run=top,
            position=position,
            record=storable(record.id),
            name_folded=_folded(record.name),
            rest=rest(record, without=("id", *RECORD)),
            **columns(record, RECORD),
        )
        for position, record in enumerate(value.records)
    ]


def pairs(top: tables.Run, value: Run) -> list[tables.Pair]:
    return [
        tables.Pair(run=top, position=position, **columns(pair, PAIR))
        for position, pair in enumerate(value.pairs)
    ]


def clusters(top: tables.Run, value: Run) -> list[tables.Cluster]:
    return [
        tables.Cluster(
            run=top,
            position=position,
            cluster=storable(cluster.id),
            **columns(cluster, ("record_ids", "certainty")),
        )
        for position, cluster in enumerate(value.clusters)
    ]


def persons(top: tables.Run, value: Run) -> list[tables.Person]:
    names = {record.id: (record.name, *record.alternate_names) for record in value.records}
    return [
        tables.Person(
            run=top,
            position=position,
            person=storable(person.id),
            names_folded=_folded("\n".join(_names(person, names))),
            policy=storable(person.status.policy),
            fate=person.status.fate.value,
            open_questions=column(person.status.open_questions),
            **columns(person, PERSON),
            **{
                f"whereabouts_{name}": column(getattr(person.status.whereabouts, name))
                for name in WHEREABOUTS
            },
        )
        for position, person in enumerate(value.persons)
    ]


def _names(person: Person, names: dict[str, tuple[str, ...]]) -> Iterable[str]:
    of_records = (name for record_id in person.record_ids for name in names.get(record_id, ()))
    return dict.fromkeys((person.label, *of_records))


def reasons(of: Sequence[tables.Person], value: Run) -> list[tables.Reason]:
    return [
        tables.Reason(person=row, side=side, position=position, **columns(reason, REASON))
        for row, person in zip(of, value.persons, strict=True)
        for side, found in (("for", person.status.reasons_for), ("against", person.status.reasons_against))
        for position, reason in enumerate(found)
    ]


def conflicts(of: Sequence[tables.Person], value: Run) -> list[tables.Conflict]:
    return [
        tables.Conflict(person=row, position=position, **columns(conflict, CONFLICT))
        for row, person in zip(of, value.persons, strict=True)
        for position, conflict in enumerate(person.status.conflicts)
    ]
