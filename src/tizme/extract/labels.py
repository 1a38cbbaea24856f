"""Call signs, other names and document numbers: what stands beside the word that announces it."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import grammar
from tizme.extract.lexemes import is_instrumental_person, nominative_noun
from tizme.extract.trades import PATTERN
from tizme.extract.who import Ref, Who
from tizme.text import Token

_LABELLED = re.compile(
    r"(?:(?:\s[^\W\d_]{1,12}){0,3}(?=\s[«“\"„]))?[\s:–—-]*(?:[«“\"„']([^»”\"“'\n]{1,40})[»”\"“']"
    r"|([^\W\d_][\w-]{1,30}(?:\s+(?:[^\W\d_a-zа-я]\.\s?){1,2}|\s+[^\W\d_a-zа-я][\w-]{1,30})?))"
)
_QUOTED_BEFORE = re.compile(r"[«“\"„]([^»”\"“\n]{1,40})[»”\"“]\s*$")  # «Медик» чакыруу белгиси
_NUMBER = re.compile(r"[\s:№N#-]*([^\W\d_]{0,3}[-\s]?[\dIlОOо]{3,}[\w-]*)")
TRADE_GAP = 4  # tokens from a name to the trade in apposition to it
TRADE_WORDS = 4  # tokens behind "worked as" among which the trade stands
_ARTICLES = frozenset({"a", "an", "the", "as"})
_ENDS_A_TRADE = frozenset(
    (
        *(
            "in",
            "at",
            "for",
            "on",
            "near",
            "and",
            "with",
            "by",
            "from",
            "until",
            "before",
            "since",
            "to",
            "but",
        ),
        *("who", "when", "while", "there", "then", "part", "well"),
        *("between", "after", "during", "through", "along", "outside", "across", "under", "because", "where"),
    )
)
BEHIND, BEFORE = 60, 40  # code points behind and before the word within which the label stands


def label_drafts(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """What stands beside "call sign" or "also known as", in quotation marks or as a capitalised word."""
    text = discourse.text
    if hit.cue.property == "occupation":
        return _trade(sentence, hit, who, discourse)
    number = hit.cue.property == "document_number"
    pattern = _NUMBER if number else _LABELLED
    match = pattern.match(text, hit.stop, min(sentence.stop, hit.stop + BEHIND))
    if match is None and discourse.grammar.verb_last:
        match = _QUOTED_BEFORE.search(text, max(sentence.start, hit.start - BEFORE), hit.start)
    if match is None:
        return []
    group = 1 if match.group(1) else 2
    value = match.group(group).strip()
    if group == 2 and not value[0].isupper():
        return []
    start = match.start(group)
    stop = start + len(value)
    if number:
        value = f"{text[hit.start : hit.stop]} {value}"
        start = hit.start
    return [Draft(who, hit.cue.property, value, start, stop, sentence.index)]


def _trade(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """ "worked as a courier", "трудился сварщиком": the noun behind, in Russian in the instrumental."""
    behind = sentence.words[hit.last + 1 : hit.last + 1 + TRADE_WORDS]
    run: list[Token] = []
    for token in behind:
        if token.kind != "word" or token.text[0].isupper():
            break
        if discourse.lang == "en":
            if token.low in _ARTICLES and not run:
                continue
            if token.low in _ENDS_A_TRADE or any(
                h.cue.kind == "rank" and h.start <= token.start < h.stop for h in sentence.hits
            ):
                break
            run.append(token)
        elif is_instrumental_person(token.low):
            run = [token]
            break
    if not run:
        return []
    value = " ".join(t.low for t in run)
    if discourse.lang == "ru":
        value = nominative_noun(run[0].low)
    return [Draft(who, "occupation", value, run[0].start, run[-1].stop, sentence.index)]


def apposed_to(sentence: Sentence, hit: Hit, refs: list[Ref], lang: str) -> Who | None:
    """Whose trade ", a plasterer" is: the name's right before, also one who only tells or is told."""
    for ref in refs:
        between = sentence.words[ref.last + 1 : hit.first]
        if ref.form != "name" or not 0 < len(between) < TRADE_GAP or between[0].low != ",":
            continue
        if between[-1].low in grammar(lang).indefinite or hit.cue.pattern == PATTERN:
            return ref.who
    return None
