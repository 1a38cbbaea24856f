"""Text from outside made safe to print: no control codes, no turning of the line, no surprise line breaks."""

from __future__ import annotations

import unicodedata

# Marks that move, hide or join what a terminal shows (UAX #9 bidi controls and the invisible formatters).
_KEPT = {"\u200c", "\u200d"}  # joiners are letters' own in some scripts and turn nothing


def safe_text(text: str, *, limit: int | None = None) -> str:
    r"""``text`` on one line, with every control, bidi and unpaired character written as ``\u{...}``.

    Args:
        limit: Longest answer in code points; what is cut off is shown as "…". None: no limit.

    >>> safe_text("a\u202etxt.exe\x1b[2J")
    'a\\u{202e}txt.exe\\u{1b}[2J'
    """
    shown = "".join(_shown(char) for char in text)
    if limit is not None and len(shown) > limit:
        return shown[: limit - 1] + "…"
    return shown


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if char in _KEPT or (not category.startswith("C") and category not in {"Zl", "Zp"}):
        return char
    return f"\\u{{{ord(char):x}}}"


def storable_text(text: str) -> str:
    r"""``text`` as it can be written in UTF-8: bytes of a file name that are no UTF-8 become ``\xNN``."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
