"""Claims weighed: what each says about a fate, how it is known, when it happened, when it was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tizme.dates.edtf import edtf_bounds
from tizme.decide.facts import ItemFacts, subject_of
from tizme.decide.policy import Policy
from tizme.decide.speakers import read_speaker, same_speaker
from tizme.model import Claim, Evidence, Polarity

Days = tuple[str, str]  # first and last possible day, ISO 8601

_ALWAYS: Days = ("0001-01-01", "9999-12-31")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with what the policy's tables make of it.

    Attributes:
        signals: What it says when affirmed; "denial" where it denies a death.
        evidence: Its class, or hearsay where the chain of speakers is too long for a document.
        event: Days on which the event can have happened, None where no day is given.
        word: Days on which it can have been said.
    """

    claim: Claim
    signals: frozenset[str]
    evidence: str
    event: Days | None
    word: Days

    @property
    def day(self) -> Days:
        """When it happened as far as known: the event's days, else those of the word."""
        return self.event or self.word


def weigh(claims: Sequence[Claim], policy: Policy, facts: Mapping[str, ItemFacts]) -> tuple[Weighed, ...]:
    """The claims that say something about a fate, in the order of their items and places.

    Claims about a group are left out, unless every claim is about a group: then the group is the subject.
    """
    ordered = _about_one(sorted({claim.id: claim for claim in claims}.values(), key=lambda c: c.id), facts)
    found = []
    heard: set[tuple[str, str]] = set()  # one claim of an item is enough to hear its subject in
    for claim in sorted(ordered, key=lambda c: (c.item, c.start, c.id)):
        signals = _signals(claim, ordered, policy, facts)
        if "spoke" in signals:
            signals -= {"spoke"} if (claim.item, claim.subject) in heard else frozenset()
            heard.add((claim.item, claim.subject))
        if signals:
            found.append(
                Weighed(
                    claim,
                    signals,
                    _evidence(claim, policy),
                    _event_days(claim, ordered, policy, spoke="spoke" in signals, facts=facts),
                    word_days(claim, facts),
                )
            )
    return tuple(found)


def _about_one(claims: list[Claim], facts: Mapping[str, ItemFacts]) -> list[Claim]:
    single = [claim for claim in claims if not is_about_group(claim, facts)]
    return single or claims


def is_about_group(claim: Claim, facts: Mapping[str, ItemFacts]) -> bool:
    """Whether the claim's subject is known to be a group."""
    subject = subject_of(facts.get(claim.item), claim.subject)
    return subject is not None and subject.group


def word_days(claim: Claim, facts: Mapping[str, ItemFacts]) -> Days:
    """The days on which the claim can have been said: its own, its item's, else up to the first capture."""
    item = facts.get(claim.item)
    for edtf in (claim.said_on, item.published if item else ""):
        bounds = days(edtf)
        if bounds:
            return bounds
    captured = sorted(capture.captured_at[:10] for capture in item.captures) if item else []
    return (_ALWAYS[0], captured[0]) if captured else _ALWAYS


def days(edtf: str) -> Days | None:
    """First and last day of an EDTF value, None for what holds no date."""
    return edtf_bounds(edtf) if edtf else None


def _signals(
    claim: Claim, claims: Sequence[Claim], policy: Policy, facts: Mapping[str, ItemFacts]
) -> frozenset[str]:
    table = policy.signals
    found = {signal for signal, properties in table["says"].items() if claim.property in properties}
    if claim.polarity is Polarity.DENIED or claim.value == "false":
        return frozenset({"denial"} if found & set(table["denial_of"]) and "." not in claim.property else ())
    for signal, test in table["says_by_value"].items():
        if claim.property == test["property"] and claim.value in test["values"]:
            found.add(signal)
    if found and _beside_bare(claim, claims, policy):
        return frozenset()
    if found <= {"life"} and _speaks(claim, policy, facts) and not _quoted_of_old(claim, claims, policy):
        found.add("spoke")
    return frozenset(found)


def _beside_bare(claim: Claim, claims: Sequence[Claim], policy: Policy) -> bool:
    """A detail ("in October") weighs nothing of its own where the event itself is claimed beside it."""
    root, dot, _ = claim.property.partition(".")
    if not dot or _evidence(claim, policy) in policy.signals["details_alone"]:
        return False
    return any(_same_place(claim, other) and other.property == root for other in claims)


def _same_place(claim: Claim, other: Claim) -> bool:
    return (claim.item, claim.subject) == (other.item, other.subject)


def _speaks(claim: Claim, policy: Policy, facts: Mapping[str, ItemFacts]) -> bool:
    """Whether the subject is heard in the claim: "I am alive", said to the paper."""
    rule = policy.signals["spoke"]
    if claim.evidence not in rule["evidence"] or not claim.speakers:
        return False
    if len(claim.speakers) > rule["speakers_at_most"] or claim.polarity is not Polarity.AFFIRMED:
        return False
    item, speaker = facts.get(claim.item), claim.speakers[0]
    if item is not None and item.source.kind in rule["not_from"]:
        return False
    subject = subject_of(item, claim.subject)
    if subject is None:
        return speaker == claim.subject
    if speaker in {subject.id, subject.label}:
        return True
    # "relatives of Asan Toktosunov" holds his name and is not he.
    by_relation = bool(read_speaker(speaker).kin) or read_speaker(speaker).anonymous
    return bool(subject.name) and not by_relation and same_speaker(speaker, subject.name)


def _quoted_of_old(claim: Claim, claims: Sequence[Claim], policy: Policy) -> bool:
    """Whether the item itself says, in more than hearsay, that the one who speaks is dead or missing."""
    says, rule = policy.signals["says"], policy.signals["spoke"]["not_beside"]
    gone = {name for signal in rule["signals"] for name in says[signal]}
    return any(
        _same_place(claim, other)
        and other.property in gone
        and other.polarity is Polarity.AFFIRMED
        and other.value != "false"
        and _evidence(other, policy) in rule["by"]
        for other in claims
    )


def _evidence(claim: Claim, policy: Policy) -> str:
    far = len(claim.speakers) > policy.document_chain_at_most
    if far and claim.evidence in {Evidence.DOCUMENT, Evidence.OFFICIAL}:
        return Evidence.HEARSAY
    return claim.evidence


def _event_days(
    claim: Claim, claims: Sequence[Claim], policy: Policy, *, spoke: bool, facts: Mapping[str, ItemFacts]
) -> Days | None:
    own = days(claim.value) if claim.property.endswith(".date") else None
    if own or claim.polarity is Polarity.DENIED:
        return own
    if spoke:
        return word_days(claim, facts)
    wanted = policy.signals["event_dates"].get(claim.property.partition(".")[0], ())
    for name in wanted:
        stated = [
            bounds
            for other in claims
            if other.property == name and _same_place(claim, other) and other.polarity is Polarity.AFFIRMED
            if (bounds := days(other.value))
        ]
        if stated:
            return min(first for first, _ in stated), max(last for _, last in stated)
    return None
