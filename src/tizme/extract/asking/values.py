"""The one value that a quote holds, by our own normalisers, and whether a model meant the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tizme.dates import parse_date, parse_money
from tizme.extract.annotate import Sentence
from tizme.extract.spans import places_left
from tizme.model import MoneyMatch
from tizme.places import display
from tizme.text import fold


@dataclass(frozen=True, slots=True)
class Held:
    """A value that stands in ``text[start:stop]``, in normal form; ``written`` are its words."""

    value: str
    start: int
    stop: int
    written: str


def values_in(sentence: Sentence, proof: str, *, text: str, lang: str) -> list[Held]:
    """Every value of one kind that a sentence holds, in order."""
    return _FINDERS[proof](sentence, text, lang)


def means_the_same(said: str, held: Held, proof: str, *, lang: str, published: str) -> bool:
    """True where the value that a model gave is the one held: in normal form, or as it is written."""
    if _plain(said) in {_plain(held.value), _plain(held.written)}:
        return True
    if proof == "date":
        return parse_date(said, lang=lang, published=published) == held.value
    if proof == "amount":
        money = parse_money(said, lang=lang)
        return money is not None and "/" not in held.value and _amount(*money) == held.value
    return False


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def _dates(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
    return [Held(d.edtf, d.start, d.stop, text[d.start : d.stop]) for d in sentence.dates]


def _durations(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
    return [Held(d.edtf, d.start, d.stop, text[d.start : d.stop]) for d in sentence.durations]


def _ages(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
    return [Held(value, a, b, text[a:b]) for a, b, value in sentence.ages]


def _amounts(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
    return [Held(_money(m), m.start, m.stop, text[m.start : m.stop]) for m in sentence.money if m.currency]


def _money(money: MoneyMatch) -> str:
    return _amount(money.amount, money.currency) + (f"/{money.per}" if money.per else "")


def _amount(amount: float, currency: str) -> str:
    return f"{int(amount) if amount == int(amount) else amount} {currency}"


def _places(sentence: Sentence, text: str, lang: str) -> list[Held]:
    """As the rules give them; what is part of a court, a prison or a unit is no place of an event."""
    found = []
    for place in places_left(sentence, lang):
        value = place.nominative
        if lang in {"ru", "uk"} and place.candidates and place.candidates[0][0].kind == "country":
            value = display(place.candidates[0][0].id, lang)
        found.append(Held(value, place.start, place.stop, text[place.start : place.stop]))
    return found


def _citizenships(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
    """A people is no citizenship: "узбек" says nothing of a passport."""
    return [
        Held(d.country, d.start, d.stop, text[d.start : d.stop])
        for d in sentence.demonyms
        if d.kind in {"citizen", "phrase"}
    ]


def _of_cue(kind: str) -> Callable[[Sentence, str, str], list[Held]]:
    def found(sentence: Sentence, text: str, lang: str) -> list[Held]:  # noqa: ARG001
        return [
            Held(hit.cue.value or text[hit.start : hit.stop], hit.start, hit.stop, text[hit.start : hit.stop])
            for hit in sentence.hits
            if hit.cue.kind == kind
        ]

    return found


_FINDERS: dict[str, Callable[[Sentence, str, str], list[Held]]] = {
    "date": _dates, "duration": _durations, "age": _ages, "amount": _amounts, "place": _places,
    "citizenship": _citizenships, "occupation": _of_cue("occupation"), "rank": _of_cue("rank"),
    "unit": _of_cue("unit"),
}  # fmt: skip
