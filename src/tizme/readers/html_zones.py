"""What stands under a heading of a page's furniture: comments, other stories, who wrote it, offers.

A page without telling tags or classes still says "Комментарии (3)" over its comments. What such a heading
governs is found from the tree: the rest of the smallest element that holds more than the heading itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree

from tizme.readers.html_blocks import Block
from tizme.tables import rows
from tizme.text import fold

# Code points: a headline, a tag or a button is no longer; a paragraph of the article is.
_HEADLINE = 180
# Code points: no sentence of an article is that short.
_SHORT = 60
# An offer or a story list ends at the latest after so many lines without another heading.
_MOST_STORIES = 40
_LINES_ABOUT_AUTHOR = 3
# Where more than this share of the article stands below "Comments", the word was a link to them.
_ARTICLE_BELOW = 0.3
_COUNT = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_NAME = re.compile(r"[^\W\d_]{4,}")
_LONGEST_LABEL = 60


def furniture_zones(lines: Sequence[Block], article: set[int]) -> set[int]:
    """Lines that stand under a heading of furniture, the headings included.

    Args:
        article: Lines that are believed to be the article, to tell a heading from a link that reads like one.
    """
    ranges = _ranges(lines)
    found: set[int] = set()
    for at, line in enumerate(lines):
        kind = label_of(line.text)
        if not kind or line.level == 1:
            continue
        zone = _zone(lines, at, kind, ranges)
        below = sum(len(lines[one].text) for one in zone if one in article)
        whole = sum(len(lines[one].text) for one in article if one not in found)
        if (
            kind == "comments"
            and below > _ARTICLE_BELOW * max(1, whole)
            and not _is_heading(line, at, article)
        ):
            zone = []
        found |= {at, *zone} if kind != "author" or zone else {at}
    return found


def _is_heading(line: Block, at: int, article: set[int]) -> bool:
    """Whether "Comments" stands behind most of the article, as a heading of theirs does."""
    return bool(article) and at > sorted(article)[len(article) // 2] and not line.linked


def label_of(words: str) -> str:
    """The kind of furniture that a line is a heading of, "" for none.

    >>> label_of("Комментарии (3)"), label_of("Похожие материалы:"), label_of("Он комментировал новости")
    ('comments', 'stories', '')
    """
    if len(words) > _LONGEST_LABEL:
        return ""
    folded = fold(words).strip()
    whole = _labels("line").get(" ".join(_COUNT.sub("", folded).split()))
    if whole:
        return whole
    for form, kind in _labels("start").items():
        if folded.startswith(f"{form} ") and _is_name(words.strip()[len(form) :]):
            return kind
    return ""


def _is_name(words: str) -> bool:
    parts = words.replace(",", " ").split()
    return 1 <= len(parts) <= 6 and parts[0][:1].isupper() and not words.rstrip().endswith((".", ":", "…"))


def _zone(
    lines: Sequence[Block], at: int, kind: str, ranges: dict[etree._Element, tuple[int, int]]
) -> list[int]:
    zone: list[int] = []
    for number in _below(lines, at, ranges):
        line = lines[number]
        if kind == "comments":
            zone.append(number)
            continue
        other = label_of(line.text)
        heading = line.level and lines[at].level and line.level <= lines[at].level
        if other or heading or not _belongs(lines, at, number, kind) or len(zone) == _MOST_STORIES:
            break
        zone.append(number)
    return zone


def _belongs(lines: Sequence[Block], at: int, number: int, kind: str) -> bool:
    line = lines[number]
    if kind == "author":
        names = {word.lower() for word in _NAME.findall(lines[at].text)}
        return number - at <= _LINES_ABOUT_AUTHOR and any(
            word.lower() in names for word in _NAME.findall(line.text)
        )
    if kind == "offer":
        return line.linked or len(line.text) <= _SHORT
    return line.linked or (len(line.text) <= _HEADLINE and not line.text.rstrip().endswith((".", ":", ";")))


def _below(lines: Sequence[Block], at: int, ranges: dict[etree._Element, tuple[int, int]]) -> Iterator[int]:
    """The lines after ``at`` in the smallest element that holds another line too."""
    element = lines[at].place
    while element is not None and ranges[element] == (at, at):
        element = element.getparent()
    last = ranges[element][1] if element is not None else at
    yield from range(at + 1, last + 1)


def _ranges(lines: Sequence[Block]) -> dict[etree._Element, tuple[int, int]]:
    """Element -> its first and last line."""
    found: dict[etree._Element, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        element = line.place
        while element is not None:
            first, last = found.get(element, (number, number))
            found[element] = (min(first, number), max(last, number))
            element = element.getparent()
    return found


@lru_cache(maxsize=2)
def _labels(match: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("readers/page_labels.csv", "kind", "match", "lang", "form"):
        if row["match"] == match:
            found.setdefault(" ".join(fold(row["form"]).split()), row["kind"])
    return found
