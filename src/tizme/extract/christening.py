"""Give somebody a name: "a man who died" becomes Nurlan Abdraimov, and the name is a mention of him."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.people import NameSpan
from tizme.extract.who import Ref, Who


def mention_of(who: Who, span: NameSpan, sentence: Sentence, *, new: bool) -> Ref:
    return Ref(who, span.start, span.stop, span.first, span.last, "name", sentence.index, new)


def christen(who: Who, span: NameSpan, keys: set[str]) -> None:
    who.named, who.name, who.label = True, span.nominative, span.nominative
    who.keys |= keys
