"""A chain of labels over the words of a sentence: summed weights of features, and the best path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from tizme.engines.recogniser.kernel import add_rows, best_chains
from tizme.engines.recogniser.sentences import EDGE
from tizme.engines.recogniser.words import WordTells
from tizme.text import Token

Floats = npt.NDArray[np.float32]
# Where a word stands when its features are asked, and which of its features count there.
OFFSETS = (("0", "here"), ("-1", "beside"), ("1", "beside"), ("-2", "near"), ("2", "near"))
EDGE_TELLS = WordTells((EDGE,), (EDGE,), (EDGE,), EDGE, capital=False)
BIAS = "b"
_MOST_WORDS = 8_000  # remembered words, each about a kilobyte


class LabelChain:
    """The weights of one family of languages, and what was summed for words met before."""

    def __init__(
        self, arrays: Mapping[str, npt.NDArray[Any]], name: str, tells: Callable[[Token, str], WordTells]
    ) -> None:
        features = bytes(arrays[f"{name}.features"]).decode().split("\n")
        self._row = {feature: i for i, feature in enumerate(features)}
        self._weights = np.ascontiguousarray(arrays[f"{name}.weights"].astype(np.float32))
        self._transitions = np.ascontiguousarray(arrays[f"{name}.transitions"].astype(np.float32))
        self.labels: list[str] = bytes(arrays[f"{name}.labels"]).decode().split("\n")
        self._tells = tells
        self._known: dict[tuple[str, str], tuple[WordTells, Floats]] = {}
        self._edge = self._sums(EDGE_TELLS)
        self._bias = self._sum([BIAS])

    def tells(self, sentence: Sequence[Token], lang: str) -> list[WordTells]:
        """What each word tells its neighbours, from memory where it was met before."""
        return [self._word(token, lang)[0] for token in sentence]

    def label(
        self, sentences: Sequence[Sequence[Token]], lang: str, together: Sequence[Sequence[Sequence[str]]]
    ) -> list[list[str]]:
        """The best label of every token.

        Args:
            together: For each token the features that need its neighbours (``sentences.together``).
        """
        starts = np.concatenate(([0], np.cumsum([len(one) for one in sentences]))).astype(np.int64)
        scores = self._scores(sentences, lang)
        token_of, row_of = self._rows(together)
        add_rows(scores, token_of, row_of, self._weights)
        best = np.empty(len(scores), np.int64)
        best_chains(scores, starts, self._transitions, best)
        return [[self.labels[label] for label in best[begin:stop]] for begin, stop in pairwise(starts)]

    def _scores(self, sentences: Sequence[Sequence[Token]], lang: str) -> Floats:
        """Sums over what the words themselves tell, each in its place beside the others."""
        sums = [self._edge, self._edge]
        inside: list[int] = []
        for sentence in sentences:
            inside.extend(range(len(sums), len(sums) + len(sentence)))
            sums.extend(self._word(token, lang)[1] for token in sentence)
            sums += [self._edge, self._edge]
        words = np.stack(sums)
        at = np.asarray(inside)
        scores: Floats = self._bias + words[at, 0]
        for k, shift in ((1, -1), (2, 1), (3, -2), (4, 2)):
            scores += words[at + shift, k]
        return scores

    def _rows(
        self, together: Sequence[Sequence[Sequence[str]]]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        token_of: list[int] = []
        row_of: list[int] = []
        find = self._row.get
        number = 0
        for sentence in together:
            for told in sentence:
                for feature in told:
                    row = find(feature)
                    if row is not None:
                        token_of.append(number)
                        row_of.append(row)
                number += 1
        return np.asarray(token_of, np.int64), np.asarray(row_of, np.int64)

    def _word(self, token: Token, lang: str) -> tuple[WordTells, Floats]:
        key = (token.text, lang)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            told = self._tells(token, lang)
            # Beside the sums only what neighbours ask of a word is kept: its features take kilobytes.
            kept = replace(told, here=(), beside=(), near=())
            found = self._known[key] = (kept, self._sums(told))
        return found

    def _sums(self, told: WordTells) -> Floats:
        """Summed weights of a word for each of OFFSETS."""
        return np.stack(
            [self._sum([at + one for one in getattr(told, which)]) for at, which in OFFSETS]
        ).astype(np.float32)

    def _sum(self, features: Sequence[str]) -> Floats:
        rows = [row for feature in features if (row := self._row.get(feature)) is not None]
        summed: Floats = self._weights[rows].sum(axis=0, dtype=np.float32)
        return summed


def word_features(tells: Sequence[WordTells], i: int) -> list[str]:
    """What the words at and around place ``i`` tell by themselves: for training, what ``_scores`` sums."""
    found = [BIAS]
    for at, which in OFFSETS:
        place = i + int(at)
        told = tells[place] if 0 <= place < len(tells) else EDGE_TELLS
        found += [at + one for one in getattr(told, which)]
    return found
