"""Whether a capitalised Russian or Ukrainian word is an ordinary word or a personal name, by dictionary."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_SLAVIC = frozenset({"ru"})
_PERSONAL = ("Surn", "Patr", "Name")


@lru_cache(maxsize=2)
def analyzer(lang: str) -> MorphAnalyzer:
    """The dictionary of a language, loaded once."""
    from pymorphy3 import MorphAnalyzer  # here, for it takes 0.2 s and most calls need it not

    return MorphAnalyzer(lang=lang)


@lru_cache(maxsize=20_000)
def is_common(low: str, lang: str) -> bool:
    """True where the dictionary knows the word, and not as a place.

    Args:
        low: Folded word. The Ukrainian dictionary does not mark places: there only what is no noun, and
            family and given names, are common.
    """
    if lang not in _SLAVIC or not analyzer(lang).word_is_known(low):
        return False
    # The sets themselves: once two analysers are loaded, `"Geox" in tag` raises for the one that lacks it
    # (pymorphy3 2.0.6).
    tags = [parse.tag.grammemes for parse in analyzer(lang).parse(low)]
    if lang == "ru":
        return not any("Geox" in tag for tag in tags)
    nouns = [tag for tag in tags if "NOUN" in tag or "ADJF" in tag]
    return not nouns or any(mark in tag for tag in nouns[:1] for mark in _PERSONAL)
