"""Whose words a stretch of text carries, and what that makes of a claim (tables/extract/evidence.csv)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.draft import Draft
from tizme.extract.entry_fields import field_start
from tizme.extract.grammar import endings_of_any_language, of_any_language
from tizme.extract.not_seen import not_seen
from tizme.extract.overlaps import meet
from tizme.extract.plainly_told import plainly_told
from tizme.extract.who import Who
from tizme.tables import rows

# A court, a prosecutor or a security service says these itself, whoever passes them on.
ACTS_OF_OFFICE = frozenset({"sentenced", "verdict_overturned"})
_OUTSIDE_OFFICE = frozenset({"relative", "informant", "told", "self", "hearsay"})
# What a certificate or a notice can say; the rest of its sentence is the teller's.
_CERTIFIED = frozenset({"died", "buried", "birth_date", "body_identified", "name"})
# Who somebody is is told by the one who tells, not by rumour.
_TOLD_HIMSELF = frozenset({"promised"})
_DONE_TO_HIM = frozenset({"coercion"})
_INTRODUCE = frozenset({"name", "occupation", "age", "residence", "sex"})
# Of one of several of whom an office told: who he is the outlet says, and no death is the office's word.
_WHO_HE_IS = _INTRODUCE | {"kin", "origin", "birth_date", "birth_place", "citizenship", "ethnicity", "rank"}
_OF_HIS_DEATH = frozenset({"died", "buried", "death_reported", "body_found", "body_repatriated"})
_OF_HIS_BODY = frozenset({"body_identified", "grave_found", "grave_identity"})
_OF_THE_TELLER = frozenset({"kin", "sex", "name", "age", "origin", "occupation"})
# A certificate or a letter; the file of a case, through which a court tells.
PAPERS = frozenset({"document", "case"})
# Of what befell another at the front, whoever says that he saw it does not only pass it on.
_EYEWITNESSES = frozenset({"witness", "relative", "source"})
_SEEN = frozenset({"died", "wounded", "captured", "detained", "buried", "seen_alive", "deployed"})
_OFFICES = frozenset({"org", "person", "group"})
# What a family or a newsroom asks an office.
_ASKS = frozenset({"info_requested"})
OPENS = 3  # tokens among which an office opens a sentence
# Who tells of others: what their verbs say they did not see, they were told.
_NOT_THERE = frozenset({"relative", "official", "witness"})
_OF_EVENTS = frozenset(
    (
        *("detained", "imprisoned", "prior_sentence", "pathway", "recruiter", "recruited", "coercion"),
        *("promised", "contract_signed", "unit", "deployed", "wounded", "captured", "missing", "died"),
        *("citizenship", "info_refused", "buried"),
    )
)
# What he whom a relative quotes tells of himself.
_PASSED_ON = _OF_EVENTS | {"wage", "seen_alive", "returned", "exchanged"}
_WHOEVER = frozenset({"relatives"})  # his parents or his sisters are known, whichever of them speaks
# Of these the family knows itself: it buries him, it asks, and it has his passport.
_NOT_AT_HOME = _OF_EVENTS - {"buried", "info_refused", "citizenship"}
# Beside these a bare "they say" is theirs.
_SAYS_WHO = frozenset({"relative", "official", "source"})
# In tokens, how far "reportedly" or "rumours" reach to either side of themselves.
RUMOUR_REACH = 12
CLAUSE_OPENS = 4  # tokens from the comma of a clause to its "whom": ", про смерть якого"


_CALLS = frozenset({"calls", "called", "brings_news"})
CALL_WITHIN = 10  # tokens from the verb of a call to the colon behind which stands what was said
EYES_WITHIN = 2  # tokens from "before the eyes of" to whose they are
SEES_WITHIN = 8  # tokens from "saw" to what somebody saw


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a stretch of text carries.

    Attributes:
        kind: A voice of evidence.csv.
        label: The speaker as the text names them; "" for the outlet itself.
        who: The speaker where they are somebody in the discourse.
        chain: Who told the speaker, innermost first.
    """

    kind: str
    label: str = ""
    who: Who | None = None
    chain: tuple[str, ...] = ()


