"""A watch: a standing request looked at again in what is new, and the news handed to a caseworker.

Nothing here reaches a family. A notice says to a caseworker which words moved which candidate; only a human
can release a text made for telling, and what was told is logged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.model import Claim, Fate, Polarity, Record, UnusableInput, short_id
from tizme.model.codec import from_json, to_json
from tizme.model.request import Moved, Notice, SpanNews, TracingRequest, Watching
from tizme.tables import rows
from tizme.trace.requests import SealedEvent, check_day
from tizme.trace.weighing import Found, Search, pool, probability, would_decide

WATCH_RAN = "watch-ran"
SEARCHED = "searched"
NOTICED = "notice"
RELEASED = "notice-released"
TOLD = "notice-told"

# Below this a record is not remembered; from SHOWN on it is shown. As case.standing asks from 0.2 on.
_KEPT, SHOWN = 0.02, 0.2
_MOST_KEPT = 200
# Less is no news by itself.
MOVED_BY = 0.01


@dataclass(frozen=True, slots=True)
class Candidate:
    """One human being as the case holds them: a person, or a record that stands alone.

    Attributes:
        fate: By the policy in force, "" where nothing was decided of them.
    """

    id: str
    label: str
    records: tuple[Record, ...]
    fate: str = ""


@dataclass(frozen=True, slots=True)
class Lookout:
    """What a watch looks at.

    Attributes:
        candidates: Record id -> the human being that the case takes it for.
        new_items: Items whose claims were extracted since the watch's last run.
        seq: Number of the newest ledger event that this covers.
        claims: The claims of a record.
    """

    records: tuple[Record, ...]
    candidates: Mapping[str, Candidate]
    new_items: frozenset[str]
    seq: int
    claims: Callable[[Record], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class Looked:
    """What one run of one watch found. ``moved``: most likely first."""

    moved: tuple[Moved, ...]
    watching: Watching


def look(request: TracingRequest, watching: Watching, lookout: Lookout, *, search: Search) -> Looked:
    """Who is moved by what is new, by which words.

    Only records of new items are searched; of a candidate they touch, and of those held before, all
    records are weighed together, so that a judgement or a corrected source shows too.
    """
    before, told = dict(watching.candidates), set(watching.told)
    new = tuple(record for record in lookout.records if record.list_id in lookout.new_items)
    by_id = {candidate.id: candidate for candidate in lookout.candidates.values()}
    touched = {
        lookout.candidates[found.record].id
        for found in search(request.sought, new)
        if found.probability >= _KEPT and found.record in lookout.candidates
    }
    touched |= {lookout.candidates[r.id].id for r in new if r.id in lookout.candidates} & before.keys()
    touched |= before.keys() & by_id.keys()
    after: dict[str, float] = {}
    moved = []
    for candidate_id in sorted(touched):
        news = _weigh(request, by_id[candidate_id], before.get(candidate_id), lookout, search=search)
        news = replace(news, spans=tuple(span for span in news.spans if span.claim not in told))
        if news.after >= _KEPT:
            after[candidate_id] = news.after
        if _is_news(news):
            moved.append(news)
    gone = [_gone(request, key, chance) for key, chance in before.items() if key not in by_id]
    moved += [news for news in gone if news.before is not None and news.before >= SHOWN]
    moved.sort(key=lambda news: (-news.after, news.candidate))
    kept = sorted(after.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_KEPT]
    told |= {span.claim for news in moved for span in news.spans}
    return Looked(
        tuple(moved),
        replace(watching, seen_seq=lookout.seq, candidates=tuple(kept), told=tuple(sorted(told))),
    )


def notices(request: TracingRequest, looked: Looked, *, at: str) -> tuple[Notice, ...]:
    """What a caseworker must look at, each with its level; nothing for what is below ``SHOWN``."""
    made = []
    for news in looked.moved:
        if news.after < SHOWN:
            continue
        code = _code(news)
        identity = (request.id, news.candidate, code, at, *(span.claim for span in news.spans))
        made.append(
            Notice(
                id=short_id("n", *identity),
                request=request.id,
                candidate=news.candidate,
                level=_level(code, news.after),
                code=code,
                at=at,
                spans=news.spans,
            )
        )
    return tuple(made)


def watchings_of(events: Iterable[SealedEvent]) -> dict[str, Watching]:
    """Request -> how far its watch has looked."""
    held = {}
    for event in events:
        if event.kind == WATCH_RAN:
            watching = from_json(Watching, event.body["watching"], where="a sealed watch")
            held[watching.request] = watching
    return held


def notices_of(events: Iterable[SealedEvent]) -> dict[str, Notice]:
    """Id -> the notice, with who released a text and what was told, oldest first."""
    held: dict[str, Notice] = {}
    for event in events:
        if event.kind == NOTICED:
            notice = from_json(Notice, event.body["notice"], where="a sealed notice")
            held[notice.id] = notice
        elif event.kind == RELEASED:
            key = event.body["notice"]
            held[key] = replace(held[key], released_by=event.by, released_at=event.at)
        elif event.kind == TOLD:
            key, body = event.body["notice"], event.body
            held[key] = replace(held[key], told_on=body["on"], told_by=event.by, told_how=body["how"])
    return held


def ran(looked: Looked) -> tuple[str, dict[str, object]]:
    """The event of one watch's run: how far it looked and what moved."""
    return WATCH_RAN, {"watching": to_json(looked.watching), "moved": to_json(looked.moved)}


