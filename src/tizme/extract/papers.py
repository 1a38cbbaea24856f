"""What is read from a paper: "in the notice it is written that ...", an inscription on a coffin.

A court tells through the papers of its case (voice "case" of evidence.csv); any other paper is a document.

The words for a paper, and those for what stands in it, are rows of the cue tables (paper_in, in_it, written,
and "according" rows flagged paper). Of case papers (a verdict, the file of a case) a whole story is told: the
sentences behind go on in their voice. A certificate or a letter says its words, and the outlet goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.brought_papers import papers_brought
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.inscribed import inscription_of_a_name
from tizme.extract.paper_colons import line_behind_a_colon, told_behind_a_colon
from tizme.extract.paper_kinds import OPENS, is_of_a_channel, is_of_case, is_paper, verdict_before
from tizme.extract.paper_sayings import as_rumour, saying_of, went_round, with_voice
from tizme.extract.paper_words import begins_an_event, within_its_quotation, words_in
from tizme.extract.polarity import denied_right_before
from tizme.extract.replies import asked_office_that_writes
from tizme.extract.speech import content_of
from tizme.extract.spoken import Saying
from tizme.extract.which_paper import paper_before, paper_of
from tizme.extract.whose_paper import in_a_relatives_letter, in_ones_message
from tizme.extract.written_by_offices import answering_office, channel_before, chat_of, publishing_office


def with_papers(
    said: list[Saying], sentences: Sequence[Sentence], at: int, discourse: Discourse
) -> list[Saying]:
    """The sayings of a sentence with those of the papers that are cited in it."""
    sentence = sentences[at]
    cited = _by_verdict(sentences, at, discourse) or _cited(sentence, discourse)
    told = (
        _written(sentences, at, discourse)
        or told_behind_a_colon(sentence, discourse)
        or _by_it(sentences, at, discourse)
        or line_behind_a_colon(sentences, at, discourse)
        or inscription_of_a_name(sentence, discourse)
    )
    found = [s for s in (*cited, told) if s is not None] or papers_brought(sentence, discourse)
    if not found:
        return said
    kept = [s for s in said if not any(_same_words(s, paper) for paper in found)]
    return sorted((*kept, *found), key=lambda s: s.verb)


def _same_words(saying: Saying, paper: Saying) -> bool:
    """True for a saying read from the words of a paper, or that takes what stands in it for somebody's."""
    if saying.verb[0] <= paper.verb[1] and paper.verb[0] <= saying.verb[1]:
        return True
    inside = [s for s in saying.scopes if _holds(paper, s.first, s.last)]
    return bool(inside) and not (_holds(paper, *saying.verb) and len(inside) == len(saying.scopes))


def _holds(paper: Saying, first: int, last: int) -> bool:
    return any(p.first <= first and last <= p.last for p in paper.scopes)


def _cited(sentence: Sentence, discourse: Discourse) -> list[Saying]:
    """ "According to the verdict, ...": of all that is told in the sentence."""
    found = []
    for hit in sentence.hits:
        if hit.cue.kind == "according" and "paper" in hit.cue.flags:
            ranges = content_of(sentence, hit, None, discourse)
            ranges += [(hit.first, hit.last)] if begins_an_event(sentence, hit) else []
            found.append(
                saying_of(sentence, hit, hit, ranges, case=is_of_case(sentence, hit), discourse=discourse)
            )
    return found


def _by_verdict(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> list[Saying]:
    """ "The newsroom has read the verdict. According to the document, ...": behind it the court's word."""
    sentence = sentences[at]
    by = next((h for h in sentence.hits if is_jargon(h, "by_document") and h.first <= OPENS), None)
    verdict = verdict_before(sentences, at)
    if by is None or verdict is None:
        return []
    ranges = content_of(sentence, by, None, discourse)
    return [saying_of(sentence, verdict, by, ranges, case=True, discourse=discourse)]


def _written(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "In the letter it is said that ...", "Унда «...» деб ёзилган": the first such words in it."""
    sentence = sentences[at]
    for written in (h for h in sentence.hits if is_jargon(h, "written")):
        office = publishing_office(sentences, at, written)
        paper = office or paper_of(sentence, written, discourse) or paper_before(sentences, at, written)
        if office is None:
            paper = chat_of(sentence, paper, written) or paper
        paper = (
            paper
            or channel_before(sentences, at, written)
            or answering_office(sentence, written, discourse)
            or asked_office_that_writes(sentences, at, written, discourse)
        )
        if paper is None or denied_right_before(sentence, written):
            continue
        ranges = within_its_quotation(
            sentence, written, words_in(sentence, paper, written, discourse), discourse
        )
        if ranges:
            case = office is not None or is_of_case(sentence, paper)
            read = saying_of(sentence, paper, written, ranges, case=case, discourse=discourse)
            relative = in_a_relatives_letter(sentence, paper)
            if relative is not None:
                return replace(read, voice=relative, scopes=with_voice(read, relative))
            passed_on = went_round(sentences, at, paper) or in_ones_message(sentence, paper, discourse)
            return as_rumour(read) if passed_on else read
    return None


def _by_it(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "The family keeps his contract. In it he undertakes to serve for a year": all of it stands there."""
    sentence = sentences[at]
    it = next((h for h in sentence.hits if is_jargon(h, "by_it") and h.first == 0), None)
    if it is None or at == 0 or sentences[at - 1].paragraph != sentence.paragraph:
        return None
    before = sentences[at - 1]
    says = any(h.cue.kind in {"say", "according"} and h.first > it.last for h in sentence.hits)
    if says or before.entry != sentence.entry:
        return None
    papers = [h for h in before.hits if is_paper(h) and not is_of_a_channel(before, h)]
    if not papers or before.in_quote(papers[-1].start):
        return None
    paper, end = papers[-1], len(sentence.words) - 1
    case = is_of_case(before, paper)
    return saying_of(sentence, paper, it, [(it.last + 1, end)], case=case, discourse=discourse)
