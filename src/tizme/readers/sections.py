"""What a line of a list is that is no person: a sum, a remark, or a heading over the rows below it."""

from __future__ import annotations

import re
from functools import lru_cache

from tizme.places import lookup
from tizme.tables import rows
from tizme.text import fold

_MARKS = re.compile(r"[^\w/']+")
_PEOPLE = r"(?:(?:чел\w*|киши|kishi|нафар|nafar|адам|осіб|people|persons)\.?)"
# "(12)", "— 12", "12 чел."; the number of a unit is none of these.
_COUNT = re.compile(
    rf"\s*(?:[(\[]\s*\d+\s*{_PEOPLE}?\s*[)\]]|\s[—–-]\s*\d+|:\s*\d+|\d+\s*(?={_PEOPLE}))\s*{_PEOPLE}?\s*$",
    re.IGNORECASE,
)
# What a person's row never holds: a line of its own this long is a title or a remark.
LONGEST_SECTION = 120
STATUSES = frozenset({"died", "missing", "captured", "wounded", "returned"})


def is_total(words: str) -> bool:
    """Whether the line is a sum ("Итого по области: 12", "Jami")."""
    return _starts(words, "total")


def is_remark(words: str) -> bool:
    """Whether the line is a footnote, or says where a list comes from."""
    return words.lstrip()[:1] in {"*", "©"} or _starts(words, "remark")


def section_of(words: str) -> tuple[str, str]:
    """(property, value) that a heading says of the rows below it, ("", "") where it says nothing we know.

    >>> section_of("Баткенская область (12)"), section_of("ПОГИБШИЕ"), section_of("Прочие")
    (('origin', 'Баткенская область'), ('died', 'ПОГИБШИЕ'), ('', ''))
    """
    if len(words) > LONGEST_SECTION:
        return "", ""
    value = _COUNT.sub("", words).strip(" .:;*—–-") or words
    key = f" {_key(value)} "
    statuses = {prop for prop, match, form in _sections() if prop in STATUSES and _holds(key, match, form)}
    if statuses:
        others = any(f" {form}" in key for form in _lines("not_of_rows"))
        return (statuses.pop(), value) if len(statuses) == 1 and not others else ("", "")
    if lookup(value):  # before the words: "Шахтёрск" holds no word for "town"
        return "origin", value
    for prop, match, form in _sections():
        if _holds(key, match, form):
            return prop, value
    return "", ""


def _holds(key: str, match: str, form: str) -> bool:
    return f" {form} " in key if match == "word" else f" {form}" in key


def _starts(words: str, kind: str) -> bool:
    key = f"{_key(words)} "
    return any(key.startswith(f"{form} ") for form in _lines(kind))


@lru_cache(maxsize=1)
def _sections() -> tuple[tuple[str, str, str], ...]:
    table = rows("readers/list_lines.csv", "kind", "property", "match", "lang", "form")
    return tuple((r["property"], r["match"], _key(r["form"])) for r in table if r["kind"] == "section")


@lru_cache(maxsize=4)
def _lines(kind: str) -> tuple[str, ...]:
    table = rows("readers/list_lines.csv", "kind", "property", "match", "lang", "form")
    return tuple(_key(r["form"]) for r in table if r["kind"] == kind)


def _key(words: str) -> str:
    return " ".join(_MARKS.sub(" ", fold(words)).split())
