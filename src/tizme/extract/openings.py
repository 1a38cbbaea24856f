"""The source that opens an entry of a list: "1. (со слов жены) Асанов", "1. According to his wife: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tizme.extract.cues import Hit, find_cues, is_jargon
from tizme.text import Token, tokens

_OPENING = re.compile(r"(?:[(\[][^()\[\]\n]{3,70}[)\]][:.]?|[^\W\d_][^:;.\n()\d]{4,60}:)\s+(?=[^\W\d_])")
_BEHIND = frozenset({":", "-", "–", "—", "."})
_SOURCES = frozenset({"org", "kin", "person", "court"})
_NAMED = frozenset({"source_is", "legend_is", "himself", "paper_in"})
_TELLING = frozenset({"told_by", "list_from", "list_made", "own_account", "paper_in", "unconfirmed"})


def end_of_opening(text: str, start: int, stop: int, lang: str) -> int:
    """Where the source ends that opens an entry; ``start`` where none does."""
    match = _OPENING.match(text, start, stop)
    if match is None or not text[match.end()].isupper():
        return start
    hits = find_cues(lang, tokens(text, start, match.end()))
    source = any(
        h.cue.kind in _SOURCES
        or (h.cue.kind == "mark" and h.cue.property == "document")
        or any(is_jargon(h, what) for what in _NAMED)
        for h in hits
    )
    telling = any(
        h.cue.kind in {"say", "according"} or any(is_jargon(h, what) for what in _TELLING) for h in hits
    )
    return match.end() if source and telling else start


def without_labels(hits: list[Hit], words: Sequence[Token]) -> list[Hit]:
    """The cues of an entry without the somebody that "Source:" would be: it is only a label."""
    labels = {
        h.first for h in hits
        if is_jargon(h, "source_label") and h.last + 1 < len(words) and words[h.last + 1].low in _BEHIND
    }  # fmt: skip
    return [h for h in hits if not (h.cue.kind == "person" and h.first in labels)]
