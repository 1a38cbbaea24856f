"""The sentences of publish.sentences, as the pages ask for them."""

from __future__ import annotations

from tizme.model import Fate, Reason, Whereabouts
from tizme.web.words import code_words, date_words


def fate(value: Fate) -> str:
    """What the fate means."""
    return code_words(value.value)


def whereabouts(value: Whereabouts) -> str:
    """Where the person, or the remains, are held to be, and how sure that is."""
    if value.kind == "unknown" and not value.place:
        return "Unknown."
    where = f"{value.kind}: {value.place}" if value.place else value.kind
    as_of = f", as of {date_words(value.as_of)}" if value.as_of else ""
    return f"{where} ({code_words(value.certainty)}{as_of})"


def reason(value: Reason) -> str:
    """Why the status is what it is."""
    return code_words(value.code)


def question(code: str) -> str:
    """What would decide, or is not explained yet."""
    return code_words(code)
