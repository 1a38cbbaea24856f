"""Forms of a table as one pattern over folded text: beginnings of words, and whole phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tizme.text import fold

_NOTHING = r"(?!)"


def pattern_of(table: Iterable[Mapping[str, str]]) -> re.Pattern[str]:
    """What finds any ``form``: where its ``match`` is "stem" a word that begins so, else whole words."""
    return re.compile("|".join(_form(row["form"], row["match"]) for row in table) or _NOTHING)


def _form(words: str, match: str) -> str:
    return rf"\b{re.escape(fold(words))}" + ("" if match == "stem" else r"\b")
