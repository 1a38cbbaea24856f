"""Interviews with somebody who tells of others: a lawyer, an activist, the head of an aid group.

What such a one answers befell the people of whom they tell, and they know it from others; the "I" of the
answers is nobody whom the text is about. Rows of the cue tables (jargon, expert) say who such people are; a
village head or a consul (value "official") answers for an office.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.christening import christen
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import name_keys
from tizme.extract.people import NameSpan, find_names
from tizme.extract.who import Who

APART = 4  # tokens from a name to the word that says who it is: "Aida Toktorova, a human rights lawyer"
OPENS = 4  # tokens among which such a word opens a sentence about somebody without a name


def introduce_expert(opening: list[Sentence], discourse: Discourse) -> Who | None:
    """The expert whom the lines over the questions bring in before anybody else."""
    for sentence in opening:
        experts = [h for h in sentence.hits if is_jargon(h, "expert") and not sentence.in_quote(h.start)]
        names = find_names(sentence, discourse.text, lang=discourse.lang, known=frozenset())
        if not names and not experts:
            continue
        first = names[0] if names else None
        expert = next((h for h in experts if _beside(sentence, h, first)), None)
        if expert is None:
            return None
        role = "official" if expert.cue.value == "official" else "source"
        who = discourse.somebody("interviewee", sentence, role=role)
        if first is not None and not _of_a_place(expert, first):
            christen(who, first, name_keys(first.nominative))
        return who
    return None


def _beside(sentence: Sentence, expert: Hit, name: NameSpan | None) -> bool:
    if name is None:
        return expert.first < OPENS or sentence.heading
    left, right = sorted(((name.first, name.last), (expert.first, expert.last)))
    # "Aida, whose son was captured, met a lawyer": what is told between them parts the two
    parted = any(h.cue.kind == "event" and left[1] < h.first and h.last < right[0] for h in sentence.hits)
    return right[0] - left[1] <= APART + 1 and not parted


def _of_a_place(expert: Hit, name: NameSpan) -> bool:
    """ "Розмова з головою аулу Кизил-Суу": right behind "the head of the village" stands the village."""
    return expert.cue.value == "official" and expert.last > expert.first and name.first == expert.last + 1
