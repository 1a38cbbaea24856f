"""Papers that were found on somebody: "In his pocket lay a military ID in the name of ...".

Who he was and where he served stands in the paper, whoever tells what was found. What became of him does not,
unless the papers were attached to a case: "К делу приобщена выписка: ранение 6 мая".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.voices import PAPERS, Scope, Voice, Voices

WITHIN = "within"  # value of words that hold all that stands in the paper
# What befell the one who carried the papers, and no paper in his pocket says.
_BEFELL = frozenset(
    (
        *("died", "buried", "wounded", "captured", "missing", "death_reported", "seen_alive"),
        *("body_found", "body_identified", "body_repatriated", "grave_found", "contact_lost"),
    )
)


ATTACHED = "attached"  # value of papers in the file of a case, which say what befell him


def of_carried_papers(sentence: Sentence, voices: Voices, discourse: Discourse) -> list[Scope]:
    """From the first such paper on, up to what became of him; within a quotation to its end."""
    paper = next((h for h in sentence.hits if is_jargon(h, "carried")), None)
    if paper is None:
        return []
    outer = voices.at(paper.first)
    if outer.kind in PAPERS and paper.cue.value != ATTACHED:
        return []
    last = _reach(sentence, paper)
    words = discourse.text[sentence.words[paper.last].start : sentence.words[paper.last].stop]
    voice = Voice("document", outer.label, outer.who, (words, *outer.chain))
    if paper.cue.value == WITHIN:
        return [Scope(paper.first, paper.last, voice)]  # "Паспорт на имя Н. нашли бойцы": they are not in it
    # "In his pocket, he says, lay a passport ...": the words behind the paper are in no scope shorter
    return [Scope(paper.first, last, voice), Scope(paper.last, max(paper.last, last), voice)]


def _reach(sentence: Sentence, paper: Hit) -> int:
    ends = [h.first - 1 for h in sentence.hits if _befell(h) and h.first > paper.last]
    if paper.cue.value == ATTACHED:
        ends = []
    quote = next((q for q in sentence.quotes if q[0] <= paper.start < q[1]), None)
    if quote is not None:
        ends += [max(i for i, t in enumerate(sentence.words) if t.start < quote[1])]
    return min([*ends, len(sentence.words) - 1])


def _befell(hit: Hit) -> bool:
    return hit.cue.kind == "event" and hit.cue.property.split(".")[0] in _BEFELL
