"""What the words say for another class of evidence, taken together over a stretch of text.

A wrong answer of the rules seldom stands alone: a release of an office that is read as an outlet's report,
or a mother who has long stopped speaking, takes ten claims with it. At each of them the words may say so
softly.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tizme.extract.evidence_words import Numbers

# Chosen on held and held9 of tests/gates/texts, which the weights never saw (docs/models/evidence_words.md).
FADES = 8.0  # sentences over which what stands elsewhere sinks to a third
REACH = 24  # sentences; what stands farther away is not asked
OTHER_PARAGRAPH = 0.3  # what counts of a claim beyond the paragraph
ALONG = 0.65  # how much of the answer comes from the stretch; the rest is the claim's own


def along(sums: Numbers, where: Sequence[tuple[int, int]]) -> Numbers:
    """What speaks for each class at each claim, once the claims around it are heard.

    Those around a claim are no witnesses of their own (the same words, the same writer): the mean of what
    they say counts as the square root of their number.

    Args:
        sums: Shape (claims, classes), natural logarithms.
        where: (sentence, paragraph) of each claim.
    """
    places = sorted(set(where))
    at = {place: i for i, place in enumerate(places)}
    of = np.array([at[place] for place in where])
    told = np.zeros((len(places), sums.shape[1]))
    np.add.at(told, of, sums)
    count = np.bincount(of, minlength=len(places)).astype(float)
    sentence = np.array([s for s, _ in places])
    paragraph = np.array([p for _, p in places])
    heard = np.empty_like(told)
    for i, here in enumerate(sentence):
        first, last = np.searchsorted(sentence, (here - REACH, here + REACH + 1))
        near = slice(first, last)
        weight = np.exp(-np.abs(sentence[near] - here) / FADES)
        weight[paragraph[near] != paragraph[i]] *= OTHER_PARAGRAPH
        heard[i] = weight @ told[near] / np.sqrt(weight @ count[near])
    return np.asarray((1 - ALONG) * sums + ALONG * heard[of])
