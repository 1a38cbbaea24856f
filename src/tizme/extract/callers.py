"""Who telephones, writes or sends a picture: the one told of, or somebody else who only brings news.

The verbs are rows of the cue tables (jargon, calls), in Russian and Ukrainian, whose verbs show the number of
whoever acts.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.who import Ref, Who

_OF_A_DEATH = frozenset({"died", "buried", "body_repatriated", "body_found"})
_PLURAL = "ли"  # "позвонили", "дзвонили"


def a_call_tells(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """Whether a call is the sign of life, or the news of a death, that its words are elsewhere."""
    if hit.cue.property == "seen_alive":
        return not _somebody_else_calls(sentence, hit, who, refs)
    return hit.cue.property != "death_reported" or not _calls_himself(sentence, hit, refs)


def _somebody_else_calls(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "his mother called home", "an unknown man phoned her": who calls is not the one told of."""
    right_before = [r for r in refs if r.last == hit.first - 1 and r.form != "pronoun"]
    if who.role != "subject" or any(r.who is not who and r.who.role != "subject" for r in right_before):
        return True
    verb = next(
        (h for h in sentence.hits if is_jargon(h, "calls") and hit.first <= h.first <= hit.last), None
    )
    if verb is None:
        return False
    # "снимок прислали подписчики", "позвонили из части"
    behind = any(r.first == hit.last + 1 and r.who.role == "source" and r.form == "nominal" for r in refs)
    return behind or (sentence.words[verb.first].low.endswith(_PLURAL) and not who.group)


def _calls_himself(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "он позвонил матери и сообщил, что едет": nobody else can have called, and no death is told."""
    calls = any(is_jargon(h, "calls") and h.first == hit.first for h in sentence.hits)
    if not calls or sentence.words[hit.first].low.endswith(_PLURAL):
        return False
    others = any(h.cue.kind in {"org", "court", "group"} for h in sentence.hits)
    others = others or any(r.who.role not in {"subject", "relative"} for r in refs)
    dead = any(h.cue.property in _OF_A_DEATH for h in sentence.hits if h.cue.kind == "event")
    sends = any(h.cue.property == "seen_alive" and h.first <= hit.last for h in sentence.hits)
    return sends and not others and not dead
