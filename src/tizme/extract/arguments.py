"""What an event carries: dates, places, sums, courts and charges, each at the nearest event with room."""

from __future__ import annotations

from collections.abc import Iterator

from tizme.extract.annotate import Sentence
from tizme.extract.beside import NEAR
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import field_start
from tizme.extract.forms import word_forms
from tizme.extract.frames import Argument, Event, Frame, frames
from tizme.extract.gaps import COMMA_COST, WRONG_SIDE_COST, gap_cost
from tizme.extract.grammar import clause_boundaries, grammar, of_any_language
from tizme.extract.origins import HOMES
from tizme.extract.spans import court_span, leaves_from, places_left, widen_left
from tizme.extract.tellers_places import of_who_tells
from tizme.model import DateMatch, MoneyMatch, PlaceMatch
from tizme.places import display

# In tokens, like every cost of this room.
SAY_COST = 1.0  # a verb of saying must be nearer than the event by more than this to take the date
TELLER_COST = 12.0
BEFORE_COST = 3.0  # for a place before a verb that has its places behind it
LEFT_PLACE_COST, LEFT_PLACE_GAIN = 20.0, 8.0  # for cues flagged "leftplace", and the gain for "rightplace"
NAMED_COURT = 2  # words before "court" that make its name
MIN_COURT_NAME = 12  # code points: "the court" is shorter
PASSED_COST = 6.0  # for an event behind an argument that stands in another event's clause
_FIRST_OF = frozenset({"first", "last", "past", "next", "final", "opening", "первые", "последние"})
_CLAUSE_MARKS = frozenset({",", ";", ":", "-", "(", ")"})
FAR_PLACE = 20.0
REASON_COST = 30.0  # for a date before the reason that a verb before it was given for
INNER_COST = 8.0  # for a clause that begins between an argument and an event
DESCRIBED = 2  # tokens between a participle and a day that is more likely the main verb's
OPENING = 3  # tokens before a date that still opens its sentence
YEARS_OF_A_TERM = 3  # nobody serves at the front as long
DATE_BEHIND = 2  # tokens from a verb to the day right behind it
ORDER_WORDS = 7  # tokens from an order to its day
FUTURE_GAP = 2  # tokens between a day and the verb of the future beside it
_SPEAK_FOR = ("пресс", "прес-", "press")  # who tells of a charge does not bring it
CLAUSE_WORDS = 3  # words behind a day or a place that make a clause of their own with it
NEWS_OF = 4  # tokens from "was notified" to "his death"
ALSO_ASKED = 7  # tokens from "the commissariat in Samara" to "and to the Red Cross"
JOINED = 3  # tokens between two values of one slot

_BEFORE_THE_VERB = frozenset({"place", "date", "from", "amount", "duration"})
_BEHIND_THE_VERB = frozenset({"place", "from", "charge"})
# "друга, Саню з Тюмені, поранило": where somebody is from is not where this befell them.
PAID_IN = "RUB"
_TELLING = frozenset({"seen_alive", "last_contact", "death_reported", "info_requested"})
_NOT_WHERE_FROM = frozenset({"died", "wounded", "captured", "buried", "missing", "seen_alive"})
_DESCRIBES = frozenset({"died", "wounded", "captured", "missing", "deployed"})
_PARTICIPLES = ("gan", "ган", "ген", "ған", "кен", "кан", "қан", "гон", "гөн", "кон", "көн")
_PERSONS = frozenset({"person", "group", "kin", "rank"})
_GONE_TO = frozenset({"deployed", "migrated"})
_FAR_FROM_HOME = frozenset({"recruited", "contract_signed", "deployed", "captured"})
_NOT_IN_A_WARD = frozenset({"wounded", "captured", "deployed"})
_DATED = frozenset({"of", "dated", "from", "от"})  # between an order and its day
_OF_A_HOME = frozenset({"origin", "residence", "birth"})
_JOURNEYS = frozenset({"body_repatriated", "migrated", "returned"})
# A company or unit is asked for news or refuses it; nothing else is done by it.
_INFORMED = frozenset({"info_refused", "info_requested"})


# An office that is asked for news; the one that recruited detains and charges nobody.
_ASKED = frozenset({"official", "hearsay", "captor", "recruiter"})


