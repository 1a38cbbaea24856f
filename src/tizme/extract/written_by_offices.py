"""The office, channel or chat whose words are read: "The council published a notice. In it is written: ...".

An answer of the police is the word of the police, and what a chat said is the chat's: no paper tells it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.paper_kinds import HEARSAY, OPENS
from tizme.extract.whose_paper import of_its_office

PUBLISHED_WITHIN = 2  # sentences from "published" to "it says"
OFFICE_PAPER = 6  # tokens from an office to its answer or its site
IN_A_CHAT = 5  # tokens from "a message" to the chat in which it was


def chat_of(sentence: Sentence, paper: Hit | None, written: Hit) -> Hit | None:
    """The chat where it is written, or where the message was that seems a paper: "a Telegram chat said"."""
    chats = [
        h
        for h in sentence.hits
        if h.cue.kind == "org" and h.cue.property == "hearsay" and h.last < written.first
    ]
    if paper is None:
        own = of_its_office(sentence, chats[-1]) if chats else None
        return own or (chats[-1] if chats else None)
    return next((c for c in chats if paper.first <= c.first <= paper.last + IN_A_CHAT), None)


def answering_office(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """ "Полицияның жауабында ... делінген", "прокуратурадан ... деген жауап келді": the office says so."""
    if not discourse.grammar.verb_last:
        return None
    papers = [h for h in sentence.hits if is_jargon(h, "office_paper") and h.last < written.first]
    for office in (h for h in sentence.hits if h.cue.kind == "court" or h.cue.property == "official"):
        low = sentence.words[office.last].low
        if office.cue.kind not in {"org", "court"} or office.last >= written.first:
            continue
        if sentence.in_quote(office.start) != sentence.in_quote(written.start):
            continue
        answers = office.first <= OPENS and low.endswith(
            (*discourse.grammar.from_endings, *discourse.grammar.locative_endings)
        )
        if answers or any(0 < p.first - office.last <= OFFICE_PAPER for p in papers):
            return office
    return None


def publishing_office(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "Айыл өкмөтү көңүл айтуу жарыялады. Анда жазылгандай, ...": the office that published it."""
    sentence = sentences[at]
    in_it = sentence.words[written.first].low == "it" or any(
        is_jargon(h, "in_it") and h.last < written.first for h in sentence.hits
    )
    behind = any(
        is_jargon(h, "paper_in") and h.cue.value == "notice" and h.first == written.last + 1
        for h in sentence.hits
    )
    if not (in_it or behind):
        return None
    before = [s for s in sentences[max(0, at - PUBLISHED_WITHIN) : at] if s.paragraph == sentence.paragraph]
    for other in reversed(before):
        if any(is_jargon(h, "publishes") for h in other.hits):
            offices = (h for h in other.hits if h.cue.kind == "org" and h.cue.property == "official")
            return next((h for h in offices if h.first <= OPENS), None)
    return None


def channel_before(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "Телеграм-канал published a list. In it a man is written down who ...": the channel says so."""
    sentence = sentences[at]
    in_it = any(is_jargon(h, "in_it") and h.first <= OPENS and h.last < written.first for h in sentence.hits)
    if not in_it or at == 0 or sentences[at - 1].paragraph != sentence.paragraph:
        return None
    orgs = (h for h in sentences[at - 1].hits if h.cue.kind == "org" and h.cue.property == HEARSAY)
    return next(orgs, None)
