"""The sentences of tables/status/sentences.csv, as the pages ask for them."""

from __future__ import annotations

from tizme.model import Fate, Reason, Whereabouts
from tizme.publish import sentence
from tizme.web.words import code_words, date_words


def said(code: str, *, otherwise: str, n: int = 0) -> str:
    """The sentence for ``code``, or ``otherwise`` where the table has none yet."""
    written = sentence(code, n=n)
    return otherwise if written == code else written


def fate(value: Fate) -> str:
    """What the fate means."""
    return said(f"means.{value.value}", otherwise=code_words(value.value))


def policy(name: str) -> str:
    """What the policy asks for, "" where the table does not say. ``name`` is as in "two-sources@1"."""
    return said(f"policy.{name.split('@', maxsplit=1)[0]}", otherwise="")


def whereabouts(value: Whereabouts) -> str:
    """Where the person, or the remains, are held to be, and how sure that is."""
    kind = said(f"whereabouts.{value.kind}", otherwise=code_words(value.kind))
    if value.kind == "unknown" and not value.place:
        return kind
    certainty = said(f"certainty.{value.certainty}", otherwise=code_words(value.certainty))
    as_of = f", as of {date_words(value.as_of)}" if value.as_of else ""
    return f"{value.place or kind} ({kind + ', ' if value.place else ''}{certainty}{as_of})"


def reason(value: Reason) -> str:
    """Why the status is what it is."""
    return said(value.code, otherwise=code_words(value.code), n=len(value.source_ids))


def question(code: str) -> str:
    """What would decide, or is not explained yet."""
    return said(code, otherwise=code_words(code))
