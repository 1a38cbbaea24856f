"""Lines of a notice or a card: "Name: ...", "Дата рождения: ..." (tables/extract/fields.csv)."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.people import NameSpan
from tizme.names import nominative
from tizme.text import Token

_QUOTES = " \t«»“”„\"'.,;"
_WORDS = frozenset(
    (
        *("rank", "unit", "occupation", "died.cause", "call_sign", "document_number"),
        *("sentenced.charge", "sentenced.court", "prison"),
    )
)
_OTHER_SPELLING = re.compile(r"\(([^()\n]{3,60})\)")
_PLACES = frozenset({"birth_place", "origin", "residence"})
_FATES = frozenset({"died", "missing", "buried", "captured", "wounded", "body_repatriated"})
FAMILY_COMMA_GIVEN = 3  # tokens: family name, comma, given name; also letters of a family name
INITIAL = 2  # letters of an initial at most
MAX_PARTS = 4
_LISTED = re.compile(r"[^,;]+")
_HALF_A_NUMBER = re.compile(r"\d$")


def field_name(sentence: Sentence, discourse: Discourse) -> NameSpan | None:
    """The name that stands behind "Name:", whether or not a list knows it."""
    if sentence.label != "name":
        return _family_name_first(sentence, discourse) if sentence.entry is not None else None
    at = sentence.word_at(sentence.value_start)
    run: list[int] = []
    for index in range(at, len(sentence.words)):
        token = sentence.words[index]
        if token.text == "." and run and len(sentence.words[run[-1]].text) <= INITIAL:
            run.append(index)
            continue
        if not _part_of_name(token) or len(run) >= MAX_PARTS:
            break
        run.append(index)
    if not run:
        return None
    start, stop = sentence.words[run[0]].start, sentence.words[run[-1]].stop
    written = discourse.text[start:stop]
    return NameSpan(run[0], run[-1], start, stop, nominative(written, lang=discourse.lang), len(run))


def _family_name_first(sentence: Sentence, discourse: Discourse) -> NameSpan | None:
    """ "ABDULLOEV, Jamshed" at the head of an entry: the family name in capitals, a comma, the given name."""
    words = sentence.words
    if len(words) < FAMILY_COMMA_GIVEN or words[1].low != "," or not words[0].text.isupper():
        return None
    if len(words[0].text) < FAMILY_COMMA_GIVEN or not _part_of_name(words[2]) or words[2].text.isupper():
        return None
    last = 2
    while last + 1 < len(words) and last < MAX_PARTS and _part_of_name(words[last + 1]):
        last += 1
    start, stop = words[0].start, words[last].stop
    written = " ".join(t.text for t in (*words[2 : last + 1], words[0]))
    return NameSpan(0, last, start, stop, nominative(written, lang=discourse.lang), last)


def _part_of_name(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()


def field_drafts(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """What a labelled line says of the one whom the lines are about."""
    who, prop = discourse.focus, sentence.label
    if who is None or not prop:
        return []
    if prop == "name":
        return _other_names(sentence, discourse)
    begin, end = sentence.value_start, sentence.stop
    if prop == "birth_date" or prop.endswith(".date"):
        said = _dated(sentence, prop, discourse.text)
    elif prop in _PLACES or prop.endswith(".place"):
        places = [p for p in sentence.places if p.start >= begin]
        said = [(prop, p.nominative, p.start, p.stop) for p in places[:1]]
        sentence.origins |= {p.start for p in places}
    elif prop == "age":
        said = [(prop, str(int(v)), a, b) for a, b, v in sentence.numbers[:1]]
    elif prop == "marks":
        said = [(prop, discourse.text[a:b], a, b) for a, b in _items(discourse.text, begin, end)]
    elif prop == "sentenced.term":
        said = [(prop, d.edtf, d.start, d.stop) for d in sentence.durations[:1]]
        said += [("sentenced", "true", d.start, d.stop) for d in sentence.durations[:1]]
    elif prop in _WORDS:
        a, b = _trimmed(discourse.text, begin, end)
        said = [(prop, discourse.text[a:b], a, b)] if a < b else []
    else:
        said = []
    return [Draft(who, name, value, a, b, sentence.index) for name, value, a, b in said]


def _dated(sentence: Sentence, prop: str, text: str) -> list[tuple[str, str, int, int]]:
    """(property, value, start, stop) of a day with the place beside it; a day of death says the death too."""
    dates = [d for d in sentence.dates if d.start >= sentence.value_start]
    places = [p for p in sentence.places if p.start >= sentence.value_start]
    sentence.origins |= {d.start for d in dates} | {p.start for p in places}
    found = [(prop, d.edtf, d.start, d.stop) for d in dates[:1]]
    root = prop.split(".", maxsplit=1)[0]
    if prop == "birth_date" and places:
        start, stop = places[0].start, places[-1].stop
        found.append(("birth_place", text[start:stop], start, stop))
    elif root in _FATES and dates:
        found.append((root, "true", sentence.start, dates[0].stop))
        found += [(f"{root}.place", p.nominative, p.start, p.stop) for p in places[:1]]
    return found


def _other_names(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """ "Bekzat Duisenov (Бекзат Дуйсенов in his passport)": the capitalised words in brackets."""
    match = _OTHER_SPELLING.search(discourse.text, sentence.value_start, sentence.stop)
    if match is None or discourse.focus is None:
        return []
    words = [t for t in sentence.words if match.start(1) <= t.start < match.end(1)]
    run: list[Token] = []
    for token in words:
        if not _part_of_name(token):
            break
        run.append(token)
    if not run:
        return []
    start, stop = run[0].start, run[-1].stop
    return [Draft(discourse.focus, "alternate_name", discourse.text[start:stop], start, stop, sentence.index)]


def _items(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _LISTED.finditer(text, start, stop):
        a, b = _trimmed(text, match.start(), match.end())
        if found and _HALF_A_NUMBER.search(text[: found[-1][1]][-1:]) and text[a : a + 1].isdigit():
            found[-1] = (found[-1][0], b)
        elif a < b:
            found.append((a, b))
    return found


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in _QUOTES:
        start += 1
    while stop > start and text[stop - 1] in _QUOTES:
        stop -= 1
    return start, stop
