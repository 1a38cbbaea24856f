"""What happened, was told, was reported and was captured, in date order and never as one date.

Events come from claims whose property ends in ``date``; the days of reporting and of capture from where the
claims stand.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tizme.dates.edtf import FIRST_DAY, LAST_DAY, edtf_bounds
from tizme.model import Claim, Polarity
from tizme.web.origin import Origin
from tizme.web.words import date_words, property_words

LANES = ("happened", "told", "reported", "captured")
# The day on which somebody was told or asked is not the day on which it happened.
_TOLD = ("death_reported.date", "missing.reported_date", "info_requested.date", "info_refused.date")
_DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline.

    Attributes:
        low, high: Years with a fraction, the earliest and latest moment that the date allows.
        doubtful: Denied, uncertain or promised rather than affirmed.
    """

    lane: str
    low: float
    high: float
    edtf: str
    words: str
    what: str
    claim_ids: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    doubtful: str = ""


def events(claims: Iterable[tuple[Claim, Origin]]) -> tuple[Event, ...]:
    """The timeline of one person, earliest first; the same event read twice is one line with two claims."""
    found: dict[tuple[str, ...], Event] = {}
    for claim, origin in claims:
        # A date of birth is identity, and would squeeze the years that matter.
        if claim.property.endswith("date") and claim.property != "birth_date":
            _add(found, _of_claim(claim))
        source = origin.author or origin.source or "an unnamed source"
        _add(found, _event("reported", origin.published, f"published by {source}", item=origin.item))
        _add(found, _event("captured", origin.captured, "received into the archive", item=origin.item))
    return tuple(
        sorted(
            found.values(), key=lambda e: (e.low, e.high, LANES.index(e.lane), e.what, e.claim_ids, e.items)
        )
    )


def _of_claim(claim: Claim) -> Event | None:
    lane = "told" if claim.property in _TOLD else "happened"
    what = property_words(claim.property.removesuffix(".date"))
    doubtful = "" if claim.polarity is Polarity.AFFIRMED else claim.polarity.value
    event = _event(lane, claim.value, what, doubtful=doubtful)
    return event and replace(event, claim_ids=(claim.id,))


def _event(lane: str, edtf: str, what: str, *, item: str = "", doubtful: str = "") -> Event | None:
    span = bounds(edtf)
    if span is None:
        return None
    items = (item,) if item else ()
    return Event(lane, *span, edtf=edtf, words=date_words(edtf), what=what, items=items, doubtful=doubtful)


def _add(found: dict[tuple[str, ...], Event], event: Event | None) -> None:
    if event is None:
        return
    key = (event.lane, event.edtf, event.what, event.doubtful)
    known = found.get(key)
    if known is not None:
        items = tuple(dict.fromkeys(known.items + event.items))
        event = replace(known, claim_ids=known.claim_ids + event.claim_ids, items=items)
    found[key] = event


def bounds(edtf: str) -> tuple[float, float] | None:
    """The earliest and latest moment of an EDTF date, in years with a fraction; None where it is none.

    An open end takes the other one: nothing can be drawn up to for ever.
    """
    days = edtf_bounds(edtf)
    if days is None:
        return None
    first, last = days
    first, last = (last if first == FIRST_DAY else first), (first if last == LAST_DAY else last)
    return _moment(first), _moment(last) + 1 / _DAYS_A_YEAR


def _moment(day: str) -> float:
    on = date.fromisoformat(day)
    return on.year + (on.timetuple().tm_yday - 1) / (366 if isleap(on.year) else 365)


@dataclass(frozen=True, slots=True)
class Mark:
    """One event as drawn, in units of the picture."""

    x: float
    y: float
    width: float
    event: Event


@dataclass(frozen=True, slots=True)
class Picture:
    """The timeline as a drawing: a lane for each kind of day, a tick for each year or month."""

    width: int
    height: int
    lanes: tuple[tuple[str, int], ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]


_LEFT, _RIGHT, _LANE, _WIDTH = 84, 20, 30, 760
_MOST_TICKS = 9


def picture(found: tuple[Event, ...]) -> Picture | None:
    """``found`` drawn, or None where there is nothing to compare."""
    if len(found) < 2:
        return None
    low, high = min(event.low for event in found), max(event.high for event in found)
    margin = max((high - low) * 0.03, 0.02)
    low, high = low - margin, high + margin

    def x(moment: float) -> float:
        return round(_LEFT + (moment - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT), 1)

    lanes = tuple((lane, 16 + number * _LANE) for number, lane in enumerate(LANES))
    at = dict(lanes)
    marks = tuple(
        Mark(x(event.low), at[event.lane], round(max(x(event.high) - x(event.low), 7), 1), event)
        for event in found
    )
    step = next((s for s in (1 / 12, 0.25, 0.5, 1, 2, 5, 10, 20, 50) if (high - low) / s <= _MOST_TICKS), 100)
    first = int(low / step) + 1
    moments = [n * step for n in range(first, int(high / step) + 1)]
    ticks = tuple((x(moment), _tick_words(moment)) for moment in moments)
    return Picture(_WIDTH, 16 + len(LANES) * _LANE + 22, lanes, ticks, marks)


def _tick_words(moment: float) -> str:
    month = round((moment % 1) * 12)
    year, month = (int(moment) + 1, 0) if month == 12 else (int(moment), month)
    return f"{year}" if month == 0 else f"{year}-{month + 1:02}"
