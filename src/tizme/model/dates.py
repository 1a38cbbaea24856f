"""A date found in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text, half open in code points.

    Attributes:
        edtf: Level-1 subset of ISO 8601-2, seasons 21-24, "~" approximate; "|early", "|mid" or
            "|late" appended for a part of a month. Never a day that the words do not give.
        relative: True where the words needed the item's own date ("last May", "eight years ago").
        kind: "date", or "duration" where the words give a length of time, then ``edtf`` is
            an ISO 8601 duration such as "P10Y".
    """

    start: int
    stop: int
    edtf: str
    relative: bool = False
    kind: str = "date"


@dataclass(frozen=True, slots=True)
class MoneyMatch:
    """A sum of money in a text, half open in code points. ``currency`` is ISO 4217."""

    start: int
    stop: int
    amount: float
    currency: str
    per: str = ""  # "month" for a wage by the month
    most: float = 0  # of "200-300 thousand" the greater sum; 0 where one sum is named
