"""Events told by cue words: whom they befell, when, where, how much."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.arguments import attach, owns, passed_through
from tizme.extract.bearers import HOMES
from tizme.extract.bringing_news import bring_news
from tizme.extract.bystanders import bystander_named
from tizme.extract.callers import a_call_tells
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.dated_by_paper import IN_A_PAPER, day_in_a_paper
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.entry_fields import field_start
from tizme.extract.frames import Argument, Event, frames
from tizme.extract.gapped import left_out_verbs
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import clause_boundaries, grammar, of_any_language
from tizme.extract.known_by import method_drafts
from tizme.extract.polarity import polarity_at
from tizme.extract.spans import leaves_from, places_left, widen_left
from tizme.extract.together import companions
from tizme.extract.voices import Voices
from tizme.extract.who import Ref, Who
from tizme.extract.whose import FATES, addressed, find_subject, first_person_at
from tizme.model import PlaceMatch

# What somebody is charged with is not told a second time: "for fighting in the war on the Russian side".
_CHARGED_WITH = frozenset({"deployed", "pathway", "recruited", "deserted", "coercion"})
# A form for the present or the future ("will be buried"): a plan, or with a fate nothing that happened.
_PLANNED = frozenset({"buried", "body_repatriated", "exchanged", "returned", "sentenced"})
_NOT_YET = frozenset({"died", "missing", "wounded", "captured"})
_ONLY_TELL = frozenset({"source", "official", "press"})
# A death and the wound it came of; never a death and the news of it.
_OF_ONE_MOMENT = frozenset({"died", "wounded", "captured", "missing", "last_contact", "seen_alive"})
_DEAD = frozenset({"died", "buried", "body_repatriated", "body_found"})
_OF_THE_DEAD = frozenset({"died", "death_reported"})
WORD_BEFORE = 3  # sentences before "refuted this word" among which the word of a death stands
FAMILY_GAP = 7  # tokens between a promise of money and the family it was made to
# "Jasadi topilmagan, ... telegramma kelgan": a body that is not found did not come.
_NO_BODY = ("body_repatriated", "body_found")
_TRAVELS = frozenset({"went", "sent", "came", "stayed"})
_TOLD_TRAVELS = frozenset({"migrated", "deployed", "returned", "deserted", "body_repatriated", "captured"})
_ROADS_IN_TABLE = frozenset({"ru"})
# Roads to the front on which somebody was recruited on a day and at a place.
_ENLISTS = frozenset({"prison_recruitment", "mobilised", "coerced_contract"})
THINGS_BEHIND = 2  # tokens from "taken" to "his documents"
WILL_BEHIND = 2  # tokens from "the funeral prayer" to "will"
_WILL = frozenset({"will", "shall", "'ll"})
TRAVEL_GAP = 4  # tokens between a verb of going and the place gone to
COFFIN_WITHIN = 6  # tokens between "came home" and the coffin in which he came
CAUSE_WITHIN = 3  # tokens from "died of" to the wounds
GOER_GAP = 3  # tokens between a relative and the verb of going
VICTIM_GAP = 2  # tokens from a comrade's name to the verb of what befell him
BEFELL_WITHIN = 2  # tokens from a word for a fate to the words for the war
TELLER_GAP = 4.0  # cost between who brings the news of a death and the verb that says so
_WHETHER = frozenset({"how", "why", "whether", "как", "як", "чи"})  # behind them no news is told
_NEWS_ENDS = frozenset({";", "но", "однако", "але", "проте", "but", "however"})
_COMES_HOME = frozenset({"returned", "exchanged"})
# Of these an office that has no news of them says nothing.
_UNKNOWN = frozenset(
    {"died", "death_reported", "captured", "missing", "wounded", "buried", "seen_alive", "returned"}
)
SILENT_OF, SILENT_BESIDE = (
    6,
    2,
)  # tokens between the words for an office's silence and those for what it is silent of


def read_events(
    sentence: Sentence, refs: list[Ref], discourse: Discourse, *, published: str, voices: Voices | None = None
) -> list[Draft]:
    """Drafts for every event cue of one sentence."""
    events: list[Event] = []
    drafts: list[Draft] = []
    together: dict[int, list[Who]] = {}
    for hit in _event_hits(sentence, discourse.lang):
        who = _whose_death(sentence, hit, _befell(sentence, hit, refs, discourse, voices), discourse)
        if who is None or _brought_by_office(sentence, hit, discourse.lang):
            continue
        own_death = _of_the_teller(sentence, hit, who, voices)
        name = _event_name(hit, sentence, published)
        if name == "detained" and _sentenced_before(sentence, published, discourse.lang):
            continue  # "2021-жылы баңги зат менен кармалып, сегиз жылга кесилди": the arrest of that sentence
        if name in _TRAVELS:
            name = _travelled(name, hit, sentence, discourse.lang)
        name = _in_context(name, hit, sentence, refs, who, discourse)
        if name == "" or (own_death and "weak" in hit.cue.flags):
            continue
        frame = frames().get(name)
        if frame is None and name == "detained.reason" and not _was_detained(sentence, who, discourse):
            continue  # "in a hospital, without documents"
        if frame is None:
            drafts.append(_fixed(sentence, hit, who, discourse))
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
            drafts += _told(sentence, event, refs, discourse.lang)
    for event in events:
        of_event = _drafts_of(sentence, event, refs, discourse)
        of_event += _known_by(sentence, event, discourse)
        others = together.get(id(event), [])
        of_event += [replace(draft, who=other) for other in others for draft in of_event]
        for draft in of_event:
            told = event.hit.mood == "told" or "hearsay" in event.hit.cue.flags
            draft.weak = "weak" in event.hit.cue.flags and draft.property == event.name
            draft.weak &= not _on_paper(sentence, event)
            draft.hearsay = told or _by_hearsay(sentence, event)
        drafts += of_event
    return drafts + _at_the_front(sentence, events, discourse)


def _whose_death(sentence: Sentence, hit: Hit, who: Who | None, discourse: Discourse) -> Who | None:
    """ "Анасы бұл хабарды жоққа шығарды" refutes a death where word of one went before: her son's."""
    refutes = hit.cue.property == "died" and {"neg", "weak"} <= hit.cue.flags
    if not refutes or who is None:
        return who
    return (who.anchor or who) if _word_of_a_death(sentence, hit, discourse) else None


