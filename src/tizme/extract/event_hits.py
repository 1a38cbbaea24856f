"""Which words for an event tell one: no charge, no wish, no wound that only names what somebody died of.

"nearly died near Bakhmut" tells no death, and "killed in the war in Ukraine" not that he was sent there.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.court_terms import implied_sentence
from tizme.extract.cues import Hit
from tizme.extract.event_kinds import OF_ONE_MOMENT, OF_THE_DEAD
from tizme.extract.grammar import grammar, of_any_language
from tizme.extract.overlaps import meet, overlaps
from tizme.extract.silence import office_is_silent, unknown_to_an_office

# What somebody is charged with is not told a second time: "for fighting in the war on the Russian side".
_CHARGED_WITH = frozenset({"deployed", "pathway", "recruited", "deserted", "coercion"})
# Of these a form for the present or the future tells nothing that happened.
_NOT_YET = frozenset({"died", "missing", "wounded", "captured"})
# "Jasadi topilmagan, ... telegramma kelgan": a body that is not found did not come.
_NO_BODY = ("body_repatriated", "body_found")
CAUSE_WITHIN = 3  # tokens from "died of" to the wounds
BEFELL_WITHIN = 2  # tokens from a word for a fate to the words for the war
_WHETHER = frozenset({"how", "why", "whether", "как", "як", "чи"})  # behind them no news is told
# Of these an office that has no news of them says nothing.
_UNKNOWN = frozenset(
    {"died", "death_reported", "captured", "missing", "wounded", "buried", "seen_alive", "returned"}
)


def event_hits(sentence: Sentence, lang: str) -> list[Hit]:
    """Event cues; a weak one only where no other cue of its property stands in the sentence."""
    hits = [_up_to_that(sentence, h, lang) for h in sentence.hits if h.cue.kind == "event"]
    hits = _fallen_into_hands(sentence, hits)
    hits += implied_sentence(sentence, hits)
    strong = {h.cue.property for h in hits if "weak" not in h.cue.flags}
    charges = [h for h in sentence.hits if h.cue.kind == "charge"]
    tried = any(h.cue.property in {"sentenced", "charged", "prior_sentence"} for h in hits)
    stops = [h for h in sentence.hits if h.cue.kind == "stop"]
    verb_last = grammar(lang).verb_last
    kept = []
    for hit in hits:
        if "weak" in hit.cue.flags and hit.cue.property in strong:
            continue
        if _tells_something_else(hit, hits) or _names_a_paper(hit, sentence.hits):
            continue
        if hit.mood == "wished" or (hit.mood == "going" and hit.cue.property in _NOT_YET):
            continue
        if "amount" in hit.cue.flags and not sentence.money:
            continue  # "snaryad parchasidan olgan jarohati": no sum, and no day or place is its own
        if _ends_in_a_date(sentence, hit) or _died_of(sentence, hit):
            continue
        if _only_reported(hit, hits) or _where_it_befell(hit, hits, verb_last=verb_last):
            continue
        if any(_silenced(hit, s) for s in stops) or _contradicted(hit, hits):
            continue
        if hit.cue.property in _UNKNOWN and unknown_to_an_office(sentence, hit, hits):
            continue
        if hit.cue.property == "contact_lost" and office_is_silent(sentence, hit, hits):
            continue
        inside = tried and any(c.first <= hit.first and hit.last <= c.last for c in charges)
        if hit.cue.property in _CHARGED_WITH and inside:
            continue
        kept.append(hit)
    return kept


def _tells_something_else(hit: Hit, hits: list[Hit]) -> bool:
    return _of_a_body(hit, hits) or _laid_in_earth(hit, hits) or _taken_from_home(hit, hits)


def _names_a_paper(hit: Hit, hits: list[Hit]) -> bool:
    """ "Ayblov xulosasiga ko'ra": the words for the paper that is cited accuse nobody themselves."""
    return "weak" in hit.cue.flags and any(
        h.cue.kind == "according" and h.first <= hit.first and hit.last <= h.last for h in hits
    )


def _fallen_into_hands(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """ "Mart oyida asirga olingan, dekabrda yana qo'lga tushgan": a prisoner of war is not arrested."""
    found = hits
    for taken in (h for h in hits if h.cue.property == "detained" and "weak" in h.cue.flags):
        same = next((h for h in hits if h.cue.property == "captured" and h.last == taken.last), None)
        prisoner = any(h.cue.property == "captured" and h is not same for h in hits)
        prisoner = prisoner or any("prisoner" in h.cue.flags for h in sentence.hits)
        if same is not None and prisoner:
            plain = replace(same, cue=replace(same.cue, flags=same.cue.flags - {"weak"}))
            found = [plain if h is same else h for h in found if h is not taken]
    return found


def _up_to_that(sentence: Sentence, hit: Hit, lang: str) -> Hit:
    """ "паём фиристод, ки 11-уми январ кушта шуд": the day behind "that" is of the death, not of its news."""
    if hit.cue.property != "death_reported" or not grammar(lang).verb_last:
        return hit
    words = of_any_language("that_words") - _WHETHER
    at = next((i for i in range(hit.first + 1, hit.last + 1) if sentence.words[i].low in words), None)
    if at is None:
        return hit
    return replace(hit, last=at - 1, stop=sentence.words[at - 1].stop)


def _of_a_body(hit: Hit, hits: list[Hit]) -> bool:
    """ "пайкараш ба хона расид", "тело доставлено в аэропорт": the body came home or was taken, not he."""
    return hit.cue.property in {"returned", "detained"} and overlaps(hit, "body_repatriated", hits)


def _laid_in_earth(hit: Hit, hits: list[Hit]) -> bool:
    """ "ҷасади Комилро ба хок супориданд": the verb behind a body says that he was buried, and no more."""
    return any(
        hit.cue.property == "body_repatriated"
        and h.cue.property == "buried"
        and h.last == hit.last
        and hit.first < h.first
        for h in hits
        if not h.cue.flags & {"weak", "neg"}
    )


def _ends_in_a_date(sentence: Sentence, hit: Hit) -> bool:
    """ "гражданство он получил год назад": no term of a year."""
    weak = hit.cue.property == "sentenced" and "weak" in hit.cue.flags
    ends = [sentence.words[at].start for at in (hit.first, hit.last)]
    return weak and any(d.start <= end < d.stop for d in sentence.dates for end in ends)


def _died_of(sentence: Sentence, hit: Hit) -> bool:
    """ "died of shrapnel wounds near Selydove": the cause of a death, and no wound with its own place."""
    if hit.cue.property == "wounded" and _in_a_cause(sentence, hit):
        return True  # "минага жарылып каза тапкан", "у довідці про смерть: вогнепальне поранення"
    return hit.cue.property == "wounded" and any(
        h.cue.kind == "cause" and "behind" in h.cue.flags and 0 <= hit.first - h.last <= CAUSE_WITHIN
        for h in sentence.hits
    )


def _in_a_cause(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words of a wound are those for the cause of a death, up to the verb that tells it."""
    dead = [h for h in sentence.hits if h.cue.kind == "event" and h.cue.property == "died"]
    return any(
        c.first <= hit.first
        and hit.last <= c.last
        and any("words" in c.cue.flags or d.first <= c.last <= d.last for d in dead)
        for c in sentence.hits
        if c.cue.kind == "cause"
    )


