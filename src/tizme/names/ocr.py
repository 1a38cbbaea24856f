"""Names as a scan or a hasty keyboard left them, brought back to one script and one letter case."""

from __future__ import annotations

import re
from functools import lru_cache

from tizme.names.letters import script_of
from tizme.names.markers import marker
from tizme.tables import rows

_APOSTROPHES = "'’‘ʻʼ`´"
_PIECE = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")


@lru_cache(maxsize=2)
def _slips(script: str) -> dict[str, str]:
    table = rows("names/ocr.csv", "script", "seen", "meant")
    return {row["seen"]: row["meant"] for row in table if row["script"] == script}


@lru_cache(maxsize=4)
def _noise(script: str) -> re.Pattern[str]:
    """What of a word needs mending: pairs of letters before single ones."""
    seen = sorted(_slips(script), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, seen)) or "(?!)")


@lru_cache(maxsize=50_000)
def clean_ocr(word: str) -> str:
    """One word with digits and look-alikes of the other alphabet mended, CAPITALS as in a sentence.

    A word already in one script and in ordinary letter case comes back as it is, and so does a
    word with no letter or with more digits than letters (a number, a dog tag).

    >>> clean_ocr("ШАРИФ0В"), clean_ocr("Шарuфов"), clean_ocr("O‘G‘LI")
    ('Шарифов', 'Шарифов', 'o‘g‘li')
    """
    if not word.isalpha():
        letters, digits = sum(map(str.isalpha, word)), sum(map(str.isdigit, word))
        if letters == 0 or digits >= letters:
            return word
    script = script_of(word)
    if _noise(script).search(word):
        meant = _slips(script)
        word = _noise(script).sub(lambda found: meant[found.group()], word)
    return _ordinary_case(word)


def _ordinary_case(word: str) -> str:
    if marker(word) == "patronymic-marker":
        return word.lower()
    if word[1:].islower():
        return word
    # The Uzbek apostrophe ʻ counts as a letter for Unicode, but is in no letter case.
    letters = [letter for letter in word if letter.lower() != letter.upper()]
    capitals = sum(letter.isupper() for letter in letters)
    # One small letter among capitals is a scan's; more are somebody's own spelling ("МакГрегор").
    if len(letters) < 2 or capitals < max(2, len(letters) - 1):
        return word
    return _PIECE.sub(lambda piece: piece.group()[:1].upper() + piece.group()[1:].lower(), word)
