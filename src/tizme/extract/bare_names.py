"""Who speaks where a first name alone stands beside the verb of saying.

"Насиба рассказывает, что её муж уехал", "Nasiba says her husband left": nobody introduced her, and whose wife
she is the sentence itself tells. "«Он погиб у меня на глазах», — говорит Руслан": whomever he tells of, what
is quoted is Ruslan's, and not the dead man's.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.speech import MARKS_BEFORE, speech_quotes
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who
from tizme.names import sex_of

KIN_WITHIN = 4  # tokens from the verb to the word for the relative: "that", "her", "elder"
QUOTE_WITHIN = 3  # tokens from a quotation to the verb behind it
NAMED_WITHIN = (
    12  # tokens from the verb to a name that closes its sentence: "says, who served with him, Ruslan"
)
_TAKEN = frozenset({"kin", "person", "group", "org", "court", "pron", "rank", "occupation"})


def by_a_bare_name(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """What somebody says of whom only a first name is told.

    Before the verb with a relative of hers behind it, or beside a verb that signs a quotation.
    """
    if say.cue.kind != "say" or sentence.in_quote(say.start):
        return None
    before = say.first - 1
    if _is_name(sentence, before, refs, discourse) and _of_her_own(sentence, say):
        voice = Voice("relative", sentence.words[before].text)
        return as_saying(sentence, say, (before, before), voice, discourse)
    if not _signs_a_quotation(sentence, say, discourse):
        return None
    places = [say.last + 1, before, *_closing(sentence, say, discourse)]
    at = next((i for i in places if _is_name(sentence, i, refs, discourse)), None)
    if at is None:
        return None
    name = sentence.words[at].text
    relative = _relative_without_a_name(sentence, name, discourse)
    if relative is not None:
        return as_saying(sentence, say, (at, at), Voice("relative", relative.label, relative), discourse)
    spoken = as_saying(sentence, say, (at, at), Voice("source", name), discourse)
    return replace(spoken, holds=False, once=True)


def _is_name(sentence: Sentence, at: int, refs: list[Ref], discourse: Discourse) -> bool:
    """A given name that nobody whom the text knows bears, in the case of a subject."""
    if not 0 <= at < len(sentence.words):
        return False
    token = sentence.words[at]
    known = any(r.first <= at <= r.last for r in refs)
    taken = any(h.cue.kind in _TAKEN and h.first <= at <= h.last for h in sentence.hits)
    spans = [*((p.start, p.stop) for p in sentence.places), *((d.start, d.stop) for d in sentence.dates)]
    placed = any(start <= token.start < stop for start, stop in spans)
    if known or taken or placed or not token.text[:1].isupper():
        return False
    return bool(sex_of(token.text, lang=discourse.lang))


def _of_her_own(sentence: Sentence, say: Hit) -> bool:
    return any(h.cue.kind == "kin" and 0 < h.first - say.last <= KIN_WITHIN for h in sentence.hits)


def _signs_a_quotation(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """Whether a quotation ends right before the verb, or before the name in front of it."""
    ends = [b for _, b in speech_quotes(sentence, discourse.text)]
    near = any(0 < say.first - b <= QUOTE_WITHIN + 1 for b in ends)
    return near and any(
        sentence.words[i].low in MARKS_BEFORE for i in range(max(0, say.first - 2), say.first)
    )


def _closing(sentence: Sentence, say: Hit, discourse: Discourse) -> list[int]:
    """ "«...», — дейт аны менен кызмат кылган Руслан": the last word, behind a clause on who he is."""
    if not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return []
    words = [i for i, t in enumerate(sentence.words) if t.kind == "word" and i > say.last]
    return words[-1:] if words and words[-1] - say.last <= NAMED_WITHIN else []


def _relative_without_a_name(sentence: Sentence, name: str, discourse: Discourse) -> Who | None:
    """The one relative of whom the text has told and whose name it has not: hers it may be."""
    sex = sex_of(name, lang=discourse.lang)
    told_of = {
        id(r.who): r.who
        for refs in discourse.refs[: sentence.index + 1]
        for r in refs
        if r.who.role == "relative" and not r.who.named and not r.who.group
    }
    fitting = [who for who in told_of.values() if not who.sex or who.sex == sex]
    return fitting[0] if len(fitting) == 1 else None
