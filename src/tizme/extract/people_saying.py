"""Who of those in a sentence may be the speaker of its verb of saying, and how far each is from it.

"His mother said his brother had called": both may be, and his mother is nearer.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.courts_saying import one_says_there
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import heard_of, is_object, only_hears
from tizme.extract.not_speaking import (
    inside_what_is_cited,
    is_identified,
    one_of_whom_they_tell,
    only_belongs,
    said_to_his_family,
    says_nothing_here,
)
from tizme.extract.own_words import may_tell_himself
from tizme.extract.reach import REACH_LEFT, Candidate, reach
from tizme.extract.speaker_voices import as_caller, as_tellers, cited_group, voice_of, voice_of_group
from tizme.extract.speech import speech_quotes
from tizme.extract.spoken import OPENS
from tizme.extract.verb_agreement import disagrees, they_say
from tizme.extract.who import Ref

SELF_COST = 8.0  # the one spoken of says it only where nobody else can
DISAGREES = 6.0  # "подтвердила" beside a man


def people_saying(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> list[Candidate]:
    """Those of whom the sentence speaks who may be the speaker: (cost, voice, first, last)."""
    found = []
    refs = inside_what_is_cited(sentence, say, refs, discourse.lang)
    kin = [r for r in refs if r.kin is not None]
    spoken = [(a, b) for a, b in speech_quotes(sentence, discourse.text) if not a <= say.first <= b]
    for ref in refs:
        if any(a <= ref.first <= b for a, b in spoken):
            continue  # "he phoned and said: “Mother, ...”": who is spoken to or of does not say it
        if ref.form == "pronoun" and any(k.first <= ref.first <= k.last for k in kin):
            continue  # "according to his sister": she speaks, not he
        if say.cue.kind == "say" and (
            is_object(sentence, ref, discourse)
            or only_hears(sentence, say, ref, discourse.lang)
            or heard_of(sentence, ref, discourse)
            or (ref.who.role == "official" and one_says_there(sentence, ref, say, discourse.lang))
            or (ref.first > say.last and only_belongs(sentence, ref, discourse))
        ):
            continue
        if is_identified(sentence, say, ref) or (
            discourse.lang == "en" and says_nothing_here(sentence, say, ref, refs)
        ):
            continue
        cost = reach(sentence, say, ref.first, ref.last, discourse.lang, pronoun=ref.form == "pronoun")
        if cost is None and _opens_a_long_telling(sentence, say, ref, discourse):
            cost = REACH_LEFT
        voice = voice_of_group(say, ref, discourse.lang) or voice_of(ref.who)
        voice = voice or as_tellers(sentence, ref) or cited_group(say, ref)
        if cost is None or voice is None:
            continue
        plural = say.cue.kind == "say" and they_say(sentence, say, discourse.lang)
        if plural and (voice.kind == "self" or one_of_whom_they_tell(ref, refs, discourse)):
            continue  # "Актилек был в армии, а 21 января пришли двое и сообщили": not he
        voice = as_caller(sentence, say, ref, voice, discourse)
        if voice.kind == "self" and (
            said_to_his_family(sentence, discourse)
            or not may_tell_himself(sentence, say, ref, refs, discourse.lang)
        ):
            continue
        if voice.kind == "self":
            cost += SELF_COST
        if disagrees(sentence, say, ref, discourse.lang):
            cost += DISAGREES
        found.append((cost, voice, ref.first, ref.last))
    return found


def _opens_a_long_telling(sentence: Sentence, say: Hit, ref: Ref, discourse: Discourse) -> bool:
    """ "Karimov 2018-yilda kelgani, ..., frontga ketganini aytgan edi": however much he tells between."""
    if not discourse.grammar.verb_last or ref.first > OPENS or say.first == 0 or ref.form != "name":
        return False
    return sentence.words[say.first - 1].low.endswith(discourse.grammar.object_endings)
