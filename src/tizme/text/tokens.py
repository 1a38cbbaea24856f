"""Words, sentences and paragraphs with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tizme.text.fold import fold

# A word may hold apostrophes (o‘g‘li, п'ять) and inner hyphens (Ростов-на-Дону, 25-летний).
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’‘ʻʼ`´][^\W\d_]+)*(?:-[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "г гг ул д с п р обл стр тов им т е н к ст пос дер мкр кв ред др проч напр руб коп тыс млн млрд "
    "mr mrs ms dr sgt lt col gen capt maj st no vs etc approx inc "
    "ж б м o обл р-н ш а в ок см пгт".split()
)
_ENDER = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``low`` is the folded form."""

    start: int
    stop: int
    text: str
    low: str
    kind: str  # word | number | mark


def tokens(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of ``text[start:stop]``, with offsets in the whole text."""
    folded = fold(text)
    end = len(text) if stop is None else stop
    return [
        Token(m.start(), m.end(), m.group(), folded[m.start() : m.end()], m.lastgroup or "mark")
        for m in _TOKEN.finditer(text, start, end)
    ]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the non-empty lines, blanks trimmed off."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            begin = match.start() + line.index(stripped)
            found.append((begin, begin + len(stripped)))
    return found


def sentences(text: str, start: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences in ``text[start:stop]``; none crosses a line break."""
    end = len(text) if stop is None else stop
    found, begin = [], start
    for match in _ENDER.finditer(text, start, end):
        if "\n" not in match.group() and not _really_ends(text, begin, match.start(), match.end(), end):
            continue
        _add(text, begin, match.end(), found)
        begin = match.end()
    _add(text, begin, end, found)
    return found


def _really_ends(text: str, begin: int, at: int, after: int, end: int) -> bool:
    if text[at] != ".":
        return not (after < end and text[after].islower())
    word = re.search(r"([^\W\d_]+(?:-[^\W\d_]+)?)$", text[begin:at])
    if word:
        written = word.group(1)
        if written.lower() in _ABBREVIATIONS or (len(written) == 1 and written.isupper()):
            # "1989 г. р." goes on; "в 2022 г. Потом" ends where a capital follows a year's "г."
            return written.lower() == "г" and after < end and text[after].isupper() and _year_before(text, at)
    return not (after < end and text[after].islower())


def _year_before(text: str, at: int) -> bool:
    return re.search(r"\b(19|20)\d\d\s*г{1,2}$", text[max(0, at - 10) : at]) is not None


def _add(text: str, begin: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        first = begin + piece.index(stripped)
        found.append((first, first + len(stripped)))
