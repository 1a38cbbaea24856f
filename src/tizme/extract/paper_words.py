"""The words that stand in a paper: a quotation, what "that" or a colon begins, what is before the verb.

"The certificate gives “blast injury” as the cause": the quotation and what it is the cause of.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.paper_clauses import SHORT, told_before_verb, told_behind_quotation
from tizme.extract.paper_kinds import OPENS
from tizme.extract.spans import colon_behind
from tizme.extract.speech import speech_quotes
from tizme.extract.whose_paper import paper_handed_over

COMES_WITHIN = 4  # tokens from a paper to the colon behind it: "came from the office"
QUOTED_WORDS = 2  # so many words in quotation marks can be an inscription: a name and a year
BEHIND = 4  # tokens from "it is written" to the "that" or the colon of what is written
OWNER = 5  # tokens of whose paper it is, between the paper and ", which came with the coffin,"
# That a paper came is told by whoever got it.
_ARRIVES = frozenset(
    {"death_reported", "info_requested", "info_refused", "official_no_info", "body_repatriated"}
)
_HAS_HIM = frozenset({"has", "had"})


def words_in(sentence: Sentence, paper: Hit, written: Hit, discourse: Discourse) -> list[tuple[int, int]]:
    """The tokens that stand in the paper: a quotation, what "that" or a colon begins, or what is between."""
    words, end = sentence.words, len(sentence.words) - 1
    quoted = quoted_words(sentence, paper, discourse.text)
    named = [paper] if paper.start >= sentence.start else []
    named += [h for h in sentence.hits if is_jargon(h, "in_it")]
    before = max((h.last + 1 for h in named if h.last < written.first), default=0)
    if paper.start >= sentence.start and paper_handed_over(sentence, written) is paper:
        before = (colon_behind(sentence, paper, within=COMES_WITHIN) or 0) + 1
    before = _with_the_papers_event(sentence, paper, before)
    if quoted and discourse.grammar.verb_last and all(a > written.last + 1 for a, _ in quoted):
        # "Анда 21-ноябрда каза болгон деп жазылган, себеби «жараат»": what stands before is written too
        before = _behind_clause(sentence, before, written, discourse)
        return [(before, written.first - 1), (written.last + 1, end)]
    if quoted and not _more_than_quoted(sentence, paper, written, quoted, discourse):
        if told_behind_quotation(sentence, written, quoted):
            return [(0, written.first - 1), (written.last + 1, end)]
        whole = _tells_before(sentence, written, quoted, discourse)
        return [(written.last + 1, end)] if whole else quoted
    if words[min(end, written.last + 1)].low == "," and (written.last < OPENS or _opens_as_told(sentence)):
        return [(written.last + 2, end)]  # "Анда жазылгандай, ..."
    opens = discourse.grammar.that_words | {":"}
    behind = next(
        (i for i in range(written.last + 1, min(end, written.last + BEHIND) + 1) if words[i].low in opens), 0
    )
    if behind and behind < end:
        return [(behind, end)]
    if not discourse.grammar.verb_last:
        # "the register has him buried on June 11"
        start = written.last if words[written.first].low in _HAS_HIM else written.last + 1
        rest = [(start, end)] if written.last < end else []
        return [*told_before_verb(sentence, before, written), *rest]
    before = _behind_clause(sentence, before, written, discourse)
    return [(before, written.first - 1)] if before < written.first else []


def within_its_quotation(
    sentence: Sentence, written: Hit, ranges: list[tuple[int, int]], discourse: Discourse
) -> list[tuple[int, int]]:
    """ "«..., в нём написано, что он погиб», — говорит брат": what is read in a quotation ends with it."""
    around = next(
        ((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= written.first <= b), None
    )
    if around is None:
        return ranges
    return [(max(a, around[0]), min(b, around[1])) for a, b in ranges if a <= around[1] and b >= around[0]]


def _with_the_papers_event(sentence: Sentence, paper: Hit, before: int) -> int:
    """ "Shartnoma nusxasida imzo sanasi ... deb ko'rsatilgan": the paper begins what it tells."""
    return min((before, *_events_from(sentence, paper))) if paper.start >= sentence.start else before


def begins_an_event(sentence: Sentence, paper: Hit) -> bool:
    """ "Shartnoma nusxasiga qaraganda, u Omskda imzo chekkan": the paper is one of the words for it."""
    return bool(_events_from(sentence, paper))


def _events_from(sentence: Sentence, paper: Hit) -> list[int]:
    return [
        h.first
        for h in sentence.hits
        if h.cue.kind == "event" and h.cue.property not in _ARRIVES and h.first <= paper.last < h.last
    ]


def _opens_as_told(sentence: Sentence) -> bool:
    """ "Тавре дар нома навишта шудааст, ...": as the letter says, and not what stands before "says"."""
    return any(is_jargon(h, "as_told") and h.first <= 1 for h in sentence.hits)


def _tells_before(
    sentence: Sentence, written: Hit, quoted: list[tuple[int, int]], discourse: Discourse
) -> bool:
    """ "The form puts his death at August 29 and gives “blast injury” as the cause": all of it is written.

    So it is with "states that he “left his unit” on July 4".
    """
    if not 0 <= written.last < quoted[0][0] or any(b - a >= SHORT for a, b in quoted):
        return False
    between = range(written.last + 1, quoted[0][0])
    if any(sentence.words[i].low in discourse.grammar.that_words for i in between):
        return True
    dated = any(sentence.word_at(d.start) in between for d in sentence.dates)
    return dated or any(h.cue.kind == "event" and h.first in between for h in sentence.hits)


def _more_than_quoted(
    sentence: Sentence, paper: Hit, written: Hit, quoted: list[tuple[int, int]], discourse: Discourse
) -> bool:
    """ "Дар ҳуҷҷат санаи марг 29-уми январ ва сабабаш «захми тарканда» сабт шудааст": all before the verb."""
    if not discourse.grammar.verb_last or not paper.last < quoted[0][0] <= written.first:
        return False
    if quoted[-1][1] - quoted[0][0] >= SHORT:
        return False
    start = _behind_clause(sentence, paper.last + 1, written, discourse)
    dated = any(start <= sentence.word_at(d.start) < written.first for d in sentence.dates)
    return dated or any(
        h.cue.kind == "event" and start <= h.first and h.last < quoted[0][0] for h in sentence.hits
    )


def _behind_clause(sentence: Sentence, start: int, written: Hit, discourse: Discourse) -> int:
    """Where what the paper says begins: behind "of the unit, which came with the coffin, "."""
    words = sentence.words
    clause = discourse.grammar.that_words | discourse.grammar.relative_words
    comma = next((i for i in range(start, min(written.first, start + OWNER)) if words[i].low == ","), -1)
    if comma < 0 or comma + 1 >= written.first or words[comma + 1].low not in clause:
        return start
    return next((i + 1 for i in range(comma + 2, written.first) if words[i].low == ","), start)


def quoted_words(sentence: Sentence, paper: Hit, text: str) -> list[tuple[int, int]]:
    """The quotations of a sentence that can be words of the paper, and not its name."""
    found = []
    for start, stop in sentence.quotes:
        inside = sentence.tokens_within(start, stop)
        if not inside or len(text[start:stop].split()) < QUOTED_WORDS or start <= paper.start < stop:
            continue
        found.append((inside[0], inside[-1]))
    return found
