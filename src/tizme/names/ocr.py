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
def _meant(script: str) -> dict[int, str]:
    table = rows("names/ocr.csv", "script", "seen", "meant")
    return {ord(row["seen"]): row["meant"] for row in table if row["script"] == script}


@lru_cache(maxsize=4)
def _noise(script: str) -> re.Pattern[str]:
    seen = "".join(map(chr, _meant(script)))
    return re.compile(f"[{re.escape(seen)}]" if seen else "(?!)")


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
        word = word.translate(_meant(script))
    return _ordinary_case(word)


def _ordinary_case(word: str) -> str:
    if marker(word) == "patronymic-marker":
        return word.lower()
    if word[1:].islower():
        return word
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    # One small letter among capitals is a scan's; more are somebody's own spelling ("МакГрегор").
    if len(letters) < 2 or capitals < max(2, len(letters) - 1):
        return word
    return _PIECE.sub(lambda piece: piece.group()[:1].upper() + piece.group()[1:].lower(), word)
