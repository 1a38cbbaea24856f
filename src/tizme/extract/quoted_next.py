"""A quotation that nobody signs, behind a sentence that brings in whoever is quoted.

"Seitov, speaking from the dock, gave another account. “I drove to Omsk to sell a car.”", "... according to
his sister. “They locked him in a gym.”": who spoke in the sentence before, else whoever it begins with.
"""

from __future__ import annotations

from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.colons import says_an_i
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.own_words import stands_oblique
from tizme.extract.speaker_voices import voice_of
from tizme.extract.spoken import TELLERS, Saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

FEWEST_WORDS = 4
OPENS = 1  # token at which whoever is quoted begins the sentence before, behind an article
_CALLED = frozenset({"last_contact", "seen_alive", "death_reported"})


def quoted_next(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sayings: list[list[Saying]],
    spoken: dict[tuple[int, int], Voice],
    discourse: Discourse,
) -> dict[tuple[int, int], Voice]:
    """Quotation -> whom the sentence before it brings in, for those that open a sentence unsigned."""
    found: dict[tuple[int, int], Voice] = {}
    for before, sentence in pairwise(sentences):
        if before.paragraph != sentence.paragraph or before.heading or before.entry is not None:
            continue
        quote = next((q for q in sentence.quotes if q[0] <= sentence.start <= q[0] + 1), None)
        if quote is None or quote in spoken or before.turn or any(q[1] > before.stop for q in before.quotes):
            continue
        words = discourse.text[quote[0] : quote[1]].split()
        if len(words) < FEWEST_WORDS:
            continue
        says_i = says_an_i(words, discourse)
        voice = _who_spoke(before, sayings[before.index]) or _who_opens(before, refs[before.index], discourse)
        if voice is not None and voice.kind in (TELLERS | {"self"} if says_i else TELLERS):
            found[quote] = voice
    return found


def _who_spoke(sentence: Sentence, said: list[Saying]) -> Voice | None:
    outside = [s for s in said if not sentence.in_quote(sentence.words[s.verb[0]].start) and s.scopes]
    return outside[-1].voice if outside else None


def _who_opens(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Voice | None:
    """Not where it tells of a call or a letter: the words may be those of whoever wrote it."""
    if any(is_jargon(h, "paper") or is_jargon(h, "paper_in") for h in sentence.hits):
        return None
    if any(h.cue.kind == "event" and h.cue.property in _CALLED for h in sentence.hits):
        return None
    first = next((r for r in refs if not sentence.in_quote(r.start)), None)
    if first is None or first.first > OPENS or first.who.group:
        return None
    if stands_oblique(sentence, first, discourse.lang):
        return None
    return voice_of(first.who)
