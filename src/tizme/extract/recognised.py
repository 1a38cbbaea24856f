"""The recogniser's names, and how far extraction follows it in each language."""

from __future__ import annotations

from functools import lru_cache

from tizme.ports import installed_recogniser
from tizme.tables import rows


def named_persons(text: str, *, lang: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Half-open ranges of the persons' names in ``text[start:stop]``; none without a recogniser."""
    reader = installed_recogniser()
    if reader is None or lang not in _use():
        return []
    found = reader.recognise(text[start:stop], lang=lang)
    return [(span.start + start, span.stop + start) for span in found if span.kind == "person"]


@lru_cache(maxsize=1)
def _use() -> dict[str, str]:
    return {row["lang"]: row["use"] for row in rows("extract/recogniser_use.csv", "lang", "use")}


def trusted(lang: str) -> bool:
    """Whether in this language the recogniser has the last word on names."""
    return _use().get(lang) == "trust" and installed_recogniser() is not None