PRESS = Voice("press")


@dataclass(frozen=True, slots=True)
class Scope:
    """Tokens ``[first, last]`` of a sentence that are somebody's words."""

    first: int
    last: int
    voice: Voice


@dataclass(slots=True)
class Voices:
    """All voices of one sentence: the one that speaks where no scope lies, and the scopes."""

    base: Voice
    own: Voice = PRESS  # the item's
    scopes: list[Scope] = field(default_factory=list)
    letter: Voice | None = None  # who wrote the letter that is printed here in quotation marks
    firm: bool = False  # the text says in words whose the base is, as the source under an entry of a list
    heard: list[tuple[int, int]] = field(default_factory=list)  # quotations that pass on another's words
    passed_on: bool = False  # an office opened the report: no death told paragraphs later is its word by that
    introduces: bool = False  # names one of those of whom an office tells: who he is the outlet says

    def rest_on(self, voice: Voice) -> None:
        """Take for the base a voice that the text names as the source of all that is told."""
        self.base, self.firm = voice, True

    def writes(self, voice: Voice) -> bool:
        """Whether a voice is that of the writer of the item, or of a letter printed in it."""
        return voice is self.own or voice is self.letter

    def at(self, token: int) -> Voice:
        """The voice of a token: of the shortest scope that holds it."""
        around = [s for s in self.scopes if s.first <= token <= s.last]
        return min(around, key=lambda s: s.last - s.first).voice if around else self.base


@cache
def evidence_table() -> dict[tuple[str, str], str]:
    """(voice, property or "*") -> evidence class."""
    return {
        (r["voice"], r["property"]): r["evidence"]
        for r in rows("extract/evidence.csv", "voice", "property", "evidence")
    }


def own_voice(source_kind: str) -> Voice:
    """The voice of an item where nobody else is named: a relative's letter is a relative's."""
    for row in rows("extract/source_voices.csv", "source_kind", "voice"):
        if row["source_kind"] == source_kind:
            return Voice(row["voice"])
    return PRESS


def settle(draft: Draft, sentence: Sentence, voices: Voices, publisher: str) -> tuple[str, tuple[str, ...]]:
    """Evidence class and chain of speakers of one draft."""
    at = told_at(draft, sentence)
    root = draft.property.split(".")[0]
    voice = _of_a_silence(draft, sentence, voices, at) or voices.at(at)
    outlet = (publisher,) if publisher else ()
    speakers = (*voice.chain, *((voice.label,) if voice.label else ()), *outlet)
    if root in ACTS_OF_OFFICE and voice.kind not in _OUTSIDE_OFFICE:
        return "official", speakers
    if root in _CERTIFIED and draft.who.role == "subject" and _certified(sentence, at, root):
        return "document", speakers
    read = voice.kind in PAPERS and voice is not voices.base  # "деб ёзилган" is then no rumour
    if draft.hearsay or (
        root not in _OF_THE_TELLER
        and not read
        and _rumoured(sentence, at, voices, told=_is_named(voice, voices))
    ):
        return "hearsay", speakers
    kind = voice.kind
    if kind == "self" and voice.who is not draft.who:
        kind = "witness"
    if _heard_himself(draft, voice, voices):
        kind = "self"
    if (
        kind == "official"
        and root in _INTRODUCE
        and draft.who.role == "official"
        and voices.own.kind == "press"
    ):
        kind = "press"  # "the village head, T. Choriev": the outlet says who speaks
    if voices.introduces and voice is voices.base and root in _WHO_HE_IS | _OF_HIS_DEATH:
        kind = "press"
    if voices.passed_on and voice is voices.base and root in _OF_HIS_DEATH | _OF_HIS_BODY:
        kind = "press"
    if root in _SEEN and _was_seen(kind, sentence, at):
        return "direct", speakers
    heard = _only_heard(kind, root, sentence, at) or _goes_on_as_he_said(draft, kind, sentence, at, voices)
    if heard or (root in _NOT_AT_HOME and _of_many(voice, voices, sentence, at)):
        return "hearsay", speakers
    told = "answering" if kind == "witness" and _answers(voice, sentence) else ""
    as_told = told or _as_told(voice, voices, sentence, at) or kind
    plain = ("plain",) if as_told == "quoted" and plainly_told(sentence, at) else ()
    return _class_of(draft, *plain, as_told, kind), speakers


