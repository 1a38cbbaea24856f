"""A neighbour or a friend named for the first time whom a fate befell, where the verb stands far behind."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.grammar import grammar, of_any_language
from tizme.extract.own_words import stands_oblique
from tizme.extract.who import Ref, Who

_NEWS = frozenset({"death_reported", "last_contact", "contact_lost", "info_requested"})
_PARTS = frozenset({":", ";"})  # "... xat olib keldi: halok bo'lgan": behind them it is of another
# Beside whoever else does something: behind the name, in Tajik before it.
_WITH = frozenset({"bilan", "билан", "менен", "бо", "ҳамроҳи"})


def bystander_named(
    sentence: Sentence, hit: Hit, refs: list[Ref], lang: str, speaker: Who | None
) -> Who | None:
    """ "Ҳамсояаш Шерзод Ҳакимов, ки бо ӯ рафта буд, кушта шуд": the neighbour, however far the verb stands.

    Where verbs stand last nothing else says so. He is named there for the first time, and tells nothing.
    """
    if (
        not grammar(lang).verb_last
        or sentence.in_quote(hit.start)
        or any(h.cue.kind == "say" or h.cue.property in _NEWS for h in sentence.hits)
    ):
        return None
    new = {r.who.id for r in refs if r.new}
    named = [
        r
        for r in refs
        if r.form == "name" and r.who.role == "source" and r.who.id in new and r.last < hit.first
    ]
    if not named or named[-1].who is speaker:
        return None
    last = named[-1]
    if _beside_another(sentence, last) or any(
        t.low in _PARTS for t in sentence.words[last.last + 1 : hit.first]
    ):
        return None
    others = [r for r in refs if r.who.role == "subject" and r.first < hit.first]
    acts = [
        r
        for r in others
        if not (r.last < last.first and _beside_another(sentence, r))
        and not stands_oblique(sentence, r, lang)
        and not _in_relative_clause(sentence, r, last, lang)
    ]
    return None if acts else last.who


def _beside_another(sentence: Sentence, ref: Ref) -> bool:
    """ "Bobur bilan birga ketgan", "бо дӯсташ Шерзод": with whom somebody else does something."""
    words = sentence.words
    behind = words[ref.last + 1].low if ref.last + 1 < len(words) else ""
    before = {t.low for t in words[max(0, ref.first - 2) : ref.first]}
    with_whom = _WITH | of_any_language("together_words")
    return behind in with_whom or bool(before & with_whom)


def _in_relative_clause(sentence: Sentence, ref: Ref, head: Ref, lang: str) -> bool:
    """ "..., ки бо ӯ рафта буд, ...": between a relative word behind a name and the next comma."""
    words, relative = sentence.words, grammar(lang).relative_words | grammar(lang).that_words
    between = range(head.last + 1, ref.first)
    return any(words[i].low in relative for i in between) and any(t.low == "," for t in words[ref.last + 1 :])
