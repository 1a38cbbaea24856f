"""A paper with a colon behind it: "The enlistment office sent a notice: he was killed near Toretsk".

So it is with a line of a paper spoken of before: "She keeps the certificate in a box. Two lines in it are
underlined: ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.inscribed import inscription_behind, is_inscribed
from tizme.extract.paper_kinds import is_of_a_channel, is_of_an_authority, is_of_case, is_somebodys_message
from tizme.extract.paper_sayings import saying_of
from tizme.extract.paper_words import COMES_WITHIN, quoted_words
from tizme.extract.spans import colon_behind
from tizme.extract.speech import is_passive
from tizme.extract.spoken import Saying
from tizme.extract.which_paper import paper_before
from tizme.text import Token

SHOWN_WITHIN = 4  # tokens from "showed" to the paper: to whom, which
IN_IT_WITHIN = 4  # tokens among which "in it" stands before a colon: "two lines in it"
QUOTED_WITHIN = 7  # with a quotation behind it: "the discharge summary of a hospital in Belgorod: “...”"
OPENS_ENTRY = 1  # tokens of a sentence before its paper, in an entry of a list
CLAUSE_WITHIN = 12  # with a clause between the two: "which the mother showed us"


def told_behind_a_colon(sentence: Sentence, discourse: Discourse) -> Saying | None:
    """ "The enlistment office sent a notice: he was killed near Toretsk": the words behind are the paper's.

    Not where somebody says "I" in it: a letter of his own. In an entry of a list the paper opens the
    sentence: "Извещение от 12.05.2025: без вести".
    """
    words, own = sentence.words, discourse.grammar.singular_first
    for paper in (h for h in sentence.hits if is_jargon(h, "paper_in") or _quoted_at_once(sentence, h)):
        colon = _colon_behind(sentence, paper, discourse)
        colon = inscription_behind(sentence, paper) if colon is None else colon
        if colon is None or sentence.in_quote(paper.start):
            continue
        if sentence.entry is not None and paper.first > OPENS_ENTRY:
            continue
        tells = any(h.cue.kind == "event" and h.first > colon for h in sentence.hits)
        if not (tells or is_inscribed(sentence, colon)):
            continue
        if _says_i(words[colon:], own) or is_of_a_channel(sentence, paper):
            continue
        if is_somebodys_message(sentence, paper):
            continue
        if paper.cue.value == "notice" and is_of_an_authority(sentence, paper):
            continue
        verb = replace(paper, first=paper.first, last=colon)
        ranges = quoted_words(sentence, paper, discourse.text) or [(colon + 1, len(words) - 1)]
        return saying_of(sentence, paper, verb, ranges, case=is_of_case(sentence, paper), discourse=discourse)
    return None


def line_behind_a_colon(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "She keeps the certificate in a box. Two lines in it are underlined: he was killed near Lyman."""
    sentence = sentences[at]
    in_it = next((h for h in sentence.hits if is_jargon(h, "in_it") and h.first <= IN_IT_WITHIN), None)
    colon = colon_behind(sentence, in_it, within=CLAUSE_WITHIN) if in_it is not None else None
    if in_it is None or colon is None or sentence.entry is not None:
        return None
    if sentence.quotes and sentence.words[colon + 1].low != '"':
        return None
    others = [
        h for h in sentence.hits if h.cue.kind in {"say", "according", "kin", "person"} and h.first < colon
    ]
    if not all(is_passive(sentence, h, discourse.lang) for h in others):
        return None  # "in it, she says, ..."; but "в ней подчёркнуты" is nobody's saying
    paper = paper_before(sentences, at, replace(in_it, first=colon, last=colon))
    if paper is None or _says_i(sentence.words[colon:], discourse.grammar.singular_first):
        return None
    ranges = [(colon + 1, len(sentence.words) - 1)]
    verb = replace(in_it, last=colon)
    return saying_of(sentence, paper, verb, ranges, case=is_of_case(sentence, paper), discourse=discourse)


def _quoted_at_once(sentence: Sentence, paper: Hit) -> bool:
    """ "Бул — госпиталдын эпикризи: «...»": a quotation right behind a paper by which nobody answers."""
    behind = [t.low for t in sentence.words[paper.last + 1 : paper.last + 3]]
    return is_jargon(paper, "paper") and behind == [":", '"'] and not is_of_an_authority(sentence, paper)


def _colon_behind(sentence: Sentence, paper: Hit, discourse: Discourse) -> int | None:
    """Where the colon of a paper stands: behind a few words, or a clause on who has it or showed it.

    "Бланк виписки, який сфотографувала мати: «...»", "довідка з печаткою: «...»"; not "показала довідку і
    сказала: ...".
    """
    words = sentence.words
    colon = colon_behind(sentence, paper, within=CLAUSE_WITHIN)
    if colon is None:
        return None
    says = any(h.cue.kind == "say" and h.first < colon and not _shows(h, paper) for h in sentence.hits)
    between = words[paper.last + 1 : colon]
    within = QUOTED_WITHIN if words[colon + 1].low == '"' else COMES_WITHIN
    plain = {"word", "number"} if sentence.entry is not None else {"word"}
    if not says and len(between) <= within and all(t.kind in plain for t in between):
        return colon
    comma = next((i for i, t in enumerate(between) if t.kind != "word"), len(between) - 1)
    clause = between[comma + 1 :][:1] if comma <= COMES_WITHIN else []
    opens = bool(clause) and clause[0].low in discourse.grammar.relative_words
    one = sum(t.kind != "word" for t in between) == 1
    before = any(
        h.cue.kind == "say" and h.first < paper.first and not _shows(h, paper) for h in sentence.hits
    )
    return colon if opens and one and between[comma].low == "," and not before else None


def _shows(say: Hit, paper: Hit) -> bool:
    """ "Сестра показала нам листок: «Погиб 5 мая»": a verb that tells only behind "that", and here shows."""
    return "that" in say.cue.flags and 0 < paper.first - say.last <= SHOWN_WITHIN


def _says_i(words: Sequence[Token], own: frozenset[str]) -> bool:
    """Not the initial of "Yusupov R. I."."""
    behind = [t.low for t in words[1:]] + [""]
    return any(t.low in own and dot != "." for t, dot in zip(words, behind, strict=True))