def attach(sentence: Sentence, events: list[Event], discourse: Discourse) -> None:
    """Give everything of the sentence that an event can carry to the nearest event that can hold it."""
    lang = discourse.lang
    courts = [widen_left(sentence, h) for h in sentence.hits if h.cue.kind == "court"]
    for date in sentence.dates:
        beside = date.start in sentence.origins or any(a <= date.start < b for a, b in courts)
        if not beside and not _of_a_paper(sentence, date.start) and not _of_a_fixed(sentence, date.start):
            able = _in_one_clause(sentence, events, date) if _yet_to_come(sentence, date) else events
            able = [e for e in able if not _named_in_news(e, able, sentence, date)]
            able = [e for e in able if not _day_of_the_call(sentence, date.start, e)]
            _give(sentence, able, Argument("date", date.edtf, date.start, date.stop), lang)
    for duration in (d for d in sentence.durations if not _part_of_a_year(sentence, d)):
        _give(sentence, events, Argument("duration", duration.edtf, duration.start, duration.stop), lang)
    for sum_ in sentence.money:
        _give(sentence, events, Argument("amount", money_value(sum_), sum_.start, sum_.stop), lang)
    leaving = any("from" in e.frame.slots for e in events)
    for place in places_left(sentence, lang):
        if _instead_of(sentence, place) or of_who_tells(sentence, place, lang):
            continue
        if _names_a_war(sentence, place):
            continue
        left = leaves_from(sentence, place, lang)
        slot = "from" if leaving and left else "place"
        value = _place_value(place, lang)
        moved = left or sentence.words[sentence.word_at(place.stop - 1)].low.endswith(
            grammar(lang).dative_endings
        )
        able = [e for e in events if not (moved and slot == "place" and e.name in _NOT_WHERE_FROM)]
        if left and grammar(lang).verb_last:
            able = [e for e in able if e.name not in _GONE_TO]  # "Xatirchidan urushga ketgan": from there
        able = _can_take(sentence, place, able, lang)
        _give(sentence, able, Argument(slot, value, place.start, place.stop), lang)
    for hit in sentence.hits:
        able = [e for e in events if _can_do(hit, e.name)]
        for argument in _arguments_of(sentence, hit, discourse):
            _give(sentence, able, argument, lang)
    _inherit_place(sentence, events)
    _inherit_court(sentence, events, discourse)
    _inherit_date(sentence, events)


def _part_of_a_year(sentence: Sentence, duration: DateMatch) -> bool:
    """ "in the first four months of the year": when, and not how long."""
    first = sentence.word_at(duration.start)
    return bool({t.low for t in sentence.words[max(0, first - 1) : first + 1]} & _FIRST_OF)


def _named_in_news(event: Event, events: list[Event], sentence: Sentence, date: DateMatch) -> bool:
    """ "was notified of his death on 2 March": the day of the news, where a noun alone names the death."""
    if event.name != "died" or sentence.word_at(date.start) < event.hit.first:
        return False
    noun = any(t.low.startswith("death") for t in sentence.words[event.hit.first : event.hit.last + 1])
    if any(
        h.cue.property == "document" and h.first <= event.hit.last + 1 <= h.last + 1 for h in sentence.hits
    ):
        return False  # "learned it from the death certificate: 9 November"
    return noun and any(
        e.name == "death_reported" and e.hit.first < event.hit.first <= e.hit.last + NEWS_OF for e in events
    )


def _of_a_fixed(sentence: Sentence, date: int) -> bool:
    """ "received a presidential pardon on April 20": the day of words that carry none is no other's."""
    at = sentence.word_at(date)
    right_before = [
        h
        for h in sentence.hits
        if h.cue.kind == "event" and 0 < at - h.last <= DATE_BEHIND and not h.cue.loose
    ]
    return bool(right_before) and all(h.cue.value == "prison_amnesty" for h in right_before)


def _day_of_the_call(sentence: Sentence, date: int, event: Event) -> bool:
    """ "8-октябрда чалып: «мени жазып койду»": the day of the call, not of what is quoted behind it."""
    quotes = [a for a, b in sentence.quotes if date < a <= event.hit.start < b]
    return bool(quotes) and any(
        (h.cue.kind == "say" or is_jargon(h, "called")) and date < h.start and h.stop <= max(quotes)
        for h in sentence.hits
    )


