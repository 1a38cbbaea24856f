"""Who speaks where his age or his country stands for his name: "the 33-year-old says"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

LONGEST = 6  # tokens of "the 33-year-old Uzbek", its hyphens among them
_TOLD_ALREADY = frozenset({"relative", "source"})


def described_speaker(
    sentence: Sentence, say: Hit, refs: list[Ref], last: Voice | None, discourse: Discourse
) -> tuple[Voice, tuple[int, int]] | None:
    """The speaker and his tokens: whoever spoke last in the paragraph, or else whom the text is about."""
    if discourse.lang != "en" or say.cue.kind != "say":
        return None
    group = _before(sentence, say) or _behind(sentence, say)
    if group is None or any(group[0] <= r.last and r.first <= group[1] for r in refs):
        return None  # "the 54-year-old mother said": a mention like any other
    if last is not None and last.who is not None and last.kind in _TOLD_ALREADY:
        return last, group
    who = discourse.focuses[sentence.index]
    if who is None or who.role != "subject" or who.group:
        return None
    return Voice("self", who.label, who), group


def _before(sentence: Sentence, say: Hit) -> tuple[int, int] | None:
    first = next(
        (n for n in range(say.first - 1, max(-1, say.first - LONGEST - 1), -1) if _the(sentence, n)), None
    )
    return (first, say.first - 1) if first is not None and _tells(sentence, first, say.first - 1) else None


def _behind(sentence: Sentence, say: Hit) -> tuple[int, int] | None:
    """ "...", says the 33-year-old Uzbek."""
    first = say.last + 1
    if not _the(sentence, first) or not any(0 < say.start - b <= 2 for _, b in sentence.quotes):
        return None
    last = first
    while last + 1 < len(sentence.words) and last - first < LONGEST:
        if sentence.words[last + 1].kind == "mark" and sentence.words[last + 1].low != "-":
            break
        last += 1
    return (first, last) if _tells(sentence, first, last) else None


def _the(sentence: Sentence, at: int) -> bool:
    return 0 <= at < len(sentence.words) and sentence.words[at].low == "the"


def _tells(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the age of one person stands right behind the article, or his country closes the words."""
    inside = sentence.words[first + 1 : last + 1]
    if not inside or any(t.low in {",", ".", ";", ":"} for t in inside):
        return False
    aged = any(a == inside[0].start for a, _, _ in sentence.ages)
    from_there = any(d.start <= inside[-1].start < d.stop for d in sentence.demonyms) and not inside[
        -1
    ].low.endswith("s")
    return aged or from_there
