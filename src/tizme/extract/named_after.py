"""A source that is named only behind what it told, as in "... Об этом сообщили в прокуратуре".

The words for "of this" are rows of the cue tables (jargon, of_this). What the outlet seemed to tell by itself
before them is the source's: back to where somebody else speaks, or to where the paragraph begins; where the
words open a paragraph of their own, the paragraph before too. A court's acts keep the court's voice.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import of_any_language
from tizme.extract.spoken import Saying
from tizme.extract.voices import Voice, Voices

_HANDS_BACK = frozenset({"official", "relative", "source", "hearsay", "document"})
# These tell that news came, not what it was.
_OF_TELLING = frozenset({"death_reported", "seen_alive", "info_requested"})
_UNTOLD = frozenset({"official_no_info", "info_refused"})
# Of these an office that is named behind several sentences was asked.
_OF_AN_OFFICE = frozenset(
    (
        *("died", "missing", "captured", "wounded", "exchanged", "returned", "buried", "body_found"),
        *("body_identified", "body_repatriated", "sentenced", "charged", "detained", "compensated"),
    )
)
_PAUSES = frozenset(",;:")
OPENS, SHORT = 4, 16  # tokens among which "of this" stands, or of a sentence in which it may stand anywhere


def named_after(sentences: Sequence[Sentence], sayings: Sequence[list[Saying]], found: list[Voices]) -> None:
    """Give what stands before "this was confirmed by ..." to whoever is named there."""
    for sentence in sentences:
        source = _source(sentence, sayings[sentence.index])
        if source is None:
            continue
        paragraph = _paragraph_told(sentences, sentence)
        for before in reversed(sentences[: sentence.index]):
            voices = found[before.index]
            if before.heading or before.paragraph < paragraph or not _outlets(before, voices, sayings):
                break
            if any(s.voice.kind == "court" for s in voices.scopes):
                continue
            if source.kind == "document" and before.index < sentence.index - 1:
                break  # a certificate says what the sentence right before it tells
            if source.kind == "official" and before.index < sentence.index - 1 and not _tells_a_fate(before):
                continue  # where he was born and worked an outlet knows by itself
            voices.rest_on(source)


def _tells_a_fate(sentence: Sentence) -> bool:
    return any(
        h.cue.kind in {"event", "court"} and h.cue.property.split(".")[0] in _OF_AN_OFFICE
        for h in sentence.hits
    )


def _source(sentence: Sentence, said: list[Saying]) -> Voice | None:
    """Who says what went before, in a sentence that tells nothing else."""
    if sentence.entry is not None or not any(_speaks_of_this(sentence, h) for h in sentence.hits):
        return None
    told = _told(sentence, said)
    if _denied(sentence) or told & _UNTOLD or told - _OF_TELLING:
        return None
    voices = [saying.voice for saying in said if saying.voice.kind in _HANDS_BACK and not saying.left_out]
    if not voices:
        return _paper(sentence)
    return voices[0] if not voices[0].chain else None


def _paper(sentence: Sentence) -> Voice | None:
    """ "Бу ҳақда ўлим гувоҳномасида ёзилган", "Так записано в свидетельстве": a paper in which it is."""
    written = any(is_jargon(h, "written") and not sentence.in_quote(h.start) for h in sentence.hits)
    marked = [h for h in sentence.hits if h.cue.kind == "mark" and h.cue.property == "document"]
    others = any(h.cue.kind in {"org", "court", "person", "group"} for h in sentence.hits)
    if not written or not marked or others:
        return None
    return Voice("document", " ".join(t.text for t in sentence.words[marked[0].first : marked[0].last + 1]))


def _speaks_of_this(sentence: Sentence, hit: Hit) -> bool:
    """Near the beginning, or anywhere in a short sentence that is one clause so far."""
    if not is_jargon(hit, "of_this") or sentence.in_quote(hit.start):
        return False
    one_clause = not any(t.low in _PAUSES for t in sentence.words[: hit.first])
    return hit.first <= OPENS or (one_clause and len(sentence.words) <= SHORT)


def _denied(sentence: Sentence) -> bool:
    """ "Сім'я цього не підтвердила", "отбасы мұны растамады"."""
    return any(
        h.cue.property == "denied" if h.cue.kind == "mark" else h.cue.kind == "say" and h.mood != "affirmed"
        for h in sentence.hits
    )


def _told(sentence: Sentence, said: list[Saying]) -> set[str]:
    """What a sentence tells: not "the dead man" in the words for a brother, nor a part of "made known".

    Nor what stands behind whoever says it, without a "that" or a colon: "Цю інформацію поширила поліція за
    підсумками допиту затриманого".
    """
    parts = [h for h in sentence.hits if h.cue.kind == "say" or is_jargon(h, "of_this")]
    behind = min((max(s.verb[1], s.speaker[1]) for s in said if s.speaker), default=len(sentence.words))
    opens = (i for i in range(behind + 1, len(sentence.words)) if _opens_what_is_told(sentence, i))
    until = next(opens, len(sentence.words))
    return {
        h.cue.property.split(".")[0]
        for h in sentence.hits
        if h.cue.kind == "event"
        and (not h.cue.flags & {"weak", "amount"} or h.cue.property in _UNTOLD)
        and not any(p.first <= h.first and h.last <= p.last for p in parts)
        and not (behind < h.last < until and h.cue.property not in _UNTOLD)
    }


def _opens_what_is_told(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].low in of_any_language("that_words") | {":"}


def _paragraph_told(sentences: Sequence[Sentence], sentence: Sentence) -> int:
    """The first paragraph that the words may speak of: their own, or the one before where they open one."""
    before = sentences[sentence.index - 1] if sentence.index else sentence
    return before.paragraph if before.entry is None else sentence.paragraph


def _outlets(sentence: Sentence, voices: Voices, sayings: Sequence[list[Saying]]) -> bool:
    """True where nobody but the outlet, or a court by its acts, speaks."""
    others = [s for s in voices.scopes if s.voice.kind not in {"press", "court"}]
    spoken = any(saying.scopes for saying in sayings[sentence.index])
    own = voices.base.kind == voices.own.kind == "press" and not voices.base.label
    return own and not others and not spoken
