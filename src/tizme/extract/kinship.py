"""Kin words: whose mother, husband or son is meant, and which of the two the text is about."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.as_a_sister_says import her_brother
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of_any_language, of_any_language
from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.narrator import writers_kin
from tizme.extract.who import KinLink, Ref, Who
from tizme.names import sex_of
from tizme.text import Token, fold

_ADJECTIVE = (
    "ий",
    "ый",
    "ой",
    "ая",
    "яя",
    "ие",
    "ые",
    "их",
    "ых",
    "ого",
    "его",
    "ей",
    "ую",
    "им",
    "ым",
    "і",
    "ій",
)
_SIBLINGS = frozenset({"brother", "sister"})
_BY_MARRIAGE = {
    "mother_in_law": "mother",
    "father_in_law": "father",
    "brother_in_law": "brother",
    "sister_in_law": "sister",
}

_ONE_WORD_FOR_BOTH = frozenset({"uz-Latn", "uz-Cyrl", "ky"})
# Whose husband somebody is, is a woman, also where her name does not tell it.
_HER = {"husband": "female"}
# What a relative of somebody calls him: "her father", said of his daughter.
_BACK = frozenset(
    {
        ("daughter", "father"), ("son", "father"), ("sister", "brother"), ("brother", "brother"),
        ("mother", "son"), ("father", "son"), ("wife", "husband"), ("niece", "uncle"), ("cousin", "cousin"),
    }
)  # fmt: skip
SPEAKER_BESIDE = 3  # tokens between a verb of saying and the name of who says it
QUOTE_SENTENCES = 8  # before the last one of a quotation
MY_BEFORE = 30  # code points before a word for a relative in which "my" stands
SPEAKS_WITHIN = 6  # tokens from "her brother" to the verb by which he tells
FATE_WITHIN = 4  # tokens from a word for a brother to what befell him
_TOLD_OF_HIM = frozenset(
    {
        "died",
        "missing",
        "captured",
        "body_repatriated",
        "body_found",
        "body_identified",
        "buried",
        "contact_lost",
    }
)
# What befalls one who is told of; of a woman who only tells of her brother nothing of it is said.
_BEFALLS = _TOLD_OF_HIM | {
    *("wounded", "detained", "imprisoned", "sentenced", "charged", "contract_signed", "recruited"),
    *("deployed", "unit", "pathway", "returned", "coercion"),
}
SEEK_GAP = 6  # tokens between a relative and the verb of looking for them


def relative_mention(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """Whom a kin word means: a relative of the one spoken of, or that one told from the relative's side."""
    if "count" in hit.cue.flags:
        return None
    met = _met_before(sentence, hit, refs, discourse)
    if met is not None:
        return met
    owner = None if _says_my(sentence, hit, discourse) else _owner(sentence, hit, refs, discourse)
    owner = owner or _seeker(sentence, hit, refs, discourse)
    hit = _husband_or_wife(hit, owner, discourse)
    flags = hit.cue.flags
    _tell_of_friend(owner, hit, refs, discourse)
    about_a_subject = owner is not None and owner.role == "subject"
    if _of_herself(sentence, hit, refs, discourse):
        return None
    if owner is not None and owner.role == "source" and _right_behind_owner(hit, refs, discourse):
        return _kin_of_source(sentence, hit, refs, discourse)
    if _calls_the_writer(sentence, hit, discourse):
        return _writer_called(sentence, hit, discourse)
    if discourse.lang == "en" and _only_called(sentence, hit):
        return None
    whose_fate = owner is not None and (
        ("maybe" in flags and _whose_fate_follows(sentence, hit, owner, discourse))
        or _brother_of_a_teller(sentence, hit, owner, discourse)
    )
    if whose_fate:
        start, first = _with_possessor(sentence, hit, refs, discourse)
        return _kin_of_focus(sentence, hit, owner, start, first, discourse)
    teller_here = any(r.who.role == "relative" for r in refs)
    if (
        ("victim" in flags and not _survives(sentence, discourse))
        or _sought(sentence, hit, discourse)
        or _writers_own(sentence, hit, discourse)
        or ("maybe" in flags and teller_here and not about_a_subject)
    ):
        return _victim_mention(sentence, hit, refs, owner, discourse)
    anchor = owner if about_a_subject else discourse.about_now(refs)
    start, first = _with_possessor(sentence, hit, refs, discourse)
    if anchor is None:
        words = discourse.text[hit.start : hit.stop]
        who = discourse.somebody(words, sentence, role="relative", sex=hit.cue.value)
        who.relation, who.group = hit.cue.property, "plural" in flags
        return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)
    relation = hit.cue.property
    if _told_by_his_wife(owner, anchor, refs, discourse):
        relation = _BY_MARRIAGE.get(relation, relation)  # a wife's "свекровь" is his mother
    known = next((w for w in discourse.everyone if w.anchor is anchor and w.relation == relation), None)
    label = f"{relation} of {anchor.label}"
    who = known or discourse.somebody(label, sentence, role="relative", sex=hit.cue.value)
    who.relation, who.anchor = relation, anchor
    who.group = "plural" in flags
    if known is None:
        discourse.kin.append(KinLink(anchor, relation, who, start, hit.stop, sentence.index))
    return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, known is None, hit)


