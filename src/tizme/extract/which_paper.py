"""The paper in which something is written: "in the letter it is said", "She showed a summary. It says that".

It stands before the word for that, in the sentence or the one before; a Tajik paper may stand right behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.paper_kinds import (
    is_marked,
    is_of_a_channel,
    is_of_an_authority,
    is_paper,
    is_somebodys_message,
    verdict_before,
)
from tizme.extract.whose_paper import paper_handed_over

BETWEEN = 8  # tokens from a paper to "says", where that stands right behind it
STANDS = "stands"  # value of a word that says no more than that it is there
IN_ITS_PAPER = 3  # tokens from "in" to the paper: "in its second letter"
_PARTS = frozenset({"and", "but", "и", "а", "но", "і", "та", "й", "але"})


def paper_of(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """The paper in which it is written: before the word for that, outside any quotation."""
    for paper in reversed([h for h in sentence.hits if is_jargon(h, "paper_in") and h.last < written.first]):
        if is_somebodys_message(sentence, paper):
            continue
        if sentence.in_quote(paper.start) != sentence.in_quote(written.start) or is_of_a_channel(
            sentence, paper
        ):
            continue
        if paper.cue.value == "notice" and is_of_an_authority(sentence, paper):
            continue
        if _in_which_an_office_says(sentence, paper, written):
            continue
        if _writes_it_himself(sentence, paper, written, discourse):
            continue
        if written.cue.value == STANDS and not _opens_and_closes(sentence, paper, written):
            continue
        if discourse.lang != "en" or _says_itself(sentence, paper, written):
            return paper
    return _paper_right_behind(sentence, written, discourse)


def _in_which_an_office_says(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "The ministry lists him, and in a letter of June 3 it says": the office says it, in its letter."""
    words = sentence.words
    before = {t.low for t in words[max(0, paper.first - IN_ITS_PAPER) : paper.first]}
    itself = words[written.first].low == "it" and "in" in before
    offices = (h for h in sentence.hits if h.cue.kind == "org" and h.cue.property == "official")
    return itself and any(h.last < paper.first for h in offices)


def _writes_it_himself(sentence: Sentence, paper: Hit, written: Hit, discourse: Discourse) -> bool:
    """ "Суҳроб дар мактубаш навиштааст, ки": whoever stands before his letter says it, and no paper."""
    if not (discourse.grammar.verb_last and discourse.grammar.owner_behind) or paper.first == 0:
        return False
    says = any(h.cue.kind == "say" and h.first <= written.first <= h.last for h in sentence.hits)
    return says and sentence.words[paper.last].low.endswith("аш")


def _opens_and_closes(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "Дар билети ҳарбии ӯ лақаби «Кӯҳ» ҳаст": "is" alone, with the paper first and nothing behind."""
    return paper.first == 0 and not any(t.kind == "word" for t in sentence.words[written.last + 1 :])


def _paper_right_behind(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """ "«...», омадааст дар айбнома": Tajik closes what is written with where that stands."""
    if not (discourse.grammar.verb_last and discourse.grammar.owner_behind):
        return None
    return next(
        (h for h in sentence.hits if is_jargon(h, "paper_in") and h.first == written.last + 1),
        None,
    )


def _says_itself(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "The letter from his unit says", not "she showed the letter and said".

    Nor "he signed a contract, said his mother".
    """
    between = sentence.words[paper.last + 1 : written.first]
    if any(h.cue.kind == "event" and h.first < paper.first <= h.last for h in sentence.hits):
        return False
    if len(between) > 1 and between[0].low == between[-1].low == ",":
        return True  # "the letter, dated October 8 and shown to us, states that"
    if len(between) > BETWEEN or any(t.low in _PARTS for t in between):
        return False
    return not any(
        h.cue.kind in {"kin", "person", "group", "pron", "say", "event"}
        and paper.last < h.first
        and h.last < written.first
        for h in sentence.hits
    )


def paper_before(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """The paper that the sentence before, or the one where the quotation opens, speaks of."""
    sentence = sentences[at]
    opened = next((q[0] for q in sentence.quotes if q[0] < sentence.start), None)
    if opened is not None and not sentence.in_quote(written.start):
        opening = next((s for s in sentences[:at] if s.start <= opened < s.stop), None)
        papers = [h for h in opening.hits if is_jargon(h, "paper_in") and h.start < opened] if opening else []
        if papers:
            return papers[-1]
    led = paper_handed_over(sentence, written)
    if led is not None:
        return led
    in_it = next((h for h in sentence.hits if is_jargon(h, "in_it") and h.last < written.first), None)
    if in_it is None:
        itself = sentence.words[written.first].low == "it" or _opens_with_it(sentence, written)
        return verdict_before(sentences, at) or _paper_shown(sentences, at, written) if itself else None
    here = [h for h in sentence.hits if (is_jargon(h, "paper") or is_marked(h)) and h.last < in_it.first]
    if here and sentence.in_quote(here[-1].start) == sentence.in_quote(written.start):
        return here[-1]  # "кат келди, анда ... деп жазылыптыр"
    if at == 0:
        return None
    papers = [h for h in sentences[at - 1].hits if is_paper(h) and not is_of_a_channel(sentences[at - 1], h)]
    if (
        not papers
        and at > 1
        and sentences[at - 2].paragraph == sentence.paragraph
        and _of_one(sentences[at - 1])
    ):
        papers = [h for h in sentences[at - 2].hits if is_paper(h)]  # "one says that ... The other says ..."
    same_entry = sentences[at - 1].entry == sentence.entry
    return verdict_before(sentences, at) or (papers[-1] if papers and same_entry else None)


def _of_one(sentence: Sentence) -> bool:
    """A sentence that opens with what stands in one of several papers: "Биринчисинде ... деп жазылган"."""
    return any(is_jargon(h, "in_it") and h.first == 0 for h in sentence.hits) and any(
        is_jargon(h, "written") for h in sentence.hits
    )


def _opens_with_it(sentence: Sentence, written: Hit) -> bool:
    """ "It is dated December 3 and informs her that he died": nobody else stands before the verb."""
    others = {"kin", "person", "group", "org", "say"}
    before = (h for h in sentence.hits if h.last < written.first)
    named = any(at < written.first for at in sentence.named)
    return sentence.words[0].low == "it" and not named and not any(h.cue.kind in others for h in before)


def _paper_shown(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "His mother showed us a discharge summary. It says that ...": the one paper of the sentence before."""
    if at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph:
        return None
    if written.first > 0 and not _opens_with_it(sentences[at], written):
        return None
    before = sentences[at - 1]
    papers = [h for h in before.hits if is_jargon(h, "paper_in") and not is_of_a_channel(before, h)]
    # "a Russian military ticket", "a notice, stamped by the commissariat": an office only as the paper's own
    offices = any(
        h.cue.kind in {"org", "court"}
        and not any(h.first <= p.first <= h.last or p.last < h.first for p in papers)
        for h in before.hits
    )
    return papers[-1] if papers and not offices else None
