"""The name that a noun introduces: "уроженец Аштского района Абубакр Назимов"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.appositions import BUSY
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan, announced
from tizme.extract.told_before import TELL, hears_of_it, is_told_of, owner_by_case, told_of_behind
from tizme.names import sex_of

LOOK_AHEAD = 9  # tokens from a noun to the name that it introduces


def name_of_noun(sentence: Sentence, hit: Hit, discourse: Discourse) -> NameSpan | None:
    """The name that a noun introduces: "уроженец Аштского района Абубакр Назимов"."""
    name = next((n for n in discourse.names if n.first > hit.last), None)
    if name is None or name.first - hit.last > LOOK_AHEAD:
        return None
    if hit.cue.value == "male" and sex_of(name.nominative, lang=discourse.lang) == "female":
        return None  # "the widow of the dead man, Mohira Karimova"
    if hears_of_it(sentence, name, discourse) or is_told_of(sentence, name, hit.cue.property, discourse):
        return None
    if hit.cue.property in TELL and (
        told_of_behind(sentence, hit.last, name, discourse)
        or owner_by_case(sentence, hit.last, name, discourse)
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
    busy = (BUSY | {"kin", "mark", "group"}) - (
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
    if hit.cue.property not in TELL or sentence.words[name.first - 1].low != ",":
        return False
    between = sentence.words[hit.last + 1 : name.first - 1]
    others = any(h.cue.kind == "person" and hit.last < h.first < name.first for h in sentence.hits)
    behind = sentence.words[name.last + 1].low if name.last + 1 < len(sentence.words) else "."
    return not others and behind in {",", "."} and all(t.kind == "word" for t in between)