def _silenced(hit: Hit, stop: Hit) -> bool:
    """ "каза болгондордун саны ... билдирди": silent is also a pattern that begins inside a stop."""
    if stop.first <= hit.first and hit.last <= stop.last:
        return True
    told = hit.cue.property in OF_THE_DEAD | {"buried"} and not hit.cue.flags & {"neg", "far"}
    return told and None in hit.cue.parts and stop.first <= hit.first <= stop.last


def _where_it_befell(hit: Hit, hits: list[Hit], *, verb_last: bool) -> bool:
    """ "killed in the war in Ukraine": the words for the war say where he died, not that he was sent.

    They stand before the verb where that comes last: "дар ҷанги Украина ҳалок шудааст".
    """
    if hit.cue.property != "deployed" or "weak" not in hit.cue.flags:
        return False
    return any(
        h.cue.property in OF_ONE_MOMENT
        and h is not hit
        and (
            0 <= hit.first - h.last <= BEFELL_WITHIN
            or (verb_last and 0 < h.first - hit.last <= BEFELL_WITHIN)
        )
        for h in hits
    )


def _taken_from_home(hit: Hit, hits: list[Hit]) -> bool:
    """ "Мене взяли на роботі": detained there, and captured by nobody."""
    weak = hit.cue.property == "captured" and "weak" in hit.cue.flags
    return weak and overlaps(hit, "detained", hits)


def _only_reported(hit: Hit, hits: list[Hit]) -> bool:
    """ "объявлен погибшим в группе": words that only report a death hold no other."""
    if hit.cue.property != "died" or "hearsay" in hit.cue.flags:
        return False
    return any("hearsay" in h.cue.flags and h.first <= hit.first <= h.last for h in hits if h is not hit)


def _contradicted(hit: Hit, hits: list[Hit]) -> bool:
    """ "nearly died near Bakhmut": a longer or overlapping cue says that it did not happen."""
    return "neg" not in hit.cue.flags and any(
        ("neg" in h.cue.flags or h.mood == "denied") and h is not hit and meet(hit, h)
        for h in hits
        if h.cue.property == hit.cue.property or (hit.cue.property, h.cue.property) == _NO_BODY
    )
