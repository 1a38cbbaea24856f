"""Other names that stand in brackets right behind a name: "Исаков Р. («Рома»), ок. 40 л."."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.draft import Draft
from tizme.extract.who import Ref

LONGEST = 2  # words of such a name
_QUOTE = '"'


def bracketed_names(sentence: Sentence) -> list[tuple[int, int]]:
    """First and last token of what stands alone between a bracket with a quotation mark and its end."""
    words = sentence.words
    found = []
    for at in range(len(words) - 4):
        if words[at].low != "(" or words[at + 1].low != _QUOTE:
            continue
        last = at + 2
        while last < len(words) and words[last].kind == "word":
            last += 1
        closed = last + 1 < len(words) and words[last].low == _QUOTE and words[last + 1].low == ")"
        if closed and 0 < last - at - 2 <= LONGEST and words[at + 2].text[:1].isupper():
            found.append((at + 2, last - 1))
    return found


def nickname_drafts(sentence: Sentence, refs: list[Ref], text: str) -> list[Draft]:
    """They are no second person's names, but other names of whoever stands before the bracket."""
    found = []
    for first, last in bracketed_names(sentence):
        ref = next((r for r in refs if r.form == "name" and 0 < first - r.last - 2 <= 2), None)
        if ref is not None:
            start, stop = sentence.words[first].start, sentence.words[last].stop
            found.append(Draft(ref.who, "alternate_name", text[start:stop], start, stop, sentence.index))
    return found
