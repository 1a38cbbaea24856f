"""Who says something in a sentence, and which of its words are theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import of_any_language
from tizme.extract.own_words import acts_in_what_is_said, may_tell_himself, stands_oblique
from tizme.extract.spans import widen_left
from tizme.extract.speech import (
    BESIDE,
    MARKS_BEFORE,
    THAT_WITHIN,
    bracket_before,
    content_of,
    is_passive,
    speech_quotes,
    that_behind,
)
from tizme.extract.voices import PRESS, Scope, Voice
from tizme.extract.who import Ref, Who
from tizme.names import sex_of
from tizme.text import Token, fold

# In tokens, as gap_cost counts them.
REACH_LEFT, REACH_RIGHT = 30.0, 16.0
SIDE_COST = 2.0  # for a speaker on the side where the verb rarely has one
OPENS = 2  # tokens among which "according to" opens a sentence
BESIDE_A_COMMA = 2  # tokens
OUTLET_WORDS, BEHIND_A_MARK = 3, 2  # words of an outlet's name, and tokens from the verb to its first
TELLER_BEHIND = 5  # tokens from an outlet's name in which whoever told it follows
SELF_COST = 8.0  # the one spoken of says it only where nobody else can
DISAGREES = 6.0  # "подтвердила" beside a man
LISTENER_GAP = 2  # tokens between "told" and the one who was told
FAR = 16  # tokens from the one who was told to a verb that stands last
PARENTHESIS = 3  # tokens from a comma to the verb in "..., his brother said, ..."
PAPER_BEHIND = 3  # tokens from a verb of saying to a paper that says it
PAPER_OF = 2  # tokens from a paper to the office that wrote it
QUOTE_BESIDE = 3  # tokens from a quotation to the verb that says it, marks among them
_NO_SPEAKERS_YET = frozenset({"occupation", "group"})  # "по словам односельчан": a group is told of elsewhere
_WITHOUT_ARTICLES = frozenset({"ru", "uk"})
LEMMA_ENDING = 3  # letters of an infinitive that other forms of a verb do not share
_FIRST_PERSON = ("м", "дік", "дык", "дик", "дук", "дүк", "ам", "m", "dik")  # "дедим", "гуфтам"
_WE_HAD = frozenset({"edik", "эдик", "элек", "едік", "будем", "эдим", "edim", "элем", "едім", "будам"})
_TOLD_STEMS = (
    "айт",
    "ayt",
    "гап",
    "gap",
    "гуфт",
    "сүйлө",
    "әңгіме",
    "so'z",
    "сўз",
)  # words spoken to somebody
_TO = "ба"  # in Tajik
_PRONOUNS_SPEAK = frozenset({"en", "ru", "uk"})  # where a verb needs a pronoun for "he" and for "I"
TELLERS = frozenset({"official", "relative", "source"})
_PLURALS = ("ли", "ють", "уть", "ят", "ют", "ут")  # "кажуть", "рассказывают"
_PARTS = frozenset({",", "-"})  # around a verb of saying put in passing
_HE = frozenset({"he", "she", "they"})  # subjects in English alone
_WHO_IS_CALLED = frozenset({"person", "group", "kin", "rank", "occupation"})
_SAYS_WITHOUT_THAT = frozenset({"said", "says", "say"})
_BEGIN_A_VERB = frozenset(
    (
        *("had", "has", "have", "was", "were", "is", "are", "did", "does", "would", "could", "will", "never"),
        *("left", "went", "died", "served", "worked", "lived", "joined", "signed", "called", "told", "came"),
    )
)
_STOPS = frozenset({".", "!", "?"})
_SAYS_ONCE = frozenset({"source", "hearsay"})
# What an office of each kind speaks as: a recruiting office, too, speaks for the state.
_SPEAKS_AS = {
    "official": "official",
    "recruiter": "official",
    "hearsay": "hearsay",
    "press": "press",
    "document": "document",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something.

    Attributes:
        speaker, verb: First and last token of the speaker, where they are named, and of the verb.
        scopes: The words that are theirs.
        holds: Whether the sentences behind go on in this voice.
        closes_entry: Stands at the end of an entry of a list and speaks for all of it.
        left_out: Nobody is named as the speaker; it counts only inside a relative's words.
        quoted: Of those the ones that only a quotation beside the verb vouches for.
        once: Whoever told before does not go on behind it either: the outlet does.
    """

    voice: Voice
    speaker: tuple[int, int] | None
    verb: tuple[int, int]
    scopes: tuple[Scope, ...]
    holds: bool
    closes_entry: bool = False
    once: bool = False
    left_out: bool = False
    quoted: bool = False

    @property
    def first(self) -> int:
        """Where the speaker and the verb begin."""
        return min(self.verb[0], self.speaker[0]) if self.speaker else self.verb[0]


