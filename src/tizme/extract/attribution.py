"""Follow the voices of a text: who says it, to whom, and how they came to know."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.sayings import Saying, find_sayings
from tizme.extract.spans import widen_left
from tizme.extract.speech import speech_quotes, that_behind
from tizme.extract.voices import PRESS, Scope, Voice, Voices
from tizme.extract.who import Ref
from tizme.text import fold

_ENTRY_NUMBER = re.compile(r"[ \t]*(?:№\s*)?(\d{1,5})\s*[.)]")
_NUMBER_SIGNS = frozenset({"№", "#", "no", "nos", "номера", "номер"})
OPENING = 3  # sentences of a text, its heading among them, in which an office that passes it on is named
_OFFICES_AND_ACCUSED = frozenset({"official", "court", "self"})
ACTS_WITHIN = 3  # tokens from an office to the verb of what it did
CITED_WITHIN = 4  # tokens from "citing" to the paper
_ACTS = frozenset({"charged", "info_refused"})
LONG_QUOTE = 12  # words
INTRODUCED_BY = 2  # sentences before a quotation among which its paper is announced
# An item of their own: whoever is quoted in it, the next sentence is theirs again.
_NARRATES = frozenset({"relative", "self", "official"})
# Whoever is held to go on telling after having been told something tells of their own life again.
_GOES_ON_AS = {"told": "relative"}


def attribute(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse, own: Voice = PRESS
) -> list[Voices]:
    """The voices of every sentence. A voice holds until its paragraph ends or another subject comes in."""
    sayings = [
        [] if s.heading else find_sayings(s, r, discourse) for s, r in zip(sentences, refs, strict=True)
    ]
    spoken = _speakers_of_quotes(sentences, sayings)
    introduced = _introduced(sentences, refs, discourse)
    own = _offices_own(sayings, own)
    found: list[Voices] = []
    interview = any(s.turn for s in sentences)
    narrator, own = own, PRESS if interview else own
    held, paragraph = own, -1
    last_quoted: Voice | None = None
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        if sentence.heading:
            found.append(Voices(own, own))
            continue
        if sentence.paragraph != paragraph and not _goes_on(sentence, here, held):
            held = own
        if _brings_in_another(here, held) or own.kind in _NARRATES:
            held = own  # a writer who says "I" goes on telling, whoever was quoted
        if sentence.turn:
            held = narrator if sentence.turn == "answer" else PRESS
        paragraph = sentence.paragraph
        voices = Voices(held, own, _of_quotes(sentence, spoken, discourse))
        voices.scopes += _of_unsigned_quotes(sentence, spoken, last_quoted, introduced, discourse)
        voices.scopes += [s for saying in said for s in _scopes(saying, voices)]
        if not any(s.scopes for s in said):
            voices.scopes += _of_news(sentence, held)
        if not said and own.kind == "press":
            voices.scopes += _of_court(sentence, discourse)
        if own.kind == "press":
            voices.scopes += _of_acting_office(sentence, discourse)
        _rest_on_papers(sentence, voices)
        found.append(voices)
        last_quoted = next((spoken[q] for q in sentence.quotes if q in spoken), last_quoted)
        held = next((_held(s.voice) for s in reversed(said) if s.holds and s.scopes), held)
    _speak_for_entries(sentences, sayings, found)
    _name_sources_of_entries(sentences, found, own, discourse)
    _confirm_entries(sentences, found, discourse)
    return found


def _offices_own(sayings: list[list[Saying]], own: Voice) -> Voice:
    """A text that an office opens and in which nobody else speaks is the office's: a notice passed on."""
    voices = [saying.voice for said in sayings for saying in said]
    if own.kind != "press" or not voices or {v.kind for v in voices} - _OFFICES_AND_ACCUSED:
        return own
    opening = [
        saying.voice for said in sayings[:OPENING] for saying in said if saying.voice.kind == "official"
    ]
    return Voice("official", opening[0].label, opening[0].who) if opening else own


