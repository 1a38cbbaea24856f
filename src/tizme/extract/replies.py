"""Answers of offices that were asked: "She wrote to the embassy. The answer came on Monday: he was captured".

What stands behind the colon, or is written in the answer, is the word of the office: of the one whose answer
it is ("Ответ Минобороны уместился в две строки: ..."), or that was asked in the sentences before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import of_any_language
from tizme.extract.overlaps import meet
from tizme.extract.spans import colon_behind, widen_left
from tizme.extract.speech import is_passive
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice

COLON_WITHIN = 14  # tokens from "the answer" to its colon: "of the ministry of September 3 came on Monday"
NEAR = 4  # from "came" alone: "надійшло з міністерства: ..."
ASKED_WITHIN = 2  # sentences before the answer among which its office was asked
ASKED = frozenset({"official", "recruiter"})  # kinds of offices that families ask and that answer
_OTHERS = frozenset({"hearsay", "press"})
_SPEAK = frozenset({"kin", "person", "group"})

Office = tuple[Sentence, Hit]


def reply_behind_a_colon(
    sentence: Sentence, sentences: Sequence[Sentence], discourse: Discourse
) -> Saying | None:
    """ "З військкомату надійшла відповідь: пропав безвісти": what stands behind the colon is the office's."""
    if sentence.turn or sentence.heading or sentence.entry is not None:
        return None
    for reply in replies_in(sentence):
        colon = colon_behind(sentence, reply, within=NEAR if reply.cue.value == "near" else COLON_WITHIN)
        if colon is None or sentence.in_quote(sentence.words[colon].start):
            continue
        if _somebody_says(sentence, reply, colon, discourse):
            continue
        office = office_of_reply(sentence, reply, colon, sentences, discourse)
        if office is None:
            continue
        start, stop = widen_left(*office)
        voice = Voice("official", discourse.text[start:stop])
        scopes = (Scope(colon + 1, len(sentence.words) - 1, voice),)
        return Saying(voice, None, (reply.first, colon), scopes, holds=False, once=True)
    return None


def replies_in(sentence: Sentence) -> list[Hit]:
    """The words for an answer outside quotation marks; not "в ответ", "in reply" to what was said."""
    ins = of_any_language("in_words") | {"дар"}
    return [
        h
        for h in sentence.hits
        if is_jargon(h, "reply")
        and not sentence.in_quote(h.start)
        and not (h.cue.value == "bare" and h.first > 0 and sentence.words[h.first - 1].low in ins)
    ]


def asked_office_that_writes(
    sentences: Sequence[Sentence], at: int, written: Hit, discourse: Discourse
) -> Hit | None:
    """ "Ол консулдыққа арыз жіберді. Наурыздағы жауапта былай делінген": the office asked before."""
    sentence = sentences[at]
    if sentence.in_quote(written.start) or sentence.turn or sentence.entry is not None:
        return None
    for reply in (h for h in replies_in(sentence) if h.last < written.first):
        if not discourse.grammar.verb_last and _names_somebody(sentence, reply, written.first):
            continue  # where the verb stands last, whoever stands before it is told of in the answer
        office = office_of_reply(sentence, reply, written.first, sentences, discourse)
        if office is not None and not _writes_itself(sentence, reply, office):
            return office[1]
    return None


def _writes_itself(sentence: Sentence, reply: Hit, office: Office) -> bool:
    """ "In a written reply, the ministry put the number at 214": the verb is the ministry's."""
    between = sentence.words[reply.last + 1 : office[1].first] if office[0] is sentence else ()
    return any(t.low == "," for t in between)


def office_of_reply(
    sentence: Sentence, reply: Hit, stop: int, sentences: Sequence[Sentence], discourse: Discourse
) -> Office | None:
    """The office whose answer it is, named before the token ``stop``, or asked in the sentences before."""
    before = [h for h in sentence.hits if h.cue.kind == "org" and h.last < stop]
    if any(h.cue.property in _OTHERS for h in before):
        return None  # "the answer came from a chat"
    here = [h for h in before if h.cue.property in ASKED]
    if here:
        behind = [h for h in here if h.first > reply.last]
        return sentence, behind[0] if behind else here[-1]
    if any(h.cue.kind in {"prison", "court"} and h.last < stop for h in sentence.hits):
        return None
    if _comes_from_elsewhere(sentence, stop, discourse):
        return None
    earlier = sentences[max(0, sentence.index - ASKED_WITHIN) : sentence.index]
    for one in reversed([s for s in earlier if s.paragraph == sentence.paragraph and not s.heading]):
        there = [h for h in one.hits if h.cue.kind == "org" and h.cue.property in ASKED]
        if there:
            return None if _others_asked(one, there[-1]) else (one, there[-1])
    return None


def _others_asked(sentence: Sentence, office: Hit) -> bool:
    """ "She wrote to the embassy and to a comrade of his": either of them may have answered."""
    return any(
        h.first > office.last
        and (h.cue.kind in {"person", "group", "kin"} or (h.cue.kind == "org" and h.cue.property in _OTHERS))
        for h in sentence.hits
    )


def _comes_from_elsewhere(sentence: Sentence, stop: int, discourse: Discourse) -> bool:
    """ "Ответ пришёл с незнакомого номера", "жауап бөтен нөмірден келді": not of "from May 5"."""
    words = sentence.words[:stop]
    dates = {i for d in sentence.dates for i in sentence.tokens_within(d.start, d.stop)}
    froms, endings = discourse.grammar.from_words, discourse.grammar.from_endings
    return any(
        (t.low in froms and i + 1 not in dates)
        or (bool(endings) and t.low.endswith(endings) and i not in dates)
        for i, t in enumerate(words)
    )


def _somebody_says(sentence: Sentence, reply: Hit, colon: int, discourse: Discourse) -> bool:
    """Whether somebody else tells of the answer, or gives it: "the answer of his comrade: he is dead"."""
    for hit in sentence.hits:
        if hit.first >= colon or sentence.in_quote(hit.start):
            continue
        if meet(hit, reply):
            continue  # "ответ пришёл"
        if hit.cue.kind == "according":
            return True
        written = any(is_jargon(h, "written") and meet(h, hit) for h in sentence.hits)
        if hit.cue.kind == "say" and not written and not is_passive(sentence, hit, discourse.lang):
            return True
    return _names_somebody(sentence, reply, colon)


def _names_somebody(sentence: Sentence, reply: Hit, stop: int) -> bool:
    """ "The answer of his comrade: ..."."""
    return any(
        h.cue.kind in _SPEAK and reply.last < h.first < stop and h.cue.property != "subject"
        for h in sentence.hits
    )
