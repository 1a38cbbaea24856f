"""What an event is beside what else is told: who came home in a coffin has not returned.

Who is taken by soldiers is a prisoner of war, and money promised to a family is promised for a death.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.event_drafts import FAMILY_GAP
from tizme.extract.grammar import clause_boundaries, grammar
from tizme.extract.travels import TRAVEL_GAP
from tizme.extract.who import Ref, Who

_DEAD = frozenset({"died", "buried", "body_repatriated", "body_found"})
THINGS_BEHIND = 2  # tokens from "taken" to "his documents"
COFFIN_WITHIN = 6  # tokens between "came home" and the coffin in which he came
_COMES_HOME = frozenset({"returned", "exchanged"})
_CONVERB_OR_OBJECT = ("ib", "иб", "ni", "ни")  # Uzbek


def sense_in_context(
    name: str, hit: Hit, sentence: Sentence, refs: list[Ref], who: Who, discourse: Discourse
) -> str:
    """What an event is beside what else is told; "" where it is nothing."""
    if name == "detained":
        return _taken(sentence, hit, discourse.lang)
    if name in _COMES_HOME and _in_a_coffin(sentence, hit):
        return "body_repatriated"
    if name == "body_identified" and _seen_in_a_film(sentence, hit, who, discourse):
        return ""  # "I knew him in the video by his birthmark": no body
    if name == "deployed" and hit.mood == "uncertain":
        # "алты ай согушсаң": a condition, and how long the contract runs
        return "contract_signed" if sentence.durations else ""
    if name == "compensated" and grammar(discourse.lang).verb_last and _is_pay(sentence, hit):
        return ""  # "айлыгы 210 миң рубль болуп картага түшкөн"
    if name == "contract_signed" and hit.mood == "uncertain":
        return ""  # "қол қойсаң, іс жабылады": if he signs
    if "again" in hit.cue.flags and not _believed_dead(who, discourse):
        return ""  # "o'zi telefon qildi": news of somebody only behind word of his death
    if "carried" in hit.cue.flags:
        return _carried(name, hit, sentence, dead=(who.id, "died") in discourse.said)
    promised = any("promise" in h.cue.flags for h in sentence.hits)
    if name == "wage" and promised:
        return "promised.pay"
    if name == "compensated" and hit.mood in {"going", "uncertain"}:
        return "promised.pay"
    family = any(r.who.role == "relative" and r.form != "pronoun" for r in refs)
    dead = (who.id, "died") in discourse.said
    if (
        name == "promised.pay"
        and (family or (dead and not _to_himself(hit, who, refs, sentence.hits)))
        and not any(m.per for m in sentence.money)
    ):
        return "compensation_promised"
    return name


def _in_a_coffin(sentence: Sentence, hit: Hit) -> bool:
    """ "He came home in a zinc box": no sign of life; "he came home, in the coffin lay another" is."""
    for coffin in (h for h in sentence.hits if is_jargon(h, "in_a_coffin")):
        apart = max(coffin.first - hit.last, hit.first - coffin.last)
        between = sentence.words[min(hit.last, coffin.last) + 1 : max(hit.first, coffin.first)]
        if apart <= COFFIN_WITHIN and all(t.kind != "mark" for t in between):
            return True
    return False


def _to_himself(hit: Hit, who: Who, refs: list[Ref], hits: list[Hit]) -> bool:
    """ "ба ӯ 2 миллион ваъда карданд": what was promised to the dead man was promised while he lived."""
    near = any(r.form == "pronoun" and r.who is who and 0 < hit.first - r.last <= FAMILY_GAP for r in refs)
    return near and not any(h.cue.property == "compensated" and "amount" in h.cue.flags for h in hits)


def _taken(sentence: Sentence, hit: Hit, lang: str) -> str:
    """Who is taken by soldiers, or in Ukraine, is a prisoner; where his documents are taken he is not."""
    if any(h.cue.kind == "org" and h.cue.property == "captor" for h in sentence.hits):
        return "captured"
    if _takes_things(sentence, hit):
        return ""
    return "captured" if _in_ukraine(sentence, hit, lang) else "detained"


def _takes_things(sentence: Sentence, hit: Hit) -> bool:
    return any(is_jargon(h, "belongings") and 0 < h.first - hit.last <= THINGS_BEHIND for h in sentence.hits)


def _seen_in_a_film(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> bool:
    """Whether a paragraph that speaks of a film tells of no death: then somebody alive was recognised."""
    dead = any(h.cue.property in _DEAD or h.cue.property == "body" for h in sentence.hits if h is not hit)
    on_film = sentence.paragraph in discourse.films
    return on_film and not dead and not any((who.id, prop) in discourse.said for prop in _DEAD)


def _is_pay(sentence: Sentence, hit: Hit) -> bool:
    """A verb of paying behind a sum that a word for wages announces."""
    sums = [sentence.word_at(m.start) for m in sentence.money if m.stop <= hit.start]
    return "amount" in hit.cue.flags and any(
        h.cue.property == "wage" and 0 < first - h.last <= TRAVEL_GAP for h in sentence.hits for first in sums
    )


def _in_ukraine(sentence: Sentence, hit: Hit, lang: str) -> bool:
    """ "Украинада кармалган кыргызстандык": who is taken there, by no police, is a prisoner of war."""
    if not grammar(lang).verb_last or any(h.cue.kind in {"org", "court", "charge"} for h in sentence.hits):
        return False
    return any(
        p.candidates
        and p.candidates[0][0].id == "UA"
        and 0 < hit.first - sentence.word_at(p.stop - 1) <= TRAVEL_GAP
        and sentence.words[sentence.word_at(p.stop - 1)].low.endswith(grammar(lang).locative_endings)
        for p in sentence.places
    )


def _believed_dead(who: Who, discourse: Discourse) -> bool:
    return any(
        (who.id, prop) in discourse.said for prop in ("died", "death_reported", "missing", "body_found")
    )


def _carried(name: str, hit: Hit, sentence: Sentence, *, dead: bool) -> str:
    """ "29-sentyabrda olib keldim, ertasiga qo'ydik": of one told dead his body came and was buried."""
    if name == "returned":
        return "body_repatriated" if _dead_in_clause(sentence, hit) else name
    before = sentence.words[hit.first - 1].low if hit.first else ""
    # "yozib qo'ydik": a helping verb; "xatini olib keldim": not him
    return "" if not dead or before.endswith(_CONVERB_OR_OBJECT) else name


def _dead_in_clause(sentence: Sentence, hit: Hit) -> bool:
    """ "Three citizens killed in the war were brought home": it is their bodies that came."""
    return any(
        h.cue.property == "died"
        and not h.cue.flags & {"neg", "unsure", "hearsay"}
        and h.last < hit.first
        and not any(t.low in clause_boundaries() for t in sentence.words[h.last + 1 : hit.first])
        for h in sentence.hits
    )
