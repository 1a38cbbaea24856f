"""Events told by cue words: whom they befell, when, where, how much."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import grammar
from tizme.extract.polarity import polarity_at
from tizme.extract.who import Ref, Who
from tizme.extract.whose import (
    BOUNDARIES,
    COMMA_COST,
    WRONG_SIDE_COST,
    find_subject,
    first_person_at,
    gap_cost,
)
from tizme.model import MoneyMatch, PlaceMatch
from tizme.places import display
from tizme.tables import rows

SAY_COST = 1.0
TELLER_COST = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What an event can carry (tables/extract/events.csv); "" where it cannot."""

    bare: str
    slots: dict[str, str]


@cache
def frames() -> dict[str, Frame]:
    """event -> its frame."""
    found = {}
    for row in rows("extract/events.csv", "event", "bare", "date", "place"):
        if row["bare"] not in {"yes", "no", "alone"}:
            raise row.error("'bare' must be yes, no or alone")
        found[row["event"]] = Frame(
            row["bare"], {k: v for k, v in row.items() if k not in {"event", "bare"} and v}
        )
    return found


@dataclass(slots=True)
class Event:
    """A cue in a sentence with the person it is about and what was attached to it."""

    hit: Hit
    name: str
    frame: Frame
    who: Who
    args: dict[str, tuple[str, int, int]]  # slot -> (value, start, stop)
    more: list[tuple[str, str, int, int]]  # further values of one slot: (slot, value, start, stop)


def read_events(
    sentence: Sentence, refs: list[Ref], discourse: Discourse, *, published: str, speaker: Who | None = None
) -> list[Draft]:
    """Drafts for every event cue of one sentence."""
    hits = _event_hits(sentence)
    events: list[Event] = []
    drafts: list[Draft] = []
    for hit in hits:
        who = find_subject(sentence, hit, refs, discourse, speaker=speaker)
        if who is None:
            continue
        name = _event_name(hit, sentence, published)
        frame = frames().get(name)
        if frame is None:
            drafts.append(_fixed(sentence, hit, who, discourse))
        else:
            events.append(Event(hit, name, frame, who, {}, []))
    _attach(sentence, events, discourse)
    _inherit_place(sentence, events)
    drafts += _told(sentence, events, refs)
    for event in events:
        of_event = _drafts_of(sentence, event, discourse)
        for draft in of_event:
            draft.hearsay = "hearsay" in event.hit.cue.flags
        drafts += of_event
    return drafts


def _event_hits(sentence: Sentence) -> list[Hit]:
    """Event cues; a weak one only where no other cue of its property stands in the sentence."""
    hits = [h for h in sentence.hits if h.cue.kind == "event"]
    strong = {h.cue.property for h in hits if "weak" not in h.cue.flags}
    stops = [h for h in sentence.hits if h.cue.kind == "stop"]
    kept = []
    for hit in hits:
        if "weak" in hit.cue.flags and hit.cue.property in strong:
            continue
        if any(s.first <= hit.first and hit.last <= s.last for s in stops):
            continue
        kept.append(hit)
    return kept


def _event_name(hit: Hit, sentence: Sentence, published: str) -> str:
    """A sentence passed years before the text, with no court named, is a prior sentence."""
    if hit.cue.property != "sentenced" or any(h.cue.kind == "court" for h in sentence.hits):
        return hit.cue.property
    years = [d.edtf[:4] for d in sentence.dates if d.edtf[:4].isdigit()]
    if published[:4].isdigit() and years and int(min(years)) < int(published[:4]) - 1:
        return "prior_sentence"
    return "sentenced"


