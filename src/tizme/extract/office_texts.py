"""A text that is an office's own: opened as only offices do, or signed by one in its last line.

"Администрация района с прискорбием извещает ...", or "Bog'iston MFY raisi R. Xudoyberganov" at the end.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.genre import told_by_outlet
from tizme.extract.spoken import Saying
from tizme.extract.voices import Voice

OPENING = 3  # sentences of a text, its heading among them, in which an office that passes it on is named
_NO_RELEASE = frozenset({"source"})  # who speaks in an outlet's text and in no office's
SIGNED_WITH = 8  # words of a signature


def offices_own(
    sentences: list[Sentence], sayings: list[list[Saying]], own: Voice, discourse: Discourse
) -> Voice:
    """A text that an office opens as only offices do ("с прискорбием извещает") is the office's."""
    if own.kind != "press" or told_by_outlet(sentences, lang=discourse.lang):
        return own
    if _signed_by_an_office(sentences):
        return Voice("official")
    opening = [
        saying.voice
        for sentence, said in zip(sentences[:OPENING], sayings[:OPENING], strict=True)
        for saying in said
        if saying.voice.kind == "official" and _in_office_style(sentence)
    ]
    others = any(s.voice.kind in _NO_RELEASE and not s.left_out for said in sayings for s in said)
    return Voice("official", opening[0].label, opening[0].who) if opening and not others else own


def _signed_by_an_office(sentences: list[Sentence]) -> bool:
    """ "... Bog'iston MFY raisi R. Xudoyberganov": a notice whose last line is an office and a name."""
    if not sentences:
        return False
    last = sentences[-1]
    words = [t for t in last.words if t.kind == "word"]
    office = any(h.cue.kind == "person" and h.cue.property == "official" for h in last.hits)
    tells = any(h.cue.kind in {"event", "say", "according", "kin"} for h in last.hits)
    alone = len(sentences) > OPENING and last.paragraph != sentences[-2].paragraph and last.entry is None
    return alone and office and not tells and len(words) <= SIGNED_WITH and words[-1].text[:1].isupper()


def _in_office_style(sentence: Sentence) -> bool:
    """Not by the office alone: "деп хабарлады соттың баспасөз қызметі", "как рассказал военный комиссар"."""
    offices = [h for h in sentence.hits if h.cue.kind in {"org", "person"}]
    return any(
        is_jargon(h, "office_style") and not any(o.first <= h.first <= o.last for o in offices)
        for h in sentence.hits
    )
