"""How rare a given or a family name is, from the frequency tables."""

from __future__ import annotations

import math
from functools import lru_cache

from tizme.names.translit import root
from tizme.tables import rows

# A name that the tables do not hold is rarer than all that they hold, in bits.
UNLISTED = 18.0
AS_FAMILY = 0.5


@lru_cache(maxsize=1)
def _shares() -> tuple[dict[str, float], dict[str, float]]:
    given: dict[str, float] = {}
    eastern: dict[str, float] = {}
    family: dict[str, float] = {}
    for row in rows("names/frequencies.csv", "part", "region", "form", "per_million"):
        shares = given if row["part"] == "given" else family
        share = float(row["per_million"]) / 1e6
        if row["region"] == "ca":
            eastern[row["form"]] = share
        # Where a stranger is from is not known: a name is as common as where it is commonest.
        shares[row["form"]] = max(share, shares.get(row["form"], 0.0))
    for form, share in eastern.items():
        # A Central Asian family name is a forefather's given name, and about as common.
        short = root(form)
        family[short] = max(family.get(short, 0.0), share * AS_FAMILY)
    return given, family


@lru_cache(maxsize=200_000)
def rarity_bits(form: str) -> tuple[float, float]:
    """-log2 of the share of people who bear a canonical form as given name, and as family name.

    A family name is looked up by its root: Шарифов, Шарифзода and Шариф are one there.
    """
    given, family = _shares()
    return _bits(given.get(form)), _bits(family.get(root(form)))


def _bits(share: float | None) -> float:
    return UNLISTED if share is None else min(UNLISTED, -math.log2(share))
