"""Clusters obey human verdicts, refuse contradictions, and do not depend on the order of what they are given."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizme import link
from tizme.model import Judgement, Pair, Verdict, short_id

RECORDS = [f"r{i}" for i in range(8)]
TIES = list(combinations(RECORDS, 2))


def pair(left, right, probability=0.99, reasons=()):
    return Pair(left, right, weight_bits=probability * 10, probability=probability, reasons=reasons)


def judged(left, right, verdict, second, *, withdrawn=False):
    return Judgement(
        left, right, verdict, "A. Reviewer", f"2025-01-01T00:00:{second:02}Z", withdrawn=withdrawn
    )


def groups(clusters):
    return {frozenset(c.record_ids) for c in clusters}


def together(clusters, left, right):
    return any(left in c.record_ids and right in c.record_ids for c in clusters)


def test_strong_pairs_join_and_the_weakest_link_is_the_certainty():
    found = link.cluster(["a", "b", "c"], [pair("a", "b", 0.99), pair("b", "c", 0.97)], [])
    assert groups(found) == {frozenset("abc")}
    assert found[0].certainty == 0.97
    assert found[0].id == short_id("p", "a")


def test_a_pair_below_the_threshold_joins_nothing():
    assert len(link.cluster(["a", "b"], [pair("a", "b", 0.9)], [])) == 2
    assert len(link.cluster(["a", "b"], [pair("a", "b", 0.9)], [], threshold=0.8)) == 1


@pytest.mark.parametrize("reason", ["born:contradicted", "father:contradicted"])
def test_a_contradiction_keeps_whole_clusters_apart(reason):
    pairs = [pair("a", "b", 0.99), pair("b", "c", 0.98), pair("a", "c", 0.2, (reason,))]
    assert groups(link.cluster(["a", "b", "c"], pairs, [])) == {frozenset("ab"), frozenset("c")}


def test_two_records_of_one_clean_list_do_not_meet_through_a_third():
    pairs = [pair("a", "b", 0.99), pair("b", "c", 0.98)]
    found = link.cluster(["a", "b", "c"], pairs, [], clean_lists={"a": "list", "b": "news", "c": "list"})
    assert groups(found) == {frozenset("ab"), frozenset("c")}


def test_judging_different_unmerges_and_taking_it_back_merges_again():
    pairs = [pair("a", "b")]
    different = judged("b", "a", Verdict.DIFFERENT, 1)
    assert len(link.cluster(["a", "b"], pairs, [different])) == 2
    withdrawn = judged("a", "b", Verdict.DIFFERENT, 2, withdrawn=True)
    assert len(link.cluster(["a", "b"], pairs, [different, withdrawn])) == 1


def test_unsure_stops_the_machine_but_not_another_human():
    pairs = [pair("a", "b")]
    unsure = judged("a", "b", Verdict.UNSURE, 1)
    assert len(link.cluster(["a", "b"], pairs, [unsure])) == 2
    same = judged("a", "b", Verdict.SAME, 2)
    assert len(link.cluster(["a", "b"], pairs, [unsure, same])) == 1


def test_same_joins_what_nothing_else_would():
    refused = [pair("a", "b", 0.01, ("father:contradicted",))]
    found = link.cluster(
        ["a", "b"], refused, [judged("a", "b", Verdict.SAME, 1)], clean_lists={"a": "l", "b": "l"}
    )
    assert groups(found) == {frozenset("ab")}
    assert found[0].certainty == 1.0


def test_an_older_same_gives_way_to_a_newer_different():
    verdicts = [
        judged("a", "b", Verdict.SAME, 1),
        judged("b", "c", Verdict.SAME, 2),
        judged("a", "c", Verdict.DIFFERENT, 3),
    ]
    assert groups(link.cluster("abc", [], verdicts)) == {frozenset("a"), frozenset("bc")}


def test_a_verdict_on_a_record_that_is_not_there_is_left_alone():
    assert len(link.cluster(["a"], [], [judged("a", "gone", Verdict.SAME, 1)])) == 1


_pairs = st.lists(
    st.builds(
        lambda tie, p, reason: pair(*tie, p, reason),
        st.sampled_from(TIES),
        st.sampled_from([0.01, 0.5, 0.96, 0.98, 0.999]),
        st.sampled_from([(), (), ("born:contradicted",)]),
    ),
    max_size=20,
    unique_by=lambda p: (p.left, p.right),
)
_judgements = st.lists(
    st.tuples(st.sampled_from(TIES), st.sampled_from(list(Verdict)), st.booleans()), max_size=8
).map(
    lambda drawn: [
        judged(*tie, verdict, i, withdrawn=w and i % 3 == 0) for i, (tie, verdict, w) in enumerate(drawn)
    ]
)


@settings(deadline=None)
@given(_pairs, _judgements, st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(pairs, judgements, shuffle):
    expected = link.cluster(RECORDS, pairs, judgements)
    for values in (pairs, judgements):
        shuffle.shuffle(values)
    assert link.cluster(RECORDS, pairs, judgements) == expected
    reordered = list(RECORDS)
    shuffle.shuffle(reordered)
    assert groups(link.cluster(reordered, pairs, judgements)) == groups(expected)


@pytest.mark.safety
@settings(deadline=None)
@given(_pairs, _judgements)
def test_safety_every_verdict_is_obeyed_that_newer_ones_do_not_rule_out(pairs, judgements):
    found = link.cluster(RECORDS, pairs, judgements)
    # Newest first, by the plainest means: a set of sets and a list of forbidden ties.
    parts = {r: {r} for r in RECORDS}
    forbidden = []
    for (left, right), judgement in link.standing_verdicts(judgements).items():
        if judgement.verdict is Verdict.DIFFERENT and right not in parts[left]:
            forbidden.append((left, right))
        elif judgement.verdict is Verdict.SAME:
            union = parts[left] | parts[right]
            if not any(a in union and b in union for a, b in forbidden):
                for r in union:
                    parts[r] = union
    for left, right in forbidden:
        assert not together(found, left, right)
    for part in parts.values():
        assert all(together(found, *tie) for tie in combinations(sorted(part), 2))


@settings(deadline=None)
@given(_pairs)
def test_every_record_stands_in_exactly_one_cluster(pairs):
    found = link.cluster(RECORDS, pairs, [])
    assert sorted(r for c in found for r in c.record_ids) == RECORDS
