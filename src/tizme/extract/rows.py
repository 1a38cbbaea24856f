"""Claims from the rows of a list: every mapped cell says one thing about the row's person."""

from __future__ import annotations

from tizme.dates import find_ages, parse_date
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

NAME_PARTS = ("family", "given", "father")
_FREE_TEXT = frozenset({"note", "source", "id", ""})
_DATES = frozenset({"birth_date"})


def extract_rows(document: Document, *, item: str, published: str, publisher: str, rule: str) -> Extraction:
    """One subject per row; claims from its mapped cells, addressed by sheet, row and column."""
    subjects, mentions, claims = [], [], []
    for number, row in enumerate(document.rows, start=1):
        subject_id = f"r{number}"
        fields = {name: cell for name, cell in _mapped(row) if cell.value.strip()}
        if not fields:
            continue
        name, name_cells = _name(fields, document.lang)
        subjects.append(Subject(subject_id, bool(name), False, name or f"row {row.address}", "subject", name))
        for cell in name_cells or [next(iter(fields.values()))]:
            mentions.append(Mention(subject_id, cell.start, cell.stop, "name" if name else "nominal"))
        for prop, value, cell in _values(fields, name, name_cells, document.lang, published):
            claims.append(_claim(subject_id, prop, value, cell, document, item, published, publisher, rule))
    return Extraction(document.lang, document.boilerplate, tuple(subjects), tuple(mentions), tuple(claims))


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
) -> list[tuple[str, str, Cell]]:
    found: list[tuple[str, str, Cell]] = []
    if name:
        found.append(("name", name, name_cells[0]))
    for prop, cell in fields.items():
        words = cell.value.strip()
        if prop in NAME_PARTS or prop == "name" or prop in _FREE_TEXT:
            continue
        value = _normal(prop, words, lang, published)
        if value:
            found.append((prop, value, cell))
            event = prop.split(".")[0]
            if "." in prop and event in {"died", "missing", "captured", "buried", "wounded"}:
                found.append((event, "true", cell))
    unique: dict[tuple[str, str], tuple[str, str, Cell]] = {}
    for row in found:
        unique.setdefault(row[:2], row)
    return list(unique.values())


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


def _claim(
    subject: str,
    prop: str,
    value: str,
    cell: Cell,
    document: Document,
    item: str,
    published: str,
    publisher: str,
    rule: str,
) -> Claim:
    return Claim(
        id=short_id("c", item, cell.start, cell.stop, subject, prop, value), item=item, subject=subject, property=prop,
        value=value, start=cell.start, stop=cell.stop, quote=document.text[cell.start : cell.stop],
        evidence=Evidence.PRESS, polarity=Polarity.AFFIRMED, speakers=(publisher,) if publisher else (),
        said_on=published, rule=rule, cell=f"{cell.sheet}!{cell.column}{cell.row}",
    )  # fmt: skip
