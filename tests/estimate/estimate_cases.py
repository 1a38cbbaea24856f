"""Counts used by several tests: invented ones, and published ones that books print."""

from __future__ import annotations

import numpy as np

from tizme.estimate.result import Cells

# Published counts (facts), by history: Chao et al. 2001, table of hepatitis A in Taiwan; Bruno et al. 1994, diabetes.
HEPATITIS = {"001": 63, "010": 55, "011": 18, "100": 69, "101": 17, "110": 21, "111": 28}
DIABETES = {
    "0001": 10, "0010": 182, "0011": 8, "0100": 74, "0101": 7, "0110": 20, "0111": 14, "1000": 709,
    "1001": 12, "1010": 650, "1011": 46, "1100": 104, "1101": 18, "1110": 157, "1111": 58,
}  # fmt: skip
# Chan, Silverman & Vincent 2021: no overlap of the third list with anybody.
NO_OVERLAP_WITH_C = {"001": 20, "010": 30, "011": 0, "100": 40, "101": 0, "110": 6, "111": 0}
# Invented: four lists that overlap well.
PLENTY = {
    "0001": 60, "0010": 110, "0011": 20, "0100": 90, "0101": 16, "0110": 31, "0111": 6, "1000": 70,
    "1001": 12, "1010": 24, "1011": 4, "1100": 19, "1101": 3, "1110": 7, "1111": 2,
}  # fmt: skip


def cells(counts: dict[str, int]) -> Cells:
    n = len(next(iter(counts)))
    table = np.zeros(2**n)
    for history, count in counts.items():
        table[int(history, 2)] += count
    return Cells(tuple("ABCDEFGH"[:n]), table)
