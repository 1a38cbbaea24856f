"""Where the words for a court, an office, a prison or a place begin and end."""

from __future__ import annotations

from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import endings_of_any_language, grammar, of_any_language
from tizme.model import PlaceMatch

_NOUN_OF_JUDGEMENT = ("ором", "ору", "нием", "нию")  # "Приговором суда", "решением суда"
OWNED_WITHIN = 5  # tokens from "Kyrgyzstan's" to the place that it owns
_LOCATIVES = tuple(endings_of_any_language("locative_endings"))
NAME_WORDS = 3  # a quotation so short that begins with a capital is a name
OFFICE_LENGTH = 5  # tokens before "court" or "ministry" that can belong to its name
NUMBERS_BEFORE, WORDS_BEHIND = 3, 5  # tokens around "prison" that can belong to it


def colon_behind(sentence: Sentence, hit: Hit, *, within: int) -> int | None:
    """The token of the first colon among so many behind a hit, if something stands behind the colon."""
    near = range(hit.last + 1, min(len(sentence.words) - 1, hit.last + 1 + within))
    return next((i for i in near if sentence.words[i].low == ":"), None)


def widen_left(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """An office or court with the capitalised words and places before it: "the Naryn Regional Court"."""
    first = hit.first
    while first > 0 and hit.first - first < OFFICE_LENGTH and _part_of_office(sentence, hit, first - 1):
        first -= 1
    return sentence.words[first].start, hit.stop


def court_span(sentence: Sentence, hit: Hit, *, lang: str) -> tuple[int, int]:
    """A court with the words before it and the place behind it: "... Court of Bishkek", "суд Бишкека"."""
    start, stop = widen_left(sentence, hit)
    at = sentence.word_at(stop - 1)
    for place in sentence.places:
        first = sentence.word_at(place.start)
        if grammar(lang).verb_last and not grammar(lang).owner_behind and first == at + 1:
            continue  # "Qo'qon shahar sudi Ukrainadagi ...": the place begins something else
        between = sentence.words[at + 1 : first]
        if 0 < first - at <= 2 and all(t.low in of_any_language("of_words") for t in between):
            return start, place.stop
    return start, stop


def prison_span(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """A prison with the place or number beside it: "a Kaluga prison", "ИК-5 г. Кинешма"."""
    first, last = _with_places(sentence, hit)
    words = sentence.words
    while first > 0 and hit.first - first < NUMBERS_BEFORE:
        sign = words[first - 1].low in {"-", "№"} and first > 1 and words[first - 2].kind == "number"
        if words[first - 1].kind != "number" and not sign:
            break
        first -= 1
    while last + 1 < len(words) and last - hit.last < WORDS_BEHIND:
        if words[last + 1].kind != "number" and words[last + 1].low not in {"№", "-"}:
            break
        last += 1
    return words[first].start, words[last].stop


def places_left(sentence: Sentence, lang: str) -> list[PlaceMatch]:
    """Places that are not part of a court, a prison, an office or a unit."""
    taken = [(d.start, d.stop) for d in sentence.demonyms]
    for hit in sentence.hits:
        if hit.cue.kind == "unit":
            taken.append((hit.start, hit.stop))
        elif hit.cue.kind == "org":
            taken.append(widen_left(sentence, hit))
        elif hit.cue.kind == "court":
            taken.append(court_span(sentence, hit, lang=lang))
        elif hit.cue.kind == "prison":
            taken.append(prison_span(sentence, hit))
    # "Russia's Wagner": a country right before a unit or an office is theirs
    heads = [h.first for h in sentence.hits if h.cue.kind in {"unit", "org"}]
    # "МИД Кыргызстана": a country right behind an office is the office's.
    offices = [h.last for h in sentence.hits if h.cue.kind == "org"]
    if grammar(lang).owner_behind:
        taken += _wider_behind(sentence)
    elif grammar(lang).verb_last:
        taken += _wider_before(sentence) + _countries_of(sentence, lang)
    taken += [q for q in sentence.quotes if _names_something(sentence, q)]
    taken += [(p.start, p.stop) for p in sentence.places if lang == "ru" and _in_latin_name(sentence, p)]
    taken += _of_hospitals(sentence) + _only_which(sentence, lang) + _passed_through(sentence)
    left = [
        p
        for p in sentence.places
        if p.start not in sentence.origins
        and not p.demonym
        and sentence.word_at(p.start) - 1 not in offices
        and sentence.word_at(p.stop - 1) + 1 not in heads
        and not _acts(sentence, p)
    ]
    left = [p for p in left if not _only_owns(sentence, p, left)]
    return [p for p in left if not any(a < p.stop and p.start < b for a, b in taken)]


def _acts(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "Rossiya tomonidan va'da qilingan": a country that does something is no place where it happens."""
    at = sentence.word_at(place.stop - 1) + 1
    return any(t.low in of_any_language("agent_words") for t in sentence.words[at : at + 1])


def _in_latin_name(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "Uralsk Week сообщил": in a Russian text two words in Latin letters are a name."""
    last = sentence.word_at(place.stop - 1)
    run = sentence.words[last : last + 2]
    return len(run) > 1 and all(t.text.isascii() and t.text[:1].isupper() for t in run)


def _names_something(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """ "«Вестник Ферганы»": a place inside a name in quotation marks is where nothing happened."""
    inside = [t for t in sentence.words if quote[0] <= t.start < quote[1] and t.kind == "word"]
    capital = bool(inside) and inside[0].text[:1].isupper()
    covered = [t for t in inside if any(p.start <= t.start < p.stop for p in sentence.places)]
    return capital and len(inside) <= NAME_WORDS and 0 < len(covered) < len(inside)


def _only_owns(sentence: Sentence, place: PlaceMatch, others: list[PlaceMatch]) -> bool:
    """ "in Kyrgyzstan's largest cities, Bishkek and Osh": the country only says whose cities."""
    last = sentence.word_at(place.stop - 1)
    if not sentence.words[last].low.endswith("'s"):
        return False
    return any(0 < sentence.word_at(o.start) - last <= OWNED_WITHIN for o in others)


def _countries_of(sentence: Sentence, lang: str) -> list[tuple[int, int]]:
    """ "Украинанын Чыгыш аскер тобу": a country in the genitive owns something and is where nothing happened.

    Unless what it owns is a place: "Украинанын аймагында".
    """
    rules = grammar(lang)
    there = (*rules.locative_endings, *rules.dative_endings, *rules.from_endings)
    found = []
    for place in sentence.places:
        last = sentence.word_at(place.stop - 1)
        genitive = sentence.words[last].low.endswith(endings_of_any_language("genitive_endings"))
        country = bool(place.candidates) and place.candidates[0][0].kind == "country"
        behind = sentence.words[last + 1 : last + 2]
        if genitive and country and not any(t.low.endswith(there) for t in behind):
            found.append((place.start, place.stop))
    return found


def _wider_before(sentence: Sentence) -> list[tuple[int, int]]:
    """ "Лейлек районунун Бешкент айылында": the district in the genitive only says where the village is."""
    endings = endings_of_any_language("genitive_endings")
    found = []
    for place in sentence.places:
        last = sentence.word_at(place.stop - 1)
        behind = any(sentence.word_at(p.start) == last + 1 for p in sentence.places)
        if behind and sentence.words[last].low.endswith(endings):
            found.append((place.start, place.stop))
    return found


def _wider_behind(sentence: Sentence) -> list[tuple[int, int]]:
    """ "деҳаи Навбаҳори ноҳияи Вахш": the wider place right behind a place says where that is."""
    places = sorted(sentence.places, key=lambda p: p.start)
    return [
        (wider.start, wider.stop)
        for place, wider in pairwise(places)
        if sentence.word_at(wider.start) == sentence.word_at(place.stop - 1) + 1
    ]


def _passed_through(sentence: Sentence) -> list[tuple[int, int]]:
    """ "Петропавл арқылы", "через Москву": a place on the way."""
    via = [h for h in sentence.hits if is_jargon(h, "via")]
    spans = [
        (p, sentence.word_at(p.start), sentence.word_at(p.stop - 1)) for p in (sentence.places if via else ())
    ]
    return [
        (p.start, p.stop)
        for p, first, last in spans
        if any(h.first == last + 1 or h.last == first - 1 for h in via)
    ]


def _only_which(sentence: Sentence, lang: str) -> list[tuple[int, int]]:
    """ "Мордовиядагы түрмө": the place says which prison; "Украинадагы согушта" says where."""
    endings = grammar(lang).attributive_endings
    found = []
    for place in sentence.places if endings else ():
        last = sentence.word_at(place.stop - 1)
        if not sentence.words[last].low.endswith(endings):
            continue
        wars = [h.first for h in sentence.hits if is_jargon(h, "war")]
        if not any(0 < at - last <= 2 for at in wars):
            found.append((place.start, place.stop))
    return found


def _of_hospitals(sentence: Sentence) -> list[tuple[int, int]]:
    """ "Sevastopoldagi gospitalda", "у шпиталі Луганська": where somebody was treated, not hit."""
    found = []
    for hit in sentence.hits:
        if hit.cue.kind != "jargon" or hit.cue.property != "hospital":
            continue
        for place in sentence.places:
            first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
            if 0 < hit.first - last <= 1 or 0 < first - hit.last <= 2:
                found.append((place.start, place.stop))
    return found


def leaves_from(sentence: Sentence, place: PlaceMatch, lang: str) -> bool:
    """True where the words say that the place was left: "from Moscow", "из Москвы", "Москвадан"."""
    rules = grammar(lang)
    first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
    before = {t.low for t in sentence.words[max(0, first - 2) : first]}
    if before & rules.from_words and not before & of_any_language("to_words"):
        return True
    return bool(rules.from_endings) and sentence.words[last].low.endswith(rules.from_endings)


def _part_of_office(sentence: Sentence, hit: Hit, at: int) -> bool:
    """A capitalised word or a place, but no name; the first word of a sentence is capitalised anyway."""
    token = sentence.words[at]
    somebody = any(h.cue.kind in {"kin", "pron"} and h.first <= at <= h.last for h in sentence.hits)
    if at in sentence.named or somebody or token.kind != "word":
        return False
    places = [p for p in sentence.places if p.start <= token.start < p.stop]
    if any(token.stop == p.stop for p in places) and token.low.endswith(_LOCATIVES):
        return False  # "Подольскіде полиция": there, not theirs
    in_place = bool(places)
    opens = at == 0 and not (hit.first == 1 and not token.low.endswith(_NOUN_OF_JUDGEMENT))
    return in_place or (token.text[0].isupper() and not opens)


def _with_places(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """First and last token of a prison together with the places right before and behind it."""
    first, last = hit.first, hit.last
    spans = [(p.start, p.stop) for p in sentence.places]
    spans += [(d.start, d.stop) for d in sentence.demonyms if d.kind == "adjective"]
    for start, stop in spans:
        a, b = sentence.word_at(start), sentence.word_at(stop - 1)
        if 0 < hit.first - b <= 2 and not _comma_between(sentence, b, hit.first):
            first = min(first, a)
        if 0 < a - hit.last <= 3 and not _comma_between(sentence, hit.last, a):
            last = max(last, b)
    return first, last


def _comma_between(sentence: Sentence, left: int, right: int) -> bool:
    return any(t.low == "," for t in sentence.words[left + 1 : right])
