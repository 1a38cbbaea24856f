"""Which alphabet a word is in."""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def script_of(text: str) -> str:
    """The alphabet of most letters: "Cyrl" or "Latn" (ISO 15924), "Zyyy" where there are no letters."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic == latin == 0:
        return "Zyyy"
    return "Cyrl" if cyrillic >= latin else "Latn"
