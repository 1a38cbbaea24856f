"""A written name as the words that a search compares, in any alphabet."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tizme import names
from tizme.names.markers import marker
from tizme.tables import rows, table_root
from tizme.text import fold

# Letters are split from what stands between them; apostrophes belong to letters (o'g'li).
_SPLIT = re.compile(r"[\s,;:/|.()\[\]«»\"“”„\-–—‑_]+")
_ASIDE = {"rank", "title", "alias", "patronymic-marker"}
LONGEST = 24  # letters of a form that are kept; longer ones are no names
_MARKS = {"Mn", "Cf", "Lm"}  # vowel points, tatweel, directions


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    Attributes:
        form: Canonical Latin without the mark of sex, at most 24 letters; one letter is an initial.
        root: How many letters of ``form`` are left without its suffix (-ов, -ович, -зода).
        bones, root_bones: Consonant skeletons of the form and of the root.
        also: Of a query's word: the forms that it has if it was written in another country's manner.
    """

    form: str
    root: int
    bones: str
    root_bones: str
    also: tuple[str, ...] = ()


# What decides a word's form. An index made under other tables no longer meets the words of a query.
_TABLES = (
    "names/translit.csv", "names/sounds.csv", "names/ocr.csv", "names/markers.csv",
    "trace/letters.csv", "trace/particles.csv", "trace/sounds.csv",
)  # fmt: skip


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """16 hex digits of the tables that decide a word's form."""
    whole = hashlib.sha256()
    for path in _TABLES:
        whole.update((table_root() / path).read_bytes())
    return whole.hexdigest()[:16]


@lru_cache(maxsize=1)
def _particles() -> dict[str, str]:
    return {row["form"]: row["do"] for row in rows("trace/particles.csv", "do", "form")}


@lru_cache(maxsize=1)
def _letters() -> dict[str, dict[str, str]]:
    """Where in the word ("start", "any", "end") -> letters -> canonical letters."""
    found: dict[str, dict[str, str]] = {"start": {}, "any": {}, "end": {}}
    for row in rows("trace/letters.csv", "script", "at", "letter", "to"):
        if row["at"] not in found:
            raise row.error(f"'{row['at']}' is none of {', '.join(found)}")
        found[row["at"]][row["letter"]] = row["to"]
    return found


@lru_cache(maxsize=2)
def _sounds(when: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = rows("trace/sounds.csv", "when", "pattern", "to")
    return tuple((re.compile(row["pattern"]), row["to"]) for row in table if row["when"] == when)


def _sound(when: str, text: str) -> str:
    for pattern, to in _sounds(when):
        text = pattern.sub(to, text)
    return text


def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name in written order; ranks, titles and "uulu" left out, small words joined or dropped.

    >>> [word.form for word in words_of("АЛИШЕРОВА Айгүл Абд ар-Рахмановна")]
    ['aliwerov', 'aigul', 'abdrahmanovic']
    """
    return join_words(pieces(name))


def pieces(name: str) -> list[str]:
    """A name's raw words, folded to one letter case and apostrophe."""
    return [piece for piece in _SPLIT.split(name) if piece]


def join_words(raw: list[str]) -> tuple[Word, ...]:
    """The words behind raw ones, each joined to the next or dropped as tables/trace/particles.csv says."""
    found: list[Word] = []
    held = ""
    for piece in raw:
        kind = particle(piece)
        if (kind == "drop" and len(raw) > 1) or (kind == "article" and held):
            continue
        if kind == "join":
            held += piece
            continue
        word = word_of(held + piece) if held else word_of(piece)
        held = ""
        if word is not None:
            found.append(word)
    if held and (word := word_of(held)) is not None:
        found.append(word)
    return tuple(found)


def particle(piece: str) -> str:
    """Give "join", "drop", "article" or ""."""
    return _particles().get(piece.lower(), "")


@lru_cache(maxsize=1_000_000)
def word_of(piece: str) -> Word | None:
    """One raw word; None where it is no part of the name or holds no letter."""
    if marker(piece) in _ASIDE:
        return None
    written = names.clean_ocr(_sound("raw", fold(piece)))
    form = _sound("form", names.canon(written)) or other_script(piece)
    form = "".join(letter for letter in names.sexless(form) if "a" <= letter <= "z")[:LONGEST]
    if not form:
        return None
    return Word(form[:1], 1, "", "") if len(form) == 1 or len(piece) == 1 else word_of_form(form)


@lru_cache(maxsize=1)
def _manners() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for row in rows("trace/foreign.csv", "system", "pattern", "to"):
        found.setdefault(row["system"], []).append((re.compile(_marked(row["pattern"])), _marked(row["to"])))
    return found


def _marked(text: str) -> str:
    return text.replace(r"\x00", "\x00").replace(r"\x01", "\x01")


@lru_cache(maxsize=100_000)
def other_readings(piece: str) -> tuple[str, ...]:
    """Canonical forms of a raw Latin word that was written in German, French or Turkish manner.

    >>> other_readings("Alicherow"), other_readings("Ajan")
    (('aliwerov',), ('aian', 'ajan'))
    """
    low = piece.lower()
    found = []
    for steps in _manners().values():
        read = low
        for pattern, to in steps:
            read = pattern.sub(to, read)
        word = word_of(read) if read != low else None
        if word is not None and len(word.form) > 1:
            found.append(word.form)
    return tuple(dict.fromkeys(found))


def word_of_form(form: str) -> Word:
    """The word of a canonical form of two letters or more."""
    root = names.root(form)
    length = len(root) if form.startswith(root) and len(root) > 2 else len(form)
    return Word(form, length, names.bones(form), names.bones(form[:length]))


def other_script(piece: str) -> str:
    """Canonical letters of a word in Arabic, Hebrew, Georgian, Armenian or Greek letters; "" for others.

    >>> other_script("الرحمن"), other_script("أحمد")
    ('rahmn', 'ahmd')
    """
    table = _letters()
    word = "".join(
        c for c in unicodedata.normalize("NFC", fold(piece)) if unicodedata.category(c) not in _MARKS
    )
    start = next((s for s in ("ال", *table["start"]) if word.startswith(s) and len(word) > len(s) + 1), "")
    found = [table["start"][start]] if start else []
    at = len(start)
    while at < len(word):
        ends = table["end"].get(word[at:]) if at else None
        pair, one = word[at : at + 2], word[at]
        if ends is not None:
            found.append(ends)
            break
        if len(pair) == 2 and pair in table["any"]:
            found.append(table["any"][pair])
            at += 2
            continue
        found.append(table["any"].get(one, ""))
        at += 1
    return _vowel_after_first("".join(found))


def _vowel_after_first(form: str) -> str:
    """ "hsn" as "hasn": bones() reads a first h by the vowel that follows it."""
    if len(form) > 1 and form[0] not in "aeiou" and form[1] not in "aeiou":
        return f"{form[0]}a{form[1:]}"
    return form
