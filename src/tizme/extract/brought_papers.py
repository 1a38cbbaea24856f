"""What a paper that came says, told by whoever got it: "мамі прийшов лист: зник безвісти 9 березня".

A notice or a certificate speaks for itself; a letter or "a paper" only where an office sent it, or where
nothing of a death hangs on it. The words for such papers are rows of the cue tables (news_paper, value letter
for those that anybody can write), and so are "about" before them (news_about) and those of who notifies.
"""

from __future__ import annotations

from collections.abc import Iterator

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.overlaps import meet
from tizme.extract.paper_kinds import is_somebodys_message
from tizme.extract.spans import colon_behind
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice

COLON_WITHIN = 7  # tokens from a paper to the colon behind it: "came to our mother in April"
THAT_WITHIN = 6  # tokens from a paper to "that": "from the enlistment office, about it, that"
ABOUT_WITHIN = 2  # tokens from "about" to the paper behind it
WRITES_WITHIN = 3  # tokens between a verb of saying and a paper that somebody writes himself
# What an office lets a family know.
_FATES = frozenset({"died", "missing", "captured", "wounded", "buried", "body_identified", "body_found"})
_OF_DEATH = frozenset({"died", "buried", "body_identified", "body_found"})
# A paper that he or the family wrote or signed brings no news.
_THEIR_OWN = frozenset({"contract_signed", "recruited", "info_requested"})


def papers_brought(sentence: Sentence, discourse: Discourse) -> list[Saying]:
    """The sayings of such papers, also in an entry: "частина видала їй сповіщення: зник безвісти"."""
    if sentence.heading:
        return []
    papers = _papers(sentence, discourse)
    return [s for paper in papers if (s := _saying(sentence, paper, discourse)) is not None]


def _papers(sentence: Sentence, discourse: Discourse) -> Iterator[Hit]:
    that = discourse.grammar.said_words  # "degan" before a paper closes what stands in it, nobody writes
    for paper in sentence.hits:
        if not is_jargon(paper, "news_paper"):
            continue
        own = any(
            h.cue.property in _THEIR_OWN
            and meet(h, paper)
            and not sentence.words[h.first].low.endswith(discourse.grammar.from_endings)  # it came from there
            for h in sentence.hits
        )
        writes = any(
            h.cue.kind == "say"
            and 0 <= paper.first - h.last <= WRITES_WITHIN
            and sentence.words[h.last].low not in that
            for h in sentence.hits
        )
        round_ = any(  # "... деген хабарлама тарады": a message that goes round is no paper
            h.cue.kind == "mark"
            and h.cue.property == "hearsay"
            and "weak" not in h.cue.flags
            and h.first <= paper.first <= h.last
            for h in sentence.hits
        )
        if not (own or writes or round_ or is_somebodys_message(sentence, paper)):
            yield paper


def _saying(sentence: Sentence, paper: Hit, discourse: Discourse) -> Saying | None:
    content = _content(sentence, paper, discourse)
    if content is None:
        return None
    first, last = content
    told = {
        h.cue.property
        for h in sentence.hits
        if h.cue.kind == "event" and first <= h.last and h.first <= last and "neg" not in h.cue.flags
    }
    sent = any(is_jargon(h, "notifies") for h in sentence.hits)
    if not told & _FATES or (paper.cue.value == "letter" and told & _OF_DEATH and not sent):
        return None
    voice = Voice("document", discourse.text[paper.start : paper.stop])
    return Saying(
        voice, None, (paper.first, paper.last), (Scope(first, last, voice),), holds=False,
        once=not sentence.in_quote(paper.start),
    )  # fmt: skip


def _content(sentence: Sentence, paper: Hit, discourse: Discourse) -> tuple[int, int] | None:
    """The tokens that stand in the paper, in the same quotation as the word for it."""
    low, high = _around(sentence, paper)
    about = next(
        (
            h
            for h in sentence.hits
            if is_jargon(h, "news_about") and low < h.first and 0 < paper.first - h.last <= ABOUT_WITHIN + 1
        ),
        None,
    )
    if about is not None:
        return _clause_before(sentence, low, about), about.first - 1
    colon = colon_behind(sentence, paper, within=COLON_WITHIN)
    words = sentence.words
    if colon is not None and colon < high and not _told_between(sentence, paper, colon):
        own = discourse.grammar.singular_first
        return None if any(t.low in own for t in words[colon + 1 : high + 1]) else (colon + 1, high)
    near = range(paper.last + 1, min(high, paper.last + 1 + THAT_WITHIN))
    that = next((i for i in near if words[i].low in discourse.grammar.that_words), None)
    if that is None or _told_between(sentence, paper, that):
        return None
    return that + 1, high


def _around(sentence: Sentence, paper: Hit) -> tuple[int, int]:
    """First and last token of the innermost quotation around the paper, or of the sentence."""
    quotes = [(a, b) for a, b in sentence.quotes if a <= paper.start < b]
    if not quotes:
        return 0, len(sentence.words) - 1
    start, stop = min(quotes, key=lambda q: q[1] - q[0])
    inside = sentence.tokens_within(start, stop)
    return inside[0], inside[-1]


def _clause_before(sentence: Sentence, low: int, about: Hit) -> int:
    """Where what the paper is about begins: behind a comma, and behind whoever got it or sent it."""
    commas = [i + 1 for i in range(low, about.first) if sentence.words[i].low == ","]
    people = [
        h.last + 1
        for h in sentence.hits
        if h.cue.kind in {"kin", "org", "group"} and low <= h.first and h.last + 1 < about.first
    ]
    return max((low, *commas, *people))


def _told_between(sentence: Sentence, paper: Hit, at: int) -> bool:
    """ "She showed the notice and said: ...": those words are hers."""
    return any(h.cue.kind == "say" and paper.last < h.first and h.last < at for h in sentence.hits)
