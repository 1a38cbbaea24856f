"""Whom an event befell. The most dangerous question of the room: a wrong answer kills the living."""

from __future__ import annotations

import re
from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.bystanders import bystander_named
from tizme.extract.cited import is_cited
from tizme.extract.company import in_company
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.gaps import WRONG_SIDE_COST, gap_cost
from tizme.extract.grammar import clause_boundaries, grammar
from tizme.extract.who import Ref, Who
from tizme.names import sex_of
from tizme.text import fold

# In tokens, as gap_cost counts them.
FAR = 14.0  # beyond this an event belongs to nobody, where nobody is in focus or the cue looks ahead
FOCUS_COST = 9.0  # beyond this it belongs to the person in focus
RELATIVE_COST = 1.0  # a relative must be nearer than a subject by this
# What befalls a relative is the relative's own: "his cousin Farrukh was killed" must never kill him.
FATES = frozenset(
    {"died", "missing", "wounded", "captured", "buried", "body_repatriated", "seen_alive", "deployed"}
)
# Fates that a verb tells of its own subject or object; burial and transport have the dead as an object.
TOLD_BY_VERBS = frozenset({"died", "missing", "wounded", "captured", "seen_alive", "returned", "deserted"})
# What somebody does or suffers on no other's behalf; a mother asks and is paid for her son.
_ONES_OWN = frozenset(
    (
        *(
            "detained",
            "captured",
            "imprisoned",
            "migrated",
            "went",
            "deployed",
            "contract_signed",
            "recruited",
        ),
        *("returned", "deserted", "charged", "sentenced", "prior_sentence", "exchanged"),
    )
)
AFTER_A_COMMA = 2  # tokens
LONGEST_ASIDE = 9  # tokens of a remark between commas that says who tells
_PARTICIPLE = re.compile(r"(?:вш|нн|ш)(?:ий|его|ему|им|ем|ая|ей|ую|ие|их|ими|ого|ому|ым|ый)$")
SHORT_VERB = 3  # code points that no verb in the feminine is as short as
# What a verb says of its own subject.
_OWN_ACTS = frozenset(
    (
        *("migrated", "residence", "returned", "deployed", "contract_signed", "deserted"),
        *("imprisoned", "recruited", "pathway", "wounded", "captured", "birth"),
    )
)
_OF_THE_DEAD = frozenset({"buried", "body_repatriated"})
TOLD_OF = 3  # tokens from a verb of saying to the death that is told of
NAMED_BEHIND = 3  # tokens behind "the death" within which its owner stands
BEHIND_A_HOME = 4  # tokens from "who lives in" to whose home it is
WHO_WITHIN = 2  # tokens from "who" to its verb
OWNED_WITHIN = 3  # tokens from a name in the genitive to the noun that it owns
BEHIND = 7  # tokens behind a verb within which its subject may follow
OPENS_WITHIN = 3  # tokens of a sentence among which those stand of whom it is told
OBJECT_WITHIN = 3  # tokens from "killed" to the one whom it befell
HEARER_WITHIN = 2  # tokens from "told" to the one who hears it
_KILLING = frozenset({"killed", "kills", "killing"})
_PASSIVE = frozenset(
    {"was", "were", "is", "are", "been", "being", "be", "got", "get", "getting", "had", "reported", "those"}
)
_OBJECTS = frozenset(
    {"a", "an", "the", "his", "her", "their", "my", "our", "two", "three", "four", "five", "six", "seven"}
) | {"eight", "nine", "ten", "both", "several", "many", "everyone", "everybody", "some", "most", "all"}
_WHOSE = frozenset({"his", "her", "their", "its"})  # never the subject of an English clause
_OBJECT_PRONOUNS = frozenset({"him", "her", "me", "us", "them"})
# What somebody does and nobody does to them: said of "they" it is no one man's.
_THEIR_ACTS = frozenset({"returned", "migrated", "went", "deserted", "contract_signed"})
_GOES_ON = frozenset({",", ";", ":", "-", "and", "then", "but", "before", "after", "until", "when", "who"})
_STOPS = frozenset({",", ";", ":", ".", "-", "(", ")"})


