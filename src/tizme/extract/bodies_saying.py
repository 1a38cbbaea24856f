"""Bodies of an army or a prison that speak as an office does: "The brigade says it took him".

A brigade or a colony is mostly where somebody is. It speaks only where it stands beside the word of saying,
or opens the sentence as its subject: "47-бригада 6-августта эки кишини туткундаганын билдирди".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import grammar, of_any_language
from tizme.text import Token

IN_A_BODY = 3  # tokens from "in" to the body somebody is in: "in the same unit"
OF_A_BODY = 5  # tokens from "of" to a body: "of the 255 th regiment"
BODY_WITHIN = 2  # tokens between a body and its verb
OPENS = 4  # tokens of whose body it is, before one that opens the sentence: "Украинанын 47-чи бригадасы"
BEHIND = 5  # tokens from "according to" to the body: "По данным 47-й бригады"
_NAMED = 5  # tokens of the name of a body, before its verb: "Бригадаи 47-уми Украина хабар дод"
_OF_THE_VERB = frozenset({"has", "have", "had", "later", "then", "also", "since", "only", "first"})
_OTHERS = frozenset({"kin", "person", "group", "pron", "org", "court", "say", "according"})
_TOLD_OF = frozenset({"subject", "captor"})
_ACCOUNT, _THERE = "of", "in"  # values of forms that stand before "by its account", or where one says it


def body_says(sentence: Sentence, hit: Hit, say: Hit, lang: str) -> bool:
    """Whether a body is the speaker of a word of saying."""
    if not is_jargon(hit, "body_says") or _of_a_man(sentence, hit):
        return False
    if lang == "en":
        return _beside_in_english(sentence, hit, say)
    if say.cue.kind == "according":
        near = hit.last + 1 == say.first or 0 < hit.first - say.last <= BEHIND
        return hit.cue.value == _ACCOUNT and near and _alone_between(sentence, hit, say)
    if say.cue.kind != "say" or hit.cue.value == _ACCOUNT:
        return False
    if hit.cue.value == _THERE:
        return (
            -1 <= hit.first - say.last <= BODY_WITHIN if hit.first > say.last else hit.last + 1 == say.first
        )
    return opens_as_subject(sentence, hit, say, lang) or _beside(sentence, hit, say)


def _of_a_man(sentence: Sentence, hit: Hit) -> bool:
    """ "47-brigada askari", "Сарбози бригадаи 47", "a man from the brigade": one of its men speaks."""
    before = {hit.first - 1, *(of - 1 for of in _words_of_belonging(sentence, hit))}
    return any(
        h.cue.kind in {"person", "kin", "rank"} and (h.first == hit.last + 1 or h.last in before)
        for h in sentence.hits
    )


def _words_of_belonging(sentence: Sentence, hit: Hit) -> list[int]:
    """The tokens "of", "from" and "in" before a body: "of the 255th regiment"."""
    near = range(max(0, hit.first - OF_A_BODY), hit.first)
    return [i for i in near if sentence.words[i].low in {"of", "from", "in"}]


def opens_as_subject(sentence: Sentence, hit: Hit, say: Hit, lang: str) -> bool:
    """ "Украинанын 47-бригадасы аны 6-августта туткундаганын билдирди": the verb that is its stands last."""
    opens = grammar(lang).verb_last and not hit.cue.value and hit.first <= OPENS and hit.last < say.first
    whose = any(_speaks(h) and h.last < hit.first and h.cue.kind != "org" for h in sentence.hits)
    return opens and not whose and _alone_between(sentence, hit, say)


def _beside(sentence: Sentence, hit: Hit, say: Hit) -> bool:
    """ "47-я бригада Украины сообщила", "сообщила 47-я бригада"."""
    gap = hit.first - say.last if hit.first > say.last else say.first - hit.last
    return gap <= _NAMED and _alone_between(sentence, hit, say)


def _alone_between(sentence: Sentence, hit: Hit, say: Hit) -> bool:
    """Nobody else and no comma stands between the two."""
    first, last = sorted((hit, say), key=lambda h: h.first)
    if any(t.low in {",", ":", ";"} for t in sentence.words[first.last + 1 : last.first]):
        return False
    return not any(_speaks(h) and first.last < h.first and h.last < last.first for h in sentence.hits)


def _speaks(hit: Hit) -> bool:
    """Somebody who may say something: not a prisoner, nor the army that a body is of."""
    return hit.cue.kind in _OTHERS and hit.cue.property not in _TOLD_OF


def _beside_in_english(sentence: Sentence, hit: Hit, say: Hit) -> bool:
    """ "The brigade says it took him": not "a man who served in the same unit told her"."""
    if say.cue.kind == "according":
        return say.first < hit.first <= say.last  # "by the regiment's account"
    if say.cue.kind != "say":
        return False
    before = [t.low for t in sentence.words[max(0, hit.first - IN_A_BODY) : hit.first]]
    if hit.last < say.first and set(before) & (of_any_language("in_words") | of_any_language("from_words")):
        return False
    between = sentence.words[hit.last + 1 : say.first] if hit.last < say.first else None
    # "an officer of the 255th regiment had told her": not the regiment
    of_body = bool(_words_of_belonging(sentence, hit))
    beside = between is not None and len(between) <= BODY_WITHIN and all(_passes(t) for t in between)
    beside = beside and not (between and of_body)
    return beside or ("after" in say.cue.flags and hit.first - say.last in {1, 2})


def _passes(token: Token) -> bool:
    """ "Unit 41680 answered", "the brigade has said": what stands between a body and its verb."""
    return token.low.isdigit() or token.low in _OF_THE_VERB
