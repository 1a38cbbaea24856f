"""Lengths of time as ISO 8601 durations, and which of them are ages."""

from __future__ import annotations

import re

from tizme.dates.relatives import distance
from tizme.dates.span import Span

_LETTERS = {"y": "Y", "a": "M", "k": "W", "t": "D"}
# "Асанов, 25 лет, уроженец": nobody is sentenced between two commas; below this it may be a term.
_YOUNGEST_BARE_AGE = 14
_ADDRESS = 30  # code points from "street" to the number of a house
_STREET = re.compile(
    r"\b(?:ул|пр|просп|пер|бул|вул|кв|str|st)\.\s|\b(?:улиц|проспект|переул|вулиц|street|avenue|кўча)",
    re.IGNORECASE,
)
_SHORT_AGE = re.compile(r"(?<=[\s,(])((?:ок\.?|около|прим\.?|~)\s?)?(\d\d)\s?л\.(?=\s?[,;.)—–-])")
_CLOSED = frozenset({",", ")", "(", "", "|", "-", ";"})
_PRISON_WITHIN_TOKENS = 3
_OLDEST = 110
# "Nurlan Abdraimov, 34, a welder", "his wife, 31, says", "Асанов (34)".
_BARE_AGE = re.compile(r"(?:[^\W\d_]{3}|\))(?:, (?=\d\d(?:, [^\W\d]|\)))| \((?=\d\d\)))(\d\d)")


def duration(amount: float, unit: str) -> str:
    """ISO 8601 duration; halves go down to the next unit ("P8Y6M").

    >>> duration(8.5, "y")
    'P8Y6M'
    """
    if unit == "e":
        return f"P{round(amount * 10)}Y"
    whole = int(amount)
    rest = amount - whole
    if not rest:
        return f"P{whole}{_LETTERS[unit]}"
    if unit == "y":
        return (f"P{whole}Y" if whole else "P") + f"{round(rest * 12)}M"
    if unit == "a":
        return (f"P{whole}M" if whole else "P") + f"{round(rest * 30)}D"
    return f"P{round(amount * (7 if unit == 'k' else 1))}D"


def length(span: Span) -> str | None:
    """The duration of "six months", "на 12 лет", "шаш соли зиндон"; None where the amount is left open."""
    word = span.word("D")
    if word is not None:
        return word.value
    if span.before() == "C" and not span.numbers("dnc"):
        return None  # "180,000 rubles a month"
    found = distance(span)
    return None if found is None or found[0] <= 0 else duration(*found)


def compound(span: Span) -> str | None:
    """ "7 лет и 6 месяцев", "рік і чотири місяці", "се моҳу нӯҳ рӯз"."""
    amounts = span.numbers("dnc")
    if len(amounts) == 1:
        amounts = [1, *amounts]
    if len(amounts) != 2 or any(n != int(n) for n in amounts):
        return None
    units = [code for code in span.codes if code in "yat"]
    return f"P{int(amounts[0])}{_LETTERS[units[0]]}{int(amounts[1])}{_LETTERS[units[-1]]}"


def term_follows(span: Span) -> bool:
    """Whether a noun of punishment or contract stands within the next few words."""
    return "J" in span.lexed.codes[span.last : span.last + _PRISON_WITHIN_TOKENS]


def bare_age(span: Span) -> bool:
    """Whether "25 лет" is an age by where it stands: between commas, or "ок. 50 лет"."""
    word = span.word("y")
    if word is None or word.value not in {"many", "one", ""} or span.lang not in {"ru", "uk"}:
        return False
    amounts = span.numbers("dnc")
    if len(amounts) != 1 or amounts[0] < _YOUNGEST_BARE_AGE or term_follows(span):
        return False
    between = span.before() in _CLOSED and span.after() in _CLOSED
    return between or ("~" in span.codes and span.after() in _CLOSED)


def until_age(span: Span) -> bool:
    """ "до восьми лет": neither a term nor an age of now, unless a punishment is named."""
    return span.before() == "U" and span.lang == "ru" and not term_follows(span)


def term_of_age(span: Span) -> bool:
    """Whether an adjective of years tells a term, not an age: "пятилетний срок"."""
    return (
        span.lexed.codes[span.last : span.last + 1] == "J"
        and span.lang in {"ru", "uk"}
        and not span.codes.startswith("I")
    )


def age_years(span: Span) -> float:
    """The number of years in a span that the grammar read as an age; 0 where there is none."""
    numbers = span.numbers("dnc@")
    return numbers[0] if numbers else 0


def age_value(span: Span) -> str:
    """ "28", or "~25" for "лет 25" and "ок. 25 лет"; "" for what cannot be an age."""
    years = age_years(span)
    if not 0 < years <= _OLDEST or years != int(years):
        return ""
    word = span.word("y")
    inverted = span.codes[0] == "y"
    if inverted and (word is None or word.value != "many"):
        return ""
    return f"{'~' if '~' in span.codes or inverted else ''}{int(years)}"


def comma_ages(text: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """Two figures that stand alone after a word, between commas or in brackets."""
    found = [
        (m.start(1), m.end(1), m[1])
        for m in _BARE_AGE.finditer(text, start, stop)
        if not _STREET.search(text, max(0, m.start(1) - _ADDRESS), m.start(1))
    ]
    found += [
        (m.start(2), m.end(), f"{'~' if m[1] else ''}{m[2]}") for m in _SHORT_AGE.finditer(text, start, stop)
    ]
    return [age for age in found if int(age[2].strip("~")) >= _YOUNGEST_BARE_AGE]
