"""Rows of person lists as records, without a claim behind each: for lists too long to read one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tizme import names
from tizme.dates import edtf_bounds, parse_date
from tizme.link.event_days import EVENTS
from tizme.link.records import LookupPlace, years_by_age
from tizme.model import Record, short_id
from tizme.names.relatives import kin_properties, relatives

_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})$")
_PLACES = ("origin", "birth_place", "residence")
_DIGITS_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_NO_DAY = re.compile(r"(\d{4}(?:-(?!00)\d\d)?)(?:-00)+$")  # what some databases write for a month or a year
_SEXES = {"m": "male", "f": "female"}


def row_record(
    list_id: str, row_id: str, cells: Mapping[str, str], *, lookup_place: LookupPlace, published: str = ""
) -> Record:
    """One row of a list as a record.

    Args:
        cells: Property (domain.md §2; also given, family, father, lang, published) -> the cell's words.
        published: EDTF day to which ages refer, where the row itself gives none.
    """
    name = cells.get("name") or _joined(cells)
    lang = names.language_of_name(name, lang=cells.get("lang", ""))
    born = date_of(cells.get("birth_date", ""), lang)
    bounds = edtf_bounds(born) if born else None
    years = (
        (int(bounds[0][:4]), int(bounds[1][:4]))
        if bounds
        else next(iter(years_by_age(cells.get("age", ""), _day_of_age(cells, lang) or published)), None)
    )
    words = tuple(cells[one] for one in _PLACES if cells.get(one))
    return Record(
        id=short_id("r", list_id, row_id),
        list_id=list_id,
        subject=row_id,
        name=name,
        alternate_names=tuple(filter(None, [cells.get("alternate_name", "")])),
        lang=lang,
        sex=sex_of_cell(cells.get("sex", "")) or names.sex_of(name, lang=lang),
        born=born,
        born_low=years[0] if years else None,
        born_high=years[1] if years else None,
        places=_places(words, lookup_place, lang),
        place_words=words,
        unit=cells.get("unit", ""),
        kin_names=_kin_names(cells),
        event_dates=tuple((one, day) for one in EVENTS if (day := event_date(cells.get(one, ""), lang))),
    )


def _day_of_age(cells: Mapping[str, str], lang: str) -> str:
    """The day to which the row's age refers: a list of the dead gives the age at death."""
    return event_date(cells.get("died.date", ""), lang) or cells.get("published", "")


def _kin_names(cells: Mapping[str, str]) -> tuple[str, ...]:
    told = (relatives(one, cells[one]) for one in kin_properties(cells) if cells[one])
    return tuple(dict.fromkeys(name for kin in told for tie, name in kin if tie != "father"))


def _joined(cells: Mapping[str, str]) -> str:
    """Parts from columns of their own as one name; the comma says which is the family's."""
    family = cells.get("family", "")
    rest = " ".join(filter(None, [cells.get("given", ""), cells.get("father", "")]))
    return f"{family}, {rest}" if family and rest else family or rest


@lru_cache(maxsize=100_000)
def date_of(written: str, lang: str) -> str:
    """EDTF of a cell; "" where it holds no date that is plain."""
    text = written.strip()
    day_first = _DAY_FIRST.match(text)
    if day_first:
        day, month, year = day_first.groups()
        text = f"{year}-{int(month):02}-{int(day):02}"
    if text and edtf_bounds(text) is not None:
        return text
    return parse_date(written, lang=lang) if text and not day_first else ""


@lru_cache(maxsize=100_000)
def event_date(written: str, lang: str) -> str:
    """EDTF of a cell with the date of an event; "" where it holds none. ``lang`` may be "".

    >>> event_date("20220912", ""), event_date("2022-09-00", ""), event_date("1-5 октября 2022", "ru")
    ('2022-09-12', '2022-09', '2022-10-01/2022-10-05')
    """
    text = written.strip()
    if digits := _DIGITS_DATE.match(text):
        text = "-".join(digits.groups())
    elif vague := _NO_DAY.match(text):
        text = vague.group(1)
    return date_of(text, names.language_of_name(text, lang=lang)) if text else ""


def sex_of_cell(written: str) -> str:
    """``"male"``, ``"female"`` or ``""``."""
    low = written.strip().lower()
    if low in {"male", "female"}:
        return low
    return _SEXES.get(low, "")


def _places(words: tuple[str, ...], lookup_place: LookupPlace, lang: str) -> tuple[str, ...]:
    found = [best[0][0] for place in words if (best := lookup_place(place, lang=lang))]
    return tuple(dict.fromkeys([*(one.id for one in found), *(a for one in found for a in one.admin)]))
