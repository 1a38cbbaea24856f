"""Which lines of a text are advertisement, 'read also', page furniture or imprint, and not its article.

Whole lines only: a line is kept as article wherever it could carry a fact about somebody. The words are
in tables/text/boilerplate.csv; the few lengths are below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tizme.text.fold import fold
from tizme.text.page_forms import WORD, forms, has_content, holds, holds_words, label, label_ends, starts
from tizme.text.page_lines import (
    begins_a_headline,
    is_counter,
    is_credit,
    is_names,
    is_offer,
    is_plea,
    is_service,
    is_teaser,
)

_NAME_STEM = 5  # letters of a name that its cases share
# Longest lines of their kinds in the pages that the table's forms were read from, rounded up, in code points.
_CALL_LENGTH = 220
_SHORT_CALL_LENGTH = 60
_SLOGAN_LENGTH = 100
_SLOGAN_SENTENCEWORDS = 6
_HEADLINE_LENGTH = 140
_BYLINE_WORDS = 4
_LINES_AFTER = 4

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_LEAD = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"[\W\d_]+$")
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
    written: str  # as ``low``, unfolded
    known: Callable[[str], bool]  # whether the text uses one of these names in another place

    @property
    def with_quote(self) -> tuple[str, str]:
        """Folded and written, a quote before the line kept."""
        return ('"' + self.low, '"' + self.written) if self.quoted else (self.low, self.written)

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
    names: Counter[str] = Counter()

    def known(phrase: str) -> bool:
        if not names:
            names.update(word[:_NAME_STEM] for word in WORD.findall(folded))
        stems = (word[:_NAME_STEM] for word in WORD.findall(fold(phrase)) if len(word) >= _NAME_STEM)
        return any(names[stem] > 1 for stem in stems)

    for match in _LINE.finditer(folded):
        if match.start() == match.end():
            continue
        written = match.group().strip().strip("\ufeff")
        low = _LEAD.sub("", written)
        if written and not low:  # a row of marks is no article, and no line of ours either
            low = written
        if written.startswith(("©", "#")):
            low = written
        at = match.start() + match.group().find(low)
        yield _Line(match.start(), match.end(), low, written[:1] == '"', text[at : at + len(low)], known)


def _kind(line: _Line) -> str:
    """The kind of boilerplate that this line is by itself, or "" for article."""
    for kind, is_one in _CERTAIN:
        if is_one(line):
            return kind
    if has_content(line.low):
        return _call(line) if _names_an_object(line.low) else ""
    for kind, is_one in _UNLESS_CONTENT:
        if is_one(line):
            return kind
    return _call(line)


def _is_read_also(line: _Line) -> bool:
    if line.quoted:
        return False
    if starts(line.low, forms()["read_also", "start"]):
        return True
    # "Смотрите: вот" is a sentence; a label of two words is none.
    ends = label_ends(line.low, forms()["read_also", "label"])
    return any(len(WORD.findall(line.low[:end])) > 1 or begins_a_headline(line.written[end:]) for end in ends)


def _is_furniture(line: _Line) -> bool:
    whole, labels = forms()["furniture", "line"], forms()["furniture", "label"]
    if line.low in whole or _TAIL.sub("", line.low) in whole:
        return True
    return len(line.low) <= _HEADLINE_LENGTH and label(line.low, labels)


def _is_social_address(line: _Line) -> bool:
    return _SOCIAL.match(line.low) is not None


def _is_copyright(line: _Line) -> bool:
    return line.low.startswith("©") and len(line.low) <= _CALL_LENGTH


def _is_ad(line: _Line) -> bool:
    return label(line.low, forms()["ad", "label"])


def _is_notice(line: _Line) -> bool:
    said = holds(line.low, forms()["notice", "any"]) or starts(line.low, forms()["notice", "start"])
    return said and len(line.low) <= 2 * _CALL_LENGTH


def _is_share(line: _Line) -> bool:
    return len(line.low) <= _SHORT_CALL_LENGTH and starts(line.low, forms()["share", "start"])


def _call(line: _Line) -> str:
    low = line.low
    if len(low) > _CALL_LENGTH or _SPEECH.search(low) or line.quoted:
        return ""
    content = has_content(low)
    about = _names_an_object(low)
    direct = starts(low, forms()["call", "start"])
    if direct and (about or (len(low) <= _SHORT_CALL_LENGTH and not content)):
        return "call"
    if content or not about:
        return ""
    if starts(low, forms()["call", "object"]) or holds_words(low, forms()["call", "with_object"]):
        return "call"
    return "own" if holds(low, forms()["own", "any"]) else ""


def _is_imprint(line: _Line) -> bool:
    low = line.low
    if len(low) > _CALL_LENGTH:
        return False
    # "Печать: «Годен»" is what a stamp says, not who printed.
    labels = label_ends(low, forms()["imprint", "label"])
    if any(not low[end:].lstrip().startswith('"') for end in labels) or starts(
        low, forms()["imprint", "start"]
    ):
        return not has_content(low)
    if len(WORD.findall(low)) <= _BYLINE_WORDS and _is_byline(line):
        return not has_content(low) and not _YEAR.search(low)
    if not _CONTACT.search(low):
        return False
    # "Sources: obituaries, courts, relatives. Remarks: a@b.c": content words do not make it an article.
    return any(
        sentence.startswith(form)
        for sentence in (_LEAD.sub("", part) for part in _SENTENCE.split(low) if part)
        for form in forms()["imprint", "with_contact"]
    )


def _by_words(rule: Callable[[str], bool]) -> Callable[[_Line], bool]:
    return lambda line: rule(line.with_quote[0])


def _by_capitals(rule: Callable[[str, str], bool]) -> Callable[[_Line], bool]:
    return lambda line: rule(*line.with_quote)


def _is_byline(line: _Line) -> bool:
    roles = (form for form in forms()["imprint", "byline"] if starts(line.low, (form,)))
    return any(is_names(line.written[len(role) :]) for role in roles)


# Asked in this order; the second group only of lines that hold no word of content.
_CERTAIN: tuple[tuple[str, Callable[[_Line], bool]], ...] = (
    ("read_also", _is_read_also),
    ("furniture", _is_furniture),
    ("own", _is_social_address),
    ("notice", _is_copyright),
    ("imprint", _is_imprint),
    ("teaser", _by_capitals(is_teaser)),
    ("plea", _by_words(is_plea)),
    ("counter", _by_capitals(is_counter)),
    ("offer", _by_words(is_offer)),
    ("service", _by_words(is_service)),
    ("credit", lambda line: is_credit(*line.with_quote, line.known)),
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
            if line.blank or _is_of_another(line, kind) or not _is_slogan(line, advertised=kind == "ad"):
                return
            yield after


def _is_of_another(line: _Line, kind: str) -> bool:
    """Whether the line is a piece of its own; an advertisement goes on with offers."""
    return _kind(line) not in ({"", "offer", "service"} if kind == "ad" else {""})


def _headlines(lines: list[_Line], at: int) -> Iterator[int]:
    """What stands under a 'read also' that names nothing itself: headlines, without a closing full stop."""
    if WORD.findall(_after_label(lines[at].low)):
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
    for form in sorted(forms()["read_also", "start"] + forms()["read_also", "label"], key=len, reverse=True):
        if low.startswith(form):
            return low[len(form) :]
    return ""


def _is_headline(line: _Line) -> bool:
    return not line.blank and len(line.low) <= _HEADLINE_LENGTH and line.low[-1] not in '.,;:"'


def _is_slogan(line: _Line, *, advertised: bool) -> bool:
    """A line of a few short sentences that says nothing about anybody."""
    if line.quoted or has_content(line.low) or _SPEECH.search(line.low):
        return False
    if advertised:
        return len(line.low) <= _HEADLINE_LENGTH and not _YEAR.search(line.low)
    if len(line.low) > _SLOGAN_LENGTH or any(char.isdigit() for char in line.low):
        return False
    sentences = [part for part in _SENTENCE.split(line.low) if part]
    return all(len(WORD.findall(part)) <= _SLOGAN_SENTENCEWORDS for part in sentences)


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


def _names_an_object(low: str) -> bool:
    return holds(low, forms()["object", "any"])
