"""A text cut into the parts that names are made of, and what kind words and cues the parts are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tizme.places.endings import cut_forms
from tizme.places.spelling import key, one_script
from tizme.tables import rows
from tizme.text import fold

# "р-н" is one part; other hyphens part a name as spaces do (Кара-Суу, Ростов-на-Дону).
_PART = re.compile(
    r"(?:[рР]-[нН](?!\w)[аеуом]{0,2}|[^\W\d_]+(?:['’‘ʻʼ`´][^\W\d_]+)*['’‘ʻʼ`´]?(?=\W|$)|[^\W\d_]+)"
)
_JOINTS = frozenset({"", " ", "-", "\u00a0", "‑"})
_INITIAL = 2  # letters of an initial: "Б. Гафуров", "Дж. Расулов"
_ABBREVIATION = 4  # letters; a kind word longer than this is not written with a full stop


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text."""

    start: int
    stop: int
    text: str
    low: str  # folded, in one alphabet
    capital: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind word says (tables/places/kinds.csv)."""

    kind: str
    side: str
    gender: str
    nominative: str
    keep: bool
    case: str = "nom"


@lru_cache(maxsize=2)  # places and demonyms are looked for in one stretch, one after the other
def parts_of(text: str, start: int, stop: int) -> list[Part]:
    """The parts of ``text[start:stop]``, with places in the whole text; shared, so leave it as it is."""
    found = []
    for match in _PART.finditer(text, start, stop):
        written = match.group()
        low = fold(one_script(written))
        found.append(Part(match.start(), match.end(), written, low, written[0].isupper()))
    return found


@cache
def _kinds(lang: str) -> dict[str, Kind]:
    return {
        fold(row["form"]): Kind(
            kind=row["kind"],
            side=row["side"],
            gender=row["gender"],
            nominative=row["nominative"] or row["form"],
            keep=row["keep"] == "yes",
        )
        for row in rows("places/kinds.csv", "lang", "form", "kind", "side", "gender", "nominative", "keep")
        if row["lang"] == lang
    }  # fmt: skip


@lru_cache(maxsize=50_000)
def kind_of(low: str, lang: str) -> Kind | None:
    """The kind word that this folded word is, in any case, else None."""
    kinds = _kinds(lang)
    for form, case in cut_forms(low, lang):
        found = kinds.get(form)
        if found is not None and (case == "nom" or len(form) > 2):
            if case == "nom":
                return found
            return Kind(found.kind, found.side, found.gender, found.nominative, found.keep, case)
    return None


@cache
def cues(lang: str, cue: str) -> dict[str, str]:
    """form -> side of the cue words of one sort: loc, function or citizen."""
    return {
        fold(row["form"]): row["side"]
        for row in rows("places/cues.csv", "lang", "cue", "form", "side")
        if row["lang"] == lang and row["cue"] == cue
    }


@lru_cache(maxsize=1)
def not_places() -> dict[str, str]:
    """Spelling key -> what the word needs beside it to be a place: kind, cue or never."""
    return {key(row["form"]): row["needs"] for row in rows("places/not_places.csv", "form", "needs")}


def joined(text: str, left: Part, right: Part) -> bool:
    """Whether only a space or a hyphen stands between two parts, or the full stop of an initial."""
    gap = text[left.stop : right.start]
    if gap == ". " and len(left.text) <= _ABBREVIATION and not left.capital:
        return True  # "ул. Киевская"
    return gap in _JOINTS or (len(left.text) <= _INITIAL and left.capital and gap in {".", ". "})


def kind_joined(text: str, word: Part, name: Part) -> bool:
    """Whether a kind word and a name stand together: a space, or a full stop after an abbreviation."""
    gap = text[word.stop : name.start]
    return gap in {" ", "\u00a0"} or (len(word.text) < _ABBREVIATION and gap in {". ", ".", ".\u00a0"})
