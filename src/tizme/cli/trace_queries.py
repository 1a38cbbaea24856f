"""Queries as they come: names on the command line, typed, piped in, or a table of many."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from tizme.model import UnusableInput
from tizme.trace.evidence_columns import ages_of, birth_of
from tizme.trace.evidence_rows import known_of
from tizme.trace.hints import read_question
from tizme.trace.query import Query, wanted

# Header of a query file -> field of Query.
_COLUMNS = {
    "query_id": "id", "qid": "id", "id": "id", "name": "name", "query": "name", "lang": "lang",
    "born": "born", "birth_date": "born", "age": "age", "on": "on", "from": "home", "home": "home",
    "last_seen": "seen", "seen": "seen", "prison": "seen", "father": "father", "sex": "sex", "unit": "unit",
    "call_sign": "call_sign", "kin": "kin",
}  # fmt: skip
# A relative in a column of their own: what stands before the name in Query.kin.
_KIN = ("mother", "wife", "husband", "brother", "sister", "son", "daughter")


def queries_in(path: Path, *, given: Query) -> list[Query]:
    """The queries of a table with a header (TSV, or CSV by its ending); cells left empty are as ``given``.

    Raises:
        UnusableInput: no column holds a name, or a row is longer than the header.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = list(
                csv.reader(lines, delimiter="," if path.suffix.lower() == ".csv" else "\t", strict=True)
            )
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnusableInput(
            str(error), str(path), "save it as UTF-8 with tabs between the columns"
        ) from error
    header = [_meaning(cell) for cell in table[0]] if table else []
    if "name" not in header:
        raise UnusableInput(
            "no column 'name'", str(path), "name the columns query_id, name, born, age, from, lang"
        )
    found = []
    for number, cells in enumerate(table[1:], start=1):
        if any("\n" in cell for cell in cells):  # else every query in between would be lost
            raise UnusableInput("a quotation mark is open", f"{path}:{number + 1}", "mend the row")
        if len(cells) > len(header):
            raise UnusableInput("more cells than columns", f"{path}:{number + 1}", "mend the row")
        facts: dict[str, str] = {}
        for field, cell in zip(header, cells, strict=False):
            if field in _KIN and cell.strip():
                facts["kin"] = "; ".join(filter(None, [facts.get("kin", ""), f"{field} {cell.strip()}"]))
            elif field and cell.strip():
                facts.setdefault(field, cell.strip())
        found.append(replace(given, **{"id": str(number), "name": "", **facts}))
    return found


def _meaning(header: str) -> str:
    bare = header.strip().lower().removeprefix("kin.").replace(" ", "_")
    return bare if bare in _KIN else _COLUMNS.get(bare, "")


def unread(query: Query) -> Iterator[str]:
    """What a query says that nothing can be made of, so that nobody takes it for searched."""
    known = known_of(query)
    if not wanted(query).units and known.nothing:
        yield "no word of a name that can be searched for"
    if query.kin and not known.kin:
        yield "no relative's name can be read and relatives are left aside"
    if query.home and not known.home:
        yield "the place he is from is in no gazetteer here and is left aside"
    if query.seen and not known.seen:
        yield "the place where he was last seen is in no gazetteer here and is left aside"
    if query.born and not birth_of(query.born).low:
        yield "the birth date cannot be read and is left aside"
    if query.age and ages_of(query.age)[0] < 0:
        yield "the age cannot be read and is left aside"


def typed(words: Sequence[str], *, ask: bool, given: Query) -> Iterator[Query]:
    """Queries from arguments, from a prompt that shows no history, or from standard input ("-")."""
    if ask:
        texts: Iterator[str] = iter([click.prompt("Name, and what is known", err=True)])
    elif list(words) == ["-"]:
        texts = (line.strip() for line in sys.stdin if line.strip())
    elif len(words) > 1 and any(" " in word.strip() for word in words):
        texts = iter(words)
    else:
        texts = iter([" ".join(words)])
    for number, text in enumerate(texts, start=1):
        read = read_question(text, query_id=str(number))
        facts = {name: getattr(given, name) for name in Query.__slots__ if getattr(given, name)}
        yield replace(read, **{**facts, "id": str(number)})