def _heard_himself(draft: Draft, voice: Voice, voices: Voices) -> bool:
    """ "They told me I would get a passport", "The investigator said: sign, or deportation": said to him."""
    root = draft.property.split(".")[0]
    if voice.kind == "told":
        return voice.who is draft.who and root in _TOLD_HIMSELF
    forced = root in _DONE_TO_HIM or draft.value == "coerced_contract"
    tells_him = voice.kind == "official" and voice is not voices.base
    return forced and tells_him and voices.base.kind == "self" and voices.base.who is draft.who


def _of_a_silence(draft: Draft, sentence: Sentence, voices: Voices, at: int) -> Voice | None:
    """The voice of a request or a silence in a sentence that names nobody for it: the outlet's to tell.

    Of an office that goes on and says that it has nothing it is the office's.
    """
    root, base = draft.property.split(".")[0], voices.base
    asked = root in _ASKS and (_is_silent(sentence) or _we_asked(sentence))
    if voices.at(at) is not base or not (root == "official_no_info" or asked):
        return None
    if root != "official_no_info":
        return voices.own
    says = base.kind == "official" and _states_none(sentence)
    return _answer(draft, sentence, voices, at) or (base if says else voices.own)


def _answer(draft: Draft, sentence: Sentence, voices: Voices, at: int) -> Voice | None:
    """ "Аз комиссариат ҷавоб доданд, ки ӯ дар рӯйхат нест": the words take in what the office answered."""
    if _office_says(sentence, at):
        return Voice("official")
    last = sentence.word_at(max(draft.start, draft.stop - 1))
    return next(
        (
            s.voice
            for s in voices.scopes
            if s.voice.kind == "official" and sentence.word_at(draft.start) < s.first <= last <= s.last
        ),
        None,
    )


def _states_none(sentence: Sentence) -> bool:
    """ "Сведений о Шарипове нет." behind an office's answer: it says so, and is not silent."""
    return sentence.says_unquoted("states_none")


def _of_many(voice: Voice, voices: Voices, sentence: Sentence, at: int) -> bool:
    """ "Qarindoshlarining aytishicha": nobody says which of them, nor how they know it."""
    several = voice.kind == "relative" and voice.who is not None and voice.who.group
    several = several and voice.who is not None and voice.who.relation in _WHOEVER
    return several and voice is not voices.own and not sentence.in_quote(sentence.words[at].start)


def _office_says(sentence: Sentence, at: int) -> bool:
    """ "МИД: «информация уточняется»": an office that says so is not silent."""
    offices = [
        h for h in sentence.hits if h.cue.property in {"official", "recruiter"} and h.cue.kind in _OFFICES
    ]
    states = next((h for h in sentence.hits if is_jargon(h, "states_none") and h.last >= at - 1), None)
    if states is not None and any(h.last < states.first for h in offices):
        return True  # "the department has no record of him"
    return any(h.cue.kind == "org" for h in offices) and sentence.in_quote(sentence.words[at].start)


def _only_heard(kind: str, root: str, sentence: Sentence, at: int) -> bool:
    """Whether the words show that whoever tells it was not there."""
    if kind in _NOT_THERE and root in _OF_EVENTS and not_seen(sentence, at):
        return True
    return kind == "relative" and root in _PASSED_ON and _quotes_another(sentence, at)


def _goes_on_as_he_said(draft: Draft, kind: str, sentence: Sentence, at: int, voices: Voices) -> bool:
    """ "«He said it was deportation or a contract. So he signed»": a cousin knows that from him, too."""
    start = sentence.words[at].start
    of_him = kind == "relative" and draft.who.role == "subject"
    return (
        of_him
        and draft.property.split(".")[0] in _NOT_AT_HOME
        and any(a <= start < b for a, b in voices.heard)
    )


