"""The values that rows spell, to the letter what was saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tizme.model import (
    Capture,
    Claim,
    Document,
    Extraction,
    Judgement,
    Person,
    ReadFailure,
)
from tizme.ports import Run, StoredFailure
from tizme.store import rows_of
from tizme.store.rows import parsed, plain, restored, value_of


def capture(row: Any) -> Capture:
    source = {name: plain(row, [f"source_{name}"])[f"source_{name}"] for name in rows_of.SOURCE}
    return value_of(Capture, plain(row, rows_of.CAPTURE) | {"source": source}, where=_where("capture", row))


def document(row: Any) -> Document:
    return value_of(Document, parsed(row.rest) | plain(row, rows_of.DOCUMENT), where=_where("document", row))


def failure(row: Any) -> StoredFailure:
    return StoredFailure(
        item=row.item, stage=row.stage, failure=ReadFailure(**plain(row, ("reason", "detail")))
    )


def extraction(
    row: Any, subjects: Iterable[Any], mentions: Iterable[Any], claims: Iterable[Any]
) -> Extraction:
    fields = {
        "lang": restored(row.lang),
        "boilerplate": parsed(row.boilerplate),
        "subjects": [
            plain(subject, rows_of.SUBJECT) | {"id": restored(subject.subject)} for subject in subjects
        ],
        "mentions": [plain(mention, rows_of.MENTION) for mention in mentions],
        "claims": [_claim(claim) for claim in claims],
    }
    return value_of(Extraction, fields, where=_where("extraction", row))


def claim(row: Any) -> Claim:
    return value_of(Claim, _claim(row), where=_where("claim", row))


def _claim(row: Any) -> dict[str, Any]:
    return plain(row, rows_of.CLAIM) | {"id": restored(row.claim), "speakers": parsed(row.speakers)}


def judgement(row: Any) -> Judgement:
    return value_of(Judgement, plain(row, rows_of.JUDGEMENT), where=_where("judgement", row))


def run(
    row: Any,
    records: Iterable[Any],
    pairs: Iterable[Any],
    clusters: Iterable[Any],
    persons: tuple[Person, ...],
) -> Run:
    fields = {
        "id": row.run,
        "policy": restored(row.policy),
        "rules": parsed(row.rules),
        "same_source": parsed(row.same_source),
        "records": [_record(record) for record in records],
        "pairs": [plain(pair, rows_of.PAIR) | {"reasons": parsed(pair.reasons)} for pair in pairs],
        "clusters": [
            {
                "id": restored(cluster.cluster),
                "record_ids": parsed(cluster.record_ids),
                "certainty": cluster.certainty,
            }
            for cluster in clusters
        ],
        "persons": [],
    }
    without_persons = value_of(Run, fields, where=_where("run", row))
    return Run(
        id=without_persons.id,
        policy=without_persons.policy,
        rules=without_persons.rules,
        records=without_persons.records,
        pairs=without_persons.pairs,
        clusters=without_persons.clusters,
        persons=persons,
        same_source=without_persons.same_source,
    )


def _record(row: Any) -> dict[str, Any]:
    fields: dict[str, Any] = parsed(row.rest) | plain(row, rows_of.RECORD)
    return fields | {"id": restored(row.record), "alternate_names": parsed(row.alternate_names)}


def persons(found: Iterable[Any], reasons: Iterable[Any], conflicts: Iterable[Any]) -> tuple[Person, ...]:
    """The persons of ``found``, in its order, with the reasons and conflicts that are theirs."""
    sides: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for reason in reasons:
        sides[reason.person_id, reason.side].append(
            {
                "code": restored(reason.code),
                "claim_ids": parsed(reason.claim_ids),
                "source_ids": parsed(reason.source_ids),
            }
        )
    open_conflicts: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for conflict in conflicts:
        fields = plain(conflict, ("property", "shown_as"))
        fields |= {"values": parsed(conflict.values), "claim_ids": parsed(conflict.claim_ids)}
        open_conflicts[conflict.person_id].append(fields)
    return tuple(
        _person(row, sides[row.pk, "for"], sides[row.pk, "against"], open_conflicts[row.pk]) for row in found
    )


def _person(row: Any, reasons_for: list[Any], reasons_against: list[Any], conflicts: list[Any]) -> Person:
    where = {name: plain(row, [f"whereabouts_{name}"])[f"whereabouts_{name}"] for name in rows_of.WHEREABOUTS}
    status = {
        "policy": restored(row.policy),
        "fate": row.fate,
        "whereabouts": where | {"claim_ids": parsed(row.whereabouts_claim_ids)},
        "reasons_for": reasons_for,
        "reasons_against": reasons_against,
        "conflicts": conflicts,
        "open_questions": parsed(row.open_questions),
    }
    fields = {
        "id": restored(row.person),
        "label": restored(row.label),
        "cluster_certainty": row.cluster_certainty,
        "record_ids": parsed(row.record_ids),
        "claim_ids": parsed(row.claim_ids),
        "status": status,
    }
    return value_of(Person, fields, where=_where("person", row))


def _where(table: str, row: Any) -> str:
    return f"store table {table}, row {row.pk}"
