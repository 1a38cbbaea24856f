"""Words that reach the text through somebody else than the one beside the verb of saying.

What a man said on the telephone his wife passes on; a man told dead says nothing any more, so that the "he"
behind his father is the father; and what stands between two sayings of one speaker is that speaker's.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.refuted import REMAINS
from tizme.extract.spoken import TELLERS, Saying, in_dashes
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Ref, Who

CALL_BEFORE = 14  # tokens from "he rang home" to "and said"
OPENS_WITHIN = 2  # tokens of a sentence among which its subject opens it
BETWEEN = 2  # sentences between two sayings of one speaker
_CALLS = frozenset({"last_contact", "seen_alive"})
_OF_THE_DEAD = REMAINS | {"died"}


def through_others(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings with the speaker through whom the words came."""
    found: list[list[Saying]] = []
    dead: set[str] = set()
    family: list[Ref] = []
    rang: str = ""
    paragraph = -1
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        if sentence.paragraph != paragraph:
            paragraph, family, rang = sentence.paragraph, [], ""
        before = list(family)
        family += [r for r in here if r.who.role == "relative" and r.form != "pronoun"]
        through = []
        for saying in said:
            who = saying.voice.who
            if saying.voice.kind != "self" or who is None:
                through.append(saying)
                continue
            told = _told_at_home(saying, here)
            if told is not None:
                through.append(_in_voice(saying, told))
                continue
            other = _brother_here(saying, here) or (
                _another_he(sentence, saying, before, here) if who.id in dead else None
            )
            if other is not None:
                through.append(_in_voice(saying, Voice(other.role, other.label, other)))
                continue
            relative = _his_family(family, who)
            if relative is not None and (
                rang == who.id or _rang(sentence, saying) or _in_quote(sentence, saying)
            ):
                rang = who.id
                voice = Voice("told", relative.label, relative, (saying.voice.label,))
                through.append(replace(_in_voice(saying, voice), holds=True))
                continue
            through.append(saying)
        found.append(through)
        focus = discourse.focuses[sentence.index]
        if focus is not None and not sentence.heading and _told_dead(sentence):
            dead.add(focus.id)
    return found


def _told_at_home(saying: Saying, here: list[Ref]) -> Voice | None:
    """ "Qo'ng'iroqda eri shartnoma tuzganini aytgan": who is called her husband said it to her, not to us."""
    ref = next((r for r in here if (r.first, r.last) == saying.speaker), None)
    if ref is None or ref.form != "nominal" or ref.kin is None:
        return None
    return Voice("told", "", None, (saying.voice.label,))


def _in_quote(sentence: Sentence, saying: Saying) -> bool:
    """Inside a quotation, and not between its dashes, where the outlet says whose it is."""
    return sentence.in_quote(sentence.words[saying.verb[0]].start) and not in_dashes(sentence, saying)


def _in_voice(saying: Saying, voice: Voice) -> Saying:
    return replace(saying, voice=voice, scopes=tuple(Scope(s.first, s.last, voice) for s in saying.scopes))


def _told_dead(sentence: Sentence) -> bool:
    """True where an event of a death or of remains is told and nothing in the sentence doubts it."""
    doubts = any(h.cue.kind == "mark" and h.cue.property in {"denied", "hearsay"} for h in sentence.hits)
    return not doubts and any(
        h.cue.kind == "event"
        and h.cue.property in _OF_THE_DEAD
        and not {"neg", "weak", "hearsay", "unsure", "promise"} & h.cue.flags
        for h in sentence.hits
    )


def _another_he(sentence: Sentence, saying: Saying, before: list[Ref], here: list[Ref]) -> Who | None:
    """The man of the family last named, where a pronoun alone speaks for one who is told dead."""
    ref = next((r for r in here if (r.first, r.last) == saying.speaker), None)
    if ref is None or ref.form != "pronoun" or not sentence.quotes:
        return None
    men = [r.who for r in before if not r.who.group and _male(r)]
    return men[-1] if men else None


def _brother_here(saying: Saying, here: list[Ref]) -> Who | None:
    """ "His brother filed a request; there, he says, nobody answers": the brother with whom it opens."""
    pronoun = next((r for r in here if (r.first, r.last) == saying.speaker and r.form == "pronoun"), None)
    opening = next((r for r in here if r.form != "pronoun"), None)
    if pronoun is None or opening is None or opening.kin is None or opening.first > OPENS_WITHIN:
        return None
    told = opening.who.role == "relative" and not opening.who.group and opening.last < pronoun.first
    return opening.who if told and _male(opening) else None


def _male(ref: Ref) -> bool:
    return (ref.kin.cue.value if ref.kin else ref.who.sex) == "male"


def _his_family(family: list[Ref], who: Who) -> Who | None:
    """The relative of a man of whom the paragraph has told so far."""
    return next((r.who for r in reversed(family) if r.who.anchor is who or who.anchor is r.who), None)


def _rang(sentence: Sentence, saying: Saying) -> bool:
    """ "He rang home and said", "he called to say": a call, and nothing that a reporter heard."""
    return any(
        h.cue.kind == "event"
        and h.cue.property in _CALLS
        and 0 <= saying.verb[0] - h.first <= CALL_BEFORE
        and not sentence.in_quote(h.start)
        for h in sentence.hits
    )


def between_two_sayings(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sayings: list[list[Saying]],
    voices: list[Voices],
) -> None:
    """ "Ten went, by the mayor's count. Three are buried here. The rest, he says, call": all of it is his."""
    last: tuple[int, Voice] | None = None
    for sentence, said in zip(sentences, sayings, strict=True):
        outer = [s for s in said if not _in_quote(sentence, s) and s.voice.kind in TELLERS]
        if not outer:
            continue
        if last is not None and _same_speaker(last[1], outer[0].voice):
            between = range(last[0] + 1, sentence.index)
            if len(between) <= BETWEEN and all(
                sentences[at].paragraph == sentence.paragraph == sentences[last[0]].paragraph
                and not sayings[at]
                and not any(r.new and r.form == "name" for r in refs[at])
                for at in between
            ):
                for at in between:
                    if voices[at].base.kind == voices[at].own.kind == "press":
                        voices[at].base = last[1]
        last = (sentence.index, outer[-1].voice)


def _same_speaker(one: Voice, other: Voice) -> bool:
    return one.kind == other.kind and (
        one.who is other.who if one.who is not None else bool(one.label) and one.label == other.label
    )
