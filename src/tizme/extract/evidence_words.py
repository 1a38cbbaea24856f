"""What the words around a claim say of whose word it is: one number for each class of evidence.

A linear reader over hashed words (docs/models/evidence_words.md). It looks at the sentence, what stands right
before and behind the claim, the sentence before, the first of the paragraph, the next and the first of the
text; at the words themselves, their beginnings and endings, and at what the cue tables found there. Each of
these adds its weights; the sum is divided by the length of the vector, so that long sentences weigh no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tizme.extract.annotate import Sentence

CLASSES = ("direct", "document", "hearsay", "official", "press")
MODEL = "evidence_words.npz"
BITS = 16  # the weights lie in 65,536 buckets
BEFORE, BEHIND, OF_NEXT = 9, 12, 18  # tokens
SHORT, LONG = 4, 6  # letters of a beginning
# What is looked at -> (how much it weighs, its own odd number that parts its buckets from the others').
_PLACES = {
    "sentence": (1.0, 0x9E3779B1),
    "pairs": (1.0, 0x85EBCA6B),
    "before": (1.0, 0xC2B2AE35),
    "behind": (1.0, 0x27D4EB2F),
    "sentence before": (0.7, 0x165667B1),
    "first of paragraph": (0.7, 0xD3A2646D),
    "next": (0.4, 0xFD7046C5),
    "first of text": (0.4, 0xB55A4F09),
    "claim": (1.0, 0x2545F491),
}
_NOTHING: NDArray[np.uint32] = np.zeros(0, np.uint32)

Buckets = NDArray[np.uint32]
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence in numbers: what is noted of its tokens, where each token's begin, and pairs of words."""

    noted: Buckets
    begin: tuple[int, ...]
    pairs: Buckets

    def of(self, first: int, stop: int) -> Buckets:
        """What is noted of tokens ``[first, stop)``."""
        last = len(self.begin) - 1
        return self.noted[self.begin[max(0, first)] : self.begin[min(max(stop, 0), last)]]


class EvidenceWords:
    """The reader at work on one text."""

    def __init__(self, sentences: Sequence[Sentence], lang: str) -> None:
        self._sentences, self._lang = sentences, lang
        self._first_of = _firsts_of_paragraphs(sentences)
        self._read: dict[int, _Read] = {}
        self._around: dict[int, tuple[Numbers, float]] = {}

    def sums(self, sentence: Sentence, at: int, claimed: str) -> Numbers:
        """What speaks for each of CLASSES: natural logarithms up to one number for all; shape (5,).

        Args:
            at: The token with which the words begin that tell it.
            claimed: The property.
        """
        weights, start = model()
        around = self._around.get(sentence.index)
        if around is None:
            parts = list(self._sentence_parts(sentence))
            around = self._around[sentence.index] = _summed(parts, weights)
        own = _summed(self._claim_parts(sentence, at, claimed), weights)
        length = float(np.sqrt(around[1] + own[1])) or 1.0
        return (around[0] + own[0]) / length + start

    def noted(self, sentence: Sentence, at: int, claimed: str) -> Iterator[tuple[float, Buckets]]:
        """All that is looked at: (weight, buckets), for whoever fits the numbers."""
        yield from self._sentence_parts(sentence)
        yield from self._claim_parts(sentence, at, claimed)

    def _sentence_parts(self, sentence: Sentence) -> Iterator[tuple[float, Buckets]]:
        index, here = sentence.index, self._reading(sentence.index)
        yield _place("sentence", here.noted)
        yield _place("pairs", here.pairs)
        first = self._first_of[index]
        if first < index:
            yield _place("sentence before", self._reading(index - 1).noted)
            yield _place("first of paragraph", self._reading(first).noted)
        if index + 1 < len(self._sentences):
            yield _place("next", self._reading(index + 1).of(0, OF_NEXT))
        if index:
            yield _place("first of text", self._reading(0).noted)

    def _claim_parts(self, sentence: Sentence, at: int, claimed: str) -> Iterator[tuple[float, Buckets]]:
        here = self._reading(sentence.index)
        yield _place("before", here.of(at - BEFORE, at))
        yield _place("behind", here.of(at, at + BEHIND))
        yield _place("claim", _hashed(tuple(self._claim_marks(sentence, at, claimed))))

    def _claim_marks(self, sentence: Sentence, at: int, claimed: str) -> Iterator[str]:
        """Where the claim stands and what it tells of, each in itself and in this language."""
        token, index = sentence.words[at], sentence.index
        quoted, root = sentence.in_quote(token.start), claimed.split(".", maxsplit=1)[0]
        yield f"property {claimed}"
        yield f"root {root}"
        yield f"quoted {quoted} {root}"
        yield f"sentence {min(index, 5)}"
        for name, holds in (
            ("quoted", quoted), ("has quotes", bool(sentence.quotes)), ("heading", sentence.heading),
            ("entry", sentence.entry is not None), (f"turn {sentence.turn}", bool(sentence.turn)),
            ("opens", at == 0), ("capital", token.text[:1].isupper()), ("named", at in sentence.named),
            ("first of paragraph", self._first_of[index] == index), (f"kind {token.kind}", True),
        ):  # fmt: skip
            if holds:
                yield name
                yield f"{self._lang}|{name}"
        for hit in sentence.hits:
            if hit.first <= at <= hit.last:
                yield f"cue {hit.cue.kind} {hit.cue.property}"

    def _reading(self, index: int) -> _Read:
        found = self._read.get(index)
        if found is None:
            found = self._read[index] = _read(self._sentences[index], self._lang)
        return found


