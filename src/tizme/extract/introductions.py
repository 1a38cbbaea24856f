"""A writer who says at once who they are to whom: "I am Nodira, the mother of Timur", "Ман модари Темурам".

Whoever opens a text so is never the one it tells of: what is told behind befell the son, not the mother.
"""

from __future__ import annotations

from dataclasses import dataclass

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.naming import christen, name_keys
from tizme.extract.people import NameSpan, find_names
from tizme.extract.who import Who

AMONG = 3  # sentences of the body that may hold an introduction
OWN_NAME_WITHIN, KIN_WITHIN = 3, 3  # tokens from "I" to the own name, and on to the word for the relative
OWNER_WITHIN = 2  # tokens between that word and the name of the one told of
_NOT_ONESELF = frozenset({"victim", "count", "plural", "object"})


@dataclass(frozen=True, slots=True)
class _Introduction:
    sentence: Sentence
    own: NameSpan | None
    kin: Hit


def introduce_writer(body: list[Sentence], discourse: Discourse) -> Who | None:
    """The relative who introduces herself in the first sentences; her ties are read with her own words."""
    found = next((i for s in body[:AMONG] if (i := _introduction(s, discourse)) is not None), None)
    if found is None:
        return None
    kin = found.kin
    who = discourse.somebody("writer", found.sentence, role="relative", sex=kin.cue.value)
    who.relation = kin.cue.property
    if found.own is not None:
        christen(who, found.own, name_keys(found.own.nominative))
    discourse.narrator, discourse.narrates = who, "relative"
    discourse.byline = (kin.start, kin.stop, found.sentence.index)
    return who


def _introduction(sentence: Sentence, discourse: Discourse) -> _Introduction | None:
    said = _says_i_am(sentence, discourse)
    if said is None:
        return None
    names = find_names(sentence, discourse.text, lang=discourse.lang, known=frozenset())
    for kin in sentence.hits:
        if kin.cue.kind != "kin" or kin.cue.flags & _NOT_ONESELF or kin.first <= said:
            continue
        if sentence.in_quote(kin.start) or _told_between(sentence, said, kin):
            continue
        owner = _owner(sentence, kin, behind=discourse.grammar.owner_behind)
        if owner is None:
            continue
        own = next((n for n in names if said < n.first and n.last < min(kin.first, owner)), None)
        if _right_behind(said, own, owner, kin):
            return _Introduction(sentence, own, kin)
    return None


def _says_i_am(sentence: Sentence, discourse: Discourse) -> int | None:
    """The last token of "I", "my name is" in the writer's own words."""
    if sentence.turn or sentence.entry is not None:
        return None
    for at, token in enumerate(sentence.words):
        if token.low in discourse.grammar.singular_first and not sentence.in_quote(token.start):
            named = [h.last for h in sentence.hits if h.cue.property == "my_name" and h.first <= at <= h.last]
            return max([at, *named])
    return None


def _told_between(sentence: Sentence, said: int, kin: Hit) -> bool:
    return any(h.cue.kind in {"event", "say"} and said < h.first < kin.first for h in sentence.hits)


def _owner(sentence: Sentence, kin: Hit, *, behind: bool) -> int | None:
    """Where the name stands of whom they are the relative; the lists of names need not know it."""
    near = range(1, OWNER_WITHIN + 1)
    places = [kin.last + n for n in near] if behind else [kin.first - n for n in near]
    words = sentence.words
    return next((i for i in places if 0 <= i < len(words) and words[i].text[:1].isupper()), None)


def _right_behind(said: int, own: NameSpan | None, owner: int, kin: Hit) -> bool:
    """Nothing but the own name, a comma and the owner between "I" and the word for the relative."""
    begins = min(kin.first, owner)
    if own is None:
        return begins - said <= OWNER_WITHIN
    return own.first - said <= OWN_NAME_WITHIN and begins - own.last <= KIN_WITHIN
