"""Who speaks for the entries of a list: a witness at their end, a source named there, papers noted below."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import field_start, in_fields
from tizme.extract.obituaries import names_obituary
from tizme.extract.speech import after_pause, bracket_before
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Who

_ORGS = {
    "official": "official", "recruiter": "official", "hearsay": "hearsay", "press": "press",
    "document": "official",
}  # fmt: skip
_PERSONS = {"official": "official", "source": "hearsay", "relative": "informant"}


def speak_for_entries(sentences: list[Sentence], sayings: list[list[Saying]], found: list[Voices]) -> None:
    """ "... под № 112 - со слов сапёра": who closes an entry of a list speaks for all of it."""
    for sentence, said in zip(sentences, sayings, strict=True):
        closing = [s for s in said if s.closes_entry]
        if sentence.entry is None or not closing or in_fields(sentence):
            continue  # an entry of fields: who is named at the end speaks for that field
        for other, voices in zip(sentences, found, strict=True):
            if other.entry == sentence.entry and other.index <= sentence.index:
                voices.rest_on(closing[-1].voice)


def hear_relatives_in_brackets(sentences: list[Sentence], found: list[Voices], discourse: Discourse) -> None:
    """ "... лежит в Самаре (сообщ. жена)", "(звонил брат)": what stands before is a relative's, and she."""
    for sentence, voices in zip(sentences, found, strict=True):
        if sentence.entry is None:
            continue
        for kin in (h for h in sentence.hits if h.cue.kind == "kin"):
            opening = bracket_before(sentence, kin.first)
            closing = kin.last + 1 < len(sentence.words) and sentence.words[kin.last + 1].low == ")"
            if opening is None or not closing or not _tells(sentence, opening, kin):
                continue
            ref = next((r for r in discourse.refs[sentence.index] if r.kin is kin), None)
            voice = Voice("relative", ref.who.label if ref else kin.cue.property, ref.who if ref else None)
            begin = max(field_start(sentence, opening), after_pause(sentence, opening))
            voices.scopes.append(Scope(begin, kin.last, voice))


def _tells(sentence: Sentence, opening: int, kin: Hit) -> bool:
    """A word of telling or calling stands in the bracket, and none of looking for somebody."""
    inside = [h for h in sentence.hits if opening < h.first and h.last < kin.first]
    seeks = any(is_jargon(h, "seeks") or is_jargon(h, "searches") for h in inside)
    tells = any(h.cue.kind in {"say", "according"} or is_jargon(h, "told_by") for h in inside)
    return tells and not seeks


def name_sources_of_entries(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """ "Src: plate.", "Источник: районная газета": what an entry of a list rests on, said at its end."""
    for sentence in sentences:
        label = next((h for h in sentence.hits if is_jargon(h, "source_label")), None)
        if sentence.entry is None or label is None or label.last + 1 >= len(sentence.words):
            continue
        if sentence.words[label.last + 1].low not in {":", "-", "."}:
            continue
        if names_obituary([h for h in sentence.hits if h.first > label.last]):
            continue  # whose word that is list_voices finds
        named = [h for h in sentence.hits if h.first > label.last and source_kind(h)]
        stop = sentence.words[-1].stop
        words = discourse.text[sentence.words[label.last].stop : stop].strip(" :.-;)\n")
        kind = _kind_with_court(sentence, named[0]) if named else ""
        if not kind and any(r.first > label.last for r in discourse.refs[sentence.index]):
            kind = "hearsay"  # "Источник: Олег, водитель": somebody of whom nothing else is known
        if not kind:
            continue
        voice = Voice(kind, words, subject_of(sentences, sentence.entry, discourse))
        for other, voices in zip(sentences, found, strict=True):
            if other.entry == sentence.entry and voices.base.kind in {own.kind, "self"}:
                voices.rest_on(voice)


def source_kind(hit: Hit) -> str:
    """What a word for a source makes of an entry: a voice of evidence.csv."""
    if is_jargon(hit, "source_is"):
        return hit.cue.value
    if is_jargon(hit, "himself"):
        return "self"
    if hit.cue.kind == "org":
        return _ORGS.get(hit.cue.property, "")
    if hit.cue.kind == "person":
        return _PERSONS.get(hit.cue.property, "")
    return "informant" if hit.cue.kind == "kin" else ""


def _kind_with_court(sentence: Sentence, source: Hit) -> str:
    """ "Манба: суд ҳукми": what a court's papers say is the court's word."""
    court = any(
        is_of_a_court(h) for h in sentence.hits if h.first <= source.last and source.first - h.last <= 1
    )
    return "official" if court and source_kind(source) == "document" else source_kind(source)


def is_of_a_court(hit: Hit) -> bool:
    """A court, or an office that speaks by its papers."""
    return hit.cue.kind == "court" or (hit.cue.kind == "org" and hit.cue.property == "document")


def subject_of(sentences: list[Sentence], entry: int | None, discourse: Discourse) -> Who | None:
    """Whom an entry is about."""
    refs = (r for s in sentences if s.entry == entry for r in discourse.refs[s.index])
    return next((r.who for r in refs if r.who.role == "subject" and not r.who.group), None)