def searched(request: TracingRequest, found: Sequence[Moved]) -> tuple[str, dict[str, object]]:
    """The event of a search that was made once, by hand."""
    return SEARCHED, {"request": request.id, "found": [[one.candidate, one.after] for one in found]}


def noticing(notice: Notice) -> tuple[str, dict[str, object]]:
    """The event of one notice."""
    return NOTICED, {"notice": to_json(notice)}


def releasing(notice: Notice, *, lang: str, note: str) -> tuple[str, dict[str, object]]:
    """The event by which a human lets a text for telling be made.

    Raises:
        UnusableInput: no reason is given.
    """
    if not note.strip():
        raise UnusableInput(
            "a release needs its reason", notice.id, "say with --note what was checked and who will be there"
        )
    return RELEASED, {"notice": notice.id, "lang": lang, "note": note}


def telling(notice: Notice, *, on: str, how: str) -> tuple[str, dict[str, object]]:
    """The event that says what the family was told.

    Raises:
        UnusableInput: no human released the news, or ``on`` is no day.
    """
    if not notice.released_by:
        raise UnusableInput(
            "nobody has released this news", notice.id, "check it, then run `tizme watch release`"
        )
    if not how.strip():
        raise UnusableInput("it is not said how they were told", notice.id, "give --how WORDS")
    check_day(on, "--on")
    return TOLD, {"notice": notice.id, "on": on, "how": how}


def notice_sentence(notice: Notice, *, lang: str) -> str:
    """What the notice means, for a caseworker."""
    fitting = (row for row in _notice_rows() if (row["code"], row["level"]) == (notice.code, notice.level))
    return next(row[lang] for row in fitting)


def _weigh(
    request: TracingRequest,
    candidate: Candidate,
    before: float | None,
    lookout: Lookout,
    *,
    search: Search,
) -> Moved:
    found = tuple(search(request.sought, candidate.records))
    reasons = pool(found)
    # A search that gives no bits with its reasons cannot be pooled: its best record speaks.
    pooled = any(reason.bits for reason in reasons)
    chance = probability(reasons) if pooled else max((one.probability for one in found), default=0.0)
    return Moved(
        request=request.id,
        candidate=candidate.id,
        label=candidate.label,
        before=before,
        after=round(chance, 6),
        spans=_spans(candidate, found, lookout),
        fate=candidate.fate,
        would_decide=would_decide(reasons) if pooled else next((f.would_decide for f in found), ""),
    )


def _spans(candidate: Candidate, found: Sequence[Found], lookout: Lookout) -> tuple[SpanNews, ...]:
    """The words of new items that agree or disagree with the request, and those that tell of his fate."""
    reasons = {one.record: one.reasons for one in found}
    spans = []
    for record in candidate.records:
        if record.list_id not in lookout.new_items:
            continue
        for claim in lookout.claims(record):
            spans += [
                _span(claim, reason.code, round(reason.bits, 2))
                for reason in reasons.get(record.id, ())
                if claim.property in reason.properties and reason.bits
            ]
            fate = _fate_code(claim)
            if fate:
                spans.append(_span(claim, f"{fate}:{claim.property}", 0.0))
    return tuple(sorted(set(spans), key=lambda span: (-abs(span.bits), span.item, span.start, span.reason)))


def _span(claim: Claim, reason: str, bits: float) -> SpanNews:
    return SpanNews(reason, claim.id, claim.item, claim.start, claim.stop, claim.quote, bits)


def _is_news(news: Moved) -> bool:
    if max(news.after, news.before or 0.0) < SHOWN:
        return False
    tells = any(span.reason.split(":")[0] in _news().values() for span in news.spans)
    return news.before is None or abs(news.after - news.before) >= MOVED_BY or tells


def _gone(request: TracingRequest, key: str, chance: float) -> Moved:
    return Moved(request.id, key, "", chance, 0.0, ())


def _code(news: Moved) -> str:
    told = {span.reason.split(":")[0] for span in news.spans}
    if news.fate in {Fate.DEAD.value, Fate.REPORTED_DEAD.value} and (
        "death-claimed" in told or news.before is None
    ):
        return "death-held"
    return next((code for code in ("death-claimed", "life-claimed", "listed") if code in told), "candidate")


def _level(code: str, chance: float) -> str:
    """The first row of the code whose chance is reached."""
    return next(
        row["level"] for row in _notice_rows() if row["code"] == code and chance >= float(row["from_chance"])
    )


def _fate_code(claim: Claim) -> str:
    """ "death-claimed", "life-claimed" or "": what a claim that is not denied tells of a fate."""
    if claim.polarity in {Polarity.DENIED, Polarity.PROMISED} or claim.value == "false":
        return ""
    return _news().get(claim.property.split(".")[0], "")


@lru_cache(maxsize=1)
def _notice_rows() -> tuple[Mapping[str, str], ...]:
    return rows("letters/notices.csv", "code", "from_chance", "level", "en", "ru", "ky")


@lru_cache(maxsize=1)
def _news() -> dict[str, str]:
    return {row["property"]: row["code"] for row in rows("letters/news.csv", "property", "code")}
