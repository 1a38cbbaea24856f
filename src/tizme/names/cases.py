"""Every way to read one written word as a part of a name in some case."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.names.letters import Ends, by_ending, fold, script_of, suffixes_like
from tizme.names.lexicon import (
    by_hand_sexes,
    listed_family,
    listed_sexes,
    made_sexes,
    mans_share,
    root_of_families,
)
from tizme.names.markers import marker, marker_sex
from tizme.tables import Row, rows

ANY_CASE = "ngdaip"
# A word with a family name's weak ending that is shorter holds no case ending besides.
_LEAST_GLUED = 7
# Costs of a reading; only their order matters. A listed name is free, a guess dearer than a suffix.
LISTED, BY_SUFFIX, GLUED, MADE, WEAK, UNKNOWN, UNKNOWN_INFLECTED = 0.0, 0.0, 0.15, 0.2, 0.5, 1.0, 1.3
RARE = 0.1  # a form that only the registers know against one that the hand-written list knows
BY_FAMILY = 0.45  # "Куандыка": no list has it, but families are called after a Куандык
ODD = 0.33  # a nominative in -ы, -у or -ю is rare, another case is not


@dataclass(frozen=True, slots=True)
class Reading:
    """One word read as a name part.

    Attributes:
        kind: given | family | patronymic | patronymic-marker | initial | unknown.
        sex: "m", "f" or "" where the word fits both.
        cases: The cases that the form may stand for, of "ngdaip".
        cost: 0 for what a list or suffix vouches for, more for guesses.
    """

    nominative: str
    kind: str
    sex: str
    cases: str
    cost: float


_Suffix = tuple[int, str, str, bool]  # letters before it, kind, sex, strong
NO_KIND = ("", "", False)


# Languages whose people bear names made of such pieces more often than family names in -ин.
_GIVES_MADE_NAMES = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl", "tg"})


@lru_cache(maxsize=4)
def _suffixes(script: str) -> tuple[Ends, dict[str, list[_Suffix]]]:
    """Suffixes by their last letters, and what each says."""
    found: dict[str, list[_Suffix]] = {}
    for row in rows("names/suffixes.csv", "script", "suffix", "kind", "sex", "least", "strong"):
        if row["script"] == script:
            entry = (int(row["least"]), row["kind"], row["sex"], row["strong"] == "yes")
            found.setdefault(fold(row["suffix"]), []).append(entry)
    return by_ending(found), found


@lru_cache(maxsize=100_000)
def suffix_kind(word: str) -> tuple[str, str, bool]:
    """(kind, sex, strong) by the nominative suffix, ``("", "", False)`` where none fits."""
    return kind_by_suffix(fold(word), script_of(word))


def kind_by_suffix(low: str, script: str) -> tuple[str, str, bool]:
    """As `suffix_kind`, of a word that is folded already."""
    ends, known = _suffixes(script)
    for suffix in suffixes_like(low, ends):
        if low.endswith(suffix):
            for least, kind, sex, strong in known[suffix]:
                if len(low) - len(suffix) >= least:
                    return kind, sex, strong
    return NO_KIND


def kind_suffixes(script: str) -> Collection[str]:
    """Every suffix that `kind_by_suffix` knows."""
    return _suffixes(script)[1].keys()


@lru_cache(maxsize=4)
def _endings(lang: str) -> tuple[Row, ...]:
    columns = ("lang", "part", "sex", "case", "ending", "nominative", "stem")
    return tuple(row for row in rows("names/endings.csv", *columns) if row["lang"] == lang)


@lru_cache(maxsize=1024)
def _endings_after(last: str, lang: str) -> tuple[Row, ...]:
    """The rows whose ending may close a word with this last letter, in the table's order."""
    return tuple(row for row in _endings(lang) if not row["ending"] or row["ending"][-1] == last)


@lru_cache(maxsize=50_000)
def readings(word: str, lang: str) -> tuple[Reading, ...]:
    """All readings of ``word``, cheapest first; never empty."""
    if not _plain(word):
        return nominative_readings(word, lang)
    inflected = _inflected(word, lang)
    found = [*nominative_readings(word, lang), *inflected]
    if any(r.kind == "family" for r in inflected):
        # "Вишневской" could be put together of the pieces of given names, and is not.
        found = [replace(r, cost=r.cost + WEAK) if r.kind == "given" and r.cost >= MADE else r for r in found]
    if "-" in word.strip("-"):
        found += _double(word, lang)
    return _distinct(found)


