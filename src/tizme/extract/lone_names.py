"""A given name alone that nothing makes a person's: "Azamat" in a text about somebody else is nobody new."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan, announced
from tizme.names import sex_of
from tizme.text import fold

SIBLING_WITHIN = 2  # tokens from "the eldest" to his name
BEGINS_ALIKE = 3  # letters that a short form of a name shares with the whole one
_IS = frozenset({"is", "was"})


def is_lone(sentence: Sentence, span: NameSpan, age: str, discourse: Discourse) -> bool:
    """True for a given name alone that nothing makes a person's.

    It is somebody new beside an age, in an entry of a list, behind "Name:", and where nobody is named yet.
    """
    if span.parts > 1 or sentence.entry is not None or age or sentence.label == "name":
        return False
    if announced(sentence, span.first):
        return False
    if discourse.lang == "en" and _one_of_two(sentence, span, discourse):
        return False
    if _who_fell(sentence, span, discourse):
        return False
    siblings = [h for h in sentence.hits if h.cue.property == "sibling"]
    if any(0 < span.first - h.last <= SIBLING_WITHIN for h in siblings):
        return False  # "Старший, Мехрубон, ... Младшему, Амриддину": each of them is somebody
    return any(w.named and w.role == "subject" for w in discourse.everyone)


def _who_fell(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "Так погиб Равшан из Бухары": a death right beside a name is of whoever bears it, met or not.

    Not where a longer form of it was met: "погиб Жава", of Zhavokhir.
    """
    beside = any(
        h.cue.kind == "event"
        and h.cue.property == "died"
        and (h.last + 1 == span.first or span.last + 1 == h.first)
        for h in sentence.hits
    )
    begins = fold(span.nominative)[:BEGINS_ALIKE]
    alike = any(fold(w.name).startswith(begins) for w in discourse.everyone if w.named)
    return beside and not alike and not sentence.heading


def _one_of_two(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "The taller one is Azamat. ... Adilet went to Russia": of two brothers the other."""
    if sex_of(span.nominative, lang="en") != "male" or sentence.in_quote(span.start):
        return False
    opens = span.first == 0 or sentence.words[span.first - 1].low in _IS
    behind = sentence.words[span.last + 1 : span.last + 2]
    return discourse.two_brothers and opens and any(t.low == t.text for t in behind)
