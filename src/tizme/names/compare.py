"""How likely two written names are the same person's, with the reasons."""

from __future__ import annotations

import math
from functools import lru_cache

from tizme.model import NameComparison
from tizme.names.evidence import evidence
from tizme.names.keys import name_keys
from tizme.tables import rows

# One pair in two is a true pair in the list that the weights were fitted on; the bits leave this prior out.
_PRIOR_ROW = "prior"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in rows("names/weights.csv", "feature", "weight")}


@lru_cache(maxsize=100_000)
def compare(a: str, b: str, *, left_lang: str = "", right_lang: str = "") -> NameComparison:
    """Compare two names in the nominative, in any script, order and spelling.

    Args:
        a, b: The names.
        left_lang, right_lang: One of text.LANGUAGES; "" or a romanisation's name where not known.

    Returns:
        ``probability`` is calibrated for a list in which as many pairs are true as in the one that
        the weights were fitted on; ``weight_bits`` is free of that prior.
    """
    left, right = name_keys(a, lang=left_lang), name_keys(b, lang=right_lang)
    features, reasons = evidence(left, right)
    weights = _weights()
    logit = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    prior = weights[_PRIOR_ROW]
    return NameComparison(
        probability=1 / (1 + math.exp(-max(-60.0, min(60.0, logit)))),
        weight_bits=(logit - math.log(prior / (1 - prior))) / math.log(2),
        reasons=reasons,
    )
