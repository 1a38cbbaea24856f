"""Offices that a pronoun stands for: "За її даними, ..." behind the press service that published it.

The words for data (jargon, data_of) tell it from "за його словами", which is a man's.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.spans import widen_left
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.voices import Voice

OFFICES = frozenset({"official", "press", "hearsay"})
_NAMED = {"official": "official", "recruiter": "official", "hearsay": "hearsay", "press": "press"}


def office_named_before(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Voice | None:
    """The office, the outlet or the channel of the sentence right before, where it names but one."""
    if at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph:
        return None
    before = sentences[at - 1]
    offices = {h.first: h for h in before.hits if h.cue.kind == "org" and h.cue.property in _NAMED}
    if len(offices) != 1 or any(h.cue.kind in {"kin", "person"} for h in before.hits):
        return None
    office = next(iter(offices.values()))
    start, stop = widen_left(before, office)
    return Voice(_NAMED[office.cue.property], discourse.text[start:stop])


def by_its_data(
    sentence: Sentence, say: Hit, last: Voice | None, office: Voice | None, discourse: Discourse
) -> Saying | None:
    """The saying at "за її даними": of the office that spoke last, or was named right before."""
    leads = say.cue.kind == "according" or "after" in say.cue.flags
    if not leads or sentence.in_quote(say.start):
        return None
    if not _of_its_data(sentence, say):
        return None
    spoke = last is not None and last.kind in OFFICES and (last.who is None or last.who.group)
    voice = last if spoke else office if last is None else None
    return as_saying(sentence, say, None, voice, discourse) if voice is not None else None


def _of_its_data(sentence: Sentence, say: Hit) -> bool:
    """ "За її даними", "according to its records"; not "за його словами"."""
    if any(is_jargon(h, "its_data") and h.first == say.last + 1 for h in sentence.hits):
        return True
    within = [h for h in sentence.hits if say.first <= h.first and h.last <= say.last]
    return any(is_jargon(h, "data_of") for h in within) and any(h.cue.kind == "pron" for h in within)
