"""Fate by a policy: try its fates in order, and say what speaks for, against, and is still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tizme.decide.conflicts import conflicts_of
from tizme.decide.contest import Contest, contest, matches_any
from tizme.decide.facts import ItemFacts
from tizme.decide.policy import Need, Policy, counts_as
from tizme.decide.sources import independent_sources
from tizme.decide.weigh import Weighed, weigh
from tizme.decide.whereabouts import whereabouts_of
from tizme.model import Claim, Conflict, Fate, Polarity, Reason, Status


@dataclass(frozen=True, slots=True)
class _Case:
    """What every step of one decision looks at."""

    policy: Policy
    facts: Mapping[str, ItemFacts]
    weighed: tuple[Weighed, ...]
    contest: Contest

    def sources(self, words: Sequence[Weighed]) -> tuple[tuple[str, ...], ...]:
        return independent_sources(
            [word.claim for word in words], self.facts, unnamed_are_one=self.policy.unnamed_speakers_are_one
        )

    def reason(self, code: str, words: Sequence[Weighed]) -> Reason:
        ids = tuple(sorted(word.claim.id for word in words))
        return Reason(code, ids, tuple(group[0] for group in self.sources(words)))


def decide(
    claims: Sequence[Claim], *, policy: Policy, facts: Mapping[str, ItemFacts], joined_certainty: float = 1.0
) -> Status:
    """The status of the one subject that ``claims`` are about.

    Args:
        facts: By item. ``with_groups`` fills in which items copy each other.
        joined_certainty: 0..1, that the claims are about one human being; below the policy's limit
            nobody is called dead.

    Returns:
        The same status for the same claims in any order.
    """
    weighed = weigh(claims, policy, facts)
    case = _Case(policy, facts, weighed, contest(weighed, policy, facts))
    fate, reasons = _first_reached(case)
    doubtful = fate is Fate.DEAD and joined_certainty < policy.joined_certainty_at_least
    if doubtful:
        fate = Fate.REPORTED_DEAD
    conflicts = (*_fate_conflicts(case), *conflicts_of(claims, facts))
    open_questions = _open_questions(case, fate, conflicts) + (("one-person-or-two",) if doubtful else ())
    return Status(
        policy=policy.id,
        fate=fate,
        whereabouts=whereabouts_of(claims, fate, facts),
        reasons_for=reasons,
        reasons_against=_against(case, fate),
        conflicts=conflicts,
        open_questions=tuple(sorted(set(open_questions))),
    )


def _first_reached(case: _Case) -> tuple[Fate, tuple[Reason, ...]]:
    for fate in case.policy.fates:
        words = _words_for(case, Fate(fate))
        reached = [
            case.reason(need.code, met)
            for need in case.policy.needs[fate]
            if (met := _meets(case, need, words))
        ]
        if reached:
            return Fate(fate), tuple(reached)
    return Fate.UNKNOWN, ()


def _words_for(case: _Case, fate: Fate) -> tuple[Weighed, ...]:
    """The claims that may be counted towards a fate."""
    found = case.contest
    match fate:
        case Fate.DEAD:
            return found.standing
        case Fate.REPORTED_DEAD:
            return found.remaining
        case Fate.MISSING:
            return found.missing
        case Fate.ALIVE if not found.remaining:
            return _alive_words(case)
        case _:
            return ()


def _alive_words(case: _Case) -> tuple[Weighed, ...]:
    """Signs of life that no later silence outlasts; denials only where nobody is said to be missing."""
    found = case.contest
    ends = set(case.policy.signals["ends_missing"])
    life = [sign for sign in found.life if all(_outlasts(sign, silence, ends) for silence in found.missing)]
    return (*life, *(() if found.missing else found.denials))


def _outlasts(sign: Weighed, silence: Weighed, ends: set[str]) -> bool:
    if sign.event and sign.event[0] > silence.day[1]:
        return True
    if sign.event and silence.event and sign.event[1] < silence.event[0]:
        return False
    by_nature = ("spoke" in sign.signals and "spoke" in ends) or sign.claim.property.partition(".")[0] in ends
    return by_nature and (sign.claim.item == silence.claim.item or sign.word[0] >= silence.word[1])


def _matching(case: _Case, need: Need, words: Sequence[Weighed]) -> list[Weighed]:
    return [
        word
        for word in words
        if word.signals & need.says
        and word.evidence in need.evidence
        and _source_fits(need, case.facts.get(word.claim.item))
    ]


def _source_fits(need: Need, facts: ItemFacts | None) -> bool:
    if matches_any(need.not_from, facts):
        return False
    if need.named_source and not (facts and facts.source.name):
        return False
    return not need.came_from or (facts is not None and counts_as()[facts.source.kind] in need.came_from)


def _meets(case: _Case, need: Need, words: Sequence[Weighed]) -> list[Weighed]:
    """The claims that meet the need, empty where they do not."""
    met = _matching(case, need, words)
    return [] if not met or any(_wanting(case, need, met)) else met


def _wanting(case: _Case, need: Need, met: Sequence[Weighed]) -> tuple[bool, bool]:
    """Whether independent sources are wanting, and whether sources of the better kind are."""
    better = {word.claim.item for word in met if word.evidence in need.of_which_evidence}
    groups = case.sources(met)
    return len(groups) < need.sources, sum(1 for group in groups if better & set(group)) < need.of_which


def _against(case: _Case, fate: Fate) -> tuple[Reason, ...]:
    """What speaks against the fate, in a fixed order of codes."""
    found = case.contest
    reasons: list[tuple[str, list[Weighed]]] = []
    sure = [w for w in found.opposing if "denial" not in w.signals and w.claim.polarity is Polarity.AFFIRMED]
    doubtful = [
        w for w in found.opposing if "denial" not in w.signals and w.claim.polarity is Polarity.UNCERTAIN
    ]
    if fate is Fate.ALIVE:
        reasons.append(("told-otherwise", list(found.deaths)))
        reasons.append(("said-missing", list(found.missing)))
    else:
        reasons.append(("sign-of-life-against", sure))
        reasons.append(("sign-of-life-not-enough", _life_not_enough(case, fate)))
        reasons.append(("uncertain-sign-of-life", doubtful))
        reasons.append(("death-denied-against", list(found.denials)))
    if fate in {Fate.MISSING, Fate.UNKNOWN}:
        reasons.append(("death-not-affirmed", _not_affirmed(case)))
        reasons.append(("told-otherwise", list(found.deaths)))
    if fate in {Fate.DEAD, Fate.REPORTED_DEAD}:
        reasons.append(("grave-not-confirmed", _doubtful_graves(case)))
        reasons.append(("said-missing", [w for w in found.missing if _after_every(w, found.deaths)]))
    return tuple(case.reason(code, words) for code, words in reasons if words)


def _life_not_enough(case: _Case, fate: Fate) -> list[Weighed]:
    """Signs of life by hearsay, or that a later silence outlasts."""
    if fate in {Fate.DEAD, Fate.REPORTED_DEAD}:
        return []
    return [
        w for w in case.weighed if w.signals & {"life", "spoke"} and w.claim.polarity is Polarity.AFFIRMED
    ]


def _after_every(word: Weighed, deaths: Sequence[Weighed]) -> bool:
    return all(word.word[0] > death.word[1] for death in deaths)


def _not_affirmed(case: _Case) -> list[Weighed]:
    signals = set(case.policy.signals["death_signals"])
    return [w for w in case.weighed if w.signals & signals and w.claim.polarity is not Polarity.AFFIRMED]


def _doubtful_graves(case: _Case) -> list[Weighed]:
    if any("grave_confirmed" in w.signals and w.claim.polarity is Polarity.AFFIRMED for w in case.weighed):
        return []
    return [
        w
        for w in case.weighed
        if "grave_unconfirmed" in w.signals
        or (w.signals & {"burial", "grave"} and w.claim.polarity is Polarity.UNCERTAIN)
    ]


def _fate_conflicts(case: _Case) -> tuple[Conflict, ...]:
    """Dead against alive: kept even where the policy has found one of them."""
    found = case.contest
    if not found.deaths or not found.opposing:
        return ()
    ids = tuple(sorted({w.claim.id for w in (*found.deaths, *found.opposing)}))
    return (Conflict("fate", ("alive", "dead"), ids, "alive / dead"),)


def _open_questions(case: _Case, fate: Fate, conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    found = case.contest
    codes: list[str] = []
    if fate is Fate.REPORTED_DEAD:
        codes += _wanted_for_dead(case)
    if found.remaining and found.opposing:
        codes.append("alive-or-dead")
        if any(w.event is None and "denial" not in w.signals for w in found.opposing):
            codes.append("needs-day-of-sign-of-life")
    if fate in {Fate.MISSING, Fate.UNKNOWN} and _not_affirmed(case):
        codes.append("death-suspected")
    if fate is Fate.MISSING and not any(w.event for w in found.missing):
        codes.append("needs-day-of-last-contact")
    if fate is Fate.UNKNOWN:
        codes.append("no-word-of-fate")
    if _doubtful_graves(case):
        codes.append("grave-not-identified")
    if any(conflict.property == "died.date" for conflict in conflicts):
        codes.append("conflicting-death-dates")
    return tuple(codes)


def _wanted_for_dead(case: _Case) -> list[str]:
    codes = []
    for need in case.policy.needs.get(Fate.DEAD, ()):
        met = _matching(case, need, case.contest.standing)
        too_few, too_weak = _wanting(case, need, met)
        codes += [need.open] if too_few and need.open else []
        codes += [need.open_of_which] if too_weak and need.open_of_which else []
    return codes
