"""Outlets in quotation marks that say or hear something: "сообщает «Фергана»"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import is_object
from tizme.extract.reach import Candidate
from tizme.extract.spoken import TELLERS
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

OUTLET_WORDS, BEHIND_A_MARK = 3, 2  # words of an outlet's name, and tokens from the verb to its first
TELLER_BEHIND = 5  # tokens from an outlet's name in which whoever told it follows


def outlet_that_hears(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[int, int] | None:
    """ "сообщил «Радио Хатлон» представитель посольства": who stands behind the outlet's name tells it."""
    if say.cue.kind != "say" or discourse.lang not in {"ru", "uk"}:
        return None
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop and t.kind == "word"]
        if not 0 < len(inside) <= OUTLET_WORDS or not 0 < inside[0] - say.last <= BEHIND_A_MARK:
            continue
        near = range(inside[-1] + 1, inside[-1] + TELLER_BEHIND)
        tells = any(
            r.first in near and r.who.role in TELLERS and not is_object(sentence, r, discourse) for r in refs
        )
        if tells or any(h.cue.kind == "org" and h.first in near for h in sentence.hits):
            return inside[0], inside[-1]
    return None


def quoted_outlet(sentence: Sentence, say: Hit, discourse: Discourse) -> list[Candidate]:
    """ "По данным «Газеты.uz»", "сообщает «Фергана»": a name in quotation marks right behind the verb."""
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop and t.kind == "word"]
        words = discourse.text[start:stop].strip('«»“”„"')
        short = 0 < len(words.split()) <= OUTLET_WORDS and words[:1].isupper()
        if inside and short and inside[0] - say.last == BEHIND_A_MARK and discourse.lang in {"ru", "uk"}:
            return [(0.0, Voice("press", words), inside[0], inside[-1])]
    return []
