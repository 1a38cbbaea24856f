"""The register as files for work inside the house."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from tizme.model import Claim, Conflict, Fate, Person, Polarity
from tizme.publish.cells import csv_bytes
from tizme.publish.evidence import Evidence
from tizme.publish.sentences import sentence
from tizme.publish.withhold import WITHHELD, Withholding, listed


class ExportFormat(StrEnum):
    """Which files an export writes."""

    CSV = "csv"
    JSON = "json"
    BOTH = "both"


_PERSON_COLUMNS = (
    "person", "label", "fate", "policy", "whereabouts_kind", "whereabouts_place",
    "whereabouts_certainty", "whereabouts_as_of", "independent_sources_for", "reasons_for",
    "reasons_against", "conflicts", "open_questions",
    "cluster_certainty",
)  # fmt: skip
_CLAIM_COLUMNS = (
    "claim", "person", "property", "value", "evidence", "polarity", "speakers", "said_on", "item_sha256",
    "start", "stop", "cell", "quote", "source", "published", "rule", "withheld",
)  # fmt: skip


def export_files(
    evidence: Evidence, *, form: ExportFormat = ExportFormat.BOTH, inside: bool = False, bom: bool = False
) -> dict[str, bytes]:
    """File name -> content: README.txt, withheld.csv, and the tables or JSON asked for.

    Args:
        inside: Also what is withheld by default (``withhold``). Requests are never exported.
        bom: Begin each CSV with a byte order mark.
    """
    gate = Withholding(evidence, inside=inside)
    persons = [_person(person, gate) for person in gate.persons(evidence.run.persons)]
    kept = {person["person"] for person in persons}
    claims = [
        _claim(claim, person, gate)
        for person in evidence.run.persons
        if person.id in kept
        for claim in evidence.of(person)
    ]
    files = {"README.txt": _readme(evidence, inside=inside).encode()}
    if form in {ExportFormat.CSV, ExportFormat.BOTH}:
        files["persons.csv"] = csv_bytes(
            _PERSON_COLUMNS, [_flat(p, _PERSON_COLUMNS) for p in persons], bom=bom
        )
        files["claims.csv"] = csv_bytes(_CLAIM_COLUMNS, [_flat(c, _CLAIM_COLUMNS) for c in claims], bom=bom)
    if form in {ExportFormat.JSON, ExportFormat.BOTH}:
        whole = {
            "policy": evidence.run.policy,
            "run": evidence.run.id,
            "inside": inside,
            "persons": persons,
            "claims": claims,
        }
        files["export.json"] = (
            json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        ).encode()
    counted = [
        (reason, count, sentence(f"withheld.{reason}")) for reason, count in sorted(gate.counts.items())
    ]
    files["withheld.csv"] = csv_bytes(("reason", "count", "meaning"), counted, bom=bom)
    return files


def _person(person: Person, gate: Withholding) -> dict[str, Any]:
    status = person.status
    return {
        "person": person.id,
        "label": gate.text_of_person(person.label, person),
        "fate": status.fate.value,
        "policy": status.policy,
        "whereabouts_kind": status.whereabouts.kind,
        "whereabouts_place": gate.text_of_person(status.whereabouts.place, person),
        "whereabouts_certainty": status.whereabouts.certainty,
        "whereabouts_as_of": status.whereabouts.as_of,
        "independent_sources_for": len({s for reason in status.reasons_for for s in reason.source_ids}),
        "reasons_for": [asdict(reason) for reason in status.reasons_for],
        "reasons_against": [asdict(reason) for reason in status.reasons_against],
        "conflicts": [_conflict(conflict, person, gate) for conflict in status.conflicts],
        "open_questions": list(status.open_questions),
        "cluster_certainty": person.cluster_certainty,
    }  # fmt: skip


def _conflict(conflict: Conflict, person: Person, gate: Withholding) -> dict[str, Any]:
    hidden = listed(conflict.property) and not gate.inside
    shown_as = WITHHELD if hidden else gate.text_of_person(conflict.shown_as, person)
    return {"property": conflict.property, "shown_as": shown_as, "claims": list(conflict.claim_ids)}


def _claim(claim: Claim, person: Person, gate: Withholding) -> dict[str, Any]:
    reason = gate.claim_reason(claim)
    if reason:
        gate.counts[reason] += 1
    return {
        "claim": claim.id,
        "person": person.id,
        "property": claim.property,
        "value": WITHHELD if reason else claim.value,
        "evidence": claim.evidence.value,
        "polarity": claim.polarity.value,
        "speakers": list(gate.speakers(claim)),
        "said_on": claim.said_on,
        "item_sha256": claim.item,
        "start": claim.start,
        "stop": claim.stop,
        "cell": claim.cell,
        "quote": WITHHELD if reason else claim.quote,
        "source": gate.source_name(claim.item),
        "published": gate.evidence.published.get(claim.item, ""),
        "rule": WITHHELD if claim.rule.startswith("human:") and not gate.inside else claim.rule,
        "withheld": reason,
    }


def _flat(row: dict[str, Any], columns: Sequence[str]) -> list[object]:
    return [_cell(row[column]) for column in columns]


def _cell(value: Any) -> object:
    if not isinstance(value, list):
        return value
    return " | ".join(_part(part) for part in value)


def _part(part: Any) -> str:
    if isinstance(part, dict):
        return f"{part['property']}: {part['shown_as']}" if "property" in part else str(part["code"])
    return str(part)


def _readme(evidence: Evidence, *, inside: bool) -> str:
    policy = evidence.run.policy
    name = policy.partition("@")[0]
    fates = "\n".join(f"  {fate.value}: {sentence(f'means.{fate.value}')}" for fate in Fate)
    withheld = (
        "Nothing was withheld (--inside): relatives, speakers, telephone numbers and mailboxes are here."
        if inside
        else "Withheld and counted in withheld.csv: relatives, speakers who are private people, words of\n"
        "relatives' own letters, telephone numbers, mailboxes, messenger addresses, numbers of documents."
    )
    return f"""FOR WORK INSIDE THE HOUSE ONLY. This is not a release: do not publish it and do not pass it on.
A release is redacted for its audience, frozen and signed; these files are none of that, and people named here
can be harmed. {withheld}
Requests of families are never exported.

Policy: {policy}
  {sentence(f"policy.{name}")}

What the fates mean
{fates}

Files
  persons.csv  one line for each person: fate, whereabouts, codes of reasons, conflicts, open questions
  claims.csv   one line for each claim: the item's SHA-256, the span (start, stop: code points of the item's
               text, half open), the words as written, the source, who said it (innermost first)
  export.json  the same, with claim ids and independent sources behind each reason
  withheld.csv reason, count, meaning
A cell of a CSV that a spreadsheet would run as a formula has an apostrophe before it; the JSON has the
words as they are.
Polarity: only "{Polarity.AFFIRMED.value}" says that it is so; denied, uncertain and promised claims are kept
and shown.
Run: {evidence.run.id}
"""
