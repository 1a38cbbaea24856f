"""Canonical forms of a written name part, in which scripts and romanisations meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from operator import methodcaller

from tizme.names.letters import fold, script_of
from tizme.tables import Row, rows

# What may open a pattern without being a letter of it.
_ASSERTION = re.compile(r"(?:\(\?<?[=!][^)]*\)|\^)*")

# A letter -> what it becomes, where the letter alone tells; else the patterns that may start with it.
_Letters = dict[str, str | tuple[tuple[re.Pattern[str], str], ...]]


@lru_cache(maxsize=1)
def _letters() -> dict[str, _Letters]:
    table = rows("names/translit.csv", "script", "pattern", "to")
    by_script: dict[str, _Letters] = {}
    for script in ("Cyrl", "Latn"):
        starting: dict[str, list[Row]] = {}
        for row in table:
            if row["script"] == script:
                for letter in _starts(row):
                    starting.setdefault(letter, []).append(row)
        by_script[script] = {letter: _rules(letter, mine) for letter, mine in starting.items()}
    return by_script


def _starts(row: Row) -> str:
    """The letters that the pattern of a row may start with."""
    pattern = row["pattern"]
    if re.compile(pattern).groups or "|" in re.sub(r"\([^)]*\)|\[[^]]*\]", "", pattern):
        raise row.error("a pattern here may hold neither a group nor a choice; write two rows")
    letters = pattern[_ASSERTION.match(pattern).end() :]  # type: ignore[union-attr]  # it fits ""
    return letters[1 : letters.index("]")] if letters.startswith("[") else letters[:1]


def _rules(letter: str, mine: list[Row]) -> str | tuple[tuple[re.Pattern[str], str], ...]:
    tos = [letter if row["to"] == "=" else row["to"] for row in mine]
    if re.fullmatch(r"\[[^]]*\]|.", mine[0]["pattern"]):
        return tos[0]
    return tuple((re.compile(row["pattern"]), to) for row, to in zip(mine, tos, strict=True))


def _in_latin(folded: str, letters: _Letters) -> str:
    found: list[str] = []
    at, size = 0, len(folded)
    while at < size:
        rules = letters.get(folded[at], "")
        at += 1
        if isinstance(rules, str):
            found.append(rules)
            continue
        for pattern, to in rules:
            hit = pattern.match(folded, at - 1)
            if hit is not None:
                found.append(to)
                at = hit.end()
                break
    return "".join(found)


# Changes in order: a table for letters that change whatever stands beside them, or a pattern.
_Change = dict[int, str] | tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_FIRST_GROUP = methodcaller("group", 1)


@lru_cache(maxsize=8)
def _sounds(stage: str) -> tuple[re.Pattern[str], tuple[_Change, ...]]:
    """What a form must hold for the stage to change it at all, and the changes."""
    mine = [row for row in rows("names/sounds.csv", "stage", "pattern", "to") if row["stage"] == stage]
    changes: list[_Change] = []
    for row in mine:
        if stage in _AT_THE_END and not row["pattern"].endswith("$"):
            raise row.error(f"a pattern of the stage {stage} must end in $")
        letters = re.fullmatch(r"\[([a-z]+)\]|([a-z])", row["pattern"])
        if letters is None:
            # Python 3.11 takes a template apart at every match; a call gives the letter at once.
            to = _FIRST_GROUP if row["to"] == "\\1" else row["to"]
            changes.append((re.compile(row["pattern"]), to))
            continue
        now = {ord(letter): row["to"] for letter in letters.group(1) or letters.group(2)}
        if changes and isinstance(changes[-1], dict):
            before = {key: to.translate(now) for key, to in changes[-1].items()}
            changes[-1] = now | before
        else:
            changes.append(now)
    return _any_of([row["pattern"] for row in mine]), tuple(changes)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """A pattern that fits where any of ``patterns`` does."""
    choices, groups = [], 0
    for pattern in patterns:
        if "\\2" in pattern:
            raise ValueError(f"{pattern!r} refers to a second group; write it with one")
        choices.append(pattern.replace("\\1", f"\\{groups + 1}"))
        groups += re.compile(pattern).groups
    return re.compile("|".join(choices))


@lru_cache(maxsize=200_000)
def canon(word: str) -> str:
    """The canonical Latin form of one word, ``""`` where nothing of it is a letter.

    >>> canon("Жўраев"), canon("Joʻrayev")
    ('joraev', 'joraev')
    """
    folded = fold(word if unicodedata.is_normalized("NFC", word) else unicodedata.normalize("NFC", word))
    letters = _letters().get(script_of(folded))
    return "" if letters is None else _opened(_through("canon", _in_latin(folded, letters)))


# Stages whose patterns all end in "$", and more letters than one of them looks at.
_AT_THE_END = {"sexless", "root"}
_LONGEST_ENDING = 8


def _opened(form: str) -> str:
    """A form whose first letters are spelt in several ways for one name brought to one of them."""
    return form if _sounds("opening")[0].match(form) is None else _through("opening", form)


def _through(stage: str, form: str) -> str:
    fits, changes = _sounds(stage)
    if fits.search(form, max(0, len(form) - _LONGEST_ENDING) if stage in _AT_THE_END else 0) is None:
        return form
    for change in changes:
        form = form.translate(change) if isinstance(change, dict) else change[0].sub(change[1], form)
    return form


@lru_cache(maxsize=200_000)
def bones(canonical: str) -> str:
    """The consonant skeleton of a canonical form: what most misspellings leave standing.

    >>> bones(canon("Мухаммад")) == bones(canon("Mukhamed"))
    True
    """
    return _through("bones", canonical)


@lru_cache(maxsize=200_000)
def sexless(canonical: str) -> str:
    """A canonical form in which a woman's family name or patronymic is the man's."""
    return _through("sexless", canonical)


@lru_cache(maxsize=200_000)
def root(canonical: str) -> str:
    """A canonical family name or patronymic without its suffix.

    >>> {root(sexless(canon(name))) for name in ("Шарифов", "Шарифзода", "Sharifova", "Шариф")}
    {'warif'}
    """
    return _through("root", canonical)
