"""The noun right before a name, whose name it may be: "The head of his jamoat, Nazar Hakimov"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.beside import NEAR
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan
from tizme.extract.told_before import TELL, told_of_behind
from tizme.extract.who import Ref

PAIR, BEHIND_HIS = 2, 4  # mentions; tokens from "his" to the name behind "his village council,"
_OF = frozenset({"of", "at", "in"})


def noun_before(sentence: Sentence, span: NameSpan, refs: list[Ref], discourse: Discourse) -> Ref | None:
    """The mention right before a name, whose name it may be."""
    head = _head_before(sentence, refs, span)
    if head is not None:
        return head
    before = refs[-1] if refs and _steps(sentence, refs[-1], span.first) <= NEAR else None
    if before is not None and _cited_before(sentence, before, span):
        return None
    teller = before is not None and before.form == "nominal" and before.who.role in TELL
    if teller and before is not None and told_of_behind(sentence, before.last, span, discourse):
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


def _steps(sentence: Sentence, before: Ref, first: int) -> int:
    """Tokens from a noun to a name; an age parts "her son, 26-year-old Parviz" not, "his mother" it does."""
    between = sentence.words[before.last + 1 : first]
    if before.who.role != "subject" or before.kin is None:
        return len(between) + 1
    ages = [(a, b) for a, b, _ in sentence.ages]
    return len(between) + 1 - sum(any(a <= t.start < b for a, b in ages) for t in between)
