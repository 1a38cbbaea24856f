"""Codes of a status as sentences, for the command line and the pages alike."""

from __future__ import annotations

from functools import lru_cache

from tizme.tables import rows


def sentence(code: str, *, lang: str = "en", n: int = 0) -> str:
    """The sentence for a code, in English where ``lang`` has none; the code itself where nobody wrote one.

    Args:
        n: Number of independent sources, for the sentences that say it.
    """
    table = _sentences()
    written = table.get((code, lang)) or table.get((code, "en"))
    return written.replace("{n}", str(n)) if written else code


def sentence_codes(lang: str = "en") -> frozenset[str]:
    """Every code that has a sentence in ``lang``."""
    return frozenset(code for code, of in _sentences() if of == lang)


@lru_cache(maxsize=1)
def _sentences() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in rows("status/sentences.csv", "code", "lang", "sentence"):
        key = (row["code"], row["lang"])
        if key in found or not row["sentence"]:
            raise row.error(f"'{row['code']}' in '{row['lang']}' is empty or stands twice")
        found[key] = row["sentence"]
    return found
