"""Word of a death brought to a family, told with a verb that names no death: "a stranger rang and said ...".

Who came or called, to whom and when is the news (death_reported); the day of it is not the day of the death,
and whoever called was not the man told of.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.draft import Draft
from tizme.extract.frames import Argument, Event, frames
from tizme.extract.overlaps import meet
from tizme.extract.spans import widen_left
from tizme.extract.who import Ref, Who

HEARER_WITHIN = 3  # tokens from "told" to whoever is told
TELLER_WITHIN = 12  # tokens from whoever brings the news to the verb
_NEWS = Cue("event", "(news brought)", "death_reported", "", frozenset(), ())
_CALLS = frozenset({"seen_alive", "last_contact", "info_requested", "info_refused", "contact_lost"})
_TELLS = frozenset({"source", "official", "hearsay"})
_BY = frozenset({"by", "from", "through", "via"})


def bring_news(
    sentence: Sentence, events: list[Event], refs: list[Ref], text: str
) -> tuple[list[Event], list[Draft]]:
    """The events without calls that were news of a death, those news among them; and who brought them."""
    deaths = [e for e in events if e.name == "died" and "neg" not in e.hit.cue.flags]
    if not deaths:
        return events, []
    death = deaths[0]
    if death.who.group or death.who.role != "subject":
        return events, []
    for verb in (h for h in sentence.hits if h.cue.kind == "jargon"):
        if verb.last >= death.hit.first or sentence.in_quote(verb.start) != sentence.in_quote(
            death.hit.start
        ):
            continue
        if not is_jargon(verb, "brings_news") and not is_jargon(verb, "was_told"):
            continue
        found = _brought(sentence, verb, death, refs, text)
        if found is not None:
            news, drafts = found
            kept = [
                e
                for e in events
                if e.name != "death_reported" and not (e.name in _CALLS and meet(e.hit, verb))
            ]
            return [*kept, news], drafts
    return events, []


def _brought(
    sentence: Sentence, verb: Hit, death: Event, refs: list[Ref], text: str
) -> tuple[Event, list[Draft]] | None:
    passive = is_jargon(verb, "was_told")
    others = [r for r in refs if r.who is not death.who and r.last < death.hit.first]
    hearer = _hearer(verb, others, passive=passive)
    teller = None if passive else _teller(verb, others, hearer)
    office = _office(sentence, verb, death.hit, passive=passive)
    if hearer is None and (passive or teller is None or "alone" not in verb.cue.value):
        return None
    if teller is None and office is None and not passive:
        return None
    news = Event(
        Hit(_NEWS, verb.first, verb.last, verb.start, verb.stop), "death_reported",
        frames()["death_reported"], death.who,
    )  # fmt: skip
    drafts = []
    if hearer is not None:
        drafts.append(_draft(death.who, "death_reported.to", hearer, sentence))
    if teller is not None:
        drafts.append(_draft(death.who, "death_reported.by", teller, sentence))
    elif office is not None:
        start, stop = widen_left(sentence, office)
        news.args["by"] = Argument("by", " ".join(text[start:stop].split()), start, stop)
    return news, drafts


def _draft(who: Who, prop: str, ref: Ref, sentence: Sentence) -> Draft:
    return Draft(who, prop, ref.who.id, ref.start, ref.stop, sentence.index, target=ref.who)


def _hearer(verb: Hit, others: list[Ref], *, passive: bool) -> Ref | None:
    """The relative who is told: behind the verb, or before one in the passive."""
    family = [r for r in others if r.who.role == "relative"]
    if passive:
        return next((r for r in reversed(family) if r.last < verb.first), None)
    behind = [r for r in family if verb.last < r.first]
    return behind[0] if behind else None


def _teller(verb: Hit, others: list[Ref], hearer: Ref | None) -> Ref | None:
    """Whoever stands before the verb and only passes by in the text."""
    before = [
        r
        for r in others
        if r.last < verb.first
        and verb.first - r.last <= TELLER_WITHIN
        and r.form != "pronoun"
        and (hearer is None or r.who is not hearer.who)
    ]
    if not before:
        return None
    teller = before[-1]
    stranger = teller.who.role == "subject" and teller.new and not teller.who.named and not teller.who.age
    return teller if stranger or teller.who.role in _TELLS else None


def _office(sentence: Sentence, verb: Hit, death: Hit, *, passive: bool) -> Hit | None:
    """The office that calls, or by which they were told."""
    for hit in sentence.hits:
        if hit.cue.kind != "org" or hit.cue.property == "press":
            continue
        if passive and verb.last < hit.first < death.first:
            start = sentence.word_at(widen_left(sentence, hit)[0])
            if any(t.low in _BY for t in sentence.words[max(0, start - 2) : start + 1]):
                return hit
        if not passive and 0 < verb.first - hit.last <= HEARER_WITHIN:
            return hit
    return None
