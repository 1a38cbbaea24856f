"""Values of a person's status as lines for a terminal. The sentences themselves stand in tables/status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tizme.model import Claim, Conflict, Polarity, Reason, Whereabouts
from tizme.publish import Line, sentence
from tizme.publish.page import SHORT_ITEM
from tizme.text.safe import safe_text

_LONGEST_QUOTE = 300


def whereabouts_line(value: Whereabouts, *, lang: str) -> str:
    """Kind, place, certainty and day in one line."""
    if value.kind == "unknown":
        return sentence("whereabouts.unknown", lang=lang)
    place = f": {safe_text(value.place)}" if value.place else ""
    day = f", {safe_text(value.as_of)}" if value.as_of else ""
    certainty = sentence(f"certainty.{value.certainty}", lang=lang)
    return f"{sentence(f'whereabouts.{value.kind}', lang=lang)}{place} ({certainty}{day})"


def reason_lines(reasons: Sequence[Reason], by_id: Mapping[str, Line], *, lang: str) -> Iterator[str]:
    """Each reason as a sentence, and under it the words that it rests on."""
    for reason in reasons:
        yield f"  - {sentence(reason.code, lang=lang, n=len(reason.source_ids))}"
        for claim_id in reason.claim_ids:
            line = by_id.get(claim_id)
            if line is not None and line.claim is not None:
                where_from = _where_from(line, line.claim, lang=lang)
                yield f"      {_said(line.claim)}{_quote(line.claim)} ({where_from})"


def conflict_line(conflict: Conflict, by_id: Mapping[str, Line]) -> str:
    """ "value (source) vs value (source)", each value once with everyone who says it."""
    if conflict.property == "fate":  # both sides stand in full under For and Against
        return f"  - {conflict.property}: {safe_text(conflict.shown_as)}"
    sources: dict[str, set[str]] = {}
    for claim_id in conflict.claim_ids:
        line = by_id.get(claim_id)
        if line is not None and line.claim is not None:
            sources.setdefault(_value(line.claim), set()).add(
                safe_text(line.source) or f"item {line.item[:SHORT_ITEM]}"
            )
    values = " vs ".join(f"{value} ({', '.join(sorted(names))})" for value, names in sorted(sources.items()))
    return f"  - {conflict.property}: {values}; shown as {safe_text(conflict.shown_as)}"


def claim_lines(line: Line, *, lang: str) -> Iterator[str]:
    """A claim on two lines: what it says on which day, and the words with where they come from."""
    if line.claim is None:
        return
    day = safe_text(line.day) or "-"
    lane = f"{sentence('lane.told', lang=lang)}: " if line.lane == "told" else ""
    polarity = line.claim.polarity
    mark = "" if polarity is Polarity.AFFIRMED else f"  [{sentence(f'polarity.{polarity}', lang=lang)}]"
    yield f"  {day:<12} {lane}{_said(line.claim)}{mark}"
    model = f"; {safe_text(line.claim.rule)}" if by_model(line.claim) else ""
    yield f"  {'':<12}{_quote(line.claim)} ({_where_from(line, line.claim, lang=lang)}{model})"


def by_model(claim: Claim) -> bool:
    """Whether a language model suggested it and the text bore it out; else a rule or a human said it."""
    return claim.rule.startswith("llm:")


def _value(claim: Claim) -> str:
    denied = "not " if claim.polarity is Polarity.DENIED and claim.value != "false" else ""
    return f"{denied}{safe_text(claim.value)}"


def _said(claim: Claim) -> str:
    value = "" if claim.value == "true" else f" {safe_text(claim.value)}"
    return f"{safe_text(claim.property)}{value}"


def _quote(claim: Claim) -> str:
    return f" «{safe_text(claim.quote, limit=_LONGEST_QUOTE)}»" if claim.quote else ""


def _where_from(line: Line, claim: Claim, *, lang: str) -> str:
    chain = " → ".join(safe_text(name) for name in claim.speakers)
    said = f", said {safe_text(claim.said_on)}" if claim.said_on else ""
    cell = f", {safe_text(claim.cell)}" if claim.cell else ""
    evidence = sentence(f"evidence.{claim.evidence}", lang=lang)
    through = f": {chain}" if chain else ""
    item = f"{safe_text(line.source) or 'unnamed source'}, item {line.item[:SHORT_ITEM]}"
    return f"{item}{cell}{said}; {evidence}{through}"
