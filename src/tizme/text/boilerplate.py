"""Which lines of a text are advertisement, 'read also', page furniture or imprint, and not its article.

Whole lines only: a line is kept as article wherever it could carry a fact about somebody. The words are
in tables/text/boilerplate.csv; the few lengths are below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tizme.tables import rows
from tizme.text.fold import fold

# Longest lines of their kinds in the pages that the table's forms were read from, rounded up, in code points.
_CALL_LENGTH = 220
_SHORT_CALL_LENGTH = 60
_SLOGAN_LENGTH = 100
_SLOGAN_SENTENCE_WORDS = 6
_HEADLINE_LENGTH = 140
_BYLINE_WORDS = 4
_LINES_AFTER = 4
# A stem stands for a word that is at most this much longer than it.
_STEM_ENDING = 5

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_LEAD = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"[\W\d_]+$")
_LABEL_END = re.compile(r"\s*(?:\(\d{1,4}\)\s*)?(?:[:|>.!]|-(?=\s|$)|$)")  # "From the archive (2019):"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CONTACT = re.compile(r"\S+@\S+\.\w+|\bwww\.|https?://")
_SOCIAL = re.compile(
    r"^(?:[\W_]*(?:https?://)?(?:www\.)?"
    r"(?:t\.me|youtube\.com|youtu\.be|instagram\.com|facebook\.com|fb\.com|vk\.com|ok\.ru|twitter\.com|x\.com|tiktok\.com|wa\.me)"
    r"/\S*)+\s*$"
)
_SPEECH = re.compile(r"^\W*\"|\"\s*,?\s*-\s|,\"")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[.!?…]+\s+|[.!?…]+$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    stop: int  # with its line break
    low: str  # folded, no bullets before it, no blanks around it
    quoted: bool

    @property
    def blank(self) -> bool:
        return not self.low


def boilerplate_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the lines of ``text`` that are not article, line breaks included.

    Neighbouring lines are one range; a blank line between two of them is left out.
    """
    lines = list(_lines(text))
    marked = [False] * len(lines)
    for at, line in enumerate(lines):
        if line.blank or marked[at]:
            continue
        kind = _kind(line)
        if kind:
            marked[at] = True
            for after in _goes_on(lines, at, kind):
                marked[after] = True
    for first, last in _blocks(lines):
        if _is_block_of_calls(lines, marked, first, last):
            marked[first:last] = [True] * (last - first)
    return _ranges(lines, marked)


def _lines(text: str) -> Iterator[_Line]:
    folded = fold(text)
    for match in _LINE.finditer(folded):
        if match.start() == match.end():
            continue
        written = match.group().strip().strip("\ufeff")
        low = _LEAD.sub("", written)
        if written and not low:  # a row of marks is no article, and no line of ours either
            low = written
        if written.startswith("©"):
            low = written
        yield _Line(match.start(), match.end(), low, written[:1] == '"')


def _kind(line: _Line) -> str:
    """The kind of boilerplate that this line is by itself, or "" for article."""
    for kind, holds in _CERTAIN:
        if holds(line):
            return kind
    if _has_content(line.low):
        return _call(line) if _names_an_object(line.low) else ""
    for kind, holds in _UNLESS_CONTENT:
        if holds(line):
            return kind
    return _call(line)


def _is_read_also(line: _Line) -> bool:
    forms = _forms()
    points = _starts(line.low, forms["read_also", "start"]) or _label(line.low, forms["read_also", "label"])
    return points and not line.quoted


def _is_furniture(line: _Line) -> bool:
    whole, labels = _forms()["furniture", "line"], _forms()["furniture", "label"]
    if line.low in whole or _TAIL.sub("", line.low) in whole:
        return True
    return len(line.low) <= _HEADLINE_LENGTH and _label(line.low, labels)


def _is_social_address(line: _Line) -> bool:
    return _SOCIAL.match(line.low) is not None


def _is_copyright(line: _Line) -> bool:
    return line.low.startswith("©") and len(line.low) <= _CALL_LENGTH


def _is_ad(line: _Line) -> bool:
    return _label(line.low, _forms()["ad", "label"])


def _is_notice(line: _Line) -> bool:
    forms = _forms()
    said = _holds(line.low, forms["notice", "any"]) or _starts(line.low, forms["notice", "start"])
    return said and len(line.low) <= 2 * _CALL_LENGTH


def _is_share(line: _Line) -> bool:
    return len(line.low) <= _SHORT_CALL_LENGTH and _starts(line.low, _forms()["share", "start"])


def _call(line: _Line) -> str:
    forms, low = _forms(), line.low
    if len(low) > _CALL_LENGTH or _SPEECH.search(low) or line.quoted:
        return ""
    content = _has_content(low)
    about = _names_an_object(low)
    direct = _starts(low, forms["call", "start"])
    if direct and (about or (len(low) <= _SHORT_CALL_LENGTH and not content)):
        return "call"
    if content or not about:
        return ""
    if _starts(low, forms["call", "object"]) or _holds_words(low, forms["call", "with_object"]):
        return "call"
    return "own" if _holds(low, forms["own", "any"]) else ""


