"""All who may be the speaker of a verb of saying: people, offices, outlets, papers and places.

"Akasi Facebook sahifasida yozgan": his brother may, and where he wrote it does not.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cited import end_of_citing
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.offices_saying import offices_saying
from tizme.extract.outlets_saying import outlet_that_hears, quoted_outlet
from tizme.extract.papers_as_speakers import papers_saying
from tizme.extract.people_saying import people_saying
from tizme.extract.reach import Candidate
from tizme.extract.says_nothing import UNSAID, in_court
from tizme.extract.spoken import TELLERS
from tizme.extract.unnamed_speakers import said_in_a_place
from tizme.extract.who import Ref

ONLY_OFFICES = frozenset({"release", "office"})  # flags of verbs that no person says it with


def who_may_say_it(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[list[Candidate], list[Candidate]]:
    """The papers among those who may say it, and all of them."""
    if say.cue.flags & ONLY_OFFICES:
        return [], offices_saying(sentence, say, discourse)  # "it was established that": by no person
    if "passive" in say.cue.flags:
        return [], [*offices_saying(sentence, say, discourse), *in_court(sentence, say, discourse)]
    if say.cue.property == UNSAID:
        told = people_saying(sentence, say, refs, discourse)
        unsaid = papers_saying(sentence, say, discourse)
        others = [c for c in told if c[1].kind != "self"]
        return unsaid, [*unsaid, *others, *offices_saying(sentence, say, discourse)]
    # "guvohnoma suratini joylagan": what is shown says nothing, whoever shows it does
    papers = [] if "shows" in say.cue.flags else papers_saying(sentence, say, discourse)
    candidates = [
        *papers,
        *people_saying(sentence, say, refs, discourse),
        *(_by_its_head(c, refs) for c in offices_saying(sentence, say, discourse)),
        *quoted_outlet(sentence, say, discourse),
        *said_in_a_place(sentence, say, discourse),
    ]
    candidates = _without_where(sentence, say, candidates, discourse)
    heard_by = outlet_that_hears(sentence, say, refs, discourse)
    end = end_of_citing(sentence, say)
    candidates = [c for c in candidates if end is None or c[2] < end]
    return papers, [c for c in candidates if heard_by is None or not heard_by[0] <= c[2] <= heard_by[1]]


def _by_its_head(office: Candidate, refs: list[Ref]) -> Candidate:
    """ "Раиси ҷамоати деҳот гуфт": its head says it, whom the next "ба гуфтаи ӯ" means."""
    cost, voice, first, last = office
    head = next((r.who for r in refs if r.first == first and r.who.role == "official"), None)
    if head is None or head.group or voice.kind != "official":
        return office
    return cost, replace(voice, who=head), first, last


def _without_where(
    sentence: Sentence, say: Hit, candidates: list[Candidate], discourse: Discourse
) -> list[Candidate]:
    """ "Akasi Facebook sahifasida yozgan": where he wrote it does not write it."""
    if say.cue.kind != "say" or not any(c[1].kind in TELLERS for c in candidates):
        return candidates
    endings = discourse.grammar.locative_endings
    if not endings or not discourse.grammar.verb_last:
        return candidates
    where = {
        h.last
        for h in sentence.hits
        if h.cue.kind == "org"
        and h.cue.property in {"hearsay", "press"}
        and any(t.low.endswith(endings) for t in sentence.words[h.last : h.last + 2])
    }
    return [c for c in candidates if c[1].kind in TELLERS or c[3] not in where]
