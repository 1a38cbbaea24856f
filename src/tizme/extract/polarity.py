"""Whether a sentence affirms, denies or doubts what a cue says."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.grammar import grammar

_DENYING = frozenset({"не", "not", "never"})
BEFORE, AFTER = 6, 4  # how far, in tokens, a denial or a doubt reaches
IN_GAP = 3  # tokens from a denial in the gap of a pattern to its last word: "not yet been returned"


def polarity_at(sentence: Sentence, hit: Hit, lang: str) -> str:
    """affirmed | denied | uncertain, from the marks in the clause around the cue."""
    if "neg" in hit.cue.flags or hit.mood == "denied":
        return "denied"
    if "unsure" in hit.cue.flags:
        return "uncertain"
    if _denied_in_gap(sentence, hit):
        return "denied"
    worst = "uncertain" if hit.mood == "uncertain" else "affirmed"
    for mark in sentence.hits:
        if mark.cue.kind != "mark" or mark.cue.property not in {"denied", "uncertain"}:
            continue
        if any(
            h.cue.kind == "person" and h.first <= mark.first and mark.last < h.last for h in sentence.hits
        ):
            continue  # "noma'lum ayol qo'ng'iroq qildi": an unknown woman called, and that is no doubt
        if mark.cue.property == "denied" and _inside_an_event(sentence, mark):
            continue  # "no word from", "not commented on his death": an event's own words deny nothing else
        if mark.cue.property == "uncertain" and hit.cue.property == "kin.children":
            continue  # "my three children do not know where he is": three they are
        if _reaches(sentence, mark, hit, lang):
            if mark.cue.property == "denied":
                return "denied"
            worst = "uncertain"
    asked = sentence.words[-1].low == "?" or [t.low for t in sentence.words[hit.last + 1 : hit.last + 2]] == [
        "?"
    ]
    if asked and worst == "affirmed":
        return "uncertain"
    return worst


def denied_right_before(sentence: Sentence, hit: Hit) -> bool:
    """ "В приговоре не указано, где", "У посольстві не відповіли": nothing is written or said."""
    return any(
        h.cue.kind == "mark" and h.cue.property == "denied" and h.last == hit.first - 1 for h in sentence.hits
    )


def _denied_in_gap(sentence: Sentence, hit: Hit) -> bool:
    """ "тело ... не нашли", "body ... not yet been returned": the denial stands in the gap of the pattern."""
    if None not in hit.cue.parts or any(part is not None and part.words & _DENYING for part in hit.cue.parts):
        return False
    return any(
        m.cue.kind == "mark"
        and m.cue.property == "denied"
        and hit.first < m.first
        and 0 < hit.last - m.last <= IN_GAP
        and all(t.kind == "word" for t in sentence.words[m.last + 1 : hit.last])
        for m in sentence.hits
    )


def _inside_an_event(sentence: Sentence, mark: Hit) -> bool:
    return any(
        h.cue.kind == "event"
        and "neg" not in h.cue.flags  # an event that is a denial: "хабарды жоққа шығарды"
        and h.first <= mark.first
        and mark.last <= h.last
        and h.last > h.first
        for h in sentence.hits
    )


def _reaches(sentence: Sentence, mark: Hit, hit: Hit, lang: str) -> bool:
    verb_last = grammar(lang).verb_last
    if hit.cue.kind == "occupation" and mark.cue.flags & {"clause", "wide"}:
        return False  # "denied a report that the student was sent": a student he is
    if "back" in mark.cue.flags and mark.first < hit.first:
        return False  # "значился погибшим - ОШИБКА, жив": it speaks of what stands before it
    if mark.last < hit.first:
        between = sentence.words[mark.last + 1 : hit.first]
        far = len(between) > (2 if mark.cue.property == "denied" and verb_last else BEFORE)
        if "clause" in mark.cue.flags:
            return True  # "гӯё", "якобы": all that the clause says is only told
        if (
            mark.cue.property == "denied"
            and not verb_last
            and len(between) > 3
            and "wide" not in mark.cue.flags
        ):
            return False
    elif mark.first > hit.last:
        between = sentence.words[hit.last + 1 : mark.first]
        if mark.cue.property == "denied" and not verb_last and not mark.cue.flags & {"wide", "back"}:
            return False  # "said he was a driver and not to worry"
        far = len(between) > (AFTER if verb_last or "wide" in mark.cue.flags else 1)
    else:
        return True
    blocked = any(t.low in {",", ";", ":", "-"} for t in between) and "wide" not in mark.cue.flags
    return not far and not blocked
