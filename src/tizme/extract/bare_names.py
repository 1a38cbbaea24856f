"""Who speaks where a first name alone stands before the verb and tells of a relative of its bearer's.

"Насиба рассказывает, что её муж уехал", "Nasiba says her husband left": nobody introduced her, and whose wife
she is the sentence itself tells.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref
from tizme.names import sex_of

KIN_WITHIN = 4  # tokens from the verb to the word for the relative: "that", "her", "elder"
_TAKEN = frozenset({"kin", "person", "group", "org", "court", "pron", "rank", "occupation"})


def by_a_bare_name(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """What somebody says of whom only a first name is told and the relative whom she tells of."""
    at = say.first - 1
    if say.cue.kind != "say" or at < 0 or sentence.in_quote(say.start):
        return None
    token = sentence.words[at]
    known = any(r.first <= at <= r.last for r in refs)
    taken = any(h.cue.kind in _TAKEN and h.first <= at <= h.last for h in sentence.hits)
    if known or taken or not token.text[:1].isupper() or not sex_of(token.text, lang=discourse.lang):
        return None
    own = any(h.cue.kind == "kin" and 0 < h.first - say.last <= KIN_WITHIN for h in sentence.hits)
    if not own:
        return None
    return as_saying(sentence, say, (at, at), Voice("relative", token.text), discourse)
