"""Which property a list's column holds, by what stands at its head."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tizme.tables import rows
from tizme.text import fold

Mappings = Mapping[tuple[str, str], str]

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SEVERAL = re.compile(r"[,;+&]|\s/\s|\s(?:и|та|жана|және|va|ва|and)\s")
_MARKS = re.compile(r"[^\w№/']+")
_CUT_SHORT = re.compile(r"[^\W\d_]{2,}\.")
_MOST_HEADER_LETTERS = 80
_ROWS_SEARCHED = 25


def property_of(header: str) -> str:
    """The property that a column under ``header`` holds, "" where the table does not know it.

    >>> property_of("Ф.И.О."), property_of("Дата рождения (дд.мм.гггг)"), property_of("Шкаф")
    ('name', 'birth_date', '')
    """
    if len(header) > _MOST_HEADER_LETTERS:
        return ""
    forms = _forms()
    for key in (_key(header), _key(_BRACKETS.sub(" ", header))):
        if key in forms:
            return forms[key]
    for part in _SEVERAL.split(_BRACKETS.sub(" ", header))[
        :-1
    ]:  # "ФИО, дата рождения": the first that is known
        if _key(part) in forms:
            return forms[_key(part)]
    bare = _BRACKETS.sub(" ", header)
    words = _key(bare).split()
    for count in range(len(words) - 1, 1, -1):
        found = forms.get(" ".join(words[:count]))
        if found:
            return found
    return _abbreviated(bare) or _abbreviated(_SEVERAL.split(bare)[0])


def _abbreviated(header: str) -> str:
    """The property of the one header of the table that has these words, those with a full stop cut short.

    >>> property_of("Дата рожд."), property_of("Воинск. зв.")
    ('birth_date', 'rank')
    """
    words = fold(header).split()
    if not any(_CUT_SHORT.fullmatch(word) for word in words):
        return ""
    pattern = " ".join(
        re.escape(word[:-1]) + r"\w+" if _CUT_SHORT.fullmatch(word) else re.escape(_key(word))
        for word in words
    )
    found = {prop for form, prop in _forms().items() if re.fullmatch(pattern, form)}
    return found.pop() if len(found) == 1 else ""


def header_rows(grid: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Where the header stands in a sheet: first row and the row after the last, None where there is none.

    Title rows may stand above it, and it may be two rows high ("дата" over "рождения" and "смерти").
    """
    best: tuple[int, int] | None = None
    best_known = 1  # one known word is not a header, unless the sheet has no other column
    for at in range(min(len(grid), _ROWS_SEARCHED)):
        for height in (1, 2):
            if at + height > len(grid):
                continue
            names = header_names(grid, (at, at + height))
            known = sum(bool(property_of(name)) for name in names)
            if known > best_known and not (height == 2 and _has_digits(grid[at + 1])):
                best, best_known = (at, at + height), known
    return best or _single_column(grid) or _by_shape(grid)


def header_names(grid: Sequence[Sequence[str]], where: tuple[int, int]) -> list[str]:
    """What each column is called; of two rows, the upper word goes on over the empty cells to its right."""
    first, after = where
    width = max(len(row) for row in grid[first:after])
    rows_wide = [[*row, *[""] * (width - len(row))] for row in grid[first:after]]
    if len(rows_wide) == 1:
        return [" ".join(cell.split()) for cell in rows_wide[0]]
    upper, names, over = rows_wide[0], [], ""
    for column, below in enumerate(rows_wide[1]):
        over = upper[column] or (over if below else "")
        names.append(" ".join(f"{over} {below}".split()))
    return names


def unique_names(names: Sequence[str]) -> list[str]:
    """The names with empty ones called by their column's letter and repeated ones told apart by it."""
    found: list[str] = []
    for column, name in enumerate(names):
        if not name:
            found.append(letter_of(column))
        else:
            found.append(f"{name} [{letter_of(column)}]" if name in found else name)
    return found


def mapping_of(sheet: str, names: Sequence[str], given: Mappings | None) -> dict[str, str]:
    """header -> property or "" for every column; a given mapping wins, for this sheet or for "" (any)."""
    own = given or {}
    found = {}
    for name in names:
        plain = re.sub(r" \[[A-Z]+\]$", "", name)
        guessed = property_of(plain)
        found[name] = own.get((sheet, name), own.get(("", name), guessed))
    return found


def letter_of(column: int) -> str:
    """The spreadsheet's letters of a column counted from 0.

    >>> letter_of(0), letter_of(27)
    ('A', 'AB')
    """
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _single_column(grid: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """A list of one column is known by one word."""
    for at, row in enumerate(grid[:_ROWS_SEARCHED]):
        filled = [cell for cell in row if cell]
        if filled:
            alone = len(filled) == 1 and all(sum(bool(c) for c in below) <= 1 for below in grid)
            return (at, at + 1) if alone and property_of(filled[0]) else None
    return None


def _by_shape(grid: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """The first row that fills the sheet's width with different words and no digits, above digits."""
    width = max((sum(bool(cell) for cell in row) for row in grid[: 4 * _ROWS_SEARCHED]), default=0)
    for at, row in enumerate(grid[:_ROWS_SEARCHED]):
        filled = [cell for cell in row if cell]
        if len(filled) < 2 or len(filled) < width - 1:
            continue
        below = grid[at + 1 : at + 1 + _ROWS_SEARCHED]
        words = len(set(filled)) == len(filled) and not _has_digits(row)
        return (at, at + 1) if words and any(_has_digits(one) for one in below) else None
    return None


def _has_digits(row: Sequence[str]) -> bool:
    return any(char.isdigit() for cell in row for char in cell)


def _key(header: str) -> str:
    return " ".join(_MARKS.sub(" ", fold(header)).replace("_", " ").split())


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Header key -> property; where two languages share a word, the first row of the table wins."""
    found: dict[str, str] = {}
    for row in rows("readers/headers.csv", "property", "lang", "header"):
        found.setdefault(_key(row["header"]), row["property"])
    return found