def find_subject(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, *, speaker: Who | None = None
) -> Who | None:
    """Whom an event befell, or None where the words point at nobody whom we may name.

    Where the verb does not stand last, a fate that it tells belongs to the head of its own clause;
    everything else to the nearest subject on the side that the cue names, else to the person in focus.
    """
    if "first" in hit.cue.flags and hit.cue.kind == "event":
        return _who_says_i(sentence, hit, discourse, speaker)
    if discourse.lang == "en" and _kills(sentence, hit):
        return _killed_by_it(hit, refs)
    who = _befallen(sentence, hit, refs, discourse, speaker)
    one = who if discourse.lang == "en" and who is not None and not who.group else None
    if one is not None and (_of_them(sentence, hit) or _only_says_it(sentence, hit, one, refs)):
        return None
    return None if who is not None and _hers_not_his(sentence, hit, who, discourse) else who


def _kills(sentence: Sentence, hit: Hit) -> bool:
    """ "It killed Anvar, a boy from Osh", "a mine killed two of his comrades": what stands behind suffers."""
    words = sentence.words
    if hit.cue.property != "died" or hit.first != hit.last or words[hit.last].low not in _KILLING:
        return False
    before = {t.low for t in words[max(0, hit.first - 2) : hit.first]}
    behind = words[hit.last + 1] if hit.last + 1 < len(words) else None
    if before & _PASSIVE or behind is None or behind.kind == "mark":
        return False
    covered = [(d.start, d.stop) for d in sentence.dates] + [(p.start, p.stop) for p in sentence.places]
    if any(a <= behind.start < b for a, b in covered):
        return False  # "Killed 3 March 2023", "killed Monday"
    return behind.text[:1].isupper() or behind.low in _OBJECTS or behind.kind == "number"


def _killed_by_it(hit: Hit, refs: list[Ref]) -> Who | None:
    """The one named right behind the verb; nobody where the text has no mention of them."""
    ref = next((r for r in refs if 0 < r.first - hit.last <= OBJECT_WITHIN), None)
    return ref.who if ref is not None and ref.who.role == "subject" and ref.form != "pronoun" else None


