"""With whom somebody does something: "уехал вместе с Хуршедом", and not Khurshed's leaving is told."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.who import Ref


def in_company(sentence: Sentence, ref: Ref) -> bool:
    """Whether the words for "together with" (jargon, company) stand right before somebody."""
    return any(is_jargon(h, "company") and h.last == ref.first - 1 for h in sentence.hits)
