"""Fit what words say of whose word a claim is: src/tizme/extract/evidence_words.npz.

Inputs: ../shared/gold; tests/gates/texts/open ... open24, every claim of which annotators marked; tests/gates/evidence/open,
claims of ours whose class a reader marked; tests/gates/evidence/spoken, texts each stretch of which is marked with whose
knowledge it is (of these the claims that the rules read, but not who somebody is: there whole sentences were marked, and
annotators leave name and age to the outlet). The sets that are only measured take no part.

A multinomial logistic regression over hashed words (extract/evidence_words.py says which), weights held near zero, stored in
one byte each. ``--without open12`` leaves a set out and prints how often the annotators' class is given there by the rules,
by the words alone and by both for several values of TIMES_AS_LIKELY, and writes nothing. Two runs on one machine give the same bytes.

Redo with: python scripts/fit_evidence_words.py ../shared
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from tizme.cli.measuring.books import rows_of
from tizme.cli.measuring.claims import _read
from tizme.cli.measuring.evidence_book import COLUMNS
from tizme.cli.measuring.spoken_book import Spoken, read_spoken
from tizme.extract import assemble, extract_document
from tizme.extract.annotate import Sentence
from tizme.extract.draft import Settled
from tizme.extract.evidence_weights import EvidenceWeights, tells_of
from tizme.extract.evidence_words import BITS, CLASSES, MODEL, EvidenceWords
from tizme.extract.voices import Voices
from tizme.model import Document
from tizme.readers import read_bytes

ROOT = Path(__file__).parents[1]
FILE = ROOT / "src/tizme/extract" / MODEL
SETS = ("gold", "open", *(f"open{n}" for n in range(2, 25)))
LABELLED, SPOKEN = ROOT / "tests/gates/evidence/open", ROOT / "tests/gates/evidence/spoken"
# How much a claim counts of texts of which only the stretches are marked, and of sets whose writers were asked for one way of
# telling each (offices, lists, papers); 1 of all others.
COUNTS = {"spoken": 0.6, "open16": 0.3, "open17": 0.3, "open18": 0.3}
# How strongly the weights are held near zero (L2), in claims.
HELD_NEAR_ZERO = 1 / 12
ROUNDS = 150
TRIED = (1, 3, 6, 9, 12, 20)


@dataclass(frozen=True)
class Example:
    """A place in a text where something is claimed, and whose word it is.

    Attributes:
        noted: (weight, buckets) of all that is looked at, the vector's length taken out.
        by_rules: The class that the rules gave the same claim, "" where they do not claim it.
    """

    folder: str
    noted: tuple[tuple[float, np.ndarray], ...]
    gold: str
    by_rules: str


class _Recording(EvidenceWeights):
    """Keeps what it was made of and leaves the rules' answer."""

    made: ClassVar[list[_Recording]] = []

    def __init__(
        self, sentences: Sequence[Sentence], voices: Sequence[Voices], lang: str, *, silent: bool = False
    ) -> None:
        super().__init__(sentences, voices, lang, silent=silent)
        self.words = EvidenceWords(sentences, lang)
        self.of = sentences
        self.asked: dict[tuple[int, str], str] = {}
        self.made.append(self)

    def classes(self, settled: Sequence[Settled]) -> list[str]:
        self.asked |= {(draft.start, draft.property): by_rules for draft, by_rules, _ in settled}
        return [by_rules for _, by_rules, _ in settled]


def read_examples(shared: Path) -> list[Example]:
    """Every place that somebody marked, in the order of sets and texts."""
    assemble.EvidenceWeights = _Recording  # type: ignore[misc]
    return [*_of_sets(shared), *_of_labelled(), *_of_spoken()]


def _of_sets(shared: Path) -> Iterator[Example]:
    for folder in SETS:
        path = shared / "gold" if folder == "gold" else ROOT / "tests/gates/texts" / folder
        for annotation in sorted(path.glob("*.json")):
            gold = json.loads(annotation.read_text(encoding="utf-8"))
            if "claims" in gold:
                _extract(_read(annotation.with_suffix(".txt")), gold["doc_date"])
                marked = ((c["start"], c["property"], c["evidence"]) for c in gold["claims"])
                yield from _examples(folder, marked)


def _of_labelled() -> Iterator[Example]:
    for table in sorted(LABELLED.glob("*.csv")):
        told = json.loads(table.with_suffix(".json").read_text(encoding="utf-8"))
        _extract(_read(table.with_suffix(".txt")), told["doc_date"])
        right = [r for r in rows_of(table, COLUMNS) if r["right"] == "yes"]
        yield from _examples("labelled", ((int(r["start"]), r["property"], r["evidence"]) for r in right))


def _of_spoken() -> Iterator[Example]:
    for path in sorted(SPOKEN.glob("*.tsv")):
        for spoken in read_spoken(path):
            _extract(_document(spoken), spoken.published)
            claimed = sorted({place for one in _Recording.made for place in one.asked})
            marked = (
                (start, claim, spoken.evidence_at(start))
                for start, claim in claimed
                if tells_of(claim) != "identity"
            )
            yield from _examples("spoken", marked)


