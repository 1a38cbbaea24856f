"""Points in time of the precision the words give, and how far off another one lies."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

LATELY_DAYS = 10  # before publication: a day of these is the day of that name
# "Nearest past" holds for the news; a story told of older years goes on in its own years instead. Months
# from the date told before to publication: beyond the first a month soon after belongs to the story, beyond
# the second any month does. Set by hand on the development texts (share found: tests/dates/test_gold.py).
STORY_AFTER_MONTHS, LONG_STORY_AFTER_MONTHS = 12, 15
SOON_MONTHS = 6
# How far back from the date told before a month without a year may lie.
STORY_BACK_MONTHS = 4
# A day and month without a year that fall this soon after publication are an announcement: a year-old
# event told to the very week is rarer than a funeral announced. Set by hand.
AHEAD_DAYS = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day; 0 where the words do not go so far. ``text`` of a season is kept beside it."""

    year: int
    month: int = 0
    day: int = 0

    def edtf(self) -> str:
        """The moment in EDTF, as precise as it is."""
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.day else "")

    def months(self) -> int:
        """Months since year 0, for distances."""
        return self.year * 12 + max(self.month, 1) - 1


def moment_of(edtf: str) -> Moment | None:
    """The moment that a plain EDTF date begins with; of an interval its end; None for anything else."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf.rsplit("/", 1)[-1])
    if match is None:
        return None
    month, day = int(match[2] or 0), int(match[3] or 0)
    if month > 12:
        month = {21: 4, 22: 7, 23: 10, 24: 12}.get(month, 0)
    return Moment(int(match[1]), month, day)


def exists(moment: Moment) -> bool:
    """Whether the calendar has it."""
    if moment.month > 12 or not 1 <= moment.year <= 9999:
        return False
    return not moment.day or moment.day <= monthrange(moment.year, moment.month)[1]


def is_past(moment: Moment, published: Moment) -> bool:
    """Whether ``moment`` does not lie after the day of publication, at the precision both have."""
    mine, theirs = (moment.month, moment.day), (published.month or 12, published.day or 31)
    return (moment.year, mine[0], mine[1] if published.day else 0) <= (
        published.year,
        theirs[0],
        theirs[1] if moment.day else 31,
    )


def yearless(
    month: int, day: int, *, published: Moment | None, told: Moment | None, story: bool
) -> Moment | None:
    """The year of a month, or of a day and month, written without one.

    Args:
        told: The date told before it in the same paragraph, None where there is none.
        story: Whether ``told`` itself took its year from a story of older years.

    Returns:
        The nearest one not after ``published``; but where the paragraph tells of older times (see
        STORY_AFTER_MONTHS), the one within that story. None where neither is known.
    """
    lately = _lately(month, day, published)
    if lately is not None:
        return lately
    if told is not None and told.month:
        first = told.months() - STORY_BACK_MONTHS
        found = Moment((first + (month - 1 - first) % 12) // 12, month, day)
        if _belongs(found, told, published, story=story) and exists(found):
            return found
    if published is None:
        return None
    ahead = _announced(month, day, published)
    if ahead is not None:
        return ahead
    for year in range(published.year, published.year - 9, -1):  # 29 February may be eight years back
        found = Moment(year, month, day)
        if exists(found) and is_past(found, published):
            return found
    return None


def _lately(month: int, day: int, published: Moment | None) -> Moment | None:
    """A day of the last LATELY_DAYS: news of it, whatever older story it stands in."""
    if published is None or not day or not published.day:
        return None
    posted = date(published.year, published.month, published.day)
    for year in (published.year, published.year - 1):
        found = Moment(year, month, day)
        if exists(found) and 0 <= (posted - date(year, month, day)).days <= LATELY_DAYS:
            return found
    return None


def _announced(month: int, day: int, published: Moment) -> Moment | None:
    """A day within AHEAD_DAYS after publication: "Похороны 23 января", posted on the 22nd."""
    if not day or not published.day:
        return None
    posted = date(published.year, published.month, published.day)
    for year in (published.year, published.year + 1):
        found = Moment(year, month, day)
        if exists(found) and 0 < (date(year, month, day) - posted).days <= AHEAD_DAYS:
            return found
    return None


def _belongs(found: Moment, told: Moment, published: Moment | None, *, story: bool) -> bool:
    if published is None:
        return True
    if not is_past(found, published):
        return False
    since = published.months() - told.months()
    soon = 0 <= found.months() - told.months() <= SOON_MONTHS
    return since > LONG_STORY_AFTER_MONTHS or (soon and (story or since > STORY_AFTER_MONTHS))


def shifted(moment: Moment, amount: float, unit: str) -> str | None:
    """EDTF of the moment ``amount`` units (y a k t e: year month week day decade) away; None where too vague.

    Years give a year; months and weeks an approximate month or day; days an exact day.
    """
    if unit == "e":
        amount, unit = amount * 10, "y"
    if unit == "y" and amount == int(amount):
        year = moment.year + int(amount)
        return Moment(year).edtf() if 1 <= year <= 9999 else None
    if unit == "y":
        amount, unit = round(amount * 12), "a"
    if not moment.month:
        return None
    if unit == "a":
        return _by_months(moment, round(amount)) + "~"
    days = round(amount * 7) if unit == "k" else round(amount)
    start = date(moment.year, moment.month, moment.day or 15)
    there = start + timedelta(days=days)
    exact = Moment(there.year, there.month, there.day if moment.day else 0).edtf()
    return exact if unit == "t" and moment.day else exact + "~"


def _by_months(moment: Moment, months: int) -> str:
    year, month = divmod(moment.months() + months, 12)
    found = Moment(year, month + 1, moment.day)
    while not exists(found):
        found = replace(found, day=found.day - 1)
    return found.edtf()


def week_before(published: Moment, *, weeks: int) -> str | None:
    """Monday to Sunday of the week ``weeks`` before that of ``published``."""
    if not published.day:
        return None
    day = date(published.year, published.month, published.day)
    monday = day - timedelta(days=day.weekday() + 7 * weeks)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def last_weekday(published: Moment, weekday: int, *, before: bool, weeks: int = 0) -> str | None:
    """The latest such weekday (0 Monday) up to the day of publication, or ``before`` it, less ``weeks``."""
    if not published.day:
        return None
    day = date(published.year, published.month, published.day) - timedelta(days=1 if before else 0)
    return (day - timedelta(days=(day.weekday() - weekday) % 7 + 7 * weeks)).isoformat()
