"""Canonical forms of a written name part, in which scripts and romanisations meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tizme.tables import rows
from tizme.text import fold, script_of


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    by_script: dict[str, tuple[re.Pattern[str], tuple[str, ...]]] = {}
    table = rows("names/translit.csv", "script", "pattern", "to")
    for script in ("Cyrl", "Latn"):
        mine = [row for row in table if row["script"] == script]
        for row in mine:
            if re.compile(row["pattern"]).groups:
                raise row.error("a pattern here may not hold a group")
        pattern = re.compile("|".join(f"({row['pattern']})" for row in mine))
        by_script[script] = (pattern, tuple(row["to"] for row in mine))
    return by_script


@lru_cache(maxsize=4)
def _sounds(stage: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"]), row["to"])
        for row in rows("names/sounds.csv", "stage", "pattern", "to")
        if row["stage"] == stage
    )


@lru_cache(maxsize=200_000)
def canon(word: str) -> str:
    """The canonical Latin form of one word, ``""`` where nothing of it is a letter.

    >>> canon("Жўраев"), canon("Joʻrayev")
    ('joraev', 'joraev')
    """
    folded = fold(unicodedata.normalize("NFC", word))
    script = script_of(folded)
    if script not in _letters():
        return ""
    pattern, to = _letters()[script]

    def one(found: re.Match[str]) -> str:
        replacement = to[(found.lastindex or 1) - 1]
        return found.group() if replacement == "=" else replacement

    latin = "".join(one(found) for found in pattern.finditer(folded))
    return _through("canon", latin)


def _through(stage: str, form: str) -> str:
    for sound, replacement in _sounds(stage):
        form = sound.sub(replacement, form)
    return form


@lru_cache(maxsize=200_000)
def bones(canonical: str) -> str:
    """The consonant skeleton of a canonical form: what most misspellings leave standing.

    >>> bones(canon("Мухаммад")) == bones(canon("Mukhamed"))
    True
    """
    return _through("bones", canonical)


@lru_cache(maxsize=200_000)
def sexless(canonical: str) -> str:
    """A canonical form in which a woman's family name or patronymic is the man's."""
    return _through("sexless", canonical)


@lru_cache(maxsize=200_000)
def root(canonical: str) -> str:
    """A canonical family name or patronymic without its suffix.

    >>> {root(sexless(canon(name))) for name in ("Шарифов", "Шарифзода", "Sharifova", "Шариф")}
    {'warif'}
    """
    return _through("root", canonical)
