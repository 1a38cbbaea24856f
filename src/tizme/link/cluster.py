"""Join records into persons: a human's word first, then the strongest pairs.

Invariants, whatever the order of ``pairs``:

1. Two records judged different are never one person, unless newer verdicts together say they are.
2. Two records judged same are one person, unless newer verdicts together forbid it.
3. No pair of a probability below the threshold joins anything by itself.
4. Nothing joins two groups of records between which stands a verdict "different" or "unsure", a
   reason that refuses, or two records of one clean list - except verdicts "same".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tizme.link.plan import plan
from tizme.model import Cluster, Judgement, Pair, Verdict, short_id

Tie = tuple[str, str]


@dataclass(slots=True)
class _Groups:
    """Records in groups, and what keeps groups apart."""

    group_of: dict[str, str]
    members: dict[str, list[str]]
    certainty: dict[str, float]
    barred: dict[str, set[str]] = field(default_factory=dict)  # record -> records it may not join

    def bar(self, tie: Tie) -> None:
        for one, other in (tie, tie[::-1]):
            self.barred.setdefault(one, set()).add(other)

    def joined(self, tie: Tie) -> bool:
        return self.group_of[tie[0]] == self.group_of[tie[1]]

    def kept_apart(self, tie: Tie) -> bool:
        """Whether any bar stands between the two groups."""
        small, large = sorted((self.group_of[r] for r in tie), key=lambda g: len(self.members[g]))
        return any(
            self.group_of[other] == large
            for record in self.members[small]
            for other in self.barred.get(record, ())
        )

    def join(self, tie: Tie, certainty: float) -> None:
        small, large = sorted((self.group_of[r] for r in tie), key=lambda g: (len(self.members[g]), g))
        for record in self.members[small]:
            self.group_of[record] = large
        self.members[large] += self.members.pop(small)
        self.certainty[large] = min(certainty, self.certainty[large], self.certainty.pop(small))


def standing_verdicts(judgements: Iterable[Judgement]) -> dict[Tie, Judgement]:
    """The last word on each pair, newest first; a withdrawn verdict leaves the pair open again.

    Of two made in one second the one further on in ``judgements`` (ledger order) is the newer.
    """
    last: dict[Tie, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: j.made_at):
        tie = _tie(judgement.left, judgement.right)
        last.pop(tie, None)
        last[tie] = judgement
    return {tie: judgement for tie, judgement in reversed(last.items()) if not judgement.withdrawn}


def cluster(
    record_ids: Iterable[str],
    pairs: Iterable[Pair],
    judgements: Iterable[Judgement],
    *,
    threshold: float | None = None,
    clean_lists: Mapping[str, str] | None = None,
) -> tuple[Cluster, ...]:
    """Records as persons, in the order of each person's oldest record.

    Args:
        record_ids: Every record, oldest first. A person is named after its oldest record.
        threshold: Probability from which a pair joins by itself; the plan's where not given.
        clean_lists: record id -> list that holds each person once; two records of one such list
            are joined by a human or not at all.
    """
    order = list(dict.fromkeys(record_ids))
    lists = clean_lists or {}
    groups = _Groups({r: r for r in order}, {r: [r] for r in order}, dict.fromkeys(order, 1.0))
    _obey(groups, judgements)
    listed = {r: {lists[r]} for r in order if r in lists}
    of_group = {g: set[str]().union(*(listed.get(r, set()) for r in m)) for g, m in groups.members.items()}
    refusing = plan().refusing
    known = [pair for pair in pairs if pair.left in groups.group_of and pair.right in groups.group_of]
    for pair in known:
        if not refusing.isdisjoint(pair.reasons):
            groups.bar((pair.left, pair.right))
    least = plan().threshold if threshold is None else threshold
    for pair in sorted(known, key=lambda p: (-p.probability, -p.weight_bits, *_tie(p.left, p.right))):
        tie = (pair.left, pair.right)
        if pair.probability < least or groups.joined(tie) or groups.kept_apart(tie):
            continue
        left, right = (groups.group_of[r] for r in tie)
        if not of_group[left].isdisjoint(of_group[right]):
            continue
        lists_of_both = of_group.pop(left) | of_group.pop(right)
        groups.join(tie, pair.probability)
        of_group[groups.group_of[pair.left]] = lists_of_both
    return _clusters(groups, order)


def _tie(left: str, right: str) -> Tie:
    return (left, right) if left < right else (right, left)


def _obey(groups: _Groups, judgements: Iterable[Judgement]) -> None:
    """Newest verdicts first: an older one that they rule out gives way to them."""
    unsure = []
    for tie, judgement in standing_verdicts(judgements).items():
        if tie[0] == tie[1] or not all(record in groups.group_of for record in tie):
            continue  # a verdict on a record of a source that is not in this run
        if judgement.verdict is Verdict.UNSURE:
            unsure.append(tie)
        elif judgement.verdict is Verdict.SAME:
            if not groups.joined(tie) and not groups.kept_apart(tie):
                groups.join(tie, 1.0)
        elif not groups.joined(tie):
            groups.bar(tie)
    for tie in unsure:
        groups.bar(tie)  # after all "same": doubt stops the machine, not another human


def _clusters(groups: _Groups, order: list[str]) -> tuple[Cluster, ...]:
    place = {record: i for i, record in enumerate(order)}
    found = []
    for group, members in groups.members.items():
        oldest_first = tuple(sorted(members, key=place.__getitem__))
        found.append(Cluster(short_id("p", oldest_first[0]), oldest_first, groups.certainty[group]))
    return tuple(sorted(found, key=lambda c: place[c.record_ids[0]]))
