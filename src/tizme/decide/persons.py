"""Persons from clusters: whose claims they are, what to call them, what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tizme.decide.facts import ItemFacts, subject_of
from tizme.decide.fate import decide
from tizme.decide.policy import Policy
from tizme.model import Claim, Cluster, Person, Polarity, Record


def decide_all(
    clusters: Sequence[Cluster],
    records: Iterable[Record],
    claims: Iterable[Claim],
    facts: Mapping[str, ItemFacts],
    policy: Policy,
) -> tuple[Person, ...]:
    """One person for each cluster, in the order of their ids.

    A claim of a record whose subject is a group decides nothing about a person whose other records are
    about one human being.

    Raises:
        LookupError: a cluster names a record, or a record a claim, that was not handed in.
    """
    record_by_id = {record.id: record for record in records}
    claim_by_id = {claim.id: claim for claim in claims}
    found = []
    for cluster in sorted(clusters, key=lambda c: c.id):
        mine = [record_by_id[record_id] for record_id in sorted(cluster.record_ids)]
        ids = tuple(sorted({claim_id for record in mine for claim_id in record.claim_ids}))
        theirs = [claim_by_id[claim_id] for claim_id in ids]
        found.append(
            Person(
                id=cluster.id,
                label=label_of(mine, theirs, facts),
                record_ids=tuple(sorted(cluster.record_ids)),
                claim_ids=ids,
                cluster_certainty=cluster.certainty,
                status=decide(theirs, policy=policy, facts=facts, joined_certainty=cluster.certainty),
            )
        )
    return tuple(found)


def label_of(records: Sequence[Record], claims: Sequence[Claim], facts: Mapping[str, ItemFacts]) -> str:
    """The fullest name in the nominative, else what the text calls the subject ("31-year-old resident")."""
    names = {record.name for record in records if record.name}
    if not names:
        names = {
            c.value for c in claims if c.property == "name" and c.polarity is Polarity.AFFIRMED and c.value
        }
    if names:
        return max(names, key=lambda name: (len(name.split()), len(name), name))
    labels = set()
    for claim in claims:
        subject = subject_of(facts.get(claim.item), claim.subject)
        if subject is not None and subject.label:
            labels.add(subject.label)
    fallback = {record.subject for record in records}
    return max(labels or fallback or {""}, key=lambda label: (len(label), label))
