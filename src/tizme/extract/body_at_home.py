"""Relatives who had the body brought home, knew it again or buried it know of the death themselves.

"Qarindoshlari uning 11-iyul kuni halok bo'lganini, jasadi keltirilib, dafn etilganini tasdiqladi": they
received him. What they say of the death in the same breath is no hearsay.
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.draft import Draft, Settled
from tizme.extract.voices import Voice, Voices, told_at

# What shows that the dead man came to his people.
_RECEIVED = frozenset({"body_repatriated", "body_identified", "buried"})
_DEATH = frozenset({"died", "died.date", "died.place"})


def know_of_deaths(
    settled: list[Settled], sentences: Sequence[Sentence], voices: Sequence[Voices]
) -> list[Settled]:
    """The drafts, those of a death direct where the relative who tells it tells of the body beside it."""
    received = {
        (id(draft.who), draft.sentence, id(voice.who))
        for draft, evidence, _ in settled
        if draft.property in _RECEIVED and draft.polarity == "affirmed" and evidence == "direct"
        and (voice := _relative(draft, sentences, voices)) is not None
    }  # fmt: skip

    def received_him(draft: Draft) -> bool:
        voice = _relative(draft, sentences, voices)
        return voice is not None and (id(draft.who), draft.sentence, id(voice.who)) in received

    return [
        (
            draft,
            "direct" if evidence == "hearsay" and _of_death(draft) and received_him(draft) else evidence,
            who,
        )
        for draft, evidence, who in settled
    ]


def _of_death(draft: Draft) -> bool:
    return draft.property in _DEATH and draft.polarity == "affirmed"


def _relative(draft: Draft, sentences: Sequence[Sentence], voices: Sequence[Voices]) -> Voice | None:
    voice = voices[draft.sentence].at(told_at(draft, sentences[draft.sentence]))
    return voice if voice.kind == "relative" and voice.who is not None else None
