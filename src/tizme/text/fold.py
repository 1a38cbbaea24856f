"""Fold a text for comparison, code point by code point, so that every offset stays true."""

from __future__ import annotations

# One apostrophe for all that stand in Uzbek o‘ and g‘, in Ukrainian, and in bad typing.
_SAME_LENGTH = {
    "ё": "е", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "ʹ": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"', "❝": '"', "❞": '"',
    "–": "-", "—": "-", "‑": "-", "‒": "-", "−": "-", "―": "-",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\t": " ",
}  # fmt: skip
_TABLE = str.maketrans(_SAME_LENGTH)


def fold(text: str) -> str:
    r"""Lower case, one apostrophe, one quote, one dash, ё as е; exactly as long as ``text``.

    >>> fold("Oʻgʻli — «Ёлка»")
    'o\'g\'li - "елка"'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two code points
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_TABLE)
