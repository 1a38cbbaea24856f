"""Written names: who bears them, met before or new, and which noun a name belongs to."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.bearers import Beside, beside_name, is_another, remember
from tizme.extract.beside import NEAR, age_beside, noun_phrase, origin_behind, origin_beside
from tizme.extract.cited import is_cited
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.name_words import GIVEN
from tizme.extract.own_names import who_gives_it
from tizme.extract.people import NameSpan, announced, find_names, stem
from tizme.extract.who import MALE_KIN, KinLink, Ref, Who
from tizme.names import sex_of, token_kinds
from tizme.places import display
from tizme.text import Token, fold

ANOTHER_WITHIN = 2  # tokens from "another" to the words for somebody
NAMED_SOON = 2  # sentences of the body within which a text that has a subject of its own names them
_ADJECTIVE_OF_PLACE = re.compile(r"(\w{2,}?)(?:с|ц)(?:к|ьк)(?:ий|ого|ому|им|ом)")
SIBLING_WITHIN = 2  # tokens from "the eldest" to his name
SHORT = 3  # code points of a place whose name keeps its last letter in the adjective ("Ош")
PAIR, BEHIND_HIS = 2, 4  # mentions; tokens from "his" to the name behind "his village council,"
FULL_NAME = 2  # parts of a name that is said in full
FULL_INITIALS = 2  # initials that leave no doubt who is meant, whatever case the family name is in
LOOK_AHEAD = 9  # tokens from a noun to the name that it introduces
_TITLES = frozenset({"person", "org", "rank", "occupation"})
TITLE_WITHIN = 2  # tokens from a title to the name
_GENDERED = frozenset({"ru", "uk"})  # where a family name and a verb in the past say whose they are
_OF_A_SUBJECT = (*"бвгджзклмнпрстфхцчшщй", "ка", "га", "ца")  # endings of nouns for a neighbour or a friend
_HER_ENDINGS, _HIS_VERBS = ("а", "я"), ("в", "л", "ли")
_THE = frozenset({"the", "late"})
_HIS, _HERS = ("ov", "ev", "in"), ("ova", "eva", "ina")  # endings of family names
_OF = frozenset({"of", "at", "in"})
BEGINS_ALIKE = 3  # letters that a short form of a name shares with the whole one
_IS, _CALLED = frozenset({"is", "was"}), frozenset({"called", "named"})
_TELL = frozenset({"official", "source"})
_SAY = frozenset({"say", "according"})
_BUSY = frozenset({"event", "say", "according", "pron"})
_OF_A_FATHER = ("ович", "евич", "овн", "евн", "ұлы", "улы", "қызы", "кызы", "ovich", "evich", "ovn", "evn")
_VOWELS = "аеиоуыэюяйі"
WITH_AGE = 3  # tokens of an age before the name with which a sentence opens
_EZAFE = "и"  # of a Tajik noun before whose it is
WAITED_SOON = 2  # sentences from whoever waits for him to his name


def name_mention(sentence: Sentence, span: NameSpan, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The bearer of a written name; None for a lone given name that nothing says is a person's."""
    keys, lang = name_keys(span.nominative.replace(".", " ")), discourse.lang
    age, origin = (
        age_beside(sentence, span.first, span.last),
        origin_beside(sentence, span.first, discourse.lang),
    )
    origin |= origin_behind(sentence, span.last) | _of_that_place(sentence, span, discourse)
    before = (
        None if _hears_of_it(sentence, span, discourse) else _noun_before(sentence, span, refs, discourse)
    )
    if before is not None and before.form == "nominal" and _apposed(sentence, before, span, discourse):
        return _apposition(sentence, before, span, keys, age, discourse)
    told = beside_name(sentence, span.first, span.last)
    who = _same_name(keys, age, origin, sentence, discourse, written=span.nominative, told=told)
    if who is not None and (_the_one_who(sentence, span) or _brought_in_anew(sentence, span, who, discourse)):
        who = None
    who = who or _by_family_of_kin(span, keys, discourse)
    if who is not None and span.parts == 1:
        who = _woman_who_speaks(sentence, span, who, discourse) or who
    who = who or _given_name_grown(sentence, span, discourse)
    new = who is None
    if who is None:
        special = _named_specially(sentence, span, keys, refs, discourse)
        named = who_gives_it(sentence, span, refs, lang) or _named_by_copula(sentence, span, refs)
        if named is not None:
            christen(named, span, keys)
            named.namesake = _bearer_before(keys, named, discourse) if span.parts > 1 else None
            named.age = named.age or age
            named.origin |= origin
            return _named(named, span, sentence, new=True)
        vouched = age or (str(told.born) if told.born else "")
        if special is not None or _lone(sentence, span, vouched, discourse):
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
    return _named(who, span, sentence, new=new)


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


