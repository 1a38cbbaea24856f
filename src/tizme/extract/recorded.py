"""A relative's own story that an outlet wrote down: "Мы записали его рассказ", "in her own words".

The outlet brings in the relative, and sometimes closes the text; between the two an "I" is the relative's,
and never that of the one who is sought.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.people import find_names
from tizme.extract.who import Ref

OPENING = 6  # sentences, headings among them, in which an outlet says whose story it wrote down
NAMED_WITHIN = 2  # tokens from the word for the relative to the name
_NOT_A_TELLER = frozenset({"victim", "count", "plural"})


def is_recorded(sentences: Sequence[Sentence], discourse: Discourse) -> bool:
    """True for a story that an outlet wrote down; whose it is the discourse learns as it meets them."""
    records = next((s for s in sentences[:OPENING] if writes_down(s)), None)
    if records is None or not _says_i_behind(sentences, records, discourse):
        return False
    kin = _teller(sentences[: records.index + 1], discourse)
    if kin is None:
        return False
    discourse.story_of, discourse.narrates = kin.start, "relative"
    return True


def take_up_story(refs: Sequence[Ref], discourse: Discourse) -> None:
    """Let the relative whose story it is be who says "I"."""
    if discourse.story_of is None:
        return
    teller = next((r.who for r in refs if r.kin is not None and r.kin.start == discourse.story_of), None)
    if teller is not None and teller.role == "relative":
        discourse.narrator, discourse.story_of = teller, None


def writes_down(sentence: Sentence) -> bool:
    """ "Мы записали его рассказ": outside quotation marks."""
    return sentence.says_unquoted("records")


def _says_i_behind(sentences: Sequence[Sentence], records: Sentence, discourse: Discourse) -> bool:
    own = discourse.grammar.first_person
    return any(t.low in own for s in sentences if s.paragraph > records.paragraph for t in s.words)


def _teller(opening: Sequence[Sentence], discourse: Discourse) -> Hit | None:
    """The last relative before, or the last of them who is named."""
    named = told = None
    for sentence in (s for s in opening if not s.heading):
        names = find_names(sentence, discourse.text, lang=discourse.lang, known=frozenset())
        for kin in sentence.hits:
            if kin.cue.kind != "kin" or kin.cue.flags & _NOT_A_TELLER or sentence.in_quote(kin.start):
                continue
            told = kin
            if any(0 < n.first - kin.last <= NAMED_WITHIN for n in names):
                named = kin
    return named or told
