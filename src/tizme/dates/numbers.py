"""Cardinals and ordinals in words and figures, put together from their tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from tizme.dates.lexer import Lexed, lex
from tizme.dates.vocabulary import Word
from tizme.text import LANGUAGES, normal_language

# A stretch that may be one number. At least one word of number must be in it.
_RUN = re.compile(r"(?:[dnY][hHK]|[cKo0]|1(?=[cK])|h1?(?=[K]))(?:[cKo0&\-hH1]|\.(?=[dnc]+K)|[dn](?=K))*")
# "6 (six)": the same number said again in brackets.
_SAID_AGAIN = re.compile(r"[dnc]\([dnc]\)")
# What may still be added after a number word: below a hundred, below ten, nothing.
_ROOM = {"hundred": 100, "hundred_x": 100, "ten": 10, "teen": 1, "unit": 1, "whole": 0}


@dataclass(slots=True)
class _Sum:
    total: float = 0
    current: float = 0
    room: float = 1000
    scale: float = 1e15
    seen: bool = False
    scaled: bool = False

    def add(self, word: Word) -> bool:
        value = float(word.value)
        if word.kind == "hundred_x" and 1 <= self.current <= 9 and self.room == 1:
            self.current *= 100
        elif value < self.room or (word.kind == "whole" and not self.seen):
            self.current += value
        else:
            return False
        self.room, self.seen = _ROOM[word.kind], True
        return True

    def multiply(self, factor: float) -> bool:
        if factor >= self.scale:
            return False
        self.total += (self.current if self.seen and self.current else 1) * factor
        self.current, self.room, self.scale, self.seen, self.scaled = 0, 1000, factor, True, True
        return True


def _read(lexed: Lexed, at: int, end: int) -> tuple[int, str, float]:
    """(token after it, code, value) of the number that begins at ``at``; ``at`` itself if none does."""
    sum_, pos = _Sum(), at
    first = lexed.values[at]
    if lexed.codes[at] in "dnY" and isinstance(first, int | float):
        sum_.current, sum_.seen, sum_.room, pos = float(first), True, 0, at + 1
    while pos < end:
        value = lexed.values[pos]
        if lexed.codes[pos] in "o0" and isinstance(value, Word):
            if float(value.value) < sum_.room:
                return pos + 1, lexed.codes[pos], sum_.total + sum_.current + float(value.value)
            break
        if not _takes(lexed, pos, sum_):
            break
        pos += 1
    if pos == at or not sum_.seen:
        return at, "", 0
    return pos, "n" if sum_.scaled else "c", sum_.total + sum_.current


def _takes(lexed: Lexed, pos: int, sum_: _Sum) -> bool:
    """Whether the token at ``pos`` goes on with the number; if so it is in ``sum_`` afterwards."""
    code, value, following = lexed.codes[pos], lexed.values[pos], lexed.codes[pos + 1 : pos + 3]
    if code in "cK" and isinstance(value, Word):
        return sum_.add(value) if code == "c" else sum_.multiply(float(value.value))
    if code in "dn" and sum_.scaled and not sum_.current and isinstance(value, int | float):
        sum_.current, sum_.seen, sum_.room = float(value), True, 0
        return True
    if code in "hH" and following.startswith(("K", "1K")):
        sum_.current, sum_.seen, sum_.room = sum_.current + 0.5, True, 0
        return True
    if code == "." and pos and lexed.codes[pos - 1] == "K":  # "1 млн. 200 тыс."
        return lexed.starts[pos] == lexed.stops[pos - 1] and sum_.current == 0
    if code == "1":
        return following.startswith(("c", "K"))
    return code in "&-" and sum_.seen and _joins(lexed, pos, sum_)


def _joins(lexed: Lexed, pos: int, sum_: _Sum) -> bool:
    """Whether "and" or a hyphen goes on with the same number ("five hundred and ten", "sixty-one")."""
    if lexed.codes[pos + 1 : pos + 2] not in {"c", "o", "0"}:
        return False
    following = lexed.values[pos + 1]
    fits = isinstance(following, Word) and float(following.value) < sum_.room
    if lexed.codes[pos] == "-":
        return fits and sum_.room == 10 and lexed.starts[pos] == lexed.stops[pos - 1]
    return fits and lexed.folded[lexed.starts[pos] : lexed.stops[pos]] == "and" and sum_.room in {100, 1000}


@lru_cache(maxsize=4)
def lex_numbers(text: str, lang: str) -> Lexed:
    """The tokens of ``text`` with every number in words made one token: "c" small, "n" with a thousand
    or more, "o" an ordinal, "Y" an ordinal that is a year.
    """
    lexed = lex(text, lang)
    codes: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    values: list[Word | float | str] = []
    done = 0
    for run in _RUN.finditer(lexed.codes):
        pos = run.start()
        while pos < run.end():
            after, code, value = _read(lexed, pos, run.end())
            if after == pos:
                pos += 1
                continue
            codes.append(lexed.codes[done:pos])
            starts.extend(lexed.starts[done:pos])
            stops.extend(lexed.stops[done:pos])
            values.extend(lexed.values[done:pos])
            counted = (
                lang == "tg" and code == "n" and lexed.codes[pos - 1 : pos] == "y"
            )  # "соли ду ҳазору бисту ду"
            codes.append("Y" if (code == "o" or counted) and 1900 <= value <= 2099 else code)
            starts.append(lexed.starts[pos])
            stops.append(lexed.stops[after - 1])
            values.append(value)
            pos = done = after
    codes.append(lexed.codes[done:])
    starts.extend(lexed.starts[done:])
    stops.extend(lexed.stops[done:])
    values.extend(lexed.values[done:])
    return _said_once(Lexed("".join(codes), tuple(starts), tuple(stops), tuple(values), lexed.folded))


def _said_once(lexed: Lexed) -> Lexed:
    """The tokens with "6 (алты)" made one, where the number in brackets says the one before it again."""
    gone: set[int] = set()
    stops = list(lexed.stops)
    for found in _SAID_AGAIN.finditer(lexed.codes):
        at = found.start()
        if lexed.values[at] == lexed.values[at + 2]:
            gone |= {at + 1, at + 2, at + 3}
            stops[at] = lexed.stops[at + 3]
    if not gone:
        return lexed
    kept = [i for i in range(len(lexed.codes)) if i not in gone]
    return Lexed(
        "".join(lexed.codes[i] for i in kept),
        tuple(lexed.starts[i] for i in kept),
        tuple(stops[i] for i in kept),
        tuple(lexed.values[i] for i in kept),
        lexed.folded,
    )


def known_language(lang: str, text: str) -> str:
    """``lang`` as one of tizme.text.LANGUAGES; UnknownLanguage where it is none."""
    return lang if lang in LANGUAGES else normal_language(lang, text)


def find_numbers(
    text: str, *, lang: str, start: int = 0, stop: int | None = None
) -> list[tuple[int, int, float]]:
    """(start, stop, value) of every cardinal in ``text[start:stop]``, half open, offsets in the whole text.

    "One" in words is left out: in most of our languages it is the indefinite article. Years and
    dates in figures are numbers too; the caller knows what it counts.
    """
    lexed = lex_numbers(text, known_language(lang, text))
    end = len(text) if stop is None else stop
    found = []
    for at in range(bisect_left(lexed.starts, start), bisect_right(lexed.stops, end)):
        code, value = lexed.codes[at], lexed.values[at]
        if code in "dncY" and isinstance(value, int | float) and not (code == "c" and value == 1):
            found.append((lexed.starts[at], lexed.stops[at], value))
    return found