def _word_of_a_death(sentence: Sentence, hit: Hit, discourse: Discourse) -> bool:
    """In the sentence or among the last ones before it: else "this word" was about something else."""
    here = any(h.cue.property in _OF_THE_DEAD and h.last < hit.first for h in sentence.hits)
    before = range(max(0, sentence.index - WORD_BEFORE), sentence.index)
    return here or any(index in discourse.deaths for index in before)


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


def _befell(
    sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse, voices: Voices | None
) -> Who | None:
    """Whom an event befell, where it is one of whom it can be told."""
    speaker = voices.at(hit.first).who if voices is not None else None
    who = find_subject(sentence, hit, refs, discourse, speaker=speaker)
    if who is None or not a_call_tells(sentence, hit, who, refs) or _family_is_silent(sentence, hit, refs):
        return None
    if hit.cue.property in {"went", "stayed"} and _somebody_else_goes(hit, who, refs):
        return None
    if hit.cue.property in FATES and _asked_of_anyone(sentence, hit):
        return None
    if hit.cue.property in FATES and who.role in _ONLY_TELL:
        bystander = bystander_named(sentence, hit, refs, discourse.lang, speaker)
        if bystander is not who and not _himself_a_victim(sentence, hit, who, refs):
            return None  # "30 are dead, said Zoya P., a rights advocate"
        who.role = "subject"
    return who


def _asked_of_anyone(sentence: Sentence, hit: Hit) -> bool:
    """ "If anyone has seen him in a hospital, please write": what is asked is not told."""
    return any(h.cue.property == "anyone" and h.last < hit.first for h in sentence.hits)


def _brought_by_office(sentence: Sentence, hit: Hit, lang: str) -> bool:
    """ "Комиссариаттан кат келди": what comes from an office is no inquiry to it."""
    rules = grammar(lang)
    left = rules.verb_last and sentence.words[hit.first].low.endswith(rules.from_endings)
    return hit.cue.property == "info_requested" and left and bool(rules.from_endings)


def _of_the_teller(sentence: Sentence, hit: Hit, who: Who, voices: Voices | None) -> bool:
    """ "One day, he says, he read that he had been killed": nobody tells of his own death.

    Only in words that are plainly his: who was quoted a paragraph before may have died since.
    """
    if hit.cue.property not in {"died", "buried"} or voices is None or "neg" in hit.cue.flags:
        return False
    scopes = [s for s in voices.scopes if s.first <= hit.first <= s.last]
    voice = min(scopes, key=lambda s: s.last - s.first).voice if scopes else None
    if voice is None and ("hearsay" in hit.cue.flags or sentence.turn == "answer"):
        voice = voices.base
    return voice is not None and voice.kind == "self" and voice.who is who and not voice.chain


