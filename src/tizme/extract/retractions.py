"""What a text takes back: "Ранее мы сообщали о гибели N. Это ошибка: он жив".

The sentence that repeats the old report would read as one more report of a death. Where the text takes
something back, and that sentence says itself that it tells an old report, its fate is denied.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tizme.extract.word_patterns import pattern_of
from tizme.model import Claim, Extraction, Polarity, short_id
from tizme.tables import rows
from tizme.text import fold, sentences

# What can be taken back: an event's name and what hangs on it.
_FATES = frozenset({"died", "missing", "captured", "buried", "wounded", "death_reported", "body_found"})
_ALIVE = frozenset({"seen_alive", "returned", "exchanged"})
# Code points: a correction is short; a long text with the word "ошибка" in it is about something else.
_LONGEST = 2500


def take_back(extraction: Extraction, text: str, *, said_before: frozenset[str] = frozenset()) -> Extraction:
    """The extraction of ``text`` with what it takes back denied.

    Args:
        said_before: What the message that this one answers says of the first subject: a reply
            "Ошибка, он жив" denies the death that it does not name.
    """
    folded = fold(text)
    parts = list(sentences(text, 0, len(text)))
    extraction = _correct(extraction, folded, parts)
    cue = _pattern("cue").search(folded) if len(text) <= _LONGEST else None
    if cue is None:
        return extraction
    alive = _alive(extraction)
    claims = [
        _denied(claim)
        if _can_be_taken_back(claim) and _is_taken_back(claim, folded, parts, is_alive=claim.subject in alive)
        else claim
        for claim in extraction.claims
    ]
    told = {(claim.subject, claim.property) for claim in claims}
    for event in sorted(_FATES & said_before):
        sign = next((c for c in claims if c.subject == "s1" and c.property.split(".")[0] in _ALIVE), None)
        if sign is not None and "s1" in alive and ("s1", event) not in told:
            own = replace(
                sign, property=event, value="true", start=cue.start(), stop=cue.end(), quote=cue.group()
            )
            claims.append(_denied(replace(own, quote=text[cue.start() : cue.end()])))
    return replace(extraction, claims=tuple(claims))


def _correct(extraction: Extraction, folded: str, parts: list[tuple[int, int]]) -> Extraction:
    """With what notes of correction say that was written before in doubt, in however long a text.

    Denied where the text says that he lives: a note may correct a day alone.
    """
    if not _holds(folded, "title"):
        return extraction
    alive = _alive(extraction)
    claims = []
    for claim in extraction.claims:
        part = next(((a, b) for a, b in parts if a <= claim.start < b), None)
        wrong = part is not None and _is_corrected(folded[slice(*part)], claim.start - part[0])
        if wrong and _can_be_taken_back(claim):
            doubted = replace(claim, polarity=Polarity.UNCERTAIN)
            claims.append(_denied(claim) if claim.subject in alive else doubted)
        else:
            claims.append(claim)
    return replace(extraction, claims=tuple(claims))


def _alive(extraction: Extraction) -> set[str]:
    return {
        claim.subject
        for claim in extraction.claims
        if claim.property.split(".")[0] in _ALIVE and claim.polarity is Polarity.AFFIRMED
    }


def _can_be_taken_back(claim: Claim) -> bool:
    event, held = claim.property.split(".")[0], {Polarity.AFFIRMED, Polarity.UNCERTAIN}
    return event in _FATES and claim.polarity in held


def _is_taken_back(claim: Claim, folded: str, parts: list[tuple[int, int]], *, is_alive: bool) -> bool:
    at = next((number for number, (a, b) in enumerate(parts) if a <= claim.start < b), None)
    if at is None:
        return False
    own = folded[slice(*parts[at])]
    if not _holds(own, "told") or _stands_corrected(own, claim.start - parts[at][0]):
        return False
    following = folded[slice(*parts[at + 1])] if at + 1 < len(parts) else ""
    return is_alive or _holds(own, "cue") or _holds(following, "cue")


def _is_corrected(sentence: str, at: int) -> bool:
    """ "CORRECTION: in our first list we gave him as killed": a note that says what was written before."""
    return any(
        title.end() <= at
        and re.match(r"\W?\s*[:—–]", sentence[title.end() :])
        and _holds(sentence[title.end() :], "told")
        for title in _pattern("title").finditer(sentence)
    )


def _stands_corrected(sentence: str, at: int) -> bool:
    """ "... значился погибшим, это ошибка: взят в плен": behind the colon the text says what is so."""
    return any(
        cue.end() <= at and re.match(r"\w*\W?\s*[:—–]", sentence[cue.end() :])
        for cue in _pattern("cue").finditer(sentence)
    )


def _denied(claim: Claim) -> Claim:
    """The same words, saying that it did not happen."""
    bare = "." not in claim.property
    value = "false" if bare and claim.value == "true" else claim.value
    name = short_id("c", claim.item, claim.start, claim.stop, claim.subject, claim.property, value)
    return replace(claim, id=name, value=value, polarity=Polarity.DENIED)


def _holds(folded: str, kind: str) -> bool:
    return _pattern(kind).search(folded) is not None


@lru_cache(maxsize=3)
def _pattern(kind: str) -> re.Pattern[str]:
    table = rows("extract/retractions.csv", "kind", "match", "lang", "form")
    return pattern_of(row for row in table if row["kind"] == kind)
