"""What kind of text it is, by its style: an office's own notice, or an outlet's report.

An attentive reader knows a notice before it says who speaks: by its heading, by phrases that only offices
use ("в рамках состоявшегося обмена", "next of kin") and by the want of anybody who "told us".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import endings_of, grammar
from tizme.extract.speech import is_passive

CERTAINLY = 5  # so many phrases that a witness quoted in it changes nothing
OFFICE_PHRASES = 3  # different phrases of a court or an office that make a text its notice
OF_A_HEADING = 2  # "PRESS RELEASE No. 141" says as much as so many phrases
_STYLES = ("office_style", "office_letter")
OPENING = 3  # sentences in which such a heading stands


def written_by_office(sentences: Sequence[Sentence], *, lang: str) -> bool:
    """A court's, a ministry's or an administration's own notice, whoever passes it on."""
    phrases = {
        h.cue.pattern for style in _STYLES for h in _outside_quotes(sentences, style)
    }  # those of a letter alone are no sign of an office that a report opens with
    titled = any(True for _ in _outside_quotes(sentences[:OPENING], "office_head"))
    weight = len(phrases) + (OF_A_HEADING if titled else 0)
    if told_by_outlet(sentences, lang=lang):
        return False
    if _witness_tells(sentences):
        return False
    if weight >= CERTAINLY or (titled and phrases):
        return True
    if _relative_quoted(sentences, lang):
        return False
    relatives = any(h.cue.kind == "kin" for s in sentences for h in s.hits)
    return weight >= (OFFICE_PHRASES if relatives else OFFICE_PHRASES - 1)


def told_by_outlet(sentences: Sequence[Sentence], *, lang: str) -> bool:
    """Somebody "told us", or says "I" in quotation marks: an outlet reports."""
    return any(True for _ in _outside_quotes(sentences, "outlet_style")) or _says_i_in_quotes(sentences, lang)


def _witness_tells(sentences: Sequence[Sentence]) -> bool:
    """ "Advokatining aytishicha, ...": no office passes on what a lawyer or a neighbour says."""
    return any(
        who.cue.kind == "person" and who.cue.property == "source" and said.first == who.last + 1
        for s in sentences
        for said in s.hits
        if said.cue.kind == "according"
        for who in s.hits
    )


def _outside_quotes(sentences: Sequence[Sentence], style: str) -> Iterator[Hit]:
    return (
        hit
        for sentence in sentences
        for hit in sentence.hits
        if hit.cue.kind == "jargon" and hit.cue.property == style and not sentence.in_quote(hit.start)
    )


def _says_i_in_quotes(sentences: Sequence[Sentence], lang: str) -> bool:
    """No office lets the accused speak for himself; whoever quotes him was there to report."""
    own = grammar(lang).singular_first
    endings = endings_of(lang, "i_endings")
    return any(
        (token.low in own or token.low.endswith(endings))
        and any(a <= token.start < b for a, b in sentence.quotes)
        for sentence in sentences
        if not any(is_jargon(h, "interrogated") for h in sentence.hits)  # an office lets him speak there
        for token in sentence.words
    )


def _relative_quoted(sentences: Sequence[Sentence], lang: str) -> bool:
    return any(
        h.cue.kind in {"say", "according"}
        and "passive" not in h.cue.flags
        and not is_passive(s, h, lang)
        and any(k.cue.kind == "kin" for k in s.hits)
        for s in sentences
        for h in s.hits
    )


def gives_background(sentence: Sentence) -> bool:
    """ "Аз оғози ҷанг ҳашт нафар дафн шудаанд": the outlet's own count, whoever told of one man before."""
    return any(
        is_jargon(h, "background") and h.first == 0 and not sentence.in_quote(h.start) for h in sentence.hits
    )
