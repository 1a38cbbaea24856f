"""What a relative tells in her own words as the plain course of his life, and not as he told it to her.

"«Он уехал в Тюмень. В ноябре его забрали с объекта. Потом позвонил: дали выбрать»": that he was taken she
tells as she tells that he left; what he was made to sign stands with the words for how she heard of it.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon

# What was done and said to him where nobody of the family was: whoever tells it has it from him.
_BEHIND_DOORS = frozenset({"coercion", "promised", "contract_signed", "recruiter", "recruited"})
_FORCED = "coerced_contract"
_SAYS = frozenset({"say", "according"})
_LEARNS = frozenset({"calls", "called", "brings_news", "learnt", "learnt_that", "of_this"})
_DASHES = frozenset({"—", "–", "-"})
DASH_WITHIN = 3  # tokens from a dash to the verb of saying behind it


def plainly_told(sentence: Sentence, at: int) -> bool:
    """Whether her words around a token say neither how she knows it nor what was said to him behind doors."""
    around = _quotes_around(sentence, sentence.words[at].start)
    return len(around) == 1 and not any(
        _was_told_her(sentence, h) for h in sentence.hits if _quotes_around(sentence, h.start) == around
    )


def _quotes_around(sentence: Sentence, place: int) -> set[tuple[int, int]]:
    return {(a, b) for a, b in sentence.quotes if a <= place < b}


def _was_told_her(sentence: Sentence, hit: Hit) -> bool:
    cue = hit.cue
    if cue.kind == "event":
        behind_doors = cue.property in _BEHIND_DOORS or cue.value == _FORCED
        return behind_doors and not _of_his_passport(sentence, hit)
    if cue.kind in _SAYS:
        return not _of_the_outlet(sentence, hit)
    return cue.kind == "jargon" and cue.property in _LEARNS


def _of_the_outlet(sentence: Sentence, say: Hit) -> bool:
    """ "«..., — рассказывает Гульнара. — В феврале его забрали»": the outlet says whose words they are.

    What says something only before a "that" may be any verb.
    """
    before = sentence.words[max(0, say.first - DASH_WITHIN) : say.first]
    return say.cue.value == "that" or "that" in say.cue.flags or any(t.low in _DASHES for t in before)


def _of_his_passport(sentence: Sentence, hit: Hit) -> bool:
    """ "Взяли в общежитии, забрали паспорт": it goes with being taken, and nothing was said to him."""
    return any(is_jargon(h, "passport") and hit.first <= h.first <= hit.last for h in sentence.hits)
