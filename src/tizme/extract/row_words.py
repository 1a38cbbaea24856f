"""What a list's status and note columns say: one word of a table, or sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tizme.extract.annotate import annotate
from tizme.extract.attributes import read_attributes
from tizme.extract.cues import find_cues
from tizme.extract.discourse import Discourse
from tizme.extract.events import read_events
from tizme.extract.mentions import read_mentions
from tizme.extract.who import Who
from tizme.model import Cell
from tizme.tables import rows
from tizme.text import fold, tokens

# What a date or a place without a name of its own can belong to, where a status names just one of them.
_DATED = frozenset(
    {"died", "missing", "captured", "buried", "wounded", "sentenced", "returned", "seen_alive"}
)
_SAID_BY_THE_NAME = frozenset({"name", "sex"})
_OUTER_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a cell says. ``start`` and ``stop`` are of the item's text."""

    prop: str
    value: str
    cell: Cell
    start: int
    stop: int
    polarity: str = "affirmed"


def whole_cell(prop: str, value: str, cell: Cell) -> Value:
    """What all of the cell's words say."""
    return Value(prop, value, cell, cell.start, cell.stop)


def told(cell: Cell, who: Who, *, lang: str, published: str, whole: bool) -> list[Value]:
    """What a status or a note says of the row's person: "200", "пропал без вести с марта", "вернулся домой".

    Args:
        whole: The cell may be one word of tables/extract/list_statuses.csv.
    """
    if whole:
        status = _status_of(cell.value)
        if status is not None:
            return [whole_cell(status, "true", cell)] if status else []
    lang = _read_as(cell.value, lang)
    sentences = annotate(
        cell.value, lang=lang, published=published, start=0, stop=len(cell.value), boilerplate=()
    )
    discourse = Discourse(cell.value, lang=lang)
    discourse.focus = who
    found: list[Value] = []
    for sentence in sentences:
        refs = read_mentions(sentence, discourse)
        discourse.focus = who
        drafts = [
            *(one for one in read_attributes(sentence, refs, discourse) if one.target is None),
            *read_events(sentence, refs, discourse, published=published),
        ]
        for draft in drafts:
            own = draft.who is who and draft.property not in _SAID_BY_THE_NAME
            if own and all((v.prop, v.value) != (draft.property, draft.value) for v in found):
                start, stop = cell.start + draft.start, cell.start + draft.stop
                found.append(Value(draft.property, draft.value, cell, start, stop, draft.polarity))
    return found


def _read_as(words: str, lang: str) -> str:
    """English for a cell in plain Latin letters that only English reads: "KIA 14/02/24 Bohdanivka"."""
    if lang == "en" or not words.isascii():
        return lang
    told = {one: [h for h in find_cues(one, tokens(words)) if h.cue.kind == "event"] for one in (lang, "en")}
    return "en" if told["en"] and not told[lang] else lang


def event_of_status(cells: Sequence[Cell], lang: str) -> str:
    """The one event that the status column names, for columns that only say "date" or "place"."""
    events: set[str] = set()
    for cell in cells:
        status = _status_of(cell.value)
        if status is not None:
            events.add(status)
            continue
        hits = find_cues(lang, tokens(cell.value))
        events |= {h.cue.property for h in hits if h.cue.kind == "event"}
    events &= _DATED
    return events.pop() if len(events) == 1 else ""


def says_unknown(words: str) -> bool:
    """Whether a cell says no more than that nothing is known: "н/д", "неизвестно"."""
    return _status_of(words) == ""


def _status_of(words: str) -> str | None:
    """The property that the whole cell names, "" where that is none, None for other words."""
    return _statuses().get(_key(words))


@lru_cache(maxsize=1)
def _statuses() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("extract/list_statuses.csv", "property", "lang", "form"):
        found.setdefault(_key(row["form"]), row["property"])
    return found


def _key(words: str) -> str:
    return " ".join(_OUTER_MARKS.sub("", fold(words)).split())
