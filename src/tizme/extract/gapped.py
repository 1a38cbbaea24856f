"""A verb that is not said twice: "В январе похоронили Мирлана, а 2 февраля - Руслана"."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.frames import Event
from tizme.extract.grammar import of_any_language
from tizme.extract.who import Ref

# What befalls one man after another; a road or a promise is not passed on so.
_PASSED_ON = frozenset(
    (
        *("died", "buried", "missing", "captured", "wounded", "sentenced", "detained", "returned"),
        *("exchanged", "body_repatriated"),
    )
)
PHRASE = 5  # tokens from the dash to the noun or name: an age, an adjective, a former trade
BEFORE_DATE = 2  # tokens from "and" to the day


def left_out_verbs(sentence: Sentence, events: list[Event], refs: list[Ref]) -> list[Event]:
    """The last event again for whoever stands behind a day and a dash, where no verb of his own does."""
    found: list[Event] = []
    taken = {(e.who.id, e.name) for e in events}
    for ref in refs:
        if not ref.new or ref.form == "pronoun" or ref.who.group or ref.who.role != "subject":
            continue
        dash = _dash_before(sentence, ref)
        before = [e for e in events if dash is not None and e.hit.last < dash]
        if dash is None or not before or before[-1].name not in _PASSED_ON:
            continue
        last = before[-1]
        if (ref.who.id, last.name) in taken:
            continue
        if "neg" in last.hit.cue.flags or not _day_between(sentence, last.hit.last, dash):
            continue
        hit = replace(last.hit, first=dash, last=dash)
        found.append(Event(hit, last.name, last.frame, ref.who))
        taken.add((ref.who.id, last.name))
    return found


def _dash_before(sentence: Sentence, ref: Ref) -> int | None:
    for at in range(ref.first - 1, max(-1, ref.first - 1 - PHRASE), -1):
        token = sentence.words[at]
        joined = at + 1 < len(sentence.words) and token.stop == sentence.words[at + 1].start
        if token.low == "-" and not joined:
            return at
        if token.kind == "mark" and not joined:
            return None
    return None


def _day_between(sentence: Sentence, left: int, dash: int) -> bool:
    """ ", а 2 февраля -": a day right before the dash, and a word that joins right before the day."""
    joining = of_any_language("conjunctions") | of_any_language("joining_words") | {",", ";"}
    for date in sentence.dates:
        first, last = sentence.word_at(date.start), sentence.word_at(date.stop - 1)
        if left < first and last == dash - 1:
            before = sentence.words[max(left + 1, first - BEFORE_DATE) : first]
            return any(t.low in joining for t in before)
    return False