def _document(spoken: Spoken) -> Document:
    read = read_bytes(spoken.text.encode(), name=f"{spoken.name}.txt")
    assert isinstance(read, Document), f"{spoken.name} is not read"
    return read


def _extract(document: Document, published: str) -> None:
    _Recording.made.clear()
    extract_document(document, item="", published=published)


def _examples(folder: str, marked: Iterable[tuple[int, str, str]]) -> Iterator[Example]:
    for start, claim, evidence in marked:
        place = next(
            ((one, s) for one in _Recording.made for s in one.of if s.start <= start < s.stop and s.words),
            None,
        )
        if place is None or evidence not in CLASSES:
            continue
        one, sentence = place
        noted = [p for p in one.words.noted(sentence, sentence.word_at(start), claim) if len(p[1])]
        length = np.sqrt(sum(weight * weight * len(buckets) for weight, buckets in noted)) or 1.0
        scaled = tuple((weight / length, buckets) for weight, buckets in noted)
        yield Example(folder, scaled, evidence, one.asked.get((start, claim), ""))


def matrix(examples: Sequence[Example]) -> csr_matrix:
    """(examples x buckets), a one last for what speaks before anything is read."""
    values, columns, ends = [], [], [0]
    for example in examples:
        for weight, buckets in example.noted:
            columns.append(buckets.astype(np.int64))
            values.append(np.full(len(buckets), weight, np.float32))
        columns.append(np.array([1 << BITS]))
        values.append(np.ones(1, np.float32))
        ends.append(ends[-1] + sum(len(b) for _, b in example.noted) + 1)
    parts = (np.concatenate(values), np.concatenate(columns), np.array(ends))
    return csr_matrix(parts, shape=(len(examples), (1 << BITS) + 1))


def fit(examples: Sequence[Example]) -> np.ndarray:
    """Weights, (buckets + 1) x classes."""
    seen = matrix(examples)
    right = np.zeros((len(examples), len(CLASSES)), np.float32)
    right[np.arange(len(examples)), [CLASSES.index(e.gold) for e in examples]] = 1
    counts = np.array([COUNTS.get(e.folder, 1.0) for e in examples], np.float32)[:, None]
    turned = seen.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(-1, len(CLASSES))
        shares = _log_shares(seen @ weights)
        held = weights.copy()
        held[-1] = 0
        cost = -(counts * right * shares).sum()
        slope = turned @ (counts * (np.exp(shares) - right)) + HELD_NEAR_ZERO * held
        return float(cost + HELD_NEAR_ZERO / 2 * (held**2).sum()), slope.ravel().astype(np.float64)

    start = np.zeros(seen.shape[1] * len(CLASSES))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.asarray(best.x.reshape(-1, len(CLASSES)))


def _log_shares(sums: np.ndarray) -> np.ndarray:
    """Natural logarithms of the share of each class, row by row."""
    sums = sums - sums.max(axis=1, keepdims=True)
    return np.asarray(sums - np.log(np.exp(sums).sum(axis=1, keepdims=True)))


def stored(weights: np.ndarray) -> dict[str, np.ndarray]:
    """The weights in one byte each: a step for each class."""
    step = (np.abs(weights[:-1]).max(axis=0) / 127).astype(np.float32)
    whole = np.round(weights[:-1] / step).astype(np.int8)
    return {"weights": whole, "step": step, "start": weights[-1].astype(np.float32)}


def show(examples: Sequence[Example], weights: np.ndarray) -> None:
    """How often the class is the annotators': rules, words, both."""
    here = [e for e in examples if e.by_rules in CLASSES]
    sums = _log_shares(matrix(here) @ weights)
    gold, rules = (
        np.array([CLASSES.index(c) for c in cs])
        for cs in zip(*((e.gold, e.by_rules) for e in here), strict=True)
    )
    line = f"{len(here)} claims of ours   rules {np.mean(gold == rules):.3f}   words {np.mean(sums.argmax(1) == gold):.3f}"
    for times in TRIED:
        both = sums.copy()
        both[np.arange(len(here)), rules] += np.log(times)
        line += f"   x{times} {np.mean(both.argmax(1) == gold):.3f}"
    print(line)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--without", choices=(*SETS, "labelled", "spoken"), action="append", default=[])
    options = parser.parse_args()
    examples = read_examples(options.shared)
    left = [e for e in examples if e.folder not in options.without]
    weights = fit(left)
    print(f"{len(left)} places marked in {len({e.folder for e in left})} sets")
    if options.without:
        for folder in options.without:
            print(folder, end=": ")
            show([e for e in examples if e.folder == folder], weights)
        return
    np.savez_compressed(FILE, **stored(weights))  # type: ignore[arg-type]
    print(f"{FILE.stat().st_size} bytes written to {FILE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
