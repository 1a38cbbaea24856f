"""What a model may be asked for (tables/extract/model_properties.csv), as a prompt and as a JSON schema."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tizme.model import Polarity
from tizme.tables import rows
from tizme.tables.loader import tree

PROOFS = frozenset(
    (
        *("date", "place", "amount", "duration", "age", "citizenship"),
        *("occupation", "rank", "unit", "event", "none"),
    )
)
MOST_CLAIMS = 40  # of one answer
MOST_WORDS = 400  # code points of one field


@dataclass(frozen=True, slots=True)
class Provable:
    """A property with the kind of value that must stand in the quote and the event that must be told."""

    name: str
    proof: str
    event: str
    meaning: str


@cache
def properties() -> dict[str, Provable]:
    """Name -> how it is shown.

    Raises:
        BadTable: a row names no known proof.
    """
    found = {}
    for row in rows("extract/model_properties.csv", "property", "proof", "event", "meaning"):
        if row["proof"] not in PROOFS:
            raise row.error(f"'proof' must be one of: {', '.join(sorted(PROOFS))}")
        found[row["property"]] = Provable(row["property"], row["proof"], row["event"], row["meaning"])
    return found


def system_prompt() -> str:
    """What the model is told before it sees a passage."""
    listed = "\n".join(f"    {one.name}: {one.meaning}" for one in properties().values())
    return f"{_prompt()['system']}{listed}\n"


def user_prompt(passages: list[tuple[int, str]], *, lang: str, published: str) -> str:
    """One request: (number, text) of each passage."""
    shown = "\n\n".join(f"Passage {number}:\n{text}" for number, text in passages)
    # Not str.format: a passage may hold braces.
    asked: str = _prompt()["user"]
    asked = asked.replace("{lang}", lang).replace("{published}", published or "unknown")
    return asked.replace("{passages}", shown)


def schema() -> dict[str, Any]:
    """JSON Schema of an answer."""
    text = {"type": "string", "maxLength": MOST_WORDS}
    claim = {
        "passage": {"type": "integer"},
        "person": text,
        "property": {"type": "string", "enum": list(properties())},
        "value": text,
        "quote": text,
        "polarity": {"type": "string", "enum": [one.value for one in Polarity]},
    }
    return {
        "type": "object",
        "properties": {
            "claims": {
                "type": "array",
                "maxItems": MOST_CLAIMS,
                "items": {
                    "type": "object",
                    "properties": claim,
                    "required": list(claim),
                    "additionalProperties": False,
                },
            }
        },
        "required": ["claims"],
        "additionalProperties": False,
    }


def _prompt() -> dict[str, Any]:
    found: dict[str, Any] = tree("extract/model_prompt.yaml")
    return found
