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


@dataclass(frozen=True, slots=True)
class _Endings:
    """The endings of one step.

    Attributes:
        adds: Ending -> ((what to add, case), ...).
        lengths: Last letter of a word -> lengths of the endings that may fit it, shortest first.
        always: The same for a last letter that no ending has: the empty ending, if there is one.
    """

    adds: dict[str, tuple[tuple[str, str], ...]]
    lengths: dict[str, tuple[int, ...]]
    always: tuple[int, ...]


@cache
def _endings(lang: str) -> dict[str, _Endings]:
    """Step -> its endings."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {"case": {}, "plural": {}, "demonym": {}}
    for row in rows("places/endings.csv", "lang", "step", "strip", "add", "case"):
        if row["lang"] == lang:
            for strip, add in product(_spelled_out(row["strip"]), _spelled_out(row["add"])):
                found[row["step"]].setdefault(strip, []).append((add, row["case"]))
    return {step: _by_last_letter(ends) for step, ends in found.items()}


def _by_last_letter(ends: dict[str, list[tuple[str, str]]]) -> _Endings:
    always = (0,) if "" in ends else ()
    lengths: dict[str, set[int]] = {}
    for end in ends:
        if 0 < len(end) <= _LONGEST_ENDING:
            lengths.setdefault(end[-1], set(always)).add(len(end))
    return _Endings(
        {end: tuple(adds) for end, adds in ends.items()},
        {last: tuple(sorted(some)) for last, some in lengths.items()},
        always,
    )


def _spelled_out(pattern: str) -> list[str]:
    """Every string that a pattern such as "[дт]а" stands for; apostrophes are dropped as in the keys."""
    letters = [choice or single for choice, single in _CHOICE.findall(pattern)]
    return ["".join(chosen) for chosen in product(*letters)]


def _cut(word: str, low: str, ends: _Endings, lang: str) -> list[tuple[str, str]]:
    """(word without an ending, case) for every ending that fits and leaves two letters; ``low`` is folded."""
    found: list[tuple[str, str]] = []
    room = len(word) - 2
    for length in ends.lengths.get(low[-1:], ends.always):
        if length > room:
            break
        for add, case in ends.adds.get(low[len(low) - length :], ()):
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
    return tuple(Reading(form, key(form), case) for form, case in cut_forms(word, lang))


@lru_cache(maxsize=50_000)
def cut_forms(word: str, lang: str) -> tuple[tuple[str, str], ...]:
    """(form, case) of every reading, without the spelling keys, which few words need."""
    word = one_script(word)
    steps = _endings(lang)
    found = {(word, "nom"): None}
    found.update(dict.fromkeys(_cut(word, fold(word), steps["case"], lang)))
    for form, _ in list(found):
        found.update(dict.fromkeys(_cut(form, fold(form), steps["plural"], lang)))
    return tuple(found)


@lru_cache(maxsize=50_000)
def origin_readings(word: str, lang: str) -> tuple[Reading, ...]:
    """The places that a word for "one from there" may be made of (урғутлик -> Урғут)."""
    ends, found = _endings(lang)["demonym"], dict[str, Reading]()
    for person, case in cut_forms(word, lang):
        for form, _ in _cut(person, fold(person), ends, lang):
            named = form if form.isupper() else form[:1].upper() + form[1:]
            found.setdefault(named, Reading(named, key(named), case, demonym=True))
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
