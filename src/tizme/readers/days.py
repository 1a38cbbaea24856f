"""Days as files write them in their own metadata, to EDTF. Never a day that is not written."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?![\d])")
_DOTTED = re.compile(r"^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")


def day_of(written: str) -> str:
    """The EDTF day, month or year at the start of ``written`` (ISO 8601 or dd.mm.yyyy), "" where none.

    >>> day_of("2023-01-28T10:15:00+06:00"), day_of("28.01.2023 10:15"), day_of("2023-02-30"), day_of("вчера")
    ('2023-01-28', '2023-01-28', '', '')
    """
    dotted = _DOTTED.match(written)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return _checked(year, month, day)
    iso = _ISO.match(written)
    if iso is None:
        return ""
    found_year, found_month, found_day = iso.groups()
    if found_day:
        return _checked(int(found_year), int(found_month), int(found_day))
    if found_month:
        return found_year + "-" + found_month if 1 <= int(found_month) <= 12 else ""
    return found_year if written.strip() == found_year else ""


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
