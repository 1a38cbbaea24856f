"""Who brought the news of a death, and to whom: "her uncle told her that he had died"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.befallen import ONLY_TELL
from tizme.extract.draft import Draft
from tizme.extract.frames import Event
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import grammar
from tizme.extract.who import Ref
from tizme.extract.whose import addressed

TELLER_GAP = 4.0  # cost between who brings the news of a death and the verb that says so


def tellers_and_hearers(sentence: Sentence, event: Event, refs: list[Ref], lang: str) -> list[Draft]:
    """Who brought the news of a death and to whom: "her uncle told her that he had died"."""
    hit = event.hit
    others = [r for r in refs if r.who is not event.who and r.who.role != "subject"]
    before = [r for r in others if r.last < hit.first and gap_cost(sentence, r.last, hit.first) <= TELLER_GAP]
    inside = [r for r in others if hit.first < r.first <= hit.last]
    behind = [r for r in others if hit.last < r.first and gap_cost(sentence, hit.last, r.first) <= TELLER_GAP]
    if sentence.words[hit.first].low in grammar(lang).learns_words:
        hearers, tellers = before[-1:], [r for r in (*inside, *behind) if r.who.role != "relative"][:1]
    else:
        asked = [r for r in (*before, *inside, *behind) if addressed(r)]
        hearers = (inside or asked)[:1]
        tellers = [r for r in before if r not in asked][-1:] or [
            r for r in (*inside, *behind) if r not in asked and r.who.role in ONLY_TELL
        ][:1]
    hearers = [r for r in hearers if r.who.role == "relative" and not any(r.who is t.who for t in tellers)]
    by = [
        Draft(
            event.who, "death_reported.by", teller.who.id, teller.start, teller.stop, sentence.index,
            target=teller.who,
        )
        for teller in (tellers if hearers else ())
    ]  # fmt: skip
    to = [
        Draft(
            event.who, "death_reported.to", hearer.who.id,
            hit.start if hit.first < hearer.first <= hit.last else hearer.start, hearer.stop,
            sentence.index, target=hearer.who,
        )
        for hearer in hearers
    ]  # fmt: skip
    return by + to
