"""Somebody tells of themselves: "by his own account", "ба гуфтаи худаш", "o'zining aytishicha".

No name and no pronoun stands there: it is whoever spoke last in the paragraph, whom the paragraph began with,
or the one the text is about.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.spoken import TELLERS, Saying, as_saying
from tizme.extract.voices import Voice

_GO_ON = TELLERS | {"self"}


def by_own_account(
    sentence: Sentence, say: Hit, last: Voice | None, teller: Voice | None, discourse: Discourse
) -> Saying | None:
    """The saying at words for somebody's own account, or None where the verb stands in no such words."""
    own = next(
        (
            h
            for h in sentence.hits
            if is_jargon(h, "own_account") and h.first <= say.first and say.last <= h.last
        ),
        None,
    )
    if own is None or sentence.in_quote(own.start):
        return None
    voice = _who(sentence, last, teller, discourse)
    return as_saying(sentence, say, (own.first, own.last), voice, discourse) if voice is not None else None


def _who(sentence: Sentence, last: Voice | None, teller: Voice | None, discourse: Discourse) -> Voice | None:
    if last is not None and last.kind in _GO_ON:
        return last
    if teller is not None and teller.kind in TELLERS:
        return teller
    who = discourse.focuses[sentence.index]
    if who is None or who.role != "subject" or who.group:
        return None
    return Voice("self", who.label, who)
