"""Where somebody is from: citizenship, people, and the places beside a mention."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import grammar, of_any_language
from tizme.extract.labels import apposed_to
from tizme.extract.listed import listed_place
from tizme.extract.polarity import polarity_at
from tizme.extract.spans import leaves_from
from tizme.extract.who import Ref, Who
from tizme.model import PlaceMatch
from tizme.places import Demonym
from tizme.text import Token

_NO_CUE = Cue("jargon", "", "", "", frozenset(), ())  # for words that are no cue but can be denied
_ARMIES = frozenset({"UA", "RU"})  # "the Ukrainians came", "the Russians took him": armies, no recruits
# Where those whom the texts tell of come from; a name behind "from Moscow" is somebody who came from there.
HOMES = frozenset({"KG", "UZ", "TJ", "KZ", "TM"})
CALL_SIGN = 30  # code points of a call sign in its quotation marks
HOME_GAP = 5  # tokens from such a place to the name
_TOLD_BY_EVENTS = frozenset({"origin", "residence", "birth"})
_CLAUSE_ENDS = frozenset({",", ".", ";", ")", "!"})


def citizenship_drafts(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """Citizenship or ethnicity from a demonym; one that is only promised is told by its own event."""
    drafts = []
    promised = [
        h
        for h in sentence.hits
        if h.cue.property == "promised.citizenship" or h.cue.value == "citizenship_for_contract"
    ]
    for demonym in sentence.demonyms:
        first, last = sentence.word_at(demonym.start), sentence.word_at(demonym.stop - 1)
        if any(h.first <= first <= h.last or abs(first - h.last) <= 4 for h in promised):
            continue
        if _is_language(sentence, first, last, discourse.lang) or _of_others(sentence, last, refs, discourse):
            continue
        if any(is_jargon(h, "a_thing") and h.first == last + 1 for h in sentence.hits):
            continue  # "орус номерден чалышкан": nobody is a Russian there
        who = _bearer(sentence, demonym, refs, discourse)
        if who is None or (who.group and demonym.is_person and demonym.country in _ARMIES):
            continue
        hit = Hit(_NO_CUE, first, last, demonym.start, demonym.stop)
        name, value = "citizenship", demonym.country
        if demonym.kind == "ethnic":
            name, value = "ethnicity", discourse.text[demonym.start : demonym.stop].lower()
        polarity = polarity_at(sentence, hit, discourse.lang)
        drafts.append(Draft(who, name, value, demonym.start, demonym.stop, sentence.index, polarity))
    return drafts


def _of_others(sentence: Sentence, last: int, refs: list[Ref], discourse: Discourse) -> bool:
    """ "ukrainalik tibbiyotchilar qutqargan": before a plural that is nobody here it is theirs."""
    behind = sentence.words[last + 1 : last + 2]
    endings = tuple(e for e in discourse.grammar.plural_endings if len(e) > 1)
    plural = discourse.grammar.verb_last and any(t.low.endswith(endings) for t in behind)
    return plural and not any(r.first <= last + 1 <= r.last for r in refs)


def _is_language(sentence: Sentence, first: int, last: int, lang: str) -> bool:
    """ "a paper in Russian.", "spoke in Uzbek, with": behind "in" and before no noun it is a language."""
    rules = grammar(lang)
    before = sentence.words[first - 1].low if first else ""
    behind = sentence.words[last + 1] if last + 1 < len(sentence.words) else None
    alone = behind is None or behind.kind == "mark" or behind.low in rules.small_words
    return before in rules.in_words and alone


def origin_drafts(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """A place inside or right beside a mention: "урғутлик Отабек", "Отабека з Ургутського району"."""
    drafts = []
    told = [h for h in sentence.hits if h.cue.kind == "event" and h.cue.property in _TOLD_BY_EVENTS]
    for place in sentence.places:
        if any(d.start <= place.start < d.stop for d in sentence.demonyms):
            continue  # "O'zbekiston fuqarosi" is a citizenship
        if _is_call_sign(sentence, place):
            sentence.origins.add(place.start)
            continue
        first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
        if any(0 <= h.first - last <= 4 or abs(first - h.last) <= 2 for h in told):
            continue
        if any(r.form == "nominal" and r.first <= first and last <= r.last and r.kin is None for r in refs):
            sentence.origins.add(place.start)
        who = (
            _place_bearer(sentence, place, refs, discourse.lang)
            or _from_there(sentence, place, refs, discourse)
            or _home_at_end(sentence, place, discourse)
        )
        listed = listed_place(sentence, place, discourse)
        if listed and discourse.focus is not None:
            who, name = discourse.focus, listed
        elif who is not None:
            sentence.origins |= {place.start, *_right_behind(sentence, place)}
            name = "origin"
        else:
            continue
        drafts.append(Draft(who, name, place.nominative, place.start, place.stop, sentence.index))
    return drafts


def _is_call_sign(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "(позывной «Ноокат»)": a place that only names him."""
    first = sentence.word_at(place.start)
    quoted = any(a < place.start and place.stop < b and b - a <= CALL_SIGN for a, b in sentence.quotes)
    return quoted and any(h.cue.kind == "label" and 0 < first - h.last <= 2 for h in sentence.hits)


