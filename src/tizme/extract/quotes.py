"""Quotations, also those that run over paragraphs and hold others inside."""

from __future__ import annotations

import re

# A quotation that is not closed within so many code points was never closed: it ends with its line.
LONGEST = 4000
_LINE_QUOTE = re.compile(r"„[^“”\n]*[“”]?|\"[^\"\n]*\"?")
_PAIRS = {"«": "»", "“": "”"}


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
