"""Sums of money in words and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tizme.dates.lexer import Lexed
from tizme.dates.numbers import known_language, lex_numbers
from tizme.dates.vocabulary import Word, phrase_forms, phrase_pattern
from tizme.model import MoneyMatch
from tizme.tables import rows

_SYMBOLS = frozenset("$€₽₸₴")
_SOMS = frozenset({"KGS", "UZS"})
_MOST_IN_BRACKETS = 8  # tokens
_NUMBERS = re.compile("[dncY]")
# How far a word of paying, or "a month", may stand from its sum, in code points.
_CUE_CHARS, _RATE_CHARS = 60, 25
# A sum that names no currency is at least this; "dali 15" may be fifteen of anything.
_LEAST_BARE = 1000
# After a sum that names no currency a mark or a preposition may stand; a counted noun may not.
_MAY_FOLLOW = "pPFSU&.,;:)-|"
_BRACKET_BEFORE = re.compile(r"\([^\W\d]{0,15}\.? ?$")


@dataclass(frozen=True, slots=True)
class _Cues:
    """What tables/dates/money.csv says of the words around a sum in one language."""

    rate_after: re.Pattern[str]
    rate_before: re.Pattern[str]
    paying: re.Pattern[str]
    between: frozenset[str]
    vague: re.Pattern[str]
    tails: dict[str, float]
    soms: dict[str, re.Pattern[str]]
    pronouns: frozenset[str]


@cache
def _cues(lang: str) -> _Cues:
    forms: dict[str, list[str]] = {
        "rate": [], "rate_before": [], "cue": [], "of": [], "pronoun": [], "vague": [],
    }  # fmt: skip
    tails, soms = dict[str, float](), dict[str, str]()
    for row in rows("dates/money.csv", "lang", "class", "value", "forms"):
        if row["lang"] not in {lang, "*"}:
            continue
        if row["class"] in forms:
            forms[row["class"]].append(row["forms"])
        elif row["class"] == "tail":
            tails.update(dict.fromkeys(row["forms"].split(), float(row["value"])))
        elif row["class"] == "whose_som":
            soms[row["value"]] = "|".join(map(re.escape, row["forms"].split()))
    after, before = (
        "|".join(phrase_pattern(phrase, lang) for cell in forms[kind] for phrase in cell.split(";"))
        for kind in ("rate", "rate_before")
    )
    stems = "|".join(re.escape(stem) for cell in forms["cue"] for stem in cell.split())
    return _Cues(
        re.compile(rf"\W{{0,3}}(?:{after})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{before})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{stems})"),
        frozenset(form for cell in forms["of"] for form in phrase_forms(cell, lang)),
        re.compile(
            "(?<!\\w)(?:"
            + (
                "|".join(
                    phrase_pattern(phrase, lang) for cell in forms["vague"] for phrase in cell.split(";")
                )
                or "(?!)"
            )
            + r")\W+$"
        ),
        tails,
        {code: re.compile(rf"(?<!\w)(?:{stems})") for code, stems in soms.items()},
        frozenset(form for cell in forms["pronoun"] for form in phrase_forms(cell, lang)),
    )


def _form(lexed: Lexed, at: int) -> str:
    return lexed.folded[lexed.starts[at] : lexed.stops[at]] if at < len(lexed.codes) else ""


def _currency_after(lexed: Lexed, at: int, lang: str) -> tuple[int, str]:
    """(token after it, code) of a currency behind the number at ``at``: "тыс. руб.", "Kyrgyz soms"."""
    pos = _past_brackets(lexed, at + 1)
    if (
        lexed.codes[pos : pos + 1] == "."
        and lexed.stops[at] == lexed.starts[pos]
        and _form(lexed, at)[-1:].isalpha()
    ):
        pos += 1
    if _form(lexed, pos) in _cues(lang).between:
        pos += 1
        if lexed.codes[pos : pos + 1] == ".":
            pos += 1
    value = lexed.values[pos] if pos < len(lexed.codes) else ""
    if lexed.codes[pos : pos + 1] == "C" and isinstance(value, Word):
        return pos + 1, _whose(lexed, at, pos, value.value, lang)
    return at + 1, ""


def _past_brackets(lexed: Lexed, pos: int) -> int:
    """The token after "(три миллиона)" where the sum is said again in words; else ``pos``."""
    if lexed.codes[pos : pos + 1] != "(":
        return pos
    close = lexed.codes.find(")", pos, pos + _MOST_IN_BRACKETS)
    within = lexed.codes[pos + 1 : close]
    return close + 1 if close > 0 and set(within) <= set("ncd") else pos


def _whose(lexed: Lexed, at: int, pos: int, currency: str, lang: str) -> str:
    """The currency, or of soms and sums the country's that the words beside, or in English the text, name."""
    if currency not in _SOMS:
        return currency
    near = lexed.folded[lexed.stops[at] : lexed.starts[pos]]
    for words in (near, lexed.folded if lang == "en" else ""):
        said = [code for code, stems in _cues(lang).soms.items() if stems.search(words)]
        if len(said) == 1:
            return said[0]
    return currency


