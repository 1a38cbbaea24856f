"""When a verb that may say something says nothing: "he telephoned his uncle", "nobody answered".

Not so where what is told stands before it: "ketganini gapiradi", "he tells of his having gone".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import THAT_ENDINGS, listener_of, told_to_somebody
from tizme.extract.reach import Candidate
from tizme.extract.unnamed_speakers import of_this_before, says_something
from tizme.extract.voices import Voice
from tizme.extract.who import Ref
from tizme.extract.words_of_saying import WHO_IS_CALLED

# Of a verb that is told of: "ketgani aytildi", "кеткени айтылды", "кеткендиги билдирилди".
_NOUN_ENDINGS = (
    *("gani", "kani", "qani", "ligi", "гани", "қани", "кани", "лиги"),
    *("ганы", "каны", "гени", "кени", "гону", "кону", "гөнү", "көнү", "дыгы", "диги", "дугу", "дүгү"),
    *("ғаны", "қаны", "гені", "кені", "тыгы", "тиги", "тугу", "түгү", "тығы", "тігі", "дығы", "дігі"),
)
# Of such a verb in the case that "complained of" and "hinted at" ask for.
_CLAUSE_CASES = ("ganidan", "ganiga", "kaniga", "ligiga", "ганидан", "ганига", "канига", "лигига")
NOBODY_WITHIN = 4  # tokens from "nobody" to its verb
UNSAID = "unsaid"  # of "as is said": somebody's who stands before it, else everybody's


def does_not_say(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """True where a verb that has another sense, too, has it here."""
    flags = say.cue.flags
    if _by_nobody(sentence, say) or _published_by_another(sentence, say, discourse):
        return True
    if "that" in flags and not says_something(sentence, say, discourse):
        return True  # "he telephoned his uncle on 19 October": nobody says of what
    if "to" in flags and not (
        told_to_somebody(sentence, say, refs, discourse) or of_this_before(sentence, say)
    ):
        return True  # "he was stopped and told his citizenship would be cancelled"
    if "passive" in flags and not _said_in_an_office(sentence, say, discourse):
        heard = listener_of(sentence, say, refs, None, discourse) is not None  # "oilaga ... aytilgan"
        return not (_of_a_clause(sentence, say, discourse) and (heard or say.cue.property == UNSAID))
    if "clause" in flags and not _tells_a_clause(sentence, say, discourse):
        return True  # "кінәсін мойындады": he pleads guilty, and tells nothing
    return "object" in flags and not tells_of(sentence, say, discourse)  # "he spoke Russian"


def _published_by_another(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "A list published by Moscow": of a participle whoever stands before it says nothing."""
    if discourse.lang != "en" or say.cue.kind != "say" or "after" in say.cue.flags:
        return False
    behind = sentence.words[say.last + 1 : say.last + 2]
    comma = say.first > 0 and sentence.words[say.first - 1].low == ","
    return comma and bool(behind) and behind[0].low == "by" and sentence.words[say.last].low.endswith("ed")


def _by_nobody(sentence: Sentence, say: Hit) -> bool:
    """ "Nobody has answered", "эч ким жооп берген жок": what stands before it is nobody's words."""
    return any(
        is_jargon(h, "nobody")
        and 0 < say.first - h.last <= NOBODY_WITHIN
        and not any(
            o.cue.kind in WHO_IS_CALLED | {"org", "court"} and h.last < o.first < say.first
            for o in sentence.hits
        )
        for h in sentence.hits
    )


def _said_in_an_office(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Prokuraturada uning ketgani aytildi": in an office it is said, of a verb in the case of an object."""
    clause = _of_a_clause(sentence, say, discourse)
    if clause and in_court(sentence, say, discourse):
        return True
    return clause and any(
        h.cue.kind == "org"
        and h.cue.property in {"official", "hearsay", "press"}
        and h.last < say.first
        and sentence.words[h.last].low.endswith(discourse.grammar.locative_endings)
        for h in sentence.hits
    )


def _of_a_clause(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    return before.endswith((*discourse.grammar.object_endings, *_NOUN_ENDINGS))


def in_court(sentence: Sentence, say: Hit, discourse: Discourse) -> list[Candidate]:
    """ "Сотта ... кеткені анықталды": what comes to light in court is the court's word."""
    return [
        (0.0, Voice("official", discourse.text[h.start : h.stop]), h.first, h.last)
        for h in sentence.hits
        if is_jargon(h, "in_court") and h.last < say.first and not sentence.in_quote(h.start)
    ]


def _tells_a_clause(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Кеткенін мойындады", "кеткені туралы баяндады": a verb that is told of stands before it."""
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    return before.endswith((*THAT_ENDINGS, *_NOUN_ENDINGS)) or says_something(sentence, say, discourse)


def tells_of(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Ketganini gapiradi": what is told stands right before the verb; or behind it, in quotation marks."""
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    told = before.endswith((*discourse.grammar.object_endings, *THAT_ENDINGS, *_CLAUSE_CASES))
    told = told and not any(h.cue.kind == "pron" and h.last == say.first - 1 for h in sentence.hits)
    return told or says_something(sentence, say, discourse)
