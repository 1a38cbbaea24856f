"""From a text and its stretches to a Document: language and script per passage, boilerplate, warnings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tizme.model import Document, Passage
from tizme.readers.failure import UnreadableError
from tizme.readers.text_rows import text_rows
from tizme.text import detect_language, script_of
from tizme.text.boilerplate import boilerplate_lines

# Fewer letters than these do not tell a language; the passage then takes its item's.
ENOUGH_LETTERS = 15
# What a text may not hold if a database is to keep it: zero bytes and halves of surrogate pairs.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text and what it is (Passage.kind). ``lang`` only where it is known already."""

    start: int
    stop: int
    kind: str = "body"
    lang: str = ""


@dataclass(slots=True)
class TextBuilder:
    """Puts a text together and says where each piece came to stand."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str) -> tuple[int, int]:
        """Where ``piece`` stands now."""
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start, self.length

    def text(self) -> str:
        return "".join(self.pieces)


def assemble(
    document: Document,
    stretches: Iterable[Stretch],
    *,
    ad_lines: bool = True,
) -> Document:
    """``document`` with its passages, language and storable text, and its warnings in order.

    Args:
        stretches: In text order, not overlapping.
        ad_lines: Also mark the advertisement lines that can be told by their words.

    Raises:
        UnreadableError: the text holds no letter and no digit.
    """
    text = document.text
    if not any(char.isalnum() for char in text):
        raise UnreadableError("no-text", "The file holds no words.")
    warnings = list(document.warnings)
    bad = len(_UNSTORABLE.findall(text))
    if bad:
        text = _UNSTORABLE.sub("\ufffd", text)
        warnings.append(f"{bad} characters that no text may hold are shown as \ufffd, each in its place.")
    boilerplate = document.boilerplate
    if ad_lines:
        boilerplate = union(boilerplate, boilerplate_lines(text))
    found = list(stretches)
    lang = _main_language(text, found, boilerplate)
    rows, mapping = document.rows, document.mapping
    if not document.is_list:
        known = tuple(
            (min(cell.start for cell in row.cells), max(cell.stop for cell in row.cells)) for row in rows
        )
        within = text_rows(text, (*boilerplate, *known))
        rows, mapping = (*rows, *within.rows), (*mapping, *within.mapping)
    passages = tuple(
        Passage(one.start, one.stop, one.lang or _language(text, one, lang), _script(text, one), one.kind)
        for one in found
    )
    return replace(
        document,
        text=text,
        lang=lang,
        passages=passages,
        boilerplate=boilerplate,
        rows=tuple(sorted(rows, key=lambda row: row.cells[0].start)),
        mapping=mapping,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def union(*ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The ranges joined where they touch or overlap, in order."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(one for group in ranges for one in group):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        elif start < stop:
            found.append((start, stop))
    return tuple(found)


def _main_language(text: str, stretches: list[Stretch], boilerplate: tuple[tuple[int, int], ...]) -> str:
    letters: Counter[str] = Counter()
    for one in stretches:
        inside = any(start <= one.start and one.stop <= stop for start, stop in boilerplate)
        count = _letters(text[one.start : one.stop])
        if not inside and (one.lang or count >= ENOUGH_LETTERS):
            letters[one.lang or detect_language(text[one.start : one.stop])] += count
    if not letters:
        return detect_language(text)
    return min(letters, key=lambda lang: (-letters[lang], lang))


def _language(text: str, one: Stretch, main: str) -> str:
    passage = text[one.start : one.stop]
    return detect_language(passage) if _letters(passage) >= ENOUGH_LETTERS else main


def _script(text: str, one: Stretch) -> str:
    return script_of(text[one.start : one.stop])


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))