def _issued_there(sentence: Sentence, at: int) -> bool:
    """ "a certificate issued in Rostov on 11 April, which gives ...": day and place of the paper itself."""
    papers = (h for h in sentence.hits if is_jargon(h, "issued"))
    return any(
        h.last < at
        and not any(t.kind == "mark" and t.low != "-" for t in sentence.words[h.last + 1 : at])
        and not any(e.cue.kind == "event" and h.last < e.first < at for e in sentence.hits)
        for h in papers
    )


def _can_take(sentence: Sentence, place: PlaceMatch, events: list[Event], lang: str) -> list[Event]:
    """The events that can have happened at a place, by what the words around it say it is."""
    able = [e for e in events if not _where_told(sentence, place, e)]
    if _issued_there(sentence, sentence.word_at(place.start)):
        return []
    if lang == "en" and (_says_whose(sentence, place) or owns(sentence, place)):
        able = [e for e in able if e.name in _OF_A_HOME]
    if passed_through(sentence, place):
        able = [e for e in able if e.name in _JOURNEYS]
    if _is_home(place):
        able = [e for e in able if e.name not in _FAR_FROM_HOME]
    if _has_ward(sentence, place):
        able = [e for e in able if e.name not in _NOT_IN_A_WARD]
    return able


def _where_told(sentence: Sentence, place: PlaceMatch, event: Event) -> bool:
    """ "In Urgut, his brother said that he had been killed": where it is told, not where it befell."""
    first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
    if first > 1:
        return False
    for say in sentence.hits:
        if say.cue.kind != "say" or not last < say.first <= say.last < event.hit.first:
            continue
        between = [h for h in sentence.hits if last < h.first and h.last < say.first]
        speaks = any(h.cue.kind in _PERSONS or h.cue.kind == "org" for h in between)
        return speaks and not any(h.cue.kind == "event" for h in between)
    return False


def _of_a_paper(sentence: Sentence, date: int) -> bool:
    """ "By order of the commander of 19 December": the day of the order, not of what it says."""
    at = sentence.word_at(date)
    if _issued_there(sentence, at):
        return True
    if at == 0 or sentence.words[at - 1].low not in _DATED:
        return False
    orders = (h for h in sentence.hits if is_jargon(h, "order"))
    return any(
        0 < at - order.last <= ORDER_WORDS
        and not any(h.cue.kind == "event" and order.last < h.first and h.last < at for h in sentence.hits)
        for order in orders
    )


