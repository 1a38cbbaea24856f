"""What a text takes back: "Ранее мы сообщали о гибели N. Это ошибка: он жив".

The sentence that repeats the old report would read as one more report of a death. Where the text takes
something back, and that sentence says itself that it tells an old report, its fate is denied.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tizme.model import Claim, Extraction, Polarity, short_id
from tizme.tables import rows
from tizme.text import fold, sentences

# What can be taken back: an event's name and what hangs on it.
_FATES = frozenset({"died", "missing", "captured", "buried", "wounded", "death_reported", "body_found"})
_ALIVE = frozenset({"seen_alive", "returned", "exchanged"})
# Code points: a correction is short; a long text with the word "ошибка" in it is about something else.
_LONGEST = 2500


def take_back(extraction: Extraction, text: str, start: int, stop: int) -> Extraction:
    """The extraction of ``text[start:stop]`` with what it takes back denied."""
    if stop - start > _LONGEST:
        return extraction
    folded = fold(text)
    if not _holds(folded[start:stop], "cue"):
        return extraction
    parts = list(sentences(text, start, stop))
    alive = {
        claim.subject
        for claim in extraction.claims
        if claim.property.split(".")[0] in _ALIVE and claim.polarity is Polarity.AFFIRMED
    }
    denied: set[str] = set()
    claims: list[Claim] = []
    for claim in extraction.claims:
        event, held = claim.property.split(".")[0], claim.polarity in {Polarity.AFFIRMED, Polarity.UNCERTAIN}
        alive_too = claim.subject in alive
        if event in _FATES and held and _is_taken_back(claim, folded, parts, is_alive=alive_too):
            claim = _denied(claim)  # noqa: PLW2901
            denied.add(claim.id)
        claims.append(claim)
    return replace(extraction, claims=tuple(claims)) if denied else extraction


def _is_taken_back(claim: Claim, folded: str, parts: list[tuple[int, int]], *, is_alive: bool) -> bool:
    at = next((number for number, (a, b) in enumerate(parts) if a <= claim.start < b), None)
    if at is None:
        return False
    own = folded[slice(*parts[at])]
    if not _holds(own, "told"):
        return False
    following = folded[slice(*parts[at + 1])] if at + 1 < len(parts) else ""
    return is_alive or _holds(own, "cue") or _holds(following, "cue")


def _denied(claim: Claim) -> Claim:
    """The same words, saying that it did not happen."""
    bare = "." not in claim.property
    value = "false" if bare and claim.value == "true" else claim.value
    name = short_id("c", claim.item, claim.start, claim.stop, claim.subject, claim.property, value)
    return replace(claim, id=name, value=value, polarity=Polarity.DENIED)


def _holds(folded: str, kind: str) -> bool:
    return _pattern(kind).search(folded) is not None


@lru_cache(maxsize=2)
def _pattern(kind: str) -> re.Pattern[str]:
    table = rows("extract/retractions.csv", "kind", "match", "lang", "form")
    return re.compile("|".join(_form(row["form"], row["match"]) for row in table if row["kind"] == kind))


def _form(words: str, match: str) -> str:
    return rf"\b{re.escape(fold(words))}" + ("" if match == "stem" else r"\b")
