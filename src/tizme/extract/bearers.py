"""Two men of one name: what stands beside a written name shows that it is not the one met before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tizme.extract.annotate import Sentence
from tizme.extract.beside import age_beside
from tizme.extract.births import EARLIEST, LATEST
from tizme.extract.cues import is_jargon
from tizme.extract.who import Who

BEHIND = 9  # tokens behind a name within which a birth or a home is its bearer's
YEARS_OFF = 1  # an age and a year of birth agree within so many years
HOMES = frozenset({"KG", "UZ", "TJ", "KZ"})
_TELLS_A_HOME = frozenset({"origin", "residence", "birth"})


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a written name.

    Attributes:
        other: A word right before says that it is another man ("a different Ulan Asanov").
        born: Year of birth, 0 where none is told.
        homes: Ids of the places at home that stand right behind it.
    """

    other: bool
    age: str
    born: int
    homes: frozenset[str]


def names_two(sentences: Sequence[Sentence]) -> bool:
    """True for a text that says that two people have one name ("his namesake", "of the same name")."""
    return any(is_jargon(h, "namesakes") for s in sentences for h in s.hits)


def beside_name(sentence: Sentence, first: int, last: int) -> Beside:
    """What stands beside the name of the tokens ``[first, last]``."""
    other = any(h.cue.property == "other_bearer" and h.last == first - 1 for h in sentence.hits)
    end = _end_of_apposition(sentence, last)
    return Beside(
        other, age_beside(sentence, first, last), _born(sentence, last, end), _homes(sentence, last, end)
    )


def is_another(who: Who, told: Beside, published: str, *, two_of_one_name: bool) -> bool:
    """Whether the bearer of a name is another than ``who``, who has the same.

    An age that does not fit a birth always says so. Only in a text that speaks of two of one name does a
    home that is not the other's say so as well.
    """
    if told.other:
        return True
    if told.born and who.born and told.born != who.born:
        return True
    year = int(published[:4]) if published[:4].isdigit() else 0
    for born, age in ((told.born, who.age), (who.born, told.age)):
        if (
            year
            and born
            and age.isdigit()
            and not 0 <= year - born - int(age) + YEARS_OFF <= 2 * YEARS_OFF + 1
        ):
            return two_of_one_name
    return two_of_one_name and bool(told.homes and who.homes and not told.homes & who.homes)


def remember(who: Who, told: Beside) -> None:
    """Keep what was told of the bearer of a name."""
    who.born = who.born or told.born
    who.homes |= told.homes


def _end_of_apposition(sentence: Sentence, last: int) -> int:
    """The token at which something else than who somebody is begins behind a name."""
    end = min(len(sentence.words), last + 1 + BEHIND)
    for hit in sentence.hits:
        tells = hit.cue.kind in {"say", "pron"} or (
            hit.cue.kind == "event" and hit.cue.property not in _TELLS_A_HOME
        )
        if tells and last < hit.first:
            end = min(end, hit.first)
    return end


def _born(sentence: Sentence, last: int, end: int) -> int:
    bracket = sentence.words[last + 1 : last + 3]
    if len(bracket) == 2 and bracket[0].low == "(" and bracket[1].text.isdigit():
        number = int(bracket[1].text)  # "Otabek Salimov (1988)"
        return number if EARLIEST <= number <= LATEST else 0
    word = any(h.cue.property in {"born", "birth"} and last < h.first < end for h in sentence.hits)
    if not word:
        return 0
    for date in sentence.dates:
        year = date.edtf[:4]
        if last < sentence.word_at(date.start) < end and year.isdigit() and EARLIEST <= int(year) <= LATEST:
            return int(year)
    return 0


def _homes(sentence: Sentence, last: int, end: int) -> frozenset[str]:
    return frozenset(
        place.candidates[0][0].id
        for place in sentence.places
        if place.candidates
        and place.candidates[0][0].country in HOMES
        and place.candidates[0][0].kind != "country"
        and last < sentence.word_at(place.start) < end
    )
