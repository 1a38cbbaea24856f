"""Who only says what the rest of the sentence tells: "по словам матери", "как рассказал комиссар"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit

CITED_WITHIN = 2  # tokens from "according to" to whoever says it, an article among them
_AS = frozenset({"как", "як"})  # opens a clause that a comma ends


def is_cited(sentence: Sentence, at: int) -> bool:
    """Whether the noun or name that begins at a token is whom such words mean."""
    return any(_cites(sentence, h, at) for h in sentence.hits if h.cue.kind in {"say", "according"})


def _cites(sentence: Sentence, hit: Hit, at: int) -> bool:
    if hit.cue.kind != "according" and "after" not in hit.cue.flags:
        return False
    if 0 < at - hit.last <= CITED_WITHIN:
        return True
    between = sentence.words[hit.last + 1 : at]
    return sentence.words[hit.first].low in _AS and bool(between) and all(t.kind == "word" for t in between)


def end_of_citing(sentence: Sentence, say: Hit) -> int | None:
    """The comma that ends "как рассказал сосед, ...": behind it nobody stands who says it."""
    if say.cue.kind != "according" or sentence.words[say.first].low not in _AS:
        return None
    marks = (i for i, t in enumerate(sentence.words) if i > say.last and t.kind != "word")
    comma = next(marks, None)
    return comma if comma is not None and comma > say.last + 1 and sentence.words[comma].low == "," else None
