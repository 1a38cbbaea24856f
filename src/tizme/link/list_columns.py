"""Rows of a list as columns to compare, a distinct value worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from tizme import names
from tizme.dates import edtf_bounds
from tizme.link.list_cells import Cells, Columns, is_none, memo
from tizme.link.list_events import days_of_ages, event_columns, silent_event_columns
from tizme.link.list_kin import RowKin, kin_columns, row_kin, silent_kin_columns
from tizme.link.lists import date_of, sex_of_cell
from tizme.link.records import LookupPlace, years_by_age
from tizme.names.relatives import kin_properties
from tizme.names.table import FEMALE, MALE, name_table
from tizme.names.vocabulary import Vocabulary
from tizme.names.words import canonical, word_forms

# Vowels that the region's spellings take for one another: а/о (Азамат, Azomat), у/о (Руслан, Roslan), и/е.
_FOLD = str.maketrans("oue", "aai")
_PLACES = ("origin", "birth_place", "residence")
_COUNTRY_ID_LENGTH = 2  # ISO 3166-1 alpha-2
_PLAIN_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_DIGITS_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_NO_LETTER = re.compile(r"[\W_]+")
_BORN = (
    "born_low", "born_high", "born_year", "born_day", "born_month", "born_turned", "born_monthday",
    "born_placeholder", "born_to_the_day",
)  # fmt: skip
_KINDS = ("", "_fold", "_sorted", "_bones", "_one", "_two", "_three", "_root")  # of a name's form
# column -> the property that it holds
_EXTRAS = {
    "document": "document_number", "email": "email", "address": "address",
    "postcode": "postcode", "occupation": "occupation", "unit": "unit",
}  # fmt: skip


def list_columns(
    cells: Mapping[str, Cells],
    *,
    lookup_place: LookupPlace,
    vocabulary: Vocabulary | None = None,
    published: str = "",
) -> Columns:
    """Every column of link.LIST_COLUMNS but seq, list, id, apart and those of which no property tells.

    Args:
        cells: Property (as `row_record` takes them) -> one cell a row, None or "" where empty.
        vocabulary: One to share with other chunks; it grows.
        published: EDTF day to which ages refer, where a row gives none.
    """
    rows = len(next(iter(cells.values())))
    found = _name_columns(cells, rows, Vocabulary() if vocabulary is None else vocabulary)
    found |= _born_columns(cells, rows, published)
    found |= _place_columns(cells, rows, lookup_place)
    written = memo(cells.get("sex"), rows, lambda sex: (sex_of_cell(sex)[:1] or None,), 1)[0]
    found["sex"] = np.where(is_none(written), found.pop("_sex"), written)
    for extra, source in _EXTRAS.items():
        if source in cells:
            squeezed = _squeezed_unit if extra == "unit" else _squeezed_cell
            found[extra] = memo(cells[source], rows, squeezed, 1)[0]
    return found | event_columns(cells, rows)


def silent_columns(properties: Iterable[str]) -> frozenset[str]:
    """The columns that `list_columns` leaves out of a list with these properties: nothing tells of them."""
    told = set(properties)
    silent = {extra for extra, source in _EXTRAS.items() if source not in told}
    return frozenset(silent | silent_event_columns(told) | silent_kin_columns(told))


def _squeezed(words: str) -> str | None:
    return _NO_LETTER.sub("", words.lower()) or None


def _squeezed_cell(cell: str) -> tuple[str | None]:
    return (_squeezed(cell),)


def _squeezed_unit(cell: str) -> tuple[str | None]:
    return (_squeezed(names.canon(cell)),)


def _name_columns(cells: Mapping[str, Cells], rows: int, vocabulary: Vocabulary) -> Columns:
    if "name" in cells:
        table = name_table([name or "" for name in cells["name"]], vocabulary=vocabulary)
        ids = {part: np.array(getattr(table, part)) for part in ("given", "family", "father")}
        sexes = np.array([None, "m", "f"], dtype=object)[
            np.where(np.isin(table.sex, (MALE, FEMALE)), table.sex, 0)
        ]
    else:
        ids = {
            part: _part_ids(cells.get(part), rows, part, vocabulary) for part in ("given", "family", "father")
        }
        sexes = np.full(rows, None, dtype=object)
    kin = _kin(cells, rows, vocabulary)
    if kin is not None:  # a father named apart is worth as much as a patronymic
        ids["father"] = np.where(ids["father"] < 0, kin.father, ids["father"])
    texts = _vocabulary_texts(vocabulary)
    found: Columns = {"_sex": sexes} if kin is None else {"_sex": sexes} | kin_columns(kin, texts)
    for part, id_ in ids.items():
        for kind in ("", "_fold", "_sorted", "_bones"):
            found[part + kind] = texts[kind][id_]
    found["given_letter"] = texts["_one"][ids["given"]]
    found["family_two"], found["family_three"] = texts["_two"][ids["family"]], texts["_three"][ids["family"]]
    found["root_fold"] = texts["_root"][ids["family"]]
    for kind in ("fold", "bones"):
        low, high = _ordered(found[f"given_{kind}"], found[f"family_{kind}"])
        found[f"{kind}_low"], found[f"{kind}_high"] = low, high
    return found


def _kin(cells: Mapping[str, Cells], rows: int, vocabulary: Vocabulary) -> RowKin | None:
    if not kin_properties(cells):
        return None
    return row_kin(cells, rows, lambda told: name_table(told, vocabulary=vocabulary).given)


def _part_ids(cells: Cells | None, rows: int, part: str, vocabulary: Vocabulary) -> Any:
    def form(cell: str) -> tuple[int]:
        if part == "given":
            return (vocabulary.id_of(canonical(cell)),)
        words = cell.split()
        forms = word_forms(words[0] if len(words) == 1 else cell.replace(" ", "-"))
        return (vocabulary.id_of(forms.family if part == "family" else forms.father),)

    found = memo(cells, rows, form, 1)[0]
    return np.where(is_none(found), -1, found).astype(np.int64)


class _Texts:
    """Texts of a vocabulary's forms by kind and form id; an id of -1 reaches the last entry, which is None.

    They grow with the vocabulary: the chunks of a long list share both, and a form is looked at once.
    """

    def __init__(self) -> None:
        self._known = 0
        self._columns = {kind: np.full(1024, None, dtype=object) for kind in _KINDS}

    def of(self, vocabulary: Vocabulary) -> dict[str, Any]:
        """(forms or more,) objects a kind."""
        size = len(vocabulary)
        if size >= len(next(iter(self._columns.values()))):
            for kind, column in self._columns.items():
                self._columns[kind] = np.full(2 * size, None, dtype=object)
                self._columns[kind][: self._known] = column[: self._known]
        if size > self._known:
            new = zip(*(_texts(form) for form in vocabulary.forms[self._known :]), strict=True)
            for column, texts in zip(self._columns.values(), new, strict=True):
                column[self._known : size] = texts
            self._known = size
        return self._columns


_texts_of: WeakKeyDictionary[Vocabulary, _Texts] = WeakKeyDictionary()


def _vocabulary_texts(vocabulary: Vocabulary) -> dict[str, Any]:
    return _texts_of.setdefault(vocabulary, _Texts()).of(vocabulary)


def _texts(form: str) -> tuple[str | None, ...]:
    """A form's text of each kind; a form of one letter is only itself."""
    if len(form) < 2:
        return (form, None, None, None, form, None, None, None)
    fold = form.translate(_FOLD)
    return (
        form, fold, "".join(sorted(fold)), names.bones(form) or form, form[:1], form[:2], form[:3],
        (names.root(form) or form).translate(_FOLD),
    )  # fmt: skip


