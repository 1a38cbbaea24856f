"""Who stands near a verb of saying and says nothing: they are spoken of, or hear it, or lead to who speaks.

"The family's lawyer said": a lawyer did. "“Your son has been wounded,” the man said": not the son.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.own_words import stands_oblique
from tizme.extract.reach import ARTICLES, BESIDE_A_COMMA, LONGEST_SUBJECT
from tizme.extract.speech import MARKS_BEFORE
from tizme.extract.who import Ref

RUNG_AND_SAID = 2  # tokens from whoever is rung up to "said" behind "and"
CITED_NAME = 5  # tokens from "in the words of" to the end of a name: "his mother, Zulfiya"
_HANG_ON = frozenset({"for", "of", "with", "from", "about", "to"})


def said_to_his_family(sentence: Sentence, discourse: Discourse) -> bool:
    """ "“Your son has been wounded,” the man said": whoever speaks of "your son" and not of himself."""
    yours = [h for h in sentence.hits if "yours" in h.cue.flags and sentence.in_quote(h.start)]
    own = discourse.grammar.singular_first
    return bool(yours) and not any(t.low in own and sentence.in_quote(t.start) for t in sentence.words)


def only_belongs(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Хабарласқан он бір жігіттің жетеуі": behind the verb a mention in another case than a subject's."""
    owns = endings_of(discourse.lang, "genitive_endings")
    cased = discourse.grammar.verb_last and bool(owns) and sentence.words[ref.last].low.endswith(owns)
    return stands_oblique(sentence, ref, discourse.lang) or (cased and ref.form == "nominal")


def one_of_whom_they_tell(ref: Ref, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Unga akasi Bakinskayada ko'milgan, deyishgan": several say it, of the one brother."""
    if not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return False
    several = ref.who.group or sum(r.kin is not None and not r.who.group for r in refs) > 1
    return ref.who.role == "relative" and not several


def _is_spoken_of(sentence: Sentence, say: Hit, ref: Ref, refs: list[Ref]) -> bool:
    """ "Two men came and said Azamat had died": who stands between two verbs is whom it is about."""
    opens = say.first == 0 or sentence.words[say.first - 1].low in MARKS_BEFORE
    opens = opens and not any(r.who is not ref.who and 0 < say.first - r.last <= BESIDE_A_COMMA for r in refs)
    behind = sentence.words[ref.last + 1 : ref.last + 2]
    return (
        say.cue.kind == "say"
        and not opens
        and ref.form == "name"
        and ref.first == say.last + 1
        and any(t.kind == "word" for t in behind)
    )


def says_nothing_here(sentence: Sentence, say: Hit, ref: Ref, refs: list[Ref]) -> bool:
    return (
        _is_spoken_of(sentence, say, ref, refs)
        or _hangs_on_a_noun(sentence, say, ref)
        or _only_leads_to(sentence, say, ref)
    )


def _hangs_on_a_noun(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "In a chat for soldiers' mothers, a user claims": whom the chat is for claims nothing."""
    at = ref.first - 1
    while (
        at > 0
        and ref.first - at <= LONGEST_SUBJECT
        and (sentence.words[at].low in ARTICLES or sentence.words[at].low.endswith(("'", "s")))
    ):
        at -= 1
    hangs = at > 0 and sentence.words[at].low in _HANG_ON and ref.form != "pronoun"
    return hangs and say.cue.kind == "say" and ref.last < say.first and sentence.words[at - 1].kind == "word"


def _only_leads_to(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "The family's lawyer said", "someone close to the family": a lawyer or a friend does.

    Nor "a stranger rang his mother and said": she only hears it.
    """
    words = sentence.words
    if say.first <= ref.first <= say.last:
        return False
    whose = words[ref.last].low.endswith(("'s", "s'")) and ref.last + 1 < min(len(words), say.first)
    if whose and ref.kin is not None and words[ref.last + 1].kind == "word":
        return True
    if any(h.cue.kind == "person" and h.first < ref.first and ref.last <= h.last for h in sentence.hits):
        return ref.kin is not None
    rung = any(is_jargon(h, "brings_news") and h.last == ref.first - 1 and h.first > 0 for h in sentence.hits)
    return rung and 0 < say.first - ref.last <= RUNG_AND_SAID and words[say.first - 1].low == "and"


def inside_what_is_cited(sentence: Sentence, say: Hit, refs: list[Ref], lang: str) -> list[Ref]:
    """ "Ба гуфтаи падар, писараш гуфтааст, ки": the father tells that his son said it, and did not say it."""
    if say.cue.kind != "say":
        return refs
    for cited in (h for h in sentence.hits if h.cue.kind == "according" and h.last <= say.last):
        by = [r for r in refs if min(abs(r.first - cited.last), abs(cited.first - r.last)) <= 1]
        named = [r for r in refs if any(r.who is b.who for b in by) and r.first <= cited.last + CITED_NAME]
        end = max((cited.last, *(r.last for r in named)))
        if by and any(
            end < r.first < say.first
            and r.form != "pronoun"
            and not r.who.group
            and not stands_oblique(sentence, r, lang)
            for r in refs
        ):
            return [r for r in refs if r not in named]
    return refs


def is_identified(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "A neighbour identified the second man as Shuhrat and said": neither the man nor Shuhrat tells."""
    return any(
        is_jargon(h, "identifies")
        and h.first < ref.first
        and ref.last < say.first
        and ref.first <= h.last + 2
        for h in sentence.hits
    )
