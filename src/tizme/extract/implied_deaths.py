"""Whose body was brought home is dead, also where no word of the text says so.

"The body of M. came back to Panjakent from Rostov": readers of the annotated texts claim the death there, and
at "three are buried here" that of men of whom no more is told. A burial of one man mostly stands beside words
for his death that we did not know; a second claim at other words would only repeat them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.draft import Draft

# Told of somebody besides, any of these is a reason to leave the rest to a reader.
_ALIVE = frozenset({"seen_alive", "captured", "exchanged", "returned", "missing", "body_found"})
_DOUBTS = frozenset({"denied", "uncertain", "hearsay"})


def deaths_from_remains(sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """A death for everybody of whom only the remains are told, at the first plain words for them."""
    told: dict[str, set[str]] = {}
    for draft in drafts:
        told.setdefault(draft.who.id, set()).add(draft.property.split(".")[0])
    found: dict[str, Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.start):
        properties = told[draft.who.id]
        if (
            draft.property == ("buried" if draft.who.group else "body_repatriated")
            and draft.value == "true"
            and draft.polarity == "affirmed"
            and not draft.weak
            and not draft.hearsay
            and draft.who.role == "subject"
            and (draft.who.named or draft.who.group)
            and "died" not in properties
            and not properties & _ALIVE
            and not _doubted(sentences[draft.sentence])
        ):
            found.setdefault(draft.who.id, replace(draft, property="died"))
    return list(found.values())


def _doubted(sentence: Sentence) -> bool:
    return any(h.cue.kind == "mark" and h.cue.property in _DOUBTS for h in sentence.hits)
