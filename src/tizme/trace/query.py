"""Whom a search looks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tizme.trace.words import LONGEST, Word, other_readings, pieces, word_of, word_of_form, words_of


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
        kin: Relatives, each with what they are to him: "мать Бурул; wife Салтанат".
        call_sign: Searched for as a name where no name is known.
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
    kin: str = ""
    call_sign: str = ""
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
    words = _with_readings(query.name or query.call_sign)
    if query.father:
        words += [word for word in _with_readings(query.father) if word.form not in {w.form for w in words}]
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


def _with_readings(name: str) -> list[Word]:
    """The words of a name, those in Latin letters with what they may be in another country's spelling."""
    words = words_of(name)
    latin = [piece for piece in pieces(name) if not piece.isupper() and "a" <= piece[:1].lower() <= "z"]
    also = {word.form: other_readings(piece) for piece in latin if (word := word_of(piece)) is not None}
    return [replace(word, also=also[word.form]) if also.get(word.form) else word for word in words]


def joined(first: Word, second: Word) -> Word:
    """Two words written as one."""
    return word_of_form((first.form + second.form)[:LONGEST])
