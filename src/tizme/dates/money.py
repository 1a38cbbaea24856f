"""Sums of money in words and figures."""

from __future__ import annotations

import re
from functools import lru_cache

from tizme.dates.lexer import Lexed
from tizme.dates.numbers import known_language, lex_numbers
from tizme.dates.vocabulary import Word, phrase_pattern
from tizme.model import MoneyMatch
from tizme.tables import rows

_SYMBOL_FIRST = frozenset("$€₽₸₴")
_NUMBERS = "dncY"
# How far a word of paying or "a month" may stand from its sum.
_CUE_CHARS, _RATE_CHARS = 60, 25
# What may follow a sum that names no currency: a mark, or a small word; a counted noun may not.
_MAY_FOLLOW = frozenset("pFSU&_.,;:)-|?")


@lru_cache(maxsize=None)
def _cues(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of: a rate after the sum, a rate before it, a word of paying near it."""
    forms: dict[str, list[str]] = {"rate": [], "rate_before": [], "cue": []}
    for row in rows("dates/money.csv", "lang", "class", "value", "forms"):
        if row["lang"] == lang and row["class"] in forms:
            parts = row["forms"].split() if row["class"] == "cue" else row["forms"].split(";")
            forms[row["class"]].extend(parts)
    rate = "|".join(phrase_pattern(phrase, lang) for phrase in forms["rate"])
    before = "|".join(phrase_pattern(phrase, lang) for phrase in forms["rate_before"])
    cue = "|".join(map(re.escape, forms["cue"]))
    return (
        re.compile(rf"\W{{0,3}}(?:{rate})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{before})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{cue})"),
    )


def _currency_after(lexed: Lexed, at: int) -> tuple[int, str]:
    """(token after the currency, code) for a currency right behind the number at ``at``."""
    value = lexed.values[at + 1] if at + 1 < len(lexed.codes) else ""
    if lexed.codes[at + 1 : at + 2] == "C" and isinstance(value, Word):
        return at + 2, value.value
    return at + 1, ""


def _currency_before(lexed: Lexed, at: int) -> str:
    """The currency of "$1,191", "USD 500", "US$ 500"."""
    if at == 0 or lexed.codes[at - 1] != "C":
        return ""
    value, written = lexed.values[at - 1], lexed.folded[lexed.starts[at - 1] : lexed.stops[at - 1]]
    close = lexed.starts[at] - lexed.stops[at - 1] <= 1
    is_sign = written in _SYMBOL_FIRST or (
        len(written) == 3 and written.isascii() and isinstance(value, Word) and written.upper() == value.value
    )
    return value.value if close and is_sign and isinstance(value, Word) else ""


def _per(lexed: Lexed, lang: str, start: int, stop: int) -> str:
    after, before, _ = _cues(lang)
    if after.match(lexed.folded, stop, stop + _RATE_CHARS):
        return "month"
    head = lexed.folded[max(0, start - _RATE_CHARS) : start]
    found = list(before.finditer(head))
    return "month" if found and not re.search(r"[.,;:!?\n\d]", head[found[-1].end() :]) else ""


def _paid(lexed: Lexed, lang: str, start: int, stop: int) -> bool:
    window = lexed.folded[max(0, start - _CUE_CHARS) : stop + _CUE_CHARS]
    return _cues(lang)[2].search(window) is not None


def _counts_something(lexed: Lexed, at: int, text: str) -> bool:
    """Whether a noun follows the number, as in "400 тысяч человек"."""
    if at + 1 >= len(lexed.codes) or lexed.codes[at + 1] in "pFSU&.,;:)-|":
        return False
    following = lexed.folded[lexed.starts[at + 1] : lexed.stops[at + 1]]
    return not (following in _pronouns() or not following[:1].isalpha())


@lru_cache(maxsize=1)
def _pronouns() -> frozenset[str]:
    return frozenset(
        form
        for row in rows("dates/money.csv", "lang", "class", "value", "forms")
        if row["class"] == "pronoun"
        for form in row["forms"].split()
    )


def find_money(text: str, *, lang: str, start: int = 0, stop: int | None = None) -> list[MoneyMatch]:
    """Sums in ``text[start:stop]``, in order, offsets in the whole text.

    A sum of thousands or more that names no currency is one only near a word of paying; it takes the
    currency of the text's other sums where these have one only, else "".

    Raises:
        UnknownLanguage: ``lang`` is not covered.
    """
    known = known_language(lang, text)
    end = len(text) if stop is None else stop
    return [m for m in _all_money(text, known) if start <= m.start and m.stop <= end]


@lru_cache(maxsize=16)
def _all_money(text: str, lang: str) -> tuple[MoneyMatch, ...]:
    lexed = lex_numbers(text, lang)
    found, bare = [], []
    for at in re.finditer(f"[{_NUMBERS}]", lexed.codes):
        pos = at.start()
        value = lexed.values[pos]
        if not isinstance(value, int | float):
            continue
        after, currency = _currency_after(lexed, pos)
        first = pos
        if not currency:
            currency = _currency_before(lexed, pos)
            first = pos - 1 if currency else pos
        start, stop = lexed.starts[first], lexed.stops[after - 1]
        if currency:
            found.append(MoneyMatch(start, stop, float(value), currency, _per(lexed, lang, start, stop)))
        elif _may_be_bare(lexed, pos, text, lang):
            bare.append((start, stop, float(value)))
    named = [match for match in found if not _is_conversion(lexed, match)]
    for start, stop, amount in bare:
        currency = _by_neighbours(text, start, named)
        if found:
            found.append(MoneyMatch(start, stop, amount, currency, _per(lexed, lang, start, stop)))
    return tuple(sorted(found, key=lambda match: match.start))


def _is_conversion(lexed: Lexed, match: MoneyMatch) -> bool:
    """ "195,000 rubles (about $1,850)": what stands in brackets says the same sum again."""
    return (
        re.search(r"\([^\W\d]{0,15}\.? ?$", lexed.folded[max(0, match.start - 20) : match.start]) is not None
    )


def _by_neighbours(text: str, start: int, named: list[MoneyMatch]) -> str:
    """The one currency of the sums in this paragraph, or else of those in the text; "" where there are several."""
    near = {m.currency for m in named if "\n" not in text[min(m.start, start) : max(m.start, start)]}
    for currencies in (near, {m.currency for m in named}):
        if currencies:
            return next(iter(currencies)) if len(currencies) == 1 else ""
    return ""


def _may_be_bare(lexed: Lexed, pos: int, text: str, lang: str) -> bool:
    if (
        lexed.codes[pos] != "n"
        or not isinstance(lexed.values[pos], int | float)
        or float(lexed.values[pos]) < 1000
    ):
        return False
    words = lexed.folded[lexed.starts[pos] : lexed.stops[pos]]
    if not any(map(str.isalpha, words)) or _counts_something(lexed, pos, text):
        return False
    return _paid(lexed, lang, lexed.starts[pos], lexed.stops[pos])


def parse_money(text: str, *, lang: str) -> tuple[float, str] | None:
    """(amount, ISO 4217 code) of the first sum with a currency in a short text, None where there is none."""
    for match in find_money(text, lang=lang):
        if match.currency:
            return match.amount, match.currency
    return None