def find_sayings(
    sentence: Sentence,
    refs: list[Ref],
    discourse: Discourse,
    last: Voice | None = None,
    teller: Voice | None = None,
    spoke: Voice | None = None,
) -> list[Saying]:
    """Every saying of a sentence, in order.

    Args:
        last: Who spoke last in the paragraph: "he said" may be the neighbour who was just quoted.
        teller: Whom a pronoun for the speaker may mean in a language without gender.
        spoke: Who spoke last in the text, outside quotations.
    """
    told = [
        h
        for h in sentence.hits
        if h.cue.kind == "event"
        and h.cue.property != "death_reported"
        and h.cue.value != "deceived"  # "told he would guard a warehouse" is still said by somebody
        and not (h.cue.property == "seen_alive" and "weak" in h.cue.flags)
    ]
    found: dict[tuple[int, int] | None, Saying] = {}
    for say in sentence.hits:
        if say.cue.kind not in {"say", "according"} or _only_names(sentence, say, refs, discourse):
            continue
        if _the_writer_said(sentence, say):
            own = (Scope(0, say.last, PRESS),)
            found[say.first, say.last] = Saying(PRESS, None, (say.first, say.last), own, holds=False)
            continue
        if not _in_commas(sentence, say) and any(_holds(sentence, e, say) for e in told):
            continue
        saying = _by_one_just_named(sentence, say, last, discourse) or _saying(sentence, say, refs, discourse)
        saying = saying or _in_their_words(sentence, say, teller, discourse)
        if saying is None or saying.left_out:
            saying = _in_passing(sentence, say, last or spoke, discourse) or saying
        if saying is None:
            continue
        voice = _whom_a_pronoun_means(sentence, saying, refs, last, teller, discourse)
        if spoke is not None and _is_the_man(sentence, saying, refs, spoke, discourse):
            voice = spoke
        if voice is not None:
            saying = replace(
                saying,
                voice=voice,
                scopes=tuple(Scope(s.first, s.last, voice) for s in saying.scopes),
                holds=voice.kind not in _SAYS_ONCE,
            )
        found[saying.speaker or saying.verb] = saying
    return list(found.values())


def _only_names(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Ринат деген жігіт": a young man called Rinat."""
    said = all(t.low in discourse.grammar.said_words for t in sentence.words[say.first : say.last + 1])
    noun = any(h.first == say.last + 1 and h.cue.kind in _WHO_IS_CALLED for h in sentence.hits)
    if said and noun and say.first > 0 and sentence.words[say.first - 1].text[:1].isupper():
        return True  # "Kirill degan komandir": a commander called Kirill
    return said and any(r.form == "name" and r.last + 1 == say.first for r in refs)


def _the_writer_said(sentence: Sentence, say: Hit) -> bool:
    """ "деб ёзган эдик", "деп жазган элек", "навишта будем": the one who writes, not who is told of."""
    behind = sentence.words[say.last + 1 : say.last + 2]
    return bool(behind) and behind[0].low in _WE_HAD and not sentence.in_quote(behind[0].start)


def _by_one_just_named(
    sentence: Sentence, say: Hit, last: Voice | None, discourse: Discourse
) -> Saying | None:
    """ "«...», – деді әкім": a noun that is no mention closes the sentence; it is whoever spoke before."""
    if last is None or last.who is None or last.kind not in TELLERS or not discourse.grammar.verb_last:
        return None
    behind = [t for t in sentence.words[say.last + 1 :] if t.kind == "word"]
    known = {h.first for h in sentence.hits if h.cue.kind in {"kin", "pron", "org", "person"}}
    if len(behind) != 1 or behind[0].text[:1].isupper() or sentence.words.index(behind[0]) in known:
        return None
    closes = any(0 < say.first - b <= QUOTE_BESIDE for _, b in speech_quotes(sentence, discourse.text))
    return _spoken(sentence, say, None, last, discourse) if closes else None


def _in_their_words(
    sentence: Sentence, say: Hit, teller: Voice | None, discourse: Discourse
) -> Saying | None:
    """ "Айтуынша, ...", "Aytishicha, ...": the ending alone says "his" or "her", of whoever tells."""
    if teller is None or "theirs" not in say.cue.flags or sentence.in_quote(say.start):
        return None
    return _spoken(sentence, say, None, teller, discourse)


def _in_passing(sentence: Sentence, say: Hit, voice: Voice | None, discourse: Discourse) -> Saying | None:
    """ "Восени, розповідає, його зупинили": a verb between commas has whoever spoke last for its speaker."""
    if voice is None or voice.kind not in TELLERS | {"self"} or discourse.lang not in {"ru", "uk"}:
        return None
    words = sentence.words
    parted = (
        say.first > 0
        and say.last + 1 < len(words)
        and {words[say.first - 1].low, words[say.last + 1].low} <= _PARTS
    )
    many = words[say.first].low.endswith(_PLURALS)
    one = voice.who is None or not voice.who.group
    if not parted or say.cue.kind != "say" or (many and one):
        return None
    return _spoken(sentence, say, None, voice, discourse)


def _whom_a_pronoun_means(
    sentence: Sentence,
    saying: Saying,
    refs: list[Ref],
    last: Voice | None,
    teller: Voice | None,
    discourse: Discourse,
) -> Voice | None:
    """Who speaks where a pronoun alone does: whoever spoke last, or in a language without gender the teller.

    "Балам тірі, – дейді ол", "Анын айтымында". None where nothing says that it is another than read so far.
    """
    if saying.voice.kind != "self":
        return None
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "pronoun"), None)
    if ref is None:
        return None
    if last is not None and _is_still(sentence, saying, ref, last, discourse):
        return last
    return None if sentence.in_quote(ref.start) else teller


