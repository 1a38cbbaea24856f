"""By when an office must answer, and days in the words of a letter's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tizme.dates import edtf_bounds
from tizme.model import UnusableInput
from tizme.tables import rows

_SATURDAY = 5
_DAY, _MONTH, _YEAR = len("2022-10-14"), len("2022-10"), len("2022")


@dataclass(frozen=True, slots=True)
class Due:
    """By when an answer is due.

    Attributes:
        day: ISO day, "" where there is none.
        binding: False where the law sets no term and the day is ours, for asking again.
        basis: calendar | working.
        needs_name: Without the applicant's name and postal address the office need not answer.
    """

    day: str
    binding: bool
    basis: str
    needs_name: bool


def due_day(law: str, from_day: str) -> Due:
    """When the term ends that starts with a letter of ``from_day``, the days for registering it counted in.

    Working days leave out Saturdays and Sundays; public holidays are not known here. A letter takes its time
    in the post: count again from the day of registration once the office names it.

    Raises:
        UnusableInput: no such law, or no day.
    """
    columns = ("id", "answer_days", "basis", "registration_days", "remind_days", "needs_name_and_address")
    row = next((row for row in rows("letters/laws.csv", *columns) if row["id"] == law), None)
    if row is None:
        raise UnusableInput(f"no law '{law}'", "letters/laws.csv", "correct letters/addressees.csv")
    try:
        start = date.fromisoformat(from_day)
    except ValueError:
        raise UnusableInput(
            f"'{from_day}' is no day", "the letter's date", "write it as 2026-11-22"
        ) from None
    needs_name = row["needs_name_and_address"] == "yes"
    if not row["answer_days"]:
        day = start + timedelta(days=int(row["remind_days"] or 0))
        return Due(day.isoformat(), binding=False, basis="calendar", needs_name=needs_name)
    days = int(row["answer_days"]) + int(row["registration_days"] or 0)
    end = _add_working(start, days) if row["basis"] == "working" else start + timedelta(days=days)
    return Due(end.isoformat(), binding=True, basis=row["basis"], needs_name=needs_name)


def _add_working(start: date, days: int) -> date:
    at = start
    while days:
        at += timedelta(days=1)
        days -= at.weekday() < _SATURDAY
    return at


def day_in_words(edtf: str, words: Mapping[str, Any]) -> str:
    """An EDTF date as the letter's language writes it; never more exact than it is.

    Args:
        words: A letters/<lang>.yaml.
    """
    forms = words["dates"]
    plain = edtf.rstrip("~?%")
    if plain != edtf:
        return str(forms["about"].format(date=day_in_words(plain, words)))
    low, slash, high = edtf.partition("/")
    if slash and low not in {"", ".."} and high not in {"", ".."}:
        return str(forms["span"].format(low=day_in_words(low, words), high=day_in_words(high, words)))
    if edtf.replace("-", "").isdigit() and len(edtf) in {_DAY, _MONTH, _YEAR}:
        return _plain(edtf, forms)
    bounds = edtf_bounds(edtf)
    if bounds is None or slash:
        return edtf
    return str(forms["span"].format(low=_plain(bounds[0], forms), high=_plain(bounds[1], forms)))


def _plain(edtf: str, forms: Mapping[str, Any]) -> str:
    year, month, day = (*edtf.split("-"), "", "")[:3]
    if month and not 1 <= int(month) <= len(forms["months"]):  # a season: 21 to 24
        low, high = edtf_bounds(edtf) or (edtf, edtf)
        return (
            str(forms["span"].format(low=_plain(low, forms), high=_plain(high, forms)))
            if low != high
            else edtf
        )
    form = "day" if day else "month" if month else "year"
    at = int(month) - 1 if month else 0
    return str(
        forms[form].format(
            year=year, day=int(day) if day else "", month=forms["months"][at], month_of=forms["months_of"][at]
        )
    )
