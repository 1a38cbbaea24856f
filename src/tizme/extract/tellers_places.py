"""Places of whoever tells a thing, where nothing of it happened: an embassy's town, an outlet's name."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.grammar import grammar
from tizme.model import PlaceMatch

TELLS_WITHIN = 7  # tokens between an office and its verb of saying
OUTLET_BEHIND, OUTLET_WORDS = 2, 3  # tokens from "reports" to an outlet's name, and words of the name


def of_who_tells(sentence: Sentence, place: PlaceMatch, lang: str) -> bool:
    """ "сообщил представитель посольства в Москве", "сообщает «Фергана»": nothing happened there."""
    at = sentence.word_at(place.start)
    return _town_of_an_office(sentence, at, lang) or _outlet(sentence, place)


def _town_of_an_office(sentence: Sentence, at: int, lang: str) -> bool:
    if at < 2 or sentence.words[at - 1].low not in grammar(lang).in_words or grammar(lang).verb_last:
        return False
    says = [h for h in sentence.hits if h.cue.kind in {"say", "according"}]
    words, that = sentence.words, grammar(lang).that_words
    offices = [
        h
        for h in sentence.hits
        if h.cue.kind == "org"
        and h.cue.property == "official"
        and any(
            0 < s.first - at <= TELLS_WITHIN
            or (
                0 < h.first - s.last <= TELLS_WITHIN
                and not any(t.low in that for t in words[s.last + 1 : h.first])
            )
            for s in says
        )
    ]
    # "посольство Узбекистана в Москве"
    lands = [(sentence.word_at(p.start), sentence.word_at(p.stop - 1)) for p in sentence.places]
    lands += [(sentence.word_at(d.start), sentence.word_at(d.stop - 1)) for d in sentence.demonyms]
    ends = {h.last for h in offices} | {b for a, b in lands for h in offices if a == h.last + 1}
    return at - 2 in ends


def _outlet(sentence: Sentence, place: PlaceMatch) -> bool:
    for start, stop in sentence.quotes:
        if not (start <= place.start and place.stop <= stop):
            continue
        inside = sentence.tokens_within(start, stop)
        says = any(
            h.cue.kind in {"say", "according"} and 0 < inside[0] - h.last <= OUTLET_BEHIND
            for h in sentence.hits
        )
        if says and sum(sentence.words[i].kind == "word" for i in inside) <= OUTLET_WORDS:
            return True
    return False
