"""Answers that take their meaning from the question: "- When were you captured? - In March."."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import OLDEST, YOUNGEST, Sentence
from tizme.extract.arguments import money_value
from tizme.extract.births import EARLIEST, LATEST
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.frames import frames
from tizme.extract.who import Who

_PAID = frozenset({"wage", "compensated", "promised.pay"})
OPENS = 2  # tokens among which "yes" or "no" opens an answer, a speaker's mark before it counted
_NOT_OF_ONESELF = frozenset({"died", "buried", "body_repatriated", "body_found", "body_identified"})


def asks(questions: Sequence[Sentence]) -> set[str]:
    """What a question asks of beside events: a property ("how old are you" asks for an age)."""
    return {h.cue.value for q in questions for h in q.hits if is_jargon(h, "asks")}


def read_answer(
    answer: Sentence, questions: Sequence[Sentence], discourse: Discourse, *, first: bool, said: set[str]
) -> list[Draft]:
    """What a sentence of an answer says by what was asked.

    Args:
        first: Whether it opens the answer; only there "yes" and a bare number answer.
        said: Properties that the answer has told of itself so far; nothing is said twice.
    """
    who = discourse.narrator or discourse.focus
    if who is None or who.group:
        return []
    drafts = _asked_for(answer, asks(questions), discourse) if first else []
    events = {
        h.cue.property
        for q in questions
        for h in q.hits
        if h.cue.kind == "event" and h.cue.property in frames()
    } - _NOT_OF_ONESELF
    if len(events) == 1 and (first or not said):  # behind what he has told already a day is of something else
        told = _of_event(answer, next(iter(events)), first=first)
    else:
        told = []
    return [
        Draft(of, prop, value, start, stop, answer.index, polarity)
        for of, said_of in ((who, drafts), (_of_whom(who, discourse), told))
        for prop, value, start, stop, polarity in said_of
        if prop not in said
    ]


def _of_whom(who: Who, discourse: Discourse) -> Who:
    """ "— Когда ваш муж уехал? — В 2021-м.": what a relative is asked of befell him."""
    if discourse.narrates != "relative":
        return who
    return who.anchor or discourse.focus or who


_Said = tuple[str, str, int, int, str]  # property, value, start, stop, polarity


def _of_event(answer: Sentence, name: str, *, first: bool) -> list[_Said]:
    """A day, a term or a place, and "yes" or "no", of the one event that was asked of."""
    if any(h.cue.kind == "event" and h.cue.property in frames() for h in answer.hits):
        return []
    if name in _PAID and not answer.money:
        return []  # "armiyaga qanday tushib qolding": a verb of paying only where a sum stands with it
    frame = frames()[name]
    found = [(frame.slots.get("date"), d.edtf, d.start, d.stop) for d in answer.dates[:1]]
    found += [(frame.slots.get("duration"), d.edtf, d.start, d.stop) for d in answer.durations[:1]]
    found += [(frame.slots.get("place"), p.nominative, p.start, p.stop) for p in answer.places[:1]]
    if name in _PAID:
        found += [(frame.slots.get("amount"), money_value(m), m.start, m.stop) for m in answer.money[:1]]
    said = [(prop, value, a, b, "affirmed") for prop, value, a, b in found if prop and prop != "-"]
    if frame.bare != "yes":
        return said
    if said:
        return [*said, (name, "true", said[0][2], said[0][3], "affirmed")]
    sign = _yes_or_no(answer) if first else None
    if sign is None or (
        name == "seen_alive" and sign[0] == "no"
    ):  # "Do they know that you are alive?" - "No."
        return []
    word, start, stop = sign
    return [
        (name, "true", start, stop, "affirmed") if word == "yes" else (name, "false", start, stop, "denied")
    ]


def _yes_or_no(answer: Sentence) -> tuple[str, int, int] | None:
    for hit in answer.hits:
        if hit.cue.kind == "jargon" and hit.cue.property in {"yes", "no"} and hit.first <= OPENS:
            return hit.cue.property, hit.start, hit.stop
    return None


def _asked_for(answer: Sentence, wanted: set[str], discourse: Discourse) -> list[_Said]:
    found: list[_Said] = []
    if "age" in wanted and not answer.ages:
        ages = [(a, b, v) for a, b, v in answer.numbers if YOUNGEST <= v <= OLDEST and v == int(v)]
        found += [("age", str(int(v)), a, b, "affirmed") for a, b, v in ages[:1]]
    if "birth" in wanted and not any(h.cue.property in {"born", "birth"} for h in answer.hits):
        born = [d for d in answer.dates if d.edtf[:4].isdigit() and EARLIEST <= int(d.edtf[:4]) <= LATEST]
        found += [("birth_date", d.edtf, d.start, d.stop, "affirmed") for d in born[:1]]
    if "origin" in wanted:
        found += [("origin", p.nominative, p.start, p.stop, "affirmed") for p in answer.places[:1]]
    if "wage" in wanted:
        found += [("wage.amount", money_value(m), m.start, m.stop, "affirmed") for m in answer.money[:1]]
    if "term" in wanted:
        found += [("prior_sentence.term", d.edtf, d.start, d.stop, "affirmed") for d in answer.durations[:1]]
    if "unit" in wanted and not any(h.cue.kind == "unit" for h in answer.hits):
        number = next((t for t in answer.words if t.kind == "number"), None)
        if number is not None:
            found.append(
                (
                    "unit",
                    _numbered(answer, number.start, discourse.text),
                    number.start,
                    number.stop,
                    "affirmed",
                )
            )
    return found


def _numbered(answer: Sentence, start: int, text: str) -> str:
    """ "488th", "115-й": the number with the letters that hang on it."""
    stop = start
    while stop < answer.stop and not text[stop].isspace() and text[stop] not in ".,;!?":
        stop += 1
    return text[start:stop]
