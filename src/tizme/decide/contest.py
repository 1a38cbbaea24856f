"""Which word of a death still stands against signs of life and denials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tizme.decide.facts import ItemFacts
from tizme.decide.policy import Policy, SourceTest
from tizme.decide.weigh import Weighed
from tizme.model import Polarity


@dataclass(frozen=True, slots=True)
class Contest:
    """The claims about a fate, sorted by how they stand against each other.

    Attributes:
        deaths: Every affirmed word of a death, reports of a report included.
        standing: Deaths against which nothing speaks.
        remaining: Deaths that no later word took back; ``standing`` is part of it.
        life: Affirmed signs of life that a policy may rest "alive" on.
        opposing: Signs of life and denials that speak against a death, uncertain ones included.
    """

    deaths: tuple[Weighed, ...]
    standing: tuple[Weighed, ...]
    remaining: tuple[Weighed, ...]
    life: tuple[Weighed, ...]
    denials: tuple[Weighed, ...]
    missing: tuple[Weighed, ...]
    opposing: tuple[Weighed, ...]


def contest(weighed: Sequence[Weighed], policy: Policy, facts: Mapping[str, ItemFacts]) -> Contest:
    """Sort the claims; nothing is dropped, each is in the groups that it belongs to."""
    table = policy.signals
    death_signals = {*table["death_signals"], *table["weak_death_signals"]}
    affirmed = [w for w in weighed if w.claim.polarity is Polarity.AFFIRMED and "denial" not in w.signals]
    deaths = [w for w in affirmed if w.signals & death_signals]
    signs = [w for w in weighed if w.signals & {"life", "spoke", "life_on_a_day"}]
    denials = [w for w in weighed if "denial" in w.signals]
    enough = {need for fate in ("alive",) for need in policy.needs.get(fate, ())}

    def counts_as_alive(word: Weighed) -> bool:
        return any(
            word.signals & need.says
            and word.evidence in need.evidence
            and not matches_any(need.not_from, facts.get(word.claim.item))
            for need in enough
        )

    against = {
        death.claim.id: [w for w in signs if _sign_opposes(w, death, policy)]
        + [w for w in denials if _denial_opposes(w, death, policy)]
        for death in deaths
    }
    life = [
        w for w in signs
        if w in affirmed and counts_as_alive(w) and ("life_on_a_day" not in w.signals or deaths)
    ]  # fmt: skip
    taken_back = {
        death.claim.id
        for death in deaths
        if any(_life_overtakes(w, death, policy) for w in life)
        or any(
            _denial_overtakes(w, death, policy, facts)
            for w in denials
            if counts_as_alive(w) or _own(w, death, facts)
        )
    }
    # Where somebody says "dead" outright, what contradicts a mere report of a report is no news.
    outright = [d.claim.id for d in deaths if d.signals & set(table["death_signals"])] or list(against)
    opposing = {w.claim.id: w for death_id in outright for w in against[death_id]}
    opposing.update({w.claim.id: w for w in denials})
    return Contest(
        deaths=tuple(deaths),
        standing=tuple(d for d in deaths if not against[d.claim.id] and d.claim.id not in taken_back),
        remaining=tuple(d for d in deaths if d.claim.id not in taken_back),
        life=tuple(life),
        denials=tuple(denials),
        missing=tuple(w for w in affirmed if "missing" in w.signals),
        opposing=tuple(opposing[key] for key in sorted(opposing)),
    )


def matches_any(tests: Sequence[SourceTest], facts: ItemFacts | None) -> bool:
    """Whether the item's source is of a kind and interest that one of the tests names."""
    if facts is None:
        return False
    return any(
        test.kind in {"", facts.source.kind} and test.interest in {"", facts.source.interest}
        for test in tests
    )


def _sign_opposes(sign: Weighed, death: Weighed, policy: Policy) -> bool:
    """Later than the death for certain, or, where no day is given, not said before it."""
    how = policy.life_polarity.get(sign.claim.polarity, "")
    if not how or sign.evidence not in policy.life_open | policy.life_later:
        return False
    if sign.event is not None:
        return sign.event[0] > death.day[1]
    only_later = how == "later" or sign.evidence not in policy.life_open or "life_on_a_day" in sign.signals
    return not only_later and not sign.word[1] < death.word[0]


def _denial_opposes(denial: Weighed, death: Weighed, policy: Policy) -> bool:
    return denial.evidence in policy.denial_evidence and not denial.word[1] < death.word[0]


def _life_overtakes(sign: Weighed, death: Weighed, policy: Policy) -> bool:
    """Whether a sign of life takes back the word of a death.

    Against a weak word (hearsay, a report of a report) it is enough to be said no earlier, or to lie after
    the day of the death. Against any other it must lie after the day *and* be said no earlier.
    """
    dated_later = sign.event is not None and sign.event[0] > death.day[1]
    if "life_on_a_day" in sign.signals and not dated_later:
        return False
    said_no_earlier = _no_earlier(sign, death)
    weak = death.evidence in policy.weak or not death.signals & set(policy.signals["death_signals"])
    if weak:
        died_after = death.event is not None and death.event[0] > sign.day[1]
        return (said_no_earlier and not died_after) or (dated_later and death.event is not None)
    after_the_word = sign.event is not None and sign.event[0] > death.word[1]
    return dated_later and (said_no_earlier or after_the_word)


def _denial_overtakes(
    denial: Weighed, death: Weighed, policy: Policy, facts: Mapping[str, ItemFacts]
) -> bool:
    if not _no_earlier(denial, death):
        return False
    if _own(denial, death, facts):
        # Within one item, such as a channel's export, only what was said on a later day takes a word back.
        another_day = denial.claim.item != death.claim.item or denial.word[0] > death.word[1]
        return another_day or death.evidence in policy.weak
    weak = death.evidence in policy.weak
    later = denial.word[0] > death.word[1]
    return (weak or later) and denial.evidence in policy.denial_overtakes.get(death.evidence, frozenset())


def _own(denial: Weighed, death: Weighed, facts: Mapping[str, ItemFacts]) -> bool:
    """Whether the source takes back its own word."""
    ours, theirs = facts.get(denial.claim.item), facts.get(death.claim.item)
    if denial.claim.item == death.claim.item:
        return denial.claim.speakers == death.claim.speakers
    return bool(ours and theirs and ours.source.name and ours.source.name == theirs.source.name)


def _no_earlier(word: Weighed, other: Weighed) -> bool:
    return word.claim.item == other.claim.item or word.word[0] >= other.word[1]
