"""Papers that say something: "В извещении военкомата сказано", "a notice signed by the commander states"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.reach import Candidate, reach
from tizme.extract.voices import Voice

PAPER_BEHIND = 3  # tokens from a verb of saying to a paper that says it
PAPER_OF = 2  # tokens from a paper to the office that wrote it


def papers_saying(sentence: Sentence, say: Hit, discourse: Discourse) -> list[Candidate]:
    """ "В извещении военкомата сказано", "a notice signed by the commander states": the paper says it."""
    found: list[Candidate] = []
    if discourse.lang == "en" and any(
        h.cue.kind == "pron" and h.last == say.last - 1 and "object" not in h.cue.flags for h in sentence.hits
    ):
        return found  # "on forged papers, he says": he does
    for mark in sentence.hits:
        if mark.cue.kind != "mark" or mark.cue.property != "document":
            continue
        if any(h.cue.kind == "org" and h.first < mark.first <= h.last for h in sentence.hits):
            continue  # "court documents show": they are the court's word
        if mark.first > say.last + PAPER_BEHIND:
            continue  # "said it had come together with a death certificate"
        if _somebody_beside(sentence, mark, say):
            continue  # "he was stopped in a document check, the spokesman said"
        cost = reach(
            sentence, say, mark.first, min(mark.last, max(mark.first, say.first - 1)), discourse.lang
        )
        if cost is not None:
            words = discourse.text[mark.start : sentence.words[mark.first].stop]
            of_office = any(
                h.cue.kind == "org" and 0 < h.first - mark.last <= PAPER_OF for h in sentence.hits
            )
            covered = mark.first <= say.first <= mark.last
            cost = 0.0 if covered else cost - (PAPER_OF if of_office else 0.0)
            found.append((cost, Voice("document", words), mark.first, mark.first))
    return found


def _somebody_beside(sentence: Sentence, paper: Hit, say: Hit) -> bool:
    """Whether a noun for somebody stands between a paper and the verb, right before it."""
    return any(
        h.cue.kind in {"person", "kin", "group"} and paper.first < h.first and h.last == say.first - 1
        for h in sentence.hits
    )
