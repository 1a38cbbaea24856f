"""A text as a string of word classes, one character a token, with values and offsets beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tizme.dates.numerals import read_numeric
from tizme.dates.vocabulary import Word, vocabulary
from tizme.text import fold

# Codes of tokens that no table lists. Marks stand for themselves.
UNKNOWN, BREAK, DAY_NUMBER, NUMBER, YEAR, FULL, NO_YEAR, LOWER_MONTH = "_", "|", "d", "n", "Y", "E", "i", "x"
# Digits as a scanner misreads them: O and О for 0, l and І for 1, З for 3, б for 6.
_D = r"[\doоliізб]"
_TOKEN = re.compile(
    rf"(?P<full>(?<![\w.]){_D}{{1,2}}(?P<sep>[./-]) ?{_D}{{1,2}}(?P=sep) ?[12]{_D}{{3}}(?=[гrрж]\b|\W|_|$))"
    r"|(?P<roman>(?<![\w.])\d{1,2}(?P<sep4>[./ -])[ivxіх]{1,4}(?P=sep4)(?:19|20)\d\d(?!\d))"
    rf"|(?P<ocrday>(?<![\w.])(?:[lіiо]\d|o\d|\d[lіioозб]|[зб]\d)(?=[ -][^\W\d_]{{3}}))"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<iso>(?<![\w.-])(?:19|20)\d\d(?P<sep2>[-./])\d\d(?:(?P=sep2)\d\d)?(?![\d]|[-./]\d))"
    r"|(?P<short>(?<![\w.,])\d{1,2}(?P<sep3>[./])\d{1,2}(?P=sep3)\d\d(?![\w]|[./]\d))"
    r"|(?P<my>(?<![\w.,])(?:0[1-9]|1[0-2])[./](?:19|20)\d\d(?![\w]|[./]\d))"
    rf"|(?P<ocr>(?<![\w.])(?:19|2[0oо]){_D}{{2}}(?=[гr]\b|\W|$))"
    r"|(?P<group>(?<![\w.,])\d{1,3}(?:(?: \d{3})+|(?:,\d{3})+|(?:\.\d{3})+|(?:'\d{3})+)(?!\d)"
    r"(?:[.,]\d{1,2}(?!\d))?)"
    r"|(?P<dm>(?<![\w.,])\d\d\.\d\d(?![\w%]|[.,]\d| %))"
    r"|(?P<dec>\d+[.,]\d+)"
    r"|(?P<int>\d+)"
    r"|(?P<gap>\n[ \r]*\n)"
    r"|(?P<mark>[^\w\s]|_)"
)
_LATIN_TWINS, _CYRILLIC_TWINS = "acekmhoptxyib", "асекмнортхуів"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS, _CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_LETTERS = re.compile(r"[ -]([^\W\d_]+)")
_MIXED = re.compile(r"[^\W\d_]*(?:[a-z][\u0430-\u052f]|[\u0430-\u052f][a-z])[^\W\d_]*")


@dataclass(frozen=True, slots=True)
class Lexed:
    """Tokens side by side: ``codes[i]`` stands for ``text[starts[i]:stops[i]]``.

    Attributes:
        values: A Word for what a table lists, a number, or the EDTF of a date in figures.
        folded: The text as it was compared, same offsets.
    """

    codes: str
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    values: tuple[Word | float | str, ...]
    folded: str


def _comparable(text: str, *, latin: bool) -> str:
    """Folded text in which a word of two alphabets is brought to the language's own, same length."""
    folded = fold(text)
    if _MIXED.search(folded) is None:
        return folded
    table = _TO_LATIN if latin else _TO_CYRILLIC
    return _MIXED.sub(lambda m: m.group().translate(table), folded)


def _lowered_month(word: Word, text: str, start: int, lang: str) -> str:
    """The code of a month by its first letter: English months are capitalised, the others are not."""
    capital = text[start].isupper()
    if lang == "en":
        if not capital and not text.isupper():
            return LOWER_MONTH
        return word.code
    if capital and word.kind == "month_lower":
        return "m"
    if capital and word.code in "Mm" and not _opens_sentence(text, start):
        return "m"
    return word.code


def _code_of(word: Word, text: str, start: int, lang: str) -> str:
    if word.kind.startswith("month") and word.code in "MmQb":
        return _lowered_month(word, text, start, lang)
    return word.code


def _mark(mark: str, words: dict[str, Word]) -> tuple[str, Word | str]:
    if mark in words:
        return words[mark].code, words[mark]
    if mark in "-.,()/:;%":
        return mark, ""
    return ("," if mark == "|" else UNKNOWN), ""


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \t\u00a0«“\"'(—–-:")
    return start == 0 or before == "" or before[-1] in ".!?…\n"


def _month_follows(folded: str, at: int, words: dict[str, Word]) -> bool:
    following = _LETTERS.match(folded, at)
    word = words.get(following[1]) if following else None
    return word is not None and word.kind.startswith("month")


def lex(text: str, lang: str) -> Lexed:
    """The tokens of ``text``; ``lang`` is one of tizme.text.LANGUAGES."""
    vocab = vocabulary(lang)
    folded = _comparable(text, latin=lang in {"en", "uz-Latn"})
    codes: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    values: list[Word | float | str] = []
    words, phrases, done = vocab.words, vocab.phrases, 0
    for match in _TOKEN.finditer(folded):
        start = match.start()
        if start < done:
            continue
        group, stop = match.lastgroup, match.end()
        if group == "ocrday" and not _month_follows(folded, stop, words):
            group = "misread"
        code, value = UNKNOWN, ""  # type: str, Word | float | str
        if group == "word":
            form = match.group()
            known = words.get(form)
            if known is not None:
                code, value = _code_of(known, text, start, lang), known
            for phrase in phrases.get(form, ()):
                longer = phrase.pattern.match(folded, start)
                if longer is not None:
                    code, value, stop = phrase.meaning.code, phrase.meaning, longer.end()
                    done = stop
                    break
        elif group == "mark":
            code, value = _mark(match.group(), words)
        elif group == "gap":
            code = BREAK
        else:
            code, value = read_numeric(str(group), match.group(), lang)
        codes.append(code)
        starts.append(start)
        stops.append(stop)
        values.append(value)
    return Lexed("".join(codes), tuple(starts), tuple(stops), tuple(values), folded)
