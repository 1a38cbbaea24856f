"""A document cut into passages that a model can be asked about, each with its number."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.model import Document, Section
from tizme.text import detect_language, normal_language, paragraphs

# Code points that one request holds at most, so that models with a window of 4,000 tokens can answer too:
# Cyrillic takes up to two tokens a letter in some of them.
MOST_CHARS = 1_600


@dataclass(frozen=True, slots=True)
class Passage:
    """``text[start:stop]`` of a document, outside boilerplate. ``number`` counts from 0 in the document."""

    number: int
    start: int
    stop: int
    section: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section as one voice's text of one day."""

    start: int
    stop: int
    lang: str
    published: str


def stretches(document: Document, *, published: str, lang: str = "") -> tuple[Stretch, ...]:
    """The sections of a document, or the whole of it."""
    main = normal_language(lang, document.text) if lang else document.lang or detect_language(document.text)
    sections = document.sections or (Section(0, len(document.text)),)
    several = len(sections) > 1
    return tuple(
        Stretch(
            one.start,
            one.stop,
            _language(document.text[one.start : one.stop], main) if several else main,
            one.published or published,
        )
        for one in sections
    )


def _language(text: str, main: str) -> str:
    return detect_language(text) if any(map(str.isalpha, text)) else main


def passages(document: Document, found: tuple[Stretch, ...]) -> tuple[Passage, ...]:
    """The paragraphs of every stretch that are no boilerplate, none longer than one request may be."""
    made: list[Passage] = []
    for number, stretch in enumerate(found):
        for a, b in paragraphs(document.text):
            start, stop = max(a, stretch.start), min(b, stretch.stop)
            if start >= stop or any(x < stop and start < y for x, y in document.boilerplate):
                continue
            for begin in range(start, stop, MOST_CHARS):
                made.append(Passage(len(made), begin, min(stop, begin + MOST_CHARS), number))
    return tuple(made)


def requests(found: tuple[Passage, ...]) -> list[tuple[Passage, ...]]:
    """Passages put together to requests: neighbours of one section, MOST_CHARS in all at most."""
    made: list[list[Passage]] = []
    length = 0
    for one in found:
        size = one.stop - one.start
        if made and made[-1][-1].section == one.section and length + size <= MOST_CHARS:
            made[-1].append(one)
            length += size
        else:
            made.append([one])
            length = size
    return [tuple(some) for some in made]
