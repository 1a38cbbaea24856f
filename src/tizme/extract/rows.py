"""Claims from the rows of a list: every mapped cell says one thing about the row's person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tizme.extract.row_sources import RowSource, source_of
from tizme.extract.row_values import values_of
from tizme.extract.row_words import Value, event_of_status, says_unknown, told
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
from tizme.text import detect_language

NAME_PARTS = ("family", "given", "father")
TOLD_IN_WORDS = ("status", "note")
# A row without one of these is no person: a line of a table of regions, say.
_TELLS_A_PERSON = frozenset(
    {"name", *NAME_PARTS, "alternate_name", "call_sign", "birth_date", "age", "document_number"}
)
_FREE_TEXT = frozenset({"source", "id", "property", ""})
# Code points between two cells that stand side by side.
_BETWEEN_CELLS = 3
_NAME = re.compile(r"[^\W\d_][\w’‘'ʻʼ`.-]*(?: [^\W\d_][\w’‘'ʻʼ`.-]*){0,4}")
# A name ends where a comma, a bracket or a number begins.
_NAME_ALONE = re.compile(r"[^\W\d_][^,;(\[\d/]*")
_FEWEST_LETTERS = 3
# Code points of a note from which its language can be told.
_ENOUGH_TO_TELL = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """What holds for all rows of a list."""

    item: str
    text: str
    published: str
    publisher: str
    rule: str


def extract_rows(
    document: Document, listed: Sequence[ListRow], *, item: str, published: str, publisher: str, rule: str
) -> Extraction:
    """One subject per row; claims from its mapped cells, addressed by sheet, row and column.

    Args:
        listed: Some or all of the document's rows.
    """
    about = _Item(item, document.text, published, publisher, rule)
    languages = {passage.start: passage.lang for passage in document.passages if passage.lang}
    subjects: list[Subject] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for number, row in enumerate(listed, start=1):
        fields = _mapped(row)
        # A cell that says "unknown" where a name would stand is an unnamed person's.
        if not _TELLS_A_PERSON.intersection(prop for prop, _ in row.fields):
            continue
        lang = languages.get(row.cells[0].start, document.lang)
        name, name_cells = _name(fields, lang)
        who = Who(f"r{number}", name or f"row {row.address}", named=bool(name), name=name)
        subjects.append(
            Subject(who.id, named=who.named, group=False, label=who.label, role="subject", name=name)
        )
        mentions += [
            Mention(who.id, cell.start, cell.stop, "name" if name else "nominal")
            for cell in name_cells or [next((cells[0] for cells in fields.values()), row.cells[0])]
        ]
        found = _values(fields, who, name_cells, lang, published)
        source = source_of(row, lang)
        for number_of_kin, value in enumerate(found, start=1):
            relative = _relative(value, f"{who.id}k{number_of_kin}", lang)
            if relative is None:
                claims.append(_claim(about, who, value, source))
                continue
            kin, own = relative
            subjects.append(
                Subject(kin.id, named=True, group=False, label=kin.name, role="relative", name=kin.name)
            )
            mentions.append(Mention(kin.id, own.start, own.stop, "name"))
            claims += [_claim(about, who, replace(value, value=kin.id)), _claim(about, kin, own)]
    return Extraction(document.lang, document.boilerplate, tuple(subjects), tuple(mentions), tuple(claims))


def _claim(about: _Item, who: Who, found: Value, source: RowSource | None = None) -> Claim:
    cell, start, stop = found.cell, found.start, found.stop
    outlet = (about.publisher,) if about.publisher else ()
    return Claim(
        id=short_id("c", about.item, start, stop, who.id, found.prop, found.value),
        item=about.item, subject=who.id, property=found.prop, value=found.value, start=start, stop=stop,
        quote=about.text[start:stop], evidence=source.evidence(found.prop) if source else Evidence.PRESS,
        polarity=Polarity(found.polarity),
        speakers=(*((source.words,) if source else ()), *outlet), said_on=about.published, rule=about.rule,
        cell=f"{cell.sheet}!{cell.column}{cell.row}" if cell.sheet else "",
    )  # fmt: skip


def _relative(found: Value, kin_id: str, lang: str) -> tuple[Who, Value] | None:
    """The relative whom a cell names, and the claim of the name; None for a count or another kind of cell."""
    match = _NAME.match(found.cell.value) if found.prop.startswith("kin.") else None
    if match is None:
        return None
    name = nominative(match.group().strip(), lang=lang)
    start = found.cell.start + match.start()
    own = Value("name", name, found.cell, start, start + len(match.group().rstrip()))
    return Who(kin_id, name, "relative", named=True, name=name), own


def _mapped(row: ListRow) -> dict[str, list[Cell]]:
    """Property -> the filled cells that hold it, in the row's order."""
    by_header = {cell.header: cell for cell in (*row.cells, *row.carried)}
    found: dict[str, list[Cell]] = {}
    for prop, header in row.fields:
        cell = by_header.get(header)
        told = (
            cell is not None and any(char.isalnum() for char in cell.value) and not says_unknown(cell.value)
        )
        if cell is not None and (told or prop in TOLD_IN_WORDS):
            found.setdefault(prop, []).append(cell)
    return found