def _fixed(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> Draft:
    """A claim whose value stands in the table: pathway, side, coercion, ..."""
    value = hit.cue.value or "true"
    polarity = "promised" if "promise" in hit.cue.flags else polarity_at(sentence, hit, discourse.lang)
    if value == "true" and polarity == "denied":
        value = "false"
    return Draft(who, hit.cue.property, value, hit.start, hit.stop, sentence.index, polarity)


# -- what an event carries ---------------------------------------------------------------------------


def _attach(sentence: Sentence, events: list[Event], discourse: Discourse) -> None:
    """Give every date, place, sum, term, court and charge of the sentence to the nearest event that can hold it."""
    lang = discourse.lang
    courts = [widen_left(sentence, h) for h in sentence.hits if h.cue.kind == "court"]
    for date in sentence.dates:
        if date.start in sentence.origins or any(a <= date.start < b for a, b in courts):
            continue
        _give(sentence, events, "date", date.edtf, date.start, date.stop, lang)
    for duration in sentence.durations:
        term = "court" if any("court" in e.frame.slots for e in events) else ""
        slot = "duration"
        if term or not any("duration" in e.frame.slots and "court" not in e.frame.slots for e in events):
            slot = "duration"
        _give(sentence, events, slot, duration.edtf, duration.start, duration.stop, lang)
    for sum_ in sentence.money:
        _give(sentence, events, "amount", money_value(sum_), sum_.start, sum_.stop, lang)
    for place in places_left(sentence, lang):
        slot = "from" if leaves_from(sentence, place, lang) else "place"
        if slot == "from" and not any("from" in e.frame.slots for e in events):
            slot = "place"
        _give(sentence, events, slot, place_value(place, lang), place.start, place.stop, lang)
    for hit in sentence.hits:
        if hit.cue.kind == "charge":
            _give(sentence, events, "charge", _charge_value(sentence, hit), hit.start, hit.stop, lang)
        if hit.cue.kind == "court":
            start, stop = widen_left(sentence, hit)
            stop = _of_place(sentence, stop, lang)
            text = discourse.text[start:stop]
            _give(sentence, events, "court", text, start, stop, lang)
        if (hit.cue.kind == "org" and hit.cue.property in {"official", "hearsay"}) or hit.cue.kind == "unit":
            start, stop = widen_left(sentence, hit) if hit.cue.kind == "org" else (hit.start, hit.stop)
            value = hit.cue.value or " ".join(discourse.text[start:stop].split())
            able = [
                e for e in events if hit.cue.kind == "org" or e.name in {"info_refused", "info_requested"}
            ]
            _give(sentence, able, "by", value, start, stop, lang)
            _give(sentence, able, "to", value, start, stop, lang)


def _give(
    sentence: Sentence, events: list[Event], slot: str, value: str, start: int, stop: int, lang: str
) -> None:
    first, last = sentence.word_at(start), sentence.word_at(stop - 1)
    able = [
        e
        for e in events
        if slot in e.frame.slots
        and not e.hit.cue.flags & {"neg", "noargs"}
        and not (e.name == "birth" and _cost(sentence, e, slot, first, last, lang) > COMMA_COST)
    ]
    if not able:
        return
    event = min(able, key=lambda e: _cost(sentence, e, slot, first, last, lang))
    if slot == "date" and _said_then(sentence, event, first, last, lang):
        return
    if slot in event.args:
        held = event.args[slot]
        if slot == "court" and stop - start > held[2] - held[1]:
            event.args[slot] = (
                value,
                start,
                stop,
            )  # "a court ... The Naryn Regional Court": the one with a name
            return
        if slot in {"place", "amount"} and _joined(sentence, held, start):
            event.more.append((slot, value, start, stop))
            return
        held_first, held_last = sentence.word_at(held[1]), sentence.word_at(held[2] - 1)
        if _cost(sentence, event, slot, first, last, lang) >= _cost(
            sentence, event, slot, held_first, held_last, lang
        ):
            return
    event.args[slot] = (value, start, stop)
    event.more = [m for m in event.more if m[0] != slot]


def _told(sentence: Sentence, events: list[Event], refs: list[Ref]) -> list[Draft]:
    """Who brought the news of a death and to whom: "her uncle told her that he had died"."""
    drafts = []
    for event in events:
        if event.name != "death_reported":
            continue
        others = [r for r in refs if r.who is not event.who and r.who.role != "subject"]
        tellers = [
            r for r in others if r.last < event.hit.first and gap_cost(sentence, r.last, event.hit.first) <= 4
        ]
        hearers = [
            r
            for r in others
            if event.hit.first < r.first <= event.hit.last and not (tellers and r.who is tellers[-1].who)
        ]
        if hearers and tellers:
            teller, hearer = tellers[-1], hearers[0]
            drafts.append(
                Draft(
                    event.who,
                    "death_reported.by",
                    teller.who.id,
                    teller.start,
                    teller.stop,
                    sentence.index,
                    target=teller.who,
                )
            )
            drafts.append(
                Draft(
                    event.who,
                    "death_reported.to",
                    hearer.who.id,
                    event.hit.start,
                    hearer.stop,
                    sentence.index,
                    target=hearer.who,
                )
            )
    return drafts


def _inherit_place(sentence: Sentence, events: list[Event]) -> None:
    """ "Тело отправили в Ош, где его похоронили": the second happened where the first did."""
    for hit in sentence.hits:
        if hit.cue.kind != "jargon" or hit.cue.property != "where":
            continue
        before = [e for e in events if e.hit.last < hit.first and "place" in e.args]
        after = [
            e for e in events if e.hit.first > hit.last and "place" in e.frame.slots and "place" not in e.args
        ]
        if before and after:
            after[0].args["place"] = before[-1].args["place"]


def _said_then(sentence: Sentence, event: Event, first: int, last: int, lang: str) -> bool:
    """ "his widow said on Monday": the day of the telling is not the day of what is told."""
    cost = _cost(sentence, event, "date", first, last, lang)
    for say in sentence.hits:
        if say.cue.kind == "say" and say.last != event.hit.last:
            teller = Event(say, "", Frame("no", {}), event.who, {}, [])
            if _cost(sentence, teller, "date", first, last, lang) + SAY_COST < cost:
                return True
    return False


def _joined(sentence: Sentence, held: tuple[str, int, int], start: int) -> bool:
    """ "Bishkek and Osh", "100,000 rubles ($1,191)": one slot, two values."""
    between = sentence.words[sentence.word_at(held[2] - 1) + 1 : sentence.word_at(start)]
    return 0 <= len(between) <= 3 and all(
        t.kind == "mark" or t.low in BOUNDARIES or t.low in {"about", "около", "в", "in", "or", "или"}
        for t in between
    )


def _cost(sentence: Sentence, event: Event, slot: str, first: int, last: int, lang: str) -> float:
    hit = event.hit
    if first <= hit.last and hit.first <= last:
        return -1.0
    after = first > hit.last
    cost = gap_cost(sentence, hit.last, first) if after else gap_cost(sentence, last, hit.first)
    flags = hit.cue.flags
    if (
        after
        and (grammar(lang).verb_last or "leftplace" in flags)
        and slot in {"place", "date", "from", "amount", "duration"}
    ):
        cost += WRONG_SIDE_COST + (20 if "leftplace" in flags and slot == "place" else 0)
    if slot == "date" and not after and grammar(lang).verb_last and event.name != "death_reported":
        # "Январда амакиси унинг ўлганини айтган": the day before a relative is the day of the telling.
        between = [h for h in sentence.hits if h.cue.kind == "kin" and last < h.first and h.last < hit.first]
        cost += TELLER_COST if between else 0
    if (
        not after
        and not grammar(lang).verb_last
        and slot in {"place", "from", "charge"}
        and "leftplace" not in flags
    ):
        cost += 3
    if "leftplace" in flags and slot == "place" and not after and hit.first - last <= 4:
        cost -= 8
    return cost


def places_left(sentence: Sentence, lang: str) -> list[PlaceMatch]:
    """Places that are not part of a court, a prison, an office or a unit."""
    taken = [(h.start, h.stop) for h in sentence.hits if h.cue.kind in {"unit"}]
    for hit in sentence.hits:
        if hit.cue.kind in {"court", "org"}:
            start, stop = widen_left(sentence, hit)
            taken.append((start, _of_place(sentence, stop, lang) if hit.cue.kind == "court" else stop))
        if hit.cue.kind == "prison":
            start, stop = prison_span(sentence, hit)
            taken.append((start, stop))
    # "МИД Кыргызстана": a country right behind an office is the office's.
    offices = [h.last for h in sentence.hits if h.cue.kind == "org"]
    taken += [(d.start, d.stop) for d in sentence.demonyms]
    left = [
        p
        for p in sentence.places
        if p.start not in sentence.origins and not p.demonym and sentence.word_at(p.start) - 1 not in offices
    ]
    return [p for p in left if not any(a < p.stop and p.start < b for a, b in taken)]


def widen_left(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """An office or court with the capitalised words and places before it: "the Naryn Regional Court"."""
    first = hit.first
    while first > 0 and hit.first - first < 5:
        token = sentence.words[first - 1]
        if first - 1 in sentence.named or any(
            h.cue.kind == "kin" and h.first <= first - 1 <= h.last for h in sentence.hits
        ):
            break
        in_place = any(p.start <= token.start < p.stop for p in sentence.places)
        if (token.kind == "word" and ((token.text[0].isupper() and first - 1 > 0) or in_place)) or (
            token.kind == "word"
            and first - 1 == 0
            and token.text[0].isupper()
            and (in_place or hit.first == 1)
        ):
            first -= 1
        else:
            break
    return sentence.words[first].start, hit.stop


def _of_place(sentence: Sentence, stop: int, lang: str) -> int:
    """Where "... Court of Bishkek" or "суд Бишкека" ends."""
    at = sentence.word_at(stop - 1)
    for place in sentence.places:
        first = sentence.word_at(place.start)
        if grammar(lang).verb_last and first == at + 1:
            continue  # "Qo'qon shahar sudi Ukrainadagi ...": the place begins something else
        if 0 < first - at <= 2 and all(
            t.low in {"of", "in", "the", "г", "города"} for t in sentence.words[at + 1 : first]
        ):
            return place.stop
    return stop


def prison_span(sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """A prison with the place or number beside it: "a Kaluga prison", "ИК-5 г. Кинешма", "зиндони Кинешма"."""
    first, last = hit.first, hit.last
    for place in (*sentence.places, *(d for d in sentence.demonyms if d.kind == "adjective")):
        a, b = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
        if 0 < hit.first - b <= 2 and not any(t.low == "," for t in sentence.words[b + 1 : hit.first]):
            first = min(first, a)
        between = sentence.words[hit.last + 1 : a]
        if 0 < a - hit.last <= 3 and not any(t.low == "," for t in between):
            last = max(last, b)
    while first > 0 and hit.first - first < 3:
        before = sentence.words[first - 1]
        if before.kind != "number" and not (
            before.low in {"-", "№"} and first > 1 and sentence.words[first - 2].kind == "number"
        ):
            break
        first -= 1
    words = sentence.words
    while (
        last + 1 < len(words)
        and (words[last + 1].kind == "number" or words[last + 1].low in {"№", "-"})
        and last - hit.last < 5
    ):
        last += 1
    return words[first].start, words[last].stop


def leaves_from(sentence: Sentence, place: PlaceMatch, lang: str) -> bool:
    """True where the words say that the place was left: "from Moscow", "из Москвы", "Москвадан"."""
    rules = grammar(lang)
    first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
    before = {t.low for t in sentence.words[max(0, first - 2) : first]}
    if before & rules.from_words and not before & {"to", "in", "в", "на"}:
        return True
    return bool(rules.from_endings) and sentence.words[last].low.endswith(rules.from_endings)


def place_value(place: PlaceMatch, lang: str) -> str:
    """The place as a list would have it; a country by its own name in the text's language."""
    if lang in {"ru", "uk"} and place.candidates and place.candidates[0][0].kind == "country":
        return display(place.candidates[0][0].id, lang)
    return place.nominative


def money_value(money: MoneyMatch) -> str:
    """ "100000 RUB", "180000 RUB/month"."""
    amount = int(money.amount) if money.amount == int(money.amount) else money.amount
    return f"{amount} {money.currency}" + (f"/{money.per}" if money.per else "")


def _charge_value(sentence: Sentence, hit: Hit) -> str:
    if "article" in hit.cue.flags:
        numbers = [t.text for t in sentence.words[hit.first : hit.last + 1] if t.kind == "number"]
        return f"Art. {numbers[0]}" if numbers else ""
    return hit.cue.value or " ".join(t.text for t in sentence.words[hit.first : hit.last + 1])


def _drafts_of(sentence: Sentence, event: Event, discourse: Discourse) -> list[Draft]:
    hit, flags = event.hit, event.hit.cue.flags
    if "amount" in flags and "amount" not in event.args:
        return []
    polarity = "promised" if "promise" in flags else polarity_at(sentence, hit, discourse.lang)
    if event.name in {"died", "buried"} and first_person_at(sentence, hit, discourse.lang):
        # Who says "I was killed" or "they buried me" denies it.
        return [Draft(event.who, "died", "false", hit.start, hit.stop, sentence.index, "denied")]
    drafts: list[Draft] = []
    carried = [(slot, *arg) for slot, arg in event.args.items()] + event.more
    if event.name == "compensated" and any(
        slot == "amount" and "/" in value for slot, value, _, _ in carried
    ):
        return [
            Draft(event.who, "wage.amount", value, start, stop, sentence.index)
            for slot, value, start, stop in carried
            if slot == "amount"
        ]
    for slot, value, start, stop in carried:
        if value and not (polarity == "denied" and slot in {"amount"}):
            kept = polarity if polarity in {"promised", "uncertain"} else "affirmed"
            drafts.append(Draft(event.who, event.frame.slots[slot], value, start, stop, sentence.index, kept))
    if event.frame.bare == "yes" or (event.frame.bare == "alone" and not drafts):
        value = "false" if polarity == "denied" else "true"
        drafts.append(Draft(event.who, event.name, value, hit.start, hit.stop, sentence.index, polarity))
    if event.frame.bare == "alone" and polarity == "denied":
        drafts = [Draft(event.who, event.name, "false", hit.start, hit.stop, sentence.index, polarity)]
    return drafts
