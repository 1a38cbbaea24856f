"""Cues that share tokens: "тело доставлено" tells of a body, so "доставлено" alone of no arrest."""

from __future__ import annotations

from tizme.extract.cues import Hit


def meet(one: Hit, other: Hit) -> bool:
    """Whether two cues share a token."""
    return one.first <= other.last and other.first <= one.last


def overlaps(hit: Hit, prop: str, hits: list[Hit]) -> bool:
    """Whether a cue shares a token with one of this property."""
    return any(h.cue.property == prop and meet(hit, h) for h in hits)
