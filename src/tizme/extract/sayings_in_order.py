"""The sayings of a text in the order they are told, so that whoever spoke last may be the next "he".

"Ерасылдың анасы ұлының тірі екеніне сенеді: «Балам тірі», – дейді ол": she says it, with whom it began.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.by_its_data import office_named_before
from tizme.extract.colons import says_an_i
from tizme.extract.discourse import Discourse
from tizme.extract.named_in_quotes import relative_before
from tizme.extract.own_words import stands_oblique
from tizme.extract.papers import with_papers
from tizme.extract.sayings import find_sayings
from tizme.extract.spoken import TELLERS, Saying, in_dashes
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

_GO_ON = frozenset({"relative", "official"})
QUOTE_BEHIND = 3  # sentences of a quotation behind the one that begins with who says it


def sayings_in_order(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings of every sentence; who spoke last in a paragraph may be its next "he".

    "За його словами, ..." opens the next paragraph with him too, unless it names somebody else before.
    """
    found: list[list[Saying]] = []
    last: Voice | None = None
    spoke: Voice | None = None
    paragraph = spoke_at = -1
    before: list[tuple[Sentence, Ref]] = []
    for sentence, here in zip(sentences, refs, strict=True):
        if sentence.paragraph != paragraph:
            last = last if _opens_in_his_words(sentence) else None
            paragraph, before = sentence.paragraph, before if last is not None else []
        before += [(sentence, ref) for ref in here]
        teller = (
            _teller_before(before, spoke, discourse, spoke_here=spoke_at == sentence.paragraph)
            if discourse.grammar.verb_last
            else relative_before(before, discourse)
        )
        office = office_named_before(sentences, sentence.index, discourse)
        said = (
            [] if sentence.heading else find_sayings(sentence, here, discourse, last, teller, spoke, office)
        )
        found.append(said if sentence.heading else with_papers(said, sentences, sentence.index, discourse))
        outside = [
            s for s in found[-1] if in_dashes(sentence, s) or not sentence.in_quote(_verb_start(sentence, s))
        ]
        # behind "«The investigator told me: sign»" it is still the one quoted who spoke last
        last = outside[-1].voice if outside else last
        outer = [s for s in outside if not s.left_out]
        spoke, spoke_at = (outer[-1].voice, paragraph) if outer else (spoke, spoke_at)
    return found


def _verb_start(sentence: Sentence, saying: Saying) -> int:
    return sentence.words[saying.verb[0]].start


def _teller_before(
    before: list[tuple[Sentence, Ref]], spoke: Voice | None, discourse: Discourse, *, spoke_here: bool = True
) -> Voice | None:
    """Who tells, where one word means he and she: whom the paragraph began with, or who spoke last.

    "Ерасылдың анасы ұлының тірі екеніне сенеді: «Балам тірі», – дейді ол": she does.
    """
    just_before = _told_of_right_before(before, discourse)
    if just_before is not None:
        return just_before
    for sentence, ref in before:
        if ref.form == "pronoun" or ref.who.group or sentence.in_quote(ref.start):
            continue
        if stands_oblique(sentence, ref, discourse.lang) or _apposed_to_oblique(
            sentence, ref, before, discourse
        ):
            continue  # "Ерланның анасы": the name only says whose mother
        if ref.who.role in TELLERS:
            return Voice(ref.who.role, ref.who.label, ref.who)
        earlier = sentence is not before[-1][0]
        if earlier and (not spoke_here or _quotes_an_i(before[-1][0], discourse)):
            return None  # "Сотталушы кінәсін мойындады. «Мені ешкім зорлаған жоқ», — деді ол": he does
        break
    if spoke is None or spoke.who is None:
        return None
    if spoke.kind == "source" and before and not _quotes_an_i(before[-1][0], discourse):
        return spoke  # «Алмаз декабрда каза болгон», – дейт ал: not the one of whom it tells
    return spoke if spoke.kind in _GO_ON else None


def _apposed_to_oblique(
    sentence: Sentence, ref: Ref, before: list[tuple[Sentence, Ref]], discourse: Discourse
) -> bool:
    """ "Досы Нұрлан Әбеновтің анасы": the noun right before a name stands in its case."""
    return any(
        s is sentence
        and r.who is ref.who
        and r.first == ref.last + 1
        and stands_oblique(s, r, discourse.lang)
        for s, r in before
    )


def _quotes_an_i(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a quotation that ends in the sentence says "I", in whichever of its sentences."""
    words = [w for start, stop in sentence.quotes for w in discourse.text[start:stop].split()]
    return says_an_i(words, discourse)


def _told_of_right_before(before: list[tuple[Sentence, Ref]], discourse: Discourse) -> Voice | None:
    """ "Падараш инро рад мекунад. «Писарам занг намезанад», мегӯяд ӯ": the relative with whom the last
    sentence outside a quotation begins.
    """
    outside = [s for s, r in before[:-1] if not s.in_quote(r.start) and not s.quotes]
    if not outside or before[-1][0].index - outside[-1].index > QUOTE_BEHIND:
        return None
    named = [r for s, r in before if s is outside[-1] and r.form != "pronoun"]
    first = next(iter(named), None)
    if first is None or first.first > 0 or first.who.role not in TELLERS or first.who.group:
        return _only_one_brought_in(before, discourse)
    low = outside[-1].words[first.last].low
    if low.endswith(discourse.grammar.oblique_endings):
        return None
    return Voice(first.who.role, first.who.label, first.who)


def _only_one_brought_in(before: list[tuple[Sentence, Ref]], discourse: Discourse) -> Voice | None:
    """ "Биринчи болуп комиссар Лапин сүйлөдү. «...», — деди ал": of one alone the sentence before tells."""
    here = before[-1][0]
    outside = [(s, r) for s, r in before if s is not here and not s.in_quote(r.start) and r.form != "pronoun"]
    last = outside[-1][0] if outside else None
    if last is None or here.index - last.index > QUOTE_BEHIND:
        return None
    acting = {id(r.who): r.who for s, r in outside if s is last and not stands_oblique(s, r, discourse.lang)}
    who = next(iter(acting.values()), None)
    if who is None or len(acting) > 1 or who.role not in TELLERS or who.group:
        return None
    return Voice(who.role, who.label, who)


def _opens_in_his_words(sentence: Sentence) -> bool:
    """ "По его словам, ...": words for what somebody says, with a pronoun in them, begin the sentence."""
    return any(
        said.cue.kind == "according"
        and said.first <= 1
        and any(p.cue.kind == "pron" and said.first <= p.first <= said.last for p in sentence.hits)
        for said in sentence.hits
    )