def _tell_of_friend(owner: Who | None, hit: Hit, refs: list[Ref], discourse: Discourse) -> None:
    """ "Оның досы Нұрлан Әбеновтің анасы": a friend by name whose mother speaks is one told of himself."""
    parents = hit.cue.property in {"mother", "father", "wife", "parents"}
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    if owner is None or not (owner.named and owner.role == "source" and parents and cased):
        return
    if refs[-1].who is owner and refs[-1].form == "name":
        owner.role = "subject"


def _told_by_his_wife(owner: Who | None, anchor: Who, refs: list[Ref], discourse: Discourse) -> bool:
    """Whether "mother-in-law" is said from the wife's side: she writes, owns the word, or has been told of.

    The last only where one word is for the parents of either spouse ("qaynona").
    """
    if discourse.narrator is not None and discourse.narrator.relation == "wife" and not refs:
        return True
    if owner is not None and owner.anchor is anchor and owner.relation == "wife":
        return True
    wives = (w for w in discourse.everyone if w.anchor is anchor and w.relation == "wife")
    return discourse.lang in _ONE_WORD_FOR_BOTH and any(w.paragraph <= discourse.paragraph for w in wives)


def _met_before(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """Words for somebody whom the text told of already: the writer, "the sister", "her father"."""
    start, first = _with_possessor(sentence, hit, refs, discourse)
    by_name = _named_with_courtesy(hit, refs)
    if by_name is not None:
        return Ref(by_name, start, hit.stop, first, hit.last, "nominal", sentence.index)
    writer = _introduced_writer(hit, discourse)
    if writer is not None:
        return Ref(writer, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)
    known = _the_known(sentence, hit, refs, discourse)
    if known is not None:
        return Ref(known, hit.start, hit.stop, hit.first, hit.last, "nominal", sentence.index, kin=hit)
    about = her_brother(sentence, hit, refs, discourse) or _back_to_him(sentence, hit, refs, discourse)
    if about is not None:
        return Ref(about, start, hit.stop, first, hit.last, "nominal", sentence.index, kin=hit)
    return None


def _named_with_courtesy(hit: Hit, refs: list[Ref]) -> Who | None:
    """ "Шаарбүбү апанын үйү": behind a name the bare word "mother" only honours an old woman."""
    if "courtesy" not in hit.cue.flags:
        return None
    return next((r.who for r in refs if r.form == "name" and r.last + 1 == hit.first), None)


def _the_known(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "We found the sister by phone": the one sister told of before, whoever was spoken of last."""
    article = hit.first > 0 and sentence.words[hit.first - 1].low == "the"
    behind = [t.low for t in sentence.words[hit.last + 1 : hit.last + 2]]
    if not article or discourse.lang != "en" or behind == ["of"] or "plural" in hit.cue.flags:
        return None
    known = [w for w in discourse.everyone if w.role == "relative" and w.relation == hit.cue.property]
    here = any(r.form == "name" and r.first <= hit.first for r in refs)
    return known[0] if len(known) == 1 and not known[0].group and not here else None


def _back_to_him(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "His daughter said that her father was dead": her father is the one told of."""
    if discourse.grammar.verb_last:
        return _the_tellers_own(sentence, hit, refs, discourse)
    if not refs or refs[-1].last < hit.first - 2 or discourse.grammar.verb_last:
        return None
    owner = refs[-1].who
    about = owner.anchor
    if owner.role != "relative" or about is None or about.role != "subject" or about.group:
        return None
    if (owner.relation, hit.cue.property) not in _BACK or about.sex == "female":
        return None
    name = next((n for n in discourse.names if 0 < n.first - hit.last <= 1), None)
    another = name is not None and about.named and not keys_agree(name_keys(name.nominative), about.keys)
    return None if another else about


def _the_tellers_own(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "Зарина агасы менен сүйлөшкөн. Анын агасы, Жасур Тошев, ...": hers again, and no brother of his."""
    about = discourse.focus
    if about is None or about.role != "subject" or about.named or about.group or refs[:-1]:
        return None
    if refs and (refs[0].form != "pronoun" or refs[0].who is not about):
        return None
    covered = any(h.cue.kind == "pron" and hit.first <= h.first <= hit.last for h in sentence.hits)
    if not refs and not covered:
        return None
    tellers = (w for w in discourse.everyone if w.anchor is about and w.role == "relative" and w.named)
    return about if any((w.relation, hit.cue.property) in _BACK for w in tellers) else None


def _only_called(sentence: Sentence, hit: Hit) -> bool:
    """ "He wrote: brother, may you rest in peace": in a quotation, between marks, anybody is called so."""
    if not sentence.in_quote(hit.start) or not 0 < hit.first <= hit.last < len(sentence.words) - 1:
        return False
    before, behind = sentence.words[hit.first - 1], sentence.words[hit.last + 1]
    return before.low in {":", '"', "'"} and behind.low in {",", "!"}


def _calls_the_writer(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """ "He called and said: "Mama, they came ..."": the one told of speaks to the relative who writes."""
    writer, about = discourse.narrator, discourse.focus
    if discourse.narrates != "relative" or writer is None or about is None or about is writer:
        return False
    before = sentence.words[hit.first - 1] if hit.first else None
    behind = sentence.words[hit.last + 1] if hit.last + 1 < len(sentence.words) else None
    alone = before is not None and before.kind == "mark" and behind is not None and behind.kind == "mark"
    siblings = {writer.relation, hit.cue.property} <= _SIBLINGS and not writer.named
    fits = (siblings or writer.relation in {"", hit.cue.property}) and "victim" not in hit.cue.flags
    return alone and fits and sentence.in_quote(hit.start) and "plural" not in hit.cue.flags


def _writer_called(sentence: Sentence, hit: Hit, discourse: Discourse) -> Ref | None:
    writer, about = discourse.narrator, discourse.focus
    if writer is None or about is None:
        return None
    if writer.anchor is None:
        writer.anchor, writer.relation = about, hit.cue.property
        discourse.kin.append(KinLink(about, writer.relation, writer, hit.start, hit.stop, sentence.index))
    elif writer.relation != hit.cue.property:
        for link in discourse.kin:  # "Sister, I signed": the text had not said which of the two writes
            link.relation = hit.cue.property if link.relative is writer else link.relation
        writer.relation = hit.cue.property
        writer.label = f"{writer.relation} of {writer.anchor.label}"
    return Ref(writer, hit.start, hit.stop, hit.first, hit.last, "nominal", sentence.index, kin=hit)


_HUSBAND = Cue("kin", "(spouse)", "husband", "male", frozenset({"victim"}), ())
SPOUSE_WITHIN = 3  # tokens from "spouse" to his name


def _husband_or_wife(hit: Hit, owner: Who | None, discourse: Discourse) -> Hit:
    """ "Dilorom Sattorovaning turmush o'rtog'i Bahriddin": one word for both is her husband or his wife.

    A woman's is the husband, and so is one who bears a man's name.
    """
    if hit.cue.property != "wife" or "maybe" not in hit.cue.flags:
        return hit
    name = next((n for n in discourse.names if 0 < n.first - hit.last <= SPOUSE_WITHIN), None)
    sex = sex_of(name.nominative, lang=discourse.lang) if name is not None else ""
    hers = owner is not None and owner.named and _is_woman(owner, discourse)
    return replace(hit, cue=_HUSBAND) if sex != "female" and (hers or sex == "male") else hit


def _introduced_writer(hit: Hit, discourse: Discourse) -> Who | None:
    """The writer where these are the words that say whose relative she is."""
    own = discourse.byline is not None and discourse.byline[:2] == (hit.start, hit.stop)
    return discourse.narrator if own and "victim" not in hit.cue.flags else None


def _of_herself(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "I do not know if I am a widow", "Я теперь вдова": what the speaker calls herself is nobody else."""
    if not sentence.in_quote(hit.start):
        return False
    at = next(
        (
            i
            for i in range(hit.first - 1, max(-1, hit.first - 4), -1)
            if sentence.words[i].low in discourse.grammar.singular_first
        ),
        None,
    )
    return (
        at is not None
        and not any(at < r.first for r in refs)
        and sentence.words[at].low not in discourse.grammar.my_words
        and not any(h.cue.kind in {"say", "event"} and at < h.first < hit.first for h in sentence.hits)
        and not any(t.kind == "mark" for t in sentence.words[at : hit.first])
    )


def _right_behind_owner(hit: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "a fellow inmate's sister": hers is the inmate, not the one told of."""
    return discourse.lang == "en" and refs[-1].last == hit.first - 1 and refs[-1].form == "nominal"


def _kin_of_source(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Ref:
    """A relative of somebody who only passes by knows things from others, as he does."""
    start, first = refs[-1].start, refs[-1].first
    words = discourse.text[start : hit.stop]
    who = discourse.somebody(words, sentence, role="source", sex=hit.cue.value)
    return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True)


def _writers_own(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """ "Пропал мой брат": the relative whom a writer who is one tells of first is the one told of."""
    if discourse.narrates != "relative" or discourse.focus is not None or sentence.in_quote(hit.start):
        return False
    seeks = any(is_jargon(h, "seeks") for h in sentence.hits)
    return seeks or writers_kin(sentence, hit, discourse)


def _survives(sentence: Sentence, discourse: Discourse) -> bool:
    """ "Артында жары мен ұлы қалды": whom the dead leave behind."""
    left = any(is_jargon(h, "survivors") for h in sentence.hits)
    return left and discourse.focus is not None


def _sought(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """ "Nilufar ukasini qidirmoqda": the relative that somebody looks for is the one told of."""
    seeks = [
        h.first for h in sentence.hits if h.cue.kind == "jargon" and h.cue.property in {"seeks", "searches"}
    ]
    if discourse.grammar.verb_last:
        seeks += [h.first for h in sentence.hits if _waits_for_word(sentence, hit, h, discourse)]
        return any(
            0 < at - hit.last <= SEEK_GAP and not _seeks_him(sentence, hit, at, discourse) for at in seeks
        )
    words = {"seeks", "searches", "no_word"}
    if discourse.lang == "ru" and "object" not in hit.cue.flags:
        words -= {"searches"}  # "ищет мать": she looks for somebody
    return any(
        0 < hit.first - h.last <= 2
        for h in sentence.hits
        if h.cue.kind == "jargon" and h.cue.property in words
    )


def _waits_for_word(sentence: Sentence, hit: Hit, waits: Hit, discourse: Discourse) -> bool:
    """ "Гүлзат инисинен кабар ала албай жүрөт": from whom somebody hears nothing is looked for as well."""
    rules, before = discourse.grammar, sentence.words[hit.first - 1].low if hit.first else ""
    from_him = sentence.words[hit.last].low.endswith(rules.from_endings) if rules.from_endings else False
    return is_jargon(waits, "no_word") and (from_him or before in rules.from_words)


def _seeks_him(sentence: Sentence, hit: Hit, at: int, discourse: Discourse) -> bool:
    """ "Агасы Чыңгыз аны издейт": the brother looks, and "him" is who is looked for."""
    return any(
        h.cue.kind == "pron"
        and hit.last < h.first < at
        and sentence.words[h.last].low.endswith(discourse.grammar.object_endings)
        for h in sentence.hits
    )


def _seeker(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "Төлөгөн Маматов 8 айдан бери инисин издеп жүрөт": who looks is the one named before."""
    if not discourse.grammar.verb_last or not _sought(sentence, hit, discourse):
        return None
    named = [r for r in refs if r.last < hit.first and r.form == "name" and not r.who.group]
    return named[0].who if named and named[0].new else None


def inverse_relation(relation: str, sex: str) -> str:
    """What the teller is to the one told of: husband → wife; son → mother, or father where male."""
    if relation == "husband":
        return "wife"
    if relation in {"son", "grandson", "daughter"}:
        prefix = "grand" if relation == "grandson" else ""
        return prefix + {"male": "father", "female": "mother"}.get(sex, "mother")
    if relation == "nephew":
        return "aunt" if sex == "female" else "uncle"
    if relation == "wife":
        return "husband"
    if relation in {"father", "mother"}:
        return "daughter" if sex == "female" else "son"
    if relation == "cousin":
        return "cousin"
    return "sister" if sex == "female" else "brother"


def _victim_mention(
    sentence: Sentence, hit: Hit, refs: list[Ref], owner: Who | None, discourse: Discourse
) -> Ref:
    """ "her husband", "мой сын": the one spoken of, told from the relative's side."""
    start, first = _with_possessor(sentence, hit, refs, discourse)
    if _another_child(sentence, hit, refs, discourse):
        words = discourse.text[start : hit.stop]
        child = discourse.somebody(words, sentence, role="relative", sex=hit.cue.value)
        return Ref(child, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)
    told = _told_from_beside(sentence, hit, refs, owner, discourse)
    if told is not None:
        told.sex = told.sex or hit.cue.value
        return Ref(told, start, hit.stop, first, hit.last, "nominal", sentence.index, kin=hit)
    teller = _teller(owner, refs, discourse)
    if teller is discourse.narrator and teller is not None:
        teller = discourse.narrator = _narrator_introduced(teller, hit, discourse)
    about = _whose_relative(teller, hit) or _told_by_kin(sentence, hit, discourse)
    about = about or _the_one(sentence, hit, refs, discourse)
    about = about or discourse.about_now(refs)
    who = about if about is not teller else None
    owned_by_focus = owner is not None and owner is discourse.focus and not owner.group
    letter = "yours" in hit.cue.flags and owner is None and not sentence.in_quote(hit.start)
    letter = letter and discourse.narrates != "relative"  # "звонит мужчина: ваш муж пал": she tells it
    addressee = discourse.focus if letter else None
    if addressee is not None and addressee.named and not addressee.by_kin:
        return _kin_of_focus(sentence, hit, addressee, start, first, discourse)
    if owner is None and who is not None and _writes_to_her(who, hit, discourse):
        owner, owned_by_focus = who, True
    if who is not None and who is discourse.focus and _is_hers(who, hit, discourse):
        owner, owned_by_focus = who, True
    if owned_by_focus or _other_name_follows(sentence, hit, who, discourse):
        return _kin_of_focus(sentence, hit, owner or discourse.focus, start, first, discourse)
    if teller is not None and _first_person_before(sentence, hit, discourse):
        # "незнакомый человек сказал, что мой сын ...": not the stranger's son
        teller = discourse.narrator if not sentence.in_quote(hit.start) else None
    new = who is None or _somebody_new_tells(sentence, teller, who)
    if who is None or new:
        who = discourse.somebody(discourse.text[start : hit.stop], sentence, sex=hit.cue.value)
        who.by_kin = True
    who.sex = who.sex or hit.cue.value
    if teller is not None and teller.anchor is None and not teller.group:
        teller.anchor, teller.role = who, "relative"
        sex = teller.sex or (sex_of(teller.name, lang=discourse.lang) if teller.named else "")
        teller.relation = inverse_relation(hit.cue.property, sex)
        teller.label = teller.label if teller.named else f"{teller.relation} of {who.label}"
        discourse.kin.append(KinLink(who, teller.relation, teller, start, hit.stop, sentence.index))
    return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new, hit)


def _is_hers(about: Who, hit: Hit, discourse: Discourse) -> bool:
    """ "Zebuniso Karimova ... unga o'g'li haqida xabar berishdi": no woman is somebody's son or husband."""
    woman = about.named and about.role == "subject" and _is_woman(about, discourse)
    if any(w is not about and w.role == "subject" and w.named and not w.group for w in discourse.everyone):
        return False  # "вдову Гайратова Комила ... мужа увезли": he is known already
    return woman and hit.cue.value == "male" and "victim" in hit.cue.flags


def _narrator_introduced(narrator: Who, hit: Hit, discourse: Discourse) -> Who:
    """ "Mastura Q. awaits news of her son. - My son Ilhom ...": who says "my son" is she."""
    if narrator.named or narrator.anchor is not None or discourse.byline is not None:
        return narrator
    relations = {inverse_relation(hit.cue.property, sex) for sex in ("male", "female")}
    told_of = [w for w in discourse.everyone if w.role == "relative" and w.named and w.relation in relations]
    if len(told_of) != 1 or told_of[0].anchor is None or told_of[0].anchor.named:
        return narrator
    discourse.absorb(told_of[0], narrator)
    return told_of[0]


def _writes_to_her(who: Who, hit: Hit, discourse: Discourse) -> bool:
    """ "Уважаемая Мавзуна Хакимовна! Ваше обращение о судьбе сына": the woman to whom an office answers."""
    official = discourse.narrates == "official" and who is discourse.focus
    return official and who.named and hit.cue.value == "male" and _is_woman(who, discourse)


def _whose_relative(teller: Who | None, hit: Hit) -> Who | None:
    """ "Gulzat told the agency her husband ...": the man whose wife she was said to be."""
    if teller is None or teller.anchor is None or teller.group:
        return None
    relations = {inverse_relation(hit.cue.property, sex) for sex in ("male", "female")}
    return teller.anchor if teller.relation in relations else None


def _told_by_kin(sentence: Sentence, hit: Hit, discourse: Discourse) -> Who | None:
    """ "This lad told us that my brother ...": the one whose brother the text has let speak by name."""
    if not _says_my(sentence, hit, discourse):
        return None
    relations = {inverse_relation(hit.cue.property, sex) for sex in ("male", "female")}
    kin = [w for w in discourse.everyone if w.role == "relative" and w.named and w.relation in relations]
    about = {id(w.anchor): w.anchor for w in kin if w.anchor is not None}
    return next(iter(about.values())) if len(about) == 1 else None


def _the_one(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "The husband himself remains missing": the one man of the text whose wife was told of."""
    if refs or hit.first == 0 or sentence.words[hit.first - 1].low not in of_any_language("article"):
        return None
    relations = {inverse_relation(hit.cue.property, sex) for sex in ("male", "female")}
    men = {
        link.anchor.id: link.anchor
        for link in discourse.kin
        if link.relation in relations and link.anchor.role == "subject"
    }
    return next(iter(men.values())) if len(men) == 1 else None


def _whose_fate_follows(sentence: Sentence, hit: Hit, owner: Who, discourse: Discourse) -> bool:
    """ "Shahnoza akasi Akmalning jasadini kutdi": what befell a woman's brother is what she tells of."""
    hers = owner is discourse.focus and owner.named and owner.role == "subject" and owner.anchor is None
    told = any((owner.id, prop) in discourse.said for prop in _TOLD_OF_HIM)
    return (
        hers
        and not told
        and _is_woman(owner, discourse)
        and any(
            h.cue.kind == "event" and h.cue.property in _TOLD_OF_HIM and 0 < h.first - hit.last <= FATE_WITHIN
            for h in sentence.hits
        )
    )


def _brother_of_a_teller(sentence: Sentence, hit: Hit, owner: Who, discourse: Discourse) -> bool:
    """ "Zarina Tosheva last heard from her brother in March": nothing befell her, and she is no soldier.

    Not where the brother speaks himself: "Her brother Timur said".
    """
    hers = owner is discourse.focus and owner.named and owner.role == "subject" and owner.anchor is None
    if hit.cue.property != "brother" or "plural" in hit.cue.flags or not hers:
        return False
    if any((owner.id, prop) in discourse.said for prop in _BEFALLS):
        return False
    speaks = any(
        h.cue.kind in {"say", "according"}
        and 0 < h.first - hit.last <= SPEAKS_WITHIN
        and not any(
            (p.cue.kind == "pron" and hit.last < p.first < h.first)
            or (p.cue.kind == "event" and p.first <= h.first <= p.last)
            for p in sentence.hits
        )
        for h in sentence.hits
    )
    his = any(
        h.cue.kind == "pron" and h.cue.value == "male" and h.first <= hit.first <= h.last + 1
        for h in sentence.hits
    )
    return not speaks and not his and _is_woman(owner, discourse)


def _another_child(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Його мати вже поховала старшого сина": beside his mother the elder son is another."""
    about = discourse.focus
    parents = {"mother", "father", "parents"}
    ordered = any(is_jargon(h, "order") and h.last == hit.first - 1 for h in sentence.hits)
    return ordered and any(r.who.anchor is about and r.who.relation in parents for r in refs)


def _told_from_beside(
    sentence: Sentence, hit: Hit, refs: list[Ref], owner: Who | None, discourse: Discourse
) -> Who | None:
    """ "Юнусовнинг рафиқаси ... у эрининг": her husband is the one whose wife she is."""
    about = discourse.focus
    if about is None or about.role != "subject" or about.group or not discourse.grammar.verb_last:
        return None
    named = owner is not None and any(r.who is owner and r.form == "name" for r in refs)
    if (named and owner is about) or _other_name_follows(sentence, hit, about, discourse):
        return None  # "Асановдун уулу": a son of his
    relations = {inverse_relation(hit.cue.property, sex) for sex in ("male", "female")}
    here = [w for w in discourse.everyone if w.last_paragraph == discourse.paragraph]
    return about if any(w.anchor is about and w.relation in relations for w in here) else None


def _teller(owner: Who | None, refs: list[Ref], discourse: Discourse) -> Who | None:
    """From whose side "her husband" or "my son" is told: the word's owner, else a relative spoken of here."""
    if owner is not None and owner.role != "subject":
        return owner
    if owner is None:
        woman = _new_woman(refs, discourse)
        if woman is not None:
            return woman
    elif any(r.new and r.who is owner for r in refs):
        return owner  # "Dilfuza Qodirova eri Shuhrat Qodirovni qidirmoqda": she looks for her husband.
    beside = (r.who for r in reversed(refs) if r.who.role in {"relative", "source"} and not r.who.group)
    return next(beside, None) or (discourse.narrator if discourse.narrates == "relative" else None)


def _somebody_new_tells(sentence: Sentence, teller: Who | None, who: Who) -> bool:
    """An unnamed teller in a paragraph that has not yet spoken of ``who`` tells of somebody else."""
    return (
        teller is not None
        and teller.anchor is None
        and not teller.named
        and teller.paragraph == sentence.paragraph
        and who.last_paragraph != sentence.paragraph
    )


def _other_name_follows(sentence: Sentence, hit: Hit, who: Who | None, discourse: Discourse) -> bool:
    """ "её старший сын Эркин", where the text was about Азамат: another son."""
    if who is None or not who.named:
        return False
    for name in discourse.names:
        between = sentence.words[hit.last + 1 : name.first]
        if 0 < name.first - hit.last <= 2 and not any(t.kind == "mark" for t in between):
            return not keys_agree(name_keys(name.nominative), who.keys)
    return False


def _kin_of_focus(
    sentence: Sentence, hit: Hit, owner: Who | None, start: int, first: int, discourse: Discourse
) -> Ref:
    """The son or husband of the one in focus is a person of their own.

    A woman's husband or son is whom a text is likely to be about, and she is the one who tells; of a man
    it is a relative.
    """
    seeks = _sought(sentence, hit, discourse)
    yours = "yours" in hit.cue.flags  # a letter: "O'g'lingiz ... halok bo'ldi"
    her = owner is not None and owner is discourse.focus and (seeks or yours or _is_woman(owner, discourse))
    her = her or (owner is not None and _son_of_one_just_named(sentence, hit, owner, discourse))
    role = "subject" if her else "relative"
    words = discourse.text[start : hit.stop]
    who = discourse.somebody(words, sentence, role=role, sex=hit.cue.value)
    if her and owner is not None and owner.anchor is None:
        owner.anchor, owner.role = who, "relative"
        sex = owner.sex or sex_of(owner.name, lang=discourse.lang) or _HER.get(hit.cue.property, "")
        owner.relation = inverse_relation(hit.cue.property, sex)
        discourse.kin.append(KinLink(who, owner.relation, owner, start, hit.stop, sentence.index))
    return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)


def _son_of_one_just_named(sentence: Sentence, hit: Hit, owner: Who, discourse: Discourse) -> bool:
    """ "Marhum Karim Yo'ldoshev akaning kenja o'g'li Nodirbek ... vafot etdi": the son is told of."""
    named = any(0 < n.first - hit.last <= SPOUSE_WITHIN for n in discourse.names)
    new = owner.named and owner.since == sentence.index and owner.anchor is None
    return (
        discourse.grammar.verb_last
        and named
        and new
        and hit.cue.property in {"son", "husband"}
        and any(
            h.cue.kind == "event" and h.cue.property in _TOLD_OF_HIM and h.first > hit.last
            for h in sentence.hits
        )
    )


def _new_woman(refs: list[Ref], discourse: Discourse) -> Who | None:
    """ "Gulchehra Rahimova ... o'g'li Azizbek": a woman just named, before her son or husband."""
    women = (r.who for r in refs if r.new and r.form == "name" and not r.kin and _is_woman(r.who, discourse))
    return next(women, None)


def _is_woman(who: Who, discourse: Discourse) -> bool:
    return sex_of(who.name, lang=discourse.lang) == "female"


def _owner(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """Whose relative: the reference right before ("Abdraimov's widow", "her husband's uncle")."""
    for ref in reversed(refs):
        if hit.first - ref.last <= 2 and ref.last < hit.first and not _verb_between(sentence, ref, hit):
            return None if _only_brings_news(sentence, ref, discourse) else ref.who
    return None


def _only_brings_news(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "bir ayol o'g'lining o'limini aytdi": where owners have a case, a witness without it owns nothing."""
    endings = endings_of_any_language("genitive_endings")
    if ref.who.role == "source" and _tells_it_to(sentence, ref, discourse):
        return True
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    return cased and ref.who.role == "source" and not sentence.words[ref.last].low.endswith(endings)


def _tells_it_to(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Ҳамсафаш ба модараш гуфт": whoever stands before "to" tells it, and his mother is another's."""
    behind = sentence.words[ref.last + 1 : ref.last + 2]
    return bool(behind) and behind[0].low in discourse.grammar.hearer_words


def _says_my(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """ "bu yigit bizga ukamni ... aytdi": "my brother" by its ending is the speaker's, not the lad's."""
    endings = discourse.grammar.my_endings
    quoted = sentence.in_quote(hit.start) or sentence.turn == "answer"
    return bool(endings) and quoted and sentence.words[hit.last].low.endswith(endings)


def relate_speakers(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ ""Укам Санжар ... кетган эди", дейди Абдумалик": who says "my brother" in a quotation is a brother.

    Only somebody whom this sentence brings in by name beside a verb of saying, outside the quotation.
    """
    mine = _said_to_be_mine(sentence, refs, discourse)
    if mine is None or mine.kin is None:
        return
    says = [h for h in sentence.hits if h.cue.kind == "say" and not sentence.in_quote(h.start)]
    for ref in refs:
        outside = ref.form == "name" and ref.new and not sentence.in_quote(ref.start)
        free = ref.who.role == "subject" and ref.who is not mine.who and ref.who.anchor is None
        beside = any(min(abs(ref.first - h.last), abs(h.first - ref.last)) <= SPEAKER_BESIDE for h in says)
        if outside and free and beside:
            teller, about = ref.who, mine.who
            sex = teller.sex or sex_of(teller.name, lang=discourse.lang)
            teller.role, teller.anchor = "relative", about
            teller.relation = inverse_relation(mine.kin.cue.property, sex)
            link = KinLink(about, teller.relation, teller, ref.start, ref.stop, sentence.index)
            discourse.kin.append(link)
            if discourse.focus is teller:
                discourse.focus = about
            return


def _said_to_be_mine(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The first "my brother" of a quotation that this sentence ends: also one of its sentences before."""
    begun = [start for start, _ in sentence.quotes]
    earlier = [r for here in discourse.refs[-QUOTE_SENTENCES:] for r in here]
    for ref in (*earlier, *refs) if begun else ():
        quoted = min(begun) <= ref.start and any(a <= ref.start < b for a, b in sentence.quotes)
        told_of = ref.kin is not None and ref.who.role == "subject" and not ref.who.group
        if quoted and told_of and ref.kin is not None and "victim" in ref.kin.cue.flags:
            low = discourse.text[ref.kin.start : ref.kin.stop]
            words = discourse.text[max(0, ref.kin.start - MY_BEFORE) : ref.kin.start].split()[-2:]
            by_word = any(fold(w) in discourse.grammar.my_words for w in words)
            endings = discourse.grammar.my_endings
            if by_word or (endings and fold(low).endswith(endings)):
                return ref
    return None


def _verb_between(sentence: Sentence, ref: Ref, hit: Hit) -> bool:
    """ "Дядя сказал матери": a verb parts the two."""
    return any(
        h.cue.kind in {"say", "event"} and ref.last < h.first and h.last < hit.first for h in sentence.hits
    )


def _with_possessor(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> tuple[int, int]:
    """Where "his mother" or "her husband's uncle" begins: (offset, token)."""
    if _says_my(sentence, hit, discourse):
        return hit.start, hit.first
    for ref in reversed(refs):
        between = sentence.words[ref.last + 1 : hit.first]
        if (
            0 < hit.first - ref.last <= 2
            and not any(t.low == "," for t in between)
            and _may_stand_between(between, discourse.lang)
            and not _verb_between(sentence, ref, hit)
            and not _only_brings_news(sentence, ref, discourse)
            and not _tells_it_to(sentence, ref, discourse)
        ):
            return ref.start, ref.first
    for other in sentence.hits:
        if other.cue.kind == "pron" and other.last == hit.first - 1:
            return other.start, other.first
    return hit.start, hit.first


def _may_stand_between(between: list[Token], lang: str) -> bool:
    """In Russian and Ukrainian only an adjective parts "его" and "брат"."""
    return lang not in {"ru", "uk"} or all(t.low.endswith(_ADJECTIVE) for t in between)


def _first_person_before(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    quoted = sentence.in_quote(hit.start)
    window = sentence.words[0 if quoted else max(0, hit.first - 2) : hit.last + 2]
    return any(t.low in discourse.grammar.first_person for t in window)
