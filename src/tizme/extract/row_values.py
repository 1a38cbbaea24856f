"""The values that one cell of a list or one line of a card holds, in normal form."""

from __future__ import annotations

import re
from dataclasses import replace

from tizme.dates import find_ages, find_dates
from tizme.extract.cues import find_cues
from tizme.extract.frames import frames
from tizme.extract.row_words import Value, whole_cell
from tizme.model import Cell, PlaceMatch
from tizme.places import find_places
from tizme.text import tokens

FATES = frozenset({"died", "missing", "captured", "buried", "wounded", "sentenced", "returned", "seen_alive"})
_PLACES = frozenset({"origin", "residence", "birth_place"})
_BETWEEN_DAYS = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d)")
_NAME = re.compile(r"[^\W\d_][\w’‘'ʻʼ`.-]*(?: (?=[A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ])[\w’‘'ʻʼ`.-]+){0,3}")
_QUOTES = "«»“”„\"'‘’ "


def values_of(prop: str, cell: Cell, *, lang: str, published: str) -> list[Value]:
    """What a cell under ``prop`` says; empty where it holds no such value."""
    if prop in FATES:  # a heading over the rows: "Погибшие"
        return [whole_cell(prop, "true", cell)]
    if prop == "lifespan":
        return _life(cell, lang=lang, published=published)
    if prop == "kin":
        return _kin(cell, lang=lang)
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


def _kin(cell: Cell, *, lang: str) -> list[Value]:
    """Relatives with the words for what they are, and their names: "мать Гульнара, жена Айгуль"."""
    words = tokens(cell.value)
    found = []
    for hit in find_cues(lang, words):
        behind = words[hit.last + 1] if hit.last + 1 < len(words) else None
        if hit.cue.kind != "kin" or behind is None or not behind.text[:1].isupper():
            continue
        name = _NAME.match(cell.value, behind.start)
        if name is not None:
            own = replace(
                cell, value=name.group().rstrip(), start=cell.start + name.start(),
                stop=cell.start + name.start() + len(name.group().rstrip()),
            )  # fmt: skip
            found.append(Value(f"kin.{hit.cue.property}", own.value, own, cell.start + hit.start, own.stop))
    return found


def _life(cell: Cell, *, lang: str, published: str) -> list[Value]:
    """The first and the last day of a life: "12.03.1990 - 14.11.2022"; of one day alone, only the birth."""
    found: list[Value] = []
    at = cell.value.find(cell.value.lstrip())
    for prop, part in zip(
        ("birth_date", "died.date"), _BETWEEN_DAYS.split(cell.value.strip(), maxsplit=1), strict=False
    ):
        begin = cell.value.find(part, at)
        own = replace(cell, value=part, start=cell.start + begin, stop=cell.start + begin + len(part))
        found += _dated(prop, prop.rpartition(".")[0], own, lang=lang, published=published)
        at = begin + len(part)
    return found


def _place_of(root: str) -> str:
    """The property that holds the place of an event, "" where it has none."""
    if not root:
        return "birth_place"
    frame = frames().get(root)
    return frame.slots.get("place", "") if frame else ""


def _at(prop: str, place: PlaceMatch, cell: Cell, polarity: str) -> Value:
    return Value(prop, place.nominative, cell, cell.start + place.start, cell.start + place.stop, polarity)
