"""A writer who says at once who they are to whom: "I am Nodira, the mother of Timur", "Ман модари Темурам".

Whoever opens a text so is never the one it tells of: what is told behind befell the son, not the mother.
"""

from __future__ import annotations

from dataclasses import dataclass

from tizme.extract.annotate import Sentence
from tizme.extract.christening import christen
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import name_keys
from tizme.extract.people import NameSpan, find_names
from tizme.extract.who import Who
from tizme.names import sex_of

AMONG, SONS_AMONG = 3, 5  # sentences of the body that may hold an introduction
OWN_NAME_WITHIN, KIN_WITHIN = 3, 3  # tokens from "I" to the own name, and on to the word for the relative
OPENS = 2  # tokens among which "I" or "my name is" opens such a text
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
        return _named_first(body, discourse) or _parent_of_several(body, discourse)
    kin = found.kin
    who = discourse.somebody("writer", found.sentence, role="relative", sex=kin.cue.value)
    who.relation = kin.cue.property
    if found.own is not None:
        christen(who, found.own, name_keys(found.own.nominative))
    discourse.narrator, discourse.narrates = who, "relative"
    discourse.byline = (kin.start, kin.stop, found.sentence.index)
    return who


def _parent_of_several(body: list[Sentence], discourse: Discourse) -> Who | None:
    """ "Сыновей у меня трое ... про среднего, Фаридуна", "I have three sons. The youngest, Azamat, ..."."""
    for at, sentence in enumerate(body[:SONS_AMONG]):
        sons = next(
            (h for h in sentence.hits if is_jargon(h, "my_sons") and not sentence.in_quote(h.start)), None
        )
        told = [h for s in body[at : at + 2] for h in s.hits if is_jargon(h, "sibling")]
        if sons is None or not told or sentence.turn:
            continue
        own = _own_name(body[: at + 1], discourse)
        sex = (sex_of(own.nominative, lang=discourse.lang) if own else "") or "female"
        who = discourse.somebody("writer", sentence, role="relative", sex=sex)
        who.relation = "father" if sex == "male" else "mother"
        if own is not None:
            christen(who, own, name_keys(own.nominative))
        discourse.narrator, discourse.narrates = who, "relative"
        discourse.byline = (sons.start, sons.stop, sentence.index)
        return who
    return None


def _named_first(body: list[Sentence], discourse: Discourse) -> Who | None:
    """ "Я Гулом Рахматов, 62 роки. Сина мого звуть Шухрат.": his own name, and then of whom he tells.

    The word for "my" stands beside that for the son, right before it or right behind.
    """
    for at, sentence in enumerate(body[:AMONG]):
        said = _says_i_am(sentence, discourse)
        own = _own_name([sentence], discourse) if said is not None and said <= OPENS else None
        if own is None or said is None or own.first != said + 1:
            continue
        kin = next(
            (
                h
                for s in body[at : at + SONS_AMONG]
                for h in s.hits
                if h.cue.kind == "kin"
                and "victim" in h.cue.flags
                and not s.in_quote(h.start)
                and _is_mine(s, h, discourse)
            ),
            None,
        )
        if kin is None:
            continue
        who = discourse.somebody(
            "writer", sentence, role="relative", sex=sex_of(own.nominative, lang=discourse.lang)
        )
        christen(who, own, name_keys(own.nominative))
        discourse.narrator, discourse.narrates = who, "relative"
        return who
    return None


def _is_mine(sentence: Sentence, kin: Hit, discourse: Discourse) -> bool:
    words, mine = sentence.words, discourse.grammar.my_words
    around = (*words[max(0, kin.first - 1) : kin.first], *words[kin.first : kin.last + 2])
    endings = discourse.grammar.my_endings
    return any(t.low in mine for t in around) or (bool(endings) and words[kin.last].low.endswith(endings))


def _own_name(body: list[Sentence], discourse: Discourse) -> NameSpan | None:
    """The name behind "my name is"."""
    for sentence in body:
        said = _says_i_am(sentence, discourse)
        if said is None:
            continue
        for name in find_names(
            sentence,
            discourse.text,
            lang=discourse.lang,
            known=discourse.vouched.stems,
            plain=discourse.vouched.plain,
        ):
            if 0 < name.first - said <= OWN_NAME_WITHIN and not any(
                t.kind == "mark" for t in sentence.words[said + 1 : name.first]
            ):
                return name
    return None


def _introduction(sentence: Sentence, discourse: Discourse) -> _Introduction | None:
    said = _says_i_am(sentence, discourse)
    if said is None:
        return None
    names = find_names(
        sentence,
        discourse.text,
        lang=discourse.lang,
        known=discourse.vouched.stems,
        plain=discourse.vouched.plain,
    )
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
