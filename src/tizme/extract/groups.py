"""How many a group is."""

from __future__ import annotations

from tizme.dates import find_numbers
from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import of_any_language
from tizme.extract.who import Ref


def group_drafts(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """The number right before the words for a group, or inside them; "~" before one that is rough."""
    groups = [r for r in refs if r.who.group and r.who.role == "subject" and r.form == "nominal"]
    if not groups:
        return []
    drafts = []
    counted_otherwise = [
        *((d.start, d.stop) for d in (*sentence.dates, *sentence.durations)),
        *((m.start, m.stop) for m in sentence.money),
        *((a, b) for a, b, _ in sentence.ages),
    ]
    numbers = find_numbers(discourse.text, lang=discourse.lang, start=sentence.start, stop=sentence.stop)
    for start, stop, value in numbers:
        if any(a < stop and start < b for a, b in counted_otherwise):
            continue
        at = sentence.word_at(stop - 1)
        ref = next((r for r in groups if 0 < r.first - at <= 2 or r.first <= at <= r.last), None)
        if ref is not None:
            count = f"{'~' if _rough(sentence, start) else ''}{_whole(value)}"
            drafts.append(Draft(ref.who, "group.count", count, start, ref.stop, sentence.index))
    return drafts


def _rough(sentence: Sentence, start: int) -> bool:
    """True where "about" or its like stands right before a number."""
    at = sentence.word_at(start)
    if any(t.low in of_any_language("rough_words") for t in sentence.words[max(0, at - 2) : at]):
        return True
    return any(
        h.cue.kind == "jargon" and h.cue.property == "about" and -1 <= start - h.stop <= 2
        for h in sentence.hits
    )


def _whole(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
