"""Who speaks where a plain noun for somebody stands beside the verb: "сторож уверяет", "сказала продавщица".

No table holds every such noun. In Russian the dictionary knows that it means a person and that its case is
that of a subject; whoever it is, he is not the man of whom the text tells.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.dash_speakers import signs_what_is_said
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import listener_of
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.unnamed_speakers import says_something
from tizme.extract.voices import Voice
from tizme.extract.who import Ref
from tizme.places.common_words import analyzer

WITH_CASES = "ru"  # whose dictionary marks who is alive
SOME_BESIDE = 2  # tokens from "somebody" to the verb of saying
SURE = 0.5  # share of the readings of a word in which it is such a noun
_KNOWN_OTHERWISE = frozenset({"kin", "person", "group", "org", "court", "pron", "rank", "stop"})


def by_a_plain_noun(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """What somebody says whom a noun of no table names, right beside the verb; the outlet goes on."""
    if discourse.lang != WITH_CASES or say.cue.kind != "say" or sentence.in_quote(say.start):
        return None
    if listener_of(sentence, say, refs, None, discourse) is not None:
        return None  # "Об этом матери сообщил хирург": news that was brought to her
    for at in (say.last + 1, say.first - 1):
        signed = at < say.first or signs_what_is_said(sentence, say)
        if signed and _is_somebody(sentence, at, refs) and says_something(sentence, say, discourse):
            voice = Voice("source", sentence.words[at].text)
            return replace(as_saying(sentence, say, (at, at), voice, discourse), holds=False, once=True)
    return None


def by_some_one(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "В группе кто-то выложил список: «...»", "someone posted ...": nobody knows who says it."""
    some = next(
        (h for h in sentence.hits if is_jargon(h, "some_one") and 0 < say.first - h.last <= SOME_BESIDE), None
    )
    if some is None or say.cue.kind != "say" or sentence.in_quote(say.start):
        return None
    voice = Voice("hearsay", discourse.text[some.start : some.stop])
    return replace(
        as_saying(sentence, say, (some.first, some.last), voice, discourse), holds=False, once=True
    )


def _is_somebody(sentence: Sentence, at: int, refs: list[Ref]) -> bool:
    if not 0 <= at < len(sentence.words) or at in sentence.named:
        return False
    token = sentence.words[at]
    if token.kind != "word" or (token.text[:1].isupper() and at > 0):
        return False
    if any(r.first <= at <= r.last for r in refs):
        return False
    if any(h.cue.kind in _KNOWN_OTHERWISE and h.first <= at <= h.last for h in sentence.hits):
        return False
    if any(d.start <= token.start < d.stop for d in sentence.demonyms):
        return False
    return _is_person(token.low)


@lru_cache(maxsize=20_000)
def _is_person(low: str) -> bool:
    """True for a Russian noun of somebody in the nominative: "чабан"; not of "таких", nor for a name."""
    readings = [(p.score, p.tag.grammemes) for p in analyzer("ru").parse(low)]
    if any({"Name"} & tags or {"Surn"} & tags or {"Patr"} & tags for _, tags in readings[:1]):
        return False
    share: float = sum(score for score, tags in readings if {"NOUN", "anim", "nomn"} <= tags)
    return share >= SURE
