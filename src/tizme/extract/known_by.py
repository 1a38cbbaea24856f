"""By what a body was known again: "by his teeth", "по татуировке на плече", "tishidan tanidim", DNA."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, words_of
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import endings_of, grammar
from tizme.extract.who import Who

METHOD = "body_identified.method"
LONGEST = 6  # words of what he was known by
BEFORE_VERB = 4  # tokens from the verb to the words for it, where they bear a case
BESIDE = 8  # tokens from the verb to the preposition before them
SHORTEST = 4  # letters of such a word, its case ending among them
_PREPOSITIONS = frozenset({"ru", "uk", "en", "tg"})  # languages that have them
_OF_HIM = ("si", "си", "i", "и", "ы", "у", "ү", "і")  # endings of what is his
_TESTS = frozenset({"днк", "dna", "dnk"})
# Words of these kinds name who knew him or who says it.
_NOT_BY = frozenset({"kin", "person", "group", "org", "court", "say", "according", "pron", "event"})


def method_drafts(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """The words for what somebody's body was known by; none where the sentence does not say it."""
    lang = discourse.lang
    words = _test(sentence) or (
        _behind_preposition(sentence, hit, lang)
        if lang in _PREPOSITIONS
        else _in_ablative(sentence, hit, lang)
    )
    if not words:
        return []
    start, stop = sentence.words[words[0]].start, sentence.words[words[-1]].stop
    value = _without_case(discourse.text[start:stop], lang)
    return [Draft(who, METHOD, value, start, stop, sentence.index)]


def _without_case(value: str, lang: str) -> str:
    """ "tishidan": tish. In languages whose nouns carry their case and their owner as endings."""
    if lang in _PREPOSITIONS:
        return value
    for endings in (grammar(lang).from_endings, _OF_HIM):
        ending = next((e for e in endings if value.endswith(e)), "")
        value = value.removesuffix(ending) if len(value) - len(ending) >= SHORTEST else value
    return value


def _test(sentence: Sentence) -> Sequence[int]:
    return [i for i, t in enumerate(sentence.words) if t.low in _TESTS][:1]


def _behind_preposition(sentence: Sentence, hit: Hit, lang: str) -> Sequence[int]:
    for at in range(max(0, hit.first - BESIDE), min(len(sentence.words), hit.last + BESIDE)):
        if sentence.words[at].low not in endings_of(lang, "known_by_words") or _parted(sentence, at, hit):
            continue
        words: list[int] = []
        for i in range(at + 1, min(len(sentence.words), at + 1 + LONGEST)):
            if sentence.words[i].kind == "mark" or _taken(sentence, i):
                break
            words.append(i)
        if any(len(sentence.words[i].low) > SHORTEST for i in words):
            return words
    return []


def _in_ablative(sentence: Sentence, hit: Hit, lang: str) -> Sequence[int]:
    rules = grammar(lang)
    for last in range(hit.last - 1, max(-1, hit.last - BEFORE_VERB - 1), -1):
        token = sentence.words[last]
        if token.kind == "mark":
            break
        at = last - 1 if token.low in endings_of(lang, "known_by_words") else last
        cased = token.low.endswith(rules.from_endings) and len(token.low) >= SHORTEST
        if (at == last and not cased) or at < 0 or _is_place(sentence, at):
            continue
        first = at
        while (
            first > 0
            and at - first < LONGEST // 2
            and sentence.words[first - 1].kind == "word"
            and not sentence.words[first - 1].low.endswith(rules.object_endings)
            and not _taken(sentence, first - 1)
        ):
            first -= 1
        return range(first, at + 1)
    return []


def _parted(sentence: Sentence, at: int, hit: Hit) -> bool:
    """Whether a mark stands between a preposition and the verb."""
    low, high = sorted((at, hit.last if at > hit.last else hit.first))
    return any(t.kind == "mark" for t in sentence.words[low + 1 : high])


def _taken(sentence: Sentence, at: int) -> bool:
    start = sentence.words[at].start
    dated = any(d.start <= start < d.stop for d in sentence.dates)
    cues = any(
        h.cue.kind in _NOT_BY and h.cue.property != "marks" and at in words_of(h) for h in sentence.hits
    )
    return dated or at in sentence.named or cues or _is_place(sentence, at)


def _is_place(sentence: Sentence, at: int) -> bool:
    start = sentence.words[at].start
    return any(p.start <= start < p.stop for p in sentence.places)
