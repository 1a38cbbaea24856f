"""Whose voice goes on: which one a sentence begins with, and which one the next sentence and paragraph carry.

A man who tells of himself goes on in the next paragraph where that begins with him; "His elder sister tells a
different story" is the outlet's again.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.genre import gives_background
from tizme.extract.grammar import of_any_language
from tizme.extract.own_words import stands_oblique
from tizme.extract.spoken import Saying, in_dashes
from tizme.extract.voices import PRESS, Voice
from tizme.extract.who import Ref

_PASS_ON = frozenset({"source", "hearsay", "told", "official"})
_LIVED = frozenset({"relative", "self", "told"})  # who tells of one man, and not of all
_NOT_HIS_TO_TELL = frozenset({"died", "death_reported", "buried", "body_repatriated"})
_BRINGS_IN = frozenset({"org", "court", "kin", "person", "group", "say", "according"})
# Behind whose words a relative who opens the sentence is the outlet's to bring in.
_STEPS_BACK = frozenset({"official", "self", "relative", "told", "court"})
_NO_WE = frozenset({"relative", "official", "court", "source", "told"})
# Whoever is held to go on telling after having been told something tells of their own life again.
_GOES_ON_AS = {"told": "relative"}


def editor_writes(sentence: Sentence, paragraph: int) -> bool:
    """ "UPD 10.02. Админ на связи.": from this paragraph on it is the channel's voice again."""
    return sentence.paragraph != paragraph and any(
        is_jargon(h, "editor") and h.first <= 1 for h in sentence.hits
    )


def who_begins(sentence: Sentence, said: list[Saying], held: Voice, narrator: Voice, own: Voice) -> Voice:
    """Whose a sentence is before its own words for that: in an interview whoever answers."""
    if sentence.turn:
        held = narrator if sentence.turn == "answer" else PRESS
    if not said and held.kind in _PASS_ON and _opens_with_an_office(sentence):
        return own  # "Минобороны на её запрос не ответило": no witness tells of it
    if not said and held.kind in _LIVED and own.kind == "press" and gives_background(sentence):
        return own
    if held.kind in _LIVED and own.kind == "press" and _office_answers(sentence, said):
        return own  # "Посольство на лист матері відповіло, що": the outlet tells that she wrote
    return held


def base_of(sentence: Sentence, said: list[Saying], held: Voice, own: Voice) -> Voice:
    """ "We met him in a camp": outside quotations the "we" is the outlet's, whoever told before."""
    met = sentence.says_unquoted("outlet_met")
    met = met or (held.kind in _NO_WE and _opens_with_we(sentence))
    return own if met and not said and own.kind == "press" else held


def _opens_with_we(sentence: Sentence) -> bool:
    """ "We had mistaken him for another": who retells a mother or an office says no "we" for her."""
    opens = sentence.words[0].low
    return (
        opens in of_any_language("we_words")
        and not sentence.turn
        and not sentence.quotes
        and not sentence.heading
    )


def _opens_with_an_office(sentence: Sentence) -> bool:
    offices = {"official", "recruiter"}
    return any(h.cue.kind == "org" and h.cue.property in offices and h.first <= 1 for h in sentence.hits)


def _office_answers(sentence: Sentence, said: list[Saying]) -> bool:
    """An office that opens the sentence is whoever says something in it, outside quotation marks."""
    outer = [s for s in said if not s.left_out and not _inside_a_quotation(sentence, s)]
    return bool(outer) and outer[0].voice.kind == "official" and _opens_with_an_office(sentence)


def who_goes_on(sentence: Sentence, said: list[Saying], held: Voice, own: Voice) -> Voice:
    """Whose voice the next sentence carries: the last one's who spoke, unless they say things only once.

    Behind a paper or a neighbour the outlet goes on, whoever told before: "В извещении сказано ...".
    """
    for saying in reversed([s for s in said if not _inside_a_quotation(sentence, s)]):
        if saying.scopes and (saying.holds or saying.once):
            return held_as(saying.voice) if saying.holds else own
    return held


def held_as(voice: Voice) -> Voice:
    """The voice of a speaker where they go on."""
    return Voice(_GOES_ON_AS.get(voice.kind, voice.kind), voice.label, voice.who)


def first_told_of(sentences: list[Sentence], refs: list[list[Ref]], first: Sentence) -> Sentence:
    """The sentence that says of whom a paragraph tells: its first, or the next where that names nobody."""
    after = sentences[first.index + 1 : first.index + 2]
    silent = not refs[first.index] and not any(h.cue.kind in _BRINGS_IN for h in first.hits)
    if silent and after and after[0].paragraph == first.paragraph and not after[0].quotes:
        return after[0]
    return first


def goes_on_himself(
    opens: Sentence,
    sentence: Sentence,
    refs: list[list[Ref]],
    held: Voice,
    discourse: Discourse,
    colons: dict[tuple[int, int], Voice],
) -> bool:
    """A man who tells of himself goes on in the next paragraph where it begins with him.

    Not one whom the outlet only quoted behind a colon.

    Args:
        opens: The first sentence of the paragraph.
        sentence: The first that tells of anybody.
    """
    if held.kind != "self" or any(h.cue.property in _NOT_HIS_TO_TELL for h in (*opens.hits, *sentence.hits)):
        return False
    if any(v.who is held.who for v in colons.values()):
        return False
    first = next((r for r in refs[sentence.index] if r.who.role == "subject" and not r.who.group), None)
    return (
        first is not None
        and first.who is held.who
        and not stands_oblique(sentence, first, discourse.lang)
        and not any(h.cue.kind in {"org", "court"} and h.first < first.first for h in sentence.hits)
    )


def brings_in_another(refs: list[Ref], held: Voice) -> bool:
    """True where the sentence names a subject not met before: the voice before spoke of somebody else."""
    return held.kind not in {"press", "case"} and any(
        r.new and r.form == "name" and r.who.role == "subject" and not r.who.group for r in refs
    )


def turns_to_a_relative(refs: list[Ref], held: Voice) -> bool:
    """ "His elder sister, Mavjuda, tells a different story": the outlet's again, whoever spoke before.

    So it is where a witness opens the sentence behind an office: "Sinfdoshi Jamshid uni mayda ko'rgan".
    """
    first = next((r for r in refs if r.form != "pronoun" and r.who is not held.who), None)
    roles = {"relative", "official", *({"source"} if held.kind == "official" else ())}
    new = first is not None and first.new and first.who.role in roles and first.first <= 1
    return held.kind in _STEPS_BACK and new


def _inside_a_quotation(sentence: Sentence, saying: Saying) -> bool:
    """ "“... and an officer said, sign.”": whoever is quoted passes it on, and the officer does not go on."""
    inside = sentence.in_quote(sentence.words[saying.verb[0]].start)
    return inside and not saying.left_out and not in_dashes(sentence, saying)
