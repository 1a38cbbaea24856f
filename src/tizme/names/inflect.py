"""Bring a written name to the nominative, by what its parts agree in."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import product

from tizme.names.cases import ANY_CASE, Reading, initial, kind_by_suffix, readings
from tizme.names.letters import fold, script_of
from tizme.names.lexicon import listed, made
from tizme.names.markers import marker, marker_of
from tizme.names.ocr import clean_ocr
from tizme.names.translit import canon

_SEX_LETTER = {"male": "m", "female": "f", "m": "m", "f": "f", "": ""}
_CASE_ORDER = "ngaidp"
# Reading a word against the sex that it bears costs more than any guess, but less than no reading.
_AGAINST = 3.0
# Where everything else is equal the written form is left alone.
_CHANGED = 0.05
_PIECE = re.compile(r"[^\s,]+|[\s,]+")


@lru_cache(maxsize=50_000)
def nominative(words: str, *, lang: str, sex: str = "") -> str:
    """The written name span in the nominative, order and spelling otherwise as written.

    Args:
        words: The span, e.g. "Айбека Алымкулова". Scan noise and CAPITALS are mended.
        lang: One of text.LANGUAGES.
        sex: "male", "female" or "" where nothing else tells.

    >>> nominative("Мирзоали Хасанова", lang="ru")
    'Мирзоали Хасанов'
    """
    pieces = _PIECE.findall(words.strip())
    at = [i for i, piece in enumerate(pieces) if piece.strip(" ,\t\n\u00a0")]
    cleaned = [clean_ocr(pieces[i]) for i in at]
    for i, word in zip(at, _agree(cleaned, lang, _SEX_LETTER.get(sex, "")), strict=True):
        pieces[i] = word
    return "".join(pieces)


def _agree(words: list[str], lang: str, sex: str) -> list[str]:
    if not words:
        return []
    if lang not in {"ru", "uk"} or script_of(" ".join(words)) != "Cyrl":
        return _last_word_inflects(words, lang)
    per_word = [_fixed_before_marker(words, i, lang) for i in range(len(words))]
    best: tuple[float, int, int] | None = None
    chosen: list[Reading] = []
    for rank, (one, case) in enumerate(product((sex,) if sex else ("m", "f"), _CASE_ORDER)):
        picked = [min(options, key=lambda r: _cost(r, case, one)) for options in per_word]
        cost = sum(_cost(r, case, one) for r in picked)
        changed = sum(r.nominative != word for r, word in zip(picked, words, strict=True))
        key = (round(cost + _CHANGED * (changed > 0), 6), changed, rank)
        if best is None or key < best:
            best, chosen = key, picked
    return [reading.nominative for reading in chosen]


def _fixed_before_marker(words: list[str], i: int, lang: str) -> tuple[Reading, ...]:
    """The father's name before "уулу" stays in the nominative and says nothing of the bearer's sex."""
    found = readings(words[i], lang)
    if i + 1 < len(words) and marker(words[i + 1]) == "patronymic-marker":
        return tuple(replace(r, cases=ANY_CASE, sex="") if r.nominative == words[i] else r for r in found)
    return found


def _cost(reading: Reading, case: str, sex: str) -> float:
    wrong_sex = bool(reading.sex) and reading.sex != sex
    wrong_case = case not in reading.cases
    return reading.cost + _AGAINST * (wrong_sex + wrong_case)


def _last_word_inflects(words: list[str], lang: str) -> list[str]:
    best = min(readings(words[-1], lang), key=lambda r: (r.cost, r.nominative != words[-1], r.nominative))
    return [*words[:-1], best.nominative]


def sex_of(name: str, *, lang: str) -> str:  # noqa: ARG001  # every question about a name takes its language
    """Give "male", "female", or "" where the forms do not tell or tell both; the name is in the nominative.

    >>> sex_of("Саодат Раҳимова", lang="tg"), sex_of("Асан уулу Бакыт", lang="ky")
    ('female', 'male')
    """
    men = women = 0
    for word in re.findall(r"[^\s,]+", name):
        for_men, for_women = sexvotes_for(clean_ocr(word))
        men, women = men + for_men, women + for_women
    if men == women:
        return ""
    return "male" if men > women else "female"


@lru_cache(maxsize=200_000)
def sexvotes_for(word: str) -> tuple[int, int]:
    """How strongly a word in the nominative tells of a man, and of a woman: 3 for a patronymic, 2, 1, 0."""
    low, script, key = fold(word), script_of(word), canon(word)
    return votes_of(word, marker_of(low), kind_by_suffix(low, script), listed(low, script, key), made(key))


def votes_of(
    word: str, role: tuple[str, str], suffix: tuple[str, str, bool], given: str, pieces: str
) -> tuple[int, int]:
    """As `sex_votes`, of a word of which all is known.

    Args:
        role: What `marker_of` says of it.
        suffix: What `kind_by_suffix` says.
        given: The sexes of which a list holds it as a given name.
        pieces: The sexes of which it could be a given name by the pieces that it is made of.
    """
    if initial(word):
        return 0, 0
    if role[0]:
        return votes_for(role[1], role[0])
    return votes_by(suffix, given, pieces)


def votes_by(suffix: tuple[str, str, bool], given: str, pieces: str) -> tuple[int, int]:
    """As `votes_of`, of a word that is no initial and no marker."""
    kind, sex, strong = suffix
    given = given or ("" if kind else pieces)
    if not sex or (given == sex and not strong):
        return votes_for(given, "given")
    return votes_for(sex, kind) if given in {"", sex} else (0, 0)


_VOTES = {"patronymic": 3, "patronymic-marker": 3, "family": 2}


def votes_for(sex: str, kind: str) -> tuple[int, int]:
    """The votes of a word of one kind ("patronymic", "family", "given") and sex ("m", "f", else none)."""
    weight = _VOTES.get(kind, 1)
    return (weight if sex == "m" else 0, weight if sex == "f" else 0)
