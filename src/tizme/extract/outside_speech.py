"""Who stands outside what is said, and may say it: "Двоє, з якими зв'язалася редакція, стверджують".

Neither who acts in a clause or in somebody's words, nor who stands outside the quotation in which it is said.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.own_words import acts_in_what_is_said, stands_oblique
from tizme.extract.reach import Candidate
from tizme.extract.speech import speech_quotes
from tizme.extract.who import Ref

_CASES = frozenset({"ru", "uk"})  # where the case of "court" tells whether it says or hears


def outside_what_is_said(
    sentence: Sentence,
    say: Hit,
    candidates: list[Candidate],
    refs: list[Ref],
    discourse: Discourse,
) -> list[Candidate]:
    """Without those who act in what somebody else says, where that one stands before them."""
    candidates = _of_the_quotation(sentence, say, candidates, discourse)
    oblique = {(r.first, r.last) for r in refs if stands_oblique(sentence, r, discourse.lang)}
    candidates = [c for c in candidates if not _in_a_clause(sentence, c[2], c[3], say, discourse)]
    begins = min((c[3] for c in candidates if c[2:] not in oblique), default=len(sentence.words))
    inside = [
        c for c in candidates if c[2] > begins and acts_in_what_is_said(sentence, c[3], say, discourse.lang)
    ]
    return [c for c in candidates if c not in inside]


def _in_a_clause(sentence: Sentence, first: int, last: int, say: Hit, discourse: Discourse) -> bool:
    """ "Двоє товаришів, з якими зв'язалася редакція, стверджують": who stands in a clause that commas part.

    Where every such clause has its commas, in Russian and Ukrainian; the "who" itself may speak.
    """
    if discourse.lang not in _CASES or say.cue.kind != "say" or last > say.first:
        return False
    words, clause = sentence.words, discourse.grammar.relative_words
    comma = next((i for i in range(first - 1, -1, -1) if words[i].low in {",", ";"}), None)
    closes = any(words[i].low == "," for i in range(last + 1, say.first))
    if comma is None or not closes or words[comma].low != ",":
        return False
    opens = next((i for i in range(comma + 1, min(first, comma + 3)) if words[i].low in clause), None)
    return opens is not None and not first <= opens <= last


def _of_the_quotation(
    sentence: Sentence, say: Hit, candidates: list[Candidate], discourse: Discourse
) -> list[Candidate]:
    """ "Rustamov aytadi: «Yo qamoq, yo front, deyishdi»": who says it in a quotation does not stand outside.

    Unless the verb stands behind a dash: "«..., — дейди у. — ...»" are the outlet's words.
    """
    if say.first > 0 and sentence.words[say.first - 1].low == "-":
        return candidates
    around = next(((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= say.first <= b), None)
    if around is None:
        return candidates
    return [c for c in candidates if around[0] <= c[2] and c[3] <= around[1]]