def _says_whose(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "Bishkek mother learns that her son is captured": whose mother, and nowhere that anything befell."""
    behind = sentence.word_at(place.stop - 1) + 1
    if place.stop == sentence.words[-1].stop:
        return False
    return any(h.cue.kind in _PERSONS and h.first == behind for h in sentence.hits)


def owns(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "soldiers of Ukraine's 46th Brigade": whose brigade, and nowhere that anything befell."""
    token = sentence.words[sentence.word_at(place.stop - 1)]
    return token.low.endswith(("'s", "s'")) and not place.nominative.lower().endswith(token.low)


def _instead_of(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "замість Бішкека поїду охороняти склади": a place that something else came instead of."""
    first = sentence.word_at(place.start)
    return any(h.cue.property == "instead" and h.last == first - 1 for h in sentence.hits)


def _names_a_war(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "Rossiya–Ukraina urushida": two countries joined before "war" say which, and not where."""
    last = sentence.word_at(place.stop - 1)
    near = sentence.words[max(0, sentence.word_at(place.start) - 1) : last + 2]
    joined = any(t.low == "-" for t in near)
    return joined and any(is_jargon(h, "war") and 0 < h.first - last <= JOINED for h in sentence.hits)


def passed_through(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "by plane, through Osh, and buried him": a place on the way, not where he lies."""
    first = sentence.word_at(place.start)
    return any(h.cue.property == "on_the_way" and h.last == first - 1 for h in sentence.hits)


def _is_home(place: PlaceMatch) -> bool:
    """ "або депортація до Таджикистану, або контракт": nobody signs or fights in a country of origin."""
    best = place.candidates[0][0] if place.candidates else None
    return best is not None and best.kind == "country" and best.country in HOMES


def _yet_to_come(sentence: Sentence, date: DateMatch) -> bool:
    """ "через год буду гражданином": a day beside a verb of the future."""
    first, last = sentence.word_at(date.start), sentence.word_at(date.stop - 1)
    return any(
        is_jargon(h, "shall") and (0 < h.first - last <= FUTURE_GAP or 0 < first - h.last <= FUTURE_GAP)
        for h in sentence.hits
    )


def _in_one_clause(sentence: Sentence, events: list[Event], date: DateMatch) -> list[Event]:
    first, last = sentence.word_at(date.start), sentence.word_at(date.stop - 1)
    return [
        e
        for e in events
        if not any(
            t.low in _CLAUSE_MARKS for t in sentence.words[min(last, e.hit.last) : max(first, e.hit.first)]
        )
    ]


def _has_ward(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "a hospital in Luhansk": where somebody lies, not where he was hit."""
    first = sentence.word_at(place.start)
    before = next(
        (p for p in sentence.places if 0 < first - sentence.word_at(p.stop - 1) <= 2 and p is not place), None
    )
    if before is not None and sentence.words[first - 1].low in clause_boundaries():
        return _has_ward(sentence, before)  # "hospitals in Luhansk and Anapa"
    return any(is_jargon(h, "ward") and 0 < first - h.last <= 2 for h in sentence.hits)


def _inherit_date(sentence: Sentence, events: list[Event]) -> None:
    """ "The funeral was in January, when the body was sent to Osh": one day for both."""
    for date in sentence.dates:
        at = sentence.word_at(date.stop - 1) + 1
        words = [t.low for t in sentence.words[at : at + 2]]
        if len(words) < 2 or words[0] != "," or words[1] not in of_any_language("when_words"):
            continue
        behind = [e for e in events if e.hit.first > at and "date" in e.frame.slots and "date" not in e.args]
        if behind:
            behind[0].args["date"] = Argument("date", date.edtf, date.start, date.stop)


def note_court(sentence: Sentence, discourse: Discourse) -> None:
    """Remember a court with a name, also one that stands in a heading."""
    for hit in sentence.hits:
        if hit.cue.kind == "court":
            start, stop = court_span(sentence, hit, lang=discourse.lang)
            first = sentence.word_at(start)
            named = any(t.text[:1].isupper() for t in sentence.words[first + 1 : hit.last + 1])
            if named or hit.last - first >= NAMED_COURT:
                discourse.court = (sentence.paragraph, start, stop)


def _inherit_court(sentence: Sentence, events: list[Event], discourse: Discourse) -> None:
    """ "Osh Regional Court. On 6 March the court ...": the court named before, here or above."""
    note_court(sentence, discourse)
    if discourse.court is None:
        return
    paragraph, start, stop = discourse.court
    for event in events:
        held = event.args.get("court")
        bare = held is not None and held.stop - held.start < MIN_COURT_NAME
        if event.name == "sentenced" and (bare or (held is None and paragraph == sentence.paragraph)):
            event.args["court"] = Argument("court", discourse.text[start:stop], start, stop)


def _can_do(hit: Hit, event: str) -> bool:
    """Soldiers take prisoners; offices detain, charge and are asked; a unit is asked for news of its man."""
    if hit.cue.kind == "unit":
        return event in _INFORMED
    if hit.cue.kind != "org":
        return True
    if hit.cue.property == "hearsay":
        return event == "death_reported"  # a channel that shows a prisoner took nobody
    return (hit.cue.property == "captor") == (event == "captured")


def _arguments_of(sentence: Sentence, hit: Hit, discourse: Discourse) -> Iterator[Argument]:
    """The charge, court, or office that a cue names."""
    kind = hit.cue.kind
    if kind == "charge":
        yield Argument("charge", _charge_value(sentence, hit), hit.start, hit.stop)
    elif kind == "court":
        start, stop = court_span(sentence, hit, lang=discourse.lang)
        yield Argument("court", discourse.text[start:stop], start, stop)
    elif kind == "unit" or (kind == "org" and hit.cue.property in _ASKED and not _of_a_prison(sentence, hit)):
        start, stop = widen_left(sentence, hit) if kind == "org" else (hit.start, hit.stop)
        value = hit.cue.value or " ".join(discourse.text[start:stop].split())
        if hit.cue.property != "recruiter" and not sentence.words[hit.first].low.startswith(_SPEAK_FOR):
            yield Argument("by", value, start, stop)
        yield Argument("to", value, start, stop)
    elif kind == "org" and hit.cue.property == "recruiter":
        asked = sentence.words[hit.last].low.endswith(grammar(discourse.lang).dative_endings)
        if grammar(discourse.lang).verb_last and not asked:
            return
        start, stop = widen_left(sentence, hit)  # a ministry of war is asked for news of its man, too
        yield Argument("to", " ".join(discourse.text[start:stop].split()), start, stop)


def _of_a_prison(sentence: Sentence, hit: Hit) -> bool:
    """ "тергеу изоляторы": the office in the name of a prison or a court does nothing."""
    return any(
        h.cue.kind in {"prison", "court"} and h.first <= hit.first and hit.last <= h.last and h.last > h.first
        for h in sentence.hits
    )


def _give(sentence: Sentence, events: list[Event], argument: Argument, lang: str) -> None:
    """Put an argument into the nearest event with a slot for it, if it fits better than what is there."""
    slot = argument.slot
    able = [
        e
        for e in events
        if slot in e.frame.slots
        and not (slot == "duration" and e.name == "deployed" and _too_long(argument.value))
        and "neg" not in e.hit.cue.flags
        and not ("noargs" in e.hit.cue.flags and not _beside_in_entry(sentence, e, argument))
        and not (slot == "duration" and e.name == "contract_signed" and argument.value.endswith("D"))
        and not (grammar(lang).verb_last and _of_the_next_clause(sentence, e, argument))
        and not (grammar(lang).verb_last and slot == "date" and _of_the_main_verb(sentence, e, argument))
        and not _behind_a_home(sentence, e, argument, lang)
        and not _what_was_said(sentence, e, argument, lang)
        and not _of_what_was_told(sentence, e, argument)
        and not ("amount" in e.hit.cue.flags and not sentence.money)  # it says something only with a sum
        and field_start(sentence, e.hit.first) == field_start(sentence, sentence.word_at(argument.start))
        and not (e.name == "birth" and _cost(sentence, e, argument, lang) > COMMA_COST)
    ]
    if not able:
        return

    def price(e: Event) -> float:
        return _cost(sentence, e, argument, lang) + _passed(sentence, e, able, argument, lang)

    event = min(able, key=price)
    others = [e for e in able if e.name != "birth"]
    if event.name == "birth" and slot in event.args and others:
        event = min(others, key=price)  # "(1996 yil 7 mart kuni tug'ilgan) 28 avgust kuni ... halok bo'lgan"
    if slot == "date" and _said_then(sentence, event, argument, lang):
        return
    held = event.args.get(slot)
    if held is None:
        event.args[slot] = argument
        event.more = [m for m in event.more if m.slot != slot]
    elif slot == "court" and argument.stop - argument.start > held.stop - held.start:
        event.args[slot] = argument  # "a court ... The Naryn Regional Court": the one with a name
    elif _beside_the_held(sentence, event, held, argument):
        event.more.append(argument)
    elif _cost(sentence, event, argument, lang) < _cost(sentence, event, held, lang):
        event.args[slot] = argument
        event.more = [m for m in event.more if m.slot != slot]
        _next_best(sentence, able, held, lang)
    else:
        _next_best(sentence, able, argument, lang)


def _next_best(sentence: Sentence, able: list[Event], argument: Argument, lang: str) -> None:
    """ "Марказ айылында Украинадагы согушта курман болгон жигиттин сөөгү коюлду": the grave's place."""
    free = [e for e in able if argument.slot not in e.args]
    if grammar(lang).verb_last and argument.slot == "place" and free:
        event = min(free, key=lambda e: _cost(sentence, e, argument, lang))
        if _cost(sentence, event, argument, lang) <= FAR_PLACE and event.hit.first > sentence.word_at(
            argument.start
        ):
            event.args[argument.slot] = argument


def _what_was_said(sentence: Sentence, event: Event, argument: Argument, lang: str) -> bool:
    """ "he phoned in March and said that he was near Bakhmut": there he did not phone from."""
    first = sentence.word_at(argument.start)
    if event.name not in _TELLING or argument.slot not in {"date", "place"} or first <= event.hit.last:
        return False
    between = sentence.words[event.hit.last + 1 : first]
    return any(t.low in grammar(lang).that_words for t in between)


def _beside_in_entry(sentence: Sentence, event: Event, argument: Argument) -> bool:
    """ "Полонений 11.10.2024": in an entry of a list the day right behind says when."""
    return sentence.entry is not None and sentence.word_at(argument.start) == event.hit.last + 1


def _of_the_next_clause(sentence: Sentence, event: Event, argument: Argument) -> bool:
    """ "ки ... ҳалок шудааст, 15 июн оварда мешавад": where verbs stand last the day is not its own."""
    first, last = sentence.word_at(argument.start), sentence.word_at(argument.stop - 1)
    if argument.slot not in {"date", "place"} or first <= event.hit.last or event.hit.cue.flags & {"weak"}:
        return False
    comma = any(t.low == "," for t in sentence.words[event.hit.last + 1 : first])
    goes_on = [t for t in sentence.words[last + 1 :] if t.kind == "word"]
    return comma and sentence.entry is None and len(goes_on) >= CLAUSE_WORDS


def _of_what_was_told(sentence: Sentence, event: Event, argument: Argument) -> bool:
    """ "Июнда кат келди, анда 12-майда ... каза болгон": the second day is that of the death."""
    inside = event.hit.first < sentence.word_at(argument.start) < event.hit.last
    return event.name == "death_reported" and "far" in event.hit.cue.flags and inside


def _behind_a_home(sentence: Sentence, event: Event, argument: Argument, lang: str) -> bool:
    """ "... tug'ilgan) masalasi bo'yicha Rossiya idoralariga": where the verb stands last no home follows."""
    behind = argument.slot == "place" and sentence.word_at(argument.start) > event.hit.last
    left = sentence.words[sentence.word_at(argument.stop - 1)].low.endswith(grammar(lang).from_endings)
    # "1989-yilda tug'ilgan, Namangan viloyatidan.": but where somebody comes from does
    return grammar(lang).verb_last and behind and not left and "leftplace" in event.hit.cue.flags


def _beside_the_held(sentence: Sentence, event: Event, held: Argument, other: Argument) -> bool:
    """True for a second value of a slot: "Bishkek and Osh", two offices that were asked."""
    if other.slot == "to":
        return _also_asked(sentence, event, held, other)
    return other.slot in {"place", "amount", "to"} and _joined(sentence, held, other)


def _passed(sentence: Sentence, event: Event, able: list[Event], argument: Argument, lang: str) -> float:
    """ "got nine years on 2 May for fighting": a date in the clause of one verb is dear to the next."""
    first = sentence.word_at(argument.start)
    if grammar(lang).verb_last or event.hit.first < first:
        return 0.0
    for other in able:
        between = sentence.words[other.hit.last + 1 : first]
        if other.hit.last < first and not any(t.low in _CLAUSE_MARKS for t in between):
            return PASSED_COST
    return 0.0


def _too_long(duration: str) -> bool:
    """True for a term of years: nobody serves at the front for seven years, but in a prison."""
    years = duration.removeprefix("P").split("Y")[0]
    return "Y" in duration and years.isdigit() and int(years) >= YEARS_OF_A_TERM


def _also_asked(sentence: Sentence, event: Event, held: Argument, other: Argument) -> bool:
    """ "обращались в прокуратуру, в посольство": each of the offices behind the verb was asked."""
    first, last = sentence.word_at(other.start), sentence.word_at(held.stop - 1)
    joined = any(t.low in of_any_language("joining_words") for t in sentence.words[last + 1 : first])
    near = 0 < first - last <= (ALSO_ASKED if joined else JOINED + 1)
    return event.name == "info_requested" and near and event.hit.first <= sentence.word_at(held.start)


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


def _said_then(sentence: Sentence, event: Event, date: Argument, lang: str) -> bool:
    """ "his widow said on Monday": the day of the telling is not the day of what is told."""
    cost = _cost(sentence, event, date, lang)
    for say in sentence.hits:
        if say.cue.kind == "say" and say.last != event.hit.last:
            telling = Event(say, "", Frame("no", {}), event.who)
            if _cost(sentence, telling, date, lang) + SAY_COST < cost:
                return True
    return False


def _of_the_main_verb(sentence: Sentence, event: Event, date: Argument) -> bool:
    """ "Kanal 18 avgust kuni asirga olingan yigitning videosini tarqatdi": the day of the channel's deed.

    A participle before its noun only describes; a day between whoever acts and it is theirs.
    """
    behind = sentence.words[event.hit.last + 1 : event.hit.last + 2]
    describes = (
        event.name in _DESCRIBES | {"recruited"}
        and sentence.words[event.hit.last].low.endswith(_PARTICIPLES)
        and bool(behind)
        and behind[0].kind != "mark"
        and not any(h.first == event.hit.last + 1 and h.cue.kind in {"say", "mark"} for h in sentence.hits)
    )
    first = sentence.word_at(date.start)
    return (
        describes
        and first < event.hit.first
        and any(
            h.cue.kind in {"org", "court"} and h.last < first and first - h.last <= DESCRIBED
            for h in sentence.hits
        )
    )


def _joined(sentence: Sentence, held: Argument, other: Argument) -> bool:
    """ "Bishkek and Osh", "100,000 rubles ($1,191)": one slot, two values."""
    between = sentence.words[sentence.word_at(held.stop - 1) + 1 : sentence.word_at(other.start)]
    joining = clause_boundaries() | of_any_language("joining_words")
    return len(between) <= JOINED and all(t.kind == "mark" or t.low in joining for t in between)


def _cost(sentence: Sentence, event: Event, argument: Argument, lang: str) -> float:
    """How far an argument is from an event, in tokens, and dearer on the side where the language has none."""
    if argument.slot == "amount" and grammar(lang).verb_last and _promised_sum(sentence, event, argument):
        return 0.0
    return _distance(sentence, event, argument, lang)


def _promised_sum(sentence: Sentence, event: Event, amount: Argument) -> bool:
    """ "va'da qilingan 1,7 million rubldan faqat 200 mingini olgan": the sum right behind its participle."""
    last = event.hit.last
    beside = sentence.word_at(amount.start) == last + 1
    return beside and sentence.words[last].low.endswith(_PARTICIPLES)


def _distance(sentence: Sentence, event: Event, argument: Argument, lang: str) -> float:
    hit, slot = event.hit, argument.slot
    first, last = sentence.word_at(argument.start), sentence.word_at(argument.stop - 1)
    if first <= hit.last and hit.first <= last:
        if None not in hit.cue.parts:
            return -1.0
        # "bodies of people killed in Ukraine began arriving": others have their places in a gap
        return float(min(first - hit.first, hit.last - last)) - 1
    verb_last, left_place = grammar(lang).verb_last, "leftplace" in hit.cue.flags
    if "rightplace" in hit.cue.flags and slot == "place":
        # "сокини 38-солаи ноҳияи Данғара": the noun's own place stands behind it.
        return (
            WRONG_SIDE_COST + FAR_PLACE
            if first < hit.first
            else gap_cost(sentence, hit.last, first) - LEFT_PLACE_GAIN
        )
    if first > hit.last:
        cost = gap_cost(sentence, hit.last, first)
        if event.name == "death_reported" and None in hit.cue.parts:
            cost += 1  # "told her that he had died in October": October is the day of the death
        if (verb_last or left_place) and slot in _BEFORE_THE_VERB:
            cost += WRONG_SIDE_COST + (LEFT_PLACE_COST if left_place and slot == "place" else 0)
        return cost
    cost = gap_cost(sentence, last, hit.first) + _reason_cost(sentence, last, slot)
    if verb_last:
        between = sentence.words[last + 1 : hit.first]
        # "14-уми ноябр Саидовро, ки аз ҷанг баргаштааст, маҳкум намуд": the day is not the inner clause's.
        cost += INNER_COST * sum(t.low in grammar(lang).subordinators for t in between)
    if slot == "date" and verb_last and cost >= DESCRIBED and _only_describes(sentence, event):
        cost += INNER_COST
    if slot == "date" and verb_last and event.name != "death_reported":
        # "Январда амакиси унинг ўлганини айтган": the day before a relative is the day of the telling.
        kin = any(h.cue.kind == "kin" and last < h.first and h.last < hit.first for h in sentence.hits)
        told = kin or _told_of(sentence, event, first, last) or _said_of(sentence, event, last, lang)
        cost += TELLER_COST if told else 0
    if not verb_last and not left_place and slot in _BEHIND_THE_VERB:
        cost += BEFORE_COST
    if left_place and slot == "place" and hit.first - last <= 4:
        cost -= LEFT_PLACE_GAIN
    return cost


def _reason_cost(sentence: Sentence, last: int, slot: str) -> float:
    """ "sentenced him on Friday for serving with ...": the day of the sentence, not of the service."""
    reasons = (h for h in sentence.hits if is_jargon(h, "reason"))
    return REASON_COST if slot == "date" and any(h.first == last + 1 for h in reasons) else 0.0


def _only_describes(sentence: Sentence, event: Event) -> bool:
    """ "21-июнда ... каза болгон Мирландын сөөгү келди": the day is the body's, not the death's.

    In a language whose verbs stand last one right before a person only says which; another verb follows.
    """
    at = event.hit.last + 1
    if event.name not in _DESCRIBES or at >= len(sentence.words):
        return False
    start = sentence.words[at].start
    somebody = at in sentence.named or any(a <= start < b for a, b, _ in sentence.ages)
    somebody = somebody or any(h.first <= at <= h.last and h.cue.kind in _PERSONS for h in sentence.hits)
    somebody = somebody or any(d.start <= start < d.stop for d in sentence.demonyms)
    return somebody and any(
        h.cue.kind == "event" and h.first > at and h.cue.property in frames() and "weak" not in h.cue.flags
        for h in sentence.hits
    )


def _told_of(sentence: Sentence, event: Event, first: int, last: int) -> bool:
    """ "Mart oyida mahbus Faxriddin R. halok bo'lgani haqida xabar berildi": the day of the news.

    It opens the sentence, the one who died stands behind it, and a word for the news behind the death.
    """
    if event.name != "died":
        return False
    named = any(last < at < event.hit.first for at in sentence.named)
    if first > OPENING and not named:
        return False  # "Oila 20-noyabrda safdoshidan Sanjarbek halok bo'lganini eshitgan", too
    news = any(
        h.cue.property == "death_reported" and h.first <= event.hit.first and event.hit.last < h.last
        for h in sentence.hits
    )
    return news and event.hit.first - last > NEAR


def _said_of(sentence: Sentence, event: Event, last: int, lang: str) -> bool:
    """ "Noyabrda bir rus kelib, akang o'ldi dedi": the day on which he came and said it."""
    converbs, words = word_forms(lang).converbs, sentence.words
    said = any(h.cue.kind == "say" and h.first == event.hit.last + 1 for h in sentence.hits)
    return said and any(
        words[i].low == "," and words[i - 1].low.endswith(converbs) for i in range(last + 2, event.hit.first)
    )


def _place_value(place: PlaceMatch, lang: str) -> str:
    """The place as a list would have it; a country by its own name in the text's language."""
    if lang in {"ru", "uk"} and place.candidates and place.candidates[0][0].kind == "country":
        return display(place.candidates[0][0].id, lang)
    return place.nominative


def money_value(money: MoneyMatch) -> str:
    """ "100000 RUB", "180000 RUB/month".

    Where a text names no currency at all ("сулил два миллиона"), what is promised and paid for service in
    the Russian army is in its roubles.
    """
    amount = int(money.amount) if money.amount == int(money.amount) else money.amount
    return f"{amount} {money.currency or PAID_IN}" + (f"/{money.per}" if money.per else "")


def _charge_value(sentence: Sentence, hit: Hit) -> str:
    if "article" in hit.cue.flags:
        numbers = [t.text for t in sentence.words[hit.first : hit.last + 1] if t.kind == "number"]
        return f"Art. {numbers[0]}" if numbers else ""
    return hit.cue.value or " ".join(t.text for t in sentence.words[hit.first : hit.last + 1])