def _himself_a_victim(sentence: Sentence, hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "Его сослуживец, Юлдашев Анвар, скончался в плену": a named comrade who tells nothing."""
    named = [r for r in refs if r.who is who and r.form == "name"]
    tells = any(h.cue.kind in {"say", "according"} for h in sentence.hits)
    near = any(0 < hit.first - r.last <= VICTIM_GAP for r in named)
    return who.role == "source" and near and not tells and "neg" not in hit.cue.flags


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
    bodily = [e for e in events if e.name in _OF_ONE_MOMENT]
    for event in bodily:
        for other in bodily:
            if other is event or not (
                event.hit.first <= other.hit.last and other.hit.first <= event.hit.last
            ):
                continue
            for slot in ("date", "place"):
                if slot in event.args and slot in other.frame.slots and slot not in other.args:
                    other.args[slot] = event.args[slot]


def _event_hits(sentence: Sentence, lang: str) -> list[Hit]:
    """Event cues; a weak one only where no other cue of its property stands in the sentence."""
    hits = [_up_to_that(sentence, h, lang) for h in sentence.hits if h.cue.kind == "event"]
    hits = _fallen_into_hands(sentence, hits)
    hits += _implied_sentence(sentence, hits)
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
        if hit.cue.property in _UNKNOWN and _unknown_to_an_office(sentence, hit, hits):
            continue
        if hit.cue.property == "contact_lost" and _office_is_silent(sentence, hit, hits):
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
    return hit.cue.property in {"returned", "detained"} and _overlaps(hit, "body_repatriated", hits)


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
    told = hit.cue.property in _OF_THE_DEAD | {"buried"} and not hit.cue.flags & {"neg", "far"}
    return told and None in hit.cue.parts and stop.first <= hit.first <= stop.last


def _where_it_befell(hit: Hit, hits: list[Hit], *, verb_last: bool) -> bool:
    """ "killed in the war in Ukraine": the words for the war say where he died, not that he was sent.

    They stand before the verb where that comes last: "дар ҷанги Украина ҳалок шудааст".
    """
    if hit.cue.property != "deployed" or "weak" not in hit.cue.flags:
        return False
    return any(
        h.cue.property in _OF_ONE_MOMENT
        and h is not hit
        and (
            0 <= hit.first - h.last <= BEFELL_WITHIN
            or (verb_last and 0 < h.first - hit.last <= BEFELL_WITHIN)
        )
        for h in hits
    )


def _somebody_else_goes(hit: Hit, who: Who, refs: list[Ref]) -> bool:
    """ "His father travelled to Rostov": who goes there stands right before the verb."""
    before = [r for r in refs if 0 < hit.first - r.last <= GOER_GAP and r.who.role != "subject"]
    return bool(before) and before[-1].who is not who


def _unknown_to_an_office(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "The ministry has no information about his death": an office that knows nothing says nothing of it."""
    for silence in hits:
        if silence.cue.property != "official_no_info":
            continue
        if _between_news_and_silence(sentence, hit, silence):
            return True
        if hit.cue.property not in _OF_THE_DEAD:
            continue
        reach = SILENT_BESIDE if "weak" in silence.cue.flags else SILENT_OF
        first, last = sorted((silence, hit), key=lambda h: h.first)
        between = sentence.words[first.last + 1 : last.first]
        if len(between) <= reach and not any(t.kind == "mark" for t in between):
            return True
    return False


def _office_is_silent(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "The prosecutor's office has not answered": whoever is silent there, it is not the one told of."""
    silent = any(_overlaps(hit, prop, hits) for prop in ("official_no_info", "info_refused"))
    return silent and any(
        h.last < hit.first and (h.cue.kind == "org" or h.cue.property == "official") for h in sentence.hits
    )


def _family_is_silent(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "Батько цього не коментує": a relative opens the sentence, and no office stands in it."""
    opens = next((r for r in refs if r.form != "pronoun"), None)
    if hit.cue.property != "official_no_info" or opens is None:
        return False
    if opens.first > 1 or opens.last >= hit.first or opens.who.role != "relative":
        return False
    return not any(
        h.cue.kind in {"org", "court"} or h.cue.property in {"official", "recruiter"} for h in sentence.hits
    )


def _between_news_and_silence(sentence: Sentence, hit: Hit, silence: Hit) -> bool:
    """ "Сведениями о нахождении в плену, а равно о гибели, не располагаем": all that "news of" opens."""
    news = [h for h in sentence.hits if is_jargon(h, "news_of")]
    for opening in news:
        if opening.last < hit.first and hit.last < silence.first:
            return not any(t.low == ";" for t in sentence.words[opening.last : silence.first])
        beside = (
            0 <= opening.first - silence.last <= SILENT_BESIDE
            or silence.first <= opening.first <= silence.last
        )
        if beside and opening.last < hit.first:
            return not any(t.low in _NEWS_ENDS for t in sentence.words[opening.last : hit.first])
    return False


def _taken_from_home(hit: Hit, hits: list[Hit]) -> bool:
    """ "Мене взяли на роботі": detained there, and captured by nobody."""
    weak = hit.cue.property == "captured" and "weak" in hit.cue.flags
    return weak and _overlaps(hit, "detained", hits)


def _only_reported(hit: Hit, hits: list[Hit]) -> bool:
    """ "объявлен погибшим в группе": words that only report a death hold no other."""
    if hit.cue.property != "died" or "hearsay" in hit.cue.flags:
        return False
    return any("hearsay" in h.cue.flags and h.first <= hit.first <= h.last for h in hits if h is not hit)


def _overlaps(hit: Hit, prop: str, hits: list[Hit]) -> bool:
    return any(h.cue.property == prop and h.first <= hit.last and hit.first <= h.last for h in hits)


_CONVERB_OR_OBJECT = ("ib", "иб", "ni", "ни")  # Uzbek
_SENTENCED = Cue("event", "(term of a court)", "sentenced", "", frozenset(), ())


def _implied_sentence(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """ "The Osh City Court: Bakyt M., 33, nine years": a court and a term of years say that it was passed."""
    told = {"sentenced", "prior_sentence", "imprisoned", "contract_signed", "verdict_overturned"}
    terms = [d for d in sentence.durations if d.edtf.startswith("P") and "Y" in d.edtf]
    if any(h.cue.value == "coerced_contract" or h.cue.property == "coercion" for h in hits):
        return []  # "a choice of seven years for a packet or a contract"
    courts = any(h.cue.kind in {"court", "charge"} for h in sentence.hits)
    if any(s.cue.kind == "stop" and terms and s.start <= terms[0].start < s.stop for s in sentence.hits):
        return []  # "faces up to nine years"
    behind = sentence.words[sentence.word_at(terms[0].stop - 1) + 1 :][:1] if terms else []
    if (
        not terms
        or not (courts or any(t.low == "for" for t in behind))
        or any(h.cue.property in told for h in hits)
    ):
        return []
    first, last = sentence.word_at(terms[0].start), sentence.word_at(terms[0].stop - 1)
    return [Hit(_SENTENCED, first, last, terms[0].start, terms[0].stop)]


def _contradicted(hit: Hit, hits: list[Hit]) -> bool:
    """ "nearly died near Bakhmut": a longer or overlapping cue says that it did not happen."""
    return "neg" not in hit.cue.flags and any(
        ("neg" in h.cue.flags or h.mood == "denied")
        and h is not hit
        and h.first <= hit.last
        and hit.first <= h.last
        for h in hits
        if h.cue.property == hit.cue.property or (hit.cue.property, h.cue.property) == _NO_BODY
    )


def _event_name(hit: Hit, sentence: Sentence, published: str) -> str:
    """A sentence for an ordinary crime, or of years before the text with no court named, is a prior one."""
    told = {h.cue.property for h in sentence.hits if h.cue.kind == "event"}
    accused = hit.cue.property == "charged" and "sentenced" in told
    if hit.cue.property not in {"sentenced", "prior_sentence"} and not accused:
        return hit.cue.property
    charges = [h for h in sentence.hits if h.cue.kind == "charge" and "article" not in h.cue.flags]
    if charges:
        common = all("common" in h.cue.flags for h in charges)
        return "prior_sentence" if common else hit.cue.property if accused else "sentenced"
    if accused or hit.cue.property == "prior_sentence":
        return hit.cue.property
    if any(_named_court(sentence, h) for h in sentence.hits):
        return "sentenced"
    begin = field_start(sentence, hit.first)
    dates = [d for d in sentence.dates if d.start not in sentence.origins]
    dates = [d for d in dates if field_start(sentence, sentence.word_at(d.start)) == begin]
    years = [d.edtf[:4] for d in dates if d.edtf[:4].isdigit()]
    if published[:4].isdigit() and years and int(min(years)) < int(published[:4]) - 1:
        return "prior_sentence"
    return "sentenced"


def _named_court(sentence: Sentence, hit: Hit) -> bool:
    """ "Узгенский районный суд", "суд г. Шымкента": not just any court."""
    if hit.cue.kind != "court":
        return False
    behind = {sentence.word_at(p.start) - hit.last for p in sentence.places}
    beside = sentence.entry is not None and bool(behind & {1, 2, 3})
    return beside or widen_left(sentence, hit)[0] < hit.start


def _sentenced_before(sentence: Sentence, published: str, lang: str) -> bool:
    """Whether the sentence tells of a prior sentence: where the verb stands last the arrest is part of it."""
    return grammar(lang).verb_last and any(
        h.cue.kind == "event"
        and h.cue.property in {"sentenced", "prior_sentence"}
        and _event_name(h, sentence, published) == "prior_sentence"
        for h in sentence.hits
    )


def _travelled(name: str, hit: Hit, sentence: Sentence, lang: str) -> str:
    """What going or being sent to a place is: to war where that is in Ukraine, else abroad; "" at home."""
    if any(h.cue.kind == "say" and h.first <= hit.first <= hit.last <= h.last for h in sentence.hits):
        return ""  # "ovozli xabar yubordi": word was sent, and nobody
    told = {h.cue.property for h in sentence.hits if h.cue.kind == "event" and h.first <= hit.last <= h.last}
    bodies = any(h.cue.property == "body_repatriated" for h in sentence.hits if h.cue.kind == "event")
    if told & _TOLD_TRAVELS or bodies:
        return ""
    reach = range(hit.first - TRAVEL_GAP, hit.last + TRAVEL_GAP + 1)
    near = [
        p.candidates[0][0].country
        for p in places_left(sentence, lang)
        if p.candidates and sentence.word_at(p.start) in reach and not leaves_from(sentence, p, lang)
    ]
    if name == "came":
        return "returned" if near and near[-1] in HOMES else ""  # "вернулся в Токмок"
    if name == "stayed":
        works = any(h.cue.kind == "occupation" for h in sentence.hits)
        abroad = "residence" if near and near[-1] not in HOMES and works else ""
        return "deployed" if near and near[-1] == "UA" else abroad  # "Донецк облысында барлаушы болған"
    if "UA" in near or (name == "sent" and near and lang not in _ROADS_IN_TABLE):
        return "deployed"
    if lang in _ROADS_IN_TABLE:
        return ""  # "попал в Ростов": what else going is, the table says verb by verb
    return "migrated" if near and near[-1] not in HOMES and name == "went" else ""


def _in_context(
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


def _fixed(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> Draft:
    """A claim whose value stands in the table: pathway, side, coercion, ..."""
    value = hit.cue.value or "true"
    if "words" in hit.cue.flags:
        value = " ".join(discourse.text[hit.start : hit.stop].split())
    polarity = _polarity(sentence, hit, discourse)
    if value == "true" and polarity == "denied":
        value = "false"
    return Draft(who, hit.cue.property, value, hit.start, hit.stop, sentence.index, polarity)


def _told(sentence: Sentence, event: Event, refs: list[Ref], lang: str) -> list[Draft]:
    """Who brought the news of a death and to whom: "her uncle told her that he had died"."""
    hit = event.hit
    others = [r for r in refs if r.who is not event.who and r.who.role != "subject"]
    before = [r for r in others if r.last < hit.first and gap_cost(sentence, r.last, hit.first) <= TELLER_GAP]
    inside = [r for r in others if hit.first < r.first <= hit.last]
    behind = [r for r in others if hit.last < r.first and gap_cost(sentence, hit.last, r.first) <= TELLER_GAP]
    if sentence.words[hit.first].low in grammar(lang).learns_words:
        hearers, tellers = before[-1:], [r for r in (*inside, *behind) if r.who.role != "relative"][:1]
    else:
        asked = [r for r in (*before, *inside, *behind) if addressed(r)]
        hearers = (inside or asked)[:1]
        tellers = [r for r in before if r not in asked][-1:] or [
            r for r in (*inside, *behind) if r not in asked and r.who.role in _ONLY_TELL
        ][:1]
    hearers = [r for r in hearers if r.who.role == "relative" and not any(r.who is t.who for t in tellers)]
    by = [
        Draft(
            event.who, "death_reported.by", teller.who.id, teller.start, teller.stop, sentence.index,
            target=teller.who,
        )
        for teller in (tellers if hearers else ())
    ]  # fmt: skip
    to = [
        Draft(
            event.who, "death_reported.to", hearer.who.id,
            hit.start if hit.first < hearer.first <= hit.last else hearer.start, hearer.stop,
            sentence.index, target=hearer.who,
        )
        for hearer in hearers
    ]  # fmt: skip
    return by + to


def _drafts_of(sentence: Sentence, event: Event, refs: list[Ref], discourse: Discourse) -> list[Draft]:
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


def _by_hearsay(sentence: Sentence, event: Event) -> bool:
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
