"""Whether a word is in a list too large for a table: sorted hashes, and the places of the gazetteer."""

from __future__ import annotations

import zlib
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from tizme.tables import rows
from tizme.text import fold

Hashes = npt.NDArray[np.uint32]
NOWHERE = -1
_LEAST_PLACE, _LEAST_NAME = 4, 3
# What a case ending may have replaced in a name.
_CUT_VOWELS = "аяйь"
_PLACES = (
    ("places/cities.csv", ("name", "names")),
    ("places/regions.csv", ("name", "ru", "en", "forms")),
    ("places/countries.csv", ("name", "ru", "en", "forms")),
    ("places/districts.csv", ("name", "ru", "en", "forms")),
    ("places/fronts.csv", ("name", "ru", "en", "forms")),
    ("places/areas.csv", ("name", "ru", "en", "forms")),
)


def word_hash(word: str) -> int:
    """CRC-32 of the UTF-8 form; of 250,000 listed words one stranger in 17,000 meets another's."""
    return zlib.crc32(word.encode())


def position(hashes: Hashes, word: str) -> int:
    """Where a word's hash stands in sorted ``hashes``, or NOWHERE."""
    wanted = np.uint32(word_hash(word))
    at = int(np.searchsorted(hashes, wanted))
    return at if at < len(hashes) and hashes[at] == wanted else NOWHERE


def name_sign(names: Hashes, low: str) -> str:
    """ "g0" for a listed name of the world, "g1" and "g2" for one under a case ending, else ""."""
    if len(low) < _LEAST_NAME:
        return ""
    if position(names, low) != NOWHERE:
        return "g0"
    for cut in range(1, min(3, len(low) - _LEAST_NAME) + 1):
        stem = low[:-cut]
        if position(names, stem) != NOWHERE:
            return "g1"
        if cut <= 2 and any(position(names, stem + vowel) != NOWHERE for vowel in _CUT_VOWELS):
            return "g2"
    return ""


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Folded word -> what it is in names of places: a country's or not, the whole name or a word of it."""
    found: dict[str, set[str]] = {}
    for path, columns in _PLACES:
        kind = "C" if "countries" in path else "c"
        for row in rows(path, *columns):
            for name in "|".join(row[column] for column in columns).split("|"):
                words = name.split()
                for word in words:
                    if word[:1].isupper() and len(word) > 2:
                        found.setdefault(fold(word), set()).add(kind + ("1" if len(words) == 1 else "2"))
    return {word: "".join(sorted(kinds)) for word, kinds in found.items()}


def place_sign(low: str) -> str:
    """What kinds of place bear the word, "1" behind it where an ending had to come off; else ""."""
    for cut in range(4):
        word = low[: len(low) - cut]
        if len(word) < _LEAST_PLACE:
            return ""
        if word in _places():
            return f"{_places()[word]}{min(cut, 1)}"
    return ""
