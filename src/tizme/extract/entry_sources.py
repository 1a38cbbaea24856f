"""The source that an entry of a list names at its end, in brackets or behind a dash, for all of it.

"Missing since June 2025. [wife]", "... [himself]", "... - сообщил водитель", "... Per his wife.": whoever
keeps the list says nothing of his own there. "Source: ..." is read by entry_voices; a note in brackets that
tells something itself, or stands inside a sentence, by entry_notes.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import without_fields
from tizme.extract.entry_notes import CLOSING, OPENING
from tizme.extract.entry_voices import is_of_a_court, source_kind, subject_of
from tizme.extract.hearers import is_object
from tizme.extract.sole_sources import (
    Source,
    alike_closings,
    bracketed_before,
    brackets_name_sources,
    closed_with_a_source,
    opened_with_a_source,
    voice_of_source,
)
from tizme.extract.voices import Scope, Voice, Voices

_DASHES = frozenset("-–—")
FEWEST_SENTENCES, LONGEST_SOURCE = 2, 9  # of an entry; tokens of a sentence that only names a source
SEEKER_WORDS = 6  # of such a sentence
_HEARD = frozenset({"told", "informed", "notified"})
_MEANS = frozenset({"phone", "telephone", "letter", "post", "mail", "email"})
_OF_TELLING = frozenset({"death_reported", "info_requested", "last_contact"})


def rest_on_sources(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse, by_signs: set[int]
) -> None:
    """Give every entry that names its source at its end that source's voice.

    Args:
        by_signs: First sentences of entries in which several signs of the legend say it.
    """
    entries = [e for e in without_fields(sentences) if e[0].index not in by_signs]
    closings = alike_closings(entries, bracketed=brackets_name_sources(sentences))
    for entry in entries:
        _let_seekers_tell(entry, found, own, discourse)
        source = _bracketed(entry) or _behind_a_dash(entry) or _said_at_the_end(entry, discourse)
        voice = _voice(source, sentences, discourse) if source is not None else None
        if voice is None:
            source = opened_with_a_source(entry)
            if source is None and not _is_told(entry[-1], discourse):
                source = closed_with_a_source(entry, discourse)
            source = source or closings.get(entry[0].index)
            voice = voice_of_source(source, discourse) if source is not None else None
        if voice is None or source is None:
            _rest_on_one_inside(entry, sentences, found, own, discourse)
            continue
        begin = 0
        for at, inside in bracketed_before(entry, source):
            before = voice_of_source(inside, discourse)
            if before is not None:
                _rest(entry[begin : at + 1], inside, before, found, own)
                begin = at + 1
        _rest(entry[begin:], source, voice, found, own)


def _rest_on_one_inside(
    entry: list[Sentence], sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """ "... с тех пор не отвечает. Сообщила мать. В посольстве не ответили.": hers is what stands before."""
    for stop in range(len(entry) - 1, FEWEST_SENTENCES - 1, -1):
        source = _said_at_the_end(entry[:stop], discourse)
        voice = _voice(source, sentences, discourse) if source is not None else None
        if source is not None and voice is not None:
            _rest(entry[:stop], source, voice, found, own)
            return


def _rest(entry: list[Sentence], source: Source, voice: Voice, found: list[Voices], own: Voice) -> None:
    for sentence in entry:
        voices = found[sentence.index]
        relative = voices.base.kind == "relative" and voice.kind == "informant"
        if relative or voices.base.kind in {own.kind, voice.kind, "document"}:
            voices.rest_on(voice)
        # An office or a court that acts in the entry is told of by its source.
        voices.scopes = [s for s in voices.scopes if s.voice.kind not in {own.kind, "official", "court"}]
    voices = found[source.sentence.index]
    voices.scopes = [s for s in voices.scopes if not (source.first <= s.first and s.last <= source.last)]
    voices.scopes.append(Scope(source.first, source.last, voices.base))


def _bracketed(entry: list[Sentence]) -> Source | None:
    """ "[wife]" at the end of the entry, behind the stop of its last sentence, where it tells nothing.

    A paper in brackets stands for the entry also where no stop is before it.
    """
    last = entry[-1]
    closing = len(last.words) - 1
    while closing > 0 and last.words[closing].low in {".", ";"}:
        closing -= 1
    if last.words[closing].low not in CLOSING:
        return None
    opening = next((i for i in range(closing, -1, -1) if last.words[i].low in OPENING), -1)
    source = Source(last, opening + 1, closing - 1)
    if opening < 0 or _tells(source):
        return None
    apart = opening == 0 or last.words[opening - 1].low == "."
    return source if apart or any(_kind(h) == "document" for h in source.hits()) else None


def _behind_a_dash(entry: list[Sentence]) -> Source | None:
    """ "... летом 2024 г. — сообщил водитель, вёзший тело": not a relative, who tells only some of it."""
    last = entry[-1]
    dashes = [i for i, t in enumerate(last.words) if t.low in _DASHES and 0 < i < len(last.words) - 1]
    dashes = dashes or _colon_before_himself(last)
    if not dashes:
        return None
    source = Source(last, dashes[-1] + 1, len(last.words) - 1)
    if last.words[dashes[-1]].low == ":":
        return source
    if _names_only_kin(source):
        return source
    begins = any(h.first == source.first and h.cue.kind in {"say", "according"} for h in source.hits())
    kin = any(h.cue.kind == "kin" for h in source.hits())
    return None if kin or not begins or _tells(source) else source


def _colon_before_himself(last: Sentence) -> list[int]:
    """ "Живий, у полоні: так він сам сказав у відео"."""
    colons = [i for i, t in enumerate(last.words) if t.low == ":"][-1:]
    hits = [h for h in last.hits if colons and h.first > colons[0]]
    own = any(is_jargon(h, "himself") for h in hits) and any(h.cue.kind == "say" for h in hits)
    told = any(h.cue.kind == "event" and h.cue.property not in _OF_TELLING for h in hits)
    return colons if own and not told and not last.quotes else []


def _names_only_kin(source: Source) -> bool:
    """ "... бедарак — акаси", "- his brother": nothing but the word for a relative."""
    words = [i for i in range(source.first, source.last + 1) if source.sentence.words[i].kind == "word"]
    kin = [h for h in source.hits() if h.cue.kind == "kin"]
    return bool(kin) and all(any(h.first <= i <= h.last for h in kin) for i in words)


def _said_at_the_end(entry: list[Sentence], discourse: Discourse) -> Source | None:
    """ "Per his wife.", "Сообщил глава сельсовета.", "Аялы айтты.": a sentence that only says who told it."""
    last = entry[-1]
    source = Source(last, 0, len(last.words) - 1)
    if len(entry) < FEWEST_SENTENCES or len(last.words) > LONGEST_SOURCE or last.quotes:
        return None
    says = [h for h in source.hits() if h.cue.kind in {"say", "according"} or is_jargon(h, "told_by")]
    events = [h for h in source.hits() if h.cue.kind == "event"]
    told_of = any(not any(s.first <= e.first and e.last <= s.last for s in says) for e in events)
    if not says or told_of or _says_not(source):
        return None
    return None if _is_told(last, discourse) else source


def _let_seekers_tell(entry: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """ "Шукає сестра Айгуль.", "Разыскивает жена.": the sentences behind who is looking are hers.

    Who is sought, before it, is the list's to say.
    """
    for at, sentence in enumerate(entry):
        words = [t for t in sentence.words if t.kind == "word"]
        seeks = any(is_jargon(h, "searches") and h.first <= 1 for h in sentence.hits)
        kin = next((h for h in sentence.hits if h.cue.kind == "kin" and "object" not in h.cue.flags), None)
        tells = any(h.cue.kind in {"event", "say", "org"} for h in sentence.hits)
        if not seeks or kin is None or tells or len(words) > SEEKER_WORDS:
            continue
        ref = next((r for r in discourse.refs[sentence.index] if r.kin is kin), None)
        voice = Voice("relative", ref.who.label if ref else kin.cue.property, ref.who if ref else None)
        for other in entry[at + 1 :]:
            if found[other.index].base.kind == own.kind:
                found[other.index].base = voice
        return


def _is_told(last: Sentence, discourse: Discourse) -> bool:
    """ "Wife informed.", "Ба модараш гуфтанд.": whoever stands there was told it."""
    refs = [r for r in discourse.refs[last.index] if r.form != "pronoun"]
    says = [h for h in last.hits if h.cue.kind in {"say", "according"} or is_jargon(h, "told_by")]
    low = [t.low for t in last.words] + [""] * 2
    alone = any(
        w in _HEARD and low[i + 1] != "us" and (low[i + 1] != "by" or low[i + 2] in _MEANS)
        for i, w in enumerate(low[:-2])
    )
    return (
        alone or any(_only_hears(last, h) for h in says) or any(is_object(last, r, discourse) for r in refs)
    )


def _says_not(source: Source) -> bool:
    """ "His wife was not told": a denial, or somebody who asks and looks."""
    return any(
        (h.cue.kind == "mark" and h.cue.property in {"denied", "uncertain"})
        or (h.cue.kind == "jargon" and h.cue.property in {"no", "seeks", "searches"})
        for h in source.hits()
    )


def _only_hears(sentence: Sentence, say: Hit) -> bool:
    """ "Wife told by phone": who stands beside "told" is told it, but for "told by" and "told us"."""
    behind = sentence.words[say.last + 1 : say.last + 2]
    return sentence.words[say.first].low in _HEARD and not (behind and behind[0].low in {"by", "us"})


def _tells(source: Source) -> bool:
    """Something happened in the words of the source, other than in "death certificate" or "his call"."""
    papers = [h for h in source.hits() if _kind(h) == "document"]
    return any(
        h.cue.kind == "event"
        and h.cue.property.split(".")[0] not in _OF_TELLING
        and not any(p.first - 1 <= h.last <= p.last for p in papers)
        for h in source.hits()
    )


def _voice(source: Source, sentences: list[Sentence], discourse: Discourse) -> Voice | None:
    """Whose words the entry carries; of several sources the first that is known."""
    words = source.sentence.words
    said = discourse.text[words[source.first].start : words[source.last].stop].strip(" ()[].;,")
    for hit in sorted(source.hits(), key=lambda h: (h.cue.kind == "occupation", h.first, -h.last)):
        kind = _kind(hit)
        if kind == "self":
            return Voice("self", said, subject_of(sentences, source.sentence.entry, discourse))
        if kind == "informant" and hit.cue.kind == "kin":
            ref = next((r for r in discourse.refs[source.sentence.index] if r.kin is hit), None)
            return Voice(kind, ref.who.label if ref else said, ref.who if ref else None)
        if kind == "document" and any(is_of_a_court(h) for h in source.hits()):
            return Voice("official", said)
        if kind:
            return Voice(kind, said)
    return None


def _kind(hit: Hit) -> str:
    """A voice of evidence.csv."""
    if hit.cue.kind == "mark" and hit.cue.property == "document":
        return "document"
    if hit.cue.kind == "court":
        return "official"
    return "hearsay" if hit.cue.kind == "occupation" else source_kind(hit)
