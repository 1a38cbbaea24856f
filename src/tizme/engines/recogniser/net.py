"""A small network that reads Russian sentences: what it takes each word for becomes features.

The weights are slovnet's (``slovnet_ner_news_v1``, MIT) over navec's word vectors (MIT), kept in fewer
numbers: see docs/models/recogniser.md. The forward pass is our own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tizme.engines.recogniser.kernel import best_chains
from tizme.engines.recogniser.lookups import NOWHERE, position
from tizme.text import Token

Floats = npt.NDArray[np.float32]
_TYPE = re.compile(r"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)", re.IGNORECASE)
_MOST_WORDS = 5_000  # remembered first-layer values: 15 MB
_TAPS = 3  # a filter sees a word and its two neighbours
# Chances are told in so many steps: a person, the first word of one, a place, an organisation.
_STEPS_PERSON, _STEPS_OTHER = 5, 4


class ContextNet:
    """Reads sentences of Russian; remembers what it worked out of words."""

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        self._hashes = arrays["net.hashes"]
        self._codes = arrays["net.codes"]
        self._centroids = arrays["net.centroids"].astype(np.float32)
        self._mix = np.ascontiguousarray(arrays["net.mix"].astype(np.float32).T)
        self._shape_values = arrays["net.shapes"].astype(np.float32)
        names = bytes(arrays["net.shape_names"]).decode().split("\n")
        self._shapes = {name: i for i, name in enumerate(names)}
        self._tags = bytes(arrays["net.tags"]).decode().split("\n")
        self._unknown = int(arrays["net.unknown"])
        self._layers = [
            tuple(
                np.ascontiguousarray(arrays[f"net.{k}.{part}"].astype(np.float32))
                for part in ("filters", "bias", "scale", "shift")
            )
            for k in range(3)
        ]
        self._out = arrays["net.out"].astype(np.float32)
        self._out_bias = arrays["net.out_bias"].astype(np.float32)
        self._transitions = arrays["net.transitions"].astype(np.float32)
        self._first: dict[str, Floats] = {}

    def features(self, sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
        """For each token of each sentence what the network takes it and its neighbours for."""
        scores, starts = self._scores(sentences)
        labels = np.empty(len(scores), np.int64)
        best_chains(scores, starts, self._transitions, labels)
        steps = _steps(scores)
        found = []
        for number, sentence in enumerate(sentences):
            begin = starts[number]
            tags = [self._tags[labels[begin + i]] for i in range(len(sentence))]
            found.append([_told(tags, i, steps[begin + i]) for i in range(len(sentence))])
        return found

    def _scores(self, sentences: Sequence[Sequence[Token]]) -> tuple[Floats, npt.NDArray[np.int64]]:
        """Scores of the tags of all tokens, sentence by sentence, and where each sentence starts."""
        self._learn(token.text for sentence in sentences for token in sentence)
        sizes = [len(sentence) for sentence in sentences]
        starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
        # A row of zeros stands before, between and behind the sentences: no filter sees across it.
        rows = np.concatenate([starts[k] + k + 1 + np.arange(size) for k, size in enumerate(sizes)])
        inside = np.zeros((int(starts[-1]) + len(sizes) + 1, 1), np.float32)
        inside[rows] = 1
        width = self._layers[0][1].shape[0]
        taps = np.zeros((len(inside), _TAPS * width), np.float32)
        taps[rows] = np.stack([self._first[token.text] for sentence in sentences for token in sentence])
        values = self._through(taps, 0, inside)
        for k in (1, 2):
            values = self._through(product(values, self._layers[k][0]), k, inside)
        return np.ascontiguousarray(product(values[rows], self._out) + self._out_bias), starts

    def _through(self, taps: Floats, layer: int, inside: Floats) -> Floats:
        """What a layer makes of its filters' values: each row meets those of its neighbours."""
        _, bias, scale, shift = self._layers[layer]
        width = len(bias)
        values: Floats = taps[:, width : 2 * width] + bias
        values[1:] += taps[:-1, :width]
        values[:-1] += taps[1:, 2 * width :]
        np.maximum(values, 0, out=values)
        values *= scale
        values += shift
        values *= inside
        return values

    def _learn(self, words: Any) -> None:
        if len(self._first) > _MOST_WORDS:
            self._first.clear()
        new = sorted({word for word in words if word not in self._first})
        if not new:
            return
        at = [position(self._hashes, word.lower()) for word in new]
        rows = self._codes[[self._unknown if place == NOWHERE else place for place in at]]
        pieces = self._centroids[np.arange(rows.shape[1]), rows]  # words x pieces x numbers of a piece
        # A piece holds every so-manieth number, so that strong and weak ones share it.
        dense = pieces.transpose(0, 2, 1).reshape(len(new), -1)
        shapes = [self._shapes[outline(word)] for word in new]
        values = product(dense, self._mix) + self._shape_values[shapes]
        self._first.update(zip(new, values, strict=True))


# OpenBLAS takes more threads for a product of more multiplications than this; on products as small as ours
# they wait for one another longer than they work (measured: a quarter of the speed, and every core taken).
_ONE_THREAD = 1_000_000


def product(left: Floats, right: Floats) -> Floats:
    """``left @ right`` on one thread, some rows at a time."""
    step = max(1, _ONE_THREAD // right.size)
    found = np.empty((len(left), right.shape[1]), np.float32)
    for at in range(0, len(left), step):
        np.matmul(left[at : at + step], right, out=found[at : at + step])
    return found


def _steps(scores: Floats) -> npt.NDArray[np.int64]:
    """Chances of a person, its first word, a place, an organisation, in steps; the first tag is padding."""
    chances = np.exp(scores[:, 1:] - scores[:, 1:].max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    told = np.stack(
        [
            _STEPS_PERSON * (chances[:, 1] + chances[:, 2]),
            _STEPS_OTHER * chances[:, 1],
            _STEPS_OTHER * (chances[:, 3] + chances[:, 4]),
            _STEPS_OTHER * (chances[:, 5] + chances[:, 6]),
        ],
        axis=1,
    )
    return told.astype(np.int64)


def _told(tags: Sequence[str], i: int, steps: Sequence[int]) -> list[str]:
    own = tags[i]
    person, first, place, organisation = steps
    before = tags[i - 1] if i else ""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    return [
        f"n-1={before}", f"n0={own}", f"n1={after}", f"nn={before}|{own}|{after}",
        f"np={person}", f"nb={first}", f"nl={place}", f"no={organisation}",
    ]  # fmt: skip


def outline(word: str) -> str:
    """The name that the network knows a word's look by."""
    match = _TYPE.match(word)
    if match is None:
        return f"PUNCT_{word}" if len(word) == 1 and word in _MARKS else _odd(word)
    if match.lastgroup == "NUM":
        return "NUM"
    return f"{match.lastgroup}_{_case(word)}"


_MARKS = frozenset("!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―'`\"«»„“ʼʻ”№…")


def _odd(word: str) -> str:
    return "PUNCT_OTHER" if word[:1] in _MARKS else "OTHER"


def _title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _case(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    left, dash, right = word.partition("-")
    if dash and _title(left) and _title(right):
        return "Xx-Xx"
    return "Xx" if _title(word) else "OTHER"
