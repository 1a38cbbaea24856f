"""Numbers and dates written in figures."""

from __future__ import annotations

import re

from tizme.dates.edtf import edtf_valid

_MISREAD = str.maketrans("oоliізб", "0011136")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN_TWINS = str.maketrans("іх", "ix")
# In full dates at least this many signs must be true figures before letters are read as figures.
_MIN_FIGURES = 5


def read_numeric(group: str, written: str, lang: str) -> tuple[str, float | str]:
    """(code, value) of a token in figures; ``group`` is the lexer's name for its shape.

    A shape that turns out to be no date ("31.02.2024", "45.67") is a number, or unknown.
    """
    if group in {"full", "short"}:
        return _day_month_year(written, lang)
    if group == "roman":
        return _with_roman_month(written)
    if group == "misread":
        return "_", ""
    if group == "ocrday":
        return _whole(written.translate(_MISREAD))
    if group == "iso":
        edtf = re.sub(r"[./]", "-", written)
        if len(edtf) == 7 and int(edtf[5:]) == (int(edtf[2:4]) + 1) % 100 and not _no_season(edtf):
            return "E", f"{edtf[:4]}/{int(edtf[:4]) + 1}"  # "2022/23"
        return ("E", edtf) if edtf_valid(edtf) and _no_season(edtf) else ("_", "")
    if group == "my":
        return "E", f"{written[3:]}-{written[:2]}"
    if group == "ocr":
        return _year_or_number(written)
    if group == "dm":
        return _day_month(written)
    if group == "group":
        return "n", _grouped(written)
    if group == "dec":
        return "n", float(written.replace(",", "."))
    return _year_or_number(written) if len(written) == 4 else _whole(written)


def _with_roman_month(written: str) -> tuple[str, float | str]:
    day, month, year = re.split(r"[./ -]", written.translate(_ROMAN_TWINS))
    if month not in _ROMAN:
        return "_", ""
    edtf = f"{year}-{_ROMAN.index(month) + 1:02}-{int(day):02}"
    return ("E", edtf) if edtf_valid(edtf) else ("_", "")


def _no_season(edtf: str) -> bool:
    return len(edtf) < 7 or int(edtf[5:7]) <= 12


def _whole(written: str) -> tuple[str, float | str]:
    number = int(written)
    return ("d" if 1 <= number <= 31 and len(written) <= 2 else "n"), number


def _year_or_number(written: str) -> tuple[str, float | str]:
    figures = written.translate(_MISREAD)
    if not figures.isdigit() or sum(map(str.isdigit, written)) < 2:
        return "_", ""
    number = int(figures)
    return ("Y", number) if 1900 <= number <= 2099 and len(written) == 4 else ("n", number)


def _day_month_year(written: str, lang: str) -> tuple[str, float | str]:
    if sum(map(str.isdigit, written)) < min(_MIN_FIGURES, len(re.sub(r"\W", "", written))):
        return "_", ""
    day, month, year = (int(part) for part in re.split(r"[./-] ?", written.translate(_MISREAD)))
    if year < 100:
        year += 2000 if year < 40 else 1900
    if not 1900 <= year <= 2099:
        return "_", ""
    if lang == "en" and "/" in written and day != month:
        if day <= 12 and month <= 12:  # 5/3/2023 is May or March: only the year is sure
            return "E", f"{year:04}"
        if month > 12:
            day, month = month, day
    edtf = f"{year:04}-{month:02}-{day:02}"
    return ("E", edtf) if month <= 12 and edtf_valid(edtf) else ("_", "")


def _day_month(written: str) -> tuple[str, float | str]:
    """ "03.12" may be a day and month; a time of day or a decimal has no leading nought in both readings."""
    day, month = int(written[:2]), int(written[3:])
    is_date = 1 <= day <= 31 and 1 <= month <= 12 and edtf_valid(f"2024-{month:02}-{day:02}")
    if is_date and (written[0] == "0" or written[3] == "0" or day > 23):
        return "i", f"{month:02}-{day:02}"
    return "n", float(written)


def _grouped(written: str) -> float:
    parts = re.split(r"[ ,.']", written)
    if len(parts[-1]) < 3:
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float("".join(parts))
