"""Whether a text bears out what a model says of it. What cannot be shown is a problem, and any problem bars.

A suggestion becomes a claim only where all of this holds:

1. its quote stands in the passage that it names, to the letter, once, from word boundary to word boundary,
   inside one sentence that is no heading and no question;
2. the sentence holds exactly one value of the property's kind, the whole of it stands in the quote, and it is
   the value that the model gave;
3. the person is somebody whom the text names in just these words, and nobody else bears them;
4. for a part of an event (a date, place, sum, term): the rules say of this person, in this sentence, that the
   event happened; they say it of nobody else there; no other event that could carry such a value, and no verb
   of saying that could carry a date, stands in the sentence;
   for what describes a person (age, trade, ...): the sentence speaks of that one person and of nobody else;
5. nothing in the sentence denies, doubts or promises it otherwise than the model says;
6. the rules read no other value of this property for this person.

So a model never makes anybody dead: that an event happened only the rules may say. It may add when and where.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tizme.dates import is_edge
from tizme.extract.annotate import Sentence
from tizme.extract.asking.passages import Passage, Stretch
from tizme.extract.asking.properties import Provable, properties
from tizme.extract.asking.values import Held, means_the_same, values_in
from tizme.extract.cues import Hit
from tizme.extract.frames import frames
from tizme.extract.polarity import polarity_at
from tizme.model import Claim, Extraction, Polarity, Subject, Suggested
from tizme.text import fold

MOST_QUOTE = 300  # code points; a longer quote says nothing more exactly
_PEOPLE = frozenset({"kin", "person", "group", "pron"})
_JOINING = frozenset({"Cf", "Mn", "Mc"})  # invisible letters, accents
_SAYING = frozenset({"say", "according"})
_SLOTS = {"date": "date", "place": "place", "amount": "amount", "duration": "duration"}


@dataclass(frozen=True, slots=True)
class Proof:
    """What a suggestion came to: a value in its words and who it is of, or the problems that bar it."""

    problems: tuple[str, ...]
    start: int = -1
    stop: int = -1
    subject: Subject | None = None
    held: Held | None = None
    anchor: Claim | None = None
    agrees: bool = False  # the rules say the same


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the rules read it; ``sentences`` by stretch, ``called`` as called_in gives it."""

    text: str
    stretches: Sequence[Stretch]
    passages: Sequence[Passage]
    sentences: Sequence[Sequence[Sentence]]
    found: Extraction
    called: Mapping[str, frozenset[str]]


def called_in(text: str, found: Extraction) -> dict[str, frozenset[str]]:
    """Subject -> every name and noun, folded, that the text has for them."""
    called = {one.id: {_plain(one.label), _plain(one.name)} - {""} for one in found.subjects}
    for mention in found.mentions:
        if mention.form != "pronoun":
            called[mention.subject].add(_plain(text[mention.start : mention.stop]))
    return {subject: frozenset(words) for subject, words in called.items()}


def prove(said: Suggested, reading: Reading) -> Proof:
    """Hold one suggestion against the text."""
    known = properties().get(said.property)
    if known is None:
        return Proof(("unknown-property",))
    place = _place_of(said, reading)
    if isinstance(place, str):
        return Proof((place,))
    start, passage = place
    stop = start + len(said.quote)
    stretch = reading.stretches[passage.section]
    sentence = _sentence_of(start, stop, reading.sentences[passage.section])
    if sentence is None:
        return Proof(("no-one-sentence",), start, stop)
    who = _who(said.person, reading)
    if isinstance(who, str):
        return Proof((who,), start, stop)
    if _rules_agree(said, who, start, stop, reading.found):
        return Proof((), start, stop, who, agrees=True)
    if known.proof in {"none", "event"}:
        return Proof(("rules-only",), start, stop, who)
    held = _held(said, known, sentence, stretch, start, stop, reading.text)
    if isinstance(held, str):
        return Proof((held,), start, stop, who)
    if known.proof == "date" and is_edge(reading.text, held.start, held.stop, lang=stretch.lang):
        return Proof(("edge-of-a-time",), start, stop, who)
    if _differs(said.property, held.value, who, reading.found):
        return Proof(("rules-differ",), start, stop, who)
    if _means_otherwise(said.property, held, reading.found):
        return Proof(("rules-read-otherwise",), start, stop, who)
    shown = (_of_event if known.event else _of_person)(
        said, known, sentence, stretch, who, held, reading.found
    )
    if isinstance(shown, str):
        return Proof((shown,), start, stop, who)
    return Proof((), start, stop, who, held, shown)


