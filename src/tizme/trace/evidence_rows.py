"""What rows say beside their names, for and against the one sought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from tizme import names
from tizme.tables import rows as table_rows
from tizme.trace.evidence_columns import (
    Birth,
    Chain,
    ages_of,
    birth_of,
    form_of,
    place_chains,
    sex_of,
    years_of_age,
)
from tizme.trace.evidence_kin import Kin, given_forms, kin_codes, kin_of, kin_words, same_form
from tizme.trace.query import Query
from tizme.trace.segment import Array, Segment

# Column of a row (and field of Known) -> the kind of words that its numbers stand for.
MARKS = (("unit", "units"), ("call_sign", "call_signs"))
_COUNTRY_ID_LENGTH = 2
_ABOUT_YEARS = 2  # an age is rounded, or counted on a day that the list does not say
_OLD_NEWS_YEARS = 5  # an age without a day may have been true that long ago
_AGE_NOT = -1


@dataclass(frozen=True, slots=True)
class Known:
    """A query's facts beside the name, read once.

    Attributes:
        low, high: Years of birth that its age allows, 0 where not told.
        age, oldest: Years as told, the same twice where it is no range; -1 where not told.
        dated: Whether the day is known to which the age refers.
    """

    birth: Birth
    low: int
    high: int
    age: int
    dated: bool
    sex: int
    home: tuple[Chain, ...]
    seen: tuple[Chain, ...]
    unit: str
    oldest: int = _AGE_NOT
    call_sign: str = ""
    kin: Kin = ()
    fathers: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        return not (
            self.birth.low or self.low or self.age >= 0 or self.sex or self.home or self.seen or self.unit
            or self.call_sign or self.kin
        )  # fmt: skip


def known_of(query: Query, *, kin_told: bool = True) -> Known:
    """The facts of a query, beside the name.

    Args:
        kin_told: Whether any list names relatives; else a patronymic need not be looked for.
    """
    low, high = years_of_age(query.age, query.on or query.today) if query.age else (0, 0)
    if low and not query.on:
        low -= _OLD_NEWS_YEARS
    youngest, oldest = ages_of(query.age) if query.age else (_AGE_NOT, _AGE_NOT)
    return Known(
        birth=birth_of(query.born) if query.born else Birth(),
        low=low, high=high,
        age=youngest, oldest=oldest,
        dated=bool(query.on),
        sex=sex_of(query.sex),
        home=place_chains(query.home), seen=place_chains(query.seen),
        unit=form_of(query.unit), call_sign=form_of(query.call_sign),
        kin=kin_of(query.kin), fathers=_fathers(query) if kin_told else frozenset(),
    )  # fmt: skip


def _fathers(query: Query) -> frozenset[str]:
    """The father's given name, as told apart or as the patronymic shows it."""
    father = query.father or names.parse(query.name, lang=names.language_of_name(query.name, lang="")).father
    return frozenset(given_forms([father])) - {""} if len(father) > 1 else frozenset()


def days_to_try(known: Known) -> tuple[int, ...]:
    """Days of birth by which rows come in, likeliest first: as written, then day and month turned."""
    if not known.birth.day:
        return ()
    turned = _turned(known.birth.day)
    return (known.birth.day, turned) if turned and turned != known.birth.day else (known.birth.day,)


@lru_cache(maxsize=10_000)
def _turned(day: int) -> int:
    on = date.fromordinal(day)
    return date(on.year, on.day, on.month).toordinal() if on.day <= 12 else 0


@lru_cache(maxsize=1)
def evidence_bits() -> Mapping[str, float]:
    """Code -> bits."""
    return {row["code"]: float(row["bits"]) for row in table_rows("trace/evidence.csv", "code", "bits")}


@lru_cache(maxsize=1)
def sides() -> Mapping[str, str]:
    """Code -> "for" or "against"."""
    return {row["code"]: row["side"] for row in table_rows("trace/evidence.csv", "code", "side")}


def codes_of(segment: Segment, names_found: Array, known: Known) -> list[tuple[str, ...]]:
    """For each name found, the codes of what its row says beside the name."""
    if known.nothing and not (known.fathers and len(segment.kin)):
        return [()] * len(names_found)
    rows = segment.row_of[names_found]
    born = _births(segment, rows, known)
    sexes = segment.sex[rows]
    found: list[tuple[str, ...]] = []
    for place, (name, row) in enumerate(zip(names_found, rows, strict=True)):
        codes = [born[place]] if born[place] else []
        if known.sex and sexes[place]:
            codes.append("sex:agree" if known.sex == sexes[place] else "sex:contradicted")
        codes += _places(segment, int(row), known)
        codes += kin_codes(segment, int(name), int(row), known.kin, known.fathers)
        found.append(tuple(codes))
    return found


def _births(segment: Segment, rows: Array, known: Known) -> list[str]:
    if not (known.birth.low or known.low or known.age >= 0):
        return [""] * len(rows)
    day, low, high = (getattr(segment, one)[rows].tolist() for one in ("born_day", "born_low", "born_high"))
    age = segment.age[rows].tolist()
    return [_birth(known, *one) for one in zip(day, low, high, age, strict=True)]