def _firsts_of_paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """For each sentence the index of the first of its paragraph."""
    found: list[int] = []
    for at, sentence in enumerate(sentences):
        goes_on = at > 0 and sentences[at - 1].paragraph == sentence.paragraph
        found.append(found[-1] if goes_on else at)
    return found


def _read(sentence: Sentence, lang: str) -> _Read:
    cues: dict[int, set[str]] = {}
    for hit in sentence.hits:
        for token in range(hit.first, hit.last + 1):
            cues.setdefault(token, set()).update((hit.cue.kind, f"{hit.cue.kind} {hit.cue.property}"))
    noted: list[int] = []
    begin, words = [0], []
    for token, word in enumerate(sentence.words):
        grams = _grams(word.low, lang)
        words.append(grams[0])
        noted += grams
        noted += [_crc(cue) for cue in sorted(cues.get(token, ()))]
        begin.append(len(noted))
    one = np.array(words, np.uint32)
    pairs = one[:-1] * np.uint32(31) + one[1:] if len(one) > 1 else _NOTHING
    return _Read(np.array(noted, np.uint32), tuple(begin), pairs)


@lru_cache(maxsize=20_000)
def _grams(low: str, lang: str) -> tuple[int, ...]:
    """The word, its beginnings and its endings, each hashed with its language."""
    parts = [f"{lang}|{low}"]
    if len(low) > SHORT:
        parts += [f"{lang}|{low[:SHORT]}-", f"{lang}|-{low[-3:]}"]
    if len(low) > LONG:
        parts += [f"{lang}|{low[:LONG]}-", f"{lang}|-{low[-4:]}"]
    return tuple(_crc(part) for part in parts)


@lru_cache(maxsize=20_000)
def _crc(text: str) -> int:
    return crc32(text.encode())


@lru_cache(maxsize=20_000)
def _hashed(marks: tuple[str, ...]) -> Buckets:
    return np.array([_crc(mark) for mark in marks], np.uint32)


def _place(name: str, noted: Buckets) -> tuple[float, Buckets]:
    weight, odd = _PLACES[name]
    return weight, (noted * np.uint32(odd)) >> np.uint32(32 - BITS)


def _summed(parts: Iterable[tuple[float, Buckets]], weights: Numbers) -> tuple[Numbers, float]:
    """The sum of the weights of all buckets, and the square of the vector's length."""
    whole, square = np.zeros(len(CLASSES), np.float32), 0.0
    for weight, buckets in parts:
        if len(buckets):
            whole += weight * weights[buckets].sum(axis=0)
            square += weight * weight * len(buckets)
    return whole, square


@cache
def model() -> tuple[Numbers, Numbers]:
    """The weights of all buckets, shape (65536, 5), and what speaks for each class from the start."""
    stored = np.load(BytesIO(model_bytes()))
    return stored["weights"].astype(np.float32) * stored["step"], stored["start"].astype(np.float32)


def model_bytes() -> bytes:
    """The file as it is shipped; part of the rule version, like the tables."""
    return files("tizme.extract").joinpath(MODEL).read_bytes()