def _holds(sentence: Sentence, event: Hit, say: Hit) -> bool:
    """True where a verb of saying is one of an event's words.

    Not where a quotation ends between the two, nor in a gap of the event: "the body came, said his uncle,
    and was handed over".
    """
    if not (event.first <= say.first and say.last <= event.last):
        return False
    if any(a <= event.start < b <= say.start for a, b in sentence.quotes):
        return False
    parts = [word.rstrip("*~@") for part in event.cue.pattern.split() for word in part.split("|")]
    own = tuple(w[1:-LEMMA_ENDING] if w.startswith("=") else w for w in parts if w != "...")
    return "..." not in parts or all(t.low.startswith(own) for t in sentence.words[say.first : say.last + 1])


def _in_commas(sentence: Sentence, say: Hit) -> bool:
    """ "The body, he said, was left": it parts the words of an event and is none of them."""
    before = sentence.words[max(0, say.first - PARENTHESIS) : say.first]
    behind = sentence.words[say.last + 1 : say.last + 2]
    return any(t.low == "," for t in before) and any(t.low == "," for t in behind)


def _is_the_man(
    sentence: Sentence, saying: Saying, refs: list[Ref], last: Voice, discourse: Discourse
) -> bool:
    """ "«Він дзвонив із Саратова», — каже чоловік": the uncle who was quoted right before, not the nephew."""
    if last.who is None or last.kind not in TELLERS or discourse.lang not in {"ru", "uk"}:
        return False
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "nominal"), None)
    noun = next(
        (h for h in sentence.hits if ref is not None and h.cue.kind == "person" and h.first == ref.first),
        None,
    )
    if ref is None or noun is None or ref.first != saying.verb[1] + 1 or ref.first != ref.last:
        return False
    sex = last.who.sex or (sex_of(last.who.name, lang=discourse.lang) if last.who.named else "")
    return bool(noun.cue.value) and noun.cue.value == sex and not sentence.in_quote(ref.start)


def _is_still(sentence: Sentence, saying: Saying, ref: Ref, last: Voice, discourse: Discourse) -> bool:
    """ "A neighbour saw him. He was beaten, he said": a pronoun beside the verb is whoever spoke last."""
    if last.who is None or last.kind not in TELLERS:
        return False
    long_quote = any(start < sentence.start for start, _ in sentence.quotes)
    goes_on = discourse.grammar.verb_last and long_quote and last.kind == "relative"
    if discourse.lang not in _PRONOUNS_SPEAK and not goes_on:
        return False
    inside = saying.verb[0] <= ref.first and ref.last <= saying.verb[1]  # "за його словами"
    beside = inside or ref.last + 1 == saying.verb[0] or saying.verb[1] + 1 == ref.first
    if goes_on:
        return beside  # "«... Ман гуфтам, нарав. ...», нақл кард ӯ": no pronoun tells him from her
    says_i = any(
        t.low in discourse.grammar.singular_first and sentence.in_quote(t.start) for t in sentence.words
    )
    sex = last.who.sex or (sex_of(last.who.name, lang=discourse.lang) if last.who.named else "")
    return beside and not says_i and not last.who.group and sex != "female"


