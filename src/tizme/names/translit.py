"""Canonical forms of a written name part, in which scripts and romanisations meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import methodcaller

from tizme.names.letters import fold, script_of
from tizme.tables import Row, rows

# What may open a pattern without being a letter of it.
_ASSERTION = re.compile(r"(?:\(\?<?[=!][^)]*\)|\^)*")
# Words worked on together stand one to a line; no pattern may see past the end of its line.
_LINE = "\n"
_PAST_THE_LINE = re.compile(r"\[\^|\\[SWDZABbsd]|(?<!\\)\.")
# Stand for what a pattern wrote until all letters are told, and are no letters themselves.
_STANDS_FOR = [chr(code) for code in (*range(1, 10), *range(11, 32), *range(0xE000, 0xE100))]
_NO_LETTER = re.compile(f"[{''.join(_STANDS_FOR)}]")


class _ByLetter(dict[int, str]):
    """A table for `str.translate` that leaves out every letter it does not hold."""

    def __missing__(self, letter: int) -> None:
        return None


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """How the words of one script are written in Latin.

    Attributes:
        beside: Finds the places where a letter depends on what stands beside it; one group a pattern.
        stands_for: Group of ``beside`` -> the sign that stands for what is written there.
        letters: Every other letter, and those signs, in Latin.
    """

    beside: re.Pattern[str]
    stands_for: tuple[str, ...]
    letters: _ByLetter

    def in_latin(self, folded: str) -> str:
        """A folded word, or several, one to a line, in Latin letters."""
        if _NO_LETTER.search(folded) is not None:
            folded = _NO_LETTER.sub("\0", folded)
        signs = self.stands_for
        return self.beside.sub(lambda found: signs[found.lastindex], folded).translate(self.letters)  # type: ignore[index]  # a group always fits


@lru_cache(maxsize=1)
def _alphabets() -> dict[str, _Alphabet]:
    table = rows("names/translit.csv", "script", "pattern", "to")
    return {script: _alphabet([r for r in table if r["script"] == script]) for script in ("Cyrl", "Latn")}


def _alphabet(mine: list[Row]) -> _Alphabet:
    """At each letter the first row that fits counts, so a row is kept for the letters it may still reach."""
    letters = _ByLetter({ord(_LINE): _LINE})
    signs: dict[str, str] = {}
    beside: dict[str, list[tuple[str, str]]] = {}
    for row in mine:
        assertion, starts, rest = _taken_apart(row)
        open_to = [letter for letter in starts if ord(letter) not in letters]
        if not assertion and not rest:
            letters.update({ord(letter): letter if row["to"] == "=" else row["to"] for letter in open_to})
            continue
        for letter in open_to:
            to = row["to"]
            one = f"({assertion}{re.escape(letter)}{rest})", signs.setdefault(to, _STANDS_FOR[len(signs)])
            beside.setdefault(letter, []).append(one)
    letters.update({ord(sign): to for to, sign in signs.items()})
    # By first letter, because trying one pattern after another is what takes time.
    choices = [
        f"(?={re.escape(letter)})(?:{'|'.join(pattern for pattern, _ in patterns)})"
        for letter, patterns in beside.items()
    ]
    stands_for = ["", *(sign for patterns in beside.values() for _, sign in patterns)]
    pattern = f"(?=[{re.escape(''.join(beside))}])(?:{'|'.join(choices)})"
    return _Alphabet(re.compile(pattern, re.MULTILINE), tuple(stands_for), letters)


def _taken_apart(row: Row) -> tuple[str, str, str]:
    """What a pattern asks to stand before, the letters that it may start with, and the rest of it."""
    pattern = row["pattern"]
    if re.compile(pattern).groups or "|" in re.sub(r"\([^)]*\)|\[[^]]*\]", "", pattern):
        raise row.error("a pattern here may hold neither a group nor a choice; write two rows")
    _checked(row)
    start = _ASSERTION.match(pattern).end()  # type: ignore[union-attr]  # it fits ""
    assertion, letters = pattern[:start], pattern[start:]
    if letters.startswith("["):
        end = letters.index("]")
        return assertion, letters[1:end], letters[end + 1 :]
    return assertion, letters[:1], letters[1:]


def _checked(row: Row) -> str:
    """The pattern of a row, of which no part can look at another word."""
    if _PAST_THE_LINE.search(row["pattern"]) is not None:
        raise row.error("a pattern here names its letters: no [^...], no full stop, no backslash class")
    return row["pattern"]


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
            changes.append((re.compile(_checked(row), re.MULTILINE), to))
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
    return re.compile("|".join(choices), re.MULTILINE)


@lru_cache(maxsize=200_000)
def canon(word: str) -> str:
    """The canonical Latin form of one word, ``""`` where nothing of it is a letter.

    >>> canon("Жўраев"), canon("Joʻrayev")
    ('joraev', 'joraev')
    """
    folded = fold(word if unicodedata.is_normalized("NFC", word) else unicodedata.normalize("NFC", word))
    alphabet = _alphabets().get(script_of(folded))
    if alphabet is None:
        return ""
    return _opened(_through("canon", alphabet.in_latin(folded.replace(_LINE, "\0"))))


def canons(folded: Sequence[str], scripts: Sequence[str]) -> list[str]:
    """As `canon`, of many words that are folded already and in NFC."""
    found = [""] * len(folded)
    for script, alphabet in _alphabets().items():
        mine = [at for at, own in enumerate(scripts) if own == script]
        if mine:
            column = _column([folded[at] for at in mine])
            for at, form in zip(mine, _all_through("canon", alphabet.in_latin(column)), strict=True):
                found[at] = form
    opens = _sounds("opening")[0].match
    return [form if opens(form) is None else _through("opening", form) for form in found]


def _column(words: Sequence[str]) -> str:
    column = _LINE.join(words)
    if column.count(_LINE) >= len(words):
        column = _LINE.join(word.replace(_LINE, "\0") for word in words)
    return column


def _all_through(stage: str, column: str) -> list[str]:
    """What a stage makes of forms that stand one to a line."""
    for change in _sounds(stage)[1]:
        column = column.translate(change) if isinstance(change, dict) else change[0].sub(change[1], column)
    return column.split(_LINE)


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


def through(stage: str, forms: Sequence[str]) -> list[str]:
    """As `bones`, `sexless` or `root`, which ``stage`` names, of many canonical forms."""
    return _all_through(stage, _LINE.join(forms)) if forms else []


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
