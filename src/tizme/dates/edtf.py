"""The part of EDTF level 1 (ISO 8601-2) that we write, and its first and last days.

A year, month or day; seasons 21-24; "?" "~" "%" at the end; an unspecified last digit ("199X");
intervals, open with ".."; and our own "|early" "|mid" "|late" after a month, season or year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_SINGLE = re.compile(
    r"(?P<year>\d{3}[\dX]|\d\dXX)(?:-(?P<month>(?!00)\d\d)(?:-(?P<day>(?!00)\d\d))?)?(?P<doubt>[?~%]?)(?:\|(?P<part>early|mid|late))?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"
# Writers differ on where "late" begins, so the parts overlap: early 1-15, mid 8-23, late from 16.
_PARTS = {"early": (1, 15), "mid": (8, 23), "late": (16, 31)}
# How far "~" may reach beyond what is written, by the precision written.
_SLACK_DAYS = {"year": 366, "month": 31, "day": 7}


def _single_bounds(text: str) -> tuple[date, date] | None:
    match = _SINGLE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year and month:
        return None
    try:
        low, high = _plain_bounds(year, int(month or 0), int(day or 0))
        if match["part"]:
            if day:
                return None
            low, high = _part_bounds(low, high, match["part"], month=bool(month) and int(month) <= 12)
        if match["doubt"]:
            slack = timedelta(
                _SLACK_DAYS["day" if day else "month" if month and int(month) <= 12 else "year"]
            )
            low, high = low - slack, high + slack
    except (ValueError, OverflowError):
        return None
    return low, high


def _plain_bounds(year: str, month: int, day: int) -> tuple[date, date]:
    low_year, high_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if day:
        return date(low_year, month, day), date(low_year, month, day)
    if month in _SEASONS:
        first, last = _SEASONS[month]
        if month == 24:  # a writer's "winter 2023" may be either winter that touches 2023
            return date(low_year, 1, 1), date(high_year + 1, last, monthrange(high_year + 1, last)[1])
        return date(low_year, first, 1), date(high_year, last, monthrange(high_year, last)[1])
    if month:
        return date(low_year, month, 1), date(low_year, month, monthrange(low_year, month)[1])
    return date(low_year, 1, 1), date(high_year, 12, 31)


def _part_bounds(low: date, high: date, part: str, *, month: bool) -> tuple[date, date]:
    """A part of a month; of a longer time the whole, since "early 2023" has no agreed end."""
    if not month:
        return low, high
    first, last = _PARTS[part]
    return low.replace(day=first), low.replace(day=min(last, high.day))


def edtf_bounds(edtf: str) -> tuple[str, str] | None:
    """First and last day that ``edtf`` allows, ISO 8601; None where it is not valid.

    "~" widens by a year, a month or a week, after what is written; an open end gives FIRST_DAY or LAST_DAY.

    >>> edtf_bounds("2022-09|late")
    ('2022-09-16', '2022-09-30')
    """
    left, slash, right = edtf.partition("/")
    if not slash:
        single = _single_bounds(edtf)
        return None if single is None else (single[0].isoformat(), single[1].isoformat())
    open_left, open_right = left in {"", ".."}, right in {"", ".."}
    if open_left and open_right:
        return None
    low = None if open_left else _single_bounds(left)
    high = None if open_right else _single_bounds(right)
    if (low is None and not open_left) or (high is None and not open_right):
        return None
    if low is not None and high is not None and low[0] > high[1]:
        return None
    return (
        low[0].isoformat() if low is not None else FIRST_DAY,
        high[1].isoformat() if high is not None else LAST_DAY,
    )


def edtf_valid(edtf: str) -> bool:
    """Whether ``edtf`` is of our subset and its days exist in the calendar."""
    return edtf_bounds(edtf) is not None