def _is_imprint(line: _Line) -> bool:
    forms, low = _forms(), line.low
    if len(low) > _CALL_LENGTH:
        return False
    if _label(low, forms["imprint", "label"]) or _starts(low, forms["imprint", "start"]):
        return not _has_content(low)
    if len(_WORD.findall(low)) <= _BYLINE_WORDS and _starts(low, forms["imprint", "byline"]):
        return not _has_content(low) and not _YEAR.search(low)
    if not _CONTACT.search(low):
        return False
    # "Sources: obituaries, courts, relatives. Remarks: a@b.c": content words do not make it an article.
    return any(
        sentence.startswith(form)
        for sentence in (_LEAD.sub("", part) for part in _SENTENCE.split(low) if part)
        for form in forms["imprint", "with_contact"]
    )


# Asked in this order; the second group only of lines that hold no word of content.
_CERTAIN: tuple[tuple[str, Callable[[_Line], bool]], ...] = (
    ("read_also", _is_read_also),
    ("furniture", _is_furniture),
    ("own", _is_social_address),
    ("notice", _is_copyright),
    ("imprint", _is_imprint),
)
_UNLESS_CONTENT: tuple[tuple[str, Callable[[_Line], bool]], ...] = (
    ("ad", _is_ad),
    ("notice", _is_notice),
    ("share", _is_share),
)


def _goes_on(lines: list[_Line], at: int, kind: str) -> Iterator[int]:
    """The lines after ``at`` that belong to the same piece: a slogan, an advertisement, headlines."""
    if kind == "read_also":
        yield from _headlines(lines, at)
    elif kind in {"call", "ad", "own"}:
        for after in range(at + 1, min(at + 1 + _LINES_AFTER, len(lines))):
            line = lines[after]
            if line.blank or _kind(line) or not _is_slogan(line, advertised=kind == "ad"):
                return
            yield after


def _headlines(lines: list[_Line], at: int) -> Iterator[int]:
    """What stands under a 'read also' that names nothing itself: headlines, without a closing full stop."""
    if _WORD.findall(_after_label(lines[at].low)):
        return
    after = at + 1
    if after < len(lines) and lines[after].blank:
        after += 1
    found = 0
    while after < len(lines) and found < _LINES_AFTER and _is_headline(lines[after]):
        yield after
        found, after = found + 1, after + 1
        if found == 1 and lines[after - 2].blank:
            return  # headlines set off by blank lines: only the first is sure


def _after_label(low: str) -> str:
    forms = _forms()
    for form in sorted(forms["read_also", "start"] + forms["read_also", "label"], key=len, reverse=True):
        if low.startswith(form):
            return low[len(form) :]
    return ""


def _is_headline(line: _Line) -> bool:
    return not line.blank and len(line.low) <= _HEADLINE_LENGTH and line.low[-1] not in '.,;:"'


def _is_slogan(line: _Line, *, advertised: bool) -> bool:
    """A line of a few short sentences that says nothing about anybody."""
    if line.quoted or _has_content(line.low) or _SPEECH.search(line.low):
        return False
    if advertised:
        return len(line.low) <= _HEADLINE_LENGTH and not _YEAR.search(line.low)
    if len(line.low) > _SLOGAN_LENGTH or any(char.isdigit() for char in line.low):
        return False
    sentences = [part for part in _SENTENCE.split(line.low) if part]
    return all(len(_WORD.findall(part)) <= _SLOGAN_SENTENCE_WORDS for part in sentences)


def _blocks(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or lines[at].blank:
            if at - first > 1:
                yield first, at
            first = at + 1


def _is_block_of_calls(lines: list[_Line], marked: list[bool], first: int, last: int) -> bool:
    """Slogans around a call, set off by blank lines from an article that has other blocks."""
    if (first, last) == (0, len(lines)) or last - first > _LINES_AFTER + 1 or not any(marked[first:last]):
        return False
    calls = any(_kind(line) in {"call", "own"} for line in lines[first:last])
    return calls and all(marked[at] or _is_slogan(lines[at], advertised=False) for at in range(first, last))


def _ranges(lines: list[_Line], marked: list[bool]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for line, is_marked in zip(lines, marked, strict=True):
        if not is_marked:
            continue
        if found and found[-1][1] == line.start:
            found[-1] = (found[-1][0], line.stop)
        else:
            found.append((line.start, line.stop))
    return tuple(found)


def _starts(low: str, forms: tuple[str, ...]) -> bool:
    return any(low.startswith(form) and not low[len(form) : len(form) + 1].isalpha() for form in forms)


def _label(low: str, forms: tuple[str, ...]) -> bool:
    return any(low.startswith(form) and _LABEL_END.match(low, len(form)) for form in forms)


def _holds(low: str, forms: tuple[str, ...]) -> bool:
    return any(form in low for form in forms)


def _holds_words(low: str, forms: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", low) for form in forms if form in low)


def _names_an_object(low: str) -> bool:
    return _holds(low, _forms()["object", "any"])


def _has_content(low: str) -> bool:
    stems = _stems()
    for word in _WORD.findall(low):
        for length in range(max(2, len(word) - _STEM_ENDING), len(word) + 1):
            if word[:length] in stems:
                return True
    return any(" " in stem and stem in low for stem in stems)


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(_forms()["content", "stem"])


class _Forms(dict[tuple[str, str], tuple[str, ...]]):
    def __missing__(self, key: tuple[str, str]) -> tuple[str, ...]:
        return ()


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    found = _Forms()
    for row in rows("text/boilerplate.csv", "kind", "match", "lang", "form"):
        key = (row["kind"], row["match"])
        found[key] = (*found[key], fold(row["form"]))
    return found