def _name(fields: dict[str, list[Cell]], lang: str) -> tuple[str, list[Cell]]:
    if "name" in fields:
        match = _NAME_ALONE.match(fields["name"][0].value)
        if match is None:
            return "", []
        cell = _part(fields["name"][0], match.start(), len(match.group().rstrip()) + match.start())
        return nominative(cell.value, lang=lang), [cell]
    cells = [fields[part][0] for part in NAME_PARTS if part in fields]
    return " ".join(cell.value.strip() for cell in cells), cells


def _part(cell: Cell, start: int, stop: int) -> Cell:
    """The part of a cell that begins and ends at these code points of its value."""
    return replace(cell, value=cell.value[start:stop], start=cell.start + start, stop=cell.start + stop)


def _beside_the_name(fields: dict[str, list[Cell]]) -> list[Cell]:
    """What else stands in the name's cell: "Осмонов Эрлан (позывной «Беркут»), 1990 г.р."."""
    cell = next(iter(fields.get("name", ())), None)
    match = _NAME_ALONE.match(cell.value) if cell is not None else None
    if cell is None or match is None or sum(map(str.isalnum, cell.value[match.end() :])) < _FEWEST_LETTERS:
        return []
    return [_part(cell, match.end(), len(cell.value))]


def _values(
    fields: dict[str, list[Cell]], who: Who, name_cells: Sequence[Cell], lang: str, published: str
) -> list[Value]:
    words = [
        one
        for prop in TOLD_IN_WORDS
        for cell in fields.get(prop, ())
        for one in told(cell, who, lang=_language(cell, lang), published=published, whole=prop == "status")
    ]
    for cell in _beside_the_name(fields):
        beside = told(cell, who, lang=lang, published=published, whole=False)
        words += beside or values_of("birth_date", cell, lang=lang, published=published)
    # What the row says in words goes before what a date only implies: "предположительно погиб" beside one.
    in_words = {one.prop for one in words}
    found = [_named(who, name_cells)] if who.name else []
    event = event_of_status(fields.get("status", ()), lang)
    for prop, cell in _valued(fields, event):
        for one in values_of(prop, cell, lang=lang, published=published):
            implied = one.value == "true" and one.prop in in_words
            if not implied and all((v.prop, v.value) != (one.prop, one.value) for v in found):
                found.append(one)
    said = {one.prop for one in found}
    return [*found, *(one for one in words if one.prop not in said)]


def _named(who: Who, cells: Sequence[Cell]) -> Value:
    """The name; one quote over its cells where they stand side by side."""
    first, last = min(cells, key=lambda cell: cell.start), max(cells, key=lambda cell: cell.start)
    filled = sum(cell.stop - cell.start for cell in cells)
    beside = last.stop - first.start <= filled + (len(cells) - 1) * _BETWEEN_CELLS
    return Value("name", who.name, first, first.start, last.stop if beside else first.stop)


def _valued(fields: dict[str, list[Cell]], event: str) -> list[tuple[str, Cell]]:
    """The cells that hold a value, under the property they hold."""
    found = []
    for written, cells in fields.items():
        prop = written
        if prop.startswith("event."):
            if not event:
                continue  # a day of we do not know what
            prop = f"{event}.{prop.partition('.')[2]}"
        if prop in {*NAME_PARTS, "name", *_FREE_TEXT, *TOLD_IN_WORDS}:
            continue
        found += [(prop, cell) for cell in cells]
    return found


def _language(cell: Cell, lang: str) -> str:
    """A long note may be in another language than its row."""
    return lang if len(cell.value) < _ENOUGH_TO_TELL else detect_language(cell.value)
