"""The claims of one event: itself, what it carries, and whether it is told, denied or only planned.

"The body will be brought to Osh" is promised; "не воював під Бахмутом" denies and keeps no place.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.dated_by_paper import IN_A_PAPER
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.frames import Argument, Event, frames
from tizme.extract.grammar import grammar
from tizme.extract.polarity import polarity_at
from tizme.extract.who import Ref, Who
from tizme.extract.whose import first_person_at

# A form for the present or the future ("will be buried"): a plan.
_PLANNED = frozenset({"buried", "body_repatriated", "exchanged", "returned", "sentenced"})
FAMILY_GAP = 7  # tokens between a promise of money and the family it was made to
WILL_BEHIND = 2  # tokens from "the funeral prayer" to "will"
_WILL = frozenset({"will", "shall", "'ll"})


def _polarity(sentence: Sentence, hit: Hit, discourse: Discourse, name: str = "") -> str:
    planned = (hit.mood == "going" or _will_be(sentence, hit)) and hit.cue.property in _PLANNED
    if planned or name == "promised.pay" or "promise" in hit.cue.flags:
        return "promised"
    return _never_denied(hit, polarity_at(sentence, hit, discourse.lang))


def _will_be(sentence: Sentence, hit: Hit) -> bool:
    """ "The body of M. will be brought to Osh": in the gap of a pattern a helping verb tells a plan."""
    behind = WILL_BEHIND if hit.cue.property == "buried" and "weak" in hit.cue.flags else 0
    return any(t.low in _WILL for t in sentence.words[hit.first : hit.last + 1 + behind])


def _never_denied(hit: Hit, polarity: str) -> str:
    """An office that neither confirms nor denies, or was asked and did not answer: silence is in doubt."""
    silent = hit.cue.property in {"official_no_info", "info_requested"} and "neg" not in hit.cue.flags
    if polarity == "denied" and silent:
        return "uncertain" if hit.cue.property == "official_no_info" else "affirmed"
    return polarity


def fixed_draft(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> Draft:
    """A claim whose value stands in the table: pathway, side, coercion, ..."""
    value = hit.cue.value or "true"
    if "words" in hit.cue.flags:
        value = " ".join(discourse.text[hit.start : hit.stop].split())
    polarity = _polarity(sentence, hit, discourse)
    if value == "true" and polarity == "denied":
        value = "false"
    return Draft(who, hit.cue.property, value, hit.start, hit.stop, sentence.index, polarity)


def drafts_of(sentence: Sentence, event: Event, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """The claims of one event: what it carries, and itself where its frame says so."""
    hit, flags = event.hit, event.hit.cue.flags
    if "amount" in flags and "amount" not in event.args:
        return []
    polarity = _polarity(sentence, hit, discourse, event.name)
    if event.name in {"died", "buried"} and first_person_at(sentence, hit, discourse.lang):
        # Who says "I was killed" or "they buried me" denies it.
        return [Draft(event.who, "died", "false", hit.start, hit.stop, sentence.index, "denied")]
    if event.name == "promised.pay" and _for_the_family(sentence, event, refs):
        event.frame = frames()["compensation_promised"]
    carried = [*event.args.values(), *event.more]
    if event.name == "compensated" and (wages := _wages(sentence, event, carried)):
        return wages
    denied = polarity == "denied"
    at = hit.start if grammar(discourse.lang).verb_last else _said_at(sentence, hit)
    itself = Draft(
        event.who,
        event.name,
        "false" if denied else "true",
        hit.start,
        hit.stop,
        sentence.index,
        polarity,
        at=at,
    )
    if event.frame.bare == "alone" and denied:
        return [itself]
    if event.own_death and polarity == "affirmed":
        polarity = itself.polarity = "uncertain"
    if denied:
        # "не воював під Бахмутом": what did not happen has no place; a denied death was told of with its own
        carried = [a for a in carried if event.name == "died" and a.slot != "amount"]
    kept = "uncertain" if denied else polarity
    slots = event.frame.slots
    drafts = [
        Draft(event.who, slots[a.slot], a.value, a.start, a.stop, sentence.index, kept, at=at)
        for a in carried
        if a.value and event.frame.slots[a.slot] != "-"
    ]
    if event.name == "deployed" and (event.who.group or "nobare" in flags) and not denied:
        return drafts  # "citizens who fought in Ukraine": what makes them a group, told of none of them
    if event.frame.bare == "yes" or (event.frame.bare == "alone" and not drafts):
        drafts.append(itself)
    return drafts


def _said_at(sentence: Sentence, hit: Hit) -> int:
    """ "..., who met the coffin, said it had come from": told where its verb stands, behind "said"."""
    if hit.cue.pattern == IN_A_PAPER:
        return sentence.words[min(hit.last + 1, len(sentence.words) - 1)].start  # what stands in it says so
    parted = any(h.cue.kind == "say" and hit.first < h.first and h.last < hit.last for h in sentence.hits)
    return sentence.words[hit.last].start if parted else hit.start


def by_hearsay(sentence: Sentence, event: Event) -> bool:
    """True where a chat or a channel brought the news."""
    by = event.args.get("by")
    return by is not None and any(
        h.cue.kind == "org" and h.cue.property == "hearsay" and by.start <= h.start and h.stop <= by.stop
        for h in sentence.hits
    )


def _for_the_family(sentence: Sentence, event: Event, refs: list[Ref]) -> bool:
    """ "The family has been offered 3 million": what is promised to relatives is promised for a death."""
    if sentence.in_quote(event.hit.start):
        return False
    paid = any(is_jargon(h, "compensation") for h in sentence.hits)
    return paid or any(
        r.who.role == "relative" and r.form != "pronoun" and abs(r.first - event.hit.first) <= FAMILY_GAP
        for r in refs
    )


def _wages(sentence: Sentence, event: Event, carried: list[Argument]) -> list[Draft]:
    """A compensation paid by the month is pay."""
    amounts = [a for a in carried if a.slot == "amount"]
    if not any("/" in a.value for a in amounts):
        return []
    return [Draft(event.who, "wage.amount", a.value, a.start, a.stop, sentence.index) for a in amounts]
