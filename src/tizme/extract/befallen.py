"""Whom an event befell, and whether it can be told of him: "30 are dead, said Zoya P., a rights advocate".

Nobody tells of his own death, who goes to Rostov stands right before the verb, and what is asked of anyone is
told of nobody.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.bystanders import bystander_named
from tizme.extract.callers import a_call_tells
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.event_kinds import OF_THE_DEAD
from tizme.extract.grammar import grammar
from tizme.extract.silence import family_is_silent
from tizme.extract.voices import Voices
from tizme.extract.who import Ref, Who
from tizme.extract.whose import FATES, find_subject

# Who tells of what befell others.
ONLY_TELL = frozenset({"source", "official", "press"})
WORD_BEFORE = 3  # sentences before "refuted this word" among which the word of a death stands
GOER_GAP = 3  # tokens between a relative and the verb of going
VICTIM_GAP = 2  # tokens from a comrade's name to the verb of what befell him


def whose_death(sentence: Sentence, hit: Hit, who: Who | None, discourse: Discourse) -> Who | None:
    """ "Анасы бұл хабарды жоққа шығарды" refutes a death where word of one went before: her son's."""
    refutes = hit.cue.property == "died" and {"neg", "weak"} <= hit.cue.flags
    if not refutes or who is None:
        return who
    return (who.anchor or who) if _word_of_a_death(sentence, hit, discourse) else None


def _word_of_a_death(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """In the sentence or among the last ones before it: else "this word" was about something else."""
    here = any(h.cue.property in OF_THE_DEAD and h.last < hit.first for h in sentence.hits)
    before = range(max(0, sentence.index - WORD_BEFORE), sentence.index)
    return here or any(index in discourse.deaths for index in before)


def whom_it_befell(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, voices: Voices | None
) -> Who | None:
    """Whom an event befell, where it is one of whom it can be told."""
    speaker = voices.at(hit.first).who if voices is not None else None
    who = find_subject(sentence, hit, refs, discourse, speaker=speaker)
    if who is None or not a_call_tells(sentence, hit, who, refs) or family_is_silent(sentence, hit, refs):
        return None
    if hit.cue.property in {"went", "stayed"} and _somebody_else_goes(hit, who, refs):
        return None
    if hit.cue.property in FATES and _asked_of_anyone(sentence, hit):
        return None
    if hit.cue.property in FATES and who.role in ONLY_TELL:
        bystander = bystander_named(sentence, hit, refs, discourse.lang, speaker)
        if bystander is not who and not _himself_a_victim(sentence, hit, who, refs):
            return None  # "30 are dead, said Zoya P., a rights advocate"
        who.role = "subject"
    return who


def _asked_of_anyone(sentence: Sentence, hit: Hit) -> bool:
    """ "If anyone has seen him in a hospital, please write": what is asked is not told."""
    return any(h.cue.property == "anyone" and h.last < hit.first for h in sentence.hits)


def brought_by_office(sentence: Sentence, hit: Hit, lang: str) -> bool:
    """ "Комиссариаттан кат келди": what comes from an office is no inquiry to it."""
    rules = grammar(lang)
    left = rules.verb_last and sentence.words[hit.first].low.endswith(rules.from_endings)
    return hit.cue.property == "info_requested" and left and bool(rules.from_endings)


def of_the_teller(sentence: Sentence, hit: Hit, who: Who, voices: Voices | None) -> bool:
    """ "One day, he says, he read that he had been killed": nobody tells of his own death.

    Only in words that are plainly his: who was quoted a paragraph before may have died since.
    """
    if hit.cue.property not in {"died", "buried"} or voices is None or "neg" in hit.cue.flags:
        return False
    scopes = [s for s in voices.scopes if s.first <= hit.first <= s.last]
    voice = min(scopes, key=lambda s: s.last - s.first).voice if scopes else None
    if voice is None and ("hearsay" in hit.cue.flags or sentence.turn == "answer"):
        voice = voices.base
    return voice is not None and voice.kind == "self" and voice.who is who and not voice.chain


def _himself_a_victim(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "Его сослуживец, Юлдашев Анвар, скончался в плену": a named comrade who tells nothing."""
    named = [r for r in refs if r.who is who and r.form == "name"]
    tells = any(h.cue.kind in {"say", "according"} for h in sentence.hits)
    near = any(0 < hit.first - r.last <= VICTIM_GAP for r in named)
    return who.role == "source" and near and not tells and "neg" not in hit.cue.flags


def _somebody_else_goes(hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "His father travelled to Rostov": who goes there stands right before the verb."""
    before = [r for r in refs if 0 < hit.first - r.last <= GOER_GAP and r.who.role != "subject"]
    return bool(before) and before[-1].who is not who
