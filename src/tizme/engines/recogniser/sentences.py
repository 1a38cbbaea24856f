"""What the words of a sentence tell together: neighbours, quotes, brackets, the rest of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tizme.engines.recogniser.words import WordTells
from tizme.text import Token, fold, paragraphs, sentences, tokens

EDGE = "<s>"
# A sentence with a greater share of capitals is a heading or shouted: its capitals tell little.
_MOSTLY_CAPITALS = 0.6


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words of a whole text: written small anywhere, and with a capital inside a sentence."""

    small: frozenset[str]
    capital: frozenset[str]


def sentences_of(text: str) -> list[list[Token]]:
    """The sentences of a text as tokens; none is empty."""
    folded = fold(text)
    found = (
        tokens(text, start, stop, folded=folded)
        for line_start, line_stop in paragraphs(text)
        for start, stop in sentences(text, line_start, line_stop)
    )
    return [one for one in found if one]


def elsewhere_of(text: Sequence[Sequence[Token]]) -> Elsewhere:
    """What a text of more than one sentence shows of its words."""
    small: set[str] = set()
    capital: set[str] = set()
    if len(text) > 1:
        for sentence in text:
            for before, token in zip([None, *sentence], sentence, strict=False):
                if token.kind == "word":
                    if token.text[0].islower():
                        small.add(token.low)
                    elif before is not None and before.kind == "word":
                        capital.add(token.low)
    return Elsewhere(frozenset(small), frozenset(capital))


def together(
    sentence: Sequence[Token],
    tells: Sequence[WordTells],
    elsewhere: Elsewhere,
    context: Sequence[Sequence[str]],
) -> list[list[str]]:
    """For each token the features that need its neighbours.

    Args:
        context: For each token what a network read from the sentence (``net.py``); may be empty.
    """
    coarse = [EDGE, EDGE, *(one.coarse for one in tells), EDGE, EDGE]
    words = sum(token.kind == "word" for token in sentence)
    shouted = sum(one.capital for one in tells) > _MOSTLY_CAPITALS * words
    quoted = bracketed = False
    found = []
    for i, token in enumerate(sentence):
        second, first, own, after, later = coarse[i : i + 5]
        told = [
            f"C-1,0={first}|{own}",
            f"C0,1={own}|{after}",
            f"C-1,0,1={first}|{own}|{after}",
            f"C-2,-1,0={second}|{first}|{own}",
            f"C0,1,2={own}|{after}|{later}",
        ]
        if token.low == '"':
            quoted = not quoted
        elif token.text in "()":
            bracketed = token.text == "("
        begins = i == 0 or (i == 1 and sentence[0].kind == "mark")
        flags = "q" * quoted + "(" * bracketed + "A" * shouted + "^" * begins
        told += [f"fl={flags}", f"flC={flags}{own}"]
        if tells[i].capital:
            if token.low in elsewhere.small:
                told += ["dl", f"dlC={own}"]
            if begins and token.low in elsewhere.capital:
                told.append("dm")
        if context:
            told += context[i]
        found.append(told)
    return found
