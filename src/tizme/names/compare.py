"""How likely two written names are the same person's, with the reasons."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import Any

import numpy as np

from tizme.model import NameComparison
from tizme.names.codes import CODES, FEATURES, REASONS, SILENT
from tizme.names.table import NameTable, name_table, uncollected
from tizme.names.vocabulary import LONGEST, Vocabulary
from tizme.names.weights import initials_also, letter_costs, weights

Rows = np.ndarray[Any, np.dtype[np.int32]]
# Names compared one by one share a vocabulary; it is begun anew before it fills the memory.
_MOST_FORMS = 300_000
_AT_ONCE = 50_000
_WORTH_THREADS = 20_000  # pairs
_PARTS = ("given", "family", "father", "sex", "given", "family")


def compare(a: str, b: str, *, left_lang: str = "", right_lang: str = "") -> NameComparison:
    """Compare two names in the nominative, in any script, order and spelling.

    Args:
        a, b: The names.
        left_lang, right_lang: Kept for callers that know them; the forms tell enough.

    Returns:
        ``probability`` is calibrated for a list in which as many pairs are true as in the one that
        the weights were fitted on; ``weight_bits`` is free of that prior.
    """
    del left_lang, right_lang
    return next(compare_many([(a, b)]))


def compare_many(pairs: Iterable[tuple[str, str]]) -> Iterator[NameComparison]:
    """Compare many pairs, each exactly as `compare` does."""
    waiting: list[tuple[str, str]] = []
    for pair in pairs:
        waiting.append(pair)
        if len(waiting) == _AT_ONCE:
            yield from _compared(waiting)
            waiting = []
    if waiting:
        yield from _compared(waiting)


_shared: list[Vocabulary] = []
_growing = Lock()  # a server compares in several threads, and new forms are numbered one after another


def _vocabulary() -> Vocabulary:
    if not _shared or len(_shared[0]) > _MOST_FORMS:
        _shared[:] = [Vocabulary()]
    return _shared[0]


def _compared(pairs: Sequence[tuple[str, str]]) -> list[NameComparison]:
    once = {name: place for place, name in enumerate(dict.fromkeys(chain.from_iterable(pairs)))}
    with _growing:
        table = name_table(once, vocabulary=_vocabulary())
    places = np.fromiter(map(once.__getitem__, chain.from_iterable(pairs)), np.int32)
    logits, codes = _scored(table, table, places.reshape(-1, 2))
    fitted = weights()
    bits = (logits - fitted.prior_logit) / math.log(2)
    told = zip(fitted.probability(logits).tolist(), bits.tolist(), codes.tolist(), strict=True)
    with uncollected():
        return [
            NameComparison(probability=probability, weight_bits=weight, reasons=_reasons(tuple(code)))
            for probability, weight, code in told
        ]


@lru_cache(maxsize=20_000)
def _reasons(codes: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(f"{part}:{CODES[code]}" for part, code in zip(_PARTS, codes, strict=True) if code != SILENT)


@lru_cache(maxsize=200_000)
def likeness(a: str, b: str) -> float:
    """How alike two canonical forms are, 0..1; 1 means the same form (see names/kernel_letters.py)."""
    from tizme.names import kernel_letters as letters

    known = _vocabulary()
    with _growing:
        one, other = known.id_of(a), known.id_of(b)
    if one < 0 or other < 0:
        return 0.0
    work, keys = np.zeros((6, LONGEST + 1)), letters.new_keys()
    answers = np.zeros((letters.REMEMBERED, 2))
    found = letters.alike(
        one, other, known.letters, known.length, known.bones, letter_costs(), work, keys, answers
    )
    return float(found[0])


def score_pairs(left: NameTable, left_rows: Any, right: NameTable, right_rows: Any) -> np.ndarray[Any, Any]:
    """Logits of pairs given as row numbers, as `compare` would give them; see `probability_of`.

    The compiled loop runs without the interpreter's lock, on all cores where there are many pairs.

    Raises:
        ValueError: the tables do not share a vocabulary.
    """
    if left.vocabulary is not right.vocabulary:
        raise ValueError("two tables are compared only when they share a vocabulary")
    pairs = np.column_stack((np.asarray(left_rows, np.int32), np.asarray(right_rows, np.int32)))
    from tizme.names import kernel

    known = left.vocabulary
    arrays = (known.letters, known.length, known.bones, known.root, known.known, known.stem, known.rarity)
    tables = (letter_costs(), initials_also(), weights().values)

    def part(some: Any) -> Any:
        return kernel.score(left.rows, right.rows, some, *arrays, *tables)

    cores = os.cpu_count() or 1
    if len(pairs) < _WORTH_THREADS or cores == 1:
        return part(pairs)  # type: ignore[no-any-return]
    with ThreadPoolExecutor(cores) as threads:
        return np.concatenate(list(threads.map(part, np.array_split(pairs, 4 * cores))))


def _scored(left: NameTable, right: NameTable, pairs: Any) -> tuple[Any, Any]:
    from tizme.names import kernel

    known = left.vocabulary
    found: tuple[Any, Any] = kernel.score_with_codes(
        left.rows, right.rows, pairs, known.letters, known.length, known.bones, known.root,
        known.known, known.stem, known.rarity,
        letter_costs(), initials_also(), weights().values,
    )  # fmt: skip
    return found


def features_of_pairs(pairs: Sequence[tuple[str, str]]) -> tuple[Any, Any]:
    """Features (pairs, codes.FEATURES) and reasons (pairs, codes.REASONS), to fit weights on."""
    known = Vocabulary()
    return features_of_rows(
        *(name_table((pair[side] for pair in pairs), vocabulary=known) for side in (0, 1))
    )


def features_of_rows(left: NameTable, right: NameTable) -> tuple[Any, Any]:
    """As `features_of_pairs`, the first row with the first and so on."""
    from tizme.names import kernel

    known, both = left.vocabulary, np.arange(len(left), dtype=np.int32)
    features = np.zeros((len(left), len(FEATURES)))
    codes = np.zeros((len(left), REASONS), np.int8)
    kernel.features_of(
        left.rows, right.rows, np.column_stack((both, both)), known.letters, known.length, known.bones,
        known.root, known.known, known.stem, known.rarity, letter_costs(), initials_also(), features, codes,
    )  # fmt: skip
    return features, codes
