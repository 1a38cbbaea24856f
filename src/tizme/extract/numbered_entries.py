"""A note under or over a list that says by number which entries have papers, or whom an office confirmed.

"подтверждено документами — № 31, 34", "Дані за № 1 і 4 підтвердив Координаційний штаб, решта — з чатів".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.polarity import polarity_at
from tizme.extract.voices import Voice, Voices

_ENTRY_NUMBER = re.compile(r"[ \t]*(?:№|#|No\.?|Nr\.?|[(\[])?\s*(\d{1,5})\s*(?:[.)\]:/|]|\s)")
_NUMBER_SIGNS = frozenset({"№", "№№", "#", "no", "nos", "номера", "номер", "entries", "numbers"})
_STOPS = frozenset({",", ";"})
_OPENS_NOTE = re.compile(r"[ \t]*(?:№|#|No\.?)\s*(\d{1,5})\s*")  # that looks like an entry
_NOT_DONE = "на"  # Tajik puts its denial before the verb behind "тасдиқ": "накард", "нашудааст"
LINK = 2  # tokens between two numbers that are named together: "№ 1 і 4", "No. 2, No. 5"


def confirm_entries(sentences: list[Sentence], found: list[Voices], discourse: Discourse) -> None:
    """Give the entries that a note names by number the voice that it names for them."""
    numbers = _numbers_of_entries(sentences, discourse)
    if not numbers:
        return
    confirmed: dict[int, str] = {}
    for sentence in sentences:
        by_office = _by_an_office(sentence, discourse)
        confirmed |= {numbers[n]: "official" for n in by_office if n in numbers}
        if sentence.entry is None and not by_office:
            confirmed |= {numbers[n]: "document" for n in _by_papers(sentence) if n in numbers}
    for sentence, voices in zip(sentences, found, strict=True):
        if sentence.entry in confirmed and voices.base.kind == "press":
            voices.rest_on(Voice(confirmed[sentence.entry], voices.base.label))


def _numbers_of_entries(sentences: Sequence[Sentence], discourse: Discourse) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            begin = discourse.text.rfind("\n", 0, sentence.start) + 1
            match = _ENTRY_NUMBER.match(discourse.text, begin)
            if match is not None:
                numbers.setdefault(match.group(1), sentence.entry)
    return numbers


def _by_papers(sentence: Sentence) -> list[str]:
    """The numbers behind the word for documents: in "3 (№ 31, 34, 38)" the first is how many."""
    marks = [h for h in sentence.hits if h.cue.kind == "mark" and h.cue.property == "documents"]
    if not marks or _denies(sentence):
        return []
    behind = sentence.words[marks[0].last + 1 :]
    sign = next((i for i, t in enumerate(behind) if t.low in _NUMBER_SIGNS), -1)
    if sign < 0:
        sign = next((i for i, t in enumerate(behind) if t.low == "("), -1)
    return [t.text for t in behind[sign + 1 :] if t.kind == "number"]


def _by_an_office(sentence: Sentence, discourse: Discourse) -> list[str]:
    """ "№ 2 и № 5 подтвердил генштаб", "Entries 2 and 5 were confirmed by the Coordination Headquarters".

    A note in which anything is not confirmed, or not yet, confirms nothing.
    """
    confirms = [h for h in sentence.hits if is_jargon(h, "confirms")]
    if not confirms or any(_is_denied(sentence, h, discourse.lang) for h in confirms):
        return []
    return [
        number
        for first, stop, numbers in _parts(sentence, discourse.text)
        if any(_is_office(h) and first <= h.first and h.last < stop for h in sentence.hits)
        for number in numbers
    ]


def _is_denied(sentence: Sentence, confirms: Hit, lang: str) -> bool:
    """ "Генштаб № 1 пока не подтвердил", "ырастаган жок", "тасдиқ накард"; any denial in the note counts."""
    if polarity_at(sentence, confirms, lang) != "affirmed" or _denies(sentence):
        return True
    behind = [t.low for t in sentence.words[confirms.last + 1 : confirms.last + 2]]
    return any(low.startswith(_NOT_DONE) for low in behind) or confirms.mood != "affirmed"


def _denies(sentence: Sentence) -> bool:
    """ "Документами не подтверждены № 1, 2": nothing in such a note is the word of a paper or an office."""
    return any(h.cue.kind == "mark" and h.cue.property in {"denied", "uncertain"} for h in sentence.hits)


def _is_office(hit: Hit) -> bool:
    offices = {"official", "recruiter"}
    return hit.cue.kind == "court" or (hit.cue.kind == "org" and hit.cue.property in offices)


def _parts(sentence: Sentence, text: str) -> list[tuple[int, int, list[str]]]:
    """(first token, stop, numbers) of every part of a note that names entries by number, up to its stop."""
    words, parts, begin = sentence.words, [], 0
    before = _OPENS_NOTE.fullmatch(text, text.rfind("\n", 0, sentence.start) + 1, sentence.start)
    if sentence.entry is not None and (before is None or sentence.named):
        return []
    if before is not None:
        parts.append(_part(sentence, 0, -1, [before[1]]))
    for at, token in enumerate(words):
        if token.low in _STOPS:
            begin = at + 1
        if token.low in _NUMBER_SIGNS:
            parts.append(_part(sentence, begin, at, []))
    return parts


def _part(sentence: Sentence, begin: int, sign: int, numbers: list[str]) -> tuple[int, int, list[str]]:
    """The numbers behind a sign, and how far what is said of them goes."""
    words, last = sentence.words, sign
    for at in range(sign + 1, len(words)):
        if words[at].kind == "number":
            numbers.append(words[at].text)
            last = at
        elif at - last > LINK:
            break
    stop = next((at for at in range(last + 1, len(words)) if words[at].low in _STOPS), len(words))
    return begin, stop, numbers
