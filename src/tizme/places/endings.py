"""What a word may be once its ending is taken off: readings, each with the words in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from tizme.places.spelling import key, one_script
from tizme.tables import rows
from tizme.text import fold

_CHOICE = re.compile(r"\[([^\]]*)\]|([^\[])")
_LONGEST_ENDING = 9


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word.

    Attributes:
        form: The word in the nominative, in the script and case it came in.
        key: Spelling key of ``form``.
        case: nom, or what the ending says (tables/places/endings.csv).
        demonym: True where an ending "one from" was taken off.
    """

    form: str
    key: str
    case: str = "nom"
    demonym: bool = False


@cache
def _endings(lang: str) -> dict[str, dict[str, tuple[tuple[str, str], ...]]]:
    """step -> ending -> ((what to add, case), ...)."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {"case": {}, "plural": {}, "demonym": {}}
    for row in rows("places/endings.csv", "lang", "step", "strip", "add", "case"):
        if row["lang"] == lang:
            for strip, add in product(_spelled_out(row["strip"]), _spelled_out(row["add"])):
                found[row["step"]].setdefault(strip, []).append((add, row["case"]))
    return {step: {end: tuple(adds) for end, adds in ends.items()} for step, ends in found.items()}


def _spelled_out(pattern: str) -> list[str]:
    """Every string that a pattern such as "[дт]а" stands for; apostrophes are dropped as in the keys."""
    letters = [choice or single for choice, single in _CHOICE.findall(pattern)]
    return ["".join(chosen) for chosen in product(*letters)]


def _cut(word: str, ends: dict[str, tuple[tuple[str, str], ...]], lang: str) -> list[tuple[str, str]]:
    """(word without an ending, case) for every ending that fits and leaves two letters."""
    low, found = fold(word), []
    for length in range(min(_LONGEST_ENDING, len(word) - 2) + 1):
        for add, case in ends.get(low[len(low) - length :], ()):
            if (
                lang == "en" and length == 1 and low[-2] in "'u"
            ):  # "Kyrgyzstan's" is cut by "'s"; "Belarus" is whole
                continue
            found.append((word[: len(word) - length] + (add.upper() if word.isupper() else add), case))
    return found


@lru_cache(maxsize=50_000)
def readings(word: str, lang: str) -> tuple[Reading, ...]:
    """The word as it stands, then without a case ending, a plural ending and both.

    A word in the other alphabet than its language's is left as it stands, save for "'s".
    """
    word = one_script(word)
    steps = _endings(lang)
    found = {(word, "nom"): None}
    found.update(dict.fromkeys(_cut(word, steps["case"], lang)))
    for form, _ in list(found):
        found.update(dict.fromkeys(_cut(form, steps["plural"], lang)))
    return tuple(Reading(form, key(form), case) for form, case in found)


@lru_cache(maxsize=50_000)
def origin_readings(word: str, lang: str) -> tuple[Reading, ...]:
    """The places that a word for "one from there" may be made of (урғутлик -> Урғут)."""
    ends, found = _endings(lang)["demonym"], dict[str, Reading]()
    for person in readings(word, lang):
        for form, _ in _cut(person.form, ends, lang):
            named = form if form.isupper() else form[:1].upper() + form[1:]
            found.setdefault(named, Reading(named, key(named), person.case, demonym=True))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Adjective:
    """A Slavic adjective: its stem and its nominative by gender."""

    stem: str
    key: str
    m: str
    f: str
    n: str


@cache
def _adjective_rows(lang: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...], str, str, str], ...]:
    return tuple(
        (
            tuple(sorted(row["endings"].split("|"), key=len, reverse=True)),
            tuple(row["stems"].split("|")),
            row["m"],
            row["f"],
            row["n"],
        )
        for row in rows("places/adjectives.csv", "lang", "endings", "stems", "m", "f", "n")
        if row["lang"] == lang
    )


@lru_cache(maxsize=50_000)
def adjective(word: str, lang: str) -> Adjective | None:
    """The word as a Slavic adjective, or None where its ending is none of theirs."""
    word = one_script(word)
    low = fold(word)
    for ends, stems, m, f, n in _adjective_rows(lang):
        for end in ends:
            stem = low[: len(low) - len(end)]
            if low.endswith(end) and stem.endswith(stems):
                kept = word[: len(stem)]
                return Adjective(kept, key(kept), kept + m, kept + f, kept + n)
    return None
