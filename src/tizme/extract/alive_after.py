"""A reported death that a later day of life refutes: "killed on 7 April", and he rang on the 13th."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.draft import Draft, Settled

_FULL_DAY = len("2025-04-07")
_LIVES = frozenset({"seen_alive.date", "last_contact.date"})
_TOLD_ITSELF = frozenset({"press", "direct", "official"})


def deny_deaths_before_signs_of_life(settled: Sequence[Settled]) -> None:
    """Deny what chats and strangers say of a death on a day before one on which he was seen or heard.

    A paper's or an office's word stands beside it: which of the two is wrong the text does not decide.
    """
    alive: dict[str, str] = {}
    for draft, evidence, _ in settled:
        if draft.property in _LIVES and draft.polarity == "affirmed" and evidence in _TOLD_ITSELF:
            alive[draft.who.id] = max(alive.get(draft.who.id, ""), _day(draft))
    dated = {(d.who.id, d.sentence): _day(d) for d, _, _ in settled if d.property == "died.date" and _day(d)}
    for draft, evidence, _ in settled:
        died = dated.get((draft.who.id, draft.sentence), "")
        if draft.property != "died" or draft.polarity != "affirmed" or not died:
            continue
        if alive.get(draft.who.id, "") <= died:
            continue
        if evidence == "hearsay":
            draft.value, draft.polarity = "false", "denied"
        elif evidence == "press":
            draft.polarity = "uncertain"


def _day(draft: Draft) -> str:
    return draft.value if len(draft.value) == _FULL_DAY else ""
