"""Words, sentences and paragraphs with their places in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tizme.tables import rows
from tizme.text.fold import fold

# A word may hold apostrophes (o‘g‘li, п'ять), inner hyphens (Ростов-на-Дону, 25-летний) and, in
# text spoiled by OCR, a digit between letters (ШАРИФ0В).
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:\d(?=[^\W\d_])[^\W\d_]+)*(?:['’‘ʻʼ`´][^\W\d_]+)*(?:-[^\W\d_]+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
# The look-behind and the possessive runs keep a long row of full stops linear.
_ENDER = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s+|\n+")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\s*г{1,2}$")
# Latin letters and digits that OCR puts into Cyrillic words, by the look of the small or the capital letter.
_LOOK_ALIKES = str.maketrans("aceopxyuk0n36bhmt", "асеорхуикопзбвнмт")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_FOREIGN = re.compile(r"[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``low`` is the folded form, OCR look-alikes in Cyrillic words mended."""

    start: int
    stop: int
    text: str
    low: str
    kind: str  # word | number | mark


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("text/abbreviations.csv", "form"))


@lru_cache(maxsize=1)
def _before_numbers() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("text/abbreviations_before_numbers.csv", "form"))


def is_abbreviation(word: str) -> bool:
    """Whether a full stop behind the word ends no sentence: "обл", "ул"."""
    return word.lower() in _abbreviations()


@lru_cache(maxsize=1)
def sentence_openers() -> frozenset[str]:
    """Folded words that begin a sentence behind an initial, and no name."""
    return frozenset(row["form"] for row in rows("text/sentence_openers.csv", "form"))


@lru_cache(maxsize=20_000)
def mend_look_alikes(low: str) -> str:
    """A folded word with the Latin letters and digits that stand in a Cyrillic word put right.

    >>> mend_look_alikes("paнена")
    'ранена'
    >>> mend_look_alikes("telegram-канал")
    'telegram-канал'
    """
    if _CYRILLIC.search(low) and _FOREIGN.search(low):
        return "-".join(
            part.translate(_LOOK_ALIKES) if _CYRILLIC.search(part) else part for part in low.split("-")
        )
    return low


def tokens(text: str, start: int = 0, stop: int | None = None, *, folded: str | None = None) -> list[Token]:
    """The tokens of ``text[start:stop]``, with offsets in the whole text.

    Args:
        folded: ``fold(text)`` where the caller has it already.
    """
    end = len(text) if stop is None else stop
    # Only what is asked for: a long text is asked for sentence by sentence.
    low, first = (fold(text[start:end]), start) if folded is None else (folded, 0)
    found = []
    for match in _TOKEN.finditer(text, start, end):
        begin, after = match.span()
        kind = match.lastgroup or "mark"
        word = low[begin - first : after - first]
        found.append(
            Token(begin, after, text[begin:after], mend_look_alikes(word) if kind == "word" else word, kind)
        )
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the non-empty lines, blanks trimmed off."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+", text):
        _add(text, match.start(), match.end(), found)
    return found


# One letter of Uzbek or Tajik in Latin or Cyrillic spelling: "Sh. Valiyev", "Дж. Асадов".
_TWO_LETTER_INITIALS = frozenset({"Sh", "Ch", "Yo", "Yu", "Ya", "Ye", "Дж"})

# A regiment, where the word before says which; else a colonel cut short.
_WHOLE_BEHIND_WHICH = frozenset({"полк"})
_WHICH = re.compile(r"(?:ый|ий|ой|-й|\d)\s+$")


def sentences(
    text: str, start: int = 0, stop: int | None = None, *, across_lines: bool = False
) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences in ``text[start:stop]``.

    Args:
        across_lines: The lines are one wrapped paragraph; otherwise no sentence crosses a line break.
    """
    end = len(text) if stop is None else stop
    found: list[tuple[int, int]] = []
    begin = start
    for match in _ENDER.finditer(text, start, end):
        if across_lines and match.group().isspace():
            continue
        if (across_lines or "\n" not in match.group()) and not _really_ends(
            text, begin, match.start(), match.end(), end
        ):
            continue
        _add(text, begin, match.end(), found)
        begin = match.end()
    _add(text, begin, end, found)
    return found


def _really_ends(text: str, begin: int, at: int, after: int, end: int) -> bool:
    if after < end and (text[after].islower() or text[after] in "-–—"):
        return False  # «Я жив!» — сказал он.
    if text[at] != ".":
        return True
    word = _LAST_WORD.search(text[max(begin, at - 30) : at])
    if word is None:
        return True
    written = word.group(1)
    if len(written) == 1 and written.isupper() and _opens_a_sentence(text, after, end):
        return True
    if after < end and text[after].isdigit() and written.lower() in _before_numbers():
        return False  # "on Oct. 3, 2023"
    if written in _TWO_LETTER_INITIALS:
        return _opens_a_sentence(text, after, end)
    if written in _WHOLE_BEHIND_WHICH and _WHICH.search(text[max(begin, at - 40) : at - len(written)]):
        return True  # "в 1435-й полк. 30 апреля ...": no colonel
    if written.lower() in _abbreviations() or (len(written) == 1 and written.isupper()):
        # "1989 г. р." goes on; "в 2022 г. Потом" ends where a capital follows a year's "г."
        return written.lower() == "г" and _YEAR.search(text[max(0, at - 10) : at]) is not None
    return True


def _opens_a_sentence(text: str, at: int, end: int) -> bool:
    """ "Jasur T. No guards sat in": a word that no name begins with, and no initial ("T. A. Petrov")."""
    word = _FIRST_WORD.match(text, at, end)
    return (
        word is not None
        and text[word.end() : word.end() + 1] != "."
        and fold(word.group()) in sentence_openers()
    )


def _add(text: str, begin: int, end: int, found: list[tuple[int, int]]) -> None:
    piece = text[begin:end]
    stripped = piece.strip()
    if stripped:
        first = begin + piece.index(stripped)
        found.append((first, first + len(stripped)))
