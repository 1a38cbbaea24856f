"""A term that somebody was serving when they came for him is a sentence from before the war.

"They gave me two years. ... In the colony seven of us signed": no court and no crime is named,
but whoever was recruited in prison had been sentenced before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.draft import Draft

_IN_PRISON = frozenset({"prison_recruitment", "prison_amnesty"})
_COURTS_OWN = frozenset({"sentenced.court", "sentenced.charge"})


def earlier_terms(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with sentences of that kind as prior ones."""
    recruited = {d.who.id for d in drafts if d.property == "pathway" and d.value in _IN_PRISON}
    named = {(d.who.id, d.sentence) for d in drafts if d.property in _COURTS_OWN}
    last_told = {d.who.id: d.sentence for d in drafts if d.property == "pathway" and d.value in _IN_PRISON}
    found = []
    for draft in drafts:
        root, _, part = draft.property.partition(".")
        before = (
            root == "sentenced"
            and draft.who.id in recruited
            and (draft.who.id, draft.sentence) not in named
            and draft.sentence <= last_told[draft.who.id]
        )
        if not before:
            found.append(draft)
        elif part:
            found.append(replace(draft, property=f"prior_sentence.{part}"))
    return found
