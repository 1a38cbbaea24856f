"""What lists tell of their own agreement, without a label."""

from dataclasses import replace

import numpy as np
import pytest

from tizme import link
from tizme.link.learn import ChancePairs, KeyPairs, learn_weights
from tizme.model import UnusableInput
from tizme.ports.list_engine import ListField, ListKey, ListLevel, ListPlan, radixes

FIELDS = (
    ListField(
        "given",
        (
            ListLevel("left-out", "missing", "given"),
            ListLevel("agree", "equal", "given", weight=1.0),
            ListLevel("contradicted", "else", weight=-1.0),
        ),
    ),
    ListField(
        "born",
        (
            ListLevel("left-out", "missing", "born_day"),
            ListLevel("agree", "equal", "born_day", weight=1.0),
            ListLevel("near", "equal", "born_month", weight=0.5),
            ListLevel("contradicted", "else", weight=-1.0),
        ),
    ),
    ListField(
        "father",
        (
            ListLevel("left-out", "missing", "father"),
            ListLevel("agree", "equal", "father", weight=1.0),
            ListLevel("contradicted", "else", weight=-1.0),
        ),
    ),
)
PLAN = ListPlan(
    "test", -20.0, 1_000_000, 1_000, 0.5, 0.005, 1.0, frozenset(), (ListKey(("given",), 20),), FIELDS
)
# Shares of levels among one person's pairs and two people's.
ONE = {"given": (0.1, 0.85, 0.05), "born": (0.3, 0.5, 0.15, 0.05), "father": (0.5, 0.48, 0.02)}
TWO = {"given": (0.1, 0.02, 0.88), "born": (0.3, 0.01, 0.05, 0.64), "father": (0.5, 0.03, 0.47)}


def drawn(shares, count, seed):
    draw = np.random.default_rng(seed)
    return {name: draw.choice(len(share), count, p=share) for name, share in shares.items()}


def patterns(places):
    return sum(places[f.name] * radix for f, radix in zip(FIELDS, radixes(PLAN), strict=True))


def sample(*, same=4_000, other=60_000, within, seed=3):
    one, two = drawn(ONE, same, seed), drawn(TWO, other, seed + 1)
    both = {name: np.concatenate((one[name], two[name])) for name in one}
    for name in within:  # a key is shared by all pairs under it
        both[name][:] = 1
    return KeyPairs("-".join(within), patterns(both), np.zeros(same + other), frozenset(within))


def chance(count=100_000):
    found = patterns(drawn(TWO, count, 1))
    return {field.name: ChancePairs(found, np.zeros(count)) for field in FIELDS}


def weight(plan, field, code):
    levels = next(f.levels for f in plan.fields if f.name == field)
    return next(level.weight for level in levels if level.code == code)


def test_weights_without_labels_come_near_the_true_ones():
    learnt = learn_weights(PLAN, chance(), [sample(within=["born"]), sample(within=["given"], seed=7)])
    assert learnt.fields == ("given", "born", "father")
    for name, level, place in (("given", "agree", 1), ("born", "agree", 1), ("father", "contradicted", 2)):
        told = (
            1 - ONE[name][0]
        )  # what is missing weighs nothing, so shares are of the pairs that have the field
        true = np.log2(ONE[name][place] / told) - np.log2(TWO[name][place] / (1 - TWO[name][0]))
        assert weight(learnt.plan, name, level) == pytest.approx(true, abs=0.4)


def test_the_share_of_one_persons_pairs_under_a_key_is_told():
    learnt = learn_weights(PLAN, chance(), [sample(within=["born"])])
    ((_, pairs, same),) = learnt.same
    assert pairs == 64_000
    assert same == pytest.approx(4_000, rel=0.15)


def test_lists_that_hold_hardly_anybody_twice_keep_the_plans_weights():
    learnt = learn_weights(PLAN, chance(), [sample(same=0, other=300, within=["born"])])
    assert learnt.fields == ()
    assert learnt.plan.fields == PLAN.fields


def test_a_level_that_no_pair_reached_keeps_the_plans_weight():
    never = replace(
        FIELDS[1],
        levels=(*FIELDS[1].levels[:1], ListLevel("odd", "equal", "x", weight=3.3), *FIELDS[1].levels[1:]),
    )
    plan = replace(PLAN, fields=(FIELDS[0], never, FIELDS[2]))

    def shifted(places):
        moved = places | {"born": np.where(places["born"] > 0, places["born"] + 1, 0)}
        return sum(moved[f.name] * r for f, r in zip(plan.fields, radixes(plan), strict=True))

    pairs = {f.name: ChancePairs(shifted(drawn(TWO, 100_000, 1)), np.zeros(100_000)) for f in FIELDS}
    one, two = drawn(ONE, 4_000, 5), drawn(TWO, 60_000, 6)
    both = {name: np.concatenate((one[name], two[name])) for name in one}
    both["given"][:] = 1
    key = KeyPairs("given", shifted(both), np.zeros(64_000), frozenset({"given"}))
    assert weight(learn_weights(plan, pairs, [key]).plan, "born", "odd") == 3.3


def test_a_rare_value_counts_beside_what_its_level_is_worth():
    """Where rarity brings four bits on average over two people's pairs, the level itself is worth four bits less."""
    rare = replace(
        FIELDS[0],
        levels=(
            FIELDS[0].levels[0],
            replace(FIELDS[0].levels[1], bits="given_bits", share=100),
            FIELDS[0].levels[2],
        ),
    )
    plan = replace(PLAN, fields=(rare, *FIELDS[1:]))
    places = drawn(TWO, 100_000, 1)
    bits = np.where(places["given"] == 1, 4.0, 0.0)
    pairs = chance() | {"given": ChancePairs(patterns(places), bits)}
    plain = learn_weights(PLAN, chance(), [sample(within=["born"])]).plan
    key = sample(within=["born"])
    key = replace(key, rarity=np.where(key.patterns % 3 == 1, 4.0, 0.0))
    found = learn_weights(plan, pairs, [key]).plan
    assert weight(found, "given", "agree") == pytest.approx(weight(plain, "given", "agree") - 4, abs=0.1)


def test_a_plan_comes_back_from_its_file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(link.plan_text(link.list_plan()), encoding="utf-8")
    assert link.read_plan(path) == link.list_plan()


@pytest.mark.parametrize("text", ["", "version: x\n", "- 1\n", "version: [\n"])
def test_a_file_that_is_no_plan_is_told(tmp_path, text):
    path = tmp_path / "plan.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput, match=r"plan\.yaml"):
        link.read_plan(path)
