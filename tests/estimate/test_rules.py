"""Every refusal and warning of the table, at its limit and beside it."""

from __future__ import annotations

import pytest

from tizme.estimate.catalogue import NAMES
from tizme.estimate.rules import assumption, cannot_see, findings, rules

LIMITS = {
    # code: (scope, model, measure, value that is silent, value that speaks)
    "fewer-than-three-lists": ("table", "", "lists", 3.0, 2.0),
    "no-overlap": ("table", "", "overlapping_people", 1.0, 0.0),
    "too-few-people": ("table", "", "people_seen", 20.0, 19.0),
    "policy-holds-back": ("table", "", "held_back_share", 0.10, 0.11),
    "too-many-lists": ("model", "dga-log", "lists_joined", 6.0, 7.0),
    "no-estimate": ("model", "mt", "exists", 1.0, 0.0),
    "saturated-graph": ("model", "dga", "saturated_share", 0.05, 0.0501),
    "near-cap": ("model", "dga", "near_cap_share", 0.001, 0.0011),
    "cap-moves-estimate": ("model", "lcmcr", "cap_movement", 0.10, 0.101),
    "chains-disagree": ("model", "lcmcr", "rhat", 1.0499, 1.05),
    "too-few-draws": ("model", "lcmcr", "ess", 400.0, 399.9),
    "nothing-stands": ("sheet", "", "families_standing", 1.0, 0.0),
    "models-disagree": ("sheet", "", "disagreement", 1.5, 1.51),
    "low-sample-coverage": ("table", "", "sample_coverage", 0.5501, 0.55),
    "one-record": ("sheet", "", "one_record_movement", 0.05, 0.051),
    "hidden-groups": ("table", "", "heterogeneity_gain", 4.0, 4.1),
    "three-lists-only": ("table", "", "lists", 4.0, 3.0),
    "one-family-only": ("sheet", "", "families_standing", 2.0, 1.0),
    "leaving-one-list-out": ("sheet", "", "leave_one_out_movement", 0.5, 0.51),
    "list-without-overlap": ("table", "", "lists_without_overlap", 0.0, 1.0),
    "zero-or-not-covered": ("table", "", "empty_list_strata", 0.0, 1.0),
    "stratum-imputed": ("table", "", "missing_stratum_share", 0.0, 0.01),
    "linkage-carries": ("sheet", "", "linkage_share", 0.25, 0.26),
}
REFUSING = {
    "fewer-than-three-lists",
    "no-overlap",
    "too-few-people",
    "policy-holds-back",
    "too-many-lists",
    "no-estimate",
    "saturated-graph",
    "near-cap",
    "cap-moves-estimate",
    "chains-disagree",
    "too-few-draws",
    "nothing-stands",
}


def test_every_rule_of_the_table_is_tested_here():
    assert {rule.code for rule in rules()} == set(LIMITS)
    assert {rule.code for rule in rules() if rule.severity == "refuse"} == REFUSING


@pytest.mark.parametrize("code", sorted(LIMITS))
def test_a_rule_speaks_past_its_limit_and_not_before(code: str):
    scope, model, measure, silent, speaks = LIMITS[code]
    assert code not in {found.code for found in findings(scope, {measure: silent}, model=model)}
    found = {f.code: f for f in findings(scope, {measure: speaks}, model=model)}
    assert code in found
    assert found[code].values[measure] == speaks
    assert "{" not in found[code].words, "every name is filled in"


def test_a_measure_that_is_not_a_number_speaks_as_the_worst():
    assert "chains-disagree" in {f.code for f in findings("model", {"rhat": float("nan")}, model="lcmcr")}


def test_a_rule_about_one_model_is_silent_about_others():
    assert findings("model", {"saturated_share": 0.9}, model="lcmcr") == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_model_says_what_it_assumes(name: str):
    assert assumption(name).endswith(".")


def test_what_counts_cannot_see_is_always_stated():
    told = " ".join(cannot_see())
    assert "no list could have reached" in told
    assert "Wrong links" in told
