"""Nouns and pronouns: whom "the soldier", "two men" or "he" stand for."""

from __future__ import annotations

from tizme.dates import find_numbers
from tizme.extract.annotate import Sentence
from tizme.extract.beside import NEAR, age_beside, noun_phrase, origin_inside
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import of_any_language
from tizme.extract.name_words import GIVEN
from tizme.extract.narrator import speaks_as_i
from tizme.extract.people import stem
from tizme.extract.who import Ref, Who
from tizme.names import sex_of, token_kinds

# Flag of a noun for a person -> what must have been told of whoever it means.
_PRESUPPOSED = {
    "dead": frozenset({"died"}),
    "prisoner": frozenset({"captured"}),
    "accused": frozenset({"charged", "sentenced"}),
    "convict": frozenset({"sentenced", "prior_sentence", "imprisoned"}),
}


DEAD_BEHIND = 6  # tokens from a noun to the participle that says how they died
_OF_THE_DEAD = frozenset({"died", "buried", "body_repatriated", "death_reported", "body_found"})
UNNAMED_WITHIN = 9  # tokens from a noun to the words that keep his name back, or to his name
TOGETHER = 4  # tokens from "together" to a noun for the other man
_NUMBER_OF = frozenset({"№", "n", "#"})
_ONE_MAN = ("ий", "ый")  # a Russian nominative that no number counts
_BY_CASE = frozenset({"ru", "uk"})
_VOWELS = frozenset("аеёиіоуыэюяї")
_OBLIQUE_NOUNS = (
    "ом",
    "ем",
    "єм",
    "ой",
    "ей",
    "им",
    "ым",
    "их",
    "ых",
    "ам",
    "ям",
    "ах",
    "ях",
)  # of no subject
_SEXED = frozenset({"ru", "uk", "en"})  # where "he" is no woman
BEHIND_A_COMMA = 2  # tokens from a noun to the one that says the same behind a comma


