"""One spelling key for a name in Cyrillic or Latin letters, so that no table lists what a rule can give."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that look alike, for words that mix two alphabets (OCR, hasty typing).
_LATIN_LOOKS = "ABCEHKMOPTXYaceopxyikmt"
_CYRILLIC_LOOKS = "АВСЕНКМОРТХУасеорхуікмт"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)

_CYRILLIC = str.maketrans({
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e",
    "э": "e", "є": "e", "ж": "zh", "җ": "zh", "з": "z", "и": "i", "й": "i", "і": "i", "ї": "i", "ы": "i",
    "ӣ": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "ў": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ұ": "u", "ӯ": "u", "ф": "f", "х": "kh",
    "ҳ": "kh", "һ": "kh", "ц": "ts", "ч": "ch", "ҷ": "dzh", "ш": "sh", "щ": "sh", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya",
})  # fmt: skip
_MARKED = str.maketrans({
    "ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ı": "i", "ł": "l", "ý": "y",
})  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʼ`´′ʹ."))
_DIGRAPHS = (
    ("shch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ts", "c"),
    ("yo", "e"), ("ye", "e"), ("ya", "ia"), ("yu", "iu"), ("y", "i"), ("q", "k"), ("x", "h"), ("w", "v"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_HAS_LATIN = re.compile(r"[A-Za-z]")


def one_script(word: str) -> str:
    """The word with its letters brought into the alphabet of most of them; as long as it was.

    >>> one_script("Bосейский")  # the first letter is Latin
    'Восейский'
    """
    latin = len(_HAS_LATIN.findall(word))
    if not latin:
        return word
    cyrillic = len(_HAS_CYRILLIC.findall(word))
    if not cyrillic:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic >= latin else _TO_LATIN)


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """The spelling key: equal for one name in two scripts or spellings (Чортоқ, Chortoq; Восеъ, Vose').

    Lower case; no apostrophes, signs or full stops; doubled letters once; parts parted by one space.
    """
    low = name.lower()
    if _HAS_CYRILLIC.search(low):
        low = low.translate(_CYRILLIC)
    elif not low.isascii():
        marked = unicodedata.normalize("NFKD", low.translate(_MARKED))
        low = "".join(c for c in marked if not unicodedata.combining(c))
    low = low.translate(_APOSTROPHES)
    for written, one in _DIGRAPHS:
        if written in low:
            low = low.replace(written, one)
    low = " ".join(low.replace("-", " ").split())
    return _DOUBLE.sub(_first_letter, low) if _DOUBLE.search(low) else low


def _first_letter(match: re.Match[str]) -> str:
    # A template string would be parsed anew for every word.
    return match.group(1)