def _only_says_it(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "Ravi Karimov said many had been killed": of others, where no "he" stands before the verb."""
    if hit.cue.property not in FATES:
        return False
    for ref in (r for r in refs if r.who is who and r.form == "name" and r.last < hit.first):
        say = next((h for h in sentence.hits if h.cue.kind == "say" and h.first == ref.last + 1), None)
        if say is None or say.last >= hit.first:
            continue
        between = {t.low for t in sentence.words[say.last + 1 : hit.first]}
        again = any(r.who is who and say.last < r.first <= hit.first for r in refs)
        if not again and not between & _GOES_ON:
            return True
    return False


def _of_them(sentence: Sentence, hit: Hit) -> bool:
    """ "The cousins are back. They came home without him": what "they" did, one man did not."""
    if hit.cue.property not in _THEIR_ACTS:
        return False
    before = [t.low for t in sentence.words[max(0, hit.first - 2) : hit.first]]
    behind = {t.low for t in sentence.words[hit.first : hit.last + 2]}
    return bool(before) and "they" in before[-1:] + before[-2:-1] and not behind & _OBJECT_PRONOUNS


def _who_says_i(sentence: Sentence, hit: Hit, discourse: Discourse, speaker: Who | None) -> Who | None:
    """ "живу в Маргилане": of whoever speaks, and of nobody where a relative does."""
    who = speaker
    if who is None and not sentence.in_quote(hit.start):
        who = discourse.narrator or (discourse.focus if discourse.narrates == "self" else None)
    return who if who is not None and who.role == "subject" else None


def _hers_not_his(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> bool:
    """ "Поехала в Ростов", "я торговала": a Russian verb in the feminine tells of no man."""
    told = hit.cue.kind == "occupation" or hit.cue.property in _OWN_ACTS
    if discourse.lang != "ru" or who.role != "subject" or who.group or not told:
        return False
    low = sentence.words[hit.first].low
    sex = (sex_of(who.name, lang="ru") if who.named else "") or who.sex
    return sex == "male" and len(low) > SHORT_VERB and low.endswith(("ла", "лась"))


def _befallen(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, speaker: Who | None
) -> Who | None:
    """As find_subject, whatever the form of the verb says of who it was."""
    if first_person_at(sentence, hit, discourse.lang):
        answers = sentence.turn == "answer" and not sentence.in_quote(hit.start)
        if answers and discourse.narrates == "self" and discourse.narrator is not None:
            return discourse.narrator
        return speaker if speaker is not None and speaker.role == "subject" else _nobody_here(hit, discourse)
    if hit.cue.property in FATES and _says_whose_relative(hit, refs):
        return None  # "Зарине, матери погибшего, перечислили": the word only says whose mother she is
    home = _home_inside(hit, refs)
    if home is not None:
        return home
    described = (
        _dead_owner(hit, refs)
        or _suffers(sentence, hit, refs)
        or _described_by(sentence, hit, refs)
        or _whose_death(hit, refs)
    )
    if described is not None:
        return described if described.role == "subject" else None
    if _of_a_bystander(sentence, hit, refs) or (discourse.lang == "en" and _hers(sentence, hit, refs)):
        return None
    teller = _teller_of_a_death(sentence, hit, refs)
    if teller is not None:
        refs = [r for r in refs if r.who is not teller]
        behind = range(hit.first, hit.last + NAMED_BEHIND + 1)
        if not any(r.first in behind and r.form != "pronoun" for r in refs):
            before = discourse.focus_before
            alive = before is not None and (before.id, "seen_alive") in discourse.said
            return before if before is not teller and not alive else None
    if hit.cue.property in FATES and "right" in hit.cue.flags and _of_somebody_elses(hit, refs, discourse):
        return None  # "the death of Farhod's commander"
    at_home = _whose_home(sentence, hit, refs)
    if at_home is not None:
        return at_home
    told_by_verb = hit.cue.property in TOLD_BY_VERBS and not hit.cue.flags & {"left", "right", "weak"}
    if told_by_verb and not grammar(discourse.lang).verb_last:
        head = _head_of_clause(sentence, hit, refs, discourse)
        return head.who if head is not None else discourse.focus
    return _nearest(sentence, hit, refs, discourse, speaker)


def _says_whose_relative(hit: Hit, refs: list[Ref]) -> bool:
    """True behind a word for a relative who tells; "сын погиб" and "o'g'li halok bo'ldi" say who died."""
    return any(r.kin is not None and r.kin.last == hit.first - 1 and r.who.role != "subject" for r in refs)


def _suffers(sentence: Sentence, hit: Hit, refs: list[Ref]) -> Who | None:
    """ "A drone killed him", "she reported him missing": the pronoun at the verb says whom it befell."""
    if hit.cue.property not in TOLD_BY_VERBS:
        return None
    at = {
        h.first
        for h in sentence.hits
        if h.cue.kind == "pron" and "patient" in h.cue.flags and hit.first < h.first <= hit.last + 1
    }
    return next((r.who for r in refs if r.form == "pronoun" and r.first in at), None)


def _whose_home(sentence: Sentence, hit: Hit, refs: list[Ref]) -> Who | None:
    """ "To'raqo'rg'onda yashovchi 58 yoshli Mastura o'g'lidan xabar kutadi": her home, not her son's."""
    behind = [r for r in refs if hit.last < r.first <= hit.last + BEHIND_A_HOME and r.form != "pronoun"]
    if hit.cue.property not in {"origin", "residence"} or not behind or behind[0].who.role == "subject":
        return None
    beside = not any(t.kind == "mark" for t in sentence.words[hit.last + 1 : behind[0].first])
    return behind[0].who if beside else None


def _of_a_bystander(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "A boy from Kulob who served with him": what "who" did, who only tells."""
    if hit.cue.property in TOLD_BY_VERBS:
        return False
    relative = grammar("en").relative_words
    return any(
        r.form == "pronoun"
        and sentence.words[r.first].low in relative
        and 0 < hit.first - r.last <= WHO_WITHIN
        and r.who.role in {"source", "official", "press"}
        for r in refs
    )


def _home_inside(hit: Hit, refs: list[Ref]) -> Who | None:
    """ "Шымкент тұрғыны Айнұр Т. күйеуін іздейді": the home of the wife who tells, not his."""
    if hit.cue.property not in {"origin", "residence"}:
        return None
    around = [r.who for r in refs if r.form == "nominal" and r.first <= hit.first and hit.last <= r.last]
    return around[0] if around and all(who.role == "relative" for who in around) else None


def _hers(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "His mother fell ill, she was taken away by ambulance": "she" right before the verb is the mother."""
    if hit.cue.property not in _ONES_OWN:
        return False
    before = [r for r in refs if r.form == "pronoun" and 0 < hit.first - r.last <= WHO_WITHIN]
    object_ = any(
        h.cue.kind == "pron" and "object" in h.cue.flags and before and h.first == before[-1].first
        for h in sentence.hits
    )
    return bool(before) and not object_ and before[-1].who.role == "relative" and not before[-1].who.group


def _described_by(sentence: Sentence, hit: Hit, refs: list[Ref]) -> Who | None:
    """ "The wife of Altynbek Zhoroev, killed on 8 August, asked ...": the man right before the comma."""
    words = sentence.words
    if hit.cue.property not in TOLD_BY_VERBS or hit.first < AFTER_A_COMMA or words[hit.first - 1].low != ",":
        return None
    low = words[hit.first].low
    participle = low.endswith("ed") or _PARTICIPLE.search(low) is not None
    behind = words[hit.last + 1 :]
    if not participle or not any(t.kind == "mark" and t.low in {",", ";"} for t in behind):
        return None
    owner = next((r for r in refs if r.form == "name" and r.last == hit.first - AFTER_A_COMMA), None)
    kin = owner is not None and any(r.kin is not None and r.who.anchor is owner.who for r in refs)
    return owner.who if owner is not None and kin else None


def _dead_owner(hit: Hit, refs: list[Ref]) -> Who | None:
    """ "Marhumdan rafiqasi Mahliyo qoldi": the word for the dead one says whose wife she is."""
    for ref in refs:
        owned = ref.kin is not None and ref.first <= hit.first and hit.last < ref.kin.first
        if hit.cue.property == "died" and owned and ref.who.anchor is not None:
            return ref.who.anchor
    return None


def _whose_death(hit: Hit, refs: list[Ref]) -> Who | None:
    """ "told of his death by Daniyar": "his" says whose death it is.

    Not in "её брата убило", "її брата вбило": there it says whose brother.
    """
    if hit.cue.property != "died":
        return None
    kin = {r.kin.first for r in refs if r.kin is not None}
    own = [
        r
        for r in refs
        if r.form == "pronoun" and hit.first - 1 <= r.last <= hit.last and r.last + 1 not in kin
    ]
    return own[-1].who if own else None


def _teller_of_a_death(sentence: Sentence, hit: Hit, refs: list[Ref]) -> Who | None:
    """ "Sharif Ganiev, cited as confirming the death": who tells of a death did not die it."""
    if hit.cue.property not in {"died", "death_reported"} or hit.first != hit.last:
        return None
    for say in sentence.hits:
        between = sentence.words[say.last + 1 : hit.first]
        near = say.cue.kind == "say" and 0 < hit.first - say.last <= TOLD_OF
        if near and not any(t.kind == "mark" for t in between):
            owned = any(say.last < r.first <= hit.first for r in refs)
            tellers = [r.who for r in refs if r.last < say.first]
            return tellers[-1] if tellers and not owned else None
    return None


def _head_of_clause(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The first person of the clause that ends in the verb, else the first right behind the verb.

    "The mother of Azamat T., 31, died": the mother. "... said his friend was killed": the friend.
    "видел, как погиб его командир": the commander. Possessors are never heads.
    """
    begin = _clause_start(sentence, hit, refs, discourse.lang)
    heads = [
        r
        for r in refs
        if not _is_possessor(r, refs)
        and not _owns_a_noun(sentence, r, refs)
        and not is_cited(sentence, r.first)
        and not _teller_group(r)
        and not addressed(r)
        and not (r.form == "pronoun" and sentence.words[r.first].low in _WHOSE)
        and not _called_upon(sentence, r)
        and not in_company(sentence, r)
    ]
    aside = _asides(sentence, hit)
    before = [r for r in heads if begin <= r.first and r.last < hit.first and r.first not in aside]
    if len(before) > 1 and discourse.lang == "en" and _is_told(sentence, before[0]):
        return before[1]
    if before:
        return before[0]
    for ref in heads:
        inside = ref.first <= hit.last and hit.first <= ref.last
        between = sentence.words[hit.last + 1 : ref.first]
        said = any(h.cue.kind == "say" and hit.last < h.first and h.last < ref.first for h in sentence.hits)
        near = 0 < ref.first - hit.last <= BEHIND and not said and not any(t.low in _STOPS for t in between)
        if (near and ref.form != "pronoun") or (inside and ref.first < hit.first):
            return ref
    return None


def _is_told(sentence: Sentence, ref: Ref) -> bool:
    """ "A cellmate told me Zafar was hit": right behind the verb stands whoever hears it, and no "that"."""
    return any(
        h.cue.kind == "say" and "to" in h.cue.flags and 0 < ref.first - h.last <= HEARER_WITHIN
        for h in sentence.hits
    )


def _of_somebody_elses(hit: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """True where the words right behind are a name's, and the noun behind the name is who is meant."""
    for ref, other in pairwise(refs):
        owner = ref.form == "name" and 0 < ref.first - hit.last <= 2
        owned = other.first == ref.last + 1 and other.who is not ref.who and other.who.role != "subject"
        if owner and owned and "'" in fold(discourse.text[ref.start : other.start]):
            return True
    return False


def addressed(ref: Ref) -> bool:
    """ "позвонил сестре, находится в плену": a relative in another case than the nominative."""
    return ref.kin is not None and ref.who.role == "relative" and "object" in ref.kin.cue.flags


def _called_upon(sentence: Sentence, ref: Ref) -> bool:
    """ "«Мама, теперь не депортируют»": whoever is spoken to at the beginning of a quotation."""
    words = sentence.words
    if ref.kin is None or ref.last + 1 >= len(words) or words[ref.last + 1].low != ",":
        return False
    return ref.first > 0 and words[ref.first - 1].low in {'"', ":"}


def _teller_group(ref: Ref) -> bool:
    """Soldiers who took a prisoner, investigators, relatives: a plural that acts, not one that suffers."""
    return ref.who.group and ref.who.role != "subject"


def _clause_start(sentence: Sentence, hit: Hit, refs: list[Ref], lang: str) -> int:
    """The token at which the clause of a verb begins."""
    rules = grammar(lang)
    verbs = [
        h for h in sentence.hits if h.cue.kind in {"event", "say"} and h is not hit and h.last < hit.first
    ]
    # "позвонили ей из фонда, Дастан погиб": a verb whose row goes on to this one
    split = [
        h
        for h in sentence.hits
        if h.cue.property == "death_reported" and None in h.cue.parts and h.first < hit.first <= h.last
    ]
    begin = 0
    aside = _asides(sentence, hit) | _that_day(sentence)
    for at in range(hit.first):
        low = sentence.words[at].low
        if at in aside:
            continue
        if low in rules.relative_words:
            begin = at  # "who", "которого" itself stands for the head
        elif low in rules.subordinators or low in {";", ":"} or _says_here(verbs, at, begin):
            begin = at + 1
        elif low in clause_boundaries():
            told = any(begin <= v.first and v.last < at for v in verbs)
            told = told or any(begin <= v.first < at for v in split)
            if told and any(at < r.first and r.last < hit.first for r in refs):
                begin = at + 1
    return begin


def _that_day(sentence: Sentence) -> set[int]:
    """Tokens of "that evening": this "that" begins no clause."""
    days = (h for h in sentence.hits if is_jargon(h, "that_day"))
    return {at for h in days for at in range(h.first, h.last + 1)}


def _asides(sentence: Sentence, hit: Hit) -> set[int]:
    """Tokens of "..., как рассказала его вдова, ..." before a verb: they are no part of its clause."""
    found: set[int] = set()
    for say in sentence.hits:
        if say.cue.kind not in {"say", "according"} or say.last >= hit.first:
            continue
        left = next((i for i in range(say.first, -1, -1) if sentence.words[i].low == ","), None)
        right = next((i for i in range(say.last, hit.first) if sentence.words[i].low == ","), None)
        if left is not None and right is not None and right - left <= LONGEST_ASIDE:
            found |= set(range(left, right + 1))
    return found


def _says_here(verbs: list[Hit], at: int, begin: int) -> bool:
    return any(v.cue.kind == "say" and v.last == at and v.first >= begin for v in verbs)


def _nearest(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, speaker: Who | None
) -> Who | None:
    """The nearest subject on the side the cue names, else the person in focus."""
    told = hit.cue.property in TOLD_BY_VERBS and discourse.grammar.verb_last
    bystander = bystander_named(sentence, hit, refs, discourse.lang, speaker) if told else None
    if bystander is not None:
        return bystander
    weak = "weak" in hit.cue.flags
    best = discourse.focus
    best_cost = FOCUS_COST if best is not None and "right" not in hit.cue.flags else FAR
    for ref in refs:
        if _can_suffer(sentence, hit, ref, refs, discourse.lang, speaker):
            cost = _ref_cost(sentence, hit, ref, discourse.lang)
            if cost < best_cost:
                best, best_cost = ref.who, cost
    if best is None and not weak:
        best = next((r.who for r in refs if r.who.role == "subject"), None)
    if best is discourse.focus and hit.cue.property in FATES and not any(r.who is best for r in refs):
        best = _those_before(sentence, hit, refs, discourse, speaker) or best
    if weak and best_cost >= FOCUS_COST and not sentence.heading and best is not discourse.focus:
        return None
    return best


def _those_before(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, speaker: Who | None
) -> Who | None:
    """ "Two other men, both in their thirties, have been buried": several who open the sentence."""
    for ref in refs:
        several = ref.who.group and ref.who.role == "subject" and ref.new and ref.first <= OPENS_WITHIN
        if (
            several
            and ref.last < hit.first
            and _can_suffer(sentence, hit, ref, refs, discourse.lang, speaker)
        ):
            return ref.who
    return None


def _can_suffer(
    sentence: Sentence, hit: Hit, ref: Ref, refs: list[Ref], lang: str, speaker: Who | None
) -> bool:
    """True for words that can stand for the one whom an event befell."""
    if in_company(sentence, ref):
        return False
    if hit.cue.property in TOLD_BY_VERBS and _owns_a_noun(sentence, ref, refs):
        return False  # "Mamatov's comrade was killed"
    if hit.cue.property in FATES and _is_possessor(ref, refs):
        return False  # "his mother died", "брат його загинув": the pronoun only says whose
    if hit.cue.property in {"origin", "residence"}:
        pass  # "двое жителей Исфары": the word says both who they are and where they live
    elif _captors(sentence, hit, ref, lang):
        return False
    elif ref.who.group and hit.first <= ref.first and ref.last < hit.first + _fixed_words(hit):
        return False  # "у списку військовополонених": the list is not the one listed
    if ref.who.group and hit.cue.property == "buried" and "weak" in hit.cue.flags:
        return False  # "На похороны пришли около двухсот человек"
    if ref.who.role == "subject":
        return True
    if ref.kin is not None and ref.first <= hit.first and hit.last < ref.kin.first:
        return False  # "Marhumdan rafiqasi": the dead one only says whose wife
    beside = ref.who.role in {"relative", "source"} and not ref.who.group
    if lang == "en" and "weak" in hit.cue.flags and "unsure" in hit.cue.flags:
        return False  # "She came to the hospital with my uncle"
    return beside and _may_suffer(sentence, hit, ref, refs, lang, speaker)


def _captors(sentence: Sentence, hit: Hit, ref: Ref, lang: str) -> bool:
    """ "yaralanib, ukrain askarlariga taslim bo'ldi": those to whom somebody surrenders suffer nothing."""
    to_them = ref.form == "nominal" and sentence.words[ref.last].low.endswith(grammar(lang).dative_endings)
    named_so = hit.cue.property == "captured" and any(
        h.cue.kind == "org" and h.cue.property == "captor" and h.first <= ref.last and ref.first <= h.last
        for h in sentence.hits
    )  # "ба дасти сарбозони украинӣ афтод": the soldiers took him
    suffers = hit.cue.property in TOLD_BY_VERBS and grammar(lang).verb_last and to_them
    return ref.who.group and (named_so or suffers)


def _fixed_words(hit: Hit) -> int:
    """How many tokens of a cue are its own words, from its first on to its first gap."""
    parts = hit.cue.parts
    return parts.index(None) if None in parts else hit.last - hit.first + 1


def _ref_cost(sentence: Sentence, hit: Hit, ref: Ref, lang: str) -> float:
    """How far words are from an event, in tokens, and dearer where they are not likely to be its subject."""
    inside = ref.first <= hit.last and hit.first <= ref.last
    cost = 0.0 if inside else _distance(sentence, ref, hit)
    if not inside and "left" in hit.cue.flags and ref.first > hit.last:
        cost += WRONG_SIDE_COST
    if not inside and "right" in hit.cue.flags and ref.last < hit.first:
        cost += WRONG_SIDE_COST
    low, high = sorted((ref.first, hit.first))
    if any(t.low == ";" for t in sentence.words[low:high]):
        cost += FOCUS_COST  # "Saidov was buried the same day; Rajabov's funeral is on Sunday"
    if ref.form == "pronoun":
        cost -= 1
    if not inside and _begins_another_clause(sentence, hit, ref, lang):
        cost += WRONG_SIDE_COST
    if ref.who.role != "subject":
        cost += RELATIVE_COST
    if grammar(lang).verb_last and ref.first == hit.last + 1 and ref.form == "nominal":
        cost -= 2  # a noun right behind a participle: "каза болгон жигит"
    return cost


def _begins_another_clause(sentence: Sentence, hit: Hit, ref: Ref, lang: str) -> bool:
    """ "Hamro iyunda o'lgan, kichigi Hakim esa yo'qolgan": where verbs stand last the comma ends a clause."""
    if not grammar(lang).verb_last or ref.first <= hit.last or hit.cue.property not in TOLD_BY_VERBS:
        return False
    return any(t.low in {",", ";"} for t in sentence.words[hit.last + 1 : ref.first])


def first_person_at(sentence: Sentence, hit: Hit, lang: str) -> bool:
    """ "я загинув", "мене вже поховали": in a quotation, a word for the speaker stands right at the verb."""
    if hit.cue.property not in FATES or not (sentence.in_quote(hit.start) or sentence.turn == "answer"):
        return False
    before = sentence.words[max(0, hit.first - 2) : hit.first]
    return any(t.low in grammar(lang).first_person for t in before)


def _nobody_here(hit: Hit, discourse: Discourse) -> Who | None:
    """A relative's "I": never the one in focus where it is a death."""
    return None if hit.cue.property in {"died", "buried", "body_repatriated"} else discourse.focus


def _is_possessor(ref: Ref, refs: list[Ref]) -> bool:
    """A pronoun or name inside a kin phrase, or a pronoun right behind one."""
    for kin in refs:
        noun = kin.form == "nominal" and kin.who is not ref.who
        if ref.form == "pronoun" and noun and kin.first == ref.last + 1:
            return True  # "его командир", "his friend"
        if kin.kin is None or kin is ref:
            continue
        inside = kin.first <= ref.first and ref.last < kin.last + 1
        behind = ref.form == "pronoun" and ref.first == kin.last + 1
        if inside or behind:
            return True
    return False


def _owns_a_noun(sentence: Sentence, ref: Ref, refs: list[Ref]) -> bool:
    """ "Two of Mamatov's fellow villagers died": a name in the genitive before a noun for somebody else."""
    if ref.form != "name" or not sentence.words[ref.last].low.endswith(("'s", "s'")):
        return False
    return any(0 < r.first - ref.last <= OWNED_WITHIN and r.who is not ref.who for r in refs)


def _may_suffer(
    sentence: Sentence, hit: Hit, ref: Ref, refs: list[Ref], lang: str, speaker: Who | None
) -> bool:
    """True where a relative, named or as the words' own subject, can be the one whom a fate befell."""
    if hit.cue.property not in FATES or ref.who is speaker or ref.form == "pronoun":
        return False
    if ref.first <= hit.first <= ref.last:
        return False  # "матери погибшего": the word only says whose mother
    if (
        hit.cue.property in _OF_THE_DEAD
        and ref.first > hit.last
        and not addressed(ref)
        and lang in {"ru", "uk"}
    ):
        return False  # "похороны прошли в Саратове, мать на них не успела": not hers
    if sentence.in_quote(hit.start) and not sentence.in_quote(ref.start) and ref.who.role == "source":
        return False  # "Командирі «хабарсыз жоғалды» деді"
    if ref.kin is not None and sentence.words[ref.last].low.endswith(grammar(lang).oblique_endings):
        return False  # "onasiga qo'ng'iroq qilgan": called his mother
    if addressed(ref) and not _done_to_somebody(sentence, hit):
        return False  # "через месяц после свадьбы брата пробыл на фронте одиннадцать дней": not the brother
    says = [h for h in sentence.hits if h.cue.kind in {"say", "according"}]
    for say in says:
        right_only = "after" in say.cue.flags
        if 0 <= ref.first - say.last <= 3 or (not right_only and 0 <= say.first - ref.last <= 3):
            return False
    learns = any(
        h.cue.property in {"death_reported", "contact_lost", "info_requested"} for h in sentence.hits
    )
    learns = learns and not _told_to_another(sentence, ref, refs, lang)
    return not learns and not any(r.who.role == "subject" and ref.last < r.first < hit.first for r in refs)


def _told_to_another(sentence: Sentence, ref: Ref, refs: list[Ref], lang: str) -> bool:
    """ "Мирланга бирөө чалып, иниси Тилек каза болгонун угузган": who stands in the dative only hears it."""
    datives = grammar(lang).dative_endings if grammar(lang).verb_last else ()
    return ref.form == "name" and any(
        r.form == "name" and r.last < ref.first and sentence.words[r.last].low.endswith(datives)
        for r in refs
        if datives and r.who is not ref.who
    )


def _done_to_somebody(sentence: Sentence, hit: Hit) -> bool:
    """ "брата убили", "мужу оторвало ногу", "смерть брата": the one who suffers stands in another case."""
    low = sentence.words[hit.first].low
    return "right" in hit.cue.flags or low.endswith(("ли", "ло"))


def _distance(sentence: Sentence, ref: Ref, hit: Hit) -> float:
    a, b = (ref.last, hit.first) if ref.last < hit.first else (hit.last, ref.first)
    return gap_cost(sentence, a, b)
