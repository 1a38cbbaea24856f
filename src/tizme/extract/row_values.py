"""The values that one cell of a list or one line of a card holds, in normal form."""

from __future__ import annotations

from tizme.dates import find_ages, find_dates
from tizme.extract.cues import find_cues
from tizme.extract.frames import frames
from tizme.extract.row_words import Value, whole_cell
from tizme.model import Cell, PlaceMatch
from tizme.places import find_places
from tizme.text import tokens

FATES = frozenset({"died", "missing", "captured", "buried", "wounded", "sentenced", "returned", "seen_alive"})
_PLACES = frozenset({"origin", "residence", "birth_place"})
_QUOTES = "«»“”„\"'‘’ "


def values_of(prop: str, cell: Cell, *, lang: str, published: str) -> list[Value]:
    """What a cell under ``prop`` says; empty where it holds no such value."""
    if prop in FATES:  # a heading over the rows: "Погибшие"
        return [whole_cell(prop, "true", cell)]
    root, _, last = prop.rpartition(".")
    if prop == "birth_date" or last == "date":
        return _dated(prop, root, cell, lang=lang, published=published)
    value = cell.value.strip()
    if prop == "age":
        ages = find_ages(value, lang=lang)
        value = ages[0][2] if ages else (value if value.isdigit() else "")
    elif prop in _PLACES or last in {"place", "from"}:
        places = find_places(value, lang=lang)
        value = places[0].nominative if len(places) == 1 else value
    elif prop in {"call_sign", "alternate_name"}:
        value = value.strip(_QUOTES)
        at = cell.start + cell.value.find(value)
        return [Value(prop, value, cell, at, at + len(value))] if value else []
    happened = [whole_cell(root, "true", cell)] if root in FATES else []
    return [whole_cell(prop, value, cell), *happened] if value else []


def _dated(prop: str, root: str, cell: Cell, *, lang: str, published: str) -> list[Value]:
    """A day, and the place that may stand beside it: "12.03.1990, с. Ак-Талаа"."""
    marks = {hit.cue.property for hit in find_cues(lang, tokens(cell.value)) if hit.cue.kind == "mark"}
    if "denied" in marks:
        return []
    polarity = "uncertain" if "uncertain" in marks or cell.value.rstrip().endswith("?") else "affirmed"
    day = next(
        (one for one in find_dates(cell.value, lang=lang, published=published) if one.kind == "date"), None
    )
    place = next(
        (
            one
            for one in find_places(cell.value, lang=lang)
            if day is None or one.stop <= day.start or day.stop <= one.start
        ),
        None,
    )
    found = []
    if day is not None:
        span = (cell.start, cell.stop) if place is None else (cell.start + day.start, cell.start + day.stop)
        found.append(Value(prop, day.edtf, cell, *span, polarity))
    slot = _place_of(root)
    if place is not None and slot:
        found.append(_at(slot, place, cell, polarity))
    if root in FATES and found:
        found.append(Value(root, "true", cell, found[0].start, found[0].stop, polarity))
    return found


def _place_of(root: str) -> str:
    """The property that holds the place of an event, "" where it has none."""
    if not root:
        return "birth_place"
    frame = frames().get(root)
    return frame.slots.get("place", "") if frame else ""


def _at(prop: str, place: PlaceMatch, cell: Cell, polarity: str) -> Value:
    return Value(prop, place.nominative, cell, cell.start + place.start, cell.start + place.stop, polarity)
