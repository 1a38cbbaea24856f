"""A name behind a word for a relative that says whose they are: "Мати 25-річного Далера Назарова"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.christening import christen, mention_of
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.headed_names import fuller_in_heading
from tizme.extract.people import NameSpan
from tizme.extract.same_name import same_name
from tizme.extract.told_before import known_subjects
from tizme.extract.who import KinLink, Ref, Who
from tizme.names import sex_of
from tizme.text import fold

_THE = frozenset({"the", "late"})


def owns_the_kin(sentence: Sentence, before: Ref, span: NameSpan, discourse: Discourse) -> bool:
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
    if span.parts == 1 and known_subjects(span, discourse):
        return True  # "Мати Саїдова": a family name alone says whose mother
    written = fold(discourse.text[span.start : span.stop])
    return written != fold(span.nominative) and not _same_case(before.kin, span, written, discourse)


def _owner_without_case(before: Ref, span: NameSpan, discourse: Discourse) -> bool:
    """ "бародари Шарофиддин", "модари Далер": known, of another sex, or after "-и" where nobody is in focus.

    Where nouns have no case "амаки Файзулло" may be an uncle called so: then the name is his.
    """
    if known_subjects(span, discourse):
        return True
    sexes = {before.who.sex, sex_of(span.nominative, lang=discourse.lang)}
    if sexes == {"male", "female"}:
        return True
    return before.who.anchor is None and discourse.text[before.stop - 1] == "и"


def _same_case(kin: Hit, span: NameSpan, written: str, discourse: Discourse) -> bool:
    """ "сына Тимура", "дочь Сабину": kin word and name agree, so the name is the relative's own."""
    sex = sex_of(span.nominative, lang=discourse.lang)
    if "object" in kin.cue.flags:
        return bool(sex) and sex == kin.cue.value
    return sex == "female" == kin.cue.value and written.split(maxsplit=1)[0].endswith(("у", "ю"))


def owner_named(sentence: Sentence, before: Ref, span: NameSpan, keys: set[str], discourse: Discourse) -> Ref:
    """The one whose relative a kin word means, with the relative turned to them."""
    kin = before.who
    owner = same_name(keys, "", set(), sentence, discourse)
    new = owner is None
    victim = before.kin is not None and "victim" in before.kin.cue.flags
    if owner is None:
        owner = discourse.somebody(span.nominative, sentence, role="relative" if victim else "subject")
        christen(owner, span, keys)
        fuller_in_heading(owner, keys, discourse)
    if victim and not before.new and owner is not kin:
        # "Чоловік Гульнари": not the one in focus but Гульнара's husband.
        words = discourse.text[before.start : span.stop]
        before.who = discourse.somebody(words, sentence, sex=kin.sex)
    elif not victim and kin.anchor is not owner:
        _turn_kin(sentence, before, span, owner, discourse)
    return mention_of(owner, span, sentence, new=new)


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
