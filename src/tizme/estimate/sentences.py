"""The sentences of an answer that may be quoted as they stand."""

from __future__ import annotations

import math

from tizme.model import AnswerSheet

NOBODY_SAID = "as the table of counts has it; nobody said who is counted and by which rules"


def counted(sheet: AnswerSheet) -> str:
    """Who is counted and by which rules, as it stands under every figure."""
    return f"Counted: {sheet.definition or NOBODY_SAID}."


def headline_words(sheet: AnswerSheet) -> str:
    """The sentence to quote."""
    found = sheet.headline
    if found.estimate is None or found.low95 is None or found.high95 is None:
        return "No estimate is given. " + " ".join(f.words for f in found.refused)
    return (
        f"Together with those on no list there were about {rounded(found.estimate):,}; the 95 % interval "
        f"runs from {rounded(found.low95):,} to {rounded(found.high95):,}."
    )


def rounded(value: float) -> int:
    """To three digits: more would promise what the interval takes back."""
    if value <= 0 or not math.isfinite(value):
        return 0
    unit: int = 10 ** max(math.floor(math.log10(value)) - 2, 0)
    return round(value / unit) * unit