def _quotes_another(sentence: Sentence, at: int) -> bool:
    """ "«Он позвонил: „Я подписал контракт“», — говорит жена": a quotation inside what she says."""
    start = sentence.words[at].start
    return sum(a <= start < b for a, b in set(sentence.quotes)) > 1 or _behind_a_call(sentence, at)


def _behind_a_call(sentence: Sentence, at: int) -> bool:
    """ "«В конце января он позвонил, плакал: паспорт забрали», — говорит дядя": so he told him."""
    colon = next((i for i in range(at, 0, -1) if sentence.words[i].low == ":"), 0)
    return sentence.in_quote(sentence.words[at].start) and any(
        h.cue.kind == "jargon"
        and h.cue.property in _CALLS
        and h.last < colon <= h.last + CALL_WITHIN
        and sentence.in_quote(h.start)
        for h in sentence.hits
    )


def _was_seen(kind: str, sentence: Sentence, at: int) -> bool:
    """Whether whoever tells it saw it, or the outlet tells what somebody saw."""
    if kind in _EYEWITNESSES and _saw_it(sentence, at):
        return True
    return kind == "press" and (somebody_saw(sentence, at) or _before_his_eyes(sentence, at))


def _saw_it(sentence: Sentence, at: int) -> bool:
    """ "Ko'z o'ngimda minaga bosib nobud bo'ldi", "погиб на моих глазах": whoever tells it was there."""
    return any(is_jargon(h, "saw_it") and abs(at - h.first) <= RUMOUR_REACH for h in sentence.hits)


def _before_his_eyes(sentence: Sentence, at: int) -> bool:
    """ "Jasurning ko'z o'ngida u dron zarbasidan o'ldi": the outlet gives what a man whom it names saw."""
    people = {*sentence.named, *(h.last for h in sentence.hits if h.cue.kind in {"kin", "person"})}
    return any(
        is_jargon(h, "before_eyes")
        and abs(at - h.first) <= RUMOUR_REACH
        and not sentence.in_quote(h.start)
        and any(h.first - EYES_WITHIN <= i <= h.last + EYES_WITHIN for i in people)
        for h in sentence.hits
    )


def somebody_saw(sentence: Sentence, at: int) -> bool:
    """ "Bimal, who ran away from the unit, saw Suraj carried off wounded": the outlet gives what he saw."""
    saw = next((h for h in sentence.hits if is_jargon(h, "saw") and 0 < at - h.last <= SEES_WITHIN), None)
    if saw is None or any(h.cue.kind in {"say", "according"} for h in sentence.hits):
        return False
    whoever = {h.first for h in sentence.hits if h.cue.kind in {"kin", "person"} and h.last < saw.first}
    return bool(whoever) or any(at < saw.first for at in sentence.named)


def told_at(draft: Draft, sentence: Sentence) -> int:
    """The token where the words stand that say it."""
    at = sentence.word_at(draft.at if draft.at >= 0 else draft.start)
    if draft.at >= 0 and any(is_jargon(h, "paper_in") and h.first <= at <= h.last for h in sentence.hits):
        return sentence.word_at(draft.start)  # "in the contract a term of one year is written"
    return at


def _answers(voice: Voice, sentence: Sentence) -> bool:
    """ "— Нас было девять, шестеро погибли": a man who is asked about his war was there."""
    return voice.kind == "self" and sentence.turn == "answer"


def _as_told(voice: Voice, voices: Voices, sentence: Sentence, at: int) -> str:
    """How words are given: somebody's own text, in quotation marks, retold, or as the outlet goes on."""
    if voice.kind == "relative" and voices.writes(voice):
        return "writer"
    if voice.kind == "relative" and sentence.in_quote(sentence.words[at].start):
        return "quoted"
    if voice.kind == "relative" and (voice is not voices.base or voices.firm):
        return "retold"  # also where the sentence behind names the relative as the source
    # nobody is named in the sentence: the outlet goes on with what it was told, and with what it knows
    goes_on = voice is voices.base and voice is not voices.own and not sentence.turn and not voices.firm
    return f"{voice.kind} on" if goes_on else ""


