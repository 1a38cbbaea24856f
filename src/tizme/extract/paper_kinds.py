"""What kind of paper a word names: one of a case, a channel called "Telegram", what a ministry published.

"The verdict" and "the file of the case" speak for a court; "the Red Cross" is no cross with words on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.overlaps import meet

OPENS = 3  # tokens among which an office, or "as is written there", opens a sentence
CASE = "case"
CASE_PAPER = "case_paper"
HEARSAY = "hearsay"
PLURAL_BEHIND = 4  # letters of a word before which no ending begins

IN_A_CHAT = 5  # tokens between a message and the chat in which it was


def are_several(sentence: Sentence, paper: Hit, discourse: Discourse) -> bool:
    """ "Sud hujjatlariga ko'ra", and not "sud hujjatida"."""
    low = sentence.words[paper.first].low
    return any(ending in low[PLURAL_BEHIND:] for ending in discourse.grammar.plural_endings)


def is_of_case(sentence: Sentence, paper: Hit) -> bool:
    """A verdict, the file of a case; "ҳужжатларида" where they are a court's ("суд ҳужжатларида")."""
    if CASE in {paper.cue.property, paper.cue.value} or is_case_paper(paper):
        return True
    return any(
        h.cue.kind == "org" and h.cue.property == "document" and h.first <= paper.first <= h.last + 1
        for h in sentence.hits
    )


def is_of_an_authority(sentence: Sentence, paper: Hit) -> bool:
    """ "В сообщении МИД говорится": what a ministry publishes is its own word, and no paper."""
    before = [h for h in sentence.hits if h.last < paper.first]
    offices = any(h.cue.kind == "org" and h.cue.property == "official" for h in before)
    return offices and not any(is_jargon(h, "notifies") for h in before)


def verdict_before(sentences: Sequence[Sentence], at: int) -> Hit | None:
    """ "A copy of the verdict is in the newsroom." right before a sentence."""
    before = [h for h in sentences[at - 1].hits if is_case_paper(h)] if at else []
    return before[-1] if before and sentences[at - 1].entry == sentences[at].entry else None


def is_of_a_channel(sentence: Sentence, paper: Hit) -> bool:
    """ "The Telegram channel", "the Red Cross": no telegram came, and no cross was written on."""
    return any(
        h.cue.kind == "org"
        and h.first <= paper.first <= h.last
        and (h.cue.property == HEARSAY or (h.cue.property == "official" and h.first < paper.first))
        for h in sentence.hits
    )


def is_paper(hit: Hit) -> bool:
    """Any paper, also one that only mentions, or that lies at hand."""
    return any(is_jargon(hit, what) for what in ("paper_in", "paper", "news_paper", "at_hand")) or is_marked(
        hit
    )


def is_case_paper(hit: Hit) -> bool:
    """ "The verdict", "the indictment": papers of a court."""
    return is_jargon(hit, CASE_PAPER)


def is_marked(hit: Hit) -> bool:
    """Words that mark what is told as read in a document."""
    return hit.cue.kind == "mark" and hit.cue.property == "document"


def is_somebodys_message(sentence: Sentence, paper: Hit) -> bool:
    """ "Сослуживец прислал письмо: погиб", "үн кабарлама": a friend's or a stranger's word, and no paper.

    A notice or a certificate that a neighbour brings is still one.
    """
    spoken = any(
        is_jargon(h, "voice_message") and h.first - 2 <= paper.last and paper.first <= h.last + 2
        for h in sentence.hits
    )
    letter = any(
        is_jargon(h, "news_paper") and h.cue.value == "letter" and meet(h, paper) for h in sentence.hits
    )
    friends = any(
        h.cue.kind in {"person", "group"} and h.cue.property == "source" and not sentence.in_quote(h.start)
        for h in sentence.hits
    )
    chats = any(
        h.cue.kind == "org" and h.cue.property == "hearsay" and abs(h.first - paper.last) <= IN_A_CHAT
        for h in sentence.hits
    )
    return spoken or chats or (letter and friends)