def person_mention(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """Whom a noun for one person means; None where it brings in nobody."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    called = _is_called(sentence, first) and not _says_right_behind(sentence, last)
    if called or _cries_out(sentence, first, last) or _says_how_they_died(sentence, hit, refs):
        return None  # "introduced himself as a fellow soldier", "A deserter!"
    if (hit.cue.property or "subject") != "subject":
        return _teller(sentence, hit, refs, discourse)
    if _many(sentence, first, discourse):
        return group_mention(sentence, hit, discourse)
    age = age_beside(sentence, first, last)
    named = _named_before(sentence, first, refs)
    named = named or _teller_by_age(sentence, (first, last), age, discourse)
    if named is not None:
        named.sex = named.sex or hit.cue.value
        return Ref(
            named, start, stop, first, last, "nominal", sentence.index, says_sex=hit.cue.value
        )  # fmt: skip
    origin = origin_inside(sentence, start, stop)
    rank = _rank_among(sentence, hit, first, discourse)
    if "ordinal" in hit.cue.flags and not (rank and _several_told_of(discourse)):
        return None  # "ikkinchisi": the second of whatever it be
    now = whom_it_presupposes(hit, discourse.about_now(refs), discourse)
    if rank:
        now = discourse.ordinals.get(rank)
    fresh = "another" in hit.cue.flags or _is_fresh(sentence, first, age, now, discourse)
    fresh = fresh or _lives(hit, now, discourse)
    if (sentence.entry is not None or sentence.label == "name") and discourse.focus is not None:
        fresh = False
    who = None if fresh else now
    if who is not None and age and who.age and age != who.age:
        who = None
    if who is None and not fresh and not age and not origin:
        return None
    new = who is None
    if who is None:
        role = "source" if fresh and now is not None and _brings_word(sentence, last) else "subject"
        who = discourse.somebody(discourse.text[start:stop], sentence, role=role, sex=hit.cue.value)
    if rank:
        discourse.ordinals.setdefault(rank, who)
    who.age = who.age or age
    who.origin |= origin
    who.sex = who.sex or hit.cue.value
    return Ref(
        who, start, stop, first, last, "nominal", sentence.index, new, says_sex=hit.cue.value
    )  # fmt: skip


def _lives(hit: Hit, now: Who | None, discourse: Discourse) -> bool:
    """ "Asanov is in Samara. ... The dead man was from Uzgen": another than one of whom no death is told."""
    if "dead" not in hit.cue.flags or now is None or discourse.lang != "en":
        return False
    alive = (now.id, "seen_alive") in discourse.said
    return alive or not any((now.id, prop) in discourse.said for prop in _OF_THE_DEAD)


def _teller_by_age(sentence: Sentence, at: tuple[int, int], age: str, discourse: Discourse) -> Who | None:
    """ ""He was gone," the 52-year-old recalls": the relative with whom the paragraph began."""
    first, last = at
    if not age or sentence.words[first].low not in of_any_language("article"):
        return None
    says = any(
        h.cue.kind == "say" and (0 < h.first - last <= 1 or 0 < first - h.last <= 1) for h in sentence.hits
    )
    if not says:
        return None
    for refs in discourse.refs:
        for ref in refs:
            if ref.form == "name" and ref.who.last_paragraph == sentence.paragraph:
                told = ref.who.role == "relative" and ref.who.age in {"", age}
                if told:
                    ref.who.age = age
                return ref.who if told else None
    return None


def _cries_out(sentence: Sentence, first: int, last: int) -> bool:
    """ "A deserter!", "A hero?": a noun that is all of its sentence brings in nobody new."""
    words = sum(t.kind == "word" for t in sentence.words)
    return sentence.words[-1].low in {"!", "?"} and words == last - first + 1


def _teller(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref:
    """An official or a witness, also where the noun only says what somebody just named is."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    apposed = _named_before(sentence, first, refs)
    relative = _relative_apposed(sentence, (first, last), refs) if apposed is None else None
    if relative is not None:
        return Ref(relative, start, stop, first, last, "nominal", sentence.index)
    if (
        apposed is None
        or not refs[-1].new
        or apposed.age
        or _in_another_case(sentence, refs[-1], last, discourse)
    ):
        return _bystander(sentence, hit, discourse)
    # "Zoya Platonova, a rights advocate": what she is says that she is no victim
    apposed.role, apposed.sex = hit.cue.property, apposed.sex or hit.cue.value
    if discourse.focus is apposed:
        discourse.focus = discourse.focus_before
    return Ref(apposed, start, stop, first, last, "nominal", sentence.index)


def _in_another_case(sentence: Sentence, name: Ref, noun: int, discourse: Discourse) -> bool:
    """ "На вопрос о судьбе Фарруха Одинаева, дипломат сказал": a noun of a subject behind a name of none."""
    known = {word.lower() for word in name.who.name.split()}
    oblique = sentence.words[name.last].low not in known
    low = sentence.words[noun].low
    by_case = name.form == "name" and discourse.lang in _BY_CASE
    return by_case and oblique and low[-1:] not in _VOWELS and not low.endswith(_OBLIQUE_NOUNS)


def _relative_apposed(sentence: Sentence, at: tuple[int, int], refs: list[Ref]) -> Who | None:
    """ "Мати Азіза, 54-річна вчителька з Оша, каже": whom what stands behind the comma describes."""
    near = [r for r in refs[-2:] if r.who.role == "relative" and not r.who.group]
    if not near or refs[-1].first - near[-1].last > 1 or not age_beside(sentence, *at):
        return None  # no more than whose mother she is may stand between
    return near[-1].who if refs[-1].last == at[0] - 2 and sentence.words[at[0] - 1].low == "," else None


def _rank_among(sentence: Sentence, hit: Hit, first: int, discourse: Discourse) -> int:
    """ "Uchinchi mahbus", "третий пленный", "асири дуюм": which of several is meant, 0 where nothing says.

    "The first" is one of several only where a group was told of: else it may be the first at something.
    """
    beside = [*sentence.words[max(0, first - 1) : first + 1], *sentence.words[hit.first : hit.last + 1]]
    if discourse.grammar.verb_last and discourse.grammar.owner_behind:
        beside += sentence.words[hit.last + 1 : hit.last + 2]
    low = {token.low for token in beside}
    rank = next((n for n, forms in enumerate(discourse.grammar.ordinals, 1) if low & forms), 0)
    if rank == 1 and not any(who.group and who.role == "subject" for who in discourse.everyone):
        return 0
    return rank


def _several_told_of(discourse: Discourse) -> bool:
    return bool(discourse.ordinals) or any(w.group and w.role == "subject" for w in discourse.everyone)


def whom_it_presupposes(hit: Hit, now: Who | None, discourse: Discourse) -> Who | None:
    """ "the prisoner", "марҳум", "айыпталуучу": one of whom that was told, even where another is in focus."""
    told = _PRESUPPOSED.get(next(iter(hit.cue.flags & _PRESUPPOSED.keys()), ""), frozenset())
    if not told or now is None or any((now.id, prop) in discourse.said for prop in told):
        return now
    for who in reversed(discourse.everyone):
        if who.role != "subject" or who.group or who.entry != now.entry:
            continue  # an entry of a list speaks of its own man
        if any((who.id, prop) in discourse.said for prop in told):
            return who
    return now


def group_mention(sentence: Sentence, hit: Hit, discourse: Discourse) -> Ref:
    """Which group a plural means: one spoken of before, or a new one."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    known = [w for w in discourse.everyone if w.group and w.head == hit.cue.pattern]
    definite = sentence.words[first].low in discourse.grammar.definite
    bare = not discourse.grammar.definite and stop - start == hit.stop - hit.start
    if known and (definite or (bare and known[-1].last_paragraph == sentence.paragraph)):
        who, new = known[-1], False
    else:
        role = hit.cue.property or "subject"
        who, new = discourse.somebody(discourse.text[start:stop], sentence, role=role), True
        who.group, who.head = True, hit.cue.pattern
    return Ref(who, start, stop, first, last, "nominal", sentence.index, new)


def pronoun_mention(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """Whom a pronoun stands for, if anybody was spoken of."""
    first = "first" in hit.cue.flags
    who = (
        speaks_as_i(sentence, hit.first, discourse) if first else _antecedent(sentence, hit, refs, discourse)
    )
    if who is None:
        return None
    return Ref(who, hit.start, hit.stop, hit.first, hit.last, "pronoun", sentence.index)


def _bystander(sentence: Sentence, hit: Hit, discourse: Discourse) -> Ref:
    """An official, a source, a relative: the last one called so, "the woman" also the latest woman."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    known: Who | None = None
    if not _is_indefinite(sentence, first, discourse):
        known = next((w for w in reversed(discourse.everyone) if w.head == hit.cue.pattern), None)
        if known is None and hit.cue.value == "female":
            known = discourse.latest_woman
    words = discourse.text[start:stop]
    who = known or discourse.somebody(words, sentence, role=hit.cue.property, sex=hit.cue.value)
    who.head = hit.cue.pattern
    return Ref(who, start, stop, first, last, "nominal", sentence.index, known is None)


def _many(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "300 шаҳрванди", "40 муҳоҷир": a number above one before a noun in the singular."""
    if first == 0:
        return False
    token = sentence.words[first - 1]
    counted = [
        *((a, b) for a, b, _ in sentence.ages),
        *((d.start, d.stop) for d in (*sentence.dates, *sentence.durations)),
    ]
    if any(a <= token.start < b for a, b in counted):
        return False
    if token.kind == "number":
        sign = sentence.words[first - 2].low if first > 1 else ""
        if sign in _NUMBER_OF or sentence.words[first].low.endswith(_ONE_MAN):
            return False  # "приказом № 412 военнослужащий признан ..."
        return token.text.isdigit() and int(token.text) > 1
    if not discourse.grammar.verb_last:
        return False  # elsewhere the noun stands in the plural
    numbers = find_numbers(discourse.text, lang=discourse.lang, start=token.start, stop=token.stop)
    return any(value > 1 for _, _, value in numbers)


def _is_indefinite(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "a woman", "One Kyrgyzstani woman"; a language without articles counts as definite."""
    words = {t.low for t in sentence.words[max(0, first - 1) : first + 1]}
    return bool(words & discourse.grammar.indefinite)


def _named_before(sentence: Sentence, first: int, refs: list[Ref]) -> Who | None:
    """ "Azamat T., a 31-year-old native of ...": the noun right after a name is the same person."""
    if not refs or not 0 < first - refs[-1].last <= NEAR:
        return None
    if refs[-1].who.role == "official" and _cited(sentence, refs[-1]):
        return None  # "По словам Сагынова, парень ...": the chief is not the lad
    if refs[-1].form != "name" and not _apposed_to_kin(sentence, first, refs[-1]):
        return _apposed_to_noun(sentence, first, refs[-1])
    if refs[-1].who.role == "source" and _called_so(sentence, refs[-1].last + 1, first):
        return refs[-1].who
    between = sentence.words[refs[-1].last + 1 : first]
    ages = [(a, b) for a, b, _ in sentence.ages]
    loose = [t for t in between if t.kind == "word" and not any(a <= t.start < b for a, b in ages)]
    return refs[-1].who if between and between[0].kind == "mark" and len(loose) <= 1 else None


def _called_so(sentence: Sentence, behind: int, first: int) -> bool:
    """ "Артур аттуу жигит", "Artur ismli yigit": the noun is the one whom the words for a name name."""
    return any(is_jargon(h, "name_is") and h.first == behind and h.last == first - 1 for h in sentence.hits)


def _apposed_to_noun(sentence: Sentence, first: int, before: Ref) -> Who | None:
    """ "the second man, a father of four, had been taken": the same man, between two commas."""
    parent = any(h.cue.property == "parent_of" and h.first <= first + 1 <= h.last + 1 for h in sentence.hits)
    told = before.form == "nominal" and before.who.role == "subject" and not before.who.group
    beside = first - before.last == BEHIND_A_COMMA and sentence.words[before.last + 1].low == ","
    return before.who if parent and told and beside else None


def _cited(sentence: Sentence, ref: Ref) -> bool:
    return any(h.cue.kind == "according" and 0 <= ref.first - h.last <= NEAR for h in sentence.hits)


def _apposed_to_kin(sentence: Sentence, first: int, before: Ref) -> bool:
    """ "her husband, a 38-year-old cook": what a husband is follows in commas."""
    told = before.kin is not None and before.who.role == "subject" and not before.who.group
    return told and first - before.last == BEHIND_A_COMMA and sentence.words[before.last + 1].low == ","


def _is_fresh(sentence: Sentence, first: int, age: str, now: Who | None, discourse: Discourse) -> bool:
    """An indefinite article, "another", or an age not heard yet introduces somebody."""
    if now is None:
        return True
    around = {t.low for t in sentence.words[max(0, first - 2) : first + 2]}
    is_one = _jargon_before(sentence, first, "copula") or _jargon_before(sentence, first - 1, "copula")
    if around & discourse.grammar.another and not is_one:
        return True  # but not "he is the third man from the district"
    if age and now.age and now.age != age:
        return True
    if with_him(sentence, first, discourse) or _unlike_him(sentence, first, now, discourse):
        return True
    if age and not now.age and now.paragraph != sentence.paragraph:
        return True
    if _says_what_he_is(sentence, first, discourse):
        return False
    opening = {t.low for t in sentence.words[max(0, first - 2) : first + 1]}
    # "He was a soldier": the noun says what somebody is and brings in nobody.
    return bool(opening & discourse.grammar.indefinite) and not _jargon_before(sentence, first, "copula")


def _unlike_him(sentence: Sentence, first: int, now: Who, discourse: Discourse) -> bool:
    """ "уроженцу Ошской области, чьё имя не разглашается", "парень из Куляба, Далер,": not who was named."""
    if not now.named:
        return False
    if any(is_jargon(h, "unnamed") and 0 < h.first - first <= UNNAMED_WITHIN for h in sentence.hits):
        return True
    words = sentence.words
    comma = next((i for i in range(first + 1, len(words) - 2) if words[i].kind == "mark"), 0)
    if not comma or comma - first > UNNAMED_WITHIN or words[comma].low != ",":
        return False
    name, behind = words[comma + 1], words[comma + 2]
    given = name.text[:1].isupper() and token_kinds(name.text, lang=discourse.lang) & GIVEN
    return bool(given) and behind.low in {",", "-"} and stem(name.low) not in now.keys


def _brings_word(sentence: Sentence, last: int) -> bool:
    """ "парень из Куляба, Далер, написал невестке": who writes or rings a relative, told nothing of."""
    calls = [h for h in sentence.hits if is_jargon(h, "calls") and 0 < h.first - last <= UNNAMED_WITHIN]
    heard = any(
        h.cue.kind in {"kin", "pron"} and "object" in h.cue.flags and 0 < h.first - c.last <= 2
        for c in calls
        for h in sentence.hits
    )
    befell = (
        any(h.cue.kind == "event" and last < h.first < calls[0].first for h in sentence.hits)
        if calls
        else True
    )
    return heard and not befell


def with_him(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "eri bilan birga xizmat qilgan yigit": who served with him is another."""
    before = sentence.words[max(0, first - TOGETHER) : first]
    return discourse.grammar.verb_last and any(t.low in of_any_language("together_words") for t in before)


def _says_what_he_is(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "A driver by trade, he was detained": a noun that opens a sentence, and "he" behind the comma."""
    comma = next((i for i, t in enumerate(sentence.words) if t.low == ","), None)
    if comma is None or first > comma or sentence.words[0].low not in discourse.grammar.indefinite:
        return False
    return not any(h.cue.kind in {"event", "say"} and h.first < comma for h in sentence.hits) and any(
        h.cue.kind == "pron" and h.first == comma + 1 and "object" not in h.cue.flags for h in sentence.hits
    )


def _says_right_behind(sentence: Sentence, last: int) -> bool:
    """ "As a neighbour recalls, ...": he is somebody who tells, and not what another one is called."""
    return any(h.cue.kind in {"say", "according"} and h.first <= last + 1 <= h.last for h in sentence.hits)


def _jargon_before(sentence: Sentence, first: int, what: str) -> bool:
    return any(is_jargon(h, what) and 0 < first - h.last <= 2 for h in sentence.hits)


def _is_called(sentence: Sentence, first: int) -> bool:
    """ "introduced himself as a consul", unlike "як розповів консул", who tells it."""
    said = any(h.cue.kind == "say" and h.last == first - 1 for h in sentence.hits)
    return not said and _jargon_before(sentence, first, "as")


def _tells_his_own(sentence: Sentence, hit: Hit, refs: list[Ref]) -> Who | None:
    """ "F. was killed there, Holov told his mother": right behind a man's verb of saying "his" is his."""
    last = refs[-1] if refs else None
    if last is None or last.form != "name" or last.who.group or last.who.sex == "female":
        return None
    if last.who.role != "subject" or "object" not in hit.cue.flags:
        return None
    says = any(
        h.cue.kind == "say" and last.last + 1 == h.first and h.last + 1 == hit.first for h in sentence.hits
    )
    return last.who if says else None


def _antecedent(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    if "relative" in hit.cue.flags:
        return refs[-1].who if refs and hit.first - refs[-1].last <= 3 else None
    if hit.cue.value == "female":
        return discourse.latest_woman or discourse.focus
    teller = _tells_his_own(sentence, hit, refs)
    if teller is not None:
        return teller
    here = [r for r in refs if r.who.role == "subject" and not r.who.group and r.who.sex != "female"]
    if discourse.lang in _SEXED:
        here = [r for r in here if not _is_hers(r.who, discourse)]
    fresh = [r for r in here if r.new and r.form == "name"]
    if fresh and ";" in discourse.text[fresh[-1].stop : hit.start]:
        return fresh[-1].who  # "погиб его тёзка, Сардор М.; о его похоронах ...": the one just brought in
    if (
        not here
        and discourse.lang in _SEXED
        and discourse.focus is not None
        and _is_hers(discourse.focus, discourse)
    ):
        return _last_man(discourse) or discourse.focus
    return here[0].who if here else discourse.focus or discourse.latest


def _is_hers(who: Who, discourse: Discourse) -> bool:
    return (sex_of(who.name, lang=discourse.lang) if who.named else who.sex) == "female"


def _last_man(discourse: Discourse) -> Who | None:
    """Whom "he" means where the last one named is a woman: the last man of the paragraph."""
    men = [
        w
        for w in discourse.everyone
        if w.role == "subject" and not w.group and w.last_paragraph == discourse.paragraph
        and not _is_hers(w, discourse)
    ]  # fmt: skip
    return men[-1] if men else None


def _says_how_they_died(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "ду нафари дар ҷанг кушташуда": two who fell, and "fallen" is no other man."""
    before = next((r for r in reversed(refs) if r.form == "nominal"), None)
    if (
        before is None
        or not (before.who.group or before.new)
        or not 0 < hit.first - before.last <= DEAD_BEHIND
    ):
        return False
    between = sentence.words[before.last + 1 : hit.first]
    fell = any(
        h.cue.kind == "event" and h.cue.property == "died" and h.first == hit.first for h in sentence.hits
    )
    return fell and all(t.kind == "word" for t in between)
