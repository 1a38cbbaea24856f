"""What the comparison of two names tells: reason codes and the features that the weights belong to.

Apart from the compiled loops, so that whoever only reads a weight need not load the compiler.
"""

from __future__ import annotations

# Codes of a part, in the order of CODES.
(
    SILENT, AGREE, AGREE_BY_FORM, CLOSE_CODE, DOUBTFUL, CONTRADICTED, INITIAL, LEFT_OUT, BY_ROOT,
    NOT_COMPARABLE, BY_LIST, VARIANT, COMMON, RARE, IN_PART,
) = range(15)  # fmt: skip
CODES = (
    "", "agree", "agree-by-form", "close", "doubtful", "contradicted", "initial", "left-out", "agree-by-root",
    "not-comparable", "agree-by-list", "agree-by-variant", "common", "rare", "agree-in-part",
)  # fmt: skip
REASONS = 6  # codes a pair has: given, family, father, sex, how rare the given name is, the family name

# What is known of one part of a pair, part by part, then of the whole; filled in names/kernel.py.
_OF_A_PART = (
    "left-out", "initial-agrees", "initial-differs", "likeness", "hinge", "same", "contradicted", "far",
    "soft", "soft-hinge", "rare", "listed", "listed-lift", "kin", "two", "two-like",
)  # fmt: skip
FEATURES = (
    *(f"{part}-{what}" for part in ("given", "family", "father") for what in _OF_A_PART),
    "family-by-root", "family-not-comparable", "sex-contradicted",
    "both-worst", "both-worst-hinge", "both-same", "both-soft",
    "bag-unmatched", "bag-empty", "bag-mean", "bag-worst", "bag-worst-hinge", "bag-one", "bag-three",
    "bag-glued", "bag-soft-mean", "bag-soft-worst", "bag-soft-hinge", "bag-rare", "bag-same",
    "doubtful-order",
)  # fmt: skip
