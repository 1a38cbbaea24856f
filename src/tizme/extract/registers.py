"""Lists that are transcribed from a register: a keeper's journal, a morgue's book, a card index.

What stands in such a list is read from a paper, whoever publishes it. A list that a project keeps itself is
the project's own word.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.voices import Scope, Voice, Voices

FEWEST_ENTRIES = 2
HEAD = 6  # sentences over the first entry among which the register is named


def read_from_register(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """The entries of a list whose head says from which register it was taken are a document's words."""
    entries = [s for s in sentences if s.entry is not None]
    if own.kind != "press" or len({s.entry for s in entries}) < FEWEST_ENTRIES:
        return
    first = entries[0].index
    words = next(
        (
            discourse.text[h.start : h.stop]
            for s in sentences[max(0, first - HEAD) : first]
            for h in s.hits
            if is_jargon(h, "register")
        ),
        "",
    )
    if not words:
        return
    voice = Voice("document", words)
    for sentence in entries:
        voices = found[sentence.index]
        if voices.base.kind == own.kind:
            voices.base = voice
        voices.scopes = [
            s if s.voice.kind != "court" else Scope(s.first, s.last, voice) for s in voices.scopes
        ]