def _birth(known: Known, day: int, low: int, high: int, age: int) -> str:
    mine = known.birth
    if mine.low and low:
        if mine.day and day:
            return _days(mine.day, day)
        return _years(mine, low, high)
    if known.age >= 0 and age >= 0 and not known.dated:
        return _by_age(max(known.age - age, age - known.oldest))
    if known.low and low:
        return _by_age(max(low - known.high, known.low - high))
    if mine.low and not low:
        return ""
    if known.age >= 0 and age >= 0:
        return _by_age(max(known.age - age, age - known.oldest))
    return ""


@lru_cache(maxsize=100_000)
def _days(mine: int, other: int) -> str:
    if mine == other:
        return "born:same-day"
    if _turned(mine) == other:
        return "born:day-and-month-turned"
    a, b = date.fromordinal(mine), date.fromordinal(other)
    apart = (a.year != b.year) + (a.month != b.month) + (a.day != b.day)
    if apart == 1 and (abs(a.year - b.year) in {0, 1, 10, 100}):
        return "born:one-part-differs"
    return _year_code(abs(a.year - b.year), whole=True)


def _years(mine: Birth, low: int, high: int) -> str:
    if mine.low == mine.high == low == high:
        return "born:same-year"
    return _year_code(max(low - mine.high, mine.low - high, 0), whole=mine.low == mine.high and low == high)


def _year_code(apart: int, *, whole: bool) -> str:
    if apart == 0:
        return "born:same-year" if whole else "age:fits"
    if apart == 1:
        return "born:one-year-apart"
    return "born:few-years-apart" if apart <= 4 else "born:contradicted"


def _by_age(apart: int) -> str:
    if apart <= 0:
        return "age:fits"
    return "age:near" if apart <= _ABOUT_YEARS else "age:contradicted"


def mark_code(column: str) -> str:
    """What the codes of a column of MARKS begin with."""
    return column.replace("_", "-")


def _places(segment: Segment, row: int, known: Known) -> list[str]:
    codes = []
    for kind, mine in (("home", known.home), ("seen", known.seen)):
        number = int(getattr(segment, kind)[row]) if mine else -1
        if number >= 0:
            codes.append(place_code_of(kind, mine, _chains(segment, number)))
    for column, words in MARKS:
        form = getattr(known, column)
        if form and (number := int(getattr(segment, column)[row])) >= 0:
            agrees = same_form(form, segment.interned[words][number][1])
            codes.append(f"{mark_code(column)}:{'agree' if agrees else 'other'}")
    return [code for code in codes if code]


def _chains(segment: Segment, number: int) -> tuple[Chain, ...]:
    return tuple(map(tuple, segment.interned["places"][number][1]))


@lru_cache(maxsize=50_000)
def place_code_of(kind: str, mine: tuple[Chain, ...], other: tuple[Chain, ...]) -> str:
    """The kindest code over all readings of both places, "" where nothing can be said."""
    codes = {_place_code(kind, a, b) for a in mine for b in other} - {""}
    return max(codes, key=evidence_bits().__getitem__, default="")


def _place_code(kind: str, mine: Chain, other: Chain) -> str:
    """Ids finest first, then what they lie in."""
    if mine[0] == other[0]:
        return f"{kind}:same-place"
    if mine[0] in other or other[0] in mine:
        country_alone = len(mine) == 1 or len(other) == 1
        return "" if country_alone else f"{kind}:one-lies-in-the-other"
    shared = set(mine) & set(other)
    if any(len(one) > _COUNTRY_ID_LENGTH for one in shared):
        return f"{kind}:same-region"
    if kind == "seen":
        return "seen:elsewhere"
    return "home:elsewhere-in-country" if shared else "home:other-country"


def row_facts(segment: Segment, row: int) -> dict[str, Any]:
    """What a row tells of its man beside the name, as far as the index keeps it."""
    found: dict[str, Any] = {}
    day, low, high = int(segment.born_day[row]), int(segment.born_low[row]), int(segment.born_high[row])
    if day:
        found["birth_date"] = date.fromordinal(day).isoformat()
    elif low:
        found["birth_date"] = str(low) if low == high else f"{low}/{high}"
    elif segment.age[row] >= 0:
        found["age"] = str(int(segment.age[row]))
    for column, kind in (("home", "places"), ("seen", "places"), *MARKS):
        number = int(getattr(segment, column)[row])
        if number >= 0:
            found[column] = segment.interned[kind][number][0].replace("\n", "; ")
    kin = kin_words(segment, row)
    return {**found, "kin": kin} if kin else found


def bits_of(codes: list[tuple[str, ...]]) -> Array:
    """The sum of each row's codes."""
    weigh = evidence_bits()
    return np.array([sum(weigh[code] for code in one) for one in codes], np.float64)
