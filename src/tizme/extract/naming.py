"""Who bears a written name: somebody met before, the noun beside it, or somebody new.

"Komron Sattorov, 23, was shot" may be the cousin of whom the sentence before told, and "The Dilovar Karimov
who was buried on Friday" is another man than the one met before.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.appositions import apposed, apposition
from tizme.extract.bearers import beside_name, remember
from tizme.extract.beside import NEAR, age_beside, origin_behind, origin_beside
from tizme.extract.christening import christen, mention_of
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.headed_names import fuller_in_heading
from tizme.extract.lone_names import is_lone
from tizme.extract.my_name import own_name, says_my_name, signed
from tizme.extract.name_stems import name_keys
from tizme.extract.named_later import named_only_now
from tizme.extract.noun_before import noun_before
from tizme.extract.own_names import who_gives_it
from tizme.extract.people import NameSpan
from tizme.extract.same_name import bearer_before, same_name
from tizme.extract.short_names import by_family_of_kin, given_name_grown, of_that_place
from tizme.extract.speaker_names import FULL_NAME, relative_who_speaks, woman_who_speaks
from tizme.extract.titled_names import title_before
from tizme.extract.told_before import hears_of_it
from tizme.extract.who import MALE_KIN, Ref, Who
from tizme.names import sex_of

_IS = frozenset({"is", "was"})
_CALLED = frozenset({"called", "named"})


def name_mention(sentence: Sentence, span: NameSpan, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The bearer of a written name; None for a lone given name that nothing says is a person's."""
    keys, lang = name_keys(span.nominative.replace(".", " ")), discourse.lang
    age, origin = (
        age_beside(sentence, span.first, span.last),
        origin_beside(sentence, span.first, discourse.lang),
    )
    origin |= origin_behind(sentence, span.last) | of_that_place(sentence, span, discourse)
    before = None if hears_of_it(sentence, span, discourse) else noun_before(sentence, span, refs, discourse)
    if before is not None and before.form == "nominal" and apposed(sentence, before, span, discourse):
        return apposition(sentence, before, span, keys, age, discourse)
    told = beside_name(sentence, span.first, span.last)
    who = same_name(keys, age, origin, sentence, discourse, written=span.nominative, told=told)
    if who is not None and (_the_one_who(sentence, span) or _brought_in_anew(sentence, span, who, discourse)):
        who = None
    who = who or by_family_of_kin(span, keys, discourse)
    if who is not None and span.parts == 1:
        who = woman_who_speaks(sentence, span, who, discourse) or who
    who = who or given_name_grown(sentence, span, discourse)
    new = who is None
    if who is None:
        special = _named_specially(sentence, span, keys, refs, discourse)
        named = who_gives_it(sentence, span, refs, lang) or _named_by_copula(sentence, span, refs)
        if named is not None:
            christen(named, span, keys)
            named.namesake = bearer_before(keys, named, discourse) if span.parts > 1 else None
            named.age = named.age or age
            named.origin |= origin
            return mention_of(named, span, sentence, new=True)
        vouched = age or (str(told.born) if told.born else "")
        if special is not None or is_lone(sentence, span, vouched, discourse):
            return special
        who = _brought_in(sentence, span, keys, age, refs, discourse)
    elif _told_of_now(sentence, span, who, age):
        who.role = "subject"
    elif who.role == "subject" and (
        named := who_gives_it(sentence, span, refs, lang) or _named_by_copula(sentence, span, refs)
    ):
        discourse.absorb(who, named)  # "That man walked in. He is Ermek S.": of whom the text began to tell
        for ref in refs:
            ref.who = who if ref.who is named else ref.who
    who.age = who.age or age
    who.origin |= origin
    if span.parts > 1:
        remember(who, told)
    if len(span.nominative.split()) > len(who.name.split()) and keys >= who.keys:
        who.name = who.label = span.nominative
    who.keys |= keys if not new else set()
    return mention_of(who, span, sentence, new=new)


def _named_by_copula(sentence: Sentence, span: NameSpan, refs: list[Ref]) -> Who | None:
    """ "He is Sherzod, 31", "The dead man was from Uzgen and is called Bektur A.": whom the name is of."""
    before = [t.low for t in sentence.words[max(0, span.first - 2) : span.first]]
    called = len(before) > 1 and before[0] in _IS and before[1] in _CALLED
    if not called and before[-1:] and before[-1] not in _IS:
        return None
    unnamed = [r for r in refs if r.who.role == "subject" and not r.who.named and not r.who.group]
    if not before or not unnamed or any(r.form == "name" for r in refs):
        return None
    beside = unnamed[-1].last == span.first - 2 and not sentence.in_quote(span.start)
    return unnamed[-1].who if called or beside else None


