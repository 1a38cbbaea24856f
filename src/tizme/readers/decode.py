"""Bytes to text: byte order marks, UTF-8, UTF-16, and the single-byte encodings of Cyrillic."""

from __future__ import annotations

import codecs
import math
from dataclasses import dataclass
from functools import lru_cache

from tizme.tables import rows

# Marks that stand in any text of ours, whatever its encoding.
_MARKS = frozenset("«»„“”‘’–—…№§°©®·•\u00a0\u00ad€")
_BAD_SYMBOL, _RARE_LETTER = -9.0, -7.0
_CASE_JUMP, _MIXED_WORD = -4.0, -6.0
# How much better per letter a less usual encoding must read.
_CLEARLY_BETTER = 0.2
_SAMPLE = 40_000
# Below this share of bad sequences a file is UTF-8 with damage rather than something else.
_DAMAGED_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and what had to be assumed to get it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes, *, declared: str = "", keep_mark: bool = False) -> Decoded:
    """The text of ``content``; nothing is dropped and no line break is changed.

    Args:
        declared: What the file says of itself (an HTML charset); it wins over guessing between
            single-byte encodings if the bytes allow it.
        keep_mark: Leave U+FEFF at the start in the text, as a code point of the file.
    """
    found = _unicode(content) or _as_declared(content, declared) or _single_byte(content)
    if not keep_mark and found.text.startswith("\ufeff"):
        return Decoded(found.text[1:], found.encoding, found.warnings)
    return found


def _unicode(content: bytes) -> Decoded | None:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return _strict(content, encoding) or _damaged(content, encoding)
    wide = _utf16_without_mark(content)
    if wide:
        return _strict(content, wide, warn=True) or _damaged(content, wide)
    return _strict(content, "utf-8") or _damaged_utf8(content)


def _strict(content: bytes, encoding: str, *, warn: bool = False) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    said = (f"The file does not say its encoding; it was read as {_shown(encoding)}.",) if warn else ()
    return Decoded(text, encoding, said)


def _damaged(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    said = f"Read as {_shown(encoding)}; {bad} damaged places are shown as \ufffd, check names near them."
    return Decoded(text, encoding, (said,))


def _damaged_utf8(content: bytes) -> Decoded | None:
    """UTF-8 with a few broken sequences, such as a download that was cut off."""
    text = content[:_SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return _damaged(content, "utf-8") if good > 0 and bad <= max(1, _DAMAGED_SHARE * good) else None


def _utf16_without_mark(content: bytes) -> str:
    """Latin and Cyrillic letters have 0x00 or 0x04 as their high byte, at every second place."""
    sample = content[: min(len(content), 4000) & ~1]
    if len(sample) < 4 or len(content) % 2:
        return ""
    for half, encoding in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        if half.count(0) + half.count(4) > 0.8 * len(half) and half.count(0) > 0:
            return encoding
    return ""


def _as_declared(content: bytes, declared: str) -> Decoded | None:
    if not declared or declared.lower().replace("-", "") in {"utf8", "ascii", "usascii", "iso88591"}:
        return None  # these would read anything, or have just failed
    return _strict(content, declared)


def _single_byte(content: bytes) -> Decoded:
    best, best_score, best_shown = None, -math.inf, ""
    for row in rows("readers/encodings.csv", "encoding", "shown_as"):
        found = _strict(content, row["encoding"])
        if found is None:
            continue
        score = _plausibility(found.text[:_SAMPLE])
        if best is None or score > best_score + _CLEARLY_BETTER:
            best, best_score, best_shown = found, score, row["shown_as"]
    if best is None:
        return _damaged(content, "cp1251")
    said = f"The file is not Unicode and does not say its encoding; it was read as {best_shown}."
    return Decoded(best.text, best.encoding, (said,))


def _plausibility(text: str) -> float:
    """Mean log likelihood of the characters that are not ASCII; higher reads better."""
    likely = _likelihoods()
    total, count = 0.0, 0
    for at, char in enumerate(text):
        if char <= "\x7f":
            continue
        count += 1
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not char.isalpha():
            total += -2.0 if char in _MARKS else _BAD_SYMBOL
            continue
        latin = char < "\u0250"
        total += -5.0 if latin else likely.get(char.lower(), _RARE_LETTER)
        if char.isupper() and before.islower():
            total += _CASE_JUMP
        beside_ascii = any(one.isascii() and one.isalpha() for one in (before, after))
        beside_wide = any(one > "\x7f" and one.isalpha() for one in (before, after))
        if (beside_ascii and not latin) or (beside_wide and latin):
            total += _MIXED_WORD
    return total / count if count else 0.0


@lru_cache(maxsize=1)
def _likelihoods() -> dict[str, float]:
    table = rows("readers/letter_frequency.csv", "letter", "per_mille")
    return {row["letter"]: math.log(float(row["per_mille"]) / 1000) for row in table}


def _shown(encoding: str) -> str:
    for row in rows("readers/encodings.csv", "encoding", "shown_as"):
        if row["encoding"] == encoding:
            return row["shown_as"]
    return encoding.upper()
