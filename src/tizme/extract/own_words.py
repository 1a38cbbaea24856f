"""Whether the one a sentence tells of is also the one who tells it, where the verb stands last.

"Мақсуд ... ҳалок бўлганини айтган" names the dead man beside the verb of saying, and a woman who is no
mention told it. A verb at the end has the whole content before it, so that nearness says little there.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import grammar
from tizme.extract.refuted import REMAINS
from tizme.extract.who import Ref

# A man does not tell of these as his own.
_OF_HIS_DEATH = REMAINS | {"died", "death_reported"}


def may_tell_himself(sentence: Sentence, say: Hit, ref: Ref, refs: Sequence[Ref], lang: str) -> bool:
    """False where the words show that a subject of the text is spoken of and does not speak."""
    rules = grammar(lang)
    if not rules.verb_last:
        return True
    if say.cue.kind == "say" and stands_oblique(sentence, ref, lang):
        return False
    if all(t.low in rules.said_words for t in sentence.words[say.first : say.last + 1]):
        return False  # "деп эсептелген", "деген кеп бар": so he is called, so it is rumoured
    between = range(min(ref.last, say.first), max(ref.first, say.last) + 1)
    if any(
        h.first in between and h.cue.kind == "event" and h.cue.property in _OF_HIS_DEATH
        for h in sentence.hits
    ):
        return False
    others = [
        r
        for r in refs
        if r.who is not ref.who
        and r.who.role != "subject"
        and not stands_oblique(sentence, r, lang)
        and not (ref.last < r.first and acts_in_what_is_said(sentence, r.last, say, lang))
    ]
    offices = any(
        h.cue.kind == "org"
        and h.first < say.first
        and not (ref.last < h.first and acts_in_what_is_said(sentence, h.last, say, lang))
        for h in sentence.hits
    )
    return ref.first == say.last + 1 or not (others or offices)


def acts_in_what_is_said(sentence: Sentence, actor: int, say: Hit, lang: str) -> bool:
    """ "Rustamov noyabrda politsiya uni ushlaganini aytadi": the police act in what he says, and say nothing.

    So it is with whoever stands right before a verb in the case of an object, and the verb of saying behind.
    """
    endings = grammar(lang).object_endings if grammar(lang).verb_last else ()
    return bool(endings) and any(
        h.cue.kind == "event"
        and actor < h.last < say.first
        and sentence.words[h.last].low.endswith(endings)
        and not any(t.kind == "mark" for t in sentence.words[actor + 1 : h.last])
        for h in sentence.hits
    )


# Of relatives whose word ends in "n": "xotini" is who does it, and "xotinini" to whom it is done.
_NOMINATIVE = frozenset({"xotini", "хотини", "kelini", "келини", "келіні"})


def stands_oblique(sentence: Sentence, ref: Ref, lang: str) -> bool:
    """Whether a mention ends in a case of its language in which no subject stands ("Йўлдошевнинг")."""
    endings = grammar(lang).oblique_endings
    low = sentence.words[ref.last].low
    if not endings or not low.endswith(endings):
        return False
    if ref.form != "name":
        return ref.form == "pronoun" or (ref.kin is not None and low not in _NOMINATIVE)
    if any(is_jargon(h, "himself") and h.first == ref.last + 1 for h in sentence.hits):
        return False  # "Rustamning o'zi qo'ng'iroq qildi": he himself
    known = {word.lower() for word in ref.who.name.split()}
    return low not in known
