"""Weigh a claim's class of evidence again, by what stands around it (tables/extract/evidence_weights.csv).

The rules of attribution.py and voices.py ask who speaks and answer at the first rung that fits. Where a text
says it in words they do not know, they still answer, and wrongly. The weights look at what does not hang on
words: whose voice, what is told, of whom, where in the sentence and paragraph
(docs/models/evidence_weights.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import log

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.grammar import endings_of_any_language
from tizme.extract.voices import Voice, Voices, told_at
from tizme.extract.who import Ref
from tizme.tables import rows

CLASSES = ("direct", "document", "hearsay", "official", "press")
# How firmly a class speaks for a fate (tables/status: "not hearsay", "document or official").
_STRENGTH = {"hearsay": 0, "inferred": 0, "press": 1, "direct": 1, "official": 2, "document": 2}
_OUTLET = _STRENGTH["press"]
# The rules' answer stands unless another is this many times as likely. Of 1.5, 2 and 3, the one that costs
# texts on which the rules are right least; redo with `scripts/fit_evidence_weights.py ../shared --folds`.
TIMES_AS_LIKELY = 3.0
OPENING = 3  # sentences
# What is noted of a sentence: cue kind -> the properties of it that are told apart; None for all alike.
_NOTED: dict[str, frozenset[str] | None] = {
    "say": None,
    "according": None,
    "court": None,
    "kin": None,
    "group": None,
    "org": frozenset({"official", "hearsay", "press", "document", "recruiter"}),
    "mark": frozenset({"hearsay", "document", "documents", "uncertain", "denied"}),
    "jargon": frozenset(
        {"paper", "citing", "office_style", "office_head", "outlet_style", "seeks", "source_label"}
    ),
    "event": frozenset({"death_reported", "info_requested", "info_refused", "sentenced", "charged"}),
}  # fmt: skip
_SPEAKS = frozenset({"say", "according"})


class EvidenceWeights:
    """The weights at work on one text.

    Args:
        silent: Leave every class as the rules gave it.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        refs: Sequence[Sequence[Ref]],
        voices: Sequence[Voices],
        discourse: Discourse,
        *,
        silent: bool = False,
    ) -> None:
        self._silent = silent
        self._sentences, self._refs, self._voices = sentences, refs, voices
        self._discourse = discourse
        self._first = discourse.first_subject()
        self._sums: dict[int, tuple[float, ...]] = {}

    def evidence(self, draft: Draft, by_rules: str) -> str:
        """The class of a claim: the rules' own, unless another is likelier by far and may be given.

        No office and no document comes in by weights alone. Word of a death is never made stronger than the
        rules made it, word of a life never weaker, and nobody comes to speak of himself: a sign of life.
        Where the text names the source of all that an entry of a list tells, there is nothing to weigh.
        """
        if self._silent:
            return by_rules
        if by_rules == "official" and self._said_by_office(draft):
            return by_rules
        if by_rules == "direct" and self._knows_himself(draft):
            return by_rules
        sentence, voices = self._sentences[draft.sentence], self._voices[draft.sentence]
        if voices.firm:
            return by_rules
        around = self._sums.get(draft.sentence)
        if around is None:
            around = self._sums[draft.sentence] = weighed(self._sentence_features(sentence))
        claim = self._claim_features(draft, sentence, by_rules)
        sums = dict(zip(CLASSES, weighed(claim, around), strict=True))
        sums[by_rules] = sums.get(by_rules, 0.0) + log(TIMES_AS_LIKELY)
        own = self._voice(draft).who is draft.who
        allowed = [c for c in sums if c == by_rules or _may_become(draft.property, by_rules, c, own=own)]
        return max(allowed, key=lambda c: (sums[c], c))

    def _said_by_office(self, draft: Draft) -> bool:
        """Whether words in the text give a claim to an office, against the voice around them."""
        voices = self._voices[draft.sentence]
        voice = self._voice(draft)
        return voice.kind == "official" and voices.own.kind in {"relative", "self"}

    def _knows_himself(self, draft: Draft) -> bool:
        """ "O'zim Rostovga borib, tishidan tanidim": of what a relative did, or whom she received dead."""
        if self._voice(draft).kind != "relative":
            return False
        sentence = self._sentences[draft.sentence]
        verb = sentence.words[sentence.word_at(draft.stop - 1)].low
        return draft.property.split(".")[0] == "died" or (
            verb.endswith(endings_of_any_language("did_endings")) and sentence.in_quote(draft.start)
        )

    def forget(self) -> None:
        """Sum anew what stands around each claim: the weights are others."""
        self._sums.clear()

    def features(self, draft: Draft, by_rules: str) -> list[str]:
        """What the weights look at, each named by what it says."""
        sentence = self._sentences[draft.sentence]
        return [*self._sentence_features(sentence), *self._claim_features(draft, sentence, by_rules)]

    def _voice(self, draft: Draft) -> Voice:
        sentence = self._sentences[draft.sentence]
        return self._voices[draft.sentence].at(told_at(draft, sentence))

    def _claim_features(self, draft: Draft, sentence: Sentence, by_rules: str) -> Iterable[str]:
        root, at = draft.property.split(".")[0], told_at(draft, sentence)
        told, who, voice = tells_of(root), draft.who, self._voice(draft)
        voices, here = self._voices[sentence.index], self._refs[sentence.index]
        scoped = "words" if voice is not voices.base else "going on"
        quoted = sentence.in_quote(sentence.words[at].start)
        new = any(r.who is who and r.new for r in here)
        yield f"rules={by_rules}"
        yield f"rules={by_rules} of={told}"
        yield f"voice={voice.kind}"
        yield f"voice={voice.kind} property={root}"
        yield f"voice={voice.kind} {scoped}"
        yield f"voice={voice.kind} quoted={_word(holds=quoted)}"
        yield f"text={voices.own.kind} property={root}"
        yield f"met={next((r.form for r in here if r.who is who), 'none')}"
        yield f"of={told} new={_word(holds=new)}"
        if voice.who is not None:
            if voice.who is who:
                yield "speaks of himself"
            elif voice.who.anchor is who or who.anchor is voice.who:
                yield "speaks of their own"
        for name, holds in (
            ("quoted", quoted), ("new", new), ("named", who.named), ("group", who.group),
            ("by kin", who.by_kin), ("first subject", who is self._first),
        ):  # fmt: skip
            if holds:
                yield name
        speaking = [h for h in sentence.hits if h.cue.kind in _SPEAKS]
        before, behind = any(h.last < at for h in speaking), any(h.first > at for h in speaking)
        yield f"of={told} said before={_word(holds=before)}"
        if before:
            yield "said before"
        if behind:
            yield "said behind"

    def _sentence_features(self, sentence: Sentence) -> Iterable[str]:
        index, voices = sentence.index, self._voices[sentence.index]
        yield "any"
        yield f"going on={voices.base.kind}"
        yield f"text={voices.own.kind}"
        noted = {f"has {scope.voice.kind}'s words" for scope in voices.scopes}
        for hit in sentence.hits:
            kind = hit.cue.kind
            if kind in _NOTED:
                properties = _NOTED[kind]
                if properties is None:
                    noted.add(f"has {kind}")
                elif hit.cue.property in properties:
                    noted.add(f"has {kind} {hit.cue.property}")
        yield from sorted(noted)
        grammar, words = self._discourse.grammar, {t.low for t in sentence.words}
        for name, holds in (
            ("has I", bool(words & grammar.singular_first)),
            ("has we", bool(words & grammar.first_person)),
            ("has quotes", bool(sentence.quotes)), ("has dates", bool(sentence.dates)),
            ("entry", sentence.entry is not None), ("heading", sentence.heading),
            (f"turn={sentence.turn}", bool(sentence.turn)), ("opening", index < OPENING),
            ("first of paragraph", self._stands_apart(sentence, index - 1)),
            ("last of paragraph", self._stands_apart(sentence, index + 1)),
        ):  # fmt: skip
            if holds:
                yield name

    def _stands_apart(self, sentence: Sentence, other: int) -> bool:
        outside = not 0 <= other < len(self._sentences)
        return outside or self._sentences[other].paragraph != sentence.paragraph


