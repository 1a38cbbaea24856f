"""Obituaries: no paper of an office, but the word of whoever published them.

"Source: an obituary of the town administration" is the office's, "Дереккөз: газеттегі қазанама" the paper's.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.cues import Hit, is_jargon
from tizme.extract.overlaps import meet

OBITUARY = "obituary"
# Who may have published it; a page or a network is nobody, and leaves it a publication.
PUBLISHERS = frozenset({"official", "document", "informant"})


def names_obituary(hits: Sequence[Hit]) -> bool:
    """ "Источник: некролог", "an obituary in a newspaper"."""
    return any(is_jargon(h, OBITUARY) for h in hits)


def besides_obituaries(hits: Sequence[Hit]) -> list[Hit]:
    """The words that stand beside an obituary: who published it, and other papers."""
    obituaries = [h for h in hits if is_jargon(h, OBITUARY)]
    return [h for h in hits if not any(meet(h, o) for o in obituaries)]
