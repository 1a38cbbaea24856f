"""Whom a name told in part means: "Н. Токтоматов", "рядовой Холов А. Д.", "Канибадамский Абдумалик"."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.name_words import GIVEN
from tizme.extract.people import NameSpan
from tizme.extract.who import Who
from tizme.names import token_kinds
from tizme.places import display
from tizme.text import fold

_ADJECTIVE_OF_PLACE = re.compile(r"(\w{2,}?)(?:с|ц)(?:к|ьк)(?:ий|ого|ому|им|ом)")
SHORT = 3  # code points of a place whose name keeps its last letter in the adjective ("Ош")


def of_that_place(sentence: Sentence, span: NameSpan, discourse: Discourse) -> set[str]:
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


def by_family_of_kin(span: NameSpan, keys: set[str], discourse: Discourse) -> Who | None:
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


def given_name_grown(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
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
