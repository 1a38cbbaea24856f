"""Codes and normal forms in English words. Sentences about a status are publish.sentences'."""

from __future__ import annotations

import re
from functools import lru_cache

from tizme.tables import rows

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ONE_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)(?:\|(early|mid|late))?")
_DECADE = re.compile(r"\d{3}X")
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def code_words(code: str) -> str:
    """A code as words: "two-independent-sources" and "reported_dead" lose their joints."""
    return code.replace("-", " ").replace("_", " ")


def property_words(name: str) -> str:
    """A property as words, its part after a middle dot: "last_contact.date" is "last contact · date"."""
    event, dot, part = name.partition(".")
    words = _written().get(event, code_words(event))
    return f"{words} · {code_words(part).replace('.', ' · ')}" if dot else words


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    return {row["property"]: row["words"] for row in rows("text/property_words.csv", "property", "words")}


def date_words(edtf: str) -> str:
    """An EDTF date in English; what is none comes back as it is.

    >>> date_words("2022-09~|late")
    'about late September 2022'
    >>> date_words("2022-09/2022-11")
    'September 2022 to November 2022'
    """
    if "/" in edtf:
        low, high = edtf.split("/", 1)
        if not low.strip(".") or not high.strip("."):
            return f"until {date_words(high)}" if not low.strip(".") else f"since {date_words(low)}"
        return f"{date_words(low)} to {date_words(high)}"
    match = _ONE_DATE.fullmatch(edtf)
    if match is None:
        return f"{edtf[:3]}0s" if _DECADE.fullmatch(edtf) else edtf
    year, month, day, doubt, part = match.groups()
    if month in _SEASONS:
        words = f"{_SEASONS[month]} {year}"
    elif month and 1 <= int(month) <= 12:
        words = f"{int(day)} " if day else ""
        words += f"{_MONTHS[int(month) - 1]} {year}"
    else:
        words = year if month is None else edtf
    words = f"{part} {words}" if part else words
    return {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(doubt, "") + words


def value_words(name: str, value: str) -> str:
    """A claim's value for a reader: dates and lengths of time in words, "true" as yes."""
    if value in {"true", "false"}:
        return "yes" if value == "true" else "no"
    if _ONE_DATE.fullmatch(value.partition("/")[0]) and (name.endswith("date") or "/" in value):
        return date_words(value)
    length = _DURATION.fullmatch(value)
    if length and any(length.groups()):
        units = zip(length.groups(), ("year", "month", "week", "day"), strict=True)
        return " ".join(f"{int(n)} {unit}{'' if int(n) == 1 else 's'}" for n, unit in units if n)
    return value
