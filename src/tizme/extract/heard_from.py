"""What a speaker says somebody else told them: "Полиция кармап кетти. Муну мага Нурлан айтты".

Or the other way round, where a relative passes on in a quotation what he said and goes on with what he did:
"«He said it was deportation or a contract. So he signed», Akmal recalled".

The words for "this" (jargon, of_this) begin a sentence of somebody's own words in which another tells it to
them: what stands right before they only heard, and so what stands before that as long as its verbs say so.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.not_seen import ends_unseen
from tizme.extract.spoken import TELLERS, Saying
from tizme.extract.voices import Voice, Voices
from tizme.extract.who import Ref

_THROUGH_OTHERS = frozenset({"told", "self"})
LEARNT_OPENS = 4  # tokens before "this": "Nigora bularni", "Об этом мать узнала"
_RETOLD = frozenset({"press", "relative"})
_KNOW_BETTER = frozenset({"press", "official", "recruiter", "document"})  # what they tell is no hearsay
OPENS = 1  # the words stand at the beginning, or behind one other word


def heard_from_another(
    sentences: list[Sentence], refs: list[list[Ref]], found: list[Voices], discourse: Discourse
) -> None:
    """Make hearsay of what stands before "this I was told by ..."."""
    for sentence in sentences:
        this = next((h for h in sentence.hits if is_jargon(h, "of_this") and h.first <= OPENS), None)
        if this is None or sentence.heading or not _told_to_me(sentence, discourse):
            continue
        told_by = next((r.who.label for r in refs[sentence.index] if r.form != "pronoun"), "")
        for before in reversed(sentences[: sentence.index]):
            if before.paragraph != sentence.paragraph or before.heading:
                break
            if before.index < sentence.index - 1 and not ends_unseen(before):
                break
            voices = found[before.index]
            voices.base = _told(voices.base, told_by)
            voices.scopes = [replace(s, voice=_told(s.voice, told_by)) for s in voices.scopes]


def goes_on_with_what_he_said(
    sentences: list[Sentence], sayings: list[list[Saying]], found: list[Voices]
) -> None:
    """Mark the sentences of a quotation behind the one in which its speaker passes on another's words."""
    passed_on: set[tuple[int, int]] = set()
    for sentence, said in zip(sentences, sayings, strict=True):
        voices = found[sentence.index]
        voices.heard = [q for q in sentence.quotes if q in passed_on and q[0] < sentence.start]
        for saying in said:
            at = sentence.words[saying.verb[0]].start
            if saying.voice.kind in _THROUGH_OTHERS and not saying.left_out:
                passed_on |= {q for q in sentence.quotes if q[0] <= at < q[1] and sentence.stop <= q[1]}


def learnt_from_another(sentences: list[Sentence], refs: list[list[Ref]], found: list[Voices]) -> None:
    """ "Nigora bularni erining do'sti orqali bilgan": what stands before a relative only heard."""
    for sentence in sentences:
        learner = _who_learnt(sentence, refs[sentence.index])
        if learner is None:
            continue
        for before in reversed(sentences[: sentence.index]):
            voices = found[before.index]
            if before.paragraph != sentence.paragraph or before.heading or before.quotes:
                break
            introduces = any(r.new and r.form == "name" for r in refs[before.index])
            if introduces and before.index < sentence.index - 1:
                break
            if any(s.voice.kind not in _RETOLD for s in voices.scopes) or voices.base.kind not in _RETOLD:
                break
            voices.base = _heard_by(voices.base, learner)
            voices.scopes = [
                replace(s, voice=_heard_by(s.voice, learner)) if s.voice.kind == "relative" else s
                for s in voices.scopes
            ]


def _who_learnt(sentence: Sentence, refs: list[Ref]) -> Ref | None:
    """The relative of whom a sentence says that they learnt "this", as long as no outlet did."""
    learns = sentence.says_unquoted("learnt")
    this = any(is_jargon(h, "of_this") and h.first <= LEARNT_OPENS for h in sentence.hits)
    spoken = any(h.cue.kind == "org" and h.cue.property in _KNOW_BETTER for h in sentence.hits)
    if not (learns and this) or spoken or sentence.heading or sentence.quotes:
        return None
    return next((r for r in refs if r.who.role == "relative" and r.form != "pronoun"), None)


def _heard_by(voice: Voice, learner: Ref) -> Voice:
    who = learner.who
    return Voice("told", who.label, who, voice.chain)


def _told_to_me(sentence: Sentence, discourse: Discourse) -> bool:
    """Somebody tells it to whoever is telling: "менга", "мне", in a quotation or a writer's own text.

    Where verbs stand last nobody need say to whom: "Буни эрим билан ишлаган Собир айтди".
    """
    writer = discourse.narrates in {"self", "relative"}
    says = [h for h in sentence.hits if h.cue.kind == "say" and (writer or sentence.in_quote(h.start))]
    hears = (t.start for t in sentence.words if t.low in discourse.grammar.first_person)
    if not says or any(writer or sentence.in_quote(at) for at in hears):
        return bool(says)
    mine = endings_of(discourse.lang, "i_say_endings")
    return discourse.grammar.verb_last and not sentence.words[says[-1].last].low.endswith(mine)


def _told(voice: Voice, told_by: str) -> Voice:
    if voice.kind not in TELLERS:
        return voice
    return Voice("told", voice.label, voice.who, (*voice.chain, *((told_by,) if told_by else ())))
