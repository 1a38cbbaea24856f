"""Several who share one verb: "Said and Amin Gulov were killed", "братья Саид и Амин Гуловы погибли"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import AND, of_any_language
from tizme.extract.name_words import GIVEN
from tizme.extract.people import NameSpan
from tizme.extract.who import Ref, Who
from tizme.names import nominative, sex_of, token_kinds
from tizme.text import Token

APART = 8  # tokens between two who are joined: ages, places, marks, "and"
_PLURAL_RU = ("ли", "ны", "ты", "ют", "ят", "ися", "ись", "ших")
_PLURAL_EN = frozenset({"were", "have", "both", "are", "all"})
_PLURAL_FAMILY = (("овых", "ов"), ("евых", "ев"), ("иных", "ин"), ("овы", "ов"), ("евы", "ев"), ("ины", "ин"))


def share_family_name(sentence: Sentence, names: list[NameSpan], lang: str) -> list[NameSpan]:
    """Names with the family name that two share given to both: "Said and Amin Gulov"."""
    found = list(names)
    for name in names:
        if name.parts != 2 or name.first < 2:
            continue
        words = sentence.words
        given, joint = words[name.first - 2], words[name.first - 1]
        taken = any(n.first <= name.first - 2 <= n.last and n.parts > 1 for n in names)
        if taken or joint.low not in of_any_language("joining_words") | AND or not _is_given(given, lang):
            continue
        family = _singular(words[name.last].text)
        own = f"{words[name.first].text} {_hers(family, words[name.first].text, lang)}"
        found = [n for n in found if n is not name and not n.first <= name.first - 2 <= n.last]
        both = f"{nominative(given.text, lang=lang)} {_hers(family, given.text, lang)}"
        both = both if family != words[name.last].text else f"{given.text} {family}"
        found.append(_named(given, given, both, name.first - 2, name.first - 2, lang))
        found.append(_named(words[name.first], words[name.last], own, name.first, name.last, lang))
    return sorted(found, key=lambda n: n.first)


_JOINS = AND | {"va", "менен", "мен", "пен", "бен", "bilan", "билан"}  # the last of these "with"


def _is_given(token: Token, lang: str) -> bool:
    return (
        token.kind == "word" and token.text[0].isupper() and bool(token_kinds(token.text, lang=lang) & GIVEN)
    )


def _singular(family: str) -> str:
    """ "Гуловых", "Гуловы" -> "Гулов"."""
    for ending, own in _PLURAL_FAMILY:
        if family.endswith(ending):
            return family[: -len(ending)] + own
    return family


def _hers(family: str, given: str, lang: str) -> str:
    """ "Давлата и Савринисо Холовых": Холов, but she is Холова."""
    woman = (
        lang == "ru" and family.endswith(("ов", "ев", "ёв", "ин")) and sex_of(given, lang=lang) == "female"
    )
    return f"{family}а" if woman else family


def _named(first: Token, last: Token, written: str, at: int, end: int, lang: str) -> NameSpan:
    return NameSpan(at, end, first.start, last.stop, nominative(written, lang=lang), 2)


def companions(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref], discourse: Discourse) -> list[Who]:
    """The others whom a verb in the plural befell together with ``who``: named beside, joined by "and"."""
    beside = discourse.grammar.verb_last  # a verb of these languages does not agree with two
    if not beside and not _plural(sentence, hit, discourse.lang):
        return []
    named = [r for r in refs if r.form == "name" and r.who.role == "subject" and not r.who.group]
    own = [r for r in named if r.who is who]
    if not own:
        return []
    joined: list[Who] = []
    for ref in named:
        if ref.who is who or ref.who in joined:
            continue
        left, right = sorted((ref, own[0]), key=lambda r: r.first)
        between = sentence.words[left.last + 1 : right.first]
        verbs = any(
            h.cue.kind in {"event", "say"} and left.last < h.first and h.last < right.first
            for h in sentence.hits
        )
        if beside and len(between) > 1:
            continue
        if len(between) <= APART and not verbs and any(t.low in _JOINS for t in between):
            joined.append(ref.who)
    return joined


def _plural(sentence: Sentence, hit: Hit, lang: str) -> bool:
    words = [t.low for t in sentence.words[max(0, hit.first - 2) : hit.last + 1]]
    if lang in {"ru", "uk"}:
        return sentence.words[hit.first].low.endswith(_PLURAL_RU)
    return lang == "en" and bool(_PLURAL_EN & set(words))
