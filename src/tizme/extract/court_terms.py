"""Sentences of courts: the one the text tells of, an earlier one for an ordinary crime, a bare term of years.

"The Osh City Court: Bakyt M., 33, nine years": a court and a term of years say that it was passed.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit
from tizme.extract.entry_fields import field_start
from tizme.extract.grammar import grammar
from tizme.extract.spans import widen_left

_SENTENCED = Cue("event", "(term of a court)", "sentenced", "", frozenset(), ())


def implied_sentence(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """ "The Osh City Court: Bakyt M., 33, nine years": a court and a term of years say that it was passed."""
    told = {"sentenced", "prior_sentence", "imprisoned", "contract_signed", "verdict_overturned"}
    terms = [d for d in sentence.durations if d.edtf.startswith("P") and "Y" in d.edtf]
    if any(h.cue.value == "coerced_contract" or h.cue.property == "coercion" for h in hits):
        return []  # "a choice of seven years for a packet or a contract"
    courts = any(h.cue.kind in {"court", "charge"} for h in sentence.hits)
    if any(s.cue.kind == "stop" and terms and s.start <= terms[0].start < s.stop for s in sentence.hits):
        return []  # "faces up to nine years"
    behind = sentence.words[sentence.word_at(terms[0].stop - 1) + 1 :][:1] if terms else []
    if (
        not terms
        or not (courts or any(t.low == "for" for t in behind))
        or any(h.cue.property in told for h in hits)
    ):
        return []
    first, last = sentence.word_at(terms[0].start), sentence.word_at(terms[0].stop - 1)
    return [Hit(_SENTENCED, first, last, terms[0].start, terms[0].stop)]


def event_name(hit: Hit, sentence: Sentence, published: str) -> str:
    """A sentence for an ordinary crime, or of years before the text with no court named, is a prior one."""
    told = {h.cue.property for h in sentence.hits if h.cue.kind == "event"}
    accused = hit.cue.property == "charged" and "sentenced" in told
    if hit.cue.property not in {"sentenced", "prior_sentence"} and not accused:
        return hit.cue.property
    charges = [h for h in sentence.hits if h.cue.kind == "charge" and "article" not in h.cue.flags]
    if charges:
        common = all("common" in h.cue.flags for h in charges)
        return "prior_sentence" if common else hit.cue.property if accused else "sentenced"
    if accused or hit.cue.property == "prior_sentence":
        return hit.cue.property
    if any(_named_court(sentence, h) for h in sentence.hits):
        return "sentenced"
    begin = field_start(sentence, hit.first)
    dates = [d for d in sentence.dates if d.start not in sentence.origins]
    dates = [d for d in dates if field_start(sentence, sentence.word_at(d.start)) == begin]
    years = [d.edtf[:4] for d in dates if d.edtf[:4].isdigit()]
    if published[:4].isdigit() and years and int(min(years)) < int(published[:4]) - 1:
        return "prior_sentence"
    return "sentenced"


def _named_court(sentence: Sentence, hit: Hit) -> bool:
    """ "Узгенский районный суд", "суд г. Шымкента": not just any court."""
    if hit.cue.kind != "court":
        return False
    behind = {sentence.word_at(p.start) - hit.last for p in sentence.places}
    beside = sentence.entry is not None and bool(behind & {1, 2, 3})
    return beside or widen_left(sentence, hit)[0] < hit.start


def sentenced_before(sentence: Sentence, published: str, lang: str) -> bool:
    """Whether the sentence tells of a prior sentence: where the verb stands last the arrest is part of it."""
    return grammar(lang).verb_last and any(
        h.cue.kind == "event"
        and h.cue.property in {"sentenced", "prior_sentence"}
        and event_name(h, sentence, published) == "prior_sentence"
        for h in sentence.hits
    )