def _currency_before(lexed: Lexed, at: int) -> str:
    """The currency of "$1,191" or "USD 500" when the number stands at ``at``."""
    value = lexed.values[at - 1] if at else ""
    if not isinstance(value, Word) or value.kind != "currency" or lexed.starts[at] - lexed.stops[at - 1] > 1:
        return ""
    written = _form(lexed, at - 1)
    if any(map(str.isalpha, _form(lexed, at))) and lexed.codes[max(0, at - 2) : at - 1] not in set("dncK"):
        return value.value  # "рублей 300 тысяч"
    return value.value if written in _SYMBOLS or written.upper() == value.value else ""


def _per(lexed: Lexed, lang: str, start: int, stop: int) -> str:
    cues = _cues(lang)
    if cues.rate_after.match(lexed.folded, stop, stop + _RATE_CHARS):
        return "month"
    head = lexed.folded[max(0, start - _RATE_CHARS) : start]
    found = list(cues.rate_before.finditer(head))
    return "month" if found and not re.search(r"[.,;:!?\n\d]", head[found[-1].end() :]) else ""


def _may_be_bare(lexed: Lexed, at: int, amount: float, lang: str) -> bool:
    """Whether "400 тысяч" is money without its currency: near a word of paying, and counting nothing."""
    if lexed.codes[at] != "n" or amount < _LEAST_BARE or not any(map(str.isalpha, _form(lexed, at))):
        return False
    cues, following = _cues(lang), _form(lexed, at + 1)
    counts = (
        following[:1].isalpha() and lexed.codes[at + 1] not in _MAY_FOLLOW and following not in cues.pronouns
    )
    around = lexed.folded[max(0, lexed.starts[at] - _CUE_CHARS) : lexed.stops[at] + _CUE_CHARS]
    return not counts and cues.paying.search(around) is not None


@lru_cache(maxsize=4)
def _all_money(text: str, lang: str) -> tuple[MoneyMatch, ...]:
    lexed = lex_numbers(text, lang)
    found: list[MoneyMatch] = []
    bare: list[tuple[int, int, float]] = []
    for match in _NUMBERS.finditer(lexed.codes):
        at = match.start()
        amount = lexed.values[at]
        if not isinstance(amount, int | float):
            continue
        after, currency = _currency_after(lexed, at, lang)
        scale, past = _tail(lexed, at, lang)
        if scale != 1 and not currency:
            after, currency = _currency_after(lexed, past - 1, lang)
        sign = "" if currency else _currency_before(lexed, at)
        currency, _, factor = currency.partition("*")  # "195 т.р."
        scale *= float(factor or 1)
        if not sign and not factor and scale != 1 and lexed.codes[past : past + 1] != "C":
            scale = 1
        if _is_vague(lexed, at, lang):
            continue
        start, stop = lexed.starts[at - 1 if sign else at], lexed.stops[after - 1]
        if currency or sign:
            per, most = _per(lexed, lang, start, stop), round(float(amount) * scale, 2)
            low = _low_end(lexed, at - 1 if sign else at, most)
            if low is not None:
                found.append(MoneyMatch(low[0], stop, low[1], currency or sign, per, most))
            else:
                found.append(MoneyMatch(start, stop, most, currency or sign, per))
        elif _may_be_bare(lexed, at, amount, lang):
            bare.append((start, stop, round(float(amount), 2)))
    found += _with_currency(text, lexed, lang, bare, found)
    return tuple(sorted(found, key=lambda match: match.start))


