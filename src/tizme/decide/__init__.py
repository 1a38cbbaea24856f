"""Fate and whereabouts by a published policy, with reasons.

Reads: claims, what is known of their items, the policy tables in ``tables/status``.
Writes: statuses and persons (values of ``model``).
Never: holds a policy in code, counts a doubtful or denied claim as affirmed, drops a claim that disagrees.
"""

from tizme.decide.facts import ItemFacts
from tizme.decide.fate import decide
from tizme.decide.persons import decide_all
from tizme.decide.policy import Need, Policy, load_policy, load_policy_file, policy_names
from tizme.decide.sources import independent_sources, same_sources, with_groups

__all__ = [
    "ItemFacts",
    "Need",
    "Policy",
    "decide",
    "decide_all",
    "independent_sources",
    "load_policy",
    "load_policy_file",
    "policy_names",
    "same_sources",
    "with_groups",
]
