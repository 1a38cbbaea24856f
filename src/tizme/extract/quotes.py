"""Quotations, also those that run over paragraphs and hold others inside."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

# A quotation that is not closed within so many code points was never closed: it ends with its line.
LONGEST = 4000
_LINE_QUOTE = re.compile(r"„[^“”\n]*[“”]?|\"[^\"\n]*\"?")
# Speech that a dash opens: "- My son left, - says Gulnara. - He was 20." A remark begins small behind a mark.
_DASH_OPENS = re.compile(r"[-–—]\s+(?=\S)")
_REMARK = re.compile(r"[,!?…][\"»”]?\s+[-–—]\s+(?=[^\W\d_A-ZА-ЯЁЎҚҒҲІЇЄҐӨҮҢӘҰҺӢӮҶ])")
_GOES_ON = re.compile(r"[.,!?…]\s+[-–—]\s+(?=\S)")
_PAIRS = {"«": "»", "“": "”"}
_AROUND = '.,;:!?…«»“”"()–—-'


def find_quotes(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Half-open ranges of the quotations in ``text[start:stop]``, outer ones and those inside them."""
    found = [(m.start(), m.end()) for m in _LINE_QUOTE.finditer(text, start, stop)]
    for opening, closing in _PAIRS.items():
        open_at: list[int] = []
        for match in re.finditer(f"[{opening}{closing}]", text[start:stop]):
            at = start + match.start()
            if match.group() == opening:
                open_at.append(at)
            elif open_at:
                begin = open_at.pop()
                found.append(
                    (begin, at + 1) if at - begin <= LONGEST else (begin, _line_end(text, begin, stop))
                )
        found += [(begin, _line_end(text, begin, stop)) for begin in open_at]
    return sorted(found)


def _line_end(text: str, at: int, stop: int) -> int:
    end = text.find("\n", at, stop)
    return stop if end < 0 else end


def dash_quotes(
    text: str,
    lines: Sequence[tuple[int, int]],
    other: Collection[int],
    own_words: Collection[str] = (),
) -> list[tuple[int, int]]:
    """Speech in lines that a dash opens, without the remarks inside.

    Where no line has a remark only those speak that say "I" or "we".

    Args:
        other: Numbers of lines in which a dash opens something else: an entry of a list, an answer.
        own_words: What one who speaks calls oneself.
    """
    opened = [
        (match.end(), b)
        for number, (a, b) in enumerate(lines)
        if number not in other and (match := _DASH_OPENS.match(text, a, b))
    ]
    if not any(_REMARK.search(text, a, b) for a, b in opened):
        opened = [(a, b) for a, b in opened if _says_own(text[a:b], own_words)]
    return [part for a, b in opened for part in _spoken_parts(text, a, b)]


def _says_own(line: str, own_words: Collection[str]) -> bool:
    return any(word.strip(_AROUND).lower() in own_words for word in line.split())


def _spoken_parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = start
    while begin < stop:
        remark = _REMARK.search(text, begin, stop)
        if remark is None:
            return [*found, (begin, stop)]
        found.append((begin, remark.start() + 1))
        behind = _GOES_ON.search(text, remark.end(), stop)
        if behind is None:
            break
        begin = behind.end()
    return found
