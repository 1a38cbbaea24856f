"""Who says it, to whom, and how they came to know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.gaps import gap_cost
from tizme.extract.spans import widen_left
from tizme.extract.who import Ref, Who
from tizme.tables import rows


@dataclass(slots=True)
class Voice:
    """Whose words a stretch of text carries.

    Attributes:
        kind: press | official | relative | self | source | hearsay | document.
        label: The speaker as the text names them.
        who: The speaker where they are somebody in the discourse.
        chain: Who told the speaker, innermost first.
    """

    kind: str
    label: str = ""
    who: Who | None = None
    chain: tuple[str, ...] = ()


PRESS = Voice("press")


@cache
def evidence_table() -> dict[tuple[str, str], str]:
    """(voice, property or "*") -> evidence class."""
    return {
        (r["voice"], r["property"]): r["evidence"]
        for r in rows("extract/evidence.csv", "voice", "property", "evidence")
    }


class Attribution:
    """Follows the voices of a text, sentence by sentence. A voice holds until its paragraph ends."""

    def __init__(self, discourse: Discourse, own: Voice = PRESS) -> None:
        self.discourse = discourse
        self.voices: list[Voice] = []
        self._own = self._held = own
        self._paragraph = -1

    def skip(self) -> None:
        """A heading speaks in the item's own voice."""
        self.voices.append(self._own)

    def read(self, sentence: Sentence, refs: list[Ref]) -> Voice:
        """The voice of a sentence."""
        if sentence.paragraph != self._paragraph:
            self._held, self._paragraph = self._own, sentence.paragraph
        voice = self._stated(sentence, refs)
        if voice is None:
            voice = self._held
        elif voice.kind == "told":
            self._held = Voice("relative", voice.label, voice.who)  # goes on telling, but of what she lived
        elif voice.kind not in {"document", "court"}:
            self._held = voice
        self.voices.append(voice)
        return voice

    def _stated(self, sentence: Sentence, refs: list[Ref]) -> Voice | None:
        told = [h for h in sentence.hits if h.cue.kind == "event" and h.cue.property != "death_reported"]
        says = [
            h
            for h in sentence.hits
            if h.cue.kind in {"say", "according"}
            and not any(e.first <= h.first and h.last <= e.last for e in told)
        ]
        best: tuple[float, Voice] | None = None
        for say in says:
            for cost, voice in self._speakers(sentence, say, refs):
                if best is None or cost < best[0]:
                    best = (cost, voice)
        if best is not None:
            return self._chained(says, refs, best[1])
        if any(h.cue.kind == "court" for h in sentence.hits):
            court = next(h for h in sentence.hits if h.cue.kind == "court")
            start, stop = widen_left(sentence, court)
            return Voice("court", self.discourse.text[start:stop])
        return None

    def _speakers(self, sentence: Sentence, say: Hit, refs: list[Ref]) -> list[tuple[float, Voice]]:
        found: list[tuple[float, Voice]] = []
        after = "after" in say.cue.flags
        before = "before" in say.cue.flags
        kin = [r for r in refs if r.kin is not None]
        for ref in refs:
            if ref.form == "pronoun" and any(k.first <= ref.first <= k.last for k in kin):
                continue  # "according to his sister": she speaks, not he
            cost = self._reach(sentence, say, ref.first, ref.last, after=after, before=before)
            if cost is None:
                continue
            voice = self._voice_of(ref.who)
            if voice is not None:
                found.append((cost + (8 if voice.kind == "self" else 0), voice))
        for hit in sentence.hits:
            if hit.cue.kind != "org" or hit.cue.property not in {"official", "hearsay"}:
                continue
            cost = self._reach(sentence, say, hit.first, hit.last, after=after, before=before)
            if cost is not None:
                start, stop = widen_left(sentence, hit)
                found.append((cost, Voice(hit.cue.property, self.discourse.text[start:stop])))
        return found

    def _reach(
        self, sentence: Sentence, say: Hit, first: int, last: int, *, after: bool, before: bool
    ) -> float | None:
        if first > say.last:
            cost = gap_cost(sentence, say.last, first) + (0 if after else 2)
            return None if before or cost > 16 else cost
        if last < say.first:
            if after:
                return None
            cost = gap_cost(sentence, last, say.first)
            return cost if cost <= 30 else None
        return 0.0

    def _voice_of(self, who: Who) -> Voice | None:
        if who.role == "relative":
            return Voice("relative", who.label, who)
        if who.role == "official":
            return Voice("official", who.label, who)
        if who.role == "source":
            return Voice("source", who.label, who)
        if not who.group:
            return Voice("self", who.label, who)
        return None

    def _chained(self, says: list[Hit], refs: list[Ref], voice: Voice) -> Voice:
        """ "Her husband's uncle told her that ...": what the uncle said, the wife passes on."""
        told = [h for h in says if "told" in h.cue.flags or h.cue.pattern.startswith("told")]
        if voice.kind != "relative" or not told:
            return voice
        listeners = [
            r
            for r in refs
            if r.first > told[0].last and r.first - told[0].last <= 2 and r.who is not voice.who
        ]
        if listeners and listeners[0].who.role == "relative":
            listener = listeners[0].who
            return Voice("told", listener.label, listener, (voice.label,))
        return voice


def own_voice(source_kind: str) -> Voice:
    """The voice of an item where nobody else is named: a relative's letter is a relative's."""
    for row in rows("extract/source_voices.csv", "source_kind", "voice"):
        if row["source_kind"] == source_kind:
            return Voice(row["voice"])
    return PRESS


def settle(draft: Draft, sentence: Sentence, voice: Voice, publisher: str) -> tuple[str, tuple[str, ...]]:
    """Evidence class and chain of speakers of one draft."""
    outlet = (publisher,) if publisher else ()
    if (
        draft.property.split(".")[0] in {"sentenced", "verdict_overturned", "charged"}
        and voice.kind != "relative"
    ):
        return "official", ((voice.label,) if voice.label else ()) + outlet
    if _beside(sentence, draft, "document"):
        return "document", (*((voice.label,) if voice.label else ()), *outlet)
    if voice.kind == "self" and voice.who is not draft.who:
        return "press", outlet
    if draft.hearsay or _beside(sentence, draft, "hearsay"):
        return "hearsay", (*((voice.label,) if voice.label else ()), *outlet)
    table = evidence_table()
    root = draft.property.split(".")[0]
    evidence = (
        table.get((voice.kind, draft.property)) or table.get((voice.kind, root)) or table[(voice.kind, "*")]
    )
    if not voice.label:
        return evidence, outlet
    return evidence, (*voice.chain, voice.label, *outlet)


def _beside(sentence: Sentence, draft: Draft, kind: str) -> bool:
    """A mark such as "death certificate" or "reportedly" governs what follows it in the sentence."""
    if kind == "document" and draft.property.split(".")[0] not in {
        "died",
        "buried",
        "birth_date",
        "body_identified",
    }:
        return False
    for mark in sentence.hits:
        if mark.cue.kind == "mark" and mark.cue.property == kind:
            if kind == "document":
                return True
            at = sentence.word_at(draft.start)
            if abs(at - mark.first) <= 12:
                return True
    return False
