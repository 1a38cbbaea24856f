"""Verbs by which a speaker says that he did not see it: "ұстап әкетіпті", "чакырган экен", "ketishibdi".

The Turkic languages mark on the verb what was heard or found out afterwards (tables/extract/languages.csv,
evidential_endings and evidential_words).
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.grammar import endings_of_any_language, of_any_language

_CLAUSE_ENDS = frozenset({";", ":", ".", "!", "?", '"', "(", ")"})
# A verb in this form is not done: "жарадар болуп, туткунга түшкөн экен", "ushlab, ... kaltaklashibdi".
_GOES_ON = ("п", "иб", "аб", "ub", "ib", "ab")
_PARTICIPLE = ("н", "n")
_OF_TELLING = frozenset({"say", "according"})


def not_seen(sentence: Sentence, at: int) -> bool:
    """True where the verb of the clause that holds a token is one of hearsay."""
    words = sentence.words
    for i in range(at, len(words)):
        low = words[i].low
        if low in _CLAUSE_ENDS:
            return False
        if low == "," and not (i and words[i - 1].low.endswith(_GOES_ON)):
            return False
        if _is_evidential(sentence, i):
            return True
    return False


def ends_unseen(sentence: Sentence) -> bool:
    """True where the last word of a sentence is such a verb."""
    last = max((i for i, t in enumerate(sentence.words) if t.kind == "word"), default=-1)
    return last >= 0 and _is_evidential(sentence, last)


def _is_evidential(sentence: Sentence, at: int) -> bool:
    token = sentence.words[at]
    if token.kind != "word" or any(
        h.cue.kind in _OF_TELLING and h.first <= at <= h.last for h in sentence.hits
    ):
        return False
    if token.low in of_any_language("evidential_words"):
        return at > 0 and sentence.words[at - 1].low.endswith(_PARTICIPLE)
    endings = endings_of_any_language("evidential_endings")
    return token.low.endswith(endings) and len(token.low) > len(max(endings, key=len)) + 1
