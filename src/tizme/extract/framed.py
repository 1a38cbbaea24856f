"""What the outlet itself tells in a text that a relative tells otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.recorded import writes_down
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who

SIGNED_WORDS = 5  # of a line that only says who writes


def framed_by_outlet(
    sentences: Sequence[Sentence], refs: Sequence[Sequence[Ref]], discourse: Discourse, own: Voice
) -> dict[int, bool]:
    """Paragraph -> whether an outlet tells it, in a text that a relative tells otherwise.

    The outlet calls her by name or by a noun and says no "I": "Турсунай эже маркум деп айткысы келбейт".
    A paragraph with neither goes on as the one before.
    """
    if own.kind != "relative" or own.who is None:
        return {}
    told: dict[int, bool] = {}
    records = next((s for s in sentences if writes_down(s)), None)
    for sentence, here in zip(sentences, refs, strict=True):
        if records is not None and (sentence.paragraph <= records.paragraph or _of_newsroom(sentence)):
            told[sentence.paragraph] = True  # all before the story is the outlet's
            continue
        if sentence.heading:
            continue
        if records is not None and sentence.paragraph == records.paragraph + 1:
            told.setdefault(sentence.paragraph, False)
        if _speaks_for_herself(sentence, discourse):
            told[sentence.paragraph] = False
        elif any(_called_by_outlet(sentence, ref, own.who) for ref in here):
            told.setdefault(sentence.paragraph, True)
    if not any(told.values()):
        return {}
    framed, last = {}, False
    for number in sorted({s.paragraph for s in sentences}):
        framed[number] = last = told.get(number, last)
    return framed


def _of_newsroom(sentence: Sentence) -> bool:
    """ "В извещении, с которым ознакомилась редакция": outside quotation marks."""
    return sentence.says_unquoted("outlet_style")


def _called_by_outlet(sentence: Sentence, ref: Ref, writer: Who) -> bool:
    words = sum(t.kind == "word" for t in sentence.words)
    return (
        ref.who is writer and ref.form == "name" and not sentence.in_quote(ref.start) and words > SIGNED_WORDS
    )


def _speaks_for_herself(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether "I", "my" or "my son" stands outside quotation marks."""
    own, endings = discourse.grammar.singular_first, discourse.grammar.my_endings
    if any(t.low in own and not sentence.in_quote(t.start) for t in sentence.words):
        return True
    if any(_is_mine(sentence, h, discourse) for h in sentence.hits):
        return True
    return bool(endings) and any(
        h.cue.kind == "kin"
        and sentence.words[h.last].low.endswith(endings)
        and not sentence.in_quote(h.start)
        for h in sentence.hits
    )


def _is_mine(sentence: Sentence, kin: Hit, discourse: Discourse) -> bool:
    """ "Прошу молитися за мого сина": "my" right before a word for a relative, or its first word."""
    if kin.cue.kind != "kin" or sentence.in_quote(kin.start):
        return False
    around = sentence.words[max(0, kin.first - 1) : kin.last + 1]
    return any(t.low in discourse.grammar.my_words for t in around)