def _saying(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    if is_passive(sentence, say, discourse.lang):
        return _told_passively(sentence, say, refs, discourse)
    if "that" in say.cue.flags and not _says_something(sentence, say, discourse):
        return None  # "he telephoned his uncle on 19 October": nobody says of what
    if "to" in say.cue.flags and not _told_to_somebody(sentence, say, refs, discourse):
        return None  # "he was stopped and told his citizenship would be cancelled"
    best: tuple[float, Voice, int, int] | None = None
    # "guvohnoma suratini joylagan": what is shown says nothing, whoever shows it does
    papers = [] if "shows" in say.cue.flags else _papers(sentence, say, discourse)
    candidates = [
        *papers,
        *_people(sentence, say, refs, discourse),
        *_offices(sentence, say, discourse),
        *_quoted_outlet(sentence, say, discourse),
    ]
    heard_by = _outlet_that_hears(sentence, say, refs, discourse)
    candidates = [c for c in candidates if heard_by is None or not heard_by[0] <= c[2] <= heard_by[1]]
    for candidate in _outside_what_is_said(sentence, say, candidates, refs, discourse):
        if best is None or candidate[0] < best[0]:
            best = candidate
    if best is None:
        return (
            _unnamed(sentence, say, refs, discourse)
            or _by_a_witness(sentence, say, refs, discourse)
            or _left_out(sentence, say, discourse)
        )
    _, voice, first, last = best
    by_pronoun = any(r.form == "pronoun" and (r.first, r.last) == (first, last) for r in refs)
    if voice.who is not None and not by_pronoun and not say.first <= first <= last <= say.last:
        first, last = _with_appositions(voice.who, first, last, refs)
    first, last = _with_clause(sentence, say, voice, (first, last), refs, discourse)
    voice = _chained(sentence, say, refs, voice, discourse)
    spoken = _spoken(sentence, say, (first, last), voice, discourse)
    if voice.kind == "self" and _listener(sentence, say, refs, voice.who, discourse) is not None:
        return replace(spoken, holds=False)  # "he told his wife he would be back": the outlet goes on
    if voice.kind == "told" and voice.who is not None and voice.who.group:
        return replace(spoken, holds=False)  # "An officer told the family that ...": the outlet goes on
    if voice.kind in _SAYS_ONCE or any(c[1] is voice for c in papers):
        # a neighbour or a notice said so much, and the outlet goes on; a verdict tells a whole story
        return replace(spoken, holds=False, once=True)
    return spoken


def _outside_what_is_said(
    sentence: Sentence,
    say: Hit,
    candidates: list[tuple[float, Voice, int, int]],
    refs: list[Ref],
    discourse: Discourse,
) -> list[tuple[float, Voice, int, int]]:
    """Without those who act in what somebody else says, where that one stands before them."""
    candidates = _of_the_quotation(sentence, say, candidates, discourse)
    oblique = {(r.first, r.last) for r in refs if stands_oblique(sentence, r, discourse.lang)}
    begins = min((c[3] for c in candidates if c[2:] not in oblique), default=len(sentence.words))
    inside = [
        c for c in candidates if c[2] > begins and acts_in_what_is_said(sentence, c[3], say, discourse.lang)
    ]
    return [c for c in candidates if c not in inside]


def _of_the_quotation(
    sentence: Sentence, say: Hit, candidates: list[tuple[float, Voice, int, int]], discourse: Discourse
) -> list[tuple[float, Voice, int, int]]:
    """ "Rustamov aytadi: «Yo qamoq, yo front, deyishdi»": who says it in a quotation does not stand outside.

    Unless the verb stands behind a dash: "«..., — дейди у. — ...»" are the outlet's words.
    """
    if say.first > 0 and sentence.words[say.first - 1].low == "-":
        return candidates
    around = next(((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= say.first <= b), None)
    if around is None:
        return candidates
    return [c for c in candidates if around[0] <= c[2] and c[3] <= around[1]]


def _told_passively(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """What relatives were told, by nobody knows whom; the sentences behind are the outlet's again."""
    hearers = [r for r in refs if r.last < say.first and r.who.role == "relative"]
    if not hearers or not any(t.kind == "word" for t in sentence.words[say.last + 1 :]):
        return None  # "the next of kin have been notified": nobody says of what
    hearer = hearers[-1]
    voice = Voice("told", hearer.who.label, hearer.who)
    spoken = _spoken(sentence, say, (hearer.first, hearer.last), voice, discourse)
    return replace(spoken, holds=False)


def _spoken(
    sentence: Sentence, say: Hit, speaker: tuple[int, int] | None, voice: Voice, discourse: Discourse
) -> Saying:
    ranges = _within_quotation(
        sentence, say, speaker, content_of(sentence, say, speaker, discourse), discourse
    )
    in_brackets = bracket_before(sentence, min(say.first, speaker[0] if speaker else say.first)) is not None
    closes = sentence.entry is not None and not in_brackets and say.cue.kind == "according"
    last = max(say.last, speaker[1] if speaker else say.last)
    # "Жив? - по словам однополчан, в плену": they say only that
    closes = closes and not any(t.kind == "word" for t in sentence.words[last + 1 :])
    scopes = tuple(Scope(a, b, voice) for a, b in ranges if a <= b)
    opens = min(say.first, speaker[0] if speaker else say.first) <= OPENS
    trailing = (
        _is_according(sentence, say) and not opens
    )  # "..., according to a cellmate.": of this sentence alone
    in_clause = say.cue.kind == "according" and any(
        sentence.words[a].low in discourse.grammar.relative_words for a, _ in ranges[:1]
    )
    holds = not in_brackets and not in_clause and not trailing and not _in_whole_quotation(sentence, say)
    return Saying(
        voice, speaker, (say.first, say.last), scopes, holds=holds,
        closes_entry=closes and bool(scopes),
    )  # fmt: skip


def _in_whole_quotation(sentence: Sentence, say: Hit) -> bool:
    """ ""An officer said: sign."": whoever is quoted passes it on, and ends with the quotation."""
    return any(
        a <= sentence.words[say.first].start < b and a <= sentence.start + 1 and b <= sentence.stop + 1
        for a, b in sentence.quotes
    )


def _within_quotation(
    sentence: Sentence,
    say: Hit,
    speaker: tuple[int, int] | None,
    ranges: list[tuple[int, int]],
    discourse: Discourse,
) -> list[tuple[int, int]]:
    """ "Akasining aytishicha, u tirik: «Bir ayol uni yarador dedi»": of the woman's no word outside."""
    whole = (min(say.first, speaker[0]), max(say.last, speaker[1])) if speaker else (say.first, say.last)
    for a, b in speech_quotes(sentence, discourse.text):
        if a <= whole[0] and whole[1] <= b:
            return [(max(a, first), min(b, last)) for first, last in ranges if first <= b and a <= last]
    return ranges


def spoken_in_voice(sentence: Sentence, say: Hit, voice: Voice, discourse: Discourse) -> Saying:
    """What stands at a verb of saying as the words of somebody whom it does not name; the outlet goes on."""
    return replace(_spoken(sentence, say, None, voice, discourse), holds=False)


def _is_according(sentence: Sentence, say: Hit) -> bool:
    return (
        say.cue.kind == "according"
        or "after" in say.cue.flags
        or sentence.words[say.first].low == "according"
    )


def _people(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> list[tuple[float, Voice, int, int]]:
    """Those of whom the sentence speaks who may be the speaker: (cost, voice, first, last)."""
    found = []
    kin = [r for r in refs if r.kin is not None]
    spoken = [(a, b) for a, b in speech_quotes(sentence, discourse.text) if not a <= say.first <= b]
    for ref in refs:
        if any(a < ref.first <= b for a, b in spoken):
            continue  # "he phoned and said: “Mother, ...”": who is spoken to or of does not say it
        if ref.form == "pronoun" and any(k.first <= ref.first <= k.last for k in kin):
            continue  # "according to his sister": she speaks, not he
        if say.cue.kind == "say" and (
            _is_object(sentence, ref, discourse) or _hears(sentence, say, ref, discourse.lang)
        ):
            continue
        if discourse.lang == "en" and _is_spoken_of(sentence, say, ref, refs):
            continue
        cost = _reach(sentence, say, ref.first, ref.last, pronoun=ref.form == "pronoun")
        if cost is None and _opens_a_long_telling(sentence, say, ref, discourse):
            cost = REACH_LEFT
        voice = voice_of(ref.who)
        if cost is None or voice is None:
            continue
        plural = discourse.lang in {"ru", "uk"} and sentence.words[say.first].low.endswith("ли")
        if voice.kind == "self" and plural and say.cue.kind == "say":
            continue  # "Актилек был в армии, а 21 января пришли двое и сообщили": not he
        voice = _as_caller(sentence, ref, voice, discourse.lang)
        if voice.kind == "self" and not may_tell_himself(sentence, say, ref, refs, discourse.lang):
            continue
        if voice.kind == "self":
            cost += SELF_COST
        if _disagrees(sentence, say, ref, discourse.lang):
            cost += DISAGREES
        found.append((cost, voice, ref.first, ref.last))
    return found


def _as_caller(sentence: Sentence, ref: Ref, voice: Voice, lang: str) -> Voice:
    """ "Гульнаре позвонил мужчина, сказал, что": behind the verb of a call a noun brings in somebody new."""
    calls = (
        voice.kind == "self"
        and lang in {"ru", "uk"}
        and ref.form == "nominal"
        and any(
            (is_jargon(h, "calls") or is_jargon(h, "told_by")) and ref.first - 2 <= h.last < ref.first
            for h in sentence.hits
        )
    )
    return Voice("source", sentence.words[ref.last].text) if calls else voice


def _is_spoken_of(sentence: Sentence, say: Hit, ref: Ref, refs: list[Ref]) -> bool:
    """ "Two men came and said Azamat had died": who stands between two verbs is whom it is about."""
    opens = say.first == 0 or sentence.words[say.first - 1].low in MARKS_BEFORE
    opens = opens and not any(r.who is not ref.who and 0 < say.first - r.last <= BESIDE_A_COMMA for r in refs)
    behind = sentence.words[ref.last + 1 : ref.last + 2]
    return (
        say.cue.kind == "say"
        and not opens
        and ref.form == "name"
        and ref.first == say.last + 1
        and any(t.kind == "word" for t in behind)
    )


def _opens_a_long_telling(sentence: Sentence, say: Hit, ref: Ref, discourse: Discourse) -> bool:
    """ "Karimov 2018-yilda kelgani, ..., frontga ketganini aytgan edi": however much he tells between."""
    if not discourse.grammar.verb_last or ref.first > OPENS or say.first == 0 or ref.form != "name":
        return False
    return sentence.words[say.first - 1].low.endswith(discourse.grammar.object_endings)


def _offices(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    found = []
    quoted = speech_quotes(sentence, discourse.text)
    for hit in sentence.hits:
        if hit.cue.kind != "org" or hit.cue.property not in _SPEAKS_AS:
            continue
        if any(a < hit.first <= b and not a <= say.first <= b for a, b in quoted):
            continue  # ""Police took us all," he says": they are spoken of
        if _is_told(sentence, hit, say, discourse):
            continue
        if say.cue.kind == "say" and "object" in hit.cue.flags:
            continue  # "рассказал он изданию": the paper only hears it
        cost = _reach(sentence, say, hit.first, hit.last)
        if cost is not None:
            start, stop = widen_left(sentence, hit)
            voice = Voice(_SPEAKS_AS[hit.cue.property], discourse.text[start:stop])
            found.append((cost, voice, sentence.word_at(start), hit.last))
    return found


def _is_told(sentence: Sentence, office: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "газетамизга айтишича", "ба рӯзнома гуфт": whom it is said to; not "тергов маълумотига кўра"."""
    low = sentence.words[say.first].low
    if not discourse.grammar.verb_last or (say.cue.kind == "according" and not low.startswith(_TOLD_STEMS)):
        return False
    to = office.first > 0 and sentence.words[office.first - 1].low == _TO
    return to or sentence.words[office.last].low.endswith(discourse.grammar.dative_endings)


def _outlet_that_hears(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[int, int] | None:
    """ "сообщил «Радио Хатлон» представитель посольства": who stands behind the outlet's name tells it."""
    if say.cue.kind != "say" or discourse.lang not in {"ru", "uk"}:
        return None
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop and t.kind == "word"]
        if not 0 < len(inside) <= OUTLET_WORDS or not 0 < inside[0] - say.last <= BEHIND_A_MARK:
            continue
        near = range(inside[-1] + 1, inside[-1] + TELLER_BEHIND)
        tells = any(
            r.first in near and r.who.role in TELLERS and not _is_object(sentence, r, discourse) for r in refs
        )
        if tells or any(h.cue.kind == "org" and h.first in near for h in sentence.hits):
            return inside[0], inside[-1]
    return None


def _quoted_outlet(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    """ "По данным «Газеты.uz»", "сообщает «Фергана»": a name in quotation marks right behind the verb."""
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop]
        words = discourse.text[start:stop]
        short = 0 < len(words.split()) <= OUTLET_WORDS and words[:1].isupper()
        if inside and short and inside[0] - say.last == BEHIND_A_MARK and discourse.lang in {"ru", "uk"}:
            return [(0.0, Voice("press", words), inside[0], inside[-1])]
    return []


def _papers(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    """ "В извещении военкомата сказано", "a notice signed by the commander states": the paper says it."""
    found: list[tuple[float, Voice, int, int]] = []
    if discourse.lang == "en" and any(
        h.cue.kind == "pron" and h.last == say.last - 1 and "object" not in h.cue.flags for h in sentence.hits
    ):
        return found  # "on forged papers, he says": he does
    for mark in sentence.hits:
        if mark.cue.kind != "mark" or mark.cue.property != "document":
            continue
        if mark.first > say.last + PAPER_BEHIND:
            continue  # "said it had come together with a death certificate"
        cost = _reach(sentence, say, mark.first, min(mark.last, max(mark.first, say.first - 1)))
        if cost is not None:
            words = discourse.text[mark.start : sentence.words[mark.first].stop]
            of_office = any(
                h.cue.kind == "org" and 0 < h.first - mark.last <= PAPER_OF for h in sentence.hits
            )
            covered = mark.first <= say.first <= mark.last
            cost = 0.0 if covered else cost - (PAPER_OF if of_office else 0.0)
            found.append((cost, Voice("document", words), mark.first, mark.first))
    return found


def _reach(sentence: Sentence, say: Hit, first: int, last: int, *, pronoun: bool = False) -> float | None:
    """How far a speaker is from a verb of saying, or None where it cannot be its speaker."""
    after, before = "after" in say.cue.flags, "before" in say.cue.flags
    if first > say.last and any(t.low in _STOPS for t in sentence.words[say.last + 1 : first]):
        return None  # "..., deya so'z boshladi u. — Politsiya ...": the next sentence of what is said
    if first > say.last:
        if "to" in say.cue.flags and first - say.last <= LISTENER_GAP:
            return None  # "an officer told the father": he only hears it
        that = that_behind(sentence, say, within=THAT_WITHIN)
        if before or (that is not None and first >= that):
            return None  # "the paper says that Mirbek died": Mirbek does not
        before_it = sentence.words[say.first - 1].low if say.first > 0 else ""
        closing = before_it in MARKS_BEFORE | of_any_language("said_words")  # "..., deya so'z boshladi u"
        if not after and not pronoun and not closing and _begins_what_is_said(sentence, say, first, last):
            return None  # "his mother said Aibek had left": not Aibek
        if pronoun and not after and (not closing or _goes_on_with_a_verb(sentence, last)):
            return None  # "examiners say he died": not he
        if after and any(t.low == "," for t in sentence.words[say.last + 1 : first]):
            return None  # "according to the indictment, T. signed": not T.
        cost = gap_cost(sentence, say.last, first) + (0 if after or closing else SIDE_COST)
        return cost if cost <= REACH_RIGHT else None
    if last < say.first:
        cost = gap_cost(sentence, last, say.first)
        if say.first - last == BESIDE_A_COMMA and sentence.words[last + 1].low == ",":
            cost = 1.0  # "My brother, Sardorbek, says the police come": not the police
        return cost if not after and cost <= REACH_LEFT else None
    return 0.0


def _begins_what_is_said(sentence: Sentence, say: Hit, first: int, last: int) -> bool:
    """ "said Sattorov had been wounded": English leaves out "that", and a verb stands behind the name."""
    if first != say.last + 1 or sentence.words[say.first].low not in _SAYS_WITHOUT_THAT:
        return False
    behind = sentence.words[last + 1].low if last + 1 < len(sentence.words) else ""
    return behind in _BEGIN_A_VERB


def _goes_on_with_a_verb(sentence: Sentence, pronoun: int) -> bool:
    """ "Her uncle, who came, said he was handed", where the uncle speaks: unlike "..., said he"."""
    behind = sentence.words[pronoun + 1 : pronoun + 2]
    return sentence.words[pronoun].low in _HE and any(t.kind == "word" for t in behind)


def voice_of(who: Who) -> Voice | None:
    """Whom somebody speaks as; None for a group that is told of."""
    if who.role in {"relative", "official", "source", "press"}:
        return Voice(who.role, who.label, who)
    return None if who.group else Voice("self", who.label, who)


def _is_object(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """A mention in another case than the nominative does not speak: "ей сказали", "мать Айбека"."""
    dative = discourse.grammar.dative_endings if ref.kin is not None or ref.form == "nominal" else ()
    if dative and sentence.words[ref.last].low.endswith(dative):
        return True  # "жакындарына көңүл айтат", "биздин кабарчыга айтты"
    words = ref.kin or next(
        (h for h in sentence.hits if h.cue.kind in {"pron", "person"} and h.last == ref.last), None
    )
    if words is not None and "object" in words.cue.flags:
        return True
    hears = discourse.grammar.hearer_endings
    if hears and ref.kin is not None and sentence.words[ref.last].low.endswith(hears):
        return True  # "onasiga aytdi": she is told it
    if ref.who.role == "relative" and _named_as_hearer(sentence, ref, discourse):
        return True
    if ref.form != "name" or discourse.lang not in {"ru", "uk"}:
        return False
    name = next((n for n in discourse.all_names.get(sentence.index, ()) if n.start == ref.start), None)
    if name is None:
        return False
    written = fold(discourse.text[name.start : name.stop]).split()
    return sorted(written) != sorted(fold(name.nominative).split())


def _named_as_hearer(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Унинг хотини Ойшага сафдоши ёзди", "ба занаш навишт": a name bears the case, or a word before it."""
    words, grammar = sentence.words, discourse.grammar
    own = [r for r in discourse.refs[sentence.index] if r.who is ref.who and r.form != "pronoun"]
    beside = [r for r in own if r is ref or ref.first - r.last in {1, 2} or r.first - ref.last in {1, 2}]
    if any(r.first and words[r.first - 1].low in grammar.hearer_words for r in beside):
        return True
    named = next((r for r in beside if r.form == "name"), None)
    if named is None or not grammar.dative_endings:
        return False
    low = words[named.last].low
    known = {word.lower() for word in ref.who.name.split()}
    return low.endswith(grammar.dative_endings) and low not in known


def _hears(sentence: Sentence, say: Hit, ref: Ref, lang: str) -> bool:
    """ "A comrade wrote to his sister that ...": she only reads it."""
    before = [t.low for t in sentence.words[max(say.last + 1, ref.first - 2) : ref.first]]
    return lang == "en" and ref.first > say.last and bool(set(before) & of_any_language("to_words"))


def _disagrees(sentence: Sentence, say: Hit, ref: Ref, lang: str) -> bool:
    """A Russian or Ukrainian verb in the past agrees with its subject in sex and number."""
    if lang not in {"ru", "uk"} or say.cue.kind != "say":
        return False
    low = sentence.words[say.first].low
    if low.endswith("ли"):
        return not ref.who.group
    if low.endswith("ло"):
        return True
    sex = (ref.kin.cue.value if ref.kin else "") or ref.who.sex
    if not sex and ref.who.named:
        sex = sex_of(ref.who.name, lang=lang)
    if low.endswith("ла"):
        return sex == "male"
    return low.endswith(("л", "в")) and sex == "female"


def _with_appositions(who: Who, first: int, last: int, refs: list[Ref]) -> tuple[int, int]:
    """The speaker with the other words for them beside: "Модараш, Саодат Раҳимова,"."""
    for ref in sorted((r for r in refs if r.who is who and r.form != "pronoun"), key=lambda r: r.first):
        if ref.first <= last + BESIDE + 1 and first - BESIDE - 1 <= ref.last:
            first, last = min(first, ref.first), max(last, ref.last)
    return first, last


def _with_clause(
    sentence: Sentence, say: Hit, voice: Voice, at: tuple[int, int], refs: list[Ref], discourse: Discourse
) -> tuple[int, int]:
    """ "His uncle Rahmon, who met the coffin, said": who speaks, and what the outlet tells of him there."""
    if voice.who is None or sentence.words[at[0]].low not in discourse.grammar.relative_words:
        return at
    named = [r.first for r in refs if r.who is voice.who and r.form != "pronoun" and r.last < at[0]]
    closed = at[0] < say.first and sentence.words[say.first - 1].low == ","
    return (min(named), say.first - 1) if named and closed else at


def _chained(sentence: Sentence, say: Hit, refs: list[Ref], voice: Voice, discourse: Discourse) -> Voice:
    """ "Her husband's uncle told her that ...": what the uncle said, the wife passes on."""
    if "heard" in say.cue.flags:
        return Voice("told", voice.label, voice.who)
    listener = _listener(sentence, say, refs, voice.who, discourse)
    if listener is None or voice.kind not in {"relative", "source", "official", "hearsay"}:
        return voice
    if voice.kind == "official" and not _in_uniform(sentence, refs, voice.who):
        return Voice("official", listener.label, None, (voice.label,))
    return Voice("told", listener.label, listener, (voice.label,))


def _in_uniform(sentence: Sentence, refs: list[Ref], who: Who | None) -> bool:
    """ "An officer of the regiment told the family by telephone": one man's word, and no office's paper."""
    return who is not None and any(
        is_jargon(h, "in_uniform") and r.first <= h.first <= r.last
        for r in refs
        if r.who is who
        for h in sentence.hits
    )


def _listener(
    sentence: Sentence, say: Hit, refs: list[Ref], teller: Who | None, discourse: Discourse
) -> Who | None:
    """The relative who was told: right behind the verb, or in the dative before it."""
    if say.cue.kind != "say" and teller is not None:
        return None  # "Таланттын айтымында, үй-бүлөгө акча которулган": the family was paid
    for ref in refs:
        if ref.who.role != "relative" or ref.who is teller:
            continue
        behind = say.last < ref.first <= say.last + LISTENER_GAP
        cased = discourse.lang in {"ru", "uk"} or bool(discourse.grammar.hearer_endings)
        one_clause = not any(t.low == "," for t in sentence.words[ref.last : say.first])
        far = FAR if discourse.grammar.verb_last and one_clause else LISTENER_GAP
        before = 0 < say.first - ref.last <= far and cased
        if behind and (discourse.lang == "en" or _is_object(sentence, ref, discourse)):
            return ref.who
        if before and _is_object(sentence, ref, discourse):
            return ref.who
    return None


def _unnamed(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "Ей сказали, что он погиб": nobody says who told it, but somebody was told."""
    listener = _listener(sentence, say, refs, None, discourse)
    if listener is None:
        return None
    voice = Voice("told", listener.label, listener)
    return _spoken(sentence, say, None, voice, discourse)


def _by_a_witness(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "... со слов санитара", "по словам медсестры": one known by a trade alone; nobody to be told of.

    At the end of an entry of a list any plain noun will do: "- санитардын айтуусунда".
    """
    closes = sentence.entry is not None and not any(t.kind == "word" for t in sentence.words[say.last + 1 :])
    if say.cue.kind != "according" and not (closes and discourse.grammar.verb_last):
        return None
    at = say.last + 1 if "after" in say.cue.flags else say.first - 1
    if not 0 <= at < len(sentence.words) or any(r.first <= at <= r.last for r in refs):
        return None
    token = sentence.words[at]
    known = any(h.cue.kind == "occupation" and h.first <= at <= h.last for h in sentence.hits)
    taken = any(h.cue.kind not in _NO_SPEAKERS_YET and h.first <= at <= h.last for h in sentence.hits)
    plain = token.kind == "word" and token.low == token.text and not taken
    ends = at == len(sentence.words) - 1 or sentence.words[at + 1].low in {".", ")"} or at < say.first
    trade_alone = plain and ends and sentence.entry is not None and say.cue.kind == "according"
    comma = at + 1 == len(sentence.words) or sentence.words[at + 1].low in {",", "."}
    in_prose = plain and comma and discourse.lang in _WITHOUT_ARTICLES and say.cue.kind == "according"
    if not (known or trade_alone or in_prose):
        return None
    spoken = _spoken(sentence, say, (at, at), Voice("hearsay", token.text), discourse)
    return replace(spoken, holds=False, once=True, closes_entry=spoken.closes_entry or closes)


def _says_something(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """True where "that" or a quotation follows."""
    words = discourse.grammar.that_words
    behind = {t.low for t in sentence.words[say.last + 1 : say.last + 1 + THAT_WITHIN]}
    return bool(behind & (words | {":"})) or any(
        a > say.last for a, _ in speech_quotes(sentence, discourse.text)
    )


def _left_out(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Сказал, что подписал контракт": whom the text is about says it, and the verb alone tells so."""
    who = discourse.focuses[sentence.index]
    if say.cue.kind != "say" or who is None or who.role != "subject" or who.group:
        return None
    if discourse.grammar.verb_last:
        return _left_out_before_verb(sentence, say, who, discourse)
    if discourse.lang not in {"ru", "uk"}:
        return None
    low = sentence.words[say.first].low
    in_past = low.endswith("в" if discourse.lang == "uk" else "л") and who.sex != "female"
    if not in_past or not _says_something(sentence, say, discourse):
        return None
    spoken = _spoken(sentence, say, None, Voice("self", who.label, who), discourse)
    quote = next(((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= say.first <= b), None)
    scopes = spoken.scopes
    if quote is not None:  # the words of the one who is quoted end with the quotation
        scopes = tuple(replace(s, last=min(s.last, quote[1])) for s in scopes if s.first <= quote[1])
    else:
        # "Вышел на связь 19.02 из района Работино, сказал «едем»": before the verb the text goes on itself
        scopes = tuple(s for s in scopes if s.first > say.first)
    return replace(spoken, scopes=scopes, holds=False, left_out=True)


def _left_out_before_verb(sentence: Sentence, say: Hit, who: Who, discourse: Discourse) -> Saying | None:
    """ "Октябрда чалып, «апа, мени алып кетишти» деди": a quotation beside a verb not of an "I"."""
    if sentence.words[say.last].low.endswith(_FIRST_PERSON):
        return None
    quote = next(
        (
            (a, b)
            for a, b in speech_quotes(sentence, discourse.text)
            if 0 < say.first - b <= QUOTE_BESIDE or 0 < a - say.last <= QUOTE_BESIDE
        ),
        None,
    )
    if quote is None:
        return None
    voice = Voice("self", who.label, who)
    return Saying(
        voice, None, (say.first, say.last), (Scope(*quote, voice),), holds=False, left_out=True, quoted=True
    )  # fmt: skip


def _told_to_somebody(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """True where somebody stands right behind "told": else the subject was told and does not tell."""
    near = range(say.last + 1, say.last + LISTENER_GAP + 2)
    if any(r.first in near and r.form != "pronoun" for r in refs):
        return True
    own, words = discourse.grammar.first_person, sentence.words
    behind = [t for t in words[near.start : near.stop] if t.kind == "word"]
    if any(t.low in own or t.text[:1].isupper() for t in behind):
        return True
    return any(
        h.first in near and (h.cue.kind in {"org", "group", "kin", "court", "person"} or _not_his(h, words))
        for h in sentence.hits
    )


def _not_his(hit: Hit, words: list[Token]) -> bool:
    """ "told him that", not "told his citizenship would be cancelled"."""
    return hit.cue.kind == "pron" and words[hit.first].low in {"him", "her", "them"}