def _place_of(said: Suggested, reading: Reading) -> tuple[int, Passage] | str:
    """Where the quote stands, and its passage; or what is wrong with it."""
    if not 0 <= said.passage < len(reading.passages):
        return "unknown-passage"
    quote, passage, text = said.quote, reading.passages[said.passage], reading.text
    if not quote.strip() or len(quote) > MOST_QUOTE:
        return "quote-length"
    start = text.find(quote, passage.start, passage.stop)
    if start < 0:
        return "quote-not-there"
    if text.find(quote, start + 1, passage.stop) >= 0:
        return "quote-not-once"
    stop = start + len(quote)
    if _inside_word(text, start) or _inside_word(text, stop):
        return "quote-cuts-word"
    return start, passage


def _inside_word(text: str, at: int) -> bool:
    """True where a word or number goes on across ``at``: "известен" in "неизвестен", "14" in "2014"."""
    return 0 < at < len(text) and _joins(text[at - 1]) and _joins(text[at])


def _joins(char: str) -> bool:
    return char.isalnum() or char in "_'’‘ʻʼ`´-‑" or unicodedata.category(char) in _JOINING


def _sentence_of(start: int, stop: int, sentences: Sequence[Sentence]) -> Sentence | None:
    for sentence in sentences:
        if sentence.start <= start and stop <= sentence.stop:
            asks = sentence.words[-1].low == "?"
            return None if sentence.heading or asks else sentence
    return None


def _who(person: str, reading: Reading) -> Subject | str:
    """The one subject whom the text calls in these words."""
    wanted = _plain(person)
    if not wanted:
        return "unknown-person"
    found = [subject for subject in reading.found.subjects if wanted in reading.called[subject.id]]
    if len(found) > 1:
        return "several-persons"
    if not found:
        return "unknown-person"
    who = found[0]
    if who.group or who.role != "subject" or not who.named:
        return "not-a-named-subject"
    return "namesakes" if _namesakes(who, reading.found.subjects) else who


def _namesakes(who: Subject, everyone: Sequence[Subject]) -> bool:
    """Somebody else has every part of the name: "Азамат Исаков" and another "Азамат Исаков, 1990"."""
    parts = set(_plain(who.name or who.label).split())
    return any(
        other.id != who.id
        and other.named
        and (theirs := set(_plain(other.name or other.label).split()))
        and (theirs <= parts or parts <= theirs)
        for other in everyone
    )


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def _rules_agree(said: Suggested, who: Subject, start: int, stop: int, found: Extraction) -> bool:
    return any(
        c.subject == who.id
        and c.property == said.property
        and c.polarity.value == said.polarity
        and _plain(c.value) == _plain(said.value)
        and c.start < stop
        and start < c.stop
        for c in found.claims
    )


def _held(
    said: Suggested, known: Provable, sentence: Sentence, stretch: Stretch, start: int, stop: int, text: str
) -> Held | str:
    """The one value of the property's kind, wholly in the quote and the same as the model's."""
    found = values_in(sentence, known.proof, text=text, lang=stretch.lang)
    inside = [one for one in found if start <= one.start and one.stop <= stop]
    if not inside:
        return "value-not-in-quote"
    if len(found) > 1:
        return "several-values"
    held = inside[0]
    same = means_the_same(said.value, held, known.proof, lang=stretch.lang, published=stretch.published)
    return held if same else "another-value"


