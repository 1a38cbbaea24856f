"""A certificate that gives a day and a place, and no word for a death: of one told dead they are its own.

"In the notice it is written: 6 November 2023, Luhansk region, mine-explosive injury."
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.frames import Event, frames

WRITTEN_WITHIN = 8  # tokens between a paper and the word for what stands in it
DAY_WITHIN = 8  # tokens from that word to the day
IN_A_PAPER = "(day in a paper)"  # pattern of the cue made here
_DIED = Cue("event", IN_A_PAPER, "died", "", frozenset(), ())
_OF_DEATH = frozenset({"certificate", "notice", "notification"})


def day_in_a_paper(sentence: Sentence, events: list[Event], discourse: Discourse) -> list[Event]:
    """A death at the words for a paper that gives its day, where the text has told that he died."""
    who = discourse.focus
    if who is None or who.group or who.role != "subject" or (who.id, "died") not in discourse.said:
        return []
    told = any("date" in e.frame.slots and "weak" not in e.hit.cue.flags for e in events)
    if told or not sentence.dates or discourse.lang != "en":
        return []
    for paper in (h for h in sentence.hits if is_jargon(h, "paper_in")):
        if sentence.words[paper.first].low not in _OF_DEATH:
            continue
        for written in (h for h in sentence.hits if is_jargon(h, "written")):
            day = next((d for d in sentence.dates if d.start >= sentence.words[written.last].stop), None)
            if day is None or not 0 < written.first - paper.last <= WRITTEN_WITHIN:
                continue
            if sentence.word_at(day.start) - written.last <= DAY_WITHIN:
                hit = Hit(_DIED, paper.first, written.last, paper.start, written.stop)
                return [Event(hit, "died", frames()["died"], who)]
    return []
