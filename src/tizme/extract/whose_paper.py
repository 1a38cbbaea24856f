"""Whose a paper is: a relative's letter, somebody's message, an office's own channel, one handed over.

A letter of the family is their own word and an office's channel the office's; what somebody wrote of
whom a text told just now is no notice (which_paper.py and papers.py ask here).
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of_any_language
from tizme.extract.spans import colon_behind
from tizme.extract.voices import Voice

BEFORE_COLON = 4  # tokens from a paper to the colon behind it: "came from the office"


def in_a_relatives_letter(sentence: Sentence, paper: Hit) -> Voice | None:
    """ "Ағасының хатында ... айтылған": the letter of somebody of the family is their own word."""
    letter = any(is_jargon(h, "letter_in") and h.first == paper.first for h in sentence.hits)
    whose = next((h for h in sentence.hits if h.cue.kind == "kin" and h.last == paper.first - 1), None)
    owns = endings_of_any_language("genitive_endings")
    if not letter or whose is None or not sentence.words[whose.last].low.endswith(owns):
        return None
    return Voice("relative", sentence.words[whose.first].text)


def in_ones_message(sentence: Sentence, paper: Hit, discourse: Discourse) -> bool:
    """ "Оның хабарламасында ... делінген": what one wrote of whom the text told just now is no notice."""
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    cased = cased and paper.cue.value == "notice" and paper.start >= sentence.start
    return cased and any(
        h.cue.kind == "pron" and h.first == 0 and h.last == paper.first - 1 for h in sentence.hits
    )


def of_its_office(sentence: Sentence, chat: Hit) -> Hit | None:
    """ "Район администрациясынын телеграм-каналында": what an office writes in its channel is its word."""
    return next(
        (
            h
            for h in sentence.hits
            if h.cue.kind in {"org", "court"}
            and h.cue.property != "hearsay"
            and h.last == chat.first - 1
            and sentence.words[h.last].low.endswith(endings_of_any_language("genitive_endings"))
        ),
        None,
    )


def paper_handed_over(sentence: Sentence, written: Hit) -> Hit | None:
    """ "Мага кагаз беришти: 14-февралда каза тапкан деп жазылыптыр": the paper that came before the colon."""
    for paper in (h for h in sentence.hits if is_jargon(h, "paper") and h.last < written.first):
        colon = colon_behind(sentence, paper, within=BEFORE_COLON)
        if colon is not None and colon < written.first and "weak" not in paper.cue.flags:
            return paper if _alike_quoted(sentence, paper, written) else None
    return None


def _alike_quoted(sentence: Sentence, one: Hit, other: Hit) -> bool:
    return sentence.in_quote(one.start) == sentence.in_quote(other.start)
