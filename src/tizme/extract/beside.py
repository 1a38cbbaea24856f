"""What stands right beside a mention: an age, a place, the words that belong to a noun."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.grammar import grammar, of_any_language

NEAR = 4  # tokens between a name and the kin word, age or title that belongs to it
ORIGIN_WITHIN = 3  # tokens from a place to the name of who is from there
PHRASE_LENGTH = 6  # tokens before a noun that can belong to it


def age_beside(sentence: Sentence, first: int, last: int) -> str:
    """The age inside or within three tokens of ``[first, last]``, "" where there is none."""
    for start, stop, value in sentence.ages:
        a, b = sentence.word_at(start), sentence.word_at(stop - 1)
        if 0 <= first - b <= 3 or 0 <= a - last <= 3 or (first <= a <= last):
            between = sentence.words[b + 1 : first] if b < first else sentence.words[last + 1 : a]
            if not any(t.low in {".", ";"} for t in between) and not _of_kin(sentence, last, a):
                return value
    return ""


def _of_kin(sentence: Sentence, last: int, age: int) -> bool:
    """ "Otabekning akasi, 31 yoshli Oybek": behind a word for a relative the age is the relative's."""
    return any(
        h.cue.kind == "kin" and "count" not in h.cue.flags and last < h.first and h.last < age
        for h in sentence.hits
    )


def origin_beside(sentence: Sentence, first: int, lang: str) -> set[str]:
    """Ids of places right before a name ("урғутлик 26 ёшли Отабек Эргашев", "чортоқлик Эргашев").

    Not of one where something happened or somebody went: "Хонқада эса Рустамовни ...", "В Оше Улан ...".
    """
    rules = grammar(lang)
    there = rules.locative_endings + rules.dative_endings
    found = set()
    for match in sentence.places:
        last = sentence.word_at(match.stop - 1)
        if not match.candidates or not 0 < first - last <= ORIGIN_WITHIN:
            continue
        if there and sentence.words[last].low.endswith(there):
            continue
        if _reached(sentence, match.start, lang):
            continue
        found.add(match.candidates[0][0].id)
    return found


def origin_behind(sentence: Sentence, last: int) -> set[str]:
    """Ids of the place right behind a name and "from": "Абдумалик Назаров из Канибадама"."""
    words = sentence.words
    if last + 2 >= len(words) or words[last + 1].low not in of_any_language("origin_words"):
        return set()
    return {
        match.candidates[0][0].id
        for match in sentence.places
        if match.candidates and sentence.word_at(match.start) == last + 2
    }


def origin_inside(sentence: Sentence, start: int, stop: int) -> set[str]:
    """Ids of places named inside ``[start, stop)``."""
    return {
        match.candidates[0][0].id
        for match in sentence.places
        if match.candidates and start <= match.start < stop
    }


def _reached(sentence: Sentence, start: int, lang: str) -> bool:
    """True for a place behind "in" or "on", in a language that says where with a word before it."""
    at = sentence.word_at(start)
    in_place = any(p.start <= start < p.stop for p in sentence.places)
    return in_place and at > 0 and sentence.words[at - 1].low in grammar(lang).in_words


def noun_phrase(sentence: Sentence, hit: Hit, *, lang: str) -> tuple[int, int, int, int]:
    """(start, first, last, stop) of a noun with the age, demonym, place and article right before it."""
    articles = grammar(lang).indefinite | of_any_language("pointing")
    spans = [
        *((a, b) for a, b, _ in sentence.ages),
        *((d.start, d.stop) for d in sentence.demonyms),
        *((p.start, p.stop) for p in sentence.places),
    ]
    first = hit.first
    while first > 0 and hit.first - first < PHRASE_LENGTH:
        token = sentence.words[first - 1]
        holder = next((start for start, stop in spans if start <= token.start < stop), None)
        if holder is not None and _reached(sentence, holder, lang):
            break  # "захопили на Сумщині 38-річного узбека": there, not from there
        if holder is not None:
            first = min(sentence.word_at(holder), first - 1)
        elif token.low in articles and not (token.low == "that" and sentence.words[first].kind == "number"):
            first -= 1  # "told them that 17 were dead" points at nobody
            break
        else:
            break
    return sentence.words[first].start, first, hit.last, sentence.words[hit.last].stop
