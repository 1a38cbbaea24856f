"""A question in free words read as a query: "Аян, father's name Асан, from Кара-Суу, about 30"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.names.relatives import tie_of
from tizme.tables import rows
from tizme.text import fold
from tizme.trace.query import Query

_ABOUT_YEARS = 3  # either way
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d")
_AGE = re.compile(r"\d{1,2}(?:\s*-\s*\d{1,2})?")
_AT_END = re.compile(rf"(?:^|[\s(])(?:(?P<born>{_YEAR.pattern})|(?P<age>[1-7]\d))\)?$")
_BORN_IN = re.compile(r"(?:года?|г\.|жылы)?[\s,;]*(?:(?:в|во|in|at|у)\s+)?(?P<place>[^\W\d].*)", re.DOTALL)
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d]\.$")
_TOKEN = re.compile(r"[^\s,;:.()]+")
_ONE_PART = {"father", "kin", "unit", "call_sign"}  # what follows a comma is told of something else
_EDGE = " ,;.:-?!"
_BEFORE = r"(?P<value>[^,;]{1,40}?)\s*"


@dataclass(frozen=True, slots=True)
class _Hint:
    field: str
    start: int
    stop: int
    value: str = ""  # what stood before the words, where they follow it
    told_from: int = -1  # where what is told begins, if the words themselves are part of it


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
        said = text[hint.stop if hint.told_from < 0 else hint.told_from : end].strip(_EDGE)
        if hint.field in _ONE_PART:
            said, _, rest = said.partition(",")
            name = f"{name}, {rest}" if rest.strip(_EDGE) else name
        elif hint.field in {"home", "seen"}:
            said, bare = _without_figures(said)
            name = ", ".join([name, *bare])
        about = about or hint.field == "about"
        query = _with(query, hint.field, hint.value or said, about=about)
    name, query = _bare(name, query)
    return replace(query, name=name)


def _without_figures(said: str) -> tuple[str, list[str]]:
    """A place, and the years and ages that stand behind it."""
    parts = [part.strip(_EDGE) for part in said.split(",")]
    bare = [part for part in parts if _YEAR.fullmatch(part) or _AGE.fullmatch(part)]
    return ", ".join(part for part in parts if part not in bare), bare


def _hints(folded: str) -> list[_Hint]:
    """Hints in the order of the text; where two overlap, the longer."""
    found = []
    for kind, side, pattern in _patterns():
        for match in pattern.finditer(folded):
            value = match["value"].strip(_EDGE) if side == "before" else ""
            found.append(_Hint(kind, match.start(), match.end(), value))
    found += _relatives(folded)
    kept: list[_Hint] = []
    for hint in sorted(found, key=lambda h: h.start - h.stop):
        if all(hint.stop <= one.start or one.stop <= hint.start for one in kept):
            kept.append(hint)
    return sorted(kept, key=lambda h: h.start)


def _relatives(folded: str) -> list[_Hint]:
    """Words for relatives ("мать", "his wife's name"), each a hint that begins with what belongs to it."""
    found: list[_Hint] = []
    start = -1
    for token in _TOKEN.finditer(folded):
        tie = tie_of(token.group())
        start = start if start >= 0 and tie else token.start()
        if tie == "father":
            found.append(_Hint("father", start, token.end()))
        elif tie not in {"", "-"}:
            found.append(_Hint("kin", start, token.end(), told_from=token.start()))
        start = start if tie == "-" else -1
    return found


def _with(query: Query, field: str, value: str, *, about: bool) -> Query:
    """A query with one more fact; the first word on each stands."""
    if field in {"age", "about"}:
        found = _AGE.search(value)
        return query if found is None or query.age else replace(query, age=_years(found.group(), about=about))
    if field == "born":
        found = _YEAR.search(value)
        if found is None or query.born:
            return query
        place = _BORN_IN.fullmatch(value[found.end() :].strip())
        home = place["place"].strip(_EDGE) if place and not query.home else query.home
        return replace(query, born=found.group(), home=home)
    if field == "kin":
        return replace(query, kin=f"{query.kin}; {value}" if query.kin else value)
    return query if getattr(query, field) or not value else replace(query, **{field: value})


def _years(written: str, *, about: bool) -> str:
    if not about or "-" in written:
        return written.replace(" ", "")
    return f"{int(written) - _ABOUT_YEARS}-{int(written) + _ABOUT_YEARS}"


def _bare(name: str, query: Query) -> tuple[str, Query]:
    """A year, a day or an age that stands with the name without any words beside it."""
    parts = []
    for part in name.split(","):
        bare = part.strip(_EDGE)
        if _YEAR.fullmatch(bare):
            query = _with(query, "born", bare, about=False)
        elif _AGE.fullmatch(bare):
            query = _with(query, "age", bare, about=False)
        elif bare:
            ends = _AT_END.search(bare)
            if ends:
                kind = "born" if ends["born"] else "age"
                query = _with(query, kind, ends[kind], about=False)
                bare = bare[: ends.start()].strip(_EDGE)
            parts.append(f"{bare}." if _INITIAL.search(f"{bare}.") and part.rstrip().endswith(".") else bare)
    return ", ".join(parts), query
