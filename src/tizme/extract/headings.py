"""Who speaks in a heading: an office or a relative before its colon, an "I" who is quoted over the text.

"Мать солдата: сына обманули": what stands behind the colon is hers.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.office_voices import of_office_at_colon
from tizme.extract.speech import speech_quotes
from tizme.extract.voices import Scope, Voice

HEADING_SPEAKER = 6  # tokens before the colon of a heading


def told_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    """What stands in a heading in the words of somebody who is no outlet."""
    own = _own_words_over(heading, discourse) or of_office_at_colon(heading, discourse)
    return own or _of_a_relative_over(heading, discourse)


def _of_a_relative_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    """ "Мать солдата: сына обманули": a relative before the colon of a heading says what stands behind."""
    colon = next((i for i, t in enumerate(heading.words) if t.low == ":"), 0)
    kin = [h for h in heading.hits if h.cue.kind == "kin" and h.last < colon and "count" not in h.cue.flags]
    if not 0 < colon <= HEADING_SPEAKER or len(kin) != 1:
        return []
    if heading.words[kin[0].last].low.endswith(endings_of(discourse.lang, "oblique_endings")):
        return []
    voice = Voice("relative", discourse.text[kin[0].start : kin[0].stop])
    return [Scope(colon + 1, len(heading.words) - 1, voice)]


def _own_words_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    """ "«Вдома мене вже поховали»: у полоні ...": an "I" quoted over a text, with no relative, is his."""
    who = discourse.first_subject()
    if who is None or discourse.narrates == "source":
        return []
    if any(h.cue.kind in {"kin", "say", "according"} for h in heading.hits):
        return []
    own = discourse.grammar.singular_first
    return [
        Scope(first, last, Voice("self", who.label, who))
        for first, last in speech_quotes(heading, discourse.text)
        if any(t.low in own for t in heading.words[first : last + 1])
    ]