def _double(word: str, lang: str) -> list[Reading]:
    """ "Касым-Жомарту", "Анны-Марии": the last half inflects, and the first may in the same case."""
    first, _, last = word.rpartition("-")
    found = []
    for reading in readings(last, lang):
        if reading.kind in {"given", "family"}:
            halves = {first: 0.0} if reading.nominative == last or reading.sex == "m" else {}
            if reading.nominative != last:
                halves |= {
                    r.nominative: r.cost
                    for r in reversed(readings(first, lang))
                    if r.kind == reading.kind and r.sex == reading.sex and set(r.cases) & set(reading.cases)
                }
            found += [
                replace(reading, nominative=f"{half}-{reading.nominative}", cost=reading.cost + cost + GLUED)
                for half, cost in halves.items()
            ]
    return found


def _plain(word: str) -> bool:
    return not initial(word) and not marker(word)


def initial(word: str) -> bool:
    """Whether a word is one letter, or a short one with a full stop ("Дж.")."""
    return len(word.rstrip(".")) <= 1 or (word.endswith(".") and len(word) <= 3)


def nominative_readings(word: str, lang: str) -> tuple[Reading, ...]:
    """All readings of a word that is known to stand in the nominative, cheapest first."""
    if initial(word):
        return (Reading(word, "initial", "", ANY_CASE, 0.0),)
    if marker(word):
        return (Reading(word, marker(word), marker_sex(word), ANY_CASE, 0.0),)
    return _distinct(_in_nominative(word, lang))


def _distinct(found: list[Reading]) -> tuple[Reading, ...]:
    best: dict[tuple[str, str, str, str], Reading] = {}
    for reading in sorted(found, key=lambda r: r.cost):
        best.setdefault((reading.nominative, reading.kind, reading.sex, reading.cases), reading)
    return tuple(best.values())


def _in_nominative(word: str, lang: str) -> list[Reading]:
    found = []
    kind, sex, strong = suffix_kind(word)
    # A woman's surname that ends in a consonant, -ко, -зода and the like does not decline.
    if kind:
        cases = _fixed_cases(word, sex, lang) if sex else ANY_CASE
        found.append(Reading(word, kind, sex, cases, BY_SUFFIX if strong else WEAK))
    for one in listed_sexes(word):
        cost = LISTED if one in by_hand_sexes(word) else LISTED + RARE
        found.append(Reading(word, "given", one, _fixed_cases(word, one, lang), cost))
    if not kind and listed_family(word):
        found += [Reading(word, "family", one, _fixed_cases(word, one, lang), LISTED) for one in ("m", "f")]
    # "Меҳриддин" is no family name in -ин where men are called so.
    weak = bool(kind) and not strong and lang in _GIVES_MADE_NAMES
    if (not kind or weak) and not any(r.kind == "given" for r in found):
        made = made_sexes(word)
        # "Махмадшарифа" can be made for a woman, but is sooner a man's name in the genitive.
        again = RARE if len(made) > 1 and fold(word)[-1:] in "ая" else 0.0
        found.extend(
            Reading(word, "given", one, _fixed_cases(word, one, lang), MADE + again * (one == "f"))
            for one in made
        )
    if not found or all(r.kind == "given" for r in found):
        found.extend(
            Reading(word, "unknown", one, _fixed_cases(word, one, lang), UNKNOWN + ODD * _odd(word, lang))
            for one in ("m", "f")
        )
    return found


def _odd(word: str, lang: str) -> bool:
    return lang in {"ru", "uk"} and fold(word)[-1:] in "ыую"


def _fixed_cases(word: str, sex: str, lang: str) -> str:
    """In which cases a nominative form may stand unchanged."""
    if lang not in {"ru", "uk"}:
        return ANY_CASE
    low = fold(word)
    last = low[-1:]
    if low.endswith(("ых", "их")):
        return ANY_CASE  # "Андрея Черных"
    if last in "ая":
        return "n"
    if last in "йь":
        return ANY_CASE if sex == "f" else "n"  # "Бегимай Токтогуловой": women's names in -й stay
    if last in "еиоуыюіїєэөүӣӯўү":
        return ANY_CASE
    return "n" if sex == "m" else ANY_CASE


