"""The day of a last call that a text tells as a story: "In December he called. Since then, silence"."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.draft import Draft

BEFORE = 4  # sentences before "since then" among which the call is told


def calls_before_silence(sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> list[Draft]:
    """A last contact for each loss of contact "since then", where a call with its day stands before."""
    dated = {d.who.id for d in drafts if d.property in {"last_contact.date", "contact_lost.date"}}
    found: dict[str, Draft] = {}
    for lost in drafts:
        if lost.property != "contact_lost" or lost.polarity != "affirmed" or lost.who.id in dated:
            continue
        since = sentences[lost.sentence]
        if not _has(since, "since_then"):
            continue
        for sentence in reversed(sentences[max(0, since.index - BEFORE) : since.index + 1]):
            if sentence.paragraph != since.paragraph or not _has(sentence, "called"):
                continue
            days = [d for d in sentence.dates if d.start not in sentence.origins and d.start < lost.start]
            calls = [h.start for h in sentence.hits if is_jargon(h, "called")]
            # "8-октябрда чалып, алты айдан кийин эркиндик дешти деди": the day before the call, else the last
            before = [d for d in days if d.start < calls[0]]
            if days:
                day = (before or days)[-1]
                found.setdefault(
                    lost.who.id,
                    Draft(lost.who, "last_contact.date", day.edtf, day.start, day.stop, sentence.index),
                )
            break
    return list(found.values())


def _has(sentence: Sentence, what: str) -> bool:
    return any(is_jargon(h, what) for h in sentence.hits)
