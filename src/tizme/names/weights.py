"""The fitted weights of name comparison and the small tables that its compiled loops read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from tizme.names.codes import FEATURES
from tizme.tables import rows

Numbers = np.ndarray[Any, np.dtype[np.float64]]
_LETTERS = 28  # 0 stands for no letter, 27 for one outside a..z


@dataclass(frozen=True, slots=True)
class Weights:
    """Attributes:
    values: One weight per codes.FEATURES, then the bias; in nats per unit of the feature.
    prior_logit: Log-odds of a true pair in the list that the weights were fitted on.
    """

    values: Numbers
    prior_logit: float

    def probability(self, logits: Numbers) -> Numbers:
        """Calibrated chance that a pair is one person's, 0..1."""
        return 1 / (1 + np.exp(-np.clip(logits, -60.0, 60.0)))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights of tables/names/weights.csv."""
    found = {row["feature"]: float(row["weight"]) for row in rows("names/weights.csv", "feature", "weight")}
    values = np.array([found.get(name, 0.0) for name in (*FEATURES, "bias")])
    prior = found["prior"]
    return Weights(values, math.log(prior / (1 - prior)))


@lru_cache(maxsize=1)
def letter_costs() -> Numbers:
    """(28, 28): what it costs to read one letter as another; row and column 0 are leaving one out."""
    costs = np.ones((_LETTERS, _LETTERS))
    np.fill_diagonal(costs, 0.0)
    for row in rows("names/letter_costs.csv", "one", "other", "cost"):
        one, other = (0 if row[side] == "-" else ord(row[side]) - ord("a") + 1 for side in ("one", "other"))
        costs[one, other] = costs[other, one] = float(row["cost"])
    return costs


@lru_cache(maxsize=1)
def initials_also() -> np.ndarray[Any, np.dtype[np.uint8]]:
    """(28, 28): 1 where the first letter may stand as the initial of a form that begins with the second."""
    also = np.zeros((_LETTERS, _LETTERS), np.uint8)
    for row in rows("names/initials.csv", "initial", "also"):
        also[ord(row["initial"][0]) - 96, ord(row["also"][0]) - 96] = 1
    return also
