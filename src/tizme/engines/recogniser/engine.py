"""Load the weights that ship, and read names out of a text with them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tizme.engines.recogniser.chain import LabelChain
from tizme.engines.recogniser.net import ContextNet
from tizme.engines.recogniser.sentences import elsewhere_of, sentences_of, together
from tizme.engines.recogniser.words import WordTells, word_tells
from tizme.model import IntegrityFailure
from tizme.ports.recogniser import NamedSpan
from tizme.tables import rows
from tizme.text import Token

MODEL_PATH = Path(__file__).parent / "recogniser.npz"
# Languages that share weights. Russian is read by the network as well.
FAMILIES = {
    "ru": "ru", "uk": "west", "en": "west", "kk": "east", "ky": "east", "tg": "east", "uz-Cyrl": "east",
    "uz-Latn": "east",
}  # fmt: skip
READ_BY_NET = "ru"
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
Arrays = Mapping[str, npt.NDArray[Any]]


class ShippedRecogniser:
    """Finds persons, places and organisations by the weights in ``arrays``."""

    def __init__(self, arrays: Arrays) -> None:
        self._names = arrays["names"]
        self._net = ContextNet(arrays)
        self._chains = {
            family: LabelChain(arrays, family, self._tells)
            for family in sorted(set(FAMILIES.values()))
            if f"{family}.features" in arrays
        }

    def recognise(self, text: str, *, lang: str) -> tuple[NamedSpan, ...]:
        """The names in a text, left to right, none over another."""
        sentences = sentences_of(text)
        if not sentences:
            return ()
        chain = self._chains[FAMILIES[lang]]
        labels = chain.label(sentences, lang, self.features(sentences, lang, chain))
        return tuple(
            span
            for sentence, told in zip(sentences, labels, strict=True)
            for span in spans_of(sentence, told)
            if span.kind
        )

    def features(
        self, sentences: Sequence[Sequence[Token]], lang: str, chain: LabelChain
    ) -> list[list[list[str]]]:
        """For each token of each sentence the features that need its neighbours."""
        elsewhere = elsewhere_of(sentences)
        read = self.context(sentences, lang)
        return [
            together(sentence, chain.tells(sentence, lang), elsewhere, context)
            for sentence, context in zip(sentences, read, strict=True)
        ]

    def context(self, sentences: Sequence[Sequence[Token]], lang: str) -> list[list[list[str]]]:
        """What the network reads from each sentence; nothing in a language that it does not know."""
        return self._net.features(sentences) if lang == READ_BY_NET else [[] for _ in sentences]

    def _tells(self, token: Token, lang: str) -> WordTells:
        return word_tells(token, lang, self._names)


def spans_of(sentence: Sequence[Token], labels: Sequence[str]) -> list[NamedSpan]:
    """The names that labels mark: B begins, I goes on, L ends one, U is one word, O is none."""
    found = []
    first: Token | None = None
    for token, label in zip(sentence, labels, strict=True):
        place, _, kind = label.partition("-")
        if place in {"B", "U"}:
            first = token
        if place in {"L", "U"} and first is not None:
            found.append(NamedSpan(first.start, _stop(token), KINDS.get(kind, "")))
        if place in {"L", "U", "O"}:
            first = None
    return found


def _stop(token: Token) -> int:
    """Where a name ends whose last word is ``token``: the English 's is no part of it."""
    return token.stop - 2 if token.low.endswith("'s") else token.stop


def load_arrays(path: Path = MODEL_PATH) -> Arrays:
    """The weights that ship.

    Raises:
        IntegrityFailure: they are not the ones that tables/extract/models.csv names.
    """
    packed = path.read_bytes()
    row = next(row for row in rows("extract/models.csv", "file", "sha256") if row["file"] == path.name)
    if hashlib.sha256(packed).hexdigest() != row["sha256"]:
        raise IntegrityFailure(
            "the recogniser's weights are not the ones that tables/extract/models.csv names",
            str(path),
            "install tizme again, or train again with scripts/train_recogniser.py",
        )
    with np.load(io.BytesIO(packed)) as stored:
        return {name: stored[name] for name in stored.files}


@lru_cache(maxsize=1)
def shipped_recogniser() -> ShippedRecogniser:
    """The recogniser that ships, loaded once."""
    return ShippedRecogniser(load_arrays())
