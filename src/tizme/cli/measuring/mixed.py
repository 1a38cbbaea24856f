"""Two people read as one: the worst mistake of reading, which bench/score_claims.py does not see.

The scorer asks that a claim's subject has one mention in common with the annotated person. A subject that
holds two men passes for both; its reader would be told that the one died as the other did.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Two spans are the same mention where they share this much of what they cover together: "her husband" is not
# "her husband's uncle", which lies around it.
_SAME_MENTION_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Mixed:
    """A subject of ours whose names and nouns stand for more than one annotated person (``persons``)."""

    file: str
    subject: str
    persons: tuple[str, ...]
    words: tuple[str, ...]


def mixed_subjects(name: str, text: str, gold: dict[str, Any], predicted: dict[str, Any]) -> list[Mixed]:
    """A text's subjects that hold two persons. Pronouns do not count: not every text has them marked."""
    labels = {person["id"]: person["label"] for person in gold["persons"]}
    marked = [mention for mention in gold["mentions"] if mention["form"] != "pronoun"]
    held: dict[str, dict[str, str]] = {}
    for mention in predicted["mentions"]:
        best = max(marked, key=lambda other: _shared(mention, other), default=None)
        if best is not None and _shared(mention, best) >= _SAME_MENTION_SHARE:
            words = text[mention["start"] : mention["end"]]
            held.setdefault(mention["subject"], {}).setdefault(best["person"], words)
    return [
        Mixed(name, subject, tuple(labels[person] for person in persons), tuple(persons.values()))
        for subject, persons in held.items()
        if len(persons) > 1
    ]


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    """What two spans share, as a share (0..1) of what they cover from end to end."""
    inside: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    across: int = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(0, inside) / across