def _the_one_who(sentence: Sentence, span: NameSpan) -> bool:
    """ "The Dilovar Karimov who was buried on Friday was 35": another man of that name."""
    before = sentence.words[span.first - 1].low if span.first else ""
    behind = [t.low for t in sentence.words[span.last + 1 : span.last + 2]]
    return before == "the" and behind in (["who"], ["whom"]) and span.parts >= FULL_NAME


def _brought_in_anew(sentence: Sentence, span: NameSpan, who: Who, discourse: Discourse) -> bool:
    """ "... айылында да Азизбек Турдалиев деген жигит жерге берилген": a man called as one met before."""
    if who.paragraph == sentence.paragraph or who.role != "subject" or not discourse.grammar.verb_last:
        return False
    known = len(who.name.split()) >= span.parts > 1
    called = sentence.words[span.last + 1 : span.last + 2]
    so = any(t.low in discourse.grammar.said_words for t in called) or any(
        is_jargon(h, "name_is") and h.first == span.last + 1 for h in sentence.hits
    )
    noun = any(
        h.cue.kind == "person" and h.cue.property == "subject" and h.first == span.last + 2
        for h in sentence.hits
    )
    return known and so and noun and not sentence.in_quote(span.start)


def _named_specially(
    sentence: Sentence, span: NameSpan, keys: set[str], refs: list[Ref], discourse: Discourse
) -> Ref | None:
    """The bearer of a name not met before that is a signature, follows "my name is" or is a son's."""
    if sentence.signature:
        return signed(sentence, span, keys, discourse)
    if says_my_name(sentence, span):
        return own_name(sentence, span, keys, refs, discourse)
    son = _unnamed_son(sentence, span, discourse) or _just_brought_in(sentence, span, discourse)
    if son is None:
        return None
    christen(son, span, keys)
    return mention_of(son, span, sentence, new=True)


def _just_brought_in(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
    """ "We found the sister by phone. Aigerim had been informed ...": a name that opens the next sentence."""
    if span.parts > 1 or span.first > 0 or not discourse.refs or sentence.entry is not None:
        return None
    sex = sex_of(span.nominative, lang=discourse.lang)
    unnamed = {
        r.who.id: r.who
        for r in discourse.refs[-1]
        if r.who.role == "relative" and not r.who.named and not r.who.group and r.form == "nominal"
    }
    who = next(iter(unnamed.values())) if len(unnamed) == 1 else None
    fits = who is not None and bool(sex) and who.sex in {"", sex} and who is not discourse.narrator
    return who if fits and who is not None and who.last_paragraph == sentence.paragraph else None


def _brought_in(
    sentence: Sentence, span: NameSpan, keys: set[str], age: str, refs: list[Ref], discourse: Discourse
) -> Who:
    """Somebody not met before, or the unnamed one who was, with the name."""
    who = (
        relative_who_speaks(sentence, span, discourse)
        or named_only_now(sentence, age, span, refs, discourse)
        or discourse.somebody(span.nominative, sentence)
    )
    who.namesake = bearer_before(keys, who, discourse) if span.parts > 1 else None
    christen(who, span, keys)
    if title_before(sentence, span, discourse):
        who.role = "official"
    fuller_in_heading(who, keys, discourse)
    return who


def _told_of_now(sentence: Sentence, span: NameSpan, who: Who, age: str) -> bool:
    """ "Amir's cousin Komron died too. Komron Sattorov, 23, was shot ...": the text turns to the cousin."""
    if who.role != "relative" or who.relation not in MALE_KIN or span.first > 1 or span.parts < 2 or not age:
        return False
    return not any(h.cue.kind in {"say", "according"} for h in sentence.hits)


def _unnamed_son(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
    """ "The commander of her son's unit told her that Aibek was ...": a given name alone is the son's.

    Only where the text has named no man yet, and never before or behind a word for somebody else.
    """
    who = discourse.focus
    if span.parts > 1 or who is None or who.named or who.sex != "male" or who.group:
        return None
    if not any(link.anchor is who for link in discourse.kin):
        return None
    if sex_of(span.nominative, lang=discourse.lang) != "male" or discourse.lang != "en":
        return None
    men = (w for w in discourse.everyone if w.named and sex_of(w.name, lang=discourse.lang) != "female")
    near = range(span.first - NEAR, span.last + NEAR + 1)
    others = any(h.cue.kind in {"kin", "person", "rank"} and h.first in near for h in sentence.hits)
    return None if others or any(True for _ in men) or sentence.entry is not None else who
