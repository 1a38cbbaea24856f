"""A noun with the name that it introduces are two mentions of one person: "Санитар Бакыт Жумаев"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.another_bearer import says_another
from tizme.extract.beside import age_beside, noun_phrase, origin_behind
from tizme.extract.christening import christen, mention_of
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import name_keys
from tizme.extract.names_of_nouns import LOOK_AHEAD
from tizme.extract.naming import name_mention
from tizme.extract.people import NameSpan
from tizme.extract.same_name import bearer_before
from tizme.extract.told_before import TELL
from tizme.extract.who import Ref

_SAY = frozenset({"say", "according"})


def named_noun(
    sentence: Sentence, hit: Hit, name: NameSpan, refs: list[Ref], discourse: Discourse
) -> list[Ref]:
    """A noun and the name that it introduces: two mentions of one person."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    if "another" in hit.cue.flags or says_another(sentence, first, discourse):
        ref: Ref | None = _namesake(sentence, hit, name, discourse)
    else:
        ref = name_mention(sentence, name, refs, discourse)
    if ref is None and hit.cue.property in TELL:
        # "Мій товариш Шерзод загинув": a given name alone, but a comrade's, and never the one told of
        who = discourse.somebody(name.nominative, sentence, role=hit.cue.property, sex=hit.cue.value)
        christen(who, name, name_keys(name.nominative))
        ref = mention_of(who, name, sentence, new=True)
    if ref is None and "ordinal" in hit.cue.flags:
        ref = _brother_of_theirs(sentence, name, discourse)  # "Kenjasi Murodjon": the youngest of several
    if ref is None:
        return []
    _be_the_one_told_of(sentence, ref, first, age_beside(sentence, first, last), discourse)
    if refs and _behind_a_dash(sentence, refs[-1], first):
        refs[-1].who = ref.who  # "Туткунга түшкөн адам — Лейлек районунун тургуну Нурбек А."
    ref.who.sex = ref.who.sex or hit.cue.value
    told_of = _mixed_up(sentence, discourse) or _ours(sentence, first, name)
    if ref.new and hit.cue.property in TELL and not told_of and not _only_a_trade(sentence, hit, name):
        ref.who.role = hit.cue.property
    noun = Ref(
        ref.who, start, stop, first, last, "nominal", sentence.index, says_sex=hit.cue.value
    )  # fmt: skip
    return [noun, ref]


def _mixed_up(sentence: Sentence, discourse: Discourse) -> bool:
    """ "they took him for his fellow villager Ahliddin N., who was killed": that one is told of, too."""
    about = any(w.role == "subject" and w.named for w in discourse.everyone)
    return about and any(is_jargon(h, "namesakes") for h in sentence.hits)


def _be_the_one_told_of(sentence: Sentence, ref: Ref, first: int, age: str, discourse: Discourse) -> None:
    """ "... jailed a 24-year-old man. The man, identified as B.K., left in 2023": the same man, now named."""
    about = discourse.focus_before
    definite = sentence.words[first].low == "the" and discourse.lang == "en" and not age
    if not ref.new or not definite or about is None or about is ref.who or ref.who.role != "subject":
        return
    if about.named or about.group or about.role != "subject" or about.by_kin:
        return
    if ref.who.age and about.age and ref.who.age != about.age:
        return
    written = ref.who
    about.named, about.name, about.label = True, written.name, written.label
    about.keys |= written.keys
    discourse.absorb(about, written)
    ref.who = about


def _behind_a_dash(sentence: Sentence, before: Ref, first: int) -> bool:
    """A noun for the one told of, with a dash alone between it and the noun that names him."""
    noun = before.form == "nominal" and before.kin is None and before.who.role == "subject"
    return noun and first - before.last == len("- ") and sentence.words[before.last + 1].low == "-"


def _only_a_trade(sentence: Sentence, hit: Hit, name: NameSpan) -> bool:
    """ "Санитар Бакыт Жумаев каза болгон": where he says nothing, he may be whom the text is about."""
    says = next((h for h in sentence.hits if h.cue.kind in _SAY and h.first > name.last), None)
    return "trade" in hit.cue.flags and (
        says is None
        or any(h.cue.kind in {"kin", "org"} and name.last < h.first < says.first for h in sentence.hits)
    )


def _ours(sentence: Sentence, first: int, name: NameSpan) -> bool:
    """ "Our colleague Rustam Haydarov has died": whom a post tells of, where he himself says nothing."""
    ours = first > 0 and sentence.words[first - 1].low == "our" and name.parts > 1
    return ours and not any(
        h.cue.kind in {"say", "according"} and abs(h.first - name.last) <= LOOK_AHEAD and h.first > name.last
        for h in sentence.hits
    )


def _brother_of_theirs(sentence: Sentence, name: NameSpan, discourse: Discourse) -> Ref:
    who = discourse.somebody(name.nominative, sentence)
    christen(who, name, name_keys(name.nominative))
    return mention_of(who, name, sentence, new=True)


def _namesake(sentence: Sentence, hit: Hit, name: NameSpan, discourse: Discourse) -> Ref:
    """ "його тезко, Отабек Ергашев": a second man of that name."""
    other = discourse.somebody(name.nominative, sentence, sex=hit.cue.value)
    other.namesake = bearer_before(name_keys(name.nominative), other, discourse)
    christen(other, name, name_keys(name.nominative))
    other.age = age_beside(sentence, name.first, name.last)
    other.origin |= origin_behind(sentence, name.last)
    return mention_of(other, name, sentence, new=True)
