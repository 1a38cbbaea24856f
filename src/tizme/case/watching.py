"""Watches over a case: every standing request, looked at again in what came in since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tizme import places
from tizme.case.people import Whole
from tizme.case.requests import Desk, find
from tizme.case.stages import extracted_items, finished_before
from tizme.case.standing import LastRun, last_run
from tizme.case.workplace import Workplace
from tizme.model import Claim, Person, Record, UnusableInput
from tizme.model.request import OWN_CASE, Moved, Notice, Purpose, TracingRequest, Watching
from tizme.tables import tree
from tizme.trace import watches
from tizme.trace.requests import demand_consent, live_consent, requests_of
from tizme.trace.watches import Candidate, Lookout
from tizme.trace.weighing import Search, weigher

_EXTRACTED = "extracted"
InLists: TypeAlias = Callable[[TracingRequest, Watching], watches.Looked]


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What one run of one watch found.

    Attributes:
        new_items: How many items were new to it.
        skipped: Why it did not run: withdrawn | no-consent; "" where it did.
    """

    request: str
    new_items: int
    moved: tuple[Moved, ...] = ()
    notices: tuple[Notice, ...] = ()
    skipped: str = ""


def run_watches(
    desk: Desk, *, search: Search | None = None, lists: Path | None = None
) -> tuple[WatchReport, ...]:
    """Every standing request that may be watched, run on what is new to it.

    Args:
        search: What finds candidates; None: trace.weighing over the case's records.
        lists: A folder of indexed lists; those that are new to a watch are searched too.

    Raises:
        UnusableInput: nothing was decided yet, or items wait for a run.
    """
    events = desk.events()
    held, before = requests_of(events), watches.watchings_of(events)
    known = set(watches.notices_of(events))
    case = _Case(desk.work)
    finding = search or weigher(places.lookup)
    in_lists = _in_lists(lists)
    return tuple(
        _run_one(desk, request, before.get(request.id, Watching(request.id)), case, finding, known, in_lists)
        for request in held.values()
    )


def search_once(desk: Desk, wanted: str, *, lists: Path | None = None) -> tuple[Moved, ...]:
    """Who in the whole case, and in the lists of an index, may be the one sought; most likely first.

    That it was searched, and whom it showed, stays in the request's sealed history.

    Raises:
        UnusableInput: no live consent to search, or nothing was decided yet.
    """
    request = find(desk, wanted)
    demand_consent(request, Purpose.SEARCH, OWN_CASE, today=desk.today)
    fresh = Watching(request.id)
    looked = watches.look(request, fresh, _Case(desk.work).lookout(-1), search=weigher(places.lookup))
    moved = looked.moved
    in_lists = _in_lists(lists)
    if in_lists is not None:
        moved = (*moved, *in_lists(request, fresh).moved)
    desk.append(*watches.searched(request, moved))
    return tuple(sorted(moved, key=lambda one: -one.after))


def _run_one(
    desk: Desk,
    request: TracingRequest,
    before: Watching,
    case: _Case,
    search: Search,
    known: set[str],
    in_lists: InLists | None,
) -> WatchReport:
    if live_consent(request, Purpose.WATCH, OWN_CASE, today=desk.today) is None:
        return WatchReport(request.id, 0, skipped="withdrawn" if request.withdrawn_on else "no-consent")
    lookout = case.lookout(before.seen_seq)
    looked = watches.look(request, before, lookout, search=search)
    if in_lists is not None:
        listed = in_lists(request, looked.watching)
        looked = watches.Looked((*looked.moved, *listed.moved), listed.watching)
    made = tuple(
        notice for notice in watches.notices(request, looked, at=desk.clock.now()) if notice.id not in known
    )
    for notice in made:
        desk.append(*watches.noticing(notice))
    # Last: a run that was cut short is made again whole.
    if looked.moved or looked.watching != before:
        desk.append(*watches.ran(looked))
    return WatchReport(request.id, len(lookout.new_items), looked.moved, made)


