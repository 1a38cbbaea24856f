"""Who "he" is behind a quotation that names the very man whom it would mean: whoever came in before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.own_words import stands_oblique
from tizme.extract.voices import Voice
from tizme.extract.who import Ref
from tizme.names import sex_of

if TYPE_CHECKING:
    from tizme.extract.spoken import Saying

_WITH_GENDER = frozenset({"ru", "uk", "en"})
_MAY_TELL = frozenset({"relative", "source", "official"})


def relative_before(before: list[tuple[Sentence, Ref]], discourse: Discourse) -> Voice | None:
    """The last man of a paragraph outside its quotations who is kin or a witness, and does something."""
    if discourse.lang not in _WITH_GENDER:
        return None
    for sentence, ref in reversed(before):
        who = ref.who
        if ref.form == "pronoun" or who.group or who.role not in _MAY_TELL or sentence.in_quote(ref.start):
            continue
        if sentence is before[-1][0] or stands_oblique(sentence, ref, discourse.lang):
            continue
        sex = who.sex or (sex_of(who.name, lang=discourse.lang) if who.named else "")
        return Voice(who.role, who.label, who) if sex != "female" else None
    return None


def quotes_of_another(sentence: Sentence, saying: Saying, teller: Voice, discourse: Discourse) -> bool:
    """ "Брат узнал 7 мая. «От Тимура ничего не было», — говорит он": Timur, named in it, does not say it.

    Nor does he in "Написал незнакомец. По его словам, Тимур погиб".
    """
    who, at = saying.voice.who, saying.speaker
    if saying.voice.kind != "self" or at is None or who is None:
        return False
    said = sentence.words[saying.first].start
    pronoun = any(h.cue.kind == "pron" and (h.first, h.last) == at for h in sentence.hits)
    if not pronoun or sentence.in_quote(said) or who is teller.who:
        return False
    here = discourse.refs[sentence.index]
    if discourse.lang not in _WITH_GENDER:
        return _opens_what_he_said(sentence, saying, here, discourse)
    if _named_behind(saying, here) or _named_right_before(sentence, saying, here):
        return True
    opened = [a for a, b in sentence.quotes if b <= said]
    return bool(opened) and any(
        r.form == "name" and r.who is who and opened[-1] <= r.start < said
        for told in discourse.refs[: sentence.index + 1]
        for r in told
    )


def _opens_what_he_said(sentence: Sentence, saying: Saying, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Содиков туткунга алынган, деп билдирди ал": "he" is nobody with whom what is said begins."""
    at, own = saying.speaker, discourse.grammar.singular_first
    if at is None or at[0] < saying.verb[1] or any(t.low in own for t in sentence.words[: saying.verb[0]]):
        return False
    opens = next((r for r in refs if r.first < saying.verb[0] and r.form != "pronoun"), None)
    return opens is not None and opens.form == "name" and opens.who is saying.voice.who and opens.first == 0


def _named_behind(saying: Saying, refs: list[Ref]) -> bool:
    """ "По его словам, Фаррух служил под Сватово": "he" is nobody named behind it."""
    inside = saying.speaker is not None and saying.verb[0] <= saying.speaker[0] <= saying.verb[1]
    return inside and any(
        r.form == "name" and r.who is saying.voice.who and r.first > saying.verb[1] for r in refs
    )


def _named_right_before(sentence: Sentence, saying: Saying, refs: list[Ref]) -> bool:
    """ "Azamat Toshev, he said, fell on May 3": "he" is nobody who was named right before it."""
    at = saying.speaker[0] if saying.speaker is not None else 0
    comma = at > 1 and sentence.words[at - 1].low == ","
    return comma and any(r.form == "name" and r.who is saying.voice.who and r.last == at - 2 for r in refs)