def _noun_before(sentence: Sentence, span: NameSpan, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The mention right before a name, whose name it may be."""
    head = _head_before(sentence, refs, span)
    if head is not None:
        return head
    before = refs[-1] if refs and _steps(sentence, refs[-1], span.first) <= NEAR else None
    if before is not None and _cited_before(sentence, before, span):
        return None
    teller = before is not None and before.form == "nominal" and before.who.role in _TELL
    if teller and before is not None and _told_of_behind(sentence, before.last, span, discourse):
        return None
    if before is None and refs and _identified_as(sentence, refs[-1], span):
        return refs[-1]
    if before is None or before.form != "name" or len(refs) < 2:
        return before
    if span.parts > 1 and not _alone_between_commas(sentence, before, span):
        return before  # "Брат Сантоша, Нарендра Карки, ходив": the brother
    kin = refs[-2]
    of_it = kin.kin is not None and kin.who.anchor is before.who and before.first - kin.last <= 1
    return kin if of_it and not kin.who.named else before  # "сестра Комила Мунира"


def _alone_between_commas(sentence: Sentence, before: Ref, span: NameSpan) -> bool:
    between = [t.low for t in sentence.words[before.last + 1 : span.first]]
    return between == [","] and [t.low for t in sentence.words[span.last + 1 : span.last + 2]] == [","]


def _cited_before(sentence: Sentence, before: Ref, span: NameSpan) -> bool:
    """ "Vakiliga ko'ra, Dilshod Karimov ...": behind whoever is cited the name is of whom they tell."""
    comma = span.first - 1
    return (
        comma > 0
        and sentence.words[comma].low == ","
        and any(
            h.cue.kind == "according"
            and "before" in h.cue.flags
            and before.first <= h.first < h.last == comma - 1
            for h in sentence.hits
        )
    )


def _head_before(sentence: Sentence, refs: list[Ref], span: NameSpan) -> Ref | None:
    """ "The head of his jamoat, Nazar Hakimov": the head, where "of his" stands between."""
    if len(refs) < PAIR or refs[-1].form != "pronoun" or span.first - refs[-1].last > BEHIND_HIS:
        return None
    pronoun, head = refs[-1], refs[-2]
    if head.form != "nominal" or head.who.named or pronoun.first == 0:
        return None
    of = sentence.words[pronoun.first - 1].low in _OF and pronoun.first - 1 - head.last <= 1
    comma = span.first > 0 and sentence.words[span.first - 1].low == ","
    return head if of and comma else None


def _identified_as(sentence: Sentence, before: Ref, span: NameSpan) -> bool:
    """ "a 28-year-old man, identified only as J.B.": the name of the noun."""
    return any(
        h.cue.property == "named_as" and before.last < h.first and 0 < span.first - h.last <= 1
        for h in sentence.hits
    ) and all(t.low in {",", "-"} for t in sentence.words[before.last + 1 : span.first] if t.kind == "mark")


def _named_specially(
    sentence: Sentence, span: NameSpan, keys: set[str], refs: list[Ref], discourse: Discourse
) -> Ref | None:
    """The bearer of a name not met before that is a signature, follows "my name is" or is a son's."""
    if sentence.signature:
        return _signed(sentence, span, keys, discourse)
    if _says_my_name(sentence, span):
        return _own_name(sentence, span, keys, refs, discourse)
    son = _unnamed_son(sentence, span, discourse) or _just_brought_in(sentence, span, discourse)
    if son is None:
        return None
    christen(son, span, keys)
    return _named(son, span, sentence, new=True)


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
        _relative_who_speaks(sentence, span, discourse)
        or _cataphor(sentence, age, span, refs, discourse)
        or discourse.somebody(span.nominative, sentence)
    )
    who.namesake = _bearer_before(keys, who, discourse) if span.parts > 1 else None
    christen(who, span, keys)
    if _title_before(sentence, span, discourse):
        who.role = "official"
    _fuller_in_heading(who, keys, discourse)
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


def _steps(sentence: Sentence, before: Ref, first: int) -> int:
    """Tokens from a noun to a name; an age parts "her son, 26-year-old Parviz" not, "his mother" it does."""
    between = sentence.words[before.last + 1 : first]
    if before.who.role != "subject" or before.kin is None:
        return len(between) + 1
    ages = [(a, b) for a, b, _ in sentence.ages]
    return len(between) + 1 - sum(any(a <= t.start < b for a, b in ages) for t in between)


def _saying_beside(sentence: Sentence, span: NameSpan) -> Hit | None:
    """The verb of saying right beside a name: "каже Гулчехра Назарова", with no title between."""
    titled = any(h.cue.kind in _TITLES and 0 < span.first - h.last <= TITLE_WITHIN for h in sentence.hits)
    if titled:
        return None
    says = [h for h in sentence.hits if h.cue.kind == "say"]
    himself = any(is_jargon(h, "himself") and h.last == span.first - 1 for h in sentence.hits)
    before = span.first - 1 - himself  # "сообщил сам Абдумумин"
    return next((h for h in says if h.last == before or h.first == span.last + 1), None)


