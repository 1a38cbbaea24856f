"""Words of a paper that stand before "it is written", or behind a short quotation from it."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit

SHORT = 6  # tokens of a quotation that is only a part of what stands in a paper


def told_before_verb(sentence: Sentence, start: int, written: Hit) -> list[tuple[int, int]]:
    """ "В заключении, копию которого брат получил, датой смерти указано 19 сентября": what it is of."""
    commas = (i + 1 for i in range(written.first - 1, start - 1, -1) if sentence.words[i].low == ",")
    first = next(commas, start)
    of_event = any(
        h.cue.kind == "event" and first <= h.first and h.last < written.first for h in sentence.hits
    )
    others = any(
        h.cue.kind in {"kin", "person", "say", "org"} and first <= h.first < written.first
        for h in sentence.hits
    )
    return [(first, written.first - 1)] if of_event and not others and first < written.first else []


def told_behind_quotation(sentence: Sentence, written: Hit, quoted: list[tuple[int, int]]) -> bool:
    """ "Причиной смерти в нём назван «шок», местом - Белгородская область": a place or a day behind, too."""
    first, last = quoted[0][0], quoted[-1][1]
    if not 0 <= written.last < first or any(b - a >= SHORT for a, b in quoted):
        return False
    if any(
        (h.first > last and h.cue.kind in {"kin", "say", "org", "event"})
        or (h.last < written.first and h.cue.kind in {"kin", "say", "person"})
        for h in sentence.hits
    ):
        return False
    spans = [p.start for p in sentence.places] + [d.start for d in sentence.dates]
    return any(sentence.word_at(start) > last for start in spans)
