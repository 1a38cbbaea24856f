"""Whoever gives his own name says it himself: "gave his name as ...", "ўзини ... деб таништирди"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.own_names import namings
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Ref

_ENDS = frozenset({";", "(", "\n"})


def give_own_names(
    sentences: list[Sentence], refs: list[list[Ref]], found: list[Voices], discourse: Discourse
) -> None:
    """Give what somebody says of himself where he names himself his own voice, if no other speaks there."""
    for sentence, here, voices in zip(sentences, refs, found, strict=True):
        if sentence.heading:
            continue
        reach = _said(sentence, verb_last=discourse.grammar.verb_last)
        if reach is None or voices.at(reach[0]).kind in {"relative", "told", "self"}:
            continue
        name = _names_himself(here, reach)
        who = name.who if name is not None else discourse.focuses[sentence.index]
        if who is None or who.role != "subject":
            continue
        voice = Voice("self", who.label, who)
        voices.scopes.append(Scope(*reach, voice))
        if name is not None:  # also where he is the speaker of a verb behind: "... and says that"
            voices.scopes.append(Scope(name.first, name.last, voice))


def _said(sentence: Sentence, *, verb_last: bool) -> tuple[int, int] | None:
    """The tokens he says: between "himself" and the verb, or behind the verb."""
    for himself, verb in namings(sentence, verb_last=verb_last):
        if himself is not None:
            if himself.last + 1 < verb.first:
                return himself.last + 1, verb.last
            continue
        behind = range(verb.last + 1, len(sentence.words))
        stop = next((i for i in behind if sentence.words[i].low in _ENDS), len(sentence.words))
        if stop - 1 > verb.last:
            return verb.first, stop - 1
    return None


def _names_himself(refs: list[Ref], reach: tuple[int, int]) -> Ref | None:
    return next((r for r in refs if r.form == "name" and reach[0] <= r.first <= reach[1]), None)
