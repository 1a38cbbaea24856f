"""What is said of a person without an event: name, age, sex, origin, work, rank, unit, prison, kin."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.beside import NEAR
from tizme.extract.cues import Cue, Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import grammar
from tizme.extract.polarity import polarity_at
from tizme.extract.spans import places_left, prison_span, widen_left
from tizme.extract.who import Ref, Who
from tizme.extract.whose import find_subject
from tizme.model import PlaceMatch
from tizme.text import Token

_LABELLED = re.compile(
    r"[\s:–—-]*(?:[«“\"„']([^»”\"“'\n]{1,40})[»”\"“']"
    r"|([^\W\d_][\w-]{1,30}(?:\s+(?:[^\W\d_a-zа-я]\.\s?){1,2}|\s+[^\W\d_a-zа-я][\w-]{1,30})?))"
)
_QUOTED_BEFORE = re.compile(r"[«“\"„]([^»”\"“\n]{1,40})[»”\"“]\s*$")  # «Медик» чакыруу белгиси
_NO_CUE = Cue("jargon", "", "", "", frozenset(), ())  # for words that are no cue but can be denied
_NUMBER = re.compile(r"[\s:№N#-]*([^\W\d_]{0,3}[-\s]?[\dIlОOо]{3,}[\w-]*)")


def read_attributes(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """Drafts for everything in a sentence that describes somebody."""
    drafts: list[Draft] = []
    for ref in refs:
        if ref.form == "name" and (ref.new or not _named_before(discourse, ref)):
            drafts.append(Draft(ref.who, "name", ref.who.name, ref.start, ref.stop, sentence.index))
    drafts += _ages(sentence, refs, discourse)
    drafts += _sexes(sentence, refs)
    drafts += _citizenships(sentence, refs, discourse)
    drafts += _origins(sentence, refs, discourse)
    drafts += _births(sentence, discourse)
    for hit in sentence.hits:
        drafts += _from_hit(sentence, hit, refs, discourse)
    drafts += _groups(sentence, refs, discourse)
    drafts += _recruiters(sentence, refs, discourse)
    return drafts


def _named_before(discourse: Discourse, ref: Ref) -> bool:
    return any(
        other.who is ref.who and other.form == "name" and (other is not ref)
        for refs in discourse.refs
        for other in refs
        if other.start < ref.start
    )


def _ages(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    drafts = []
    for start, stop, value in sentence.ages:
        who = _described(sentence, start, stop, refs) or discourse.focus
        if who is not None and not who.group:
            who.age = who.age or value
            drafts.append(Draft(who, "age", value, start, stop, sentence.index))
    return drafts


def _described(sentence: Sentence, start: int, stop: int, refs: list[Ref]) -> Who | None:
    """The person whose mention holds the words, or stands nearest to them (what follows is nearer than what went before)."""
    first, last = sentence.word_at(start), sentence.word_at(stop - 1)
    best: tuple[float, Who] | None = None
    for ref in refs:
        if ref.form == "pronoun" or ref.who.role == "official":
            continue
        if ref.first <= first and last <= ref.last:
            return ref.who
        cost = (
            gap_cost(sentence, last, ref.first)
            if ref.first > last
            else gap_cost(sentence, ref.last, first) + 0.5
        )
        if cost <= NEAR + 5 and (best is None or cost < best[0]):
            best = (cost, ref.who)
    return best[1] if best else None


def _sexes(sentence: Sentence, refs: list[Ref]) -> list[Draft]:
    """Sex from what somebody is called ("her husband", "a man") or from whose relative is named ("his wife")."""
    drafts = []
    for ref in refs:
        who = ref.who
        if ref.kin is not None and "victim" in ref.kin.cue.flags and who.sex:
            drafts.append(Draft(who, "sex", who.sex, ref.start, ref.stop, sentence.index))
        elif ref.kin is not None and who.anchor is not None and who.role == "relative":
            sex = _possessor_sex(sentence, ref)
            if sex and who.anchor.role == "subject":
                drafts.append(Draft(who.anchor, "sex", sex, ref.start, ref.stop, sentence.index))
        elif (
            ref.form == "nominal" and ref.kin is None and who.role == "subject" and who.sex and not who.group
        ):
            drafts.append(Draft(who, "sex", who.sex, ref.start, ref.stop, sentence.index, weak=True))
    return drafts


def _possessor_sex(sentence: Sentence, ref: Ref) -> str:
    if ref.kin is not None and ref.kin.cue.property == "wife":
        return "male"
    for hit in sentence.hits:
        if hit.cue.kind == "pron" and ref.first <= hit.first <= ref.last and hit.cue.value:
            return hit.cue.value
    return ""


def _citizenships(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    drafts = []
    promised = [h for h in sentence.hits if h.cue.property == "promised.citizenship"]
    for demonym in sentence.demonyms:
        if any(abs(sentence.word_at(demonym.start) - h.last) <= 4 for h in promised):
            continue
        who = _bearer(sentence, demonym.start, demonym.stop, refs, discourse, is_person=demonym.is_person)
        if who is None:
            continue
        hit = Hit(
            _NO_CUE,
            sentence.word_at(demonym.start),
            sentence.word_at(demonym.stop - 1),
            demonym.start,
            demonym.stop,
        )
        polarity = polarity_at(sentence, hit, discourse.lang)
        if demonym.kind == "ethnic":
            word = discourse.text[demonym.start : demonym.stop].lower()
            drafts.append(
                Draft(who, "ethnicity", word, demonym.start, demonym.stop, sentence.index, polarity)
            )
            continue
        drafts.append(
            Draft(who, "citizenship", demonym.country, demonym.start, demonym.stop, sentence.index, polarity)
        )
    return drafts


def _bearer(
    sentence: Sentence, start: int, stop: int, refs: list[Ref], discourse: Discourse, *, is_person: bool
) -> Who | None:
    """The person a demonym describes: the mention that holds it or directly follows it; a passport belongs to the focus."""
    first, last = sentence.word_at(start), sentence.word_at(stop - 1)
    for ref in refs:
        if ref.form != "pronoun" and ref.who.role == "subject":
            if ref.first <= first and last <= ref.last:
                return ref.who
            if 0 < ref.first - last <= 2 or (0 < first - ref.last <= 2 and is_person):
                return ref.who
    near = {t.low for t in sentence.words[max(0, first - 4) : last + 4]}
    if any(
        h.cue.kind == "jargon" and h.cue.property == "passport" and abs(h.first - last) <= 4
        for h in sentence.hits
    ):
        return discourse.focus
    if is_person and near:
        subject = [r.who for r in refs if r.who.role == "subject"]
        return subject[0] if subject else discourse.focus
    return None


def _origins(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """A place inside or right beside a mention: "урғутлик Отабек", "Отабека Ергашева з Ургутського району"."""
    drafts = []
    told = [
        h
        for h in sentence.hits
        if h.cue.kind == "event" and h.cue.property in {"origin", "residence", "birth"}
    ]
    for place in sentence.places:
        if any(d.start <= place.start < d.stop for d in sentence.demonyms):
            continue  # "O'zbekiston fuqarosi" is a citizenship
        first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
        if any(0 <= h.first - last <= 4 or abs(first - h.last) <= 2 for h in told):
            continue
        if any(r.form == "nominal" and r.first <= first and last <= r.last and r.kin is None for r in refs):
            sentence.origins.add(place.start)
        who = _place_bearer(sentence, place, first, last, refs, discourse.lang)
        listed = _listed_place(sentence, place, discourse)
        if listed and discourse.focus is not None:
            drafts.append(
                Draft(discourse.focus, listed, place.nominative, place.start, place.stop, sentence.index)
            )
        elif who is not None:
            sentence.origins.add(place.start)
            drafts.append(Draft(who, "origin", place.nominative, place.start, place.stop, sentence.index))
    return drafts


def _listed_place(sentence: Sentence, place: PlaceMatch, discourse: Discourse) -> str:
    """In an entry of a list a place without a verb is the origin beside the name, later on the residence."""
    if sentence.entry is None or place not in places_left(sentence, discourse.lang):
        return ""
    if not _before_events(sentence, place.stop):
        return ""
    sentence.origins.add(place.start)
    named_here = any(r.who is discourse.focus and r.form != "pronoun" for r in discourse.refs[-1])
    return "origin" if named_here else "residence"


def _before_events(sentence: Sentence, stop: int) -> bool:
    """True where the words stand before every event of the sentence, with a comma between."""
    events = [h.first for h in sentence.hits if h.cue.kind == "event"]
    if not events:
        return True
    last, first = sentence.word_at(stop - 1), min(events)
    return last < first and any(t.low in {",", ";", "."} for t in sentence.words[last + 1 : first])


def _place_bearer(
    sentence: Sentence, place: PlaceMatch, first: int, last: int, refs: list[Ref], lang: str
) -> Who | None:
    if place.candidates and place.candidates[0][0].kind == "country":
        return None  # a country is told as citizenship, or it is where things happened
    adjectival = place.demonym
    prepositions = grammar(lang).origin_words
    came_from = first > 0 and {t.low for t in sentence.words[max(0, first - 2) : first]} & prepositions
    for ref in refs:
        if ref.who.role != "subject" or ref.form == "pronoun":
            continue
        if ref.form == "nominal" and ref.first <= first and last <= ref.last and not ref.kin:
            return None if ref.who.group else ref.who
        between = sentence.words[last + 1 : ref.first]
        if adjectival and 0 < ref.first - last <= 4 and not any(t.low in {",", "."} for t in between):
            return ref.who
        after = sentence.words[ref.last + 1 : first]
        if came_from and ref.form == "name" and 0 < ref.first - last <= 2:
            return ref.who
        if (
            came_from
            and ref.form == "name"
            and 0 < len(after) <= 6
            and _only_age(sentence, after, prepositions)
        ):
            return ref.who
        if (
            ref.form in {"name", "nominal"}
            and len(after) == 1
            and after[0].low in {"з", "із", "из", "from", "аз"}
        ):
            return ref.who
        if (
            sentence.entry is None
            and ref.form == "name"
            and not after
            and place.stop
            and first == ref.last + 1
        ):
            return ref.who
    return None


def _only_age(sentence: Sentence, between: list[Token], prepositions: frozenset[str]) -> bool:
    """ ", 41, of the" between a name and a place: an age, commas, a preposition, an article, nothing else."""
    ages = [(a, b) for a, b, _ in sentence.ages]
    return all(
        t.kind == "mark" or t.low in prepositions or t.low == "the" or any(a <= t.start < b for a, b in ages)
        for t in between
    ) and any(t.low in prepositions for t in between)


def _births(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A date followed by "г. р." and its like is a day of birth."""
    drafts = []
    for date in sentence.dates:
        if sentence.entry is not None and _before_events(sentence, date.stop) and discourse.focus is not None:
            if any(r.who is discourse.focus and r.form == "name" for r in discourse.refs[-1]):
                drafts.append(
                    Draft(discourse.focus, "birth_date", date.edtf, date.start, date.stop, sentence.index)
                )
                sentence.origins.add(date.start)
                continue
        at = sentence.word_at(date.stop - 1)
        for hit in sentence.hits:
            if (
                hit.cue.kind == "jargon"
                and hit.cue.property == "born"
                and -6 <= hit.first - at <= 2
                and hit.last >= at - 6
                and (hit.first > at or not grammar(discourse.lang).verb_last)
            ):
                if discourse.focus is not None:
                    sentence.origins.add(date.start)
                    drafts.append(
                        Draft(
                            discourse.focus,
                            "birth_date",
                            date.edtf,
                            date.start,
                            max(date.stop, hit.stop),
                            sentence.index,
                        )
                    )
                break
    return drafts


