"""Days of what happened to a person, as whole numbers that engines subtract."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tizme.dates import edtf_bounds

# Events whose days are compared: the property of the claim or the cell -> the field.
EVENTS = {
    "died.date": "died", "captured.date": "captured",
    "missing.date": "missing", "last_contact.date": "last_contact",
}  # fmt: skip
_WIDEST_EVENT_DAYS = 400  # a date this vague is no date
_EXACT_DAYS = 10  # a wider date does not agree to the day with any other


@lru_cache(maxsize=50_000)
def event_days(edtf: str) -> tuple[int, int] | None:
    """First and last day that a date leaves open, as ordinals; None where it is no date or too vague."""
    bounds = edtf_bounds(edtf)
    if bounds is None:
        return None
    low, high = (date.fromisoformat(day).toordinal() for day in bounds)
    return (low, high) if high - low <= _WIDEST_EVENT_DAYS else None


def is_exact(low: int, high: int) -> bool:
    """Whether days so far apart may agree with another date within days."""
    return high - low <= _EXACT_DAYS
