"""Who speaks where a pronoun or "the man" does: "Балам тірі, – дейді ол", "he said", "it said".

"A neighbour saw him. He was beaten, he said": the neighbour, who spoke last.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.spoken import TELLERS, Saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who
from tizme.names import sex_of

PRONOUNS_SPEAK = frozenset({"en", "ru", "uk"})  # where a verb needs a pronoun for "he" and for "I"
_SPEAK_AS_IT = frozenset({"official", "document", "case", "hearsay", "press", "court"})


def tells_on(sentence: Sentence, spoke: Voice | None, discourse: Discourse) -> Voice | None:
    """ "Восени, розповідає, його зупинили" opens a new paragraph: no office tells on unnamed, he does."""
    who = discourse.focuses[sentence.index]
    if spoke is None or spoke.kind != "official" or who is None or who.role != "subject" or who.group:
        return spoke
    return Voice("self", who.label, who)


def an_it(
    sentence: Sentence, say: Hit, spoke: Voice | None, discourse: Discourse
) -> tuple[Voice, tuple[int, int]] | None:
    """ "He gave himself up on March 9, it said": the office or the outlet that spoke last, and no person."""
    before = say.first - 1
    if discourse.lang != "en" or before < 0 or sentence.words[before].low != "it" or say.cue.kind != "say":
        return None
    if spoke is None or spoke.kind not in _SPEAK_AS_IT or sentence.in_quote(say.start):
        return None
    return spoke, (before, before)


def whom_a_pronoun_means(
    sentence: Sentence,
    saying: Saying,
    refs: list[Ref],
    last: Voice | None,
    teller: Voice | None,
    discourse: Discourse,
) -> Voice | None:
    """Who speaks where a pronoun alone does: whoever spoke last, or in a language without gender the teller.

    "Балам тірі, – дейді ол", "Анын айтымында". None where nothing says that it is another than read so far.
    """
    if saying.voice.kind != "self":
        return None
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "pronoun"), None)
    if ref is None:
        return None
    if last is not None and _is_still(sentence, saying, ref, last, discourse):
        return last
    if last is not None and _a_stranger_goes_on(sentence, saying, ref, last, discourse):
        return last
    if sentence.in_quote(ref.start):
        return None
    if teller is None and discourse.grammar.verb_last and _another_is_named(ref, refs):
        return Voice("source", sentence.words[ref.last].text)
    return teller


def _another_is_named(pronoun: Ref, refs: list[Ref]) -> bool:
    """ "Ал Сабыр менен бир окопто болгонун айткан": he who says so of Sabyr is not Sabyr."""
    return any(r.form == "name" and r.who is pronoun.who and r.first > pronoun.last for r in refs)


def is_the_man(
    sentence: Sentence, saying: Saying, refs: list[Ref], last: Voice, discourse: Discourse
) -> bool:
    """ "«Він дзвонив із Саратова», — каже чоловік": the uncle who was quoted right before, not the nephew."""
    if last.who is None or last.kind not in TELLERS or discourse.lang not in {"ru", "uk"}:
        return False
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "nominal"), None)
    noun = next(
        (h for h in sentence.hits if ref is not None and h.cue.kind == "person" and h.first == ref.first),
        None,
    )
    if ref is None or noun is None or ref.first != saying.verb[1] + 1 or ref.first != ref.last:
        return False
    sex = _sex(last.who, discourse.lang)
    return bool(noun.cue.value) and noun.cue.value == sex and not sentence.in_quote(ref.start)


def _is_still(sentence: Sentence, saying: Saying, ref: Ref, last: Voice, discourse: Discourse) -> bool:
    """ "A neighbour saw him. He was beaten, he said": a pronoun beside the verb is whoever spoke last."""
    if last.who is None or last.kind not in TELLERS:
        return False
    long_quote = any(start < sentence.start for start, _ in sentence.quotes)
    goes_on = discourse.grammar.verb_last and long_quote and last.kind == "relative"
    if discourse.lang not in PRONOUNS_SPEAK and not goes_on:
        return False
    inside = saying.verb[0] <= ref.first and ref.last <= saying.verb[1]  # "за його словами"
    beside = inside or ref.last + 1 == saying.verb[0] or saying.verb[1] + 1 == ref.first
    if goes_on:
        return beside  # "«... Ман гуфтам, нарав. ...», нақл кард ӯ": no pronoun tells him from her
    says_i = any(
        t.low in discourse.grammar.singular_first and sentence.in_quote(t.start) for t in sentence.words
    )
    sex = _sex(last.who, discourse.lang)
    return beside and not says_i and not last.who.group and sex != "female"


def _a_stranger_goes_on(
    sentence: Sentence, saying: Saying, ref: Ref, last: Voice, discourse: Discourse
) -> bool:
    """ "Бир жоокер жазып, ... билдирген. Анын кабарында ...": in the words of who was heard right before."""
    opens = ref.first == 0 and saying.verb[0] <= ref.last + 1 and not sentence.in_quote(ref.start)
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    return opens and cased and last.kind == "source" and last.who is None


def _sex(who: Who, lang: str) -> str | None:
    """As told of somebody before, else as their name has it."""
    return who.sex or (sex_of(who.name, lang=lang) if who.named else "")
