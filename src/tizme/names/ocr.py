"""Names as a scan or a hasty keyboard left them, brought back to one script and one letter case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tizme.names.letters import fold, in_cyrillic, script_of
from tizme.names.markers import marker_of, markers_by_form
from tizme.tables import rows
from tizme.text import fold_many

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
    if _is_number(word):
        return word
    script = script_of(word)
    if _noise(script).search(word):
        word = _mended(word, script)
    return _ordinary_case(word, fold(word))


def clean_many(words: Sequence[str]) -> list[str]:
    """As `clean_ocr`, of many words without a blank."""
    found = list(words)
    places: dict[str, list[int]] = {}
    plain, markers = _plain_word().fullmatch, markers_by_form()
    for at, word in enumerate(words):
        if plain(word) is not None and word.lower() not in markers:
            continue
        if not _is_number(word):
            places.setdefault(script_of(word), []).append(at)
    for script, mine in places.items():
        mended = _mended("\n".join([words[at] for at in mine]), script).split("\n")
        for at, word, low in zip(mine, mended, fold_many(mended), strict=True):
            found[at] = _ordinary_case(word, low)
    return found


@lru_cache(maxsize=1)
def _plain_word() -> re.Pattern[str]:
    """A word in small letters or with one capital first, none of which a scan puts for another."""
    choices = []
    for script, small in (("Latn", _small("a", "z")), ("Cyrl", _small("а", "я"))):
        both = {*small, *small.upper()}
        spoilt = {letter for form in _slips(script) if both.issuperset(form) for letter in form}
        rest = "".join(letter for letter in small if letter not in spoilt)
        first = "".join(letter for letter in small.upper() if letter not in spoilt)
        choices.append(f"[{first}{rest}][{rest}]+")
    return re.compile("|".join(choices))


def _small(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def _is_number(word: str) -> bool:
    if word.isalpha():
        return False
    letters, digits = sum(map(str.isalpha, word)), sum(map(str.isdigit, word))
    return letters == 0 or digits >= letters


def _mended(words: str, script: str) -> str:
    meant = _slips(script)
    return _noise(script).sub(lambda found: meant[found.group()], words)


def _ordinary_case(word: str, low: str) -> str:
    if marker_of(low)[0] == "patronymic-marker":
        return word.lower()
    if word[1:].islower():
        return word
    letters, capitals = letters_and_capitals(word)
    # One small letter among capitals is a scan's; more are somebody's own spelling ("МакГрегор").
    if letters < 2 or capitals < max(2, letters - 1):
        return word
    if word.isalpha():
        return word[:1].upper() + word[1:].lower()
    return _PIECE.sub(lambda piece: piece.group()[:1].upper() + piece.group()[1:].lower(), word)


def shouted(word: str) -> bool:
    """Whether a word is written in capitals, but for one letter at most."""
    if word[1:].islower():
        return False
    letters, capitals = letters_and_capitals(word)
    return letters > 1 and capitals >= max(2, letters - 1)


def letters_and_capitals(word: str) -> tuple[int, int]:
    """How many letters of a word have a letter case, and how many of them are capitals."""
    if word.isupper() and word.isalpha() and (word.isascii() or in_cyrillic(word)):
        return len(word), len(word)
    # The Uzbek apostrophe ʻ counts as a letter for Unicode, but is in no letter case.
    letters = [letter for letter in word if letter.lower() != letter.upper()]
    return len(letters), sum(map(str.isupper, letters))
