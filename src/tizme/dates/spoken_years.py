"""Years as people say them in Russian and Ukrainian: "в двадцать втором забрали", "летом 23-го" in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tizme.model import DateMatch
from tizme.tables import rows
from tizme.text import fold

_CENTURY = 2000
LAST = 31  # of a month
_EARLIEST = 2014  # "в третьем", "в десятом" is rather a house or a school class
_TENS = {"ru": r"двадцать|две тысячи двадцать", "uk": r"двадцять|дві тисячі двадцять"}
_IN = {"ru": r"в|во", "uk": r"у|в"}
_YEAR = {"ru": r"году", "uk": r"році|року"}
# Behind a year said without "году": a mark, a verb, a small word; not "в двадцать первом полку".
_BEHIND = (
    r"(?=\s*(?:$|[^\w\s])|\s+(?:\w+(?:л|ла|ло|ли|лся|лась|лись|ся|сь|в|вся|ють|уть|ют|ут|ет|ит)"
    r"|он|она|они|я|мы|его|ее|их|меня|нас|мне|еще|уже|сразу|после|из|с|на|к|когда|під|після|вже|ще|його|її|ми|він)\b)"
)


@cache
def _patterns(lang: str) -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    """(ordinal -> its number, "in the twenty-second", "in the summer of the twenty-second")."""
    ordinals: dict[str, int] = {}
    for row in rows("dates/numbers.csv", "lang", "class", "value", "forms"):
        if row["lang"] == lang and row["class"] == "ordinal":
            ordinals |= {word: int(row["value"]) for word in _forms(row["forms"])}
    where = "|".join(w for w in ordinals if w.endswith(("ом", "ем", "ому")))
    whose = "|".join(w for w in ordinals if w.endswith("го"))
    seasons = "|".join(sorted(_seasons(lang)))
    year, tens = rf"(?:\s+(?:{_YEAR[lang]})\b)", _TENS[lang]
    told = rf"\b(?:{_IN[lang]})\s+((?:(?:{tens})\s+)?(?:{where}))\b(?:{year}|{_BEHIND})"
    of_season = (
        rf"\b({seasons})\s+((?:(?:{tens})\s+)?(?:{whose}))\b(?:\s+(?:года|року)\b)?(?!\s+\w+(?:я|та)\b)"
    )
    return ordinals, re.compile(told), re.compile(of_season)


def _forms(cell: str) -> Iterator[str]:
    """ "перв(ое/ого) третье" -> первое, первого, третье."""
    for word in cell.split():
        stem, bracket, endings = word.partition("(")
        yield from (stem + ending for ending in endings.rstrip(")").split("/")) if bracket else (stem,)


def _seasons(lang: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("dates/words.csv", "lang", "class", "value", "forms"):
        if row["lang"] == lang and row["class"] == "season":
            found |= dict.fromkeys(_forms(row["forms"]), row["value"])
    return found


def spoken_years(text: str, *, lang: str, latest: int, start: int, stop: int) -> list[DateMatch]:
    """Years said in words in ``text[start:stop]``, none after ``latest``."""
    if lang not in _TENS:
        return []
    ordinals, told, of_season = _patterns(lang)
    seasons, folded = _seasons(lang), fold(text)
    found: list[DateMatch] = []
    for match in told.finditer(folded, start, stop):
        year = _year(match[1], ordinals)
        if _EARLIEST <= year <= latest:
            found.append(DateMatch(match.start(1), match.end(), str(year), kind="date"))
    for match in of_season.finditer(folded, start, stop):
        year = _year(match[2], ordinals)
        if _EARLIEST <= year <= latest:
            edtf = f"{year}-{seasons[match[1]]}"
            found.append(DateMatch(match.start(), match.end(), edtf, kind="date"))
    return found


def _year(words: str, ordinals: dict[str, int]) -> int:
    tens = 20 if " " in words else 0
    return _CENTURY + tens + ordinals[words.rsplit(maxsplit=1)[-1]]


_DAY = re.compile(
    r"(?<![\w.-])(\d{1,2})-го(?=[,.:]|\s+-\s|\s+(?:числа|утром|днем|вечером|ночью|уже|еще|он|она|мы|я|его|нас|меня|связь"
    r"|телефон|последн\w+|приш\w+|забра\w+|позвон\w+|написа\w+|увез\w+|отправ\w+|погиб\w*|ране\w+|прие\w+)\b)"
)
_OF_A_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")
_WITHIN = 400  # code points from the day whose month it is


def numbered_days(text: str, dates: list[DateMatch], *, lang: str, start: int, stop: int) -> list[DateMatch]:
    """ "14 ноября написал ... 20-го - последнее сообщение": a day of the month that was named before."""
    if lang != "ru":
        return []
    found = []
    for match in _DAY.finditer(fold(text), start, stop):
        if any(d.start < match.end() and match.start() < d.stop for d in dates):
            continue
        before = [d for d in dates if d.stop <= match.start() and match.start() - d.stop <= _WITHIN]
        named, day = (before[-1].edtf if before else ""), int(match[1])
        if _OF_A_MONTH.fullmatch(named) and int(named[8:] or 0) < day <= LAST:
            found.append(DateMatch(match.start(), match.end(), f"{named[:7]}-{day:02}", kind="date"))
    return found
