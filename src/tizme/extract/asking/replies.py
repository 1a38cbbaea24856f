"""What a model wrote, read as suggestions: hostile, cut off or no JSON at all, it does no harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tizme.extract.asking.properties import MOST_CLAIMS, MOST_WORDS
from tizme.model import Polarity, Suggested

# Of an answer no more is looked at; forty claims in full take about 20,000.
MOST_CHARS = 100_000
_FIELDS = ("person", "property", "value", "quote")
_DECODER = json.JSONDecoder()


def suggestions_in(answer: str) -> tuple[tuple[Suggested, ...], int]:
    """The suggestions of an answer, in order and without repeats, and how many parts of it were none."""
    found: dict[Suggested, None] = {}
    malformed = 0
    objects = list(_objects(answer[:MOST_CHARS]))
    for one in objects[:MOST_CLAIMS]:
        suggested = _suggested(one)
        if suggested is None:
            malformed += 1
        else:
            found[suggested] = None
    malformed += len(objects[MOST_CLAIMS:])
    if not objects and not _says_nothing(answer):
        malformed += 1
    return tuple(found), malformed


def _objects(answer: str) -> Iterator[dict[str, Any]]:
    """Every claim-like object, wherever it stands: in the answer's list, in a fence, in a list cut short."""
    at = 0
    while (at := answer.find("{", at)) >= 0:
        try:
            value, after = _DECODER.raw_decode(answer, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if isinstance(value, dict) and "claims" in value:
            listed = value["claims"]
            yield from (one for one in listed if isinstance(one, dict)) if isinstance(listed, list) else ()
        elif isinstance(value, dict):
            yield value
        at = after


def _suggested(one: dict[str, Any]) -> Suggested | None:
    passage = one.get("passage")
    fields = [_text(one.get(name)) for name in _FIELDS]
    polarity = _text(one.get("polarity", Polarity.AFFIRMED.value))
    if polarity is None or any(field is None for field in fields):
        return None
    if isinstance(passage, str) and passage.isascii() and passage.isdigit() and len(passage) < 6:
        passage = int(passage)
    number = passage if isinstance(passage, int) and not isinstance(passage, bool) else -1
    person, name, value, quote = (field or "" for field in fields)
    return Suggested(number if 0 <= number < 1_000_000 else -1, person, name, value, quote, polarity)


def _text(value: object) -> str | None:
    """A string or a whole number as it is written; None for anything else, and for what is too long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) < 10**12:
        return str(value)
    if not isinstance(value, str) or len(value) > MOST_WORDS:
        return None
    # Halves of surrogate pairs come through JSON and could not be written to a file.
    return value.encode("utf-8", "replace").decode("utf-8")


def _says_nothing(answer: str) -> bool:
    """'{"claims": []}' is an answer, not a fault."""
    return '"claims"' in answer and "[]" in "".join(answer.split())
