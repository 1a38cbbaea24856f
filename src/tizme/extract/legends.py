r"""Lists that say with a letter at the end of an entry what it rests on, and above or below what it means.

"д — есть документ; н — некролог; р — со слов родных\n\n1. Калыков Н. / погиб 07.02.2023 / д": the dates are
a paper's. What the letters stand for is read from the words that name sources (jargon source_is, offices,
relatives).
"""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.entry_voices import source_kind
from tizme.extract.voices import Scope, Voice, Voices
from tizme.text import fold

FEWEST_LETTERS = 2  # of a legend
_PAIR = re.compile(r"(?:^|[;,:.(\n]\s*)([^\W\d_]{1,2}|[*+†#°])\s*(?:[—–=]|\s-\s|-\s)\s*([^;,\n)]{3,60})")
_AT_END = re.compile(r"[/|—–\[(;]\s*([^\W\d_]{1,2}|[*+†#°])\s*(?:\([^)]*\)|\])?\s*[.;]?\s*$")


def read_by_legend(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """Give every entry that ends in a letter of the legend the voice which that letter stands for."""
    legend = _legend(sentences, discourse)
    if len(legend) < FEWEST_LETTERS:
        return
    entries: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            entries.setdefault(sentence.entry, []).append(sentence)
    for entry in entries.values():
        letter = _AT_END.search(discourse.text[entry[0].start : entry[-1].stop])
        voice = legend.get(fold(letter.group(1))) if letter else None
        if voice is None:
            continue
        for sentence in entry:
            voices = found[sentence.index]
            if voices.base.kind == own.kind:
                voices.base = voice
            voices.scopes += [Scope(h.first, h.last, own) for h in sentence.hits if h.cue.kind == "kin"]


def _legend(sentences: list[Sentence], discourse: Discourse) -> dict[str, Voice]:
    """Letter -> the voice that it stands for, of the lines outside the entries."""
    found: dict[str, Voice] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            continue
        line = discourse.text[sentence.start : sentence.stop]
        for pair in _PAIR.finditer(line):
            start, stop = sentence.start + pair.start(2), sentence.start + pair.end(2)
            kind = _kind([h for h in sentence.hits if start <= h.start and h.stop <= stop])
            if kind:
                found[fold(pair.group(1))] = Voice(kind, pair.group(2).strip())
    return found


def _kind(hits: list[Hit]) -> str:
    """The voice that the words of a legend name; a paper before those who showed it."""
    kinds = [kind for h in hits if (kind := source_kind(h))]
    return "document" if "document" in kinds else next(iter(kinds), "")
