"""Fold a text for comparison, code point by code point, so that every offset stays true."""

from __future__ import annotations

import re
from collections.abc import Sequence

# One apostrophe for all that stand in Uzbek o‘ and g‘, in Ukrainian, and in bad typing.
_SAME_LENGTH = {
    "ё": "е", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "ʹ": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "❝": '"', "❞": '"',
    "–": "-", "—": "-", "‑": "-", "‒": "-", "−": "-", "―": "-",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\t": " ",
}  # fmt: skip
_TABLE = str.maketrans(_SAME_LENGTH)
_CHANGED = re.compile(f"[{re.escape(''.join(_SAME_LENGTH))}]")


def fold(text: str) -> str:
    r"""Lower case, one apostrophe, one quote, one dash, ё as е; exactly as long as ``text``.

    >>> fold("Oʻgʻli — «Ёлка»")
    'o\'g\'li - "елка"'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two code points
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_TABLE)


def fold_many(words: Sequence[str]) -> list[str]:
    """`fold` of many words at once; a word that holds a line break is folded by itself."""
    lowered = "\n".join([word.lower() for word in words])
    folded = _CHANGED.sub(lambda found: _SAME_LENGTH[found[0]], lowered).split("\n")
    if len(folded) != len(words):
        return [fold(word) for word in words]
    if len(lowered) != sum(map(len, words)) + len(words) - 1:
        return [low if len(low) == len(word) else fold(word) for word, low in zip(words, folded, strict=True)]
    return folded
