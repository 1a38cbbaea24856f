"""How rare a given or a family name is, from the frequency tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np

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


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, float], dict[str, float]]:
    given, family = _shares()
    return {form: _bits(share) for form, share in given.items()}, {
        form: _bits(share) for form, share in family.items()
    }


def rarity_bits(form: str) -> tuple[float, float]:
    """-log2 of the share of people who bear a canonical form as given name, and as family name.

    A family name is looked up by its root: Шарифов, Шарифзода and Шариф are one there.
    """
    given, family = _tables()
    return given.get(form, UNLISTED), family.get(root(form), UNLISTED)


def rarities(forms: Sequence[str], roots: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """(forms, 2): as `rarity_bits`, of many forms whose roots are known."""
    found = np.empty((len(forms), 2))
    for column, (table, keys) in enumerate(zip(_tables(), (forms, roots), strict=True)):
        found[:, column] = np.fromiter(map(table.get, keys, repeat(UNLISTED)), np.float64, len(keys))
    return found


def _bits(share: float) -> float:
    return min(UNLISTED, -math.log2(share))
