"""As whom somebody speaks: his mother as a relative, a major as an official, the man told of as himself.

"Safdoshlari aytishdi": comrades may be whom it befell, and speak as those who tell it.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.spoken import TELLERS
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who

CITED_WITHIN = 2  # tokens from "in the words of" to a group
SOMEBODY_WITHIN, CALLS_WITHIN = 2, 4  # tokens from "a" to a noun, and from there to the verb of a call


def as_tellers(sentence: Sentence, ref: Ref) -> Voice | None:
    """ "Safdoshlari aytishdi": comrades may be whom it befell, and may tell it."""
    tells = any(
        h.cue.kind == "group" and "tells" in h.cue.flags and h.last == ref.last for h in sentence.hits
    )
    return Voice("source", ref.who.label, ref.who) if tells else None


def cited_group(say: Hit, ref: Ref) -> Voice | None:
    """ "Зі слів інших полонених": in whose words it is may be several of those whom it could befall."""
    beside = 0 < ref.first - say.last <= CITED_WITHIN
    cited = say.cue.kind == "according" and "after" in say.cue.flags and ref.form == "nominal" and beside
    return Voice("source", ref.who.label, ref.who) if cited and ref.who.group else None


def as_caller(sentence: Sentence, say: Hit, ref: Ref, voice: Voice, discourse: Discourse) -> Voice:
    """ "Гульнаре позвонил мужчина, сказал, что": behind the verb of a call a noun brings in somebody new.

    So it does before one in "бир жоокер жазып, ... кайтпаганын билдирген", "«Барс» деген жоокер".
    """
    if voice.kind != "self" or (ref.form != "nominal" and not _is_called_so(sentence, ref)):
        return voice
    if discourse.lang in {"ru", "uk"}:
        calls = any(
            (is_jargon(h, "calls") or is_jargon(h, "told_by")) and ref.first - 2 <= h.last < ref.first
            for h in sentence.hits
        )
    else:
        before = {t.low for t in sentence.words[max(0, ref.first - SOMEBODY_WITHIN) : ref.last]}
        named = sentence.words[ref.first - 1].low in discourse.grammar.said_words if ref.first else False
        named = named or _is_called_so(sentence, ref)
        named = named or any(is_jargon(h, "name_is") and h.last == ref.first - 1 for h in sentence.hits)
        calls = (named or bool(before & discourse.grammar.indefinite)) and any(
            is_jargon(h, "rings_or_comes")
            and ref.last < h.first <= ref.last + CALLS_WITHIN
            and h.last <= say.last
            for h in sentence.hits
        )
    return Voice("source", sentence.words[ref.last].text) if calls else voice


def _is_called_so(sentence: Sentence, ref: Ref) -> bool:
    """ "Наташа аттуу кыз": a name that the text gives somebody only now."""
    called = any(is_jargon(h, "name_is") and h.first == ref.last + 1 for h in sentence.hits)
    return called and ref.form == "name" and ref.new


def voice_of_group(say: Hit, ref: Ref, lang: str) -> Voice | None:
    """ "Fellow villagers said": of him, or of themselves."""
    told_of = ref.who.group and ref.who.role not in TELLERS | {"press"}
    return (
        Voice("self", ref.who.label, ref.who)
        if told_of and lang == "en" and say.first == ref.last + 1
        else None
    )


def voice_of(who: Who) -> Voice | None:
    """Whom somebody speaks as; None for a group that is told of."""
    if who.role in {"relative", "official", "source", "press"}:
        return Voice(who.role, who.label, who)
    return None if who.group else Voice("self", who.label, who)
