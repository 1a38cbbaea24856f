"""Somebody whom the outlet only lets begin: "Осоров розповідає неохоче. До Росії приїхав у 2019-му.".

The words (jargon, begins_telling) say how he tells and nothing of what; the next sentences are his.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of_any_language
from tizme.extract.own_words import stands_oblique
from tizme.extract.spans import widen_left
from tizme.extract.speaker_voices import voice_of
from tizme.extract.spoken import Saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

BEHIND_WITHIN = 2  # tokens from the verb to whoever it is said of, with a word for the day
NAME_WORDS = 3  # of an outlet
SUBJECT_WITHIN = 8  # tokens from whoever tells to the verb
_TELL = frozenset({"relative", "self", "source", "official"})
# "In answer to our letter a line came from the consulate": a request and a "from", and nothing of what.
_OF_THE_ANSWER = frozenset({"info_requested", "origin"})
TO_WITHIN = 2  # tokens from "to" to the office: "to the embassy"
_TO = frozenset({"to", "for", "к", "ко", "до", "ба", "для"})
_INTO = frozenset({"в", "во", "у"})  # "в посольство"; "в посольстве" somebody answers
_WITHIN = ("е", "и", "і", "ї")  # endings of an office in which somebody is
ANSWERS = "answers"  # value of a bare "answers": of a man himself it may be the telephone that he answers


def begins_telling(
    sentence: Sentence, refs: list[Ref], said: list[Saying], discourse: Discourse
) -> Voice | None:
    """Whoever stands before such words, where the sentence itself tells nothing."""
    begins = next(
        (h for h in sentence.hits if is_jargon(h, "begins_telling") and not sentence.in_quote(h.start)), None
    )
    if begins is None or _quotes_words(sentence, discourse) or any(_says_a_word(sentence, s) for s in said):
        return None
    denied = any(
        h.cue.kind == "mark" and h.cue.property == "denied" and h.last == begins.first - 1
        for h in sentence.hits
    )
    tells = any(
        h.cue.kind == "event"
        and h.cue.property not in _OF_THE_ANSWER
        and "weak" not in h.cue.flags
        and not ("amount" in h.cue.flags and not sentence.money)  # "жооп берди" gives an answer, and no sum
        for h in sentence.hits
    )
    before = [
        r
        for r in refs
        if 0 < begins.first - r.last <= SUBJECT_WITHIN and not stands_oblique(sentence, r, discourse.lang)
    ]
    if denied or tells:
        return None
    before = before or _behind_the_verb(sentence, begins, refs)
    if not before:
        return _office_beside(sentence, begins, discourse)
    if before[0].who.group:
        return None
    voice = voice_of(before[0].who)
    tellers = _TELL - {"self"} if begins.cue.value == ANSWERS else _TELL
    return voice if voice is not None and voice.kind in tellers else None


def _behind_the_verb(sentence: Sentence, begins: Hit, refs: list[Ref]) -> list[Ref]:
    """ "Откликнулась мать Маматова": a relative who stands right behind the verb that opens the sentence."""
    opens = begins.first <= 1 and begins.cue.value != ANSWERS
    return [
        r
        for r in refs
        if opens
        and r.who.role == "relative"
        and r.form != "pronoun"
        and 0 < r.first - begins.last <= BEHIND_WITHIN
        and not sentence.in_quote(r.start)
    ]


def _quotes_words(sentence: Sentence, discourse: Discourse) -> bool:
    """Not where only a name stands in quotation marks: "согласилась поговорить с «Чуй-Информ»"."""
    return any(len(discourse.text[a:b].split()) > NAME_WORDS for a, b in sentence.quotes)


def _says_a_word(sentence: Sentence, saying: Saying) -> bool:
    return any(t.kind == "word" for s in saying.scopes for t in sentence.words[s.first : s.last + 1])


def _office_beside(sentence: Sentence, begins: Hit, discourse: Discourse) -> Voice | None:
    """ "Посольство ответило письмом. ...": an office that answers, and the sentences behind say what."""
    offices = [
        h
        for h in sentence.hits
        if h.cue.kind == "org"
        and h.cue.property == "official"
        and max(begins.first - h.last, h.first - begins.last) <= SUBJECT_WITHIN
        and not sentence.in_quote(h.start)
        and not _is_written_to(sentence, h)
    ]
    if not offices:
        return None
    start, stop = widen_left(sentence, offices[-1])
    return Voice("official", discourse.text[start:stop])


def _is_written_to(sentence: Sentence, office: Hit) -> bool:
    """ "В посольство пришло письмо", "Консулдукка кат келди": that office says nothing by it."""
    before = {t.low for t in sentence.words[max(0, office.first - TO_WITHIN) : office.first]}
    low = sentence.words[office.last].low
    into = bool(before & _INTO) and not low.endswith(_WITHIN)
    return into or bool(before & _TO) or low.endswith(endings_of_any_language("dative_endings"))
