"""Where a case stands: what was read, what is held of whom, what is open, and what to do next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tizme.case.derived import read_ndjson
from tizme.case.items import CapturedItem
from tizme.case.reading import extracted_before, read_before
from tizme.case.stages import RAN, standing_judgements
from tizme.case.workplace import MODEL_ANSWERED, Workplace
from tizme.model import Cluster, Fate, Judgement, Pair, Person, Record

# From this probability on two records that were not joined are worth a human's look. Set by hand: below it
# the example lists pairs that share a family name and nothing else.
ASK_FROM = 0.2


@dataclass(frozen=True, slots=True)
class Failed:
    """An item that could not be read or extracted from."""

    item: str
    name: str
    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An item of which nothing may leave this machine."""

    item: str
    name: str


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two records that nobody has judged, and that the evidence leaves open."""

    pair: Pair
    left_name: str
    right_name: str


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """Values of one property of one person that cannot all be true."""

    person: str
    label: str
    property: str
    shown_as: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands.

    Attributes:
        waiting: Items that the next run would read or extract.
        claims: All that were read, as the pages count them.
        claims_in_records: Those of single people, which the last run rests on; a group's stand in no record.
        fates: Fate -> number of persons, every fate named.
        decided: False where the last run does not cover all that is captured and judged since.
    """

    policy: str
    items: int
    captures: int
    read: int
    waiting: int
    failed: tuple[Failed, ...]
    claims: int
    claims_in_records: int
    records: int
    persons: int
    fates: Mapping[str, int]
    conflicts: tuple[OpenConflict, ...]
    open_pairs: tuple[OpenPair, ...]
    judgements: tuple[Judgement, ...]
    decided: bool
    confidential: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class LastRun:
    """What the last recorded run derived, read from derived/."""

    records: tuple[Record, ...] = ()
    pairs: tuple[Pair, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    persons: tuple[Person, ...] = ()


def last_run(work: Workplace) -> LastRun | None:
    """None before the first run, and where derived/ was deleted."""
    ran = work.ledger.events(RAN)
    if not ran:
        return None
    outputs = ran[-1].body["outputs"]
    contents = {stage: work.derived.load(named["file"]) for stage, named in outputs.items()}
    if any(content is None for content in contents.values()):
        return None

    def of(stage: str, kind: type) -> tuple:  # type: ignore[type-arg]
        return read_ndjson(kind, contents[stage] or b"", where=outputs[stage]["file"])

    return LastRun(of("records", Record), of("pairs", Pair), of("clusters", Cluster), of("persons", Person))


def _claims_read(work: Workplace, items: Mapping[str, CapturedItem]) -> int:
    """The claims of each item's newest extraction, under whatever rules it was made."""
    newest = {
        item: path
        for path in work.derived.named()
        if path.startswith("extract/") and (item := path.split("/")[-1].partition(".")[0]) in items
    }
    contents = (work.derived.load(path) for path in newest.values())
    return sum(len(json.loads(one).get("extraction", {}).get("claims", ())) for one in contents if one)


def progress(work: Workplace, items: Mapping[str, CapturedItem]) -> tuple[int, int, tuple[Failed, ...]]:
    """(items read, items that the next run would read or extract, items that could not be)."""
    read, waiting, failed = 0, 0, []
    for captured in items.values():
        output = read_before(captured, derived=work.derived)
        if output is not None and output.failure is None:
            read += 1
            output = extracted_before(captured, output, derived=work.derived)
        if output is None:
            waiting += 1
        elif output.failure is not None:
            stage = output.file.split("/")[0]
            failure = output.failure
            failed.append(Failed(captured.item, captured.name, stage, failure.reason, failure.detail))
    return read, waiting, tuple(failed)


def standing(work: Workplace) -> Standing:
    """Where the case stands, from the ledger and derived/ alone."""
    items = work.items()
    read, waiting, failed = progress(work, items)
    run = last_run(work)
    held = run or LastRun()
    in_records = len({claim_id for record in held.records for claim_id in record.claim_ids})
    judged = standing_judgements(work)
    fates = Counter(person.status.fate for person in held.persons)
    return Standing(
        policy=held.persons[0].status.policy if held.persons else work.settings.policy,
        items=len(items),
        captures=sum(len(captured.captures) for captured in items.values()),
        read=read,
        waiting=waiting,
        failed=failed,
        claims=_claims_read(work, items),
        claims_in_records=in_records,
        records=len(held.records),
        persons=len(held.persons),
        fates={fate.value: fates[fate] for fate in Fate},
        conflicts=_conflicts(held),
        open_pairs=_open_pairs(held, judged),
        judgements=judged,
        decided=run is not None and not waiting and _covers_all(work),
        confidential=tuple(Marked(one.item, one.name) for one in items.values() if one.confidential),
    )


def _covers_all(work: Workplace) -> bool:
    """Whether nothing that has a say was recorded after the last run."""
    last = work.ledger.events(RAN)[-1].seq
    later = {event.kind for event in work.ledger.since(last + 1)}
    return not later & {"captured", "judged", "policy-changed", "mapping-set", MODEL_ANSWERED}


def _conflicts(run: LastRun) -> tuple[OpenConflict, ...]:
    return tuple(
        OpenConflict(person.id, person.label, conflict.property, conflict.shown_as)
        for person in run.persons
        for conflict in person.status.conflicts
    )


def _open_pairs(run: LastRun, judged: tuple[Judgement, ...]) -> tuple[OpenPair, ...]:
    """Pairs of two persons of the register that might be one, the likeliest first."""
    done = {(judgement.left, judgement.right) for judgement in judged}
    person_of = {record_id: person.id for person in run.persons for record_id in person.record_ids}
    names = {record.id: record.name or record.subject for record in run.records}
    asked = [
        OpenPair(pair, names[pair.left], names[pair.right])
        for pair in run.pairs
        if pair.probability >= ASK_FROM
        and (pair.left, pair.right) not in done
        and pair.left in person_of
        and pair.right in person_of
        and person_of[pair.left] != person_of[pair.right]
    ]
    return tuple(sorted(asked, key=lambda one: (-one.pair.weight_bits, one.pair.left, one.pair.right)))
