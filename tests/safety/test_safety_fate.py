"""A wrong "dead" is the worst thing that the register could say: what must hold whatever the claims are."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "decide"))

from decide_cases import claim, facts, item

from tizme.decide import decide, load_policy
from tizme.model import Evidence, Fate, Polarity

pytestmark = pytest.mark.safety
POLICIES = ("two-sources", "newsroom", "strict")
LESS_TO_MORE_DEAD = [Fate.ALIVE, Fate.UNKNOWN, Fate.MISSING, Fate.REPORTED_DEAD, Fate.DEAD]
KNOWN = facts(*(item(key, name=f"Outlet{key * 5}") for key in "abcde"), item("z", name="Newcomer"))
LIFE = {"seen_alive", "captured", "returned", "sentenced"}
DEATH = [
    "died",
    "died.date",
    "died.place",
    "buried",
    "body_identified",
    "body_repatriated",
    "death_reported.date",
]
OTHER = ["contact_lost", "missing", "grave_found", "age", "residence"]

SPEAKERS = [(), ("uncle",), ("дядя Анвар", "wife"), ("mother",), ("a source",), ("Ministry",)]


@st.composite
def some_claim(draw, properties):
    prop = draw(st.sampled_from(properties))
    day = draw(st.sampled_from(["2022-10", "2022-11-24", "2023-01-05", "2024-06-23"]))
    value = (
        day
        if prop.endswith("date")
        else "28"
        if prop == "age"
        else "Бахмут"
        if prop in {"residence", "died.place"}
        else "true"
    )
    return claim(
        prop,
        value,
        item=draw(st.sampled_from("abcde")),
        evidence=draw(st.sampled_from(list(Evidence))),
        polarity=draw(st.sampled_from(list(Polarity))),
        speakers=draw(st.sampled_from(SPEAKERS)),
        said=draw(st.sampled_from(["2022-12-01", "2023-02-01", "2024-06-25", ""])),
    )


ANY = st.lists(some_claim([*sorted(LIFE), *DEATH, *OTHER]), max_size=10)
WITHOUT_LIFE = st.lists(some_claim([*DEATH, *OTHER]), max_size=10)
POLICY = st.sampled_from(POLICIES)


def fate(claims, policy):
    return decide(claims, policy=load_policy(policy), facts=KNOWN).fate


@given(ANY, POLICY, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_safety_the_same_claims_in_any_order_give_the_same_status(claims, policy, random):
    mixed = [*claims, *claims[:2]]
    random.shuffle(mixed)
    assert decide(mixed, policy=load_policy(policy), facts=KNOWN) == decide(
        claims, policy=load_policy(policy), facts=KNOWN
    )


@given(
    WITHOUT_LIFE,
    POLICY,
    st.sampled_from(["document", "official", "direct", "press"]),
    st.sampled_from(["died", "buried", "body_identified"]),
)
@settings(max_examples=200, deadline=None)
def test_safety_one_more_independent_word_of_a_death_never_makes_less_dead(claims, policy, evidence, prop):
    more = claim(prop, item="z", evidence=evidence, speakers=("Newcomer",), said="2025-01-01")
    before, after = fate(claims, policy), fate([*claims, more], policy)
    assert LESS_TO_MORE_DEAD.index(after) >= LESS_TO_MORE_DEAD.index(before)


@given(ANY, POLICY)
@settings(max_examples=200, deadline=None)
def test_safety_nothing_but_affirmed_words_that_are_more_than_hearsay_make_dead(claims, policy):
    weak = [
        c
        for c in claims
        if c.polarity is not Polarity.AFFIRMED or c.evidence in {Evidence.HEARSAY, Evidence.INFERRED}
    ]
    assert fate(weak, policy) is not Fate.DEAD


@given(ANY, POLICY)
@settings(max_examples=200, deadline=None)
def test_safety_nobody_is_dead_who_was_seen_alive_after_the_last_word_of_the_death(claims, policy):
    alive = [
        claim("seen_alive", item="z", said="2025-02-02"),
        claim("seen_alive.date", "2025-02-01", item="z", said="2025-02-02"),
    ]
    assert fate([*claims, *alive], policy) is not Fate.DEAD


@given(ANY, POLICY)
@settings(max_examples=150, deadline=None)
def test_safety_dead_always_names_the_claims_and_sources_it_rests_on(claims, policy):
    status = decide(claims, policy=load_policy(policy), facts=KNOWN)
    if status.fate is Fate.DEAD:
        by_id = {c.id: c for c in claims}
        resting_on = [by_id[claim_id] for reason in status.reasons_for for claim_id in reason.claim_ids]
        assert resting_on
        assert all(c.polarity is Polarity.AFFIRMED for c in resting_on)
        assert all(reason.source_ids for reason in status.reasons_for)