def _from_there(sentence: Sentence, place: PlaceMatch, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "a man from the village of Yori", "a lorry mechanic from Kara-Suu": whose home it is."""
    if place.candidates and place.candidates[0][0].kind == "country":
        return None
    at = sentence.word_at(place.start)
    chain = of_any_language("article") | (of_any_language("of_words") - of_any_language("in_words"))
    spans = [(p.start, p.stop) for p in sentence.places]
    spans += [(h.start, h.stop) for h in sentence.hits if h.cue.property == "settlement"]
    while at > 0 and (
        sentence.words[at - 1].low in chain or any(a <= sentence.words[at - 1].start < b for a, b in spans)
    ):
        at -= 1
    if at < 2 or sentence.words[at - 1].low not in of_any_language("hails_from"):
        return None
    last = at - 2
    for hit in sentence.hits:
        if hit.cue.kind == "occupation" and hit.last == last:
            return apposed_to(sentence, hit, refs, discourse.lang)
    for ref in refs:
        told = ref.who.role == "subject" and not ref.who.group and ref.kin is None
        if ref.last == last and ref.form != "pronoun" and told:
            return ref.who
    return None


def _home_at_end(sentence: Sentence, place: PlaceMatch, discourse: Discourse) -> Who | None:
    """ "Ол 1989 жылы туған, Қостанай облысынан.": a place at home, left, that no verb follows."""
    who = discourse.focus
    if not grammar(discourse.lang).verb_last or not leaves_from(sentence, place, discourse.lang):
        return None
    if not place.candidates or place.candidates[0][0].country not in HOMES or who is None or who.group:
        return None
    if place.candidates[0][0].kind == "country":
        return None
    behind = sentence.words[sentence.word_at(place.stop - 1) + 1 :]
    ends = not behind or behind[0].low in _CLAUSE_ENDS
    another = any(
        p.start > place.stop and sentence.word_at(p.start) <= sentence.word_at(place.stop - 1) + 2
        for p in sentence.places
    )  # "Оштон, Нарындан келген балдар"
    told = any(h.cue.kind == "event" and h.cue.property not in _TOLD_BY_EVENTS for h in sentence.hits)
    return who if ends and not another and not told and who.role == "subject" else None


def _right_behind(sentence: Sentence, place: PlaceMatch) -> list[int]:
    """ "з Хатлонської області Таджикистану": the wider place right behind a home is part of it."""
    found, last = [], sentence.word_at(place.stop - 1)
    for wider in sorted(sentence.places, key=lambda p: p.start):
        first = sentence.word_at(wider.start)
        inside = first == last + 2 and sentence.words[last + 1].low in of_any_language("in_words")
        if first == last + 1 or (inside and _same_country(place, wider)):
            found.append(wider.start)
            last = sentence.word_at(wider.stop - 1)
    return found


def _same_country(place: PlaceMatch, other: PlaceMatch) -> bool:
    return bool(place.candidates and other.candidates) and (
        place.candidates[0][0].country == other.candidates[0][0].country
    )


def _bearer(sentence: Sentence, demonym: Demonym, refs: list[Ref], discourse: Discourse) -> Who | None:
    """Whom a demonym describes: the mention that holds or follows it; a passport belongs to the focus."""
    first, last = sentence.word_at(demonym.start), sentence.word_at(demonym.stop - 1)
    subjects = [r for r in refs if r.who.role == "subject"]
    if (
        demonym.is_person
        and demonym.kind != "phrase"
        and sentence.words[last].low.endswith(discourse.grammar.plural_endings)
    ):
        # "росіянам передали", "узбеки": several are never the one who stands beside
        return next((r.who for r in subjects if r.who.group and r.first <= first and last <= r.last), None)
    for ref in subjects:
        if ref.form == "pronoun":
            continue
        holds, follows = ref.first <= first and last <= ref.last, 0 < ref.first - last <= 2
        if holds or follows or (demonym.is_person and 0 < first - ref.last <= 2):
            return ref.who
    if any(r.who.role != "subject" and r.form == "nominal" and 0 <= r.last - last <= 1 for r in refs):
        return None  # "орус аял чалды": she is none of those told of
    if any(is_jargon(h, "passport") and abs(h.first - last) <= 4 for h in sentence.hits):
        return discourse.focus
    if demonym.is_person:
        return subjects[0].who if subjects else discourse.focus
    return None


def _place_bearer(sentence: Sentence, place: PlaceMatch, refs: list[Ref], lang: str) -> Who | None:
    """Whose home a place is, from where it stands beside the words for somebody."""
    if place.candidates and place.candidates[0][0].kind == "country":
        return None  # a country is told as citizenship, or it is where things happened
    first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
    for ref in refs:
        if ref.who.role != "subject" or ref.form == "pronoun":
            continue
        if ref.form == "nominal" and ref.first <= first and last <= ref.last and not ref.kin:
            return None if ref.who.group else ref.who
        between = sentence.words[last + 1 : ref.first]
        adjectival = place.demonym and 0 < ref.first - last <= 4
        if adjectival and not any(t.low in {",", "."} for t in between):
            return ref.who
        if ref.form == "name" and _from_home(sentence, place, ref, lang):
            return ref.who
        if _place_behind(sentence, ref, first) or (
            ref.form == "name" and _place_of_name(sentence, ref, first, last, lang)
        ):
            return ref.who
    return None


def _from_home(sentence: Sentence, place: PlaceMatch, ref: Ref, lang: str) -> bool:
    """ "Аксы районунан 27 жаштагы Нурлан": a place at home that is left, with only an age between."""
    last = sentence.word_at(place.stop - 1)
    if not grammar(lang).verb_last or not leaves_from(sentence, place, lang):
        return False
    at_home = bool(place.candidates) and place.candidates[0][0].country in HOMES
    ages = [(a, b) for a, b, _ in sentence.ages]
    between = sentence.words[last + 1 : ref.first]
    return (
        at_home
        and 0 < ref.first - last <= HOME_GAP
        and all(t.kind == "mark" or any(a <= t.start < b for a, b in ages) for t in between)
    )


def _place_behind(sentence: Sentence, ref: Ref, first: int) -> bool:
    """ "Отабека Ергашева з Ургута": one word for "from" stands between."""
    after = sentence.words[ref.last + 1 : first]
    return len(after) == 1 and after[0].low in of_any_language("hails_from")


def _place_of_name(sentence: Sentence, ref: Ref, first: int, last: int, lang: str) -> bool:
    """A place beside a name: "of Osh, Ayan A.", "Ayan A., 41, of Osh", or right behind it outside lists."""
    rules = grammar(lang)
    # "Sardor Jo'rayev Buxoro viloyatidan", but "... Запорожье облусунда набыт болгон"
    home = sentence.words[last].low.endswith(rules.from_endings) if rules.verb_last else True
    if sentence.entry is None and first == ref.last + 1 and home:
        return True
    prepositions = grammar(lang).origin_words
    if not any(t.low in prepositions for t in sentence.words[max(0, first - 2) : first]):
        return False
    after = sentence.words[ref.last + 1 : first]
    if any(h.cue.kind in {"event", "say", "court"} and last <= h.last < ref.first for h in sentence.hits):
        return False  # "the District Court of Bishkek sentenced Azamat T."
    return 0 < ref.first - last <= 2 or (0 < len(after) <= 6 and _only_age(sentence, after, prepositions))


def _only_age(sentence: Sentence, between: list[Token], prepositions: frozenset[str]) -> bool:
    """ ", 41, of the" between a name and a place: an age, commas, a preposition, an article, nothing else."""
    ages = [(a, b) for a, b, _ in sentence.ages]
    small = prepositions | of_any_language("article")
    return all(
        t.kind == "mark" or t.low in small or any(a <= t.start < b for a, b in ages) for t in between
    ) and any(t.low in prepositions for t in between)
