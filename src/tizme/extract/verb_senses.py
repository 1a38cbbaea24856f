"""Verbs that say something only where the words around them show it.

"“He is gone,” his mother sighs", and not "His mother sighs at the gate": flag ``quoted`` of a row, and
``closes`` where "..., a neighbour observed." will do as well; "He wrote that he was well", and not "He wrote
a letter": flag ``tells``; "“They told us so,” she says", and not "They told us so": flag ``inside``;
"They think he fell", and not "They think of him", "She does not believe it": flag ``supposes``.
"""

from __future__ import annotations

from typing import Protocol

from tizme.extract.cues import Hit
from tizme.text import Token

QUOTED_WORDS = 3  # fewer in quotation marks are a name or a scare quote
BEHIND = 4  # tokens from the verb to a quotation: "says with a sigh: “...”"
SPEAKER = 14  # tokens from a quotation to the verb behind whoever says it
OBJECT = 12  # tokens behind a verb among which its "that" would stand
CLOSED_BY = 9  # tokens from the comma to the verb behind whoever says it
_STOPS = frozenset({".", "!", "?", ";"})
_ENDS = frozenset({".", ",", "!", "?"})
_WHOSE = frozenset({"the", "his", "her", "my", "their"})
_HE = frozenset({"he", "she", "they", "that", "both", "all"})
_OBJECTS = frozenset(
    (
        *("a", "an", "the", "his", "her", "my", "their", "letters", "badly"),
        *("one", "two", "three", "no", "another", "several", "many", "some"),
    )
)


class Sentence(Protocol):
    """What is looked at of an annotated sentence (annotate.py)."""

    start: int
    stop: int
    words: list[Token]
    hits: list[Hit]
    quotes: list[tuple[int, int]]

    def in_quote(self, offset: int) -> bool:
        """Whether an offset stands in a quotation."""
        ...


def with_their_sense(sentence: Sentence) -> list[Hit]:
    """The cues of a sentence without verbs that have another sense there."""
    doubted = {"quoted", "closes", "tells", "inside", "supposes"}
    return [h for h in sentence.hits if not h.cue.flags & doubted or _has_its_sense(sentence, h)]


def _has_its_sense(sentence: Sentence, say: Hit) -> bool:
    flags = say.cue.flags
    if "inside" in flags:
        return sentence.in_quote(
            say.start
        )  # "“They told us he fell,” she says": outside, "us" is the newsroom
    if "supposes" in flags:
        return _supposes(sentence, say)
    if "tells" in flags:
        return not _has_an_object(sentence, say)
    return _beside_a_quotation(sentence, say) or ("closes" in flags and _closes(sentence, say))


def _supposes(sentence: Sentence, say: Hit) -> bool:
    """ "His friends think he was taken prisoner": whom they think it of stands right behind the verb."""
    behind = sentence.words[say.last + 1 : say.last + 3]
    if len(behind) < len(("he", "was")) or behind[1].kind != "word":
        return False
    kin = any(h.cue.kind == "kin" and h.first == say.last + 2 for h in sentence.hits)
    return behind[0].low in _HE or behind[0].text[:1].isupper() or (behind[0].low in _WHOSE and kin)


def _beside_a_quotation(sentence: Sentence, say: Hit) -> bool:
    """A quotation ends before the speaker and the verb, or begins behind them."""
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop]
        whole = bool(inside) and (stop > sentence.stop or start < sentence.start)  # over several sentences
        if not inside or (len(inside) < QUOTED_WORDS and not whole):
            continue
        if 0 < inside[0] - say.last <= BEHIND and not _parted(sentence, say.last + 1, inside[0]):
            return True
        if 0 < say.first - inside[-1] <= SPEAKER and not _parted(sentence, inside[-1] + 1, say.first):
            return True
    return False


def _parted(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether another verb or the end of a sentence stands between."""
    if any(t.low in _STOPS for t in sentence.words[first:stop]):
        return True
    return any(h.cue.kind in {"say", "event"} and first <= h.first < stop for h in sentence.hits)


def _closes(sentence: Sentence, say: Hit) -> bool:
    """ "..., a neighbour observed.": a comma, whoever says it, and the verb at the end."""
    words = sentence.words
    behind = words[say.last + 1].low if say.last + 1 < len(words) else "."
    if behind not in _ENDS:
        return False
    comma = next(
        (i for i in range(say.first - 1, max(-1, say.first - CLOSED_BY), -1) if words[i].low == ","), None
    )
    return comma is not None and comma < say.first - 1 and not _parted(sentence, comma + 1, say.first)


def _has_an_object(sentence: Sentence, say: Hit) -> bool:
    """ "He wrote a letter to his wife": nothing is told, unless a quotation or "that" follows."""
    behind = sentence.words[say.last + 1 : say.last + 1 + OBJECT]
    if not behind or behind[0].low not in _OBJECTS:
        return False
    return not any(t.low in {"that", ":", '"'} for t in behind)
