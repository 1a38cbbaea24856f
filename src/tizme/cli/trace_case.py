"""A case's persons as an index that `tizme trace` searches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import click

from tizme import __version__
from tizme.case import Case
from tizme.case.derived import key_of
from tizme.case.standing import LastRun, last_run
from tizme.case.workplace import open_workplace
from tizme.model import Claim, Person, Record, UnusableInput
from tizme.ports import SystemClock
from tizme.tables import table_digest
from tizme.trace.build import Batch
from tizme.trace.index import Index, add_list, is_index, open_index

LIST = "persons"
_NAMES = {"name", "alternate_name", "call_sign"}


def case_index(root: Path) -> Index:
    """An index over everyone the case's last run holds; made once a run, kept in derived/trace.

    Raises:
        UnusableInput: nothing was ever run in this case.
    """
    work = open_workplace(root, clock=SystemClock())
    run = last_run(work)
    if run is None:
        raise UnusableInput("nothing was decided yet", str(root), f"run `tizme run {root}` first")
    key = key_of(
        "trace", __version__, table_digest(), [p.id for p in run.persons], [r.id for r in run.records]
    )
    folder = work.layout.derived / "trace" / key
    if not is_index(folder):
        click.echo("making the case's persons searchable", err=True)
        add_list(folder, LIST, [_persons(run)], digest=key)
    return open_index(folder)


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


def _persons(run: LastRun) -> Batch:
    """One row for each person who has a name: every spelling, and the first word on each fact."""
    records = {record.id: record for record in run.records}
    ids: list[str] = []
    names: list[str] = []
    others: dict[int, tuple[str, ...]] = {}
    cells: dict[str, list[str]] = {"birth_date": [], "sex": [], "origin": [], "died.place": [], "unit": []}
    for person in run.persons:
        mine = [records[one] for one in person.record_ids if one in records]
        spellings = list(dict.fromkeys(n for r in mine for n in (r.name, *r.alternate_names) if n))
        if not spellings:
            continue
        others[len(ids)] = tuple(spellings[1:])
        ids.append(person.id)
        names.append(spellings[0])
        for column, value in _facts(mine).items():
            cells[column].append(value)
    return Batch(ids, names, {column: tuple(values) for column, values in cells.items()}, others)


def _facts(records: Sequence[Record]) -> dict[str, str]:
    born = sorted((r.born for r in records if r.born), key=len, reverse=True)
    years = [f"{r.born_low}/{r.born_high}" for r in records if r.born_low and r.born_high]
    return {
        "birth_date": next(iter([*born, *years]), ""),
        "sex": next((r.sex for r in records if r.sex), ""),
        "origin": next((r.place_words[0] for r in records if r.place_words), ""),
        "died.place": "",
        "unit": next((r.unit for r in records if r.unit), ""),
    }
