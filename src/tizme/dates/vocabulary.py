"""The words of dates, numbers and money of one language, from tables/dates, ready for the lexer.

Every word class is one character, so that a text becomes a string of classes and a grammar of
dates is an ordinary regular expression over that string.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tizme.tables import rows
from tizme.tables.loader import Row
from tizme.text import fold

CODES = {
    "month": "M", "month_since": "Q", "month_until": "O", "month_weak": "m", "month_lower": "M",
    "month_abbr": "b", "months_phrase": "M", "season": "s", "season_weak": "q", "year": "y", "year_abbr": "j",
    "month_unit": "a", "week": "k", "day": "t", "decade": "e", "part": "z", "last": "L", "this": "T",
    "ago": "A", "later": "B", "earlier": "V", "later_before": "N", "from": "F", "until": "U",
    "between": "W", "and": "&", "since": "S", "prep": "p", "for": "P", "about": "~", "article": "1",
    "half": "h", "half_tail": "H", "suffix": "u", "suffix_plural": "v", "age": "G", "age_after": "g",
    "age_prefix": "I", "weekday": "w", "duration": "D", "anchor": "Z", "year_rel": "R",
    "year_prev": "r", "month_prev": "l", "born": "X", "term": "J", "currency": "C",
    "unit": "c", "ten": "c", "teen": "c", "hundred": "c", "hundred_x": "c", "whole": "c", "scale": "K",
    "ordinal": "o", "age_compound": "@", "number_of": "f", "clock": "2", "suffix_from": "3",
    "street": "4", "verb": "5", "suffix_in": "6", "weekday_in": "8", "last_before": "9", "day_of": "0",
    "year_until": "7", "other_day": "!",
}  # fmt: skip
_FORM = re.compile(r"([^()+ ]*)(?:\(([^)]*)\)|(\+))?")


@dataclass(frozen=True, slots=True)
class Word:
    """One meaning of one form: its class, that class's character, and its value."""

    kind: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean something together. Compiled when a text first holds the first of them."""

    expression: str
    meaning: Word

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches the whole phrase in folded text."""
        return _compiled(self.expression)


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Forms (folded) and phrases of one language.

    Attributes:
        phrases: First word -> the phrases that begin with it, longest first.
    """

    words: dict[str, Word]
    phrases: dict[str, list[Phrase]]


@cache
def endings(lang: str) -> dict[str, str]:
    """Ending -> role ("", "from", "until") of a language whose words take any of them."""
    found = {"": ""}
    for row in rows("dates/endings.csv", "lang", "role", "endings"):
        if row["lang"] == lang:
            found.update(dict.fromkeys(row["endings"].split(), row["role"]))
    return found


def expand(notation: str, lang: str) -> list[tuple[str, str]]:
    """(form, role of its ending) for a word as the tables write it: "а(б/в)", "_" nothing, "стем+".

    >>> expand("ма(й/я)", "ru")
    [('май', ''), ('мая', '')]
    """
    match = _FORM.match(notation)
    assert match is not None
    stem, choices, every = match.groups()
    rest = notation[match.end() :]
    if every:
        return [(stem + ending, role) for ending, role in endings(lang).items()]
    tails = [c.replace("_", "") for c in choices.split("/")] if choices else [""]
    after = expand(rest, lang) if rest else [("", "")]
    return [(stem + tail + more, role) for tail, (more, role) in product(tails, after)]


def _split(forms: str) -> list[str]:
    """Forms parted by spaces that stand outside brackets."""
    return re.findall(r"(?:\([^)]*\)|[^ ])+", forms)


def _word(row: Row, role: str) -> Word:
    kind = row["class"]
    if role == "about":
        return Word(kind, CODES[kind], row["value"] or role)
    if kind == "year" and role == "until":
        kind = "year_until"
    if kind in {"month", "months_phrase"} and role:
        kind = {"from": "month_since", "until": "month_until"}[role]
    if kind not in CODES:
        raise row.error(f"unknown class '{kind}'")
    return Word(kind, CODES[kind], row["value"])


def phrase_forms(forms: str, lang: str) -> list[str]:
    """Every folded form of a cell of words parted by spaces."""
    return [form for form, _ in _forms(forms, lang)]


def _forms(forms: str, lang: str) -> list[tuple[str, str]]:
    return [(fold(form), role) for notation in _split(forms) for form, role in expand(notation, lang)]


def phrase_pattern(phrase: str, lang: str) -> str:
    """The regular expression, over folded text, of a phrase in the notation of the tables."""
    alternatives = [
        "(?:"
        + "|".join(sorted({re.escape(fold(f)) for f, _ in expand(word, lang)}, key=len, reverse=True))
        + ")"
        for word in _split(phrase.strip())
    ]
    return r"[ \n-]+".join(alternatives)


def _phrases_of(row: Row, lang: str) -> list[tuple[str, int, Phrase]]:
    """(first word, length, phrase) for each phrase of a row."""
    found: list[tuple[str, int, Phrase]] = []
    for phrase in row["phrases"].split(";"):
        words = [expand(word, lang) for word in _split(phrase.strip())]
        one = Phrase(phrase_pattern(phrase, lang) + r"(?!\w)", _word(row, ""))
        firsts = {re.split(r"[^\w']", fold(form))[0] for form, _ in words[0]}
        found.extend((first, len(phrase), one) for first in firsts)
    return found


def _compound_ages(lang: str) -> dict[str, Word]:
    """Adjectives of age in one word, "двадцатидвухлетний", with the number of years as value."""
    found = rows("dates/age_stems.csv", "lang", "class", "value", "forms")
    stems = {
        int(row["value"]): row["forms"].split()
        for row in found
        if row["lang"] == lang and row["class"] == "stem"
    }
    tails = [
        form
        for row in found
        if row["lang"] == lang and row["class"] == "tail"
        for notation in _split(row["forms"])
        for form, _ in expand(notation, lang)
    ]
    joined = {
        int(row["value"]): row["forms"].split()
        for row in found
        if row["lang"] == lang and row["class"] == "joined"
    }
    numbers = dict(stems)
    for ten in range(20, 100, 10):
        for unit in range(1, 10):
            both = product(stems.get(ten, []), joined.get(unit) or stems.get(unit, []))
            numbers[ten + unit] = [a + b for a, b in both]
    return {
        fold(form + tail): Word("age_compound", CODES["age_compound"], str(years))
        for years, forms in numbers.items()
        for form in forms
        for tail in tails
    }


@cache
def vocabulary(lang: str) -> Vocabulary:
    """All words and phrases of ``lang`` (one of tizme.text.LANGUAGES); an earlier table wins a clash."""
    words: dict[str, Word] = {}
    for table in ("months", "numbers", "words", "money"):
        if table == "money":
            words.update(_compound_ages(lang))
        for row in rows(f"dates/{table}.csv", "lang", "class", "value", "forms"):
            if row["lang"] in {lang, "*"} and (table != "money" or row["class"] == "currency"):
                for form, role in _forms(row["forms"], lang):
                    words.setdefault(form, _word(row, role))
    return Vocabulary(words, _phrases(lang))


@cache
def _phrases(lang: str) -> dict[str, list[Phrase]]:
    phrases: dict[str, list[tuple[int, Phrase]]] = {}
    for row in rows("dates/phrases.csv", "lang", "class", "value", "phrases"):
        if row["lang"] == lang:
            for first, length, phrase in _phrases_of(row, lang):
                phrases.setdefault(first, []).append((length, phrase))
    return {
        first: [phrase for _, phrase in sorted(found, key=lambda item: -item[0])]
        for first, found in phrases.items()
    }
