"""Letters and signs in the entries of a list, and the line that says what they stand for.

"д - есть документ; р - со слов родных" ... "/ погиб 07.02.2023 / д", "Key: [D] document; [R] relative",
"Sources: papers (P), chats (C)", "* - тасдиқланмаган". Whoever a sign stands for speaks for what is
before it, back to the sign before; one that opens an entry, or closes it alone, speaks for all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_voices import source_kind, subject_of
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Who

_SIGNS = frozenset({"*", "+", "†", "•", "✓", "°"})
_STANDS_FOR = frozenset({"-", "=", ":", "–", "—"})
_OPENING, _CLOSING = frozenset('([«"“'), frozenset(')]»"”')
_BEFORE = frozenset({"/", "|", ";", ".", ",", "-", ":"}) | _OPENING
_AROUND = frozenset({"(", "[", ")", "]", ".", ";"})
_BETWEEN = frozenset({",", "/", "+", "&", ";", "."})  # of the signs of one bracket
LONGEST, AT_THE_END = 2, 6  # letters of a sign, and tokens from it to the end of its entry
LONGEST_IN_BRACKETS = 8  # letters: "[док.]", "[off]"
NOTE_TOKENS = 6  # behind the comma in a bracket with a sign
FEWEST = 2  # signs without which nothing is a legend
LEGEND_WORDS = 14  # words of a line of a list that says what a sign stands for
FEWEST_BEHIND = 2  # signs that follow what they stand for: "papers (P), chats (C)"
# Of the signs of one bracket the one that weighs most speaks.
_WEIGHT = ("document", "official", "self", "informant", "press", "hearsay")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Tokens ``[first, last]`` of a sentence that are signs, and whom they stand for."""

    sentence: Sentence
    first: int
    last: int
    voice: Voice


