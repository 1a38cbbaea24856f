"""A name beside a noun that is of somebody told of before, and not the noun's.

"Кошунасы Азаматтын кеткенин айтты": the neighbour tells of Azamat. "Сосед Фарруха": Farrukh's.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.people import NameSpan
from tizme.extract.who import Who
from tizme.text import fold

GENDERED = frozenset({"ru", "uk"})  # where a family name and a verb in the past say whose they are
_OF_A_SUBJECT = (*"бвгджзклмнпрстфхцчшщй", "ка", "га", "ца")  # endings of nouns for a neighbour or a friend
TELL = frozenset({"official", "source"})  # roles of whoever tells of others


def told_of_behind(sentence: Sentence, noun: int, name: NameSpan, discourse: Discourse) -> bool:
    """ "Кошунасы Азаматтын кеткенин айтты": the neighbour tells of him of whom the text told before."""
    says = any(h.cue.kind == "say" and h.first > name.last for h in sentence.hits)
    if not discourse.grammar.verb_last or not says or name.first != noun + 1 or name.parts > 1:
        return False
    return any(len(w.name.split()) > 1 for w in known_subjects(name, discourse))


def hears_of_it(sentence: Sentence, name: NameSpan, discourse: Discourse) -> bool:
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


def is_told_of(sentence: Sentence, name: NameSpan, role: str, discourse: Discourse) -> bool:
    """ "Көршісі Нұрланның кеткенін айтты": in the genitive, the one told of before is not the neighbour."""
    if role not in TELL or not discourse.grammar.verb_last:
        return False
    words = sentence.words
    told = words[name.last].low.endswith(endings_of(discourse.lang, "genitive_endings"))
    # "Safdoshi, Jasur ketgan, deydi", "safdoshi bizga Jasur ..., dedi": no apposition that a comma ends
    before, behind = (words[name.first - 1].low if name.first else ""), words[name.last + 1 : name.last + 2]
    told = told or before in discourse.grammar.first_person
    told = told or (before == "," and [t.low for t in behind] != [","])
    return told and bool(known_subjects(name, discourse))


def known_subjects(span: NameSpan, discourse: Discourse) -> list[Who]:
    """Those told of whose name this may be: "Фаррух" and "Фаррух Назаров"."""
    keys = name_keys(span.nominative)
    return [w for w in discourse.everyone if w.named and w.role == "subject" and keys_agree(w.keys, keys)]


def owner_by_case(sentence: Sentence, noun: int, span: NameSpan, discourse: Discourse) -> bool:
    """ "Сосед Фарруха по комнате": a noun of a subject beside a name of none; not "соседа Фарруха"."""
    if discourse.lang not in GENDERED or noun + 1 != span.first:
        return False
    known = known_subjects(span, discourse)
    name, low = sentence.words[span.last].low, sentence.words[noun].low
    return bool(known) and name not in fold(known[0].name).split() and low.endswith(_OF_A_SUBJECT)