def _we_asked(sentence: Sentence) -> bool:
    """ "Министрликке кат жөнөткөнбүз": outside quotations the "we" who wrote is the newsroom.

    So is an outlet that opens the sentence: "Наша газета направила запрос".
    """
    return any(
        (is_jargon(h, "we_asked") or (h.cue.kind == "org" and h.cue.property == "press" and h.first <= 1))
        and not sentence.in_quote(h.start)
        for h in sentence.hits
    )


def _is_silent(sentence: Sentence) -> bool:
    """ "Министерство на запрос редакции не ответило": an office opens the sentence and says nothing."""
    silent = any(h.cue.kind == "event" and h.cue.property == "official_no_info" for h in sentence.hits)
    return silent and any(
        (
            h.cue.kind == "org"
            and h.cue.property in {"official", "recruiter"}
            and h.first <= OPENS
            and not sentence.words[h.last].low.endswith(endings_of_any_language("dative_endings"))
        )
        or (h.cue.kind == "jargon" and h.cue.property == "outlet_style")
        for h in sentence.hits
    )


def _class_of(draft: Draft, *kinds: str) -> str:
    """The evidence class of what a voice tells; the first kind that has a row for the property says it."""
    table = evidence_table()
    root, kind = draft.property.split(".")[0], kinds[-1]
    keys = (f"{draft.property}={draft.value}", draft.property, root)
    if root == "died" and kind in {"relative", "witness"} and draft.who.role == "relative":
        return table[kind, "*"]  # "our father died in 2015": a death in the family
    rows_to_try = [(k, key) for k in kinds for key in keys]
    return next((table[row] for row in rows_to_try if row in table), table[kind, "*"])


def _certified(sentence: Sentence, at: int, root: str) -> bool:
    """True behind the words for a certificate or a notice, or in the clause that they close.

    Whose name stands before them has the paper, and stands not in it.
    """
    marks = [h for h in sentence.hits if h.cue.kind == "mark" and h.cue.property == "document"]
    return any(m.first <= at or (root != "name" and m.first - at <= RUMOUR_REACH) for m in marks)


def _is_named(voice: Voice, voices: Voices) -> bool:
    """ "«...», — дешет туугандары": those who say it stand in the sentence, and "дешет" is no rumour."""
    several = voice.who is not None and voice.who.group
    return several and voice.kind == "relative" and voice is not voices.base


def _outside(token: int, scopes: list[Scope]) -> bool:
    """ "його батьки кажуть, що": the plural verb of whoever is named there is no "people say"."""
    return not any(s.first <= token <= s.last for s in scopes)


def _rumoured(sentence: Sentence, at: int, voices: Voices, *, told: bool) -> bool:
    said = [s for s in voices.scopes if s.first <= at <= s.last and s.voice.kind in _SAYS_WHO]
    near = sentence.words[at : at + RUMOUR_REACH]
    return any(t.low.endswith(endings_of_any_language("rumour_endings")) for t in near) or any(
        h.cue.kind == "mark"
        and h.cue.property == "hearsay"
        and not (told and "weak" in h.cue.flags)
        and abs(at - h.first) <= RUMOUR_REACH
        and not ("weak" in h.cue.flags and said and _outside(h.first, said))
        and not (_is_written(sentence, h) and any(s.voice.kind == "official" for s in said))
        and field_start(sentence, at) == field_start(sentence, h.first)
        and not _in_a_clause_behind(sentence, at, h)
        for h in sentence.hits
    )


def _is_written(sentence: Sentence, mark: Hit) -> bool:
    """ "Vazirlik javobida ... deyilgan": it is said there in writing, and not round about."""
    return any(is_jargon(h, "written") and meet(h, mark) for h in sentence.hits)


def _in_a_clause_behind(sentence: Sentence, at: int, mark: Hit) -> bool:
    """ "Поховали контрактника, про смерть якого родина дізналася з чату": the funeral is no rumour."""
    words = sentence.words
    clause = of_any_language("relative_words")
    return any(
        words[i].low in clause and "," in {t.low for t in words[max(at, i - CLAUSE_OPENS) : i]}
        for i in range(at + 1, mark.last + 1)
    )
