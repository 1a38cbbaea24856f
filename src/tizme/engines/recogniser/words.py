"""What a single written word tells the recogniser, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tizme.engines.recogniser.lookups import Hashes, name_sign, place_sign
from tizme.names import canon, token_kinds
from tizme.text import Token
from tizme.text.script import script_of

_KIND_LETTERS = {
    "given-m": "m", "given-f": "f", "family": "s", "patronymic": "p", "patronymic-marker": "u",
    "rank": "r", "title": "t", "alias": "a",
}  # fmt: skip
_SHORT = 5  # letters: a small word up to here may be a marker, a rank or a title
_TELLING_TAGS = ("Name", "Surn", "Patr", "Geox", "Orgn")
_UNLIKELY_PARSE = 0.02
_MOST_PARSES = 4


@dataclass(frozen=True, slots=True)
class WordTells:
    """What one word tells.

    Attributes:
        here: Features of the word itself.
        beside: Fewer, for when it stands next to the word that is asked about.
        near: Fewer still, for two words away.
        coarse: Its shape and what part of a name it may be: neighbours are told by pairs of these.
        capital: Begins with a capital letter.
    """

    here: tuple[str, ...]
    beside: tuple[str, ...]
    near: tuple[str, ...]
    coarse: str
    capital: bool


def word_tells(token: Token, lang: str, names: Hashes) -> WordTells:
    """What a token tells in a text of ``lang``; the same for every token with its letters."""
    outline = shape(token)
    if token.kind != "word":
        few = ("w=" + token.low, "sh=" + outline)
        return WordTells(few, few, few, outline, capital=False)
    low, capital = token.low, token.text[0].isupper()
    kinds = _kinds(token.text, lang) if capital or len(low) <= _SHORT else ""
    near = ["w=" + low, "sh=" + outline, *(["k=" + kinds] if kinds else [])]
    beside = [*near, "s3=" + low[-3:], "s2=" + low[-2:]]
    name = place = ""
    if capital:
        if lang == "ru" and script_of(low) == "Cyrl":
            beside += _grammar(low)
        name, place = name_sign(names, low), place_sign(low)
        beside += [sign for sign in ("g=" + name, "p=" + place) if len(sign) > 2]
    coarse = outline + "/" + kinds + ("G" if name else "") + ("P" if place else "")
    if not capital and len(low) < _SHORT:
        coarse = low
    return WordTells((*beside, *_letters(low, lang)), tuple(beside), tuple(near), coarse, capital=capital)


def _letters(low: str, lang: str) -> list[str]:
    """Beginnings and endings, as written and in the letters that all our alphabets share."""
    shared = canon(low)
    found = [f"s{n}={low[-n:]}" for n in (1, 4, 5) if len(low) > n]
    found += [f"p{n}={low[:n]}" for n in (2, 3, 4, 5) if len(low) > n]
    found += [f"cs{n}={shared[-n:]}" for n in (2, 3, 4)]
    found += ["cp3=" + shared[:3], "c=" + shared, f"len={min(len(low), 12)}", "scr=" + script_of(low) + lang]
    if "-" in low:
        found += ["hy=" + half for half in low.split("-")[:3]]
    return found


def shape(token: Token) -> str:
    """How a token looks: "Xx", "XX", "X", "xx", "X-X", "9999", or the mark itself.

    >>> from tizme.text import tokens
    >>> [shape(t) for t in tokens("Асан У. 1994")]
    ['Xx', 'X', '.', '9999']
    """
    text = token.text
    if token.kind == "number":
        return "9999" if len(text) == 4 else "9"
    if token.kind == "mark":
        return text
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if text.isupper():
        return "XX" if len(text) <= _SHORT else "XXX"
    if text.islower():
        return "x-x" if "-" in text else "xx"
    if not text[0].isupper():
        return "xX"
    if "-" in text:
        return "-".join("X" if half[:1].isupper() else "x" for half in text.split("-"))[:5]
    return "Xx" if text[1:].islower() else "XxX"


def _kinds(word: str, lang: str) -> str:
    return "".join(sorted(_KIND_LETTERS[kind] for kind in token_kinds(word, lang=lang)))


@lru_cache(maxsize=1)
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _grammar(low: str) -> list[str]:
    """What the dictionary of Russian says a word may be: a name, a surname, a place, its part of speech."""
    analyzer = _morphology()
    told: set[str] = set()
    for parse in analyzer.parse(low)[:_MOST_PARSES]:
        if parse.score >= _UNLIKELY_PARSE:
            tags = parse.tag.grammemes
            told.update(tag for tag in _TELLING_TAGS if tag in tags)
            told.add(f"{parse.tag.POS}{'a' if 'anim' in tags else ''}")
    known = "k" if analyzer.word_is_known(low) else "u"
    return ["mu=" + known, *("m=" + tag for tag in sorted(told))]