def _tail(lexed: Lexed, at: int, lang: str) -> tuple[float, int]:
    """(factor, token after it) of "5k", "$2.5m", "195к"; (1, the next token) where none is glued on."""
    glued = at + 1 < len(lexed.codes) and lexed.starts[at + 1] == lexed.stops[at]
    factor = _cues(lang).tails.get(_form(lexed, at + 1)) if glued else None
    return (1.0, at + 1) if factor is None else (factor, at + 2)


def _is_vague(lexed: Lexed, at: int, lang: str) -> bool:
    """ "several thousand roubles" names no sum."""
    form = _form(lexed, at)
    if any(map(str.isdigit, form)):
        return False
    head = lexed.folded[max(0, lexed.starts[at] - _RATE_CHARS) : lexed.starts[at]]
    return _cues(lang).vague.search(head) is not None


def _low_end(lexed: Lexed, at: int, most: float) -> tuple[int, float] | None:
    """(start, lesser sum) of "от 200 до 300 тысяч" and "200-300 thousand", the token ``at`` being the 300."""
    if at < 2 or lexed.codes[at - 2] not in "dncY" or lexed.codes[at - 1] not in "-U&":
        return None
    if lexed.codes[at - 1] == "&" and lexed.codes[max(0, at - 3) : at - 2] != "W":
        return None
    value = lexed.values[at - 2]
    if not isinstance(value, int | float) or value <= 0:
        return None
    bare = not any(map(str.isalpha, _form(lexed, at - 2)))
    scaled = any(map(str.isalpha, _form(lexed, at)))
    scales = (1e9, 1e6, 1e3) if bare and scaled else ()
    low = float(value) * next((s for s in scales if s <= most and value * s < most), 1.0)
    return (lexed.starts[at - 2], round(low, 2)) if low < most else None


def _with_currency(
    text: str, lexed: Lexed, lang: str, bare: list[tuple[int, int, float]], found: list[MoneyMatch]
) -> list[MoneyMatch]:
    # "195,000 rubles (about $1,850)": what stands in brackets says the same sum again.
    named = [m for m in found if not _BRACKET_BEFORE.search(lexed.folded[max(0, m.start - 20) : m.start])]
    return [
        MoneyMatch(start, stop, amount, _by_neighbours(text, start, named), _per(lexed, lang, start, stop))
        for start, stop, amount in bare
    ]


def _by_neighbours(text: str, start: int, named: list[MoneyMatch]) -> str:
    """The one currency of this paragraph's sums, or else of the text's; "" where there are several."""
    near = {m.currency for m in named if "\n" not in text[min(m.start, start) : max(m.start, start)]}
    currencies = near or {m.currency for m in named}
    return next(iter(currencies)) if len(currencies) == 1 else ""


def find_money(text: str, *, lang: str, start: int = 0, stop: int | None = None) -> list[MoneyMatch]:
    """Sums in ``text[start:stop]``, in order, offsets in the whole text.

    A sum of thousands or more that names no currency is one only near a word of paying; it takes the
    currency of the other sums of the text where these have one only, else "".

    Raises:
        UnknownLanguage: ``lang`` is not covered.
    """
    end = len(text) if stop is None else stop
    found = _all_money(text, known_language(lang, text))
    return [match for match in found if start <= match.start and match.stop <= end]


def parse_money(text: str, *, lang: str) -> tuple[float, str] | None:
    """(amount, ISO 4217 code) of the first sum with a currency in a short text, None where there is none."""
    for match in find_money(text, lang=lang):
        if match.currency:
            return match.amount, match.currency
    return None
