"""A quotation behind a colon that no verb of saying opens: "His wife denies it: “...”"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.own_words import stands_oblique
from tizme.extract.speaker_voices import voice_of
from tizme.extract.speech import BESIDE, SPEECH_WORDS
from tizme.extract.spoken import TELLERS
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Ref
from tizme.text import fold

FEW_WORDS = 4  # of a quotation behind a colon
_GOES_ON = TELLERS | {"self"}
_MARKS = ".,!?:;«»“”\"'…"


def rung_up(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """ "... бир жигит чалыптыр: «Эрлан тирүү»": a verb of ringing up right before the colon."""
    opening = next((i for i, t in enumerate(sentence.words) if quote[0] <= t.start < quote[1]), 0)
    return any(
        is_jargon(h, "called") and 0 < opening - h.last <= BESIDE and sentence.words[h.last + 1].low == ":"
        for h in sentence.hits
    )


def opened_with_a_colon(
    sentence: Sentence,
    spoken: dict[tuple[int, int], Voice],
    discourse: Discourse,
    refs: list[Ref],
    voices: Voices,
) -> dict[tuple[int, int], Voice]:
    """ "Ӯ худаш занг зад: «Ман зинда ҳастам»": no verb of saying, but whoever stands before the colon.

    What is quoted so is added to what is spoken, and to the voices of the sentence.
    """
    found = {}
    for quote in sentence.quotes:
        opens = sentence.start <= quote[0] and discourse.text[sentence.start : quote[0]].rstrip().endswith(
            ":"
        )
        words = discourse.text[quote[0] : quote[1]].split()
        few = SPEECH_WORDS if rung_up(sentence, quote) else FEW_WORDS
        if quote in spoken or not opens or len(words) < few:
            continue
        before = [r for r in refs if r.stop <= quote[0] and not stands_oblique(sentence, r, discourse.lang)]
        voice = voice_of(before[0].who) if before else _office_before(sentence, quote[0], discourse)
        if voice is not None and (voice.kind != "self" or says_an_i(words, discourse)):
            to_outlet = any(is_jargon(h, "outlet_style") for h in sentence.hits)
            outer = voices.own if to_outlet else voices.at(sentence.word_at(quote[0]))
            found[quote] = spoken[quote] = through(outer, voice)
            inside = sentence.tokens_within(*quote)
            voices.scopes.append(Scope(inside[0], inside[-1], found[quote]))
    return found


def _office_before(sentence: Sentence, quote: int, discourse: Discourse) -> Voice | None:
    """ "Прокуратура: «...»": an office alone before the colon."""
    at = sentence.word_at(quote)
    for hit in sentence.hits:
        office = hit.cue.kind == "org" and hit.cue.property in {"official", "recruiter"}
        oblique = sentence.words[hit.last].low.endswith(discourse.grammar.oblique_endings)
        if (
            office
            and hit.first <= 1
            and not oblique
            and {t.low for t in sentence.words[hit.last + 1 : at]} <= {":", '"'}
        ):
            return Voice("official", discourse.text[hit.start : hit.stop])
    return None


def behind_a_colon(sentence: Sentence, opened: dict[tuple[int, int], Voice], held: Voice) -> Voice:
    """Whoever was quoted behind a colon goes on where the quotation ends with the sentence."""
    ends = (v for q, v in opened.items() if q in sentence.quotes and q[1] >= sentence.words[-1].start)
    return next((Voice(v.kind, v.label, v.who) for v in ends if v.kind in _GOES_ON), held)


def through(outer: Voice, inner: Voice) -> Voice:
    """What a mother quotes of her son's call reaches us through her."""
    if (
        outer.kind not in {"relative", "told"}
        or outer.who is inner.who
        or inner.kind not in {"self", "source"}
    ):
        return inner
    return Voice("told", outer.label, outer.who, (*inner.chain, inner.label))


def says_an_i(words: list[str], discourse: Discourse) -> bool:
    """An "I" among the words, or a verb that means an "I" by its ending."""
    bare = {fold(w.strip(_MARKS)) for w in words}
    return bool(bare & discourse.grammar.singular_first) or any(
        w.endswith(endings_of(discourse.lang, "i_endings")) for w in bare
    )
