r"""An office whose account an outlet passes on, until the outlet turns to somebody else.

"The consulate in Kazan reported that his body was sent home.\nAbdullaev was killed on November 2.\nAnother
man from Kokand lies in a hospital.\nWe went to Rishtan.": the second and the third paragraph are the
consulate's, whomever they name; the fourth is the outlet's own. Only of a death or a body that such a later
paragraph tells the office's word is not taken from so far away: either could call a man dead (voices.py).
"""

from __future__ import annotations

from itertools import groupby

from tizme.extract.annotate import Sentence
from tizme.extract.grammar import of_any_language
from tizme.extract.spoken import Saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

ACCOUNTS = frozenset({"official", "case"})
_STEPS = ("outlet_style", "outlet_met", "we_asked", "background")  # of the outlet itself
_PAPERS = ("news_paper", "at_hand")
OPENS = 2  # tokens among which a relative opens a paragraph: "Zuura, his mother"; "his mother"


def accounts(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]]
) -> dict[int, Voice]:
    """Paragraph -> the office that opened the text, up to one that brings in somebody else who tells."""
    told = [s for s in sentences if not s.heading]
    paragraphs = [list(group) for _, group in groupby(told, key=lambda s: s.paragraph)]
    voice = _opened_by(paragraphs[0], sayings) if paragraphs else None
    if voice is None:
        return {}
    found: dict[int, Voice] = {}
    for paragraph in paragraphs[1:]:
        opens = paragraph[0]
        if (
            _turns_to_a_relative(opens, refs[opens.index])
            or opens.says_unquoted(*_PAPERS)
            or any(_is_anothers(s, sayings[s.index]) for s in paragraph)
        ):
            break
        found[opens.paragraph] = voice
    return found


def _opened_by(paragraph: list[Sentence], sayings: list[list[Saying]]) -> Voice | None:
    """The office that tells in a paragraph in which nobody else does.

    Not a man of one, whom the outlet asked: "a spokesperson confirmed to Steppe Wire"; at a briefing
    he is the office.
    """
    told = [(s, x) for s in paragraph for x in sayings[s.index] if not x.left_out]
    said = [x.voice for _, x in told]
    if not told or told[0][0] is not paragraph[0]:
        return None  # "He was buried on March 3. The prosecutor's office told of it": the outlet's report
    if not said or any(v.kind not in ACCOUNTS for v in said) or any(s.entry is not None for s in paragraph):
        return None
    by_a_man = any(_is_a_mans(s, x) for s, x in told) and not any(
        s.says_unquoted("briefing") for s in paragraph
    )
    return None if by_a_man else Voice(said[-1].kind, said[-1].label)


def _is_a_mans(sentence: Sentence, saying: Saying) -> bool:
    """ "A spokesperson said", "said the prosecutor": and not "the ministry said"."""
    man = any(h.cue.kind == "person" and h.cue.property == "official" for h in sentence.hits)
    return man or saying.voice.who is not None


def _is_anothers(sentence: Sentence, said: list[Saying]) -> bool:
    """Words of somebody who is no office, or of the outlet: "«...»", "We went to Rishtan"."""
    others = (x for x in said if x.voice.kind not in ACCOUNTS or x.voice.who is not None)
    if sentence.entry is not None or any(not x.left_out for x in others):
        return True
    if sentence.in_quote(sentence.words[0].start) or sentence.words[0].low in of_any_language("we_words"):
        return True
    return sentence.says_unquoted(*_STEPS)


def _turns_to_a_relative(sentence: Sentence, refs: list[Ref]) -> bool:
    """ "The mother of the dead man went to the police": who has not been heard begins a story of her own."""
    first = next((r for r in refs if r.form != "pronoun"), None)
    if first is not None and first.who.role == "relative" and first.first <= OPENS:
        return True
    return any(h.cue.kind == "kin" and h.first <= OPENS for h in sentence.hits)