def _in_lists(folder: Path | None) -> InLists | None:
    """A watch's look at the index in ``folder``."""
    if folder is None:
        return None
    # Here, since the index brings a compiler along, which takes a second to load.
    from tizme.trace.index import open_index
    from tizme.trace.list_watches import look_in_lists

    index = open_index(folder)
    return lambda request, watching: look_in_lists(request, watching, index)


def find_notice(desk: Desk, wanted: str) -> Notice:
    """The notice of that id or beginning.

    Raises:
        UnusableInput: none, or more than one.
    """
    held = watches.notices_of(desk.events())
    hits = [n for key, n in held.items() if key.removeprefix("n-").startswith(wanted.removeprefix("n-"))]
    if len(hits) != 1:
        problem = f"no notice '{wanted}'" if not hits else f"{len(hits)} notices begin with '{wanted}'"
        raise UnusableInput(problem, "watch", "`tizme watch list` names them")
    return hits[0]


def release_notice(desk: Desk, wanted: str, *, lang: str, note: str, signatory: str = "") -> str:
    """The text made for telling, after a human let it be made; it asks for a meeting and states no fate.

    Raises:
        UnusableInput: no such notice or language, no reason given, or the request was withdrawn.
    """
    notice = find_notice(desk, wanted)
    _demand_standing(desk, notice)
    texts = tree("letters/telling.yaml")["languages"]
    if lang not in texts:
        raise UnusableInput(f"no text in '{lang}'", "--lang", f"use one of: {', '.join(texts)}")
    desk.append(*watches.releasing(notice, lang=lang, note=note))
    return str(texts[lang].format(signatory=signatory or "____________", day=desk.today))


def log_told(desk: Desk, wanted: str, *, on: str, how: str) -> None:
    """What the family was told, kept in the request's history.

    Raises:
        UnusableInput: no human released the news.
    """
    notice = find_notice(desk, wanted)
    desk.append(*watches.telling(notice, on=on, how=how))


def _demand_standing(desk: Desk, notice: Notice) -> None:
    request = requests_of(desk.events())[notice.request]
    if request.withdrawn_on:
        raise UnusableInput(
            f"the request was withdrawn on {request.withdrawn_on}",
            request.id,
            "they asked not to be told",
        )


class _Case:
    """What watches need of a case, read once for all of them."""

    def __init__(self, work: Workplace) -> None:
        run = last_run(work)
        if run is None:
            where = str(work.layout.root)
            raise UnusableInput("nothing was decided yet", where, f"run `tizme run {where}` first")
        read, extracted = finished_before(work)
        self._items = {item.captured.item: item for item in extracted_items(work, read, extracted)}
        self._whole = Whole(tuple(self._items.values()), derived=work.derived)
        self._records = run.records
        self._candidates = _candidates(run)
        self._extracted_at = {str(e.body["item"]): e.seq for e in work.ledger.events(_EXTRACTED)}
        self._seq = max(self._extracted_at.values(), default=-1)

    def lookout(self, seen_seq: int) -> Lookout:
        new = frozenset(item for item, seq in self._extracted_at.items() if seq > seen_seq)
        return Lookout(self._records, self._candidates, new, self._seq, self._claims)

    def _claims(self, record: Record) -> Sequence[Claim]:
        wanted = set(record.claim_ids)
        claims = self._whole.extraction(self._items[record.list_id]).claims
        return [claim for claim in claims if claim.id in wanted]


def _candidates(run: LastRun) -> dict[str, Candidate]:
    """Record id -> the human being that the last run takes it for."""
    persons: dict[str, Person] = {person.id: person for person in run.persons}
    records = {record.id: record for record in run.records}
    found = {}
    for cluster in run.clusters:
        members = tuple(records[record_id] for record_id in cluster.record_ids)
        person = persons.get(cluster.id)
        label = person.label if person else next((r.name for r in members if r.name), "")
        candidate = Candidate(cluster.id, label, members, person.status.fate.value if person else "")
        found.update(dict.fromkeys(cluster.record_ids, candidate))
    return found
