"""What a stranger or a comrade rings or writes, behind a colon: "Подзвонив якийсь лейтенант: син пропав".

No verb of saying stands there; the verb of the call (jargon, calls) and whoever brings the news before the
colon do. Whoever was rung only heard it. Where cases show who rings (Kyrgyz, Kazakh, Uzbek) a relative and
the man himself are heard too; in Russian and Ukrainian their calls are not meant.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.own_words import stands_oblique
from tizme.extract.spans import colon_behind
from tizme.extract.speaker_voices import voice_of
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice
from tizme.extract.who import Ref

_LANGUAGES = frozenset({"ru", "uk"})  # whose tables know the verbs of a call
COLON_WITHIN = 10  # tokens from the verb to the colon: "з незнайомого номера й прочитав із папірця"


def told_by_callers(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings with those of callers, in sentences in which nobody says anything."""
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    if discourse.lang not in _LANGUAGES and not cased:
        return sayings
    read = _at_the_colon if cased else _of_a_caller
    found = []
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        saying = None if any(s.scopes for s in said) else read(sentence, here, discourse)
        found.append(said if saying is None else [*said, saying])
    return found


def _at_the_colon(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "Әйелі хабарласты: үйіне оралған", "Өзү бизге чалды: ...": whoever rings, in a language with cases."""
    words = sentence.words
    for call in (h for h in sentence.hits if is_jargon(h, "called")):
        colon = call.last + 1
        if colon + 1 >= len(words) or words[colon].low != ":" or sentence.in_quote(call.start):
            continue
        voice = _who_rings(sentence, call.first, refs, discourse)
        if voice is not None:
            first = 0 if voice.kind == "self" else colon + 1  # that he rang is what he lived himself
            scopes = (Scope(first, len(words) - 1, voice),)
            return Saying(voice, None, (call.first, call.last), scopes, holds=False, once=True)
    return None


def _who_rings(sentence: Sentence, verb: int, refs: list[Ref], discourse: Discourse) -> Voice | None:
    before = [
        r
        for r in refs
        if r.last < verb and r.form != "pronoun" and not stands_oblique(sentence, r, discourse.lang)
    ]
    if (before and sentence.entry is None) or any(r.kin is not None for r in before):
        return voice_of(before[-1].who)
    who = discourse.focuses[sentence.index]
    himself = any(is_jargon(h, "himself") and h.last < verb for h in sentence.hits)
    return Voice("self", who.label, who) if himself and who is not None and who.role == "subject" else None


def _of_a_caller(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Saying | None:
    words = sentence.words
    for call in (h for h in sentence.hits if is_jargon(h, "calls")):
        colon = colon_behind(sentence, call, within=COLON_WITHIN)
        if colon is None or sentence.in_quote(call.start) or sentence.entry is not None:
            continue
        before = [
            r
            for r in refs
            if r.last < colon and r.form != "pronoun" and not stands_oblique(sentence, r, discourse.lang)
        ]
        callers = [r for r in before if r.who.role == "source"]
        if not callers or any(r.who.role in {"subject", "relative"} and r.kin is None for r in before):
            continue
        voice = Voice("source", callers[0].who.label, callers[0].who)
        scopes = (Scope(colon + 1, len(words) - 1, voice),)
        return Saying(voice, None, (call.first, call.last), scopes, holds=False, once=True)
    return None
