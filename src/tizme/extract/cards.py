"""Lines that are a card rather than a sentence: a label with its value, a name alone, the days of a life."""

from __future__ import annotations

import re
from functools import cache

from tizme.names import token_kinds
from tizme.tables import rows
from tizme.text import fold, tokens

# "Дата рождения: ...", also behind a bullet or an emoji.
_LABEL = re.compile(r"[^\w\n]*([^\W\d_][^:\t\n]{0,40}?)\s*[:\t]\s*(?=\S)")
_DAYS_OF_A_LIFE = re.compile(
    r"[^\w\n]*(?:\d{1,2}[./]\d{1,2}[./])?(?:19|20)\d\d\s*(?:г\.?\s*)?[-–—]+\s*(?:\d{1,2}[./]\d{1,2}[./])?20\d\d[^\w\n]*(?:гг?\.?)?[^\w\n]*"
)
_CAPITAL = r"[A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ]"
_ROLL = re.compile(
    rf"[^\w\n]*(?:{_CAPITAL}{{3,}}[\w’'-]*,?|{_CAPITAL}[^\W\d_]+[\w’'-]*)"
    rf"(?:\s(?:{_CAPITAL}[^\W\d_]*[\w’'-]*\.?)){{0,3}}\s*[,(;—–|-]"
)
_FIGURE = re.compile(r"\d")
_NOT_WORDS = re.compile(r"[^\w]+")
MAX_NAME_WORDS = 4
LONGEST_ROLL_LINE = 300  # code points: what is longer is a paragraph that begins with a name
_BORROWED = frozenset(
    (
        "name",
        "birth_date",
        "birth_place",
        "age",
        "origin",
        "residence",
        "rank",
        "unit",
        "occupation",
        "call_sign",
    )
)
_NAMES = frozenset({"given-m", "given-f", "family", "patronymic", "patronymic-marker"})


@cache
def _labels() -> dict[str, str]:
    """Folded label -> property: those of cards first, then the headers of lists, which cards borrow."""
    found = {
        label: row["property"]
        for row in rows("extract/fields.csv", "label", "property")
        for label in row["label"].split("|")
    }
    for row in rows("readers/headers.csv", "property", "lang", "header"):
        prop = row["property"]
        if prop in _BORROWED or prop.endswith((".date", ".place")):
            found.setdefault(_key(row["header"]), prop)
    return found


def _key(label: str) -> str:
    return _NOT_WORDS.sub(" ", fold(label).replace("'", "\0")).replace("\0", "'").strip()


def field_of(text: str, start: int, stop: int) -> tuple[str, int]:
    """(property, where its value begins) of a labelled line; ("", start) where it is none."""
    match = _LABEL.match(text, start, stop)
    if match is None:
        return "", start
    label = _key(match.group(1))
    found = _labels().get(label, "") or _labels().get(label.replace(" ", "-"), "")
    return (found, match.end()) if found else ("", start)


def is_roll_line(text: str, start: int, stop: int) -> bool:
    """True for "ABDULLOEV, Jamshed (b. 1994). Killed ...": a name first, a figure somewhere, and short."""
    if stop - start > LONGEST_ROLL_LINE:
        return False
    return _ROLL.match(text, start, stop) is not None and _FIGURE.search(text, start, stop) is not None


def is_card_line(text: str, start: int, stop: int, lang: str) -> bool:
    """True for a line that is nothing but a name, or the first and last day of a life."""
    if _DAYS_OF_A_LIFE.fullmatch(text, start, stop):
        return True
    words = [t for t in tokens(text, start, stop) if t.kind == "word"]
    if not 2 <= len(words) <= MAX_NAME_WORDS or any(t.kind == "number" for t in tokens(text, start, stop)):
        return False
    if not all(t.text[0].isupper() for t in words):
        return False
    kinds = [token_kinds(t.text.capitalize() if t.text.isupper() else t.text, lang=lang) for t in words]
    signs = sum(bool(k & _NAMES) for k in kinds)
    return signs == len(words) or (signs >= 2 and signs >= len(words) - 1)
