"""Words that tell somebody's country: citizens, peoples, adjectives, and "citizen of ..."."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tizme.places.endings import adjective, origin_readings, readings
from tizme.places.gazetteer import gazetteer
from tizme.places.spelling import key
from tizme.places.units import name_at
from tizme.places.words import Part, cues, joined, kind_of, parts_of
from tizme.tables import rows

_SPACES = frozenset({" ", "\u00a0"})
_SHORTEST = 4  # letters of a word that can be a demonym
_FROM_COUNTRY_BY_ENDING = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl", "tg"})


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word or phrase that tells a country, half open in code points.

    Attributes:
        country: ISO 3166-1 alpha-2.
        is_person: True where the words stand for a person ("кыргызстанец"), False for an adjective or paper.
        kind: citizen ("өзбекстандык"), phrase ("громадянин Узбекистану"), adjective ("российский";
            English "Kyrgyz" beside a noun), or ethnic ("узбек": a people, which is no citizenship).
    """

    start: int
    stop: int
    country: str
    is_person: bool
    kind: str


@cache
def _words(lang: str) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """(key -> (country, kind)), (key of an adjective's stem -> country)."""
    whole: dict[str, tuple[str, str]] = {}
    stems: dict[str, str] = {}
    for row in rows("places/countries.csv", "id", "citizen", "ethnic"):
        for kind in ("citizen", "ethnic"):
            for written in filter(None, row[kind].split("|")):
                only, _, form = written.rpartition(":")
                if (only and only != lang) or form.isascii() != (lang in {"en", "uz-Latn"}):
                    continue
                read = adjective(form, "ru") or adjective(form, "uk") if form.endswith("ий") else None
                if read is not None:
                    stems[read.key] = row["id"]
                else:
                    whole.setdefault(key(form), (row["id"], kind))
    return whole, stems


def find_demonyms(text: str, *, lang: str, start: int = 0, stop: int | None = None) -> list[Demonym]:
    """Every demonym and citizenship phrase in ``text[start:stop]``, in order, none overlapping.

    A phrase ("O'zbekiston fuqarosi") takes in the country's name. Names of countries alone are places.
    """
    parts = parts_of(text, start, len(text) if stop is None else stop)
    found: list[Demonym] = []
    for at, part in enumerate(parts):
        if found and part.start < found[-1].stop:
            continue
        if len(part.low) < _SHORTEST and part.low not in cues(lang, "citizen_short"):
            continue
        one = _phrase(text, parts, at, lang) or _word(text, parts, at, lang)
        if one is not None:
            while found and found[-1].stop > one.start:
                found.pop()
            found.append(one)
    return found


def _word(text: str, parts: list[Part], at: int, lang: str) -> Demonym | None:
    part = parts[at]
    if lang == "en" and not part.capital:
        return None
    if lang != "en" and part.capital and at and joined(text, parts[at - 1], part) and not part.text.isupper():
        return None  # a family name: "Роман Казаков"; such words are written small
    whole, stems = _words(lang)
    if lang in {"ru", "uk"}:
        read = adjective(part.text, lang)
        if read is not None and read.key in stems:
            return Demonym(part.start, part.stop, stems[read.key], is_person=False, kind="adjective")
    for reading in readings(part.text, lang):
        hit = whole.get(reading.key)
        if hit is not None and len(reading.key) >= _SHORTEST - 1:
            country, kind = hit
            if lang == "en":
                return _english(text, parts, at, country)
            return Demonym(part.start, part.stop, country, is_person=True, kind=kind)
    if lang in _FROM_COUNTRY_BY_ENDING:
        for reading in origin_readings(part.text, lang):
            ids = [
                i for i in gazetteer().single.get(reading.key, ()) if gazetteer().places[i].kind == "country"
            ]
            if ids:
                return Demonym(part.start, part.stop, ids[0], is_person=True, kind="citizen")
    return None


def _english(text: str, parts: list[Part], at: int, country: str) -> Demonym:
    """A person where the word is a plural or no word follows in the clause; else an adjective."""
    part = parts[at]
    alone = at + 1 >= len(parts) or not joined(text, part, parts[at + 1])
    plural = part.low.endswith("s") and part.low[-2] != "s"
    person = plural or alone
    return Demonym(part.start, part.stop, country, person, "citizen" if person else "adjective")


def _citizen_word(low: str, lang: str) -> tuple[str, bool] | None:
    """(side of the country's name, whether a person is meant) of a word for citizen or citizenship."""
    for cue, person in (("citizenship", False), ("citizen", True)):
        for stem, side in cues(lang, cue).items():
            if low.startswith(stem):
                return side, person
    for cue, person in (("citizen_short", True), ("citizenship_short", False)):
        short = cues(lang, cue).get(low)  # "гр. Узбекистана", "получ. гражд. РФ", of a list
        if short is not None:
            return short, person
    return None


def _phrase(text: str, parts: list[Part], at: int, lang: str) -> Demonym | None:
    """ "гражданин Узбекистана", "citizen of Tajikistan", "Kyrgyz citizen", "Ресей азаматтығын"."""
    said = _citizen_word(parts[at].low, lang)
    if said is None or (lang == "en" and parts[at].capital):  # "National Security Committee"
        return None
    side, person = said
    if side in {"after", "both"}:
        name_start = at + 1
        if _goes_on_short(text, parts, at, lang):
            name_start += 1  # "гр-н Узбекистана"
        while name_start < len(parts) and name_start <= at + 2 and (
            parts[name_start].low in {"of", "the"} or kind_of(parts[name_start].low, lang) is not None
        ):  # fmt: skip
            name_start += 1
        near = (
            name_start < len(parts)
            and text[parts[name_start - 1].stop : parts[name_start].start].removeprefix(".") in _SPACES
        )
        hit = _country_at(text, parts, name_start, lang) if near else None
        if hit is not None:
            return Demonym(parts[at].start, parts[hit[1]].stop, hit[0], is_person=person, kind="phrase")
    if at and joined(text, parts[at - 1], parts[at]):
        hit = _country_at(text, parts, at - 1, lang)
        adjectival = _word(text, parts, at - 1, lang) if hit is None else None
        country = hit[0] if hit and hit[1] == at - 1 else adjectival.country if adjectival else ""
        if country and (side != "after" or adjectival is not None):
            return Demonym(parts[at - 1].start, parts[at].stop, country, is_person=person, kind="phrase")
    return None


def _goes_on_short(text: str, parts: list[Part], at: int, lang: str) -> bool:
    """Whether the part behind is the ending of a word cut short: "гр-н", "гр-ка"."""
    if parts[at].low not in cues(lang, "citizen_short") or at + 1 >= len(parts):
        return False
    behind = parts[at + 1]
    return text[parts[at].stop : behind.start] == "-" and len(behind.low) < _SHORTEST


def _country_at(text: str, parts: list[Part], at: int, lang: str) -> tuple[str, int] | None:
    """(country, last part) of the country's name at this part."""
    if at >= len(parts) or not parts[at].capital:
        return None
    name = name_at(text, parts, at, lang)
    ids = [i for i in name.ids if gazetteer().places[i].kind == "country"] if name else []
    return (ids[0], max(name.last, at)) if name and ids else None
