"""Notes in brackets in the entries of a list, which say who told what stands there.

"Killed near Soledar. [Comrade in a chat; not confirmed.]", "Жив (сам позвонил в редакцию)",
"Sentenced to 11 years [court database]". A note that tells something itself speaks for itself; one that only
names who said it speaks for what became of the person, as the entry tells it before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import without_fields
from tizme.extract.entry_voices import subject_of
from tizme.extract.voices import Scope, Voice, Voices

OPENING, CLOSING = frozenset("(["), frozenset(")]")
BEGINS = 3  # words of a note among which stands who it is of
ALONE = 2  # words: "[her cousin]"
# What became of somebody; a note behind it says who told so.
_FATE = frozenset(
    (
        *("died", "missing", "captured", "wounded", "buried", "returned", "seen_alive", "exchanged"),
        *("deserted", "body_found", "body_repatriated", "body_identified", "grave_found", "contact_lost"),
    )
)
# Words about the telling itself.
_OF_TELLING = frozenset(
    {"death_reported", "info_requested", "official_no_info", "last_contact", "compensated"}
)
_CALLS = frozenset({"seen_alive"})
_PAPERS = frozenset({"paper_in", "paper", "source_is"})


@dataclass(slots=True)
class Note:
    """One note: (sentence, first token, last token) for every sentence it runs over."""

    parts: list[tuple[Sentence, int, int]] = field(default_factory=list)

    def hits(self) -> list[Hit]:
        return [h for s, a, b in self.parts for h in s.hits if a <= h.first and h.last <= b]


def hear_notes(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """Give the words of every note, and what it speaks for, the voice of whoever it names."""
    for entry in without_fields(sentences):
        for note in _notes(entry):
            voice = _voice(note, entry, discourse)
            if voice is None:
                if found[entry[0].index].base.kind == "document":  # whoever transcribes a register adds it
                    _speak(note.parts, found, own)
                continue
            bare = voice.kind == "hearsay" and _without_papers(note)
            if bare or (voice.kind == "document" and _closes(note, entry) and _seen(note)):
                for sentence in entry:
                    found[sentence.index].rest_on(voice)
            if voice.kind == "self":
                _silence_others(note, found)
            _speak(note.parts, found, voice)
            _speak(_kin_of(note), found, own)
            if not _tells(note, besides=_CALLS if voice.kind == "self" else frozenset()):
                _speak(_spoken_for(note, entry), found, voice)


def _notes(entry: list[Sentence]) -> list[Note]:
    """The outermost brackets of an entry; one that is never closed ends with it."""
    found: list[Note] = []
    depth = 0
    for sentence in entry:
        begin = 0 if depth else -1
        for at, token in enumerate(sentence.words):
            if token.low in OPENING:
                if depth == 0:
                    found.append(Note())
                    begin = at
                depth += 1
            elif token.low in CLOSING and depth:
                depth -= 1
                if depth == 0:
                    found[-1].parts.append((sentence, begin, at))
                    begin = -1
        if begin >= 0:
            found[-1].parts.append((sentence, begin, len(sentence.words) - 1))
    return found


def _speak(parts: list[tuple[Sentence, int, int]], found: list[Voices], voice: Voice) -> None:
    for sentence, first, last in parts:
        found[sentence.index].scopes.append(Scope(first, last, voice))


def _kin_of(note: Note) -> list[tuple[Sentence, int, int]]:
    """The words for the relatives in a note: that somebody has them is the list's to say."""
    return [
        (s, h.first, h.last)
        for s, a, b in note.parts
        for h in s.hits
        if h.cue.kind == "kin" and a <= h.first and h.last <= b
    ]


def _silence_others(note: Note, found: list[Voices]) -> None:
    """ "Сам позвонил в проект, сообщил, что ...": not the project."""
    for sentence, first, last in note.parts:
        voices = found[sentence.index]
        voices.scopes = [s for s in voices.scopes if not (first <= s.first and s.last <= last)]


def _voice(note: Note, entry: list[Sentence], discourse: Discourse) -> Voice | None:
    """Whose words a note carries, None where it names nobody."""
    hits = note.hits()
    kin = next((h for h in hits if h.cue.kind == "kin"), None)
    telling = any(h.cue.kind in {"say", "according"} or is_jargon(h, "told_by") for h in hits)
    if kin is None or not _is_letter(hits):
        if any(_is_paper(h) and not _denied(note, h) for h in hits):
            return Voice("document", _words(note, discourse))
    else:
        telling = True  # "(қарындасының хаты)": a letter of a relative is her own word
    own = [h for h in hits if is_jargon(h, "himself")]
    telling = telling or (_in_sentence(note) and any(h.last > h.first for h in own))  # "(интервью нам)"
    if own and kin is None and (telling or _alive(hits)):
        who = subject_of(entry, entry[0].entry, discourse)
        return Voice("self", who.label if who else "", who)
    if kin is not None:
        return _relatives(note, kin, discourse, telling=telling)
    if any(is_jargon(h, "unconfirmed") for h in hits) or any(
        _is_hearsay(h) and (telling or _begins(note, h)) for h in hits
    ):
        return Voice("hearsay", _words(note, discourse))
    if any(_is_office(h) and (telling or _begins(note, h)) for h in hits):
        return Voice("official", _words(note, discourse))
    return None


