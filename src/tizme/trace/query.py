"""Whom a search looks for."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.trace.words import LONGEST, Word, word_of_form, words_of


@dataclass(frozen=True, slots=True)
class Query:
    """A person sought, as far as known; "" where not.

    Attributes:
        name: As written or heard, in any alphabet and order.
        born: Birth date or year as written.
        age: Years, or a range, on the day ``on``.
        on: EDTF day to which ``age`` refers; without it ages are compared as they stand, and years of birth
            follow from ``today`` with room for news that is some years old.
        home: Where he is from, in words.
        seen: Where he was last seen, held or killed, in words.
        father: The father's given name.
        sex: "male", "female" or "".
    """

    id: str
    name: str
    lang: str = ""
    born: str = ""
    age: str = ""
    on: str = ""
    home: str = ""
    seen: str = ""
    father: str = ""
    sex: str = ""
    unit: str = ""
    today: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query's words, and the ways to read them.

    Attributes:
        units: Every word that a reading uses; the first ``plain`` of them stand in the query as they are.
        readings: Numbers of units in written order: as written, then with two neighbours joined.
    """

    units: tuple[Word, ...]
    plain: int
    readings: tuple[tuple[int, ...], ...]


_MOST_UNITS = 24


def wanted(query: Query) -> Wanted:
    """The words of a query. A father's name that is given apart is one of them."""
    words = list(words_of(query.name))
    if query.father:
        words += [word for word in words_of(query.father) if word.form not in {w.form for w in words}]
    units = words[:10]
    readings = [tuple(range(len(units)))]
    for i in range(len(words[:10]) - 1):
        first, second = units[i], units[i + 1]
        if len(units) == _MOST_UNITS or 1 in (len(first.form), len(second.form)):
            continue
        glued = joined(first, second)
        readings.append((*range(i), len(units), *range(i + 2, len(words[:10]))))
        units.append(glued)
    return Wanted(tuple(units), len(words[:10]), tuple(readings))


def joined(first: Word, second: Word) -> Word:
    """Two words written as one."""
    return word_of_form((first.form + second.form)[:LONGEST])