def _from_hit(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    kind = hit.cue.kind
    if kind not in {"occupation", "rank", "unit", "prison", "cause", "label"}:
        return []
    who = find_subject(sentence, hit, refs, discourse)
    if who is None:
        return []
    if kind == "rank":
        beside = [r for r in refs if abs(r.first - hit.last) <= 2 or abs(hit.first - r.last) <= 2]
        if "name" in hit.cue.flags and not any(r.form == "name" for r in beside):
            return []
        who = beside[0].who if beside else who
        return [Draft(who, "rank", hit.cue.value, hit.start, hit.stop, sentence.index)] if beside else []
    polarity = polarity_at(sentence, hit, discourse.lang)
    if kind == "prison":
        start, stop = prison_span(sentence, hit)
        if (start, stop) == (hit.start, hit.stop) and "weak" not in hit.cue.flags:
            return []
        value = " ".join(discourse.text[start:stop].split())
        return [Draft(who, "prison", value, start, stop, sentence.index, polarity)]
    if kind == "label":
        return _labelled(sentence, hit, who, discourse)
    value = hit.cue.value or discourse.text[hit.start : hit.stop]
    name = {"cause": "died.cause"}.get(kind, kind)
    return [Draft(who, name, value, hit.start, hit.stop, sentence.index, polarity)]


def _labelled(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """What stands after "call sign" or "also known as", in quotation marks or as a capitalised word."""
    number = hit.cue.property == "document_number"
    pattern = _NUMBER if number else _LABELLED
    match = pattern.match(discourse.text, hit.stop, min(sentence.stop, hit.stop + 60))
    if match is None and grammar(discourse.lang).verb_last:
        match = _QUOTED_BEFORE.search(discourse.text, max(sentence.start, hit.start - 40), hit.start)
    if match is None:
        return []
    group = 1 if match.group(1) else 2
    value = match.group(group).strip()
    if group == 2 and not value[0].isupper():
        return []
    start = match.start(group)
    stop = start + len(value)
    if number:
        value = f"{discourse.text[hit.start : hit.stop]} {value}"
        start = hit.start
    return [Draft(who, hit.cue.property, value, start, stop, sentence.index)]


def _recruiters(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """A ministry or company named beside a contract or a recruitment is the recruiter."""
    signed = [
        h
        for h in sentence.hits
        if h.cue.kind == "event"
        and (
            h.cue.property in {"recruited", "contract_signed"}
            or h.cue.value in {"mod_contract", "coerced_contract"}
        )
    ]
    drafts = []
    for hit in sentence.hits:
        recruits = hit.cue.kind == "org" and hit.cue.property == "recruiter"
        company = hit.cue.kind == "unit" and any(
            h.cue.property == "recruited"
            and gap_cost(sentence, min(h.last, hit.last), max(h.first, hit.first)) <= 3
            for h in signed
        )
        if not signed or not (recruits or company):
            continue
        who = find_subject(sentence, min(signed, key=lambda h: abs(h.first - hit.first)), refs, discourse)
        if who is not None:
            start, stop = widen_left(sentence, hit)
            value = hit.cue.value or " ".join(discourse.text[start:stop].split())
            drafts.append(Draft(who, "recruiter", value, start, stop, sentence.index))
    return drafts


def _groups(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """How many a group is: the number right before its words, or inside them."""
    from tizme.dates import find_numbers

    drafts = []
    groups = [r for r in refs if r.who.group and r.who.role == "subject" and r.form == "nominal"]
    if not groups:
        return []
    for start, stop, value in find_numbers(
        discourse.text, lang=discourse.lang, start=sentence.start, stop=sentence.stop
    ):
        at = sentence.word_at(stop - 1)
        if any(
            d.start < stop and start < d.stop for d in (*sentence.dates, *sentence.durations, *sentence.money)
        ):
            continue
        if any(a < stop and start < b for a, b, _ in sentence.ages):
            continue
        for ref in groups:
            if (0 < ref.first - at <= 2) or (ref.first <= at <= ref.last):
                before = {
                    t.low
                    for t in sentence.words[max(0, sentence.word_at(start) - 2) : sentence.word_at(start)]
                }
                rough = "~" if any(h.cue.kind == "jargon" and h.cue.property == "about" and h.stop <= start + 1
                                   and start - h.stop <= 2 for h in sentence.hits) or before & {"about"} else ""  # fmt: skip
                drafts.append(
                    Draft(ref.who, "group.count", f"{rough}{_whole(value)}", start, ref.stop, sentence.index)
                )
                break
    return drafts


def _whole(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def kin_drafts(discourse: Discourse) -> list[Draft]:
    """One kin claim for every tie that the text names."""
    drafts = []
    for link in discourse.kin:
        if link.anchor.role != "subject" or link.relative.group:
            continue
        drafts.append(
            Draft(
                link.anchor,
                f"kin.{link.relation}",
                link.relative.id,
                link.start,
                link.stop,
                link.sentence,
                target=link.relative,
            )
        )
    return drafts
