"""What somebody died of, never what only wounded them."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import grammar
from tizme.extract.polarity import polarity_at
from tizme.extract.who import Who
from tizme.text import Token

CAUSE_WORDS = 5  # tokens behind "died of" among which the cause stands


def cause_drafts(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """The cause that a cue names, where a death is told that it can belong to."""
    if not _of_a_death(sentence, who, discourse):
        return []
    if "behind" in hit.cue.flags:
        return _named(sentence, hit, who, discourse)
    words = discourse.text[hit.start : hit.stop]
    value = words if "words" in hit.cue.flags else hit.cue.value or words
    polarity = polarity_at(sentence, hit, discourse.lang)
    return [Draft(who, "died.cause", value, hit.start, hit.stop, sentence.index, polarity)]


def _of_a_death(sentence: Sentence, who: Who, discourse: Discourse) -> bool:
    """A cause belongs to a death that this sentence or one before tells, never to a wound alone."""
    told = {h.cue.property for h in sentence.hits if h.cue.kind == "event" and "neg" not in h.cue.flags}
    return "died" in told or ((who.id, "died") in discourse.said and "wounded" not in told)


def _named(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """ "died of a heart attack at a depot": the words behind, as far as the next small word."""
    rules = grammar(discourse.lang)
    run: list[Token] = []
    for token in sentence.words[hit.last + 1 : hit.last + 1 + CAUSE_WORDS]:
        if not run and token.low in rules.small_words | rules.indefinite:
            continue
        if (
            token.kind != "word"
            or token.text[:1].isupper()
            or token.low in rules.small_words | rules.in_words
        ):
            break
        run.append(token)
    if not run:
        return []
    start, stop = run[0].start, run[-1].stop
    return [Draft(who, "died.cause", discourse.text[start:stop], start, stop, sentence.index)]
