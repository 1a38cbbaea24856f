"""Events told by cue words: whom they befell, when, where, how much.

"In May he was sent near Toretsk, where he was wounded": two events of one man, with a month and a place.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.arguments import attach, owns, passed_through
from tizme.extract.befallen import brought_by_office, of_the_teller, whom_it_befell, whose_death
from tizme.extract.bringing_news import bring_news
from tizme.extract.court_terms import event_name, sentenced_before
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.dated_by_paper import day_in_a_paper
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.event_drafts import by_hearsay, drafts_of, fixed_draft
from tizme.extract.event_hits import event_hits
from tizme.extract.event_kinds import OF_ONE_MOMENT
from tizme.extract.event_senses import sense_in_context
from tizme.extract.frames import Event, frames
from tizme.extract.gapped import left_out_verbs
from tizme.extract.grammar import grammar
from tizme.extract.known_by import method_drafts
from tizme.extract.news_bearers import tellers_and_hearers
from tizme.extract.overlaps import meet
from tizme.extract.polarity import polarity_at
from tizme.extract.spans import leaves_from, places_left
from tizme.extract.together import companions
from tizme.extract.travels import travelled
from tizme.extract.voices import Voices
from tizme.extract.who import Ref, Who
from tizme.model import PlaceMatch

_TRAVELS = frozenset({"went", "sent", "came", "stayed"})
# Roads to the front on which somebody was recruited on a day and at a place.
_ENLISTS = frozenset({"prison_recruitment", "mobilised", "coerced_contract"})


def read_events(
    sentence: Sentence, refs: list[Ref], discourse: Discourse, *, published: str, voices: Voices | None = None
) -> list[Draft]:
    """Drafts for every event cue of one sentence."""
    events: list[Event] = []
    drafts: list[Draft] = []
    together: dict[int, list[Who]] = {}
    for hit in event_hits(sentence, discourse.lang):
        who = whose_death(sentence, hit, whom_it_befell(sentence, hit, refs, discourse, voices), discourse)
        if who is None or brought_by_office(sentence, hit, discourse.lang):
            continue
        own_death = of_the_teller(sentence, hit, who, voices)
        name = event_name(hit, sentence, published)
        if name == "detained" and sentenced_before(sentence, published, discourse.lang):
            continue  # "2021-жылы баңги зат менен кармалып, сегиз жылга кесилди": the arrest of that sentence
        if name in _TRAVELS:
            name = travelled(name, hit, sentence, discourse.lang)
        name = sense_in_context(name, hit, sentence, refs, who, discourse)
        if name == "" or (own_death and "weak" in hit.cue.flags):
            continue
        frame = frames().get(name)
        if frame is None and name == "detained.reason" and not _was_detained(sentence, who, discourse):
            continue  # "in a hospital, without documents"
        if frame is None:
            drafts.append(fixed_draft(sentence, hit, who, discourse))
            events += _recruitment(hit, who)
            continue
        events.append(Event(hit, name, frame, who, own_death=own_death))
        together[id(events[-1])] = companions(sentence, hit, who, refs, discourse)
    events += left_out_verbs(sentence, events, refs)
    events += day_in_a_paper(sentence, events, discourse)
    events, brought = bring_news(sentence, events, refs, discourse.text)
    drafts += brought
    attach(sentence, events, discourse)
    _share(events)
    for event in events:
        if event.name == "death_reported" and not brought:
            drafts += tellers_and_hearers(sentence, event, refs, discourse.lang)
    for event in events:
        of_event = drafts_of(sentence, event, refs, discourse)
        of_event += _known_by(sentence, event, discourse)
        others = together.get(id(event), [])
        of_event += [replace(draft, who=other) for other in others for draft in of_event]
        for draft in of_event:
            told = event.hit.mood == "told" or "hearsay" in event.hit.cue.flags
            draft.weak = "weak" in event.hit.cue.flags and draft.property == event.name
            draft.weak &= not _on_paper(sentence, event)
            draft.hearsay = told or by_hearsay(sentence, event)
        drafts += of_event
    return drafts + _at_the_front(sentence, events, discourse)


def _known_by(sentence: Sentence, event: Event, discourse: Discourse) -> list[Draft]:
    if event.name != "body_identified" or polarity_at(sentence, event.hit, discourse.lang) != "affirmed":
        return []
    return method_drafts(sentence, event.hit, event.who, discourse)


def _on_paper(sentence: Sentence, event: Event) -> bool:
    """ "дар шаҳодатномаи марг ... навишта шудааст": read there it is told anew, whoever told it before."""
    read = any(is_jargon(h, "paper_in") and h.first <= event.hit.first for h in sentence.hits)
    return event.name == "died" and read and any(is_jargon(h, "written") for h in sentence.hits)


def _was_detained(sentence: Sentence, who: Who, discourse: Discourse) -> bool:
    here = any(h.cue.property == "detained" and h.cue.kind == "event" for h in sentence.hits)
    return here or (who.id, "detained") in discourse.said


def _recruitment(hit: Hit, who: Who) -> list[Event]:
    """The road that somebody took to the front is also an event with its day and place."""
    if hit.cue.value not in _ENLISTS or hit.cue.flags & {"promise", "neg"}:
        return []
    return [Event(hit, "recruited", frames()["recruited"], who)]


def _at_the_front(sentence: Sentence, events: list[Event], discourse: Discourse) -> list[Draft]:
    """ "Потом 15-я бригада, под Покровск": a place of the front that no verb took is where he was sent."""
    who = discourse.focus
    if who is None or who.group or who.role != "subject":
        return []
    taken = {a.start for e in events for a in (*e.args.values(), *e.more)}
    return [
        Draft(who, "deployed.place", place.nominative, place.start, place.stop, sentence.index, weak=True)
        for place in places_left(sentence, discourse.lang)
        if place.start not in taken
        and not owns(sentence, place)
        and place.candidates
        and _of_the_front(place)
        and not passed_through(sentence, place)
        and not (grammar(discourse.lang).verb_last and leaves_from(sentence, place, discourse.lang))
    ]


def _of_the_front(place: PlaceMatch) -> bool:
    best = place.candidates[0][0]
    return best.kind == "front" or (best.country == "UA" and best.kind in {"town", "city", "village"})


def _share(events: list[Event]) -> None:
    """ "получил смертельное ранение 19 октября": two events of the same words have one day and one place."""
    bodily = [e for e in events if e.name in OF_ONE_MOMENT]
    for event in bodily:
        for other in bodily:
            if other is event or not meet(event.hit, other.hit):
                continue
            for slot in ("date", "place"):
                if slot in event.args and slot in other.frame.slots and slot not in other.args:
                    other.args[slot] = event.args[slot]
