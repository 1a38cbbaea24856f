"""A case's persons as an index that `tizme trace` searches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import click

from tizme import __version__
from tizme.case import Case
from tizme.case.derived import key_of
from tizme.case.stages import RAN
from tizme.case.standing import LastRun, last_run, progress
from tizme.case.workplace import Workplace, open_workplace
from tizme.model import Claim, Person, Polarity, Record, UnusableInput
from tizme.names.relatives import KIN
from tizme.ports import SystemClock
from tizme.tables import table_digest
from tizme.trace.build import Batch
from tizme.trace.evidence_columns import SEEN
from tizme.trace.index import Index, add_list, is_index, open_index
from tizme.trace.segment import VERSION

LIST = "persons"
_NAMES = {"name", "alternate_name", "call_sign"}
_COLUMNS = ("birth_date", "sex", "origin", "unit", KIN, "prison", "call_sign")
_SAID = {Polarity.AFFIRMED, Polarity.UNCERTAIN}


def case_index(root: Path) -> Index:
    """An index over everyone the case's last run holds; made once a run, kept in derived/trace.

    Raises:
        UnusableInput: nothing was ever run in this case.
    """
    work = open_workplace(root, clock=SystemClock())
    run = last_run(work)
    if run is None:
        raise UnusableInput("nothing was decided yet", str(root), f"run `tizme run {root}` first")
    # What was added since the run changes what the answer says of its coverage.
    about_run = [[p.id for p in run.persons], [r.id for r in run.records], list(work.items())]
    key = key_of("trace", __version__, VERSION, table_digest(), about_run)
    folder = work.layout.derived / "trace" / key
    if not is_index(folder):
        click.echo("making the case's persons searchable", err=True)
        persons = _persons(run, _claims(root)[1])
        add_list(folder, LIST, [persons], digest=key, about=_coverage(work, run))
    return open_index(folder)


def _coverage(work: Workplace, run: LastRun) -> dict[str, str]:
    """What the case holds, so that "not found" says where nobody could look."""
    records = {record.id: record for record in run.records}
    ran = work.ledger.events(RAN)[-1].seq
    items = work.items()
    captures = [item.captures for item in items.values()]
    waiting = sum(min(seq for seq, _ in one) > ran for one in captures)
    unread = len(progress(work, items)[2])
    told = {
        "items": len(captures) - waiting - unread, "unread": unread, "waiting": waiting,
        "unnamed": sum(not _spellings(person, records) for person in run.persons),
        "captured": max((capture.captured_at[:10] for one in captures for _, capture in one), default=""),
    }  # fmt: skip
    return {name: str(value) for name, value in told.items() if value}


def spans_of(root: Path, person_ids: Sequence[str]) -> dict[str, list[dict[str, object]]]:
    """Person -> the spans that name them; empty where items wait for a run."""
    persons, known = _claims(root)
    return {one: _spans(persons[one], known) for one in person_ids if one in persons}


@lru_cache(maxsize=1)
def _claims(root: Path) -> tuple[dict[str, Person], dict[str, Claim]]:
    """The case's persons and claims by id, read once for a batch of queries."""
    case = Case.open(root)
    try:
        extractions = case.extractions().values()
    except UnusableInput:
        return {}, {}
    claims = {claim.id: claim for extraction in extractions for claim in extraction.claims}
    return {person.id: person for person in case.persons()}, claims


def _spans(person: Person, known: dict[str, Claim]) -> list[dict[str, object]]:
    claims = (known[claim_id] for claim_id in person.claim_ids if claim_id in known)
    return [
        {"item": c.item, "start": c.start, "stop": c.stop, "quote": c.quote, "cell": c.cell}
        for c in claims
        if c.property in _NAMES
    ]


def _spellings(person: Person, records: Mapping[str, Record]) -> list[str]:
    mine = (records[one] for one in person.record_ids if one in records)
    return list(dict.fromkeys(n for r in mine for n in (r.name, *r.alternate_names) if n))


def _persons(run: LastRun, claims: Mapping[str, Claim]) -> Batch:
    """One row for each person who has a name: every spelling, and the first word on each fact."""
    records = {record.id: record for record in run.records}
    ids: list[str] = []
    names: list[str] = []
    others: dict[int, tuple[str, ...]] = {}
    cells: dict[str, list[str]] = {column: [] for column in _COLUMNS}
    for person in run.persons:
        spellings = _spellings(person, records)
        if not spellings:
            continue
        others[len(ids)] = tuple(spellings[1:])
        ids.append(person.id)
        names.append(spellings[0])
        mine = [records[one] for one in person.record_ids if one in records]
        told = [claims[one] for one in person.claim_ids if one in claims and claims[one].polarity in _SAID]
        for column, value in (_facts(mine) | _told(told)).items():
            cells[column].append(value)
    return Batch(ids, names, {column: tuple(values) for column, values in cells.items()}, others)


def _facts(records: Sequence[Record]) -> dict[str, str]:
    born = sorted((r.born for r in records if r.born), key=len, reverse=True)
    years = [f"{r.born_low}/{r.born_high}" for r in records if r.born_low and r.born_high]
    return {
        "birth_date": next(iter([*born, *years]), ""),
        "sex": next((r.sex for r in records if r.sex), ""),
        "origin": _lines(place for r in records for place in r.place_words),
        "unit": next((r.unit for r in records if r.unit), ""),
        KIN: "; ".join(dict.fromkeys(name for r in records for name in r.kin_names)),
    }


def _told(claims: Sequence[Claim]) -> dict[str, str]:
    """Every place where he was seen or held, each a line, and his call sign."""
    return {
        "prison": _lines(claim.value for claim in claims if claim.property in SEEN),
        "call_sign": next((claim.value for claim in claims if claim.property == "call_sign"), ""),
    }


def _lines(values: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(value for value in values if value))
