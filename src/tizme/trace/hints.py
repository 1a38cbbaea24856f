"""A question in free words read as a query: "Аян, father's name Асан, from Кара-Суу, about 30"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.tables import rows
from tizme.text import fold
from tizme.trace.query import Query

_ABOUT_YEARS = 3  # either way
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")
_AGE = re.compile(r"\d{1,2}(?:\s*-\s*\d{1,2})?")
_EDGE = " ,;.:-?!"
_BEFORE = r"(?P<value>[^,;]{1,40}?)\s*"


@dataclass(frozen=True, slots=True)
class _Hint:
    field: str
    start: int
    stop: int
    value: str = ""  # what stood before the words, where they follow it


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found = []
    for row in rows("trace/hints.csv", "field", "lang", "side", "pattern"):
        number = r"(?P<value>[\d./ -]+?)\s*" if row["field"] in {"age", "born"} else _BEFORE
        lead = number if row["side"] == "before" else ""
        found.append(
            (row["field"], row["side"], re.compile(rf"(?<!\w){lead}(?:{row['pattern']})(?:(?<=\s)|(?!\w))"))
        )
    return tuple(found)


def read_question(text: str, *, query_id: str = "1", lang: str = "") -> Query:
    """The query behind a question in free words; all of it is the name where no hint stands in it.

    >>> read_question("Аян, father's name Асан, from Кара-Суу, about 30").age
    '27-33'
    """
    folded = fold(text)
    hints = _hints(folded)
    name = text[: hints[0].start] if hints else text
    query = Query(query_id, "", lang=lang)
    about = False
    for place, hint in enumerate(hints):
        end = hints[place + 1].start if place + 1 < len(hints) else len(text)
        value = hint.value or text[hint.stop : end].strip(_EDGE)
        about = about or hint.field == "about"
        query = _with(query, hint.field, value, about=about)
    name, query = _bare(name, query)
    return replace(query, name=name)


def _hints(folded: str) -> list[_Hint]:
    """Hints in the order of the text; where two overlap, the longer."""
    found = []
    for kind, side, pattern in _patterns():
        for match in pattern.finditer(folded):
            value = match["value"].strip(_EDGE) if side == "before" else ""
            found.append(_Hint(kind, match.start(), match.end(), value))
    kept: list[_Hint] = []
    for hint in sorted(found, key=lambda h: h.start - h.stop):
        if all(hint.stop <= one.start or one.stop <= hint.start for one in kept):
            kept.append(hint)
    return sorted(kept, key=lambda h: h.start)


def _with(query: Query, field: str, value: str, *, about: bool) -> Query:
    """A query with one more fact; the first word on each stands."""
    if field in {"age", "about"}:
        found = _AGE.search(value)
        return query if found is None or query.age else replace(query, age=_years(found.group(), about=about))
    if field == "born":
        found = _YEAR.search(value)
        return query if found is None or query.born else replace(query, born=found.group())
    return query if getattr(query, field) or not value else replace(query, **{field: value})


def _years(written: str, *, about: bool) -> str:
    if not about or "-" in written:
        return written.replace(" ", "")
    return f"{int(written) - _ABOUT_YEARS}-{int(written) + _ABOUT_YEARS}"


def _bare(name: str, query: Query) -> tuple[str, Query]:
    """A year or an age that stands in the name without any words beside it."""
    parts = []
    for part in name.split(","):
        bare = part.strip(_EDGE)
        if _YEAR.fullmatch(bare):
            query = _with(query, "born", bare, about=False)
        elif _AGE.fullmatch(bare):
            query = _with(query, "age", bare, about=False)
        elif bare:
            parts.append(bare)
    return ", ".join(parts), query
