"""What rows say besides names, as columns: birth, sex, places, unit."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from tizme import names, places
from tizme.dates import edtf_bounds, parse_date
from tizme.trace.evidence_kin import KinColumns
from tizme.trace.segment import Array

HOME = ("origin", "birth_place", "residence")
SEEN = (
    "prison", "imprisoned.place", "detained.place", "captured.place", "last_contact.place",
    "seen_alive.place",
    "missing.place", "deployed.place", "wounded.place", "recruited.place", "died.place",
)  # fmt: skip
# Column of numbers -> the properties whose words it holds, and the kind of words.
_WORDS = (
    ("home", HOME, "places"), ("seen", SEEN, "places"), ("unit", ("unit",), "units"),
    ("call_sign", ("call_sign",), "call_signs"),
)  # fmt: skip
MALE, FEMALE = 1, 2
_SEXES = {"m": MALE, "male": MALE, "f": FEMALE, "female": FEMALE}
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
_QUOTES = " \"'«»“”„"
_AGE = re.compile(r"(\d{1,3})(?:\s*[-–/]\s*(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Birth:
    """Day (ordinal, 0 where only years are known) and years of birth that a text allows, 0 where none."""

    day: int = 0
    low: int = 0
    high: int = 0


@lru_cache(maxsize=200_000)
def birth_of(written: str) -> Birth:
    """A birth date or year as written (EDTF, day-first figures, words); nothing where it is none."""
    text = written.strip()[:40].removesuffix(" 00:00:00")
    day_first = _DAY_FIRST.match(text)
    if day_first:
        day, month, year = day_first.groups()
        text = f"{year}-{int(month):02}-{int(day):02}"
    bounds = edtf_bounds(text) if text else None
    if bounds is None and text and not day_first:
        found = parse_date(text, lang="ru") or parse_date(text, lang="en")
        bounds = edtf_bounds(found) if found else None
    if bounds is None:
        return Birth()
    low, high = (date.fromisoformat(one) for one in bounds)
    return Birth(low.toordinal() if low == high else 0, low.year, high.year)


def ages_of(written: str) -> tuple[int, int]:
    """Youngest and oldest of an age or a range of ages, (-1, -1) where it holds no figures."""
    found = _AGE.search(written)
    if found is None:
        return -1, -1
    one, other = int(found.group(1)), int(found.group(2) or found.group(1))
    return min(one, other), max(one, other)


@lru_cache(maxsize=10_000)
def years_of_age(age: str, on: str) -> tuple[int, int]:
    """First and last year of birth of one who was ``age`` on the EDTF day ``on``; (0, 0) where not told."""
    (youngest, oldest), day = ages_of(age), edtf_bounds(on) if on else None
    if youngest < 0 or day is None:
        return 0, 0
    return int(day[0][:4]) - oldest - 1, int(day[1][:4]) - youngest


def _years(written: str) -> int:
    found = _AGE.search(written)
    years = int(found.group(1)) if found else -1
    return years if years < 127 else -1


def sex_of(written: str) -> int:
    """1 male, 2 female, 0 where the cell says neither."""
    return _SEXES.get(written.strip().lower(), 0)


Chain: TypeAlias = tuple[str, ...]
# A reading of a place's words with less than this share of all weight is left aside.
_LEAST_SHARE = 0.2


@lru_cache(maxsize=100_000)
def place_chains(words: str) -> tuple[Chain, ...]:
    """What a place's words may stand for: of each reading the gazetteer's id, then what it lies in."""
    found = places.lookup(words) if words else ()
    return tuple((place.id, *place.admin) for place, share in found if share >= _LEAST_SHARE)


@dataclass(slots=True)
class EvidenceColumns:
    """Columns of a list's rows so far."""

    published: str
    day: Any = field(default_factory=lambda: array("i"))
    low: Any = field(default_factory=lambda: array("h"))
    high: Any = field(default_factory=lambda: array("h"))
    age: Any = field(default_factory=lambda: array("b"))
    sex: Any = field(default_factory=lambda: array("b"))
    numbers: dict[str, Any] = field(default_factory=lambda: {k: array("i") for k, *_ in _WORDS})
    told: dict[str, dict[str, int]] = field(default_factory=lambda: {kind: {} for _, _, kind in _WORDS})
    kin: KinColumns = field(default_factory=KinColumns)

    def add(self, cells: Mapping[str, Sequence[str]], *, count: int) -> None:
        """Take in the cells of ``count`` further rows."""
        self._births(cells, count)
        sexes = cells.get("sex")
        self.sex.extend([sex_of(cell) for cell in sexes] if sexes else bytes(count))
        self.kin.add(cells, count)
        for column, properties, kind in _WORDS:
            given = [cells[one] for one in properties if one in cells]
            numbers = self.numbers[column]
            if not given:
                numbers.extend([-1] * count)
                continue
            told = self.told[kind]
            for row in zip(*given, strict=True):
                words = "\n".join(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
                numbers.append(told.setdefault(words, len(told)) if words else -1)

    def _births(self, cells: Mapping[str, Sequence[str]], count: int) -> None:
        born, ages = cells.get("birth_date"), cells.get("age")
        on = cells.get("published")
        for i in range(count) if born or ages else ():
            found = birth_of(born[i]) if born and born[i] else Birth()
            if not found.low and ages and ages[i]:
                found = Birth(0, *years_of_age(ages[i], (on[i] if on else "") or self.published))
            self.age.append(_years(ages[i]) if ages and ages[i] else -1)
            self.day.append(found.day)
            self.low.append(found.low)
            self.high.append(found.high)
        missing = count if not (born or ages) else 0
        self.age.extend([-1] * missing)
        self.day.extend([0] * missing)
        self.low.extend([0] * missing)
        self.high.extend([0] * missing)

    def arrays(self) -> dict[str, Array]:
        """The columns, by their names in segment.ARRAYS."""
        found: dict[str, Array] = {
            "born_day": np.array(self.day, np.int32), "born_low": np.array(self.low, np.int16),
            "born_high": np.array(self.high, np.int16), "age": np.array(self.age, np.int8),
            "sex": np.array(self.sex, np.int8),
        }  # fmt: skip
        found |= {column: np.array(numbers, np.int32) for column, numbers in self.numbers.items()}
        return found | self.kin.arrays()

    def interned(self) -> dict[str, Any]:
        """What the numbers stand for: places with their ids, all others with their canonical form."""
        return {
            "places": [[words, _chains(words)] for words in self.told["places"]],
            "units": _with_forms(self.told["units"]),
            "call_signs": _with_forms(self.told["call_signs"]),
            "kin": self.kin.written,
        }


def _with_forms(told: Mapping[str, int]) -> list[list[str]]:
    return [[words, form_of(words)] for words in told]


def form_of(words: str) -> str:
    """Canonical letters of a unit or a call sign."""
    return names.canon(words.strip(_QUOTES)) or words.lower()


def _chains(words: str) -> list[Chain]:
    return list(dict.fromkeys(chain for line in words.split("\n") for chain in place_chains(line)))
