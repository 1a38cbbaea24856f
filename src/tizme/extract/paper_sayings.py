"""What stands in a paper as a saying of its own: the court's, the document's, or what is passed around.

"The verdict says that he was recruited in a camp": the court's. "A message went round; it said that he was
killed": hearsay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.obituaries import names_obituary
from tizme.extract.overlaps import meet
from tizme.extract.paper_kinds import CASE, HEARSAY, are_several, is_case_paper
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice


def saying_of(
    sentence: Sentence,
    paper: Hit,
    verb: Hit,
    ranges: list[tuple[int, int]],
    *,
    case: bool,
    discourse: Discourse,
) -> Saying:
    """What a court tells through the papers of its case is its own word; a lone paper is a document."""
    papers = CASE in {paper.cue.property, paper.cue.value} or is_case_paper(paper)
    papers = papers or (case and are_several(sentence, paper, discourse))
    kind = "official" if paper.cue.kind in {"org", "court"} else "case" if papers else "document"
    if kind == "document" and names_obituary([h for h in sentence.hits if meet(h, paper)]):
        kind = "press"
    if kind == "document" and _concluded_by_experts(sentence, paper, discourse):
        kind = "official"
    if paper.cue.kind == "org" and paper.cue.property == HEARSAY:
        kind, case = HEARSAY, False
    voice = Voice(kind, discourse.text[paper.start : paper.stop])
    scopes = tuple(Scope(a, b, voice) for a, b in ranges if a <= b)
    told = not sentence.in_quote(verb.start)  # whoever quotes a paper goes on for themselves
    return Saying(
        voice, None, (verb.first, verb.last), scopes, holds=case and told, once=not case and told
    )  # fmt: skip


def _concluded_by_experts(sentence: Sentence, paper: Hit, discourse: Discourse) -> bool:
    """ "За висновком судмедекспертів", "Ekspertiza xulosasiga ko'ra": their word, and no paper's."""
    before = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    near = {paper.first - 1, paper.first} if before else {paper.first, paper.last, paper.last + 1}
    cites = paper.cue.kind == "according" and paper.start >= sentence.start
    return cites and any(is_jargon(h, "experts") and h.first in near for h in sentence.hits)


def went_round(sentences: Sequence[Sentence], at: int, paper: Hit) -> bool:
    """ "Топтордо ... деген билдирүү тарады. Анда ... деп жазылган": a message that goes round is no paper."""
    if at == 0 or paper.start >= sentences[at].start or paper.cue.kind == "org":
        return False
    return any(
        h.cue.kind == "mark"
        and h.cue.property == HEARSAY
        and "weak" not in h.cue.flags
        and h.first <= paper.first <= h.last
        for h in sentences[at - 1].hits
    )


def as_rumour(read: Saying) -> Saying:
    """What was read, where it only went round."""
    voice = Voice(HEARSAY, read.voice.label)
    return replace(read, voice=voice, scopes=with_voice(read, voice), holds=False, once=True)


def with_voice(read: Saying, voice: Voice) -> tuple[Scope, ...]:
    """The words that were read, in another voice."""
    return tuple(Scope(s.first, s.last, voice) for s in read.scopes)
