"""Where someone, or their remains, are held to be: a question of its own, with its own certainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tizme.decide.facts import ItemFacts
from tizme.decide.weigh import Days, days, is_about_group, word_days
from tizme.model import Claim, Evidence, Fate, Polarity, Whereabouts
from tizme.tables import rows

_NOWHERE = Whereabouts(kind="unknown", place="", certainty="unknown")
_SURE = {Evidence.DOCUMENT, Evidence.OFFICIAL}


@lru_cache(maxsize=1)
def _asked() -> tuple[tuple[str, str, str, str], ...]:
    table = rows("status/whereabouts.csv", "fate", "property", "kind", "as_of")
    for row in table:
        if row["fate"] not in set(Fate) or row["kind"] not in {"grave", "custody", "place"}:
            raise row.error("no such fate or kind of whereabouts")
    return tuple((row["fate"], row["property"], row["kind"], row["as_of"]) for row in table)


def whereabouts_of(claims: Sequence[Claim], fate: Fate, facts: Mapping[str, ItemFacts]) -> Whereabouts:
    """The whereabouts that fit the fate; of the living the latest, of the dead the nearest to a grave."""
    about_one = [claim for claim in claims if not is_about_group(claim, facts)] or list(claims)
    held = [
        c
        for c in about_one
        if c.polarity in {Polarity.AFFIRMED, Polarity.UNCERTAIN} and c.value not in {"", "false"}
    ]
    found: list[tuple[tuple[str, int], Whereabouts]] = []
    for rank, (for_fate, property_, kind, as_of) in enumerate(_asked()):
        if for_fate != fate:
            continue
        for claim in sorted((c for c in held if c.property == property_), key=lambda c: c.id):
            day = _day(claim, held, as_of)
            bounds: Days = days(day) or word_days(claim, facts)
            latest = bounds[1] if fate is Fate.ALIVE and claim.property != "residence" else ""
            found.append(((latest, -rank), _where(claim, kind, day or claim.said_on, held)))
    if not found:
        return _NOWHERE
    best_key = max(key for key, _ in found)
    best = [where for key, where in found if key == best_key]
    return max(best, key=lambda where: (_CERTAINTY.index(where.certainty), where.place, where.claim_ids))


_CERTAINTY = ("unknown", "doubtful", "reported", "confirmed")


def _where(claim: Claim, kind: str, as_of: str, held: Sequence[Claim]) -> Whereabouts:
    place = claim.value
    if place == "true":
        place = _place_beside(claim, held)
    return Whereabouts(
        kind=kind, place=place, certainty=_certainty(claim, kind, held), as_of=as_of, claim_ids=(claim.id,)
    )


def _place_beside(claim: Claim, held: Sequence[Claim]) -> str:
    """The place that stands with a bare event. Where somebody was captured is not where they are held."""
    if claim.property == "captured":
        return ""
    wanted = "prison" if claim.property == "sentenced" else f"{claim.property}.place"
    places = [
        c.value for c in held if c.property == wanted and (c.item, c.subject) == (claim.item, claim.subject)
    ]
    return min(places, default="")


def _day(claim: Claim, held: Sequence[Claim], as_of: str) -> str:
    stated = [
        c.value for c in held if c.property == as_of and (c.item, c.subject) == (claim.item, claim.subject)
    ]
    return max(stated, default="")


def _certainty(claim: Claim, kind: str, held: Sequence[Claim]) -> str:
    """Certainty of a place: "confirmed" needs a document, an authority or, for a grave, its identity."""
    identity = {c.value for c in held if c.property == "grave_identity"} if kind == "grave" else set()
    if (
        claim.polarity is Polarity.UNCERTAIN
        or claim.evidence is Evidence.INFERRED
        or "unconfirmed" in identity
    ):
        return "doubtful"
    if "confirmed" in identity or (claim.evidence in _SURE and kind != "place"):
        return "confirmed"
    return "reported"
