"""The saying of one verb: whoever may say it and stands nearest, nobody in particular, or a rumour.

"His uncle Rahmon, who met the coffin, said": the uncle, with what the outlet tells of him there.
"""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from tizme.extract.annotate import Sentence
from tizme.extract.bare_names import by_a_bare_name
from tizme.extract.cited import end_of_citing
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import listener_of, passed_on_by
from tizme.extract.outside_speech import outside_what_is_said
from tizme.extract.plain_nouns import by_a_plain_noun, by_some_one
from tizme.extract.rumours import as_rumour, by_several_unnamed, i_heard
from tizme.extract.says_nothing import UNSAID, does_not_say
from tizme.extract.speech import BESIDE, is_passive
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.unnamed_speakers import (
    by_a_tradesman,
    by_a_witness,
    by_one_left_out,
    told_by_nobody,
    told_passively,
)
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who
from tizme.extract.who_may_say import ONLY_OFFICES, who_may_say_it

SAYS_ONCE = frozenset({"source", "hearsay"})


def saying_at(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    if say.cue.property == "rumour":
        return as_rumour(sentence, say, discourse)
    if is_passive(sentence, say, discourse.lang):
        return told_passively(sentence, say, refs, discourse)
    if does_not_say(sentence, say, refs, discourse):
        return None
    unknown = (
        by_a_tradesman(sentence, say, discourse)
        or by_some_one(sentence, say, discourse)
        or by_a_plain_noun(sentence, say, refs, discourse)
        or by_a_bare_name(sentence, say, refs, discourse)
    )
    if unknown is not None:
        return unknown
    papers, candidates = who_may_say_it(sentence, say, refs, discourse)
    outside = outside_what_is_said(sentence, say, candidates, refs, discourse)
    best = min(outside, key=itemgetter(0), default=None)
    if say.cue.property == "they_say" and (best is None or best[1].kind == "self"):
        return as_rumour(sentence, say, discourse)  # "... деседі": a verb of many, none of whom is named
    if best is None and say.cue.flags & ONLY_OFFICES:
        return None  # of a release the office named before it (answering.py)
    if best is None:
        return (
            _by_one_cited(sentence, say, discourse)
            or i_heard(sentence, say, discourse)
            or told_by_nobody(sentence, say, refs, discourse)
            or by_a_witness(sentence, say, refs, discourse)
            or (as_rumour(sentence, say, discourse) if say.cue.property == UNSAID else None)
            or by_several_unnamed(sentence, say, discourse)
            or by_one_left_out(sentence, say, discourse)
        )
    _, voice, first, last = best
    by_pronoun = any(r.form == "pronoun" and (r.first, r.last) == (first, last) for r in refs)
    if voice.who is not None and not by_pronoun and not say.first <= first <= last <= say.last:
        first, last = _with_appositions(voice.who, first, last, refs)
    first, last = _with_clause(sentence, say, voice, (first, last), refs, discourse)
    voice = passed_on_by(sentence, say, refs, voice, discourse)
    spoken = as_saying(sentence, say, (first, last), voice, discourse)
    if voice.kind == "self" and listener_of(sentence, say, refs, voice.who, discourse) is not None:
        return replace(spoken, holds=False)  # "he told his wife he would be back": the outlet goes on
    if _told_a_family(voice):
        return replace(spoken, holds=False)
    if voice.kind in SAYS_ONCE or any(c[1] is voice for c in papers):
        # a neighbour or a notice said so much, and the outlet goes on; a verdict tells a whole story
        return replace(spoken, holds=False, once=True)
    return spoken


def _by_one_cited(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Как рассказала нам бригадир цеха, Бердиев ...": whoever stands in the clause, and not Berdiev."""
    end = end_of_citing(sentence, say)
    if end is None:
        return None
    label = discourse.text[sentence.words[say.last + 1].start : sentence.words[end - 1].stop]
    spoken = as_saying(sentence, say, (say.last + 1, end - 1), Voice("source", label), discourse)
    return replace(spoken, holds=False, once=True)


def _told_a_family(voice: Voice) -> bool:
    """ "An officer told the family that ...", "the commissariat informed the mother": the outlet goes on."""
    family = voice.kind == "told" and voice.who is not None and voice.who.group
    return family or (voice.kind == "official" and bool(voice.chain))


def _with_appositions(who: Who, first: int, last: int, refs: list[Ref]) -> tuple[int, int]:
    """The speaker with the other words for them beside: "Модараш, Саодат Раҳимова,"."""
    for ref in sorted((r for r in refs if r.who is who and r.form != "pronoun"), key=lambda r: r.first):
        if ref.first <= last + BESIDE + 1 and first - BESIDE - 1 <= ref.last:
            first, last = min(first, ref.first), max(last, ref.last)
    return first, last


def _with_clause(
    sentence: Sentence, say: Hit, voice: Voice, at: tuple[int, int], refs: list[Ref], discourse: Discourse
) -> tuple[int, int]:
    """ "His uncle Rahmon, who met the coffin, said": who speaks, and what the outlet tells of him there."""
    if voice.who is None or sentence.words[at[0]].low not in discourse.grammar.relative_words:
        return at
    named = [r.first for r in refs if r.who is voice.who and r.form != "pronoun" and r.last < at[0]]
    closed = at[0] < say.first and sentence.words[say.first - 1].low == ","
    return (min(named), say.first - 1) if named and closed else at
