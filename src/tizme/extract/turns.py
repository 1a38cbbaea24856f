"""The lines of an interview, each a question or an answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

QUESTION, ANSWER = "question", "answer"
_DASH = re.compile(r"[-–—]\s")
_ASKS = r"Q|В|Вопрос|Корр?\.?|Корреспондент|Журналист\w*|Ведущ\w+|Question|Reporter|Interviewer|Host"
_ANSWERS = r"A|О|П|К|Ж|Ответ|Пленный|Answer|Prisoner"
_SPEAKER = re.compile(rf"[*_]*(?:(?P<asks>{_ASKS})|{_ANSWERS})\s*[:.][*_]*\s", re.IGNORECASE)
# "Жасур: ...", "REPORTER: ...": a name of one to three words that speaks more than once.
_NAMED = re.compile(r"[*_]*([^\W\d_a-zа-я][\w’'-]*\.?(?:\s[^\W\d_a-zа-я][\w.’'-]*){0,2})\s*:[*_]*\s+\S")
# "? - X": a question and the answer to it in one line; whoever only reports begins small ("? - спитав").
_ANSWERED = re.compile(r"\?[»\"”]?\s+(?P<answer>[-–—]\s+[«\"“]?(?=\w)(?![a-zа-яёіїєґәғқңөұүһӣӯҳҷўʻ]))")
_CLOSING = ' »"”*_'
BARE_QUESTIONS, LONGEST_QUESTION = 3, 160  # lines that ask, and the code points of one
FEWEST_LINES = 2  # of one speaker


def find_turns(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Line number -> question or answer, for the lines of an interview; empty where the text is none.

    Its lines begin with a dash or with who speaks and one of them asks, or answers stand under questions.
    """
    begun = {
        n: m for n, (a, b) in enumerate(lines) if (m := _SPEAKER.match(text, a, b) or _DASH.match(text, a, b))
    }
    if len(begun) >= FEWEST_LINES and any(_asking(text, lines[n]) for n in begun):
        return {
            n: QUESTION if _asking(text, lines[n]) or match.groupdict().get("asks") else ANSWER
            for n, match in begun.items()
        }
    return _named(text, lines) or _bare(text, lines)


def part_answers(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines, with "- Where from? - From Osh." parted before its answer where several are written so.

    One alone may be a story: "- Де він? - Пішов.".
    """
    parted: list[tuple[int, int]] = []
    found = 0
    for start, stop in lines:
        begins = [start]
        if _DASH.match(text, start, stop):
            begins += [m.start("answer") for m in _ANSWERED.finditer(text, start, stop)]
        found += len(begins) > 1
        parted += pairwise([*begins, stop])
    return parted if found >= FEWEST_LINES else list(lines)


def turn_of(text: str, sentence: tuple[int, int], line: str, *, first: bool) -> str:
    """The turn of a sentence: that of its line, but "- Как тебя зовут? - Эрлан." asks and answers in one.

    Args:
        first: Whether the sentence opens its line.
    """
    asks = first and line == ANSWER and _asking(text, sentence) and _SPEAKER.match(text, *sentence) is None
    return QUESTION if asks else line


def _named(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Two or more who speak under their names, one of whom mostly asks."""
    speakers = {n: m.group(1) for n, (a, b) in enumerate(lines) if (m := _NAMED.match(text, a, b))}
    often = {name for name, times in Counter(speakers.values()).items() if times >= FEWEST_LINES}
    turns = {n: name for n, name in speakers.items() if name in often}
    asked = Counter(turns[n] for n in turns if _asking(text, lines[n]))
    if len(often) < FEWEST_LINES or not asked:
        return {}
    interviewer, times = asked.most_common(1)[0]
    if 2 * times < sum(name == interviewer for name in turns.values()):
        return {}
    return {n: QUESTION if name == interviewer else ANSWER for n, name in turns.items()}


def _bare(text: str, lines: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Questions that stand alone in a line, each with an answer below: "Как вы попали в плен?"."""
    asking = [n for n, (a, b) in enumerate(lines) if b - a <= LONGEST_QUESTION and _asking(text, (a, b))]
    answered = [n for n in asking if n + 1 < len(lines) and n + 1 not in asking]
    if len(answered) < BARE_QUESTIONS:
        return {}
    return {n: QUESTION if n in asking else ANSWER for n in range(asking[0], len(lines))}


def _asking(text: str, line: tuple[int, int]) -> bool:
    return text[slice(*line)].rstrip(_CLOSING).endswith("?")
