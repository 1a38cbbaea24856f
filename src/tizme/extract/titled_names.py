"""A title before a name makes its bearer an official: "Prosecutor Serikov", "a spokesman, Ivan Petrov,"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan

TITLES = frozenset({"person", "org", "rank", "occupation"})
TITLE_WITHIN = 2  # tokens from a title to the name


def title_before(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "Prosecutor Serikov", "a spokesman, Ivan Petrov, said"; not "according to the court, Aliev left"."""
    kinds = {"person"} if discourse.grammar.verb_last else {"person", "org"}
    enclosed = span.last + 1 < len(sentence.words) and sentence.words[span.last + 1].low == ","
    return any(
        h.cue.kind in kinds
        and h.cue.property == "official"
        and 0 < span.first - h.last <= 2
        and (sentence.words[span.first - 1].low != "," or (h.cue.kind == "person" and enclosed))
        and not _verb_between(sentence, h, span, discourse)
        for h in sentence.hits
    )


def _verb_between(sentence: Sentence, title: Hit, span: NameSpan, discourse: Discourse) -> bool:
    """ "The ministry says Suhrob Safarov signed", "police stopped Safarov": it says or does it of him."""
    between = range(title.last + 1, span.first)
    if any(h.cue.kind in {"say", "event"} and h.first in between for h in sentence.hits):
        return True
    titles = {i for h in sentence.hits if h.cue.kind in TITLES for i in range(h.first, h.last + 1)}
    return (
        discourse.lang == "en"
        and title.cue.kind == "org"
        and any(sentence.words[i].text.islower() for i in between if i not in titles)
    )
