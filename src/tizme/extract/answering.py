"""Offices that answer without being named again.

"I wrote to the embassy. They say: no information": a plural that stands for nobody of the text (Russian
"ответили, что" has not even a pronoun) is the office asked in the same or the sentence before. "К послу
обратились семьи, говорится в сообщении" (flag release): the office of which the text tells, and it goes on.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.polarity import denied_right_before
from tizme.extract.replies import ASKED, reply_behind_a_colon
from tizme.extract.spans import widen_left
from tizme.extract.spoken import Saying, spoken_in_voice
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

RELEASE = "release"
OPENING = 3  # sentences of a text in which the office of its heading speaks
OPENS = 1  # tokens before the noun of those with whom a sentence opens
_THEY = {"en": "they", "ru": "они", "uk": "вони", "tg": "онҳо"}
CAME = "came"  # value of an answer that says itself that it is one: "посух омад, ки"
_PLURAL = {"ru": ("ли",), "uk": ("ли",)}


def answers_of_offices(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings with those of offices that only a plural stands for."""
    found = []
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        more = []
        for say in sentence.hits if discourse.lang in _THEY else ():
            if say.cue.kind != "say" or any(s.verb == (say.first, say.last) for s in said):
                continue
            if RELEASE in say.cue.flags and not denied_right_before(sentence, say):
                office = _office_of_release(sentence, say, sentences)
                if office is not None:
                    more.append(_released(sentence, say, office, discourse))
                continue
            if denied_right_before(sentence, say) or not _by_them(sentence, say, here, discourse.lang):
                continue
            family = _family_before(sentence, sentences, refs, discourse)
            if family is not None:
                more.append(spoken_in_voice(sentence, say, family, discourse))
                continue
            office = _office_before(sentence, say, sentences)
            if office is not None:
                more.append(spoken_in_voice(sentence, say, _voice_of(office, discourse), discourse))
        reply = reply_behind_a_colon(sentence, sentences, discourse)
        if reply is not None and not any(_meets(s, reply) for s in (*said, *more)):
            more.append(reply)
        found.append(sorted([*said, *more], key=lambda s: s.verb))
    return found


def _family_before(
    sentence: Sentence, sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> Voice | None:
    """ "His parents learned of the verdict. They maintain that ...": they do, and not the court."""
    if not sentence.index or sentence.words[0].low != _THEY[discourse.lang]:
        return None
    before = sentences[sentence.index - 1]
    first = next((r for r in refs[before.index] if r.form != "pronoun"), None)
    if before.paragraph != sentence.paragraph or before.heading or first is None or first.first > OPENS:
        return None
    several = first.who.group and first.who.role == "relative" and first.kin is not None
    return Voice("relative", first.who.label, first.who) if several else None


def _released(sentence: Sentence, say: Hit, office: tuple[Sentence, Hit], discourse: Discourse) -> Saying:
    """The words of a release: what the text tells behind them is the office's, too."""
    kind = "official" if office[1].cue.kind == "org" else "case"
    spoken = spoken_in_voice(sentence, say, _voice_of(office, discourse, kind), discourse)
    return replace(spoken, holds=not sentence.in_quote(say.start))


def _office_of_release(
    sentence: Sentence, say: Hit, sentences: list[Sentence]
) -> tuple[Sentence, Hit] | None:
    """The office or the court named before in the sentence or in the one before, or else in the heading."""
    before = [s for s in sentences[max(0, sentence.index - 1) : sentence.index] if not s.heading]
    headings = [s for s in sentences[: sentence.index] if s.heading] if sentence.index <= OPENING else []
    for where in (sentence, *reversed(before), *headings):
        named = [h for h in where.hits if _publishes(h) and (where is not sentence or h.last < say.first)]
        if named:
            return where, named[-1]
    return None


def _publishes(hit: Hit) -> bool:
    return hit.cue.kind == "court" or (hit.cue.kind == "org" and hit.cue.property == "official")


def _voice_of(office: tuple[Sentence, Hit], discourse: Discourse, kind: str = "official") -> Voice:
    start, stop = widen_left(*office)
    return Voice(kind, discourse.text[start:stop])


def _meets(saying: Saying, reply: Saying) -> bool:
    return any(s.first <= r.last and r.first <= s.last for s in saying.scopes for r in reply.scopes)


def _by_them(sentence: Sentence, say: Hit, refs: list[Ref], lang: str) -> bool:
    """Whether nobody of the text says it, but several do."""
    before = [t.low for t in sentence.words[max(0, say.first - 2) : say.first]]
    if _THEY[lang] in before:
        return True
    if _is_answer(sentence, say, CAME):
        return not any(r.last < say.first and r.who.role != "subject" for r in refs)
    plural = _PLURAL.get(lang)
    if plural is None or not sentence.words[say.first].low.endswith(plural):
        return False
    answers = _is_answer(sentence, say)
    return answers and not any(r.last < say.first and r.who.group for r in refs)


def _is_answer(sentence: Sentence, say: Hit, value: str = "") -> bool:
    return any(
        is_jargon(h, "answers") and h.first == say.first and h.cue.value == value for h in sentence.hits
    )


def _office_before(sentence: Sentence, say: Hit, sentences: list[Sentence]) -> tuple[Sentence, Hit] | None:
    here = [h for h in sentence.hits if _is_asked(h) and h.last < say.first]
    if here:
        return sentence, here[-1]
    before = sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or before.heading:
        return None
    there = [h for h in before.hits if _is_asked(h)]
    return (before, there[-1]) if there else None


def _is_asked(hit: Hit) -> bool:
    return hit.cue.kind == "org" and hit.cue.property in ASKED
