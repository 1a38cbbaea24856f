"""Through whom a saying reaches the reader: what a stranger tells inside a mother's words comes through her.

"Residents began receiving word that ...": it was told them, and nobody says by whom.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.speech import that_behind
from tizme.extract.spoken import Saying
from tizme.extract.voices import PAPERS, Scope, Voice, Voices


def scopes_of(saying: Saying, voices: Voices, sentence: Sentence) -> list[Scope]:
    """The words of a saying; what a stranger tells inside a mother's words reaches us through her.

    The words that name a speaker are the outlet's, or those of a relative who goes on telling.
    """
    outer = voices.at(saying.first)
    if saying.left_out and outer.kind != "relative":
        return []
    inside = any(s.first <= saying.first <= s.last for s in voices.scopes)
    inside = inside or _relative_tells(outer, saying.voice)
    passed_on = inside and outer.who is not saying.voice.who and outer.kind not in {"told", *PAPERS}
    passed_on = passed_on and saying.voice.kind not in PAPERS  # whoever shows a paper, it is the paper's word
    # a wife who writes that "they answered that ..." gives the office's own words
    writers = voices.writes(outer) or (voices.own.kind == "relative" and outer.who is voices.own.who)
    passed_on = passed_on and not (saying.voice.kind == "official" and writers)
    found = list(saying.scopes)
    if passed_on:
        chain = (*saying.voice.chain, *((saying.voice.label,) if saying.voice.label else ()))
        told = Voice("told", outer.label, outer.who, chain)
        around = [s for s in voices.scopes if s.first <= saying.first <= s.last]
        first = max((s.first for s in around), default=0)
        last = min((s.last for s in around), default=max((s.last for s in found), default=0))
        found = [
            Scope(max(s.first, first), min(s.last, last), told)
            for s in found
            if s.first <= last and s.last >= first
        ]
    elif saying.speaker and (
        voices.base.kind not in {"relative", "told"}
        or voices.base.who is saying.voice.who
        or (saying.voice.kind == "official" and voices.own.kind == "press")
    ):
        # who answers a question names those who told them: "Отец сказал: беги"
        found.append(Scope(*saying.speaker, voices.base if sentence.turn == "answer" else voices.own))
    return found


def _relative_tells(outer: Voice, inner: Voice) -> bool:
    """ "Он сам набрал: сижу в Каменке": it reaches us through the relative who goes on telling."""
    return outer.kind == "relative" and inner.kind in {"self", "source"}


def of_news(sentence: Sentence, held: Voice, discourse: Discourse) -> list[Scope]:
    """ "Residents began receiving word that ...": what follows was told them, nobody says by whom."""
    found = []
    ours = endings_of(discourse.lang, "we_say_endings")
    for hit in sentence.hits:
        if hit.cue.kind == "event" and hit.cue.property == "death_reported":
            if any(t.low.endswith(ours) for t in sentence.words[hit.first : hit.first + 2]):
                continue  # "хабар медиҳем, ки ...": the one who writes reports it
            that = that_behind(sentence, hit)
            if that is not None:
                found.append(Scope(that, len(sentence.words) - 1, Voice("told", held.label, held.who)))
    return found