def read_by_legend(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> set[int]:
    """Give every entry that bears a sign the voice that the legend of the list gives the sign.

    Returns:
        The first sentences of the entries that bear several, each for a stretch.
    """
    legend, lines = _legend(sentences, discourse)
    several: set[int] = set()
    if not legend:
        return several
    entries: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.entry is not None and sentence.index not in lines:
            entries.setdefault(sentence.entry, []).append(sentence)
    for entry in entries.values():
        marks = _marks(entry, legend, discourse)
        closing = next((v for sign, v in legend.items() if _ends_in(entry[-1], sign)), None)
        if len(marks) > 1:
            _speak_for_stretches(entry, marks, found, own)
            several.add(entry[0].index)
        elif marks and (_closes(entry, marks[0]) or _opens(entry, marks[0])):
            _speak_for_all(entry, marks[0].voice, found, own)
        elif closing is not None:
            _speak_for_all(entry, closing, found, own)
    return several


def _speak_for_all(entry: list[Sentence], voice: Voice, found: list[Voices], own: Voice) -> None:
    for sentence in entry:
        voices = found[sentence.index]
        # An office that acts or a relative who goes on in the entry is told of by its source.
        if voices.base.kind == own.kind or not voices.firm:
            voices.rest_on(voice)
        # nor is the sign itself anybody's words but its own
        voices.scopes = [s for s in voices.scopes if s.voice.kind != own.kind]


def _speak_for_stretches(entry: list[Sentence], marks: list[_Mark], found: list[Voices], own: Voice) -> None:
    """ "The elder lies in Osh (photograph). [D] The younger is captive. [C]": each for what is before it.

    Where a sign opens the entry, each speaks for what is behind it.
    """
    ahead = _opens(entry, marks[0])
    begin = (entry[0].index, 0)
    for at, mark in enumerate(marks):
        end = (mark.sentence.index, mark.last)
        if ahead:
            begin = (mark.sentence.index, mark.first)
            behind = marks[at + 1] if at + 1 < len(marks) else None
            end = (
                (behind.sentence.index, behind.first - 1)
                if behind
                else (entry[-1].index, len(entry[-1].words))
            )
        for sentence in (s for s in entry if begin[0] <= s.index <= end[0]):
            last = len(sentence.words) - 1
            first = begin[1] if sentence.index == begin[0] else 0
            stop = min(last, end[1]) if sentence.index == end[0] else last
            if first == 0 and stop == last:
                _speak_for_all([sentence], mark.voice, found, own)
            elif first <= stop:
                found[sentence.index].scopes.append(Scope(first, stop, mark.voice))
        begin = (mark.sentence.index, mark.last + 1)


def outside_legend(sentences: list[Sentence], discourse: Discourse) -> list[Sentence]:
    """All but the lines that only say what the signs of a list stand for: they tell of nobody."""
    if not any(s.entry is not None for s in sentences):
        return sentences
    legend, lines = _legend(sentences, discourse)
    return [s for s in sentences if s.index not in lines] if len(legend) >= FEWEST else sentences


def _legend(sentences: list[Sentence], discourse: Discourse) -> tuple[dict[str, Voice], set[int]]:
    """Sign -> the voice it stands for, and the sentences that say so."""
    found: dict[str, Voice] = {}
    lines: set[int] = set()
    for sentence in sentences:
        words = sentence.words
        signs = [at for at in range(len(words)) if _is_sign(sentence, at)]
        explained = [at for at in signs if _explained(sentence, at)]
        if sentence.entry is not None and (explained[:1] not in ([0], [1]) or len(words) > LEGEND_WORDS):
            continue
        stretches = [(words[at].low, at, behind) for at, behind in pairwise([*explained, len(words)])]
        if not stretches:
            bracketed = [at for at in signs if _in_brackets(sentence, at)]
            if len(bracketed) >= FEWEST_BEHIND:
                stretches = [(words[sign].low, start, sign) for start, sign in pairwise([-1, *bracketed])]
        before = _left_open(sentences, sentence)
        if before:
            stretches.insert(0, (before, 0, explained[0] if explained else len(words)))
        for sign, start, stop in stretches:
            voice = _voice(sentence, start, stop, discourse)
            if voice is not None:
                found.setdefault(sign, voice)
                lines.add(sentence.index)
    return found, lines


def _left_open(sentences: list[Sentence], sentence: Sentence) -> str:
    """The sign in brackets before a sentence that begins with "=": the stop in "[cert.]" ends none."""
    words = sentence.words
    before = sentences[sentence.index - 1] if sentence.index else None
    if before is None or not words or words[0].low not in _STANDS_FOR or before.entry is not None:
        return ""
    closing = len(before.words) - 1
    signs = [i for i in range(len(before.words)) if _is_sign(before, i) and _in_brackets(before, i)]
    near = signs and before.words[closing].low in _CLOSING and closing - signs[-1] <= FEWEST
    return before.words[signs[-1]].low if near else ""


def _voice(sentence: Sentence, start: int, stop: int, discourse: Discourse) -> Voice | None:
    """Who or what is named between two tokens; a paper before those who showed it."""
    hits = [h for h in sentence.hits if start < h.first < stop]
    kinds = [h.cue.value for h in hits if is_jargon(h, "legend_is")]
    kinds = kinds or [k for h in hits if (k := _kind_of(h))]
    if not kinds:
        return None
    kind = "document" if "document" in kinds else kinds[0]
    if any(is_jargon(h, "unconfirmed") for h in hits):
        kind = "hearsay"  # "телеграм-каналы, не подтверждено"
    elif "informant" in kinds and any(is_jargon(h, "letter") for h in hits):
        kind = "informant"  # a letter of relatives is their own word
    words = sentence.words[start + 1 : stop]
    said = discourse.text[words[0].start : words[-1].stop].rpartition(":")[2]
    return Voice(kind, said.strip(' )].,;:=-–—([«»“”"'))


def _kind_of(hit: Hit) -> str:
    """As of a source that is named; a plain "document" is one, too."""
    if hit.cue.kind == "mark" and hit.cue.property in {"document", "documents"}:
        return "document"
    if is_jargon(hit, "unconfirmed"):
        return "hearsay"
    if is_jargon(hit, "paper_in"):
        return "document"
    return source_kind(hit)


def _is_sign(sentence: Sentence, at: int) -> bool:
    token = sentence.words[at]
    if token.low in _SIGNS:
        return True
    opens = at == 0 or sentence.words[at - 1].low in _BEFORE
    longest = LONGEST_IN_BRACKETS if _in_brackets(sentence, at) else LONGEST
    return opens and token.kind == "word" and len(token.text) <= longest


def _in_brackets(sentence: Sentence, at: int) -> bool:
    """ "[D]", "[док.]", "«Р»": a sign that is all of a bracket."""
    words = sentence.words
    behind = next((i for i in range(at + 1, min(at + 3, len(words))) if words[i].low != "."), 0)
    return at > 0 and behind > 0 and words[at - 1].low in _OPENING and words[behind].low in _CLOSING


def _explained(sentence: Sentence, at: int) -> bool:
    """True where a dash, a colon, "=" or "for" follows, or a word behind a sign in brackets."""
    words = sentence.words
    rest = at + 1
    if _in_brackets(sentence, at):
        rest = next(i for i in range(at + 1, len(words)) if words[i].low in _CLOSING) + 1
        if rest < len(words) and words[rest].kind == "word":
            return True
    elif rest < len(words) and words[rest].low in _CLOSING | {"."}:
        rest += 1
    if rest >= len(words):
        return False
    return words[rest].low in _STANDS_FOR or any(
        is_jargon(h, "stands_for") and h.first == rest for h in sentence.hits
    )


def _marks(entry: list[Sentence], legend: Mapping[str, Voice], discourse: Discourse) -> list[_Mark]:
    """Brackets of an entry that hold signs of the legend, and who it is: "[D]", "(R, C)", "(K, wife)"."""
    found = []
    for sentence in entry:
        words = sentence.words
        opened = -1
        for at, token in enumerate(words):
            if token.low in {"(", "["}:
                opened = at
            elif token.low in {")", "]"} and opened >= 0:
                signs = _before_a_note(sentence, opened + 1, at)
                inside = [t.low for t in words[opened + 1 : signs] if t.low not in _BETWEEN]
                voices = [legend[low] for low in inside if low in legend]
                if voices and len(voices) == len(inside):
                    voices = _himself(
                        voices, sentence, signs, at, subject_of(entry, entry[0].entry, discourse)
                    )
                    best = min(
                        voices, key=lambda v: _WEIGHT.index(v.kind) if v.kind in _WEIGHT else len(_WEIGHT)
                    )
                    found.append(_Mark(sentence, opened, at, best))
                opened = -1
    return found


def _before_a_note(sentence: Sentence, first: int, stop: int) -> int:
    """Where the signs of a bracket end, and who it is begins: "(K, elder brother)", "(С, сам)"."""
    words = sentence.words
    comma = next((i for i in range(first, stop) if words[i].low == ","), stop)
    note = range(comma + 1, stop)
    told = any(h.cue.kind == "event" and h.first in note for h in sentence.hits)
    longer = any(len(words[i].text) > LONGEST for i in note if words[i].kind == "word")
    return comma if longer and not told and len(note) <= NOTE_TOKENS else stop


def _himself(voices: list[Voice], sentence: Sentence, first: int, stop: int, who: Who | None) -> list[Voice]:
    """ "(K, himself)": what the family's sign stands for is his own word."""
    own = any(is_jargon(h, "himself") and first < h.first < stop for h in sentence.hits)
    return [replace(v, kind="self", who=who) if own and v.kind == "informant" else v for v in voices]


def _opens(entry: list[Sentence], mark: _Mark) -> bool:
    return mark.sentence is entry[0] and mark.first == 0


def _closes(entry: list[Sentence], mark: _Mark) -> bool:
    rest = mark.sentence.words[mark.last + 1 :]
    return mark.sentence is entry[-1] and not any(t.kind in {"word", "number"} for t in rest)


def _ends_in(sentence: Sentence, sign: str) -> bool:
    """The sign is the last word of the entry, or only a bracket follows: "/ р (сестра)"."""
    words = sentence.words
    for at in range(len(words) - 1, max(-1, len(words) - 1 - AT_THE_END), -1):
        if words[at].low == sign and _is_sign(sentence, at):
            rest = words[at + 1 :]
            in_brackets = not rest or (rest[0].low == "(" and rest[-1].low in {")", "."})
            told_by = rest and rest[0].low in _STANDS_FOR and rest[-1].low in {")", "]"}  # "(р - мать)"
            return in_brackets or bool(told_by) or all(t.low in _AROUND for t in rest)
    return False
