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
    marks = sum(
        t.low in boundaries and not _inside_a_word(sentence, left + 1 + i) for i, t in enumerate(between)
    )
    aside = _ages_aside(sentence, left, right)
    return len(between) - _words_of_places(sentence, left, right) + COMMA_COST * marks - aside


def _inside_a_word(sentence: Sentence, at: int) -> bool:
    """The hyphen of "3-mayda", "18-річний": no pause."""
    words = sentence.words
    if words[at].low != "-" or not 0 < at < len(words) - 1:
        return False
    return words[at - 1].stop == words[at].start and words[at].stop == words[at + 1].start


def _ages_aside(sentence: Sentence, left: int, right: int) -> float:
    """What an age in commas costs: "Сайвалӣ, 41-сола, соли 2023 ... кушта шуд" parts nobody from his verb."""
    cost = 0.0
    for start, stop, _ in sentence.ages:
        first, last = sentence.word_at(start), sentence.word_at(stop - 1)
        apart = left < first - 1 and last + 1 < right and sentence.words[first - 1].low == ","
        if apart and sentence.words[last + 1].low == ",":
            cost += last - first + 3 + 2 * COMMA_COST
    return cost


def _words_of_places(sentence: Sentence, left: int, right: int) -> int:
    """How many more tokens than one the places between have: a village with its district is one thing."""
    more = 0
    for place in sentence.places:
        first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
        if left < first and last < right:
            more += last - first
    return more
