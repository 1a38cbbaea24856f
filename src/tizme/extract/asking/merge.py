"""Suggestions parted into claims that the text bears out and suggestions for a human."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tizme.extract.annotate import annotate
from tizme.extract.asking.passages import passages, stretches
from tizme.extract.asking.verify import Proof, Reading, called_in, prove
from tizme.model import Asked, Claim, Document, Extraction, Polarity, Suggested, Suggestion, short_id

# Of the questions, the reading of answers and the proofs; a claim keeps it behind the model's name.
MODEL_CODE_VERSION = "llm-1"


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of a model's suggestions about one text.

    Attributes:
        extraction: What the rules found, with the claims added that the text bears out.
        added: Those claims, in order.
        agreed: How many suggestions the rules had found themselves.
        suggestions: Those that are no claims.
    """

    extraction: Extraction
    added: tuple[Claim, ...]
    agreed: int
    suggestions: tuple[Suggestion, ...]


def verified(
    document: Document, found: Extraction, asked: Asked, *, published: str, lang: str = ""
) -> Verified:
    """Hold everything that a model suggested against the document.

    Args:
        found: What the rules read in the same document, with the same day and language.
    """
    parts = stretches(document, published=published, lang=lang)
    reading = Reading(
        document.text,
        parts,
        passages(document, parts),
        [
            annotate(
                document.text, lang=part.lang, published=part.published, start=part.start, stop=part.stop,
                boilerplate=document.boilerplate,
            )
            for part in parts
        ],
        found,
        called_in(document.text, found),
    )  # fmt: skip
    rule = f"llm:{asked.model}@{MODEL_CODE_VERSION}"
    added: dict[str, Claim] = {}
    suggestions: list[Suggestion] = []
    agreed = 0
    for said in asked.suggested:
        proof = prove(said, reading)
        if proof.problems:
            suggestions.append(Suggestion(said, proof.problems, proof.start, proof.stop))
        elif proof.agrees:
            agreed += 1
        else:
            claim = _claim(said, proof, reading, rule)
            added.setdefault(claim.id, claim)
    added, doubted = _without_rivals(added)
    suggestions += doubted
    claims = sorted(
        (*found.claims, *added.values()), key=lambda c: (c.start, c.stop, c.property, c.value, c.subject)
    )
    return Verified(replace(found, claims=tuple(claims)), tuple(added.values()), agreed, tuple(suggestions))


def _claim(said: Suggested, proof: Proof, reading: Reading, rule: str) -> Claim:
    """The claim, as narrow as the value's own words; evidence and speakers are those of the rules' claim."""
    subject, held, anchor = proof.subject, proof.held, proof.anchor
    assert subject is not None
    assert held is not None
    assert anchor is not None
    return replace(
        anchor,
        id=short_id("c", anchor.item, held.start, held.stop, subject.id, said.property, held.value),
        property=said.property, value=held.value, start=held.start, stop=held.stop,
        quote=reading.text[held.start : held.stop], polarity=Polarity(said.polarity), rule=rule,
    )  # fmt: skip


def _without_rivals(added: dict[str, Claim]) -> tuple[dict[str, Claim], list[Suggestion]]:
    """Of two values that one model gives one property of one person neither is taken."""
    values: dict[tuple[str, str], set[str]] = {}
    for claim in added.values():
        values.setdefault((claim.subject, claim.property), set()).add(claim.value)
    kept, doubted = {}, []
    for key, claim in added.items():
        if len(values[claim.subject, claim.property]) == 1:
            kept[key] = claim
        else:
            said = Suggested(
                -1, claim.subject, claim.property, claim.value, claim.quote, claim.polarity.value
            )
            doubted.append(Suggestion(said, ("model-differs",), claim.start, claim.stop))
    return kept, doubted
