"""Weigh a claim's class of evidence again, by the words that stand around it (docs/models/evidence_words.md).

The rules of attribution.py and voices.py ask who speaks and answer at the first rung that fits. Where a text
says it in words they do not know, they still answer, and wrongly. A reader that was trained on marked texts
(evidence_words.py) has read how such texts go on; its answer and that of the rules are put together here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log
from types import MappingProxyType

import numpy as np

from tizme.extract.annotate import Sentence
from tizme.extract.draft import Draft, Settled
from tizme.extract.evidence_along import along
from tizme.extract.evidence_words import CLASSES, EvidenceWords, Numbers
from tizme.extract.grammar import endings_of_any_language
from tizme.extract.voices import ACTS_OF_OFFICE, Voice, Voices, somebody_saw, told_at
from tizme.tables import rows

# How firmly a class speaks for a fate (tables/status: "not hearsay", "document or official").
_STRENGTH = MappingProxyType(
    {"hearsay": 0, "inferred": 0, "press": 1, "direct": 1, "official": 2, "document": 2}
)
_OUTLET = _STRENGTH["press"]
# What a policy decides a fate by: no office and no document comes in by weights alone.
_DECIDES = frozenset({"fate", "remains", "afterwards"})


class EvidenceWeights:
    """The weights at work on one text.

    Args:
        silent: Leave every class as the rules gave it.
    """

    def __init__(
        self, sentences: Sequence[Sentence], voices: Sequence[Voices], lang: str, *, silent: bool = False
    ) -> None:
        self._silent = silent
        self._sentences, self._voices = sentences, voices
        self._words = EvidenceWords(sentences, lang)

    def classes(self, settled: Sequence[Settled]) -> list[str]:
        """The class of each claim: the rules' own, unless another is likelier by far and may be given.

        Whose word a claim is, the rules decide for a whole stretch at once, and are right or wrong for all of
        it: what speaks for another class at one claim speaks for it at those beside it, too, that the rules
        gave the same voice and class (evidence_along.py).
        """
        found = [by_rules for _, by_rules, _ in settled]
        if self._silent:
            return found
        stretches: dict[tuple[int, str], tuple[Voice, list[int]]] = {}
        for at, (draft, by_rules, _) in enumerate(settled):
            voice = self._voice(draft)
            stretches.setdefault((id(voice), by_rules), (voice, []))[1].append(at)
        for (_, by_rules), (voice, claims) in stretches.items():
            drafts = [settled[at][0] for at in claims]
            for at, evidence in zip(claims, self._of_stretch(drafts, voice, by_rules), strict=True):
                found[at] = evidence
        return found

    def _of_stretch(self, drafts: Sequence[Draft], voice: Voice, by_rules: str) -> Iterator[str]:
        """The class of each of the claims to which the rules gave one voice and one class."""
        sums = np.array([self.likelihoods(draft) for draft in drafts])
        if by_rules in CLASSES:
            sums -= sums[:, [CLASSES.index(by_rules)]]
        where = [(d.sentence, self._sentences[d.sentence].paragraph) for d in drafts]
        for draft, for_each in zip(drafts, along(sums, where), strict=True):
            yield self._likeliest(draft, voice, by_rules, for_each)

    def _likeliest(self, draft: Draft, voice: Voice, by_rules: str, for_each: Numbers) -> str:
        """The class of one claim.

        No office and no document comes in by weights where a fate hangs on it. Word of a death is never made
        stronger than the rules made it, word of a life never weaker, and nobody comes to speak of himself: a
        sign of life. Where the text names the source of all that an entry of a list tells, there is nothing
        to weigh.

        Args:
            for_each: What speaks for each of CLASSES more than for the rules' own, in natural logarithms.
        """
        act = draft.property.split(".")[0] in ACTS_OF_OFFICE  # an office says it by doing it
        if by_rules == "official" and (act or self._said_by_office(draft, voice)):
            return by_rules
        if by_rules == "direct" and self._knows_himself(draft, voice):
            return by_rules
        voices = self._voices[draft.sentence]
        if voices.firm:
            return by_rules
        needed = log(times_as_likely(voice.kind, here=voice is not voices.base))
        own = voice.who is draft.who
        others = [
            (float(speaks), c)
            for speaks, c in zip(for_each, CLASSES, strict=True)
            if c != by_rules and speaks > needed and _may_become(draft.property, by_rules, c, own=own)
        ]
        return max(others)[1] if others else by_rules

    def likelihoods(self, draft: Draft) -> Numbers:
        """What the words say for each of CLASSES, in natural logarithms up to one number for all."""
        sentence = self._sentences[draft.sentence]
        return self._words.sums(sentence, told_at(draft, sentence), draft.property)

    def _said_by_office(self, draft: Draft, voice: Voice) -> bool:
        """Whether words in the text give a claim to an office, against the voice around them.

        Or it stands in a quotation that an office has signed.
        """
        sentence, voices = self._sentences[draft.sentence], self._voices[draft.sentence]
        if voice.kind != "official":
            return False
        signed = voice is not voices.base and sentence.in_quote(draft.start)
        return signed or voices.own.kind in {"relative", "self"}

    def _knows_himself(self, draft: Draft, voice: Voice) -> bool:
        """ "O'zim Rostovga borib, tishidan tanidim": of what a relative did, or whom she received dead.

        Or what somebody is told to have seen.
        """
        sentence = self._sentences[draft.sentence]
        if voice.kind != "relative":
            return somebody_saw(sentence, told_at(draft, sentence))
        verb = sentence.words[sentence.word_at(draft.stop - 1)].low
        return draft.property.split(".")[0] == "died" or (
            verb.endswith(endings_of_any_language("did_endings")) and sentence.in_quote(draft.start)
        )

    def _voice(self, draft: Draft) -> Voice:
        sentence = self._sentences[draft.sentence]
        return self._voices[draft.sentence].at(told_at(draft, sentence))


def times_as_likely(voice: str, *, here: bool) -> float:
    """How many times as likely as the rules' class another must be by the words around a claim.

    Args:
        here: Words in the sentence name the voice; else it only goes on from before.
    """
    table, heard = _trust(), "here" if here else "on"
    keys = ((voice, heard), (voice, "*"), ("*", heard), ("*", "*"))
    return next(table[key] for key in keys if key in table)


@cache
def _trust() -> Mapping[tuple[str, str], float]:
    table = rows("extract/evidence_trust.csv", "voice", "heard", "times")
    return {(row["voice"], row["heard"]): float(row["times"]) for row in table}


def tells_of(claimed: str) -> str:
    """What kind of thing a property tells of; "" for one that the table does not hold."""
    return _properties().get(claimed.split(".", 1)[0], ("", ""))[0]


def _may_become(claimed: str, by_rules: str, evidence: str, *, own: bool) -> bool:
    kind, may = _properties().get(claimed.split(".", 1)[0], ("", ""))
    before, after = _STRENGTH[by_rules], _STRENGTH[evidence]
    if own and evidence == "direct":
        return False
    if kind in _DECIDES and after > max(before, _OUTLET):
        return False
    return not (may == "lower" and after > before) and not (may == "raise" and after < before)


@cache
def _properties() -> Mapping[str, tuple[str, str]]:
    columns = ("property", "tells_of", "may")
    table = rows("extract/evidence_properties.csv", *columns)
    for row in table:
        if row["may"] not in {"", "lower", "raise"}:
            raise row.error(f"may is '{row['may']}' and must be lower, raise or empty")
    return {row["property"]: (row["tells_of"], row["may"]) for row in table}
