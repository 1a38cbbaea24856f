"""What kind of name part a single word may be."""

from __future__ import annotations

from functools import lru_cache

from tizme.names.cases import readings

_KINDS_BY_READING = {
    ("given", "m"): ("given-m",),
    ("given", "f"): ("given-f",),
    ("given", ""): ("given-m", "given-f"),
}
# Readings dearer than this are guesses without a list or a suffix behind them.
_VOUCHED = 0.4


@lru_cache(maxsize=200_000)
def token_kinds(token: str, *, lang: str) -> frozenset[str]:
    """The parts of a name that ``token`` may be, in any case form; empty for another word.

    Args:
        token: One word in either script, any letter case.
        lang: One of text.LANGUAGES.

    Returns:
        Of "given-m", "given-f", "family", "patronymic", "patronymic-marker", "rank", "title", "alias".

    >>> sorted(token_kinds("Айбека", lang="ru")), sorted(token_kinds("Раҳимова", lang="tg"))
    (['given-m'], ['family'])
    """
    kinds: set[str] = set()
    for reading in readings(token, lang):
        if reading.kind in {"unknown", "initial"} or reading.cost > _VOUCHED:
            continue
        kinds.update(_KINDS_BY_READING.get((reading.kind, reading.sex), (reading.kind,)))
    return frozenset(kinds)
