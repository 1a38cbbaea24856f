"""A list of verdicts: "1. M. K., born 1994. Convicted July 8, four years. Served near Vuhledar from May.".

Where most entries of a list say to what their man was sentenced, or by which court, and nobody else is named
for them, the rest of such an entry is the case that his court told (voice "court on" of evidence.csv).
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.voices import Voice, Voices

FEWEST_ENTRIES = 2


def read_as_verdicts(sentences: Sequence[Sentence], found: list[Voices], own: Voice) -> None:
    """Give the entries of a list of verdicts their courts' voice."""
    entries = {s.entry for s in sentences if s.entry is not None}
    convicted = {s.entry for s in sentences if s.entry is not None and _sentences_somebody(s)}
    if own.kind != "press" or len(entries) < FEWEST_ENTRIES or 2 * len(convicted) <= len(entries):
        return
    for sentence in (s for s in sentences if s.entry in convicted):
        voices = found[sentence.index]
        if voices.base.kind == own.kind and not voices.firm:
            voices.base = Voice("court")


def _sentences_somebody(sentence: Sentence) -> bool:
    return any(
        h.cue.kind == "court" or (h.cue.kind == "event" and h.cue.property == "sentenced")
        for h in sentence.hits
    )