def _relative_who_speaks(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
    """ "Мати дізналася ... «...», каже Гулчехра Назарова.": the one relative spoken of gets her name."""
    if _saying_beside(sentence, span) is None or span.first == 0 or sentence.entry is not None:
        return None
    sex = sex_of(span.nominative, lang=discourse.lang)
    unnamed = [
        w for w in discourse.everyone
        if w.role == "relative" and not w.named and not w.group and w is not discourse.narrator
        and w.last_paragraph == sentence.paragraph and (not sex or not w.sex or sex == w.sex)
    ]  # fmt: skip
    if len(unnamed) == 1 and sex and unnamed[0].sex:
        return unnamed[0]
    return _official_who_speaks(sentence, span, sex, discourse) if not unnamed else None


def _official_who_speaks(
    sentence: Sentence, span: NameSpan, sex: str | None, discourse: Discourse
) -> Who | None:
    """ "... the head of the village said on Monday. "He is angry," said Kanybek E.": that head's name."""
    if span.parts < FULL_NAME or sentence.in_quote(span.start):
        return None
    unnamed = [
        w for w in discourse.everyone
        if w.role == "official" and not w.named and not w.group
        and sentence.paragraph - 1 <= w.last_paragraph <= sentence.paragraph
        and (not sex or not w.sex or sex == w.sex)
    ]  # fmt: skip
    return unnamed[0] if len(unnamed) == 1 else None


def _woman_who_speaks(sentence: Sentence, span: NameSpan, who: Who, discourse: Discourse) -> Who | None:
    """ "Назарова каже", where Назарова is his mother and "Назарова захопили" is himself: she alone speaks."""
    say = _saying_beside(sentence, span)
    if say is None or who.role != "subject" or discourse.lang not in _GENDERED:
        return None
    written = fold(discourse.text[span.start : span.stop])
    feminine = written.endswith(_HER_ENDINGS) and not sentence.words[say.first].low.endswith(_HIS_VERBS)
    keys = name_keys(span.nominative)
    hers = [
        w for w in discourse.everyone
        if w.named and w.role != "subject" and keys_agree(keys, w.keys)
        and "female" in {w.sex, sex_of(w.name, lang=discourse.lang)}
    ]  # fmt: skip
    return hers[-1] if feminine and hers else None


def _of_that_place(sentence: Sentence, span: NameSpan, discourse: Discourse) -> set[str]:
    """ "Канибадамский Абдумалик": of two of one name the one who was said to be from there."""
    before = sentence.words[span.first - 1].low if span.first else ""
    match = _ADJECTIVE_OF_PLACE.fullmatch(before) if discourse.lang in {"ru", "uk"} else None
    if match is None:
        return set()
    known = {place for who in discourse.everyone for place in who.origin}
    shown = {one: fold(display(one, discourse.lang)) for one in known}
    return {
        one for one, name in shown.items() if match[1].startswith(name[:-1] if len(name) > SHORT else name)
    }


def _by_family_of_kin(span: NameSpan, keys: set[str], discourse: Discourse) -> Who | None:
    """ "Н. Токтоматов" where Нурбек's mother is a Токтоматова: his initial, her family name."""
    initials = {part[0].casefold() for part in span.nominative.split() if part.endswith(".")}
    if not initials or len(keys) != 1:
        return None
    for kin in discourse.everyone:
        who = kin.anchor
        if who is None or who.role != "subject" or not who.named or " " in who.name or not keys & kin.keys:
            continue
        if who.name[:1].casefold() in initials:
            return who
    return None


def _given_name_grown(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
    """ "Амриддин ... рядовой Холов А. Д.": the one man told of by a given name alone that fits."""
    parts = span.nominative.replace(".", ". ").split()
    initials = [part for part in parts if part.endswith(".") and len(part) == len("A.")]
    family = [part for part in parts if part not in initials]
    if not initials or len(family) != 1 or token_kinds(family[0], lang=discourse.lang) & GIVEN:
        return None
    fitting = [
        w
        for w in discourse.everyone
        if w.named and w.role == "subject" and not w.group and len(w.name.split()) == 1
        and w.last_paragraph == sentence.paragraph and w.name[:1] == initials[0][:1]
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else None


def _lone(sentence: Sentence, span: NameSpan, age: str, discourse: Discourse) -> bool:
    """True for a given name alone that nothing makes a person's.

    It is somebody new beside an age, in an entry of a list, behind "Name:", and where nobody is named yet.
    """
    if span.parts > 1 or sentence.entry is not None or age or sentence.label == "name":
        return False
    if announced(sentence, span.first):
        return False
    if discourse.lang == "en" and _one_of_two(sentence, span, discourse):
        return False
    if _who_fell(sentence, span, discourse):
        return False
    siblings = [h for h in sentence.hits if h.cue.property == "sibling"]
    if any(0 < span.first - h.last <= SIBLING_WITHIN for h in siblings):
        return False  # "Старший, Мехрубон, ... Младшему, Амриддину": each of them is somebody
    return any(w.named and w.role == "subject" for w in discourse.everyone)


def _who_fell(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "Так погиб Равшан из Бухары": a death right beside a name is of whoever bears it, met or not.

    Not where a longer form of it was met: "погиб Жава", of Zhavokhir.
    """
    beside = any(
        h.cue.kind == "event"
        and h.cue.property == "died"
        and (h.last + 1 == span.first or span.last + 1 == h.first)
        for h in sentence.hits
    )
    begins = fold(span.nominative)[:BEGINS_ALIKE]
    alike = any(fold(w.name).startswith(begins) for w in discourse.everyone if w.named)
    return beside and not alike and not sentence.heading


def _one_of_two(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "The taller one is Azamat. ... Adilet went to Russia": of two brothers the other."""
    if sex_of(span.nominative, lang="en") != "male" or sentence.in_quote(span.start):
        return False
    opens = span.first == 0 or sentence.words[span.first - 1].low in _IS
    behind = sentence.words[span.last + 1 : span.last + 2]
    return discourse.two_brothers and opens and any(t.low == t.text for t in behind)


def _signed(sentence: Sentence, span: NameSpan, keys: set[str], discourse: Discourse) -> Ref:
    """A name alone at the end of a text is its writer's, never one more victim's."""
    who = discourse.narrator if discourse.narrator is not None and not discourse.narrator.named else None
    who = who or discourse.somebody(span.nominative, sentence, role="source")
    christen(who, span, keys)
    return _named(who, span, sentence, new=True)


def _says_my_name(sentence: Sentence, span: NameSpan) -> bool:
    return any(
        h.cue.kind == "jargon"
        and (
            (h.cue.property in {"my_name", "their_name"} and 0 < span.first - h.last <= 2)
            or (h.cue.property == "name_is" and 0 < h.first - span.last <= 2)
        )
        for h in sentence.hits
    )


def _own_name(
    sentence: Sentence, span: NameSpan, keys: set[str], refs: list[Ref], discourse: Discourse
) -> Ref:
    """ "My name is ...": the writer's, or a new man's where it is quoted."""
    quoted = sentence.in_quote(span.start)
    theirs = any(h.cue.property == "their_name" and h.first < span.first for h in sentence.hits)
    sought = theirs and discourse.narrates == "relative"  # "Додарамро меҷӯям. Номаш Бахтиёр": not the writer
    sought = sought or _of_a_man_called_so(sentence, span)
    who = discourse.narrator if not (quoted or sought) else None
    beside = next((r for r in reversed(refs) if r.form != "pronoun"), None)
    if beside is not None and beside.kin is not None and not beside.who.named:
        who = beside.who  # "Брат мене шукає, його звуть Ойбек"
    if who is None and theirs:
        who = _relative_just_told_of(discourse)
    about = discourse.focus
    if who is None and not quoted and about is not None and not (about.named or about.group):
        who = about if about.role == "subject" else None  # "U o'zini Sanjar deb tanishtirdi"
    who = who or discourse.somebody(span.nominative, sentence)
    if not quoted and not sought and discourse.narrates:
        discourse.narrator = who
    christen(who, span, keys)
    return _named(who, span, sentence, new=True)


def _of_a_man_called_so(sentence: Sentence, span: NameSpan) -> bool:
    """ "Рустам деген жигит жазды": somebody whom the writer calls so, and not the writer."""
    called = [h for h in sentence.hits if is_jargon(h, "name_is") and h.first == span.last + 1]
    return any(
        h.first < p.first <= h.last + 1 for h in called for p in sentence.hits if p.cue.kind == "person"
    )


def _relative_just_told_of(discourse: Discourse) -> Who | None:
    """ "My wife thinks that I died. Her name is Ділфуза": the relative of the sentence before."""
    before = discourse.refs[-1] if discourse.refs else []
    return next((r.who for r in reversed(before) if r.kin is not None and not r.who.named), None)


def name_of_noun(sentence: Sentence, hit: Hit, discourse: Discourse) -> NameSpan | None:
    """The name that a noun introduces: "уроженец Аштского района Абубакр Назимов"."""
    name = next((n for n in discourse.names if n.first > hit.last), None)
    if name is None or name.first - hit.last > LOOK_AHEAD:
        return None
    if hit.cue.value == "male" and sex_of(name.nominative, lang=discourse.lang) == "female":
        return None  # "the widow of the dead man, Mohira Karimova"
    if _hears_of_it(sentence, name, discourse) or _is_told_of(sentence, name, hit.cue.property, discourse):
        return None
    if hit.cue.property in _TELL and (
        _told_of_behind(sentence, hit.last, name, discourse)
        or _owner_by_case(sentence, hit.last, name, discourse)
    ):
        return None
    if _begins_what_is_said(sentence, hit, name, discourse):
        return None
    if "another" in hit.cue.flags or announced(sentence, name.first):
        return name  # "погибшего установили как Шухрата Валиева"
    between = sentence.words[hit.last + 1 : name.first]
    if discourse.grammar.verb_last and any(t.low in discourse.grammar.first_person for t in between):
        return None  # "safdoshi bizga Jasur halok bo'lgan, deb aytdi": he told us of Jasur
    enclosed = _between_commas(sentence, hit, name)
    busy = (_BUSY | {"kin", "mark", "group"}) - (
        {"pron"} if enclosed else set()
    )  # "the head of his jamoat, N. H.,"
    if any(
        h.first > hit.last and h.last < name.first and h.cue.kind in busy and h.cue.property != "birth"
        for h in sentence.hits
    ):
        return None
    if enclosed:
        return name
    if any(t.kind == "mark" and t.low not in {".", '"'} for t in between):
        return name if _born_between(sentence, hit, name) else None
    covered = [
        *((p.start, p.stop) for p in sentence.places),
        *((d.start, d.stop) for d in sentence.demonyms),
        *((a, b) for a, b, _ in sentence.ages),
    ]
    loose = [t for t in between if not any(a <= t.start < b for a, b in covered)]
    return name if len(loose) <= 1 else None


def _begins_what_is_said(sentence: Sentence, hit: Hit, name: NameSpan, discourse: Discourse) -> bool:
    """ "Safdoshi “Jasur halok bo'lgan”, dedi": the name stands in his words."""
    return any(
        start <= name.start < stop
        and not start <= hit.start < stop
        and len(discourse.text[start:stop].split()) > name.parts + 1
        for start, stop in sentence.quotes
    )


def _told_of_behind(sentence: Sentence, noun: int, name: NameSpan, discourse: Discourse) -> bool:
    """ "Кошунасы Азаматтын кеткенин айтты": the neighbour tells of him of whom the text told before."""
    says = any(h.cue.kind == "say" and h.first > name.last for h in sentence.hits)
    if not discourse.grammar.verb_last or not says or name.first != noun + 1 or name.parts > 1:
        return False
    keys = name_keys(name.nominative)
    return any(
        w.role == "subject" and w.named and len(w.name.split()) > 1 and keys_agree(keys, w.keys)
        for w in discourse.everyone
    )


def _hears_of_it(sentence: Sentence, name: NameSpan, discourse: Discourse) -> bool:
    """ "бир өзбек жигит Чыңгызга үн кат жөнөттү": the relative told of before, and no name of the lad's."""
    rules = discourse.grammar
    low = sentence.words[name.last].low
    if (
        not rules.verb_last
        or low == fold(name.nominative.split()[-1])
        or not low.endswith(rules.dative_endings)
    ):
        return False
    keys = name_keys(name.nominative)
    return any(w.role == "relative" and w.named and keys_agree(keys, w.keys) for w in discourse.everyone)


def _fuller_in_heading(who: Who, keys: set[str], discourse: Discourse) -> None:
    """Give the full name that a heading alone has: "Хуршед Акрамов барнагашт. ... Модари Хуршед"."""
    names = discourse.headed
    if len(names) != 1 or len(keys) != 1 or who.role != "subject":
        return
    whole = name_keys(names[0].nominative)
    if keys <= whole and len(whole) > 1:
        who.name = who.label = names[0].nominative
        who.keys |= whole


def _mixed_up(sentence: Sentence, discourse: Discourse) -> bool:
    """ "they took him for his fellow villager Ahliddin N., who was killed": that one is told of, too."""
    about = any(w.role == "subject" and w.named for w in discourse.everyone)
    return about and any(is_jargon(h, "namesakes") for h in sentence.hits)


def _another(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "іншого громадянина Узбекистану": whoever follows is not the one told of, whatever he is called."""
    before = sentence.words[max(0, first - ANOTHER_WITHIN) : first + 1]
    return any(t.low in discourse.grammar.another for t in before)


def _born_between(sentence: Sentence, hit: Hit, name: NameSpan) -> bool:
    """ "Лейлек районунун тургуну, 1997-жылы туулган Нурбек А.": only a comma and a birth stand between."""
    between = sentence.words[hit.last + 1 : name.first]
    births = [
        (h.start, h.stop)
        for h in sentence.hits
        if h.cue.property in {"birth", "born"} and hit.last < h.first and h.last < name.first
    ]
    spans = births + [(d.start, d.stop) for d in sentence.dates]
    words = [t for t in between[1:] if t.kind == "word"]
    loose = [t for t in words if not any(a <= t.start < b for a, b in spans)]
    return between[0].low == "," and bool(births) and not loose


def _between_commas(sentence: Sentence, hit: Hit, name: NameSpan) -> bool:
    """ "the group's coordinator, Lidia Sorokina, said": an official's or a witness's name in commas."""
    if hit.cue.property not in {"official", "source"} or sentence.words[name.first - 1].low != ",":
        return False
    between = sentence.words[hit.last + 1 : name.first - 1]
    others = any(h.cue.kind == "person" and hit.last < h.first < name.first for h in sentence.hits)
    behind = sentence.words[name.last + 1].low if name.last + 1 < len(sentence.words) else "."
    return not others and behind in {",", "."} and all(t.kind == "word" for t in between)


def named_noun(
    sentence: Sentence, hit: Hit, name: NameSpan, refs: list[Ref], discourse: Discourse
) -> list[Ref]:
    """A noun and the name that it introduces: two mentions of one person."""
    start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
    if "another" in hit.cue.flags or _another(sentence, first, discourse):
        ref: Ref | None = _namesake(sentence, hit, name, discourse)
    else:
        ref = name_mention(sentence, name, refs, discourse)
    if ref is None and hit.cue.property in {"official", "source"}:
        # "Мій товариш Шерзод загинув": a given name alone, but a comrade's, and never the one told of
        who = discourse.somebody(name.nominative, sentence, role=hit.cue.property, sex=hit.cue.value)
        christen(who, name, name_keys(name.nominative))
        ref = _named(who, name, sentence, new=True)
    if ref is None and "ordinal" in hit.cue.flags:
        ref = _brother_of_theirs(sentence, name, discourse)  # "Kenjasi Murodjon": the youngest of several
    if ref is None:
        return []
    _be_the_one_told_of(sentence, ref, first, age_beside(sentence, first, last), discourse)
    if refs and _behind_a_dash(sentence, refs[-1], first):
        refs[-1].who = ref.who  # "Туткунга түшкөн адам — Лейлек районунун тургуну Нурбек А."
    ref.who.sex = ref.who.sex or hit.cue.value
    told_of = _mixed_up(sentence, discourse) or _ours(sentence, first, name)
    if ref.new and hit.cue.property in _TELL and not told_of and not _only_a_trade(sentence, hit, name):
        ref.who.role = hit.cue.property
    noun = Ref(
        ref.who, start, stop, first, last, "nominal", sentence.index, says_sex=hit.cue.value
    )  # fmt: skip
    return [noun, ref]


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
    return _named(who, name, sentence, new=True)


def named_over(sentences: list[Sentence], discourse: Discourse) -> Ref | None:
    """Whom an obituary names in its heading alone: the text below begins with "he" or "our brother"."""
    heading = next((s for s in sentences if s.heading), None)
    body = [s for s in sentences if not s.heading][:NAMED_SOON]
    if (
        heading is None
        or not body
        or heading.index > body[0].index
        or any(_names_in(s, discourse) for s in body)
    ):
        return None
    names = [name for name in _names_in(heading, discourse) if name.parts > 1]
    if len(names) != 1:
        return None
    who = discourse.somebody(names[0].nominative, heading)
    christen(who, names[0], name_keys(names[0].nominative.replace(".", " ")))
    return _named(who, names[0], heading, new=True)


def names_in_headings(sentences: list[Sentence], discourse: Discourse) -> list[NameSpan]:
    """The names of two words and more that stand in headings."""
    headings = [s for s in sentences if s.heading]
    return [name for s in headings for name in _names_in(s, discourse) if name.parts > 1]


def _names_in(sentence: Sentence, discourse: Discourse) -> list[NameSpan]:
    return find_names(
        sentence,
        discourse.text,
        lang=discourse.lang,
        known=discourse.vouched.stems,
        plain=discourse.vouched.plain,
    )


def named_in(heading: Sentence, discourse: Discourse) -> Who | None:
    """The subject whose name stands in a heading."""
    for span in find_names(
        heading,
        discourse.text,
        lang=discourse.lang,
        known=discourse.known_keys(),
        plain=discourse.vouched.plain,
    ):
        keys = name_keys(span.nominative)
        first = (
            w for w in discourse.everyone if w.named and w.role == "subject" and keys_agree(keys, w.keys)
        )
        if span.parts == 1 and (told := next(first, None)) is not None:
            return told  # "Rustam is alive": of two called so the first, whom the text is about
        who = _same_name(name_keys(span.nominative), "", set(), heading, discourse)
        if who is not None and who.role == "subject":
            return who
    return None


def name_keys(name: str) -> set[str]:
    """Folded stems of the parts of a name; initials only where there is nothing else."""
    parts = name.split()
    keys = {stem(part) for part in parts if len(part) > 2}
    return keys or ({fold("".join(parts))} if len(parts) > 1 else set())


def keys_agree(a: set[str], b: set[str]) -> bool:
    """Every part of the shorter name has its like in the longer."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return bool(shorter) and all(any(_like(x, y) for y in longer) for x in shorter)


# Letters that two forms of one name part share at the start: the quick question, asked first of everyone
# whom a long list has named.
_HEAD = 4


def _like(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if long.removeprefix(short).startswith(_OF_A_FATHER):
        return False  # "Ғабит" is the father of whoever is called "Ғабитұлы"
    return len(short) >= _HEAD and long.startswith(short) and len(long) - len(short) <= 4


def _named(who: Who, span: NameSpan, sentence: Sentence, *, new: bool) -> Ref:
    return Ref(who, span.start, span.stop, span.first, span.last, "name", sentence.index, new)


def _namesake(sentence: Sentence, hit: Hit, name: NameSpan, discourse: Discourse) -> Ref:
    """ "його тезко, Отабек Ергашев": a second man of that name."""
    other = discourse.somebody(name.nominative, sentence, sex=hit.cue.value)
    other.namesake = _bearer_before(name_keys(name.nominative), other, discourse)
    christen(other, name, name_keys(name.nominative))
    other.age = age_beside(sentence, name.first, name.last)
    other.origin |= origin_behind(sentence, name.last)
    return _named(other, name, sentence, new=True)


def _apposed(sentence: Sentence, before: Ref, span: NameSpan, discourse: Discourse) -> bool:
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
        and (h.cue.kind in _BUSY or is_jargon(h, "called"))
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
    if (
        before.kin is None
        and not before.who.named
        and _is_told_of(sentence, span, before.who.role, discourse)
    ):
        return False
    return not before.who.named or keys_agree(before.who.keys, name_keys(span.nominative))


def _is_told_of(sentence: Sentence, name: NameSpan, role: str, discourse: Discourse) -> bool:
    """ "Көршісі Нұрланның кеткенін айтты": in the genitive, the one told of before is not the neighbour."""
    if role not in {"source", "official"} or not discourse.grammar.verb_last:
        return False
    words = sentence.words
    told = words[name.last].low.endswith(endings_of(discourse.lang, "genitive_endings"))
    # "Safdoshi, Jasur ketgan, deydi", "safdoshi bizga Jasur ..., dedi": no apposition that a comma ends
    before, behind = (words[name.first - 1].low if name.first else ""), words[name.last + 1 : name.last + 2]
    told = told or before in discourse.grammar.first_person
    told = told or (before == "," and [t.low for t in behind] != [","])
    return told and _is_known_subject(name, discourse)


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
    if _owner_by_case(sentence, before.last, span, discourse):
        return True
    if not (rules.verb_last and rules.owner_behind) or before.last + 1 != span.first:
        return False
    return bool(_known_by(span, discourse)) and sentence.words[before.last].low.endswith(_EZAFE)


def _known_by(span: NameSpan, discourse: Discourse) -> list[Who]:
    keys = name_keys(span.nominative)
    return [w for w in discourse.everyone if w.named and w.role == "subject" and keys_agree(w.keys, keys)]


def _owner_by_case(sentence: Sentence, noun: int, span: NameSpan, discourse: Discourse) -> bool:
    """ "Сосед Фарруха по комнате": a noun of a subject beside a name of none; not "соседа Фарруха"."""
    if discourse.lang not in _GENDERED or noun + 1 != span.first:
        return False
    known = _known_by(span, discourse)
    name, low = sentence.words[span.last].low, sentence.words[noun].low
    return bool(known) and name not in fold(known[0].name).split() and low.endswith(_OF_A_SUBJECT)


def _is_he(before: Ref, between: list[Token]) -> bool:
    """ "Маркум — 26 жаштагы Тилек Асанкожоев": a dash says who the one told of without a name is."""
    alone = before.who.role == "subject" and not before.who.named and not before.who.group
    return alone and before.kin is None and [t.low for t in between] == ["-"]


def _only_cited(sentence: Sentence, before: Ref, span: NameSpan) -> bool:
    """ "За словами голови громади, Асан поїхав": what the head said begins with the name."""
    comma = any(t.low == "," for t in sentence.words[before.last + 1 : span.first])
    closed = any(t.low == "," for t in sentence.words[span.last + 1 : span.last + 2])
    return comma and not closed and is_cited(sentence, before.first)


def _apposition(
    sentence: Sentence, before: Ref, span: NameSpan, keys: set[str], age: str, discourse: Discourse
) -> Ref:
    """The noun before a name gets the name, or the name says whose relative the noun means."""
    if _owns_the_kin(sentence, before, span, discourse):
        return _owner_named(sentence, before, span, keys, discourse)
    who = before.who
    told = beside_name(sentence, span.first, span.last)
    known = _same_name(keys, age, set(), sentence, discourse, written=span.nominative, told=told)
    if before.new and _another(sentence, before.first, discourse):
        known = None
    if known is not None and known is not who and known.role == "subject" and before.kin is not None:
        # "Жена Токтогулова узнала": the name says whose wife.
        who.anchor = known
        for link in discourse.kin:
            link.anchor = known if link.relative is who else link.anchor
        return _named(known, span, sentence, new=False)
    if known is not None and known is not who and before.new:
        discourse.absorb(known, who)
        before.who = who = known
    new = not who.named
    if new:
        christen(who, span, keys)
        who.namesake = who.namesake or (_bearer_before(keys, who, discourse) if span.parts > 1 else None)
        remember(who, told)
    who.age = who.age or age
    return _named(who, span, sentence, new=new)


def _owns_the_kin(sentence: Sentence, before: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "Мати 25-річного Далера Назарова": behind a kin word a name in another case says whose kin."""
    if before.kin is None or not discourse.grammar.owner_behind:
        return False
    if before.who.role == "subject" and before.new and "victim" not in before.kin.cue.flags:
        return False  # "ищу брата Каримова": the brother himself
    ages = [(a, b) for a, b, _ in sentence.ages]
    between = sentence.words[before.last + 1 : span.first]
    if discourse.lang == "en" and between and between[0].low == "of":
        between = between[1:]
        if not any(
            not any(a <= t.start < b for a, b in ages)
            for t in between
            if t.kind == "word" and t.low not in _THE
        ):
            return True  # "the mother of 25-year-old Nurlan Sadykov"
    if any(not any(a <= t.start < b for a, b in ages) for t in between):
        return False
    if discourse.grammar.verb_last:
        return _owner_without_case(before, span, discourse)
    if discourse.lang == "en":
        return False
    if span.parts == 1 and _is_known_subject(span, discourse):
        return True  # "Мати Саїдова": a family name alone says whose mother
    written = fold(discourse.text[span.start : span.stop])
    return written != fold(span.nominative) and not _same_case(before.kin, span, written, discourse)


def _owner_without_case(before: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "бародари Шарофиддин", "модари Далер": known, of another sex, or after "-и" where nobody is in focus.

    Where nouns have no case "амаки Файзулло" may be an uncle called so: then the name is his.
    """
    if _is_known_subject(span, discourse):
        return True
    sexes = {before.who.sex, sex_of(span.nominative, lang=discourse.lang)}
    if sexes == {"male", "female"}:
        return True
    return before.who.anchor is None and discourse.text[before.stop - 1] == "и"


def _is_known_subject(span: NameSpan, discourse: Discourse) -> bool:
    keys = name_keys(span.nominative)
    return any(w.role == "subject" and w.named and keys_agree(keys, w.keys) for w in discourse.everyone)


def _same_case(kin: Hit, span: NameSpan, written: str, discourse: Discourse) -> bool:
    """ "сына Тимура", "дочь Сабину": kin word and name agree, so the name is the relative's own."""
    sex = sex_of(span.nominative, lang=discourse.lang)
    if "object" in kin.cue.flags:
        return bool(sex) and sex == kin.cue.value
    return sex == "female" == kin.cue.value and written.split(maxsplit=1)[0].endswith(("у", "ю"))


def _owner_named(
    sentence: Sentence, before: Ref, span: NameSpan, keys: set[str], discourse: Discourse
) -> Ref:
    """The one whose relative a kin word means, with the relative turned to them."""
    kin = before.who
    owner = _same_name(keys, "", set(), sentence, discourse)
    new = owner is None
    victim = before.kin is not None and "victim" in before.kin.cue.flags
    if owner is None:
        owner = discourse.somebody(span.nominative, sentence, role="relative" if victim else "subject")
        christen(owner, span, keys)
        _fuller_in_heading(owner, keys, discourse)
    if victim and not before.new and owner is not kin:
        # "Чоловік Гульнари": not the one in focus but Гульнара's husband.
        words = discourse.text[before.start : span.stop]
        before.who = discourse.somebody(words, sentence, sex=kin.sex)
    elif not victim and kin.anchor is not owner:
        _turn_kin(sentence, before, span, owner, discourse)
    return _named(owner, span, sentence, new=new)


def _turn_kin(sentence: Sentence, before: Ref, span: NameSpan, owner: Who, discourse: Discourse) -> None:
    """Make the relative of a kin word the owner's; one who was somebody's already stays, another is meant."""
    kin = before.who
    if before.new:
        discourse.kin = [link for link in discourse.kin if link.relative is not kin]
    else:
        label = f"{kin.relation} of {owner.label}"
        kin = before.who = discourse.somebody(label, sentence, role="relative")
    kin.anchor = owner
    kin.relation = before.kin.cue.property if before.kin is not None else ""
    kin.label = f"{kin.relation} of {owner.label}"
    discourse.kin.append(KinLink(owner, kin.relation, kin, before.start, span.stop, sentence.index))


def christen(who: Who, span: NameSpan, keys: set[str]) -> None:
    who.named, who.name, who.label = True, span.nominative, span.nominative
    who.keys |= keys


def _another_bearer(written: str, known: str, lang: str) -> bool:
    """ "Кочкоров Н." beside "Кочкоров Эрмек", "A. Abenova" beside "D. K. Abenov": a relative."""
    if _fathers_differ(written, known, lang):
        return True
    own, others = _initials(written), _initials(known)
    if not own or not others:
        return False
    if not own & others or _other_given(written, known):
        return True
    if len(own) >= FULL_INITIALS and lang in {"ru", "uk"} and own <= _initials_of_rest(known):
        return False  # "Раджабова К. Н.": the genitive of Раджабов Комрон Негматович
    shortened = "." in written or "." in known  # "гр. Сатторовій Х. Р.", "Ваш син Сатторов Джамшед"
    return shortened and {sex_of(written, lang=lang), sex_of(known, lang=lang)} == {"male", "female"}


def _other_given(written: str, known: str) -> bool:
    """ "Холов А. Д." beside "Давлат Холов": the first initial is a given name's, and not his."""
    parts = written.casefold().replace(".", ". ").split()
    family = [part for part in parts if len(part) > len("A.")]
    given = next((part[0] for part in parts if len(part) == len("A.") and part.endswith(".")), "")
    rest = [p for p in known.casefold().split() if not any(_like(stem(p), stem(f)) for f in family)]
    whole = rest and not any(p.endswith(".") for p in rest)
    return bool(len(family) == 1 and given and whole and len(rest) < len(known.split())) and not any(
        p[0] == given for p in rest
    )


def _initials_of_rest(name: str) -> set[str]:
    """The first letters of a name's parts, none of which is an initial itself."""
    parts = name.casefold().split()
    return set() if any(part.endswith(".") for part in parts) else {part[0] for part in parts}


def _of_the_other_sex(written: str, known: str) -> bool:
    """ "Ismailov" beside "Roza Ismailova": English leaves no ending off, so it is her son."""
    last = fold(written).split()[-1]
    parts = fold(known).split()
    return (last.endswith(_HIS) and last + "a" in parts) or (last.endswith(_HERS) and last[:-1] in parts)


def _fathers_differ(written: str, known: str, lang: str) -> bool:
    """ "Нурбек Аширали уулу" is not "Нурбек Аширов"; "Бекзат Абдулла уулу" is "Бекзат Абдуллаев"."""
    own, others = _father(written, lang), _father(known, lang)
    if bool(own) == bool(others):
        return False
    father, name = (own, known) if own else (others, written)
    families = [stem(part) for part in name.split()[:3] if "family" in token_kinds(part, lang=lang)]
    whole = written if own else known
    if any(stem(part) in families for part in whole.split() if fold(part) != father):
        return False  # "Norqulov Abdusalom Eshmurod o'g'li" is Abdusalom Norqulov
    bare = father.rstrip(_VOWELS)
    return bool(families) and not any(one.rstrip(_VOWELS) == bare for one in families)


def _father(name: str, lang: str) -> str:
    """The folded name right before a word for son or daughter, "" where there is none."""
    parts = name.split()
    for at, part in enumerate(parts):
        if at and "patronymic-marker" in token_kinds(part, lang=lang):
            return fold(parts[at - 1])
    return ""


def _initials(name: str) -> set[str]:
    """The initials of a name, or the first letters of its parts where it has none."""
    parts = name.casefold().replace(".", ". ").split()
    short = {part[0] for part in parts if part.endswith(".") and len(part) == len("A.")}
    return short or ({part[0] for part in parts} if len(parts) > 1 else set())


def _same_name(
    keys: set[str],
    age: str,
    origin: set[str],
    sentence: Sentence,
    discourse: Discourse,
    *,
    written: str = "",
    told: Beside | None = None,
) -> Who | None:
    """Somebody met before whose name this can be, unless age, birth or origin say it is another."""
    best: Who | None = None
    heads = {key[:_HEAD] for key in keys}
    for who in reversed(discourse.everyone):
        if sentence.entry is not None and who.entry != sentence.entry:
            continue
        if not who.named or heads.isdisjoint([key[:_HEAD] for key in who.keys]):
            continue
        if not keys_agree(keys, who.keys) or (written and _another_bearer(written, who.name, discourse.lang)):
            continue
        if age and who.age and age.strip("~") != who.age.strip("~"):
            continue
        if written and discourse.lang == "en" and _of_the_other_sex(written, who.name):
            continue
        if told is not None and is_another(
            who, told, discourse.published, two_of_one_name=discourse.two_of_one_name
        ):
            continue
        if origin & who.origin:
            return who
        if origin and who.origin and not _within(origin, who.origin):
            continue
        if best is None or (who is discourse.focus and not keys - who.keys):
            best = who
        elif best.role != "subject" and who.role == "subject" and len(keys) == 1:
            best = who  # a family name alone is rather the one told of than his father
    return best or (_other_of_two(keys, discourse) if told is not None and told.other else None)


def _within(origin: set[str], known: set[str]) -> bool:
    """ "surxondaryolik ...": "Sho'rchi tumani" of that region says the same; ids tell what lies in what."""
    return any(a.startswith(f"{b}-") or b.startswith(f"{a}-") for a in origin for b in known)


def _bearer_before(keys: set[str], who: Who, discourse: Discourse) -> Who | None:
    """The one met before who has the same name as somebody new."""
    return next((w for w in discourse.everyone if w is not who and w.named and keys == w.keys), None)


def _other_of_two(keys: set[str], discourse: Discourse) -> Who | None:
    """ "the other Ulan Asanov", where two were told of: the one whom the text is not about just now."""
    bearers = [w for w in discourse.everyone if w.named and keys_agree(keys, w.keys)]
    return next((w for w in bearers if w is not discourse.focus), None) if len(bearers) > 1 else None


def _cataphor(
    sentence: Sentence, age: str, span: NameSpan, refs: list[Ref], discourse: Discourse
) -> Who | None:
    """ "... buried a man who died. Nurlan Abdraimov, 34, ...": the unnamed one gets the name.

    Only one whom this sentence or the one before has just brought in, and never somebody's husband: to read
    two persons as one is the worst that this room can do.
    """
    waited_for = _waited_for(sentence, span, age, refs, discourse)
    if waited_for is not None:
        return waited_for
    here = [r.who for r in refs if r.new and not r.who.named and r.who.role == "subject" and not r.kin]
    who = here[-1] if here else discourse.focus
    sought = discourse.narrates == "relative" and who is discourse.focus
    if (
        who is None
        or (who.by_kin and not sought and not _of_her_family(span, who, discourse))
        or who.named
        or who.group
        or who.role != "subject"
        or (span.parts < 2 and not (sought and who.since == sentence.index))
    ):
        return None
    if sentence.index - who.since > 1 and who is not discourse.first_subject():
        return None
    if who.age and age != who.age and (age or not _only_one_so_far(sentence, span, who, discourse)):
        return None  # whose age was told and is not told again is somebody else
    return who if sentence.paragraph - who.paragraph <= 1 and sentence.entry == who.entry else None


def _waited_for(
    sentence: Sentence, span: NameSpan, age: str, refs: list[Ref], discourse: Discourse
) -> Who | None:
    """ "Айнура күйөөсүнөн дайын таппай жүрөт. 31 жаштагы Эрмек ... барган": whom she waits for.

    Only a name with an age that opens one of the next sentences, where she is told of by her own name, no
    other man is, and nobody else stands before him.
    """
    who = discourse.focus
    if who is None or not age or who.named or who.group or who.age or who.role != "subject":
        return None
    opens = span.first <= WITH_AGE and not any(r.form != "pronoun" for r in refs)
    soon = 0 < sentence.index - who.since <= WAITED_SOON and sentence.entry is None
    waits = [link.relative for link in discourse.kin if link.anchor is who]
    others = any(
        w is not who and not w.group and (w.role == "subject" or w.since > who.since)
        for w in discourse.everyone
    )
    sex = sex_of(span.nominative, lang=discourse.lang)
    fits = not sex or who.sex in {"", sex}
    speaks = any(h.cue.kind in {"say", "according", "kin"} for h in sentence.hits)
    named = len(waits) == 1 and waits[0].named
    return who if opens and soon and named and fits and not others and not speaks else None


def _of_her_family(span: NameSpan, who: Who, discourse: Discourse) -> bool:
    """ "Mavluda Tojiboyeva ... o'g'lidan xabar ololmayapti. ... Jahongir Tojiboyev": of her family name."""
    if discourse.two_of_one_name:
        return False
    tellers = [w for w in discourse.everyone if w.anchor is who and w.named and " " in w.name]
    keys = {key.rstrip("aа") for key in name_keys(span.nominative)}  # Latin and Cyrillic a: hers
    shared = [keys & {key.rstrip("aа") for key in w.keys} for w in tellers]
    shares = any(0 < len(one) < len(keys) for one in shared)
    sex = sex_of(span.nominative, lang=discourse.lang)
    return shares and (not sex or who.sex in {"", sex})


def _only_one_so_far(sentence: Sentence, span: NameSpan, who: Who, discourse: Discourse) -> bool:
    """ "A 33-year-old man went on trial. Umed Gulov was ...": the name heads what follows on the one man."""
    if sentence.entry is not None:
        others = [w for w in discourse.everyone if w.entry == sentence.entry and w is not who]
    else:
        others = [w for w in discourse.everyone if w is not who]
    alone = not any(w.role == "subject" and not w.group for w in others)
    heads = span.first == 0 or sentence.entry is not None
    return alone and heads and discourse.lang == "en" and sentence.index - who.since <= NAMED_SOON


def _title_before(sentence: Sentence, span: NameSpan, discourse: Discourse) -> bool:
    """ "Prosecutor Serikov", "a spokesman, Ivan Petrov, said"; not "according to the court, Aliev left"."""
    kinds = {"person"} if discourse.grammar.verb_last else {"person", "org"}
    enclosed = span.last + 1 < len(sentence.words) and sentence.words[span.last + 1].low == ","
    return any(
        h.cue.kind in kinds
        and h.cue.property == "official"
        and 0 < span.first - h.last <= 2
        and (sentence.words[span.first - 1].low != "," or (h.cue.kind == "person" and enclosed))
        and not _verb_between(sentence, h, span, discourse)
        for h in sentence.hits
    )


def _verb_between(sentence: Sentence, title: Hit, span: NameSpan, discourse: Discourse) -> bool:
    """ "The ministry says Suhrob Safarov signed", "police stopped Safarov": it says or does it of him."""
    between = range(title.last + 1, span.first)
    if any(h.cue.kind in {"say", "event"} and h.first in between for h in sentence.hits):
        return True
    titles = {i for h in sentence.hits if h.cue.kind in _TITLES for i in range(h.first, h.last + 1)}
    return (
        discourse.lang == "en"
        and title.cue.kind == "org"
        and any(sentence.words[i].text.islower() for i in between if i not in titles)
    )