def _ordered(one: Any, other: Any) -> tuple[Any, Any]:
    both = [
        (None, None) if a is None or b is None else (a, b) if a < b else (b, a)
        for a, b in zip(one, other, strict=True)
    ]
    pairs = np.empty(len(both), dtype=object)
    pairs[:] = both
    return np.array([p[0] for p in both], dtype=object), np.array([p[1] for p in both], dtype=object)


def _born_columns(cells: Mapping[str, Cells], rows: int, published: str) -> Columns:
    dates, langs = cells.get("birth_date"), cells.get("lang")
    if dates is None:
        found = np.full((len(_BORN), rows), None, dtype=object)
    elif langs is None:
        found = memo(dates, rows, lambda day: _born(day, ""), len(_BORN))
    else:
        # The language is only asked of what is no plain date.
        told = [
            d if not d or _PLAIN_DATE.match(d) or d.isdigit() else f"{d}\x1f{lang or ''}"
            for d, lang in zip(dates, langs, strict=True)
        ]
        found = memo(
            told,
            rows,
            lambda cell: _born(*(cell.split("\x1f") if "\x1f" in cell else (cell, ""))),
            len(_BORN),
        )
    if "age" in cells:
        days = days_of_ages(cells, rows)
        for row, (age, day) in enumerate(zip(cells["age"], days, strict=True)):
            if age and found[0][row] is None:
                for low, high in years_by_age(age, day or published):
                    found[0][row], found[1][row] = low, high
                    if low == high:
                        found[2][row] = low
    return dict(zip(_BORN, found, strict=True))


@lru_cache(maxsize=200_000)
def _born(written: str, lang: str) -> tuple[Any, ...]:
    digits = _DIGITS_DATE.match(written)
    text = "-".join(digits.groups()) if digits else written
    edtf = text if _PLAIN_DATE.match(text) else date_of(text, names.language_of_name(text, lang=lang))
    bounds = edtf_bounds(edtf) if edtf else None
    if bounds is None:
        year = int(text[:4]) if _PLAIN_DATE.match(text) else None  # 1956-02-30: the year may still be right
        return (year, year, year, *([None] * 6))
    low, high = int(bounds[0][:4]), int(bounds[1][:4])
    year = low if low == high else None
    if bounds[0] != bounds[1] or "~" in edtf:
        return (low, high, year, *([None] * 6))
    day = bounds[0]
    monthday = day[5:]
    turned = f"{day[:5]}{day[8:]}-{day[5:7]}"
    return (low, high, year, day, day[:7], turned, monthday, "yes" if monthday == "01-01" else None, "yes")


def _place_columns(cells: Mapping[str, Cells], rows: int, lookup_place: LookupPlace) -> Columns:
    place, region = np.full(rows, None, dtype=object), np.full(rows, None, dtype=object)
    for prop in _PLACES:
        if prop in cells:
            found = memo(cells[prop], rows, lambda words: _place(words, lookup_place), 2)
            empty = is_none(place)
            place, region = np.where(empty, found[0], place), np.where(empty, found[1], region)
    return {"place": place, "region": region}


def _place(words: str, lookup_place: LookupPlace) -> tuple[str | None, str | None]:
    """The place's id and that of the region it lies in; the words themselves where nobody knows them."""
    best = lookup_place(words, lang="")
    if not best:
        return _squeezed(names.canon(words) or words), None
    one = best[0][0]
    wider = [place for place in (one.id, *one.admin) if len(place) > _COUNTRY_ID_LENGTH]
    return (wider[0], wider[-1]) if wider else (one.id, None)
