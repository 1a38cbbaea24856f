"""How many a group is, and how many children somebody has."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.draft import Draft
from tizme.extract.grammar import of_any_language
from tizme.extract.who import Ref, Who

VERB_GAP = 4  # tokens between "погибло" and how many
MANY = 16  # more children than this are no family of one man


def group_drafts(sentence: Sentence, refs: list[Ref]) -> list[Draft]:
    """The number right before the words for a group, or inside them; "~" before one that is rough."""
    groups = [r for r in refs if r.who.group and r.who.role == "subject" and r.form == "nominal"]
    if not groups:
        return []
    drafts = []
    for start, stop, value in sentence.counts():
        at = sentence.word_at(stop - 1)
        ref = next((r for r in groups if 0 < r.first - at <= 2 or r.first <= at <= r.last), None)
        if ref is None and len(groups) == 1 and _beside_a_fate(sentence, at):
            ref = groups[0]
        if ref is not None:
            count = f"{'~' if _rough(sentence, start) else ''}{_whole(value)}"
            drafts.append(Draft(ref.who, "group.count", count, start, max(stop, ref.stop), sentence.index))
    return drafts


def _beside_a_fate(sentence: Sentence, at: int) -> bool:
    """ "погибло не менее 17": a number right behind a verb, with nothing behind that it could count."""
    behind = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
    fate = any(
        h.cue.kind == "event"
        and h.cue.property in {"died", "missing", "captured", "wounded"}
        and 0 < at - h.last <= VERB_GAP
        for h in sentence.hits
    )
    return fate and (behind is None or behind.kind == "mark")


def _rough(sentence: Sentence, start: int) -> bool:
    """True where "about" or its like stands right before a number."""
    at = sentence.word_at(start)
    if any(t.low in of_any_language("rough_words") for t in sentence.words[max(0, at - 2) : at]):
        return True
    return any(is_jargon(h, "about") and -1 <= start - h.stop <= 2 for h in sentence.hits)


def _whole(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def children_drafts(sentence: Sentence, refs: list[Ref], focus: Who | None) -> list[Draft]:
    """ "двое детей", "three daughters", "a father of five": whose they are."""
    drafts = []
    for start, stop, value in sentence.counts():
        at = sentence.word_at(stop - 1)
        first = sentence.word_at(start)
        hit = next((h for h in sentence.hits if "count" in h.cue.flags and 0 < h.first - at <= 2), None)
        parent = next(
            (h for h in sentence.hits if h.cue.property == "parent_of" and h.last == first - 1), None
        )
        if hit is None and parent is None:
            continue
        who = _parent(first, refs, focus)
        if who is not None and not who.group and value < MANY:
            end = hit.stop if hit is not None else stop
            begin = start if parent is None else parent.start
            drafts.append(Draft(who, "kin.children", _whole(value), begin, end, sentence.index))
    drafts += [
        Draft(who, "kin.children", "1", hit.start, hit.stop, sentence.index)
        for hit in sentence.hits
        if hit.cue.property == "one_child" and (who := _parent(hit.first, refs, focus)) is not None
    ]
    return drafts


def _parent(first: int, refs: list[Ref], focus: Who | None) -> Who | None:
    """The subject whom the words at ``first`` mean or follow, never a group."""
    here = [r.who for r in refs if r.first <= first and r.who.role == "subject" and not r.who.group]
    return here[-1] if here else focus