def _differs(name: str, value: str, who: Subject, found: Extraction) -> bool:
    return any(c.subject == who.id and c.property == name and c.value != value for c in found.claims)


def _means_otherwise(name: str, held: Held, found: Extraction) -> bool:
    """The rules took these very words for something else: "Яван" beside a name is where he is from."""
    return any(
        c.property != name and c.value == held.value and c.start < held.stop and held.start < c.stop
        for c in found.claims
    )


def _of_event(
    said: Suggested,
    known: Provable,
    sentence: Sentence,
    stretch: Stretch,
    who: Subject,
    held: Held,
    found: Extraction,
) -> Claim | str:
    """The rules' own claim that this event befell this person in this sentence, or what is missing."""
    told = [h for h in sentence.hits if h.cue.kind == "event" and h.cue.property == known.event]
    if not told:
        return "no-event"
    slot = _SLOTS[known.proof]
    if any(_may_carry(h, slot) and h.cue.property != known.event for h in sentence.hits):
        return "another-event"
    if slot == "date" and any(h.cue.kind in _SAYING for h in sentence.hits):
        return "day-of-the-telling"
    here = [
        c
        for c in found.claims
        if c.property.split(".")[0] == known.event.split(".")[0]
        and sentence.start <= c.start
        and c.stop <= sentence.stop
    ]
    if not here:
        return "rules-silent"
    if any(c.subject != who.id for c in here):
        return "another-person"
    ways = {_polarity(h, sentence, stretch.lang) for h in told} | {c.polarity.value for c in here}
    if ways != {said.polarity} or said.polarity == Polarity.DENIED.value:
        return "polarity"
    if _clause_between(sentence, told, held):
        return "another-clause"
    return here[0]


def _may_carry(hit: Hit, slot: str) -> bool:
    frame = frames().get(hit.cue.property)
    return hit.cue.kind == "event" and frame is not None and slot in frame.slots


def _polarity(hit: Hit, sentence: Sentence, lang: str) -> str:
    return "promised" if "promise" in hit.cue.flags else polarity_at(sentence, hit, lang)


def _clause_between(sentence: Sentence, told: list[Hit], held: Held) -> bool:
    """A semicolon, colon or dash between the event and the value may begin something else."""
    first, last = sentence.word_at(held.start), sentence.word_at(held.stop - 1)
    for hit in told:
        low, high = (hit.last, first) if hit.last < first else (last, hit.first)
        if not any(t.low in {";", ":", "-", "(", ")"} for t in sentence.words[low + 1 : high]):
            return False
    return True


def _of_person(
    said: Suggested,
    known: Provable,  # noqa: ARG001  (one shape with _of_event)
    sentence: Sentence,
    stretch: Stretch,  # noqa: ARG001
    who: Subject,
    held: Held,
    found: Extraction,
) -> Claim | str:
    """A claim of the rules on the one person of whom the sentence speaks, or what is missing."""
    here = [m for m in found.mentions if sentence.start <= m.start and m.stop <= sentence.stop]
    if {m.subject for m in here} != {who.id} or not any(m.form == "name" for m in here):
        return "another-person"
    covered = [(m.start, m.stop) for m in here]
    for hit in sentence.hits:
        if hit.cue.kind in _PEOPLE and not any(a <= hit.start and hit.stop <= b for a, b in covered):
            return "another-person"
        if hit.cue.kind == "mark" or hit.cue.kind in _SAYING:
            return "polarity"
    if said.polarity != Polarity.AFFIRMED.value:
        return "polarity"
    near = any(0 <= held.start - m.stop <= 40 or 0 <= m.start - held.stop <= 40 for m in here)
    if not near:
        return "too-far"
    anchors = [
        c
        for c in found.claims
        if c.subject == who.id and sentence.start <= c.start and c.stop <= sentence.stop
    ]
    return anchors[0] if anchors else "rules-silent"
