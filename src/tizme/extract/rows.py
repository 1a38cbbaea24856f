"""Claims from the rows of a list: every mapped cell says one thing about the row's person."""

from __future__ import annotations

from tizme.dates import find_ages, parse_date
from tizme.extract.annotate import annotate
from tizme.extract.cues import find_cues
from tizme.extract.discourse import Discourse
from tizme.extract.events import read_events
from tizme.extract.mentions import read_mentions
from tizme.extract.who import Who
from tizme.model import (
    Cell,
    Claim,
    Document,
    Evidence,
    Extraction,
    ListRow,
    Mention,
    Polarity,
    Subject,
    short_id,
)
from tizme.names import nominative
from tizme.places import find_places
from tizme.text import tokens

NAME_PARTS = ("family", "given", "father")
TOLD_IN_WORDS = ("status", "note")
FATES = frozenset({"died", "missing", "captured", "buried", "wounded", "sentenced", "returned", "seen_alive"})
Value = tuple[str, str, Cell, int, int, str]  # property, value, cell, start, stop, polarity
_FREE_TEXT = frozenset({"source", "id", "property", ""})
_DATES = frozenset({"birth_date"})


def extract_rows(document: Document, *, item: str, published: str, publisher: str, rule: str) -> Extraction:
    """One subject per row; claims from its mapped cells, addressed by sheet, row and column."""
    subjects: list[Subject] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for number, row in enumerate(document.rows, start=1):
        fields = {name: cell for name, cell in _mapped(row) if cell.value.strip()}
        if not fields:
            continue
        name, name_cells = _name(fields, document.lang)
        who = Who(f"r{number}", name or f"row {row.address}", named=bool(name), name=name)
        subjects.append(
            Subject(who.id, named=who.named, group=False, label=who.label, role="subject", name=name)
        )
        mentions += [
            Mention(who.id, cell.start, cell.stop, "name" if name else "nominal")
            for cell in name_cells or [next(iter(fields.values()))]
        ]
        found = _values(fields, name, name_cells, document.lang, published)
        told = {value[0] for value in found}
        for prop in TOLD_IN_WORDS:
            if prop in fields:
                found += [v for v in _told(fields[prop], who, document.lang, published) if v[0] not in told]
        claims += [
            Claim(
                id=short_id("c", item, start, stop, who.id, prop, value),
                item=item, subject=who.id, property=prop, value=value, start=start, stop=stop,
                quote=document.text[start:stop], evidence=Evidence.PRESS, polarity=Polarity(polarity),
                speakers=(publisher,) if publisher else (), said_on=published, rule=rule,
                cell=f"{cell.sheet}!{cell.column}{cell.row}",
            )
            for prop, value, cell, start, stop, polarity in found
        ]  # fmt: skip
    return Extraction(document.lang, document.boilerplate, tuple(subjects), tuple(mentions), tuple(claims))


def _told(cell: Cell, who: Who, lang: str, published: str) -> list[Value]:
    """What a status or a note says in words: "пропал без вести с марта", "вернулся домой"."""
    sentences = annotate(
        cell.value, lang=lang, published=published, start=0, stop=len(cell.value), boilerplate=()
    )
    discourse = Discourse(cell.value, lang=lang)
    discourse.focus = who
    found = []
    for sentence in sentences:
        refs = read_mentions(sentence, discourse)
        discourse.focus = who
        for draft in read_events(sentence, refs, discourse, published=published):
            if draft.who is who:
                start, stop = cell.start + draft.start, cell.start + draft.stop
                found.append((draft.property, draft.value, cell, start, stop, draft.polarity))
    return found


def _mapped(row: ListRow) -> list[tuple[str, Cell]]:
    by_header = {cell.header: cell for cell in row.cells}
    return [(prop, by_header[header]) for prop, header in row.fields if header in by_header]


def _name(fields: dict[str, Cell], lang: str) -> tuple[str, list[Cell]]:
    if "name" in fields:
        return nominative(fields["name"].value.strip(), lang=lang), [fields["name"]]
    cells = [fields[part] for part in NAME_PARTS if part in fields]
    return " ".join(cell.value.strip() for cell in cells), cells


def _values(
    fields: dict[str, Cell], name: str, name_cells: list[Cell], lang: str, published: str
) -> list[Value]:
    found: list[Value] = []

    def add(prop: str, value: str, cell: Cell) -> None:
        if all(v[:2] != (prop, value) for v in found):
            found.append((prop, value, cell, cell.start, cell.stop, "affirmed"))

    if name:
        add("name", name, name_cells[0])
    event = _event_of_status(fields, lang)
    for written, cell in fields.items():
        words = cell.value.strip()
        prop = written
        if prop.startswith("event."):
            if not event:
                continue  # a day of we do not know what
            prop = f"{event}.{prop.split('.')[1]}"
        if prop in NAME_PARTS or prop == "name" or prop in _FREE_TEXT or prop in TOLD_IN_WORDS:
            continue
        value = _normal(prop, words, lang, published)
        if value:
            add(prop, value, cell)
            root = prop.split(".")[0]
            if "." in prop and root in FATES:
                add(root, "true", cell)
    return found


def _event_of_status(fields: dict[str, Cell], lang: str) -> str:
    """The one event that the status column names, for columns that only say "date" or "place"."""
    if "status" not in fields:
        return ""
    hits = find_cues(lang, tokens(fields["status"].value))
    events = {h.cue.property for h in hits if h.cue.kind == "event" and h.cue.property in FATES}
    return events.pop() if len(events) == 1 else ""


def _normal(prop: str, words: str, lang: str, published: str) -> str:
    last = prop.rsplit(".", maxsplit=1)[-1]
    if prop in _DATES or last == "date":
        return parse_date(words, lang=lang, published=published)
    if prop == "age":
        ages = find_ages(words, lang=lang)
        return ages[0][2] if ages else (words if words.isdigit() else "")
    if prop in {"origin", "residence", "birth_place"} or last in {"place", "from"}:
        places = find_places(words, lang=lang)
        return places[0].nominative if len(places) == 1 else words
    return words
