"""Deaths that the words around them put in doubt: claimed as uncertain, and left to a human.

No rule here knows who lives. A text which says "alive", "mistaken for another" or "dead on paper" beside a
death must not make anybody dead by itself: a wrong "dead" is worse than a death that is found a day later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tizme.extract.annotate import Sentence
from tizme.extract.draft import Draft, Settled
from tizme.extract.refuted import REMAINS, TOLD_ITSELF
from tizme.extract.speech import SPEECH_WORDS
from tizme.extract.who import Ref, Who
from tizme.extract.word_patterns import pattern_of
from tizme.tables import rows
from tizme.text import fold

_DOUBT = frozenset({"alive", "other", "paper", "open"})
_NO_DOUBT = frozenset({"detail"})
_OF_OFFICE = frozenset({"official", "document"})


def doubt_deaths(
    settled: Sequence[Settled],
    sentences: Sequence[Sentence],
    refs: Sequence[Sequence[Ref]],
    text: str,
    lang: str,
) -> None:
    """Make the affirmed deaths uncertain beside which the text says that somebody lives or was mistaken."""
    deaths = [(d, e) for d, e, _ in settled if d.property == "died" and d.polarity == "affirmed"]
    if not deaths:
        return
    for draft, _ in deaths:
        if _in_scare_quotes(sentences[draft.sentence], draft, text):
            draft.polarity = "uncertain"
    marked = [s for s in sentences if _doubts(fold(text[s.start : s.stop]), lang)]
    for draft, evidence in deaths if marked else ():
        beside = [s for s in marked if _speaks_of(s, draft, sentences, refs)]
        if evidence in _OF_OFFICE and all(s.index < draft.sentence for s in beside):
            continue  # "a comrade swore that he got out alive. Forensic examiners now say that he died"
        if beside and not _lies_somewhere(draft.who, settled, taken_back=beside[-1].index > draft.sentence):
            draft.polarity = "uncertain"


def _in_scare_quotes(sentence: Sentence, death: Draft, text: str) -> bool:
    """ "Деньги за «погибшего» Рустама": a word in quotation marks that the text does not share."""
    for start, stop in sentence.quotes:
        if start <= death.start < stop and len(text[start:stop].split()) < SPEECH_WORDS:
            goes_on = text[stop : stop + 2].strip('»”" ')[:1].isalnum()
            before = text[:start].rstrip('«“„" ')
            return goes_on and not before.endswith(":")
    return False


def _speaks_of(
    marked: Sentence, death: Draft, sentences: Sequence[Sentence], refs: Sequence[Sequence[Ref]]
) -> bool:
    """Whether the words stand in the paragraph of the death, or in a sentence that names the same person."""
    same_paragraph = sentences[death.sentence].paragraph == marked.paragraph
    if death.who.namesake is not None and marked.index < death.sentence:
        return same_paragraph  # who died was taken for the other: that doubts the other's death
    return same_paragraph or any(ref.who is death.who for ref in refs[marked.index])


def _lies_somewhere(who: Who, settled: Sequence[Settled], *, taken_back: bool) -> bool:
    """Whether a body or a grave of his is told of that nobody only heard of.

    Args:
        taken_back: The doubt stands behind the death: a funeral may have been another's, or without a body.
    """
    told = REMAINS - {"buried", "grave_found"} if taken_back else REMAINS
    return any(
        d.who is who and d.property in told and d.polarity == "affirmed" and evidence in TOLD_ITSELF
        for d, evidence, _ in settled
    )


def _doubts(folded: str, lang: str) -> bool:
    """ "we were wrong about the date" and "last seen alive" doubt no death."""
    plain = _pattern(lang, _NO_DOUBT).sub(" ", folded)
    return _pattern(lang, _DOUBT).search(plain) is not None


@lru_cache(maxsize=32)
def _pattern(lang: str, kinds: frozenset[str]) -> re.Pattern[str]:
    table = rows("extract/death_doubts.csv", "kind", "match", "lang", "form")
    return pattern_of(row for row in table if row["lang"] == lang and row["kind"] in kinds)