def _inflected(word: str, lang: str) -> list[Reading]:
    if lang in {"ru", "uk"}:
        found = []
        for row in _endings_after(word[-1:].lower(), lang):
            found.extend(_by_ending(word, row))
        return found
    return _glued(word, lang)


def _by_ending(word: str, row: Row) -> list[Reading]:
    ending, sex = row["ending"], row["sex"]
    low = word.lower()
    stem = word[: len(word) - len(ending)]
    if (
        not low.endswith(ending)
        or len(stem + row["nominative"]) < 3
        or (row["stem"] and stem[-1:].lower() not in row["stem"])
    ):
        return []
    nominative = stem + row["nominative"]
    # In masculine names and in nothing else the accusative is the genitive.
    cases = (
        "ga"
        if row["case"] == "g" and sex != "f"
        else "dp"
        if row["case"] == "d" and sex == "f"
        else row["case"]
    )
    if row["case"] == "g" and sex == "f" and row["part"] == "family":
        cases = "gdip"
    if row["part"] != "given":
        kind, _, strong = suffix_kind(nominative)
        if kind != row["part"]:
            return []
        return [Reading(nominative, kind, sex, cases, BY_SUFFIX if strong else WEAK)]
    return _given_by_ending(word, nominative, sex, cases)


def _given_by_ending(word: str, nominative: str, sex: str, cases: str) -> list[Reading]:
    if sex in listed_sexes(nominative):
        cost = LISTED if sex in by_hand_sexes(nominative) else LISTED + RARE
        return [Reading(nominative, "given", sex, cases, cost)]
    if suffix_kind(nominative)[0] or suffix_kind(word)[0]:
        return []
    if listed_family(nominative):
        return [Reading(nominative, "family", sex, cases, LISTED)]
    if sex in made_sexes(nominative):
        return [Reading(nominative, "given", sex, cases, MADE)]
    if sex == "m" and root_of_families(nominative):
        return [Reading(nominative, "given", sex, cases, BY_FAMILY)]
    return [Reading(nominative, "unknown", sex, cases, _guess(word, nominative, sex))]


def _guess(word: str, nominative: str, sex: str) -> float:
    """Dear, but for "Хумоюна": there names in -юн are men's more often than names in -юна are women's."""
    if sex == "m" and word[-1:] in "ая" and len(word) > len(nominative.rstrip("йь")):
        return UNKNOWN_INFLECTED - 2 * (UNKNOWN_INFLECTED - UNKNOWN) * mans_share(word, nominative)
    return UNKNOWN_INFLECTED


@lru_cache(maxsize=16)
def _case_suffixes(lang: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(f"(?:{row['suffix']})$"), row["strong"] == "yes")
        for row in rows("names/case_suffixes.csv", "lang", "suffix", "strong")
        if row["lang"] == lang
    )


def _glued(word: str, lang: str) -> list[Reading]:
    low = fold(word)
    own_kind, _, own_sure = suffix_kind(word)
    if listed_sexes(word) or own_sure or (own_kind and len(low) < _LEAST_GLUED):
        return []
    found = []
    for pattern, strong in _case_suffixes(lang):
        hit = pattern.search(low)
        if hit is None or hit.start() < 4:
            continue
        stem = word[: hit.start()]
        kind, sex, sure = suffix_kind(stem)
        if own_kind and not (sure or listed_sexes(stem) or marker(stem)):
            continue  # "-дин" may be a genitive or the end of a family name: only a known stem decides
        if marker(stem) == "patronymic-marker":
            found.append(Reading(stem, "patronymic-marker", marker_sex(stem), "g", 0.0))
        elif kind and (strong or sure):
            # "Украинада" is no family name in -ина: a weak suffix under a case ending vouches for nothing.
            found.append(Reading(stem, kind, sex, "g", GLUED if sure else WEAK))
        elif listed_family(stem):
            found.append(Reading(stem, "family", "", "g", GLUED))
        elif listed_sexes(stem):
            found.extend(Reading(stem, "given", one, "g", GLUED) for one in listed_sexes(stem))
        elif lang in _GIVES_MADE_NAMES and strong and made_sexes(stem) and len(hit.group()) > 1:
            found.extend(Reading(stem, "given", one, "g", MADE) for one in made_sexes(stem))
        elif lang == "en" or (strong and made_sexes(stem) and len(hit.group()) > 1):
            found.append(Reading(stem, "unknown", "", "g", WEAK))
    return found
