"""A noun and the name that is its own: "his brother, Erkin", "a native of Osh, Ayan A.".

Not where a clause stands between: "сказал жене, что Умед Салихов погиб".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.another_bearer import says_another
from tizme.extract.bearers import beside_name, remember
from tizme.extract.christening import christen, mention_of
from tizme.extract.cited import is_cited
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.owners_of_kin import owner_named, owns_the_kin
from tizme.extract.people import NameSpan
from tizme.extract.same_name import bearer_before, same_name
from tizme.extract.told_before import is_told_of, known_subjects, owner_by_case
from tizme.extract.who import Ref
from tizme.names import sex_of
from tizme.text import Token

_OF = frozenset({"of", "at", "in"})
BUSY = frozenset({"event", "say", "according", "pron"})
_EZAFE = "и"  # of a Tajik noun before whose it is


def apposed(sentence: Sentence, before: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "Брат погибшего Нурбек", "his brother, Erkin", "a native of Osh, Ayan A.": no clause between."""
    ages = [(a, b) for a, b, _ in sentence.ages]
    between = [
        t
        for t in sentence.words[before.last + 1 : span.first]
        if not any(a <= t.start < b for a, b in ages)  # the dash of "25-річний" parts nothing
    ]
    colon = before.kin is not None and sentence.entry is not None and [t.low for t in between] == [":"]
    counted = any(who is before.who for who in discourse.ordinals.values()) and not before.who.named
    if counted and [t.low for t in between] == ["-"]:
        return True  # "Ikkinchi o'zbekistonlik – 19 yoshli Muhammadali"
    if discourse.grammar.verb_last and _is_he(before, between):
        return True
    if before.who.group or (not colon and any(t.low in {"-", ";", ":", ".", '"'} for t in between)):
        return False
    if [t.low in discourse.grammar.that_words for t in between] == [False, True] and between[0].low == ",":
        return False  # "сказал жене, что Умед Салихов погиб": she is not called so
    busy = any(
        h.first > before.last
        and h.last < span.first
        and (h.cue.kind in BUSY or is_jargon(h, "called"))
        and not (
            h.cue.kind == "pron" and sentence.words[h.first - 1].low in _OF
        )  # "the head of his council, N."
        for h in sentence.hits
    )
    if busy or sum(t.low == "," for t in between) > 2 or _only_cited(sentence, before, span):
        return False
    if before.kin is not None and (before.who.named or _no_name_of_kin(before, span, discourse)):
        return False
    if _says_whose_friend(sentence, before, span, discourse):
        return False
    if before.who.role == "source" and {t.kind for t in between} == {"word", "mark"}:
        return False  # "Майда бирөө жазып, Тилек ...": who wrote is not called so
    if before.kin is None and not before.who.named and is_told_of(sentence, span, before.who.role, discourse):
        return False
    return not before.who.named or keys_agree(before.who.keys, name_keys(span.nominative))


def _no_name_of_kin(kin: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "The unit told his wife Azamat had been killed": English leaves out "that", and she is not Azamat."""
    word = kin.kin.cue.value if kin.kin is not None else ""
    beside = span.first == kin.last + 1  # not "the wife of Altynbek": the name says whose
    return (
        discourse.lang == "en" and beside and {word, sex_of(span.nominative, lang="en")} == {"male", "female"}
    )


def _says_whose_friend(sentence: Sentence, before: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "Дӯсти Далер": behind "of" the name of somebody known says whose friend, and is not the friend's."""
    rules = discourse.grammar
    if before.who.role != "source" or before.who.named:
        return False
    if owner_by_case(sentence, before.last, span, discourse):
        return True
    if not (rules.verb_last and rules.owner_behind) or before.last + 1 != span.first:
        return False
    return bool(known_subjects(span, discourse)) and sentence.words[before.last].low.endswith(_EZAFE)


def _is_he(before: Ref, between: list[Token]) -> bool:
    """ "Маркум — 26 жаштагы Тилек Асанкожоев": a dash says who the one told of without a name is."""
    alone = before.who.role == "subject" and not before.who.named and not before.who.group
    return alone and before.kin is None and [t.low for t in between] == ["-"]


def _only_cited(sentence: Sentence, before: Ref, span: NameSpan) -> bool:
    """ "За словами голови громади, Асан поїхав": what the head said begins with the name."""
    comma = any(t.low == "," for t in sentence.words[before.last + 1 : span.first])
    closed = any(t.low == "," for t in sentence.words[span.last + 1 : span.last + 2])
    return comma and not closed and is_cited(sentence, before.first)


def apposition(
    sentence: Sentence, before: Ref, span: NameSpan, keys: set[str], age: str, discourse: Discourse
) -> Ref:
    """The noun before a name gets the name, or the name says whose relative the noun means."""
    if owns_the_kin(sentence, before, span, discourse):
        return owner_named(sentence, before, span, keys, discourse)
    who = before.who
    told = beside_name(sentence, span.first, span.last)
    known = same_name(keys, age, set(), sentence, discourse, written=span.nominative, told=told)
    if before.new and says_another(sentence, before.first, discourse):
        known = None
    if known is not None and known is not who and known.role == "subject" and before.kin is not None:
        # "Жена Токтогулова узнала": the name says whose wife.
        who.anchor = known
        for link in discourse.kin:
            link.anchor = known if link.relative is who else link.anchor
        return mention_of(known, span, sentence, new=False)
    if known is not None and known is not who and before.new:
        discourse.absorb(known, who)
        before.who = who = known
    new = not who.named
    if new:
        christen(who, span, keys)
        who.namesake = who.namesake or (bearer_before(keys, who, discourse) if span.parts > 1 else None)
        remember(who, told)
    who.age = who.age or age
    return mention_of(who, span, sentence, new=new)