def _relatives(note: Note, kin: Hit, discourse: Discourse, *, telling: bool) -> Voice | None:
    """A relative who told it, or who stands alone in a bracket behind what became of the person."""
    hits = note.hits()
    sentence, first, _ = note.parts[0]
    words = sum(t.kind == "word" for s, a, b in note.parts for t in s.words[a : b + 1])
    alone = words <= ALONE and any(h.cue.kind == "event" and h.last < first for h in sentence.hits)
    if any(is_jargon(h, "seeks") or is_jargon(h, "searches") for h in hits) or not (telling or alone):
        return None
    refs = [r for s, _, _ in note.parts for r in discourse.refs[s.index] if r.kin is kin]
    return Voice("relative", refs[0].who.label if refs else kin.cue.property, refs[0].who if refs else None)


def _tells(note: Note, besides: frozenset[str]) -> bool:
    """The note says itself what happened, and not only who told it; or it quotes: "(батько: «він писав»)".

    Args:
        besides: What counts for nothing: that he called, where it is he who tells.
    """
    quotes = any(
        s.words[at].low == ":" and s.words[at + 1].low == '"' for s, a, b in note.parts for at in range(a, b)
    )
    told = (h for h in note.hits() if h.cue.kind == "event")
    return quotes or any(h.cue.property.split(".")[0] not in _OF_TELLING | besides for h in told)


def _closes(note: Note, entry: list[Sentence]) -> bool:
    """The note is the last word of its entry."""
    sentence, _, last = note.parts[-1]
    return sentence is entry[-1] and not any(t.kind == "word" for t in sentence.words[last + 1 :])


def _in_sentence(note: Note) -> bool:
    """The note stands in the sentence that it speaks for, and not behind its stop."""
    sentence, first, _ = note.parts[0]
    return first > 0 and sentence.words[first - 1].low != "."


def _seen(note: Note) -> bool:
    """ "(свидетельство о смерти есть)", "[нусхаси бор]": whoever made the list has the paper."""
    return any(is_jargon(h, "at_hand") for h in note.hits())


def _spoken_for(note: Note, entry: list[Sentence]) -> list[tuple[Sentence, int, int]]:
    """What became of the person, as the entry tells it before the note; before "[cousin]" one clause."""
    sentence, opening, _ = note.parts[0]
    if opening > 0:
        events = [h.first for h in sentence.hits if h.cue.kind == "event" and h.last < opening]
        return [(sentence, min(events), opening - 1)] if events else []
    found: list[tuple[Sentence, int, int]] = []
    for other in entry:
        if other.index >= sentence.index:
            break
        fates = [
            h.first for h in other.hits if h.cue.kind == "event" and h.cue.property.split(".")[0] in _FATE
        ]
        if found or fates:
            found.append((other, 0 if found else min(fates), len(other.words) - 1))
    return found


def _words(note: Note, discourse: Discourse) -> str:
    """The words of a note for the chain of speakers."""
    sentence, first, last = note.parts[0]
    start = sentence.words[min(first + 1, last)].start
    return discourse.text[start : sentence.words[last].stop].strip(" ()[].;,")


def _alive(hits: list[Hit]) -> bool:
    return any(
        h.cue.kind == "event" and h.cue.property in {"seen_alive", "last_contact", "returned"} for h in hits
    )


def _begins(note: Note, hit: Hit) -> bool:
    sentence, first, _ = note.parts[0]
    return hit in sentence.hits and hit.first - first <= BEGINS


def _is_paper(hit: Hit) -> bool:
    if hit.cue.kind == "mark":
        return hit.cue.property == "document"
    if hit.cue.kind != "jargon" or hit.cue.property not in _PAPERS:
        return False
    return hit.cue.property != "source_is" or hit.cue.value == "document"


def _is_letter(hits: list[Hit]) -> bool:
    """Of nobody else: what an office wrote to a relative is the office's paper."""
    letter = any(is_jargon(h, "letter") or is_jargon(h, "letter_in") for h in hits)
    return letter and not any(_is_office(h) or h.cue.kind == "org" for h in hits)


def _is_hearsay(hit: Hit) -> bool:
    if hit.cue.kind == "person":
        return hit.cue.property == "source"
    if hit.cue.kind in {"org", "mark"}:
        return hit.cue.property == "hearsay"
    return is_jargon(hit, "source_is") and hit.cue.value == "hearsay"


def _is_office(hit: Hit) -> bool:
    return hit.cue.kind == "court" or (
        hit.cue.kind == "org" and hit.cue.property in {"official", "recruiter"}
    )


def _without_papers(note: Note) -> bool:
    """ "Документов нет", "no papers"."""
    return any((_is_paper(h) or h.cue.property == "documents") and _denied(note, h) for h in note.hits())


def _denied(note: Note, hit: Hit) -> bool:
    """A word for "no" stands in the same clause of the note."""
    for sentence, first, last in note.parts:
        if hit not in sentence.hits:
            continue
        stops = [i for i in range(first, last + 1) if sentence.words[i].low in {";", ".", ","}]
        begin = max((i for i in stops if i < hit.first), default=first)
        end = min((i for i in stops if i > hit.last), default=last)
        return any(is_jargon(h, "no") and begin <= h.first and h.last <= end for h in sentence.hits)
    return False
