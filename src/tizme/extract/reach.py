"""How far whoever may speak is from a verb of saying, or that they cannot be its speaker.

"The paper says that Mirbek died": Mirbek, who stands behind "that", says nothing.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import of_any_language
from tizme.extract.hearers import LISTENER_GAP
from tizme.extract.speech import MARKS_BEFORE, THAT_WITHIN, that_behind
from tizme.extract.voices import Voice

Candidate = tuple[float, Voice, int, int]  # cost, voice, first and last token
# In tokens, as gap_cost counts them.
REACH_LEFT, REACH_RIGHT = 30.0, 16.0
SIDE_COST = 2.0  # for a speaker on the side where the verb rarely has one
BESIDE_A_COMMA = 2  # tokens
_HE = frozenset({"he", "she", "they"})  # subjects in English alone
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})
LONGEST_SUBJECT = 4  # tokens before the last one of whoever is told of
_SAYS_WITHOUT_THAT = frozenset({"said", "says", "say"})
_BEGIN_A_VERB = frozenset(
    (
        *("had", "has", "have", "was", "were", "is", "are", "did", "does", "would", "could", "will", "never"),
        *("left", "went", "died", "served", "worked", "lived", "joined", "signed", "called", "told", "came"),
    )
)
_STOPS = frozenset({".", "!", "?"})


def reach(
    sentence: Sentence, say: Hit, first: int, last: int, lang: str, *, pronoun: bool = False
) -> float | None:
    """How far a speaker is from a verb of saying, or None where it cannot be its speaker."""
    after, before = "after" in say.cue.flags, "before" in say.cue.flags
    if "beside" in say.cue.flags and last + 1 != say.first:
        return None  # "Nozimaga ko'ra", and not "uning onasi qonunga ko'ra ..."
    if first > say.last and any(t.low in _STOPS for t in sentence.words[say.last + 1 : first]):
        return None  # "..., deya so'z boshladi u. — Politsiya ...": the next sentence of what is said
    if first > say.last and any(t.low == ":" for t in sentence.words[say.last + 1 : first]):
        return None  # "он говорил на следствии: вербовщики обещали ...": not the recruiters
    if first > say.last:
        if "to" in say.cue.flags and first - say.last <= LISTENER_GAP:
            return None  # "an officer told the father": he only hears it
        that = that_behind(sentence, say, within=THAT_WITHIN, lang=lang)
        if before or (that is not None and first >= that):
            return None  # "the paper says that Mirbek died": Mirbek does not
        before_it = sentence.words[say.first - 1].low if say.first > 0 else ""
        closing = before_it in MARKS_BEFORE | of_any_language("said_words")  # "..., deya so'z boshladi u"
        if not after and not pronoun and _begins_what_is_said(sentence, say, first, last):
            return None  # "his mother said Aibek had left": not Aibek
        if pronoun and not after and (not closing or _goes_on_with_a_verb(sentence, last)):
            return None  # "examiners say he died": not he
        if after and any(t.low == "," for t in sentence.words[say.last + 1 : first]):
            return None  # "according to the indictment, T. signed": not T.
        cost = gap_cost(sentence, say.last, first) + (0 if after or closing else SIDE_COST)
        return cost if cost <= REACH_RIGHT else None
    if last < say.first:
        cost = gap_cost(sentence, last, say.first)
        if say.first - last == BESIDE_A_COMMA and sentence.words[last + 1].low == ",":
            cost = 1.0  # "My brother, Sardorbek, says the police come": not the police
        return cost if not after and cost <= REACH_LEFT else None
    return 0.0


def _begins_what_is_said(sentence: Sentence, say: Hit, first: int, last: int) -> bool:
    """ "said Sattorov had been wounded": English leaves out "that", and a verb stands behind the name."""
    if sentence.words[say.first].low not in _SAYS_WITHOUT_THAT:
        return False
    between = sentence.words[say.last + 1 : first]  # "said a recruiter called Murod had promised him work"
    led = not between or between[0].low in ARTICLES
    if not led or len(between) > LONGEST_SUBJECT or any(t.kind != "word" for t in between):
        return False
    behind = sentence.words[last + 1].low if last + 1 < len(sentence.words) else ""
    return behind in _BEGIN_A_VERB


def _goes_on_with_a_verb(sentence: Sentence, pronoun: int) -> bool:
    """ "Her uncle, who came, said he was handed", where the uncle speaks: unlike "..., said he"."""
    behind = sentence.words[pronoun + 1 : pronoun + 2]
    return sentence.words[pronoun].low in _HE and any(t.kind == "word" for t in behind)
