"""The words of tables/text/boilerplate.csv and page_words.csv, and how a line is held against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tizme.tables import rows
from tizme.text.fold import fold

_TABLES = ("text/boilerplate.csv", "text/page_words.csv")
# A stem stands for a word that is at most this much longer than it.
_STEM_ENDING = 5

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LABEL_END = re.compile(r"\s*(?:\(\d{1,4}\)\s*)?(?:[:|>.!]|-(?=\s|$)|$)")  # "From the archive (2019):"


class Forms(dict[tuple[str, str], tuple[str, ...]]):
    """Folded forms by kind and match; none of a pair that the table does not have."""

    def __missing__(self, key: tuple[str, str]) -> tuple[str, ...]:
        return ()


@lru_cache(maxsize=1)
def forms() -> Forms:
    """Both tables."""
    listed: dict[tuple[str, str], list[str]] = {}
    for row in (row for table in _TABLES for row in rows(table, "kind", "match", "lang", "form")):
        listed.setdefault((row["kind"], row["match"]), []).append(fold(row["form"]))
    return Forms({key: tuple(found) for key, found in listed.items()})


@lru_cache(maxsize=64)
def _stems(kind: str, match: str) -> tuple[frozenset[str], tuple[str, ...]]:
    listed = forms()[kind, match]
    return frozenset(listed), tuple(stem for stem in listed if not stem.replace("'", "").isalpha())


def words_of(kind: str, match: str) -> frozenset[str]:
    """The forms of one kind, to look a whole word up in."""
    return _stems(kind, match)[0]


def starts(low: str, listed: tuple[str, ...]) -> bool:
    """Whether the line begins with one of these, a whole word."""
    return any(low.startswith(form) and not low[len(form) : len(form) + 1].isalpha() for form in listed)


def label(low: str, listed: tuple[str, ...]) -> bool:
    """Whether the line begins with one of these and a colon, a dash or its end follows."""
    return any(label_ends(low, listed))


def label_ends(low: str, listed: tuple[str, ...]) -> Iterator[int]:
    """Where what follows such a label begins, for each of these that is one."""
    for form in listed:
        found = _LABEL_END.match(low, len(form)) if low.startswith(form) else None
        if found:
            yield found.end()


def holds(low: str, listed: tuple[str, ...]) -> bool:
    """Whether one of these stands anywhere in the line."""
    return any(form in low for form in listed)


def holds_words(low: str, listed: tuple[str, ...]) -> bool:
    """Whether one of these stands anywhere in the line as a whole word."""
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", low) for form in listed if form in low)


def begins_with_stem(word: str, stems: frozenset[str]) -> bool:
    """Whether a word is one of these stems with an ending that is no longer than endings are."""
    shortest = max(2, len(word) - _STEM_ENDING)
    return any(word[:length] in stems for length in range(shortest, len(word) + 1))


def stems_in(low: str, kind: str, match: str = "stem") -> int:
    """How many words of the line begin with a stem of this kind; a stem of two words counts once."""
    stems, phrases = _stems(kind, match)
    words = sum(begins_with_stem(word, stems) for word in WORD.findall(low))
    held = (phrase for phrase in phrases if phrase in low)
    return words + sum(bool(re.search(rf"(?<!\w){re.escape(phrase)}", low)) for phrase in held)


def has_content(low: str, *, weak: bool = True) -> bool:
    """Whether a word stands in the line that only an article (or a search for someone) uses.

    With ``weak`` false "was" and its like do not count.
    """
    stems, phrases = _stems("content", "stem")
    others, _ = _stems("content", "not")
    told, _ = _stems("content", "weak")
    return any(phrase in low for phrase in phrases) or any(
        begins_with_stem(word, stems)
        and not begins_with_stem(word, others)
        and (weak or not begins_with_stem(word, told))
        for word in WORD.findall(low)
    )
