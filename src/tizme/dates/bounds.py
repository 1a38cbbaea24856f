"""Whether the words around a date make it an edge of a time: "since June" is no June."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from tizme.dates.numbers import known_language, lex_numbers
from tizme.tables import rows
from tizme.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_REACH = 2  # words on each side
_LOOK = 60  # code points on each side; more than two words take
# A month whose ending says since or until ("июндан"), and the words for since, until, from, between.
_EDGES = frozenset("QOSUFW")


@cache
def _words(lang: str, side: str) -> frozenset[str]:
    return frozenset(
        fold(form)
        for row in rows("dates/bounds.csv", "lang", "side", "forms")
        if row["lang"] == lang and row["side"] == side
        for form in row["forms"].split()
    )


def is_edge(text: str, start: int, stop: int, *, lang: str) -> bool:
    """True where the date ``text[start:stop]`` is told as the beginning or end of a time, or as about then.

    In doubt True: a preposition that may only belong to the date itself counts as well.

    >>> text = "the third man killed since June"
    >>> is_edge(text, 27, 31, lang="en")
    True
    """
    code = known_language(lang, text)
    before = _WORD.findall(fold(text[max(0, start - _LOOK) : start]))[-_REACH:]
    after = _WORD.findall(fold(text[stop : stop + _LOOK]))[:_REACH]
    if not _words(code, "before").isdisjoint(before) or not _words(code, "after").isdisjoint(after):
        return True
    lexed = lex_numbers(text, code)
    first, last = bisect_left(lexed.starts, start), bisect_right(lexed.stops, stop)
    return not _EDGES.isdisjoint(lexed.codes[first:last])