def weighed(features: Iterable[str], begun: Sequence[float] = (0.0,) * len(CLASSES)) -> tuple[float, ...]:
    """What all that is seen says for each of CLASSES, in natural logarithms up to one number for all.

    Args:
        begun: What was summed before.
    """
    table = weight_table()
    direct, document, hearsay, official, press = begun
    for feature in features:
        found = table.get(feature)
        if found is not None:
            direct += found[0]
            document += found[1]
            hearsay += found[2]
            official += found[3]
            press += found[4]
    return direct, document, hearsay, official, press


def spoke_for(features: Iterable[str], evidence: str, *, against: str) -> list[tuple[str, float]]:
    """What spoke for a class against another, the loudest first: (feature, natural logarithm)."""
    table, one, other = weight_table(), CLASSES.index(evidence), CLASSES.index(against)
    found = [(f, round(table[f][one] - table[f][other], 2)) for f in features if f in table]
    return sorted((f for f in found if f[1]), key=lambda f: -abs(f[1]))


def tells_of(root: str) -> str:
    """What kind of thing a property tells of; "" for one that the table does not hold."""
    return _properties().get(root, ("", ""))[0]


def _may_become(claimed: str, by_rules: str, evidence: str, *, own: bool) -> bool:
    may = _properties().get(claimed.split(".", 1)[0], ("", ""))[1]
    before, after = _STRENGTH[by_rules], _STRENGTH[evidence]
    if after > max(before, _OUTLET) or (own and evidence == "direct"):
        return False
    return not (may == "lower" and after > before) and not (may == "raise" and after < before)


def _word(*, holds: bool) -> str:
    return "yes" if holds else "no"


@cache
def _properties() -> dict[str, tuple[str, str]]:
    columns = ("property", "tells_of", "may")
    table = rows("extract/evidence_properties.csv", *columns)
    for row in table:
        if row["may"] not in {"", "lower", "raise"}:
            raise row.error(f"may is '{row['may']}' and must be lower, raise or empty")
    return {row["property"]: (row["tells_of"], row["may"]) for row in table}


@cache
def weight_table() -> dict[str, tuple[float, ...]]:
    """Feature -> what it says for each of CLASSES, in natural logarithms."""
    table = rows("extract/evidence_weights.csv", "feature", *CLASSES)
    return {row["feature"]: tuple(float(row[c]) for c in CLASSES) for row in table}
