"""How far apart two places of a sentence are, for deciding what belongs to what."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.grammar import clause_boundaries

# In tokens. A comma or an "and" counts like this many words between.
COMMA_COST = 4.0
WRONG_SIDE_COST = 5.0  # for standing on the side of a cue where its language does not put such words


def gap_cost(sentence: Sentence, left: int, right: int) -> float:
    """Tokens between two places of a sentence, with every boundary of a clause counted dearer."""
    between, boundaries = sentence.words[left + 1 : right], clause_boundaries()
    return len(between) + COMMA_COST * sum(t.low in boundaries for t in between)