def _of_unsigned_quotes(
    sentence: Sentence,
    spoken: dict[tuple[int, int], Voice],
    last: Voice | None,
    introduced: dict[tuple[int, int], Voice],
    discourse: Discourse,
) -> list[Scope]:
    """A long quotation that nobody signs: the last one quoted, the office whose letter it is, or an "I" in focus."""
    found = []
    for quote in sentence.quotes:
        words = discourse.text[quote[0] : quote[1]].split()
        if quote in spoken or len(words) < LONG_QUOTE:
            continue
        says_i = bool({fold(w.strip(",.!?:;«»")) for w in words} & discourse.grammar.singular_first)
        who = discourse.focuses[sentence.index]
        voice = last or introduced.get(quote)
        if voice is None and says_i and who is not None and who.role == "subject":
            voice = Voice("self", who.label, who)
        inside = [i for i, t in enumerate(sentence.words) if quote[0] <= t.start < quote[1]]
        if voice is not None and inside:
            found.append(Scope(inside[0], inside[-1], voice))
    return found


def _introduced(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> dict[tuple[int, int], Voice]:
    """Quotation that opens a paragraph -> the office whose paper the sentences right before announce.

    "Ответ за подписью начальника управления получен вчера. Приводим его.\n«В отношении ...»": all of it.
    """
    found: dict[tuple[int, int], Voice] = {}
    for sentence in sentences:
        opening = next((q for q in sentence.quotes if q[0] <= sentence.words[0].start < q[1]), None)
        before = [s for s in sentences[max(0, sentence.index - INTRODUCED_BY) : sentence.index]]
        if opening is None or opening[0] < sentence.start or opening in found:
            continue
        if not before or before[-1].paragraph == sentence.paragraph:
            continue
        papers = [s for s in before if any(_is_paper(h) for h in s.hits)]
        office = next((v for s in reversed(papers) if (v := _office_in(s, refs[s.index], discourse))), None)
        if office is not None:
            found[opening] = office
    return found


def _is_paper(hit: Hit) -> bool:
    return hit.cue.kind == "jargon" and hit.cue.property == "paper"


def _office_in(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Voice | None:
    for hit in sentence.hits:
        if hit.cue.kind == "org" and hit.cue.property == "official":
            start, stop = widen_left(sentence, hit)
            return Voice("official", discourse.text[start:stop])
    who = next((r.who for r in refs if r.who.role == "official"), None)
    return Voice("official", who.label, who) if who is not None else None


def _of_quotes(sentence: Sentence, spoken: dict[tuple[int, int], Voice], discourse: Discourse) -> list[Scope]:
    """The parts of the sentence that stand in a quotation whose speaker is known."""
    return [
        Scope(first, last, spoken[quote])
        for quote in sentence.quotes
        if quote in spoken
        for first, last in speech_quotes(sentence, discourse.text)
        if quote[0] <= sentence.words[first].start and sentence.words[last].stop <= quote[1]
    ]


def _held(voice: Voice) -> Voice:
    return Voice(_GOES_ON_AS.get(voice.kind, voice.kind), voice.label, voice.who)


def _goes_on(sentence: Sentence, refs: list[Ref], held: Voice) -> bool:
    """A man who tells of himself goes on in the next paragraph where it begins with him."""
    if held.kind != "self":
        return False
    first = next((r for r in refs if r.who.role == "subject" and not r.who.group), None)
    return (
        first is not None
        and first.who is held.who
        and not any(h.cue.kind in {"org", "court"} and h.first < first.first for h in sentence.hits)
    )


def _brings_in_another(refs: list[Ref], held: Voice) -> bool:
    """True where the sentence names a subject not met before: the voice before spoke of somebody else."""
    return held.kind != "press" and any(
        r.new and r.form == "name" and r.who.role == "subject" and not r.who.group for r in refs
    )


def _scopes(saying: Saying, voices: Voices) -> list[Scope]:
    """The words of a saying; what a stranger tells inside a mother's words reaches us through her.

    The words that name a speaker are the outlet's, or those of a relative who goes on telling.
    """
    outer = voices.at(saying.first)
    inside = any(s.first <= saying.first <= s.last for s in voices.scopes)
    inside = inside or _relative_tells(outer, saying.voice)
    passed_on = inside and outer.who is not saying.voice.who and outer.kind != "told"
    found = list(saying.scopes)
    if passed_on:
        chain = (*saying.voice.chain, *((saying.voice.label,) if saying.voice.label else ()))
        told = Voice("told", outer.label, outer.who, chain)
        found = [Scope(s.first, s.last, told) for s in found]
    elif saying.speaker and (
        voices.base.kind not in {"relative", "told"} or voices.base.who is saying.voice.who
    ):
        found.append(Scope(*saying.speaker, voices.own))
    return found


def _relative_tells(outer: Voice, inner: Voice) -> bool:
    """ "Он сам набрал: сижу в Каменке": what the one told of said reaches us through the relative who goes on telling."""
    return outer.kind == "relative" and inner.kind in {"self", "source"}


def _of_news(sentence: Sentence, held: Voice) -> list[Scope]:
    """ "Residents began receiving word that ...": what follows was told them, nobody says by whom."""
    found = []
    for hit in sentence.hits:
        if hit.cue.kind == "event" and hit.cue.property == "death_reported":
            that = that_behind(sentence, hit)
            if that is not None:
                found.append(Scope(that, len(sentence.words) - 1, Voice("told", held.label, held.who)))
    return found


def _speakers_of_quotes(
    sentences: list[Sentence], sayings: list[list[Saying]]
) -> dict[tuple[int, int], Voice]:
    """Quotation -> who says it; one that runs over several sentences has its speaker in one of them."""
    return {
        quote: _held(saying.voice) if saying.voice.kind == "told" else saying.voice
        for sentence, said in zip(sentences, sayings, strict=True)
        for quote in sentence.quotes
        for saying in said
        if not quote[0] < sentence.words[saying.first].start < quote[1]
        and any(_meet(sentence, scope, quote) for scope in saying.scopes)
    }


def _meet(sentence: Sentence, scope: Scope, quote: tuple[int, int]) -> bool:
    return quote[0] <= sentence.words[scope.first].stop and sentence.words[scope.last].start < quote[1]


def _of_court(sentence: Sentence, discourse: Discourse) -> list[Scope]:
    """A court's sentence is told in the court's voice where nobody else speaks."""
    court = next((h for h in sentence.hits if h.cue.kind == "court"), None)
    if court is None:
        return []
    start, stop = widen_left(sentence, court)
    return [Scope(0, len(sentence.words) - 1, Voice("court", discourse.text[start:stop]))]


def _of_acting_office(sentence: Sentence, discourse: Discourse) -> list[Scope]:
    """ "The security service has opened a case against a 35-year-old man": the office's word, not the outlet's."""
    for act in sentence.hits:
        if act.cue.kind != "event" or act.cue.property not in _ACTS or "neg" in act.cue.flags:
            continue
        for hit in sentence.hits:
            acts = hit.cue.kind == "org" and hit.cue.property == "official"
            if acts and 0 < act.first - hit.last <= ACTS_WITHIN and not _told_between(sentence, hit, act):
                start, stop = widen_left(sentence, hit)
                return [Scope(0, len(sentence.words) - 1, Voice("official", discourse.text[start:stop]))]
    return []


def _told_between(sentence: Sentence, left: Hit, right: Hit) -> bool:
    return any(
        h.cue.kind in {"say", "event", "kin", "person"} and left.last < h.first and h.last < right.first
        for h in sentence.hits
    )


def _rest_on_papers(sentence: Sentence, voices: Voices) -> None:
    """ "..., the spokesperson said, citing a letter from his unit": what is said rests on the letter."""
    for citing in (h for h in sentence.hits if _is_jargon(h, "citing")):
        paper = next((h for h in sentence.hits if _is_paper(h) and 0 < h.first - citing.last <= CITED_WITHIN), None)
        if paper is None:
            continue
        words = sentence.words[paper.first].low
        on_paper = [s for s in voices.scopes if s.voice.kind in {"official", "source"}]
        for scope in on_paper:
            chain = (words, *scope.voice.chain)
            voices.scopes[voices.scopes.index(scope)] = Scope(
                scope.first, scope.last, Voice("document", scope.voice.label, scope.voice.who, chain)
            )
        if not on_paper and voices.base.kind in {"press", "official"}:
            voices.scopes.append(Scope(0, len(sentence.words) - 1, Voice("document", words)))


def _speak_for_entries(sentences: list[Sentence], sayings: list[list[Saying]], found: list[Voices]) -> None:
    """ "... под № 112 - со слов сапёра": who closes an entry of a list speaks for all of it."""
    for sentence, said in zip(sentences, sayings, strict=True):
        closing = [s for s in said if s.closes_entry]
        if sentence.entry is None or not closing:
            continue
        for other, voices in zip(sentences, found, strict=True):
            if other.entry == sentence.entry and other.index <= sentence.index:
                voices.base = closing[-1].voice


def _name_sources_of_entries(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """ "Src: plate.", "Источник: районная газета": what an entry of a list rests on, said at its end."""
    for sentence in sentences:
        label = next((h for h in sentence.hits if _is_jargon(h, "source_label")), None)
        if sentence.entry is None or label is None or label.last + 1 >= len(sentence.words):
            continue
        if sentence.words[label.last + 1].low not in {":", "-", "."}:
            continue
        named = [h for h in sentence.hits if h.first > label.last and _source_kind(h)]
        stop = sentence.words[-1].stop
        words = discourse.text[sentence.words[label.last].stop : stop].strip(" :.-;)\n")
        kind = _source_kind(named[0]) if named else ""
        if not kind:
            continue
        for other, voices in zip(sentences, found, strict=True):
            if other.entry == sentence.entry and voices.base.kind == own.kind:
                voices.base = Voice(kind, words)


def _is_jargon(hit: Hit, what: str) -> bool:
    return hit.cue.kind == "jargon" and hit.cue.property == what


def _source_kind(hit: Hit) -> str:
    """What a word for a source makes of an entry: a voice of evidence.csv."""
    if _is_jargon(hit, "source_is"):
        return hit.cue.value
    if hit.cue.kind == "org" and hit.cue.property in {"official", "hearsay"}:
        return hit.cue.property
    return "relative" if hit.cue.kind == "kin" else ""


def _confirm_entries(sentences: list[Sentence], found: list[Voices], discourse: Discourse) -> None:
    """ "подтверждено документами - № 31, 34": a note under a list says which entries have papers."""
    numbers: dict[str, int] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            begin = discourse.text.rfind("\n", 0, sentence.start) + 1
            match = _ENTRY_NUMBER.match(discourse.text, begin)
            if match is not None:
                numbers[match.group(1)] = sentence.entry
    if not numbers:
        return
    confirmed: set[int] = set()
    for sentence in sentences:
        marks = [h for h in sentence.hits if h.cue.kind == "mark" and h.cue.property == "documents"]
        if sentence.entry is None and marks:
            behind = sentence.words[marks[0].last + 1 :]
            sign = next((i for i, t in enumerate(behind) if t.low in _NUMBER_SIGNS), -1)
            behind = behind[sign + 1 :]  # "3 (№ 31, 34, 38)": the first is how many
            confirmed |= {numbers[t.text] for t in behind if t.kind == "number" and t.text in numbers}
    for sentence, voices in zip(sentences, found, strict=True):
        if sentence.entry in confirmed and voices.base.kind == "press":
            voices.base = Voice("document", voices.base.label)
