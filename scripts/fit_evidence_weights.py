"""Fit the weights of evidence classes: src/tizme/tables/extract/evidence_weights.csv.

Inputs: ../shared/gold and tests/gates/texts/open, open2, ... open7, every claim of which annotators marked. The texts of
tests/gates/texts/held take no part. A claim of ours counts where an annotated one has its property, overlaps it and, where
there is one, has its subject and value too (as in bench/score_claims.py); the annotators' class is what is learnt.

The rules know the words of these texts better than those of texts nobody has read. So each text is read three times: as it
is, and twice with three tenths of the patterns hidden that tell who speaks. The rules then err more nearly as they do on
texts not read (.84 right as it is, .77 and .79 with patterns hidden), and the weights learn when.

Prints, text by text left out in ten parts, the share of strict hits that have the annotators' class by rules alone and with
the weights. ``--folds`` prints only that; ``--without open4`` leaves a set out of the fit and prints its figures; nothing
is written then. Two runs give the same bytes.

Redo with: python scripts/fit_evidence_weights.py ../shared
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from scipy.optimize import minimize

from tizme.cli.measuring.books import rows_of
from tizme.cli.measuring.claim_phrases import _same_value
from tizme.cli.measuring.claims import SCORER, _predict, _read
from tizme.cli.measuring.evidence_book import COLUMNS
from tizme.cli.measuring.shared import part_of
from tizme.extract import annotate, assemble, evidence_weights
from tizme.extract.cues import Hit
from tizme.extract.draft import Draft
from tizme.extract.evidence_weights import CLASSES, EvidenceWeights

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/tizme/tables/extract/evidence_weights.csv"
SETS = ("gold", "open", "open2", "open3", "open4", "open5", "open6", "open7")
LABELLED = ROOT / "tests/gates/evidence/open"
# (reading, percent of the patterns hidden); the first is the text as it is, and the only one that is scored.
READINGS = ((0, 0), (1, 30), (2, 30))
TELL_WHO_SPEAKS = frozenset({"say", "according", "jargon", "org", "court", "mark"})
MARKS = frozenset({"hearsay", "document", "documents"})
FOLDS = 10
# How strongly the weights are held near zero (L2), in claims; of 5 and 20 the better over texts left out.
HELD_NEAR_ZERO = 5.0
FEWEST = 8  # claims that show a feature
SMALLEST = 0.05  # a feature whose weights are all smaller says nothing
HEAD = """\
# What speaks for each class of evidence, in natural logarithms, summed over all that is seen of a claim
# (extract/evidence_weights.py names the features); the rules' own answer stands unless another class is three times as likely.
# source: written by scripts/fit_evidence_weights.py from the annotated texts; docs/models/evidence_weights.md
"""


@dataclass(frozen=True)
class Example:
    """One claim of ours that annotators marked too.

    Attributes:
        reading: Which of READINGS.
        draft, weights: As they were when its class was asked for, to ask again with other weights.
        strict: Subject and value agree too; only these are scored.
    """

    reading: int
    text: str
    folder: str
    lang: str
    weights: EvidenceWeights
    draft: Draft
    by_rules: str
    features: tuple[str, ...]
    gold: str
    strict: bool


class _Recording(EvidenceWeights):
    """Notes what it is asked and leaves the rules' answer."""

    asked: ClassVar[list[tuple[EvidenceWeights, Draft, str]]] = []

    def evidence(self, draft: Draft, by_rules: str) -> str:
        self.asked.append((self, draft, by_rules))
        return by_rules


def read_examples(shared: Path) -> list[Example]:
    """Every claim of ours that annotators marked, in every reading, in the order of sets and texts."""
    assemble.EvidenceWeights = _Recording  # type: ignore[misc]
    found = []
    whole = annotate.find_cues
    for reading, percent in READINGS:
        annotate.find_cues = _with_words_hidden(reading, percent)
        found += _read_sets(shared, reading) + _read_labelled(reading)
        annotate.find_cues = whole
    return found


def _with_words_hidden(reading: int, percent: int) -> Callable[..., list[Hit]]:
    """The finder of cues, for whom some of the patterns that tell who speaks do not exist."""
    whole = annotate.find_cues

    def hidden(lang: str, hit: Hit) -> bool:
        kind = hit.cue.kind
        tells = kind in TELL_WHO_SPEAKS and (kind != "mark" or hit.cue.property in MARKS)
        return tells and zlib.crc32(f"{reading}|{lang}|{hit.cue.pattern}".encode()) % 100 < percent

    return lambda lang, words, **how: [hit for hit in whole(lang, words, **how) if not hidden(lang, hit)]


def _read_sets(shared: Path, reading: int) -> list[Example]:
    same = _same_value(part_of(shared, "bench", SCORER))
    found = []
    for folder in SETS:
        path = shared / "gold" if folder == "gold" else ROOT / "tests/gates/texts" / folder
        for annotation in sorted(path.glob("*.json")):
            gold = json.loads(annotation.read_text(encoding="utf-8"))
            if "claims" in gold:
                _Recording.asked.clear()
                ours = _predict(_read(annotation.with_suffix(".txt")), annotation.stem, gold["doc_date"])
                found += [
                    replace(e, reading=reading) for e in _of_text(gold, ours, annotation.stem, folder, same)
                ]
    return found


def _read_labelled(reading: int) -> list[Example]:
    """Claims of ours whose class somebody marked in texts that the rules were not written for (LABELLED)."""
    found = []
    for table in sorted(LABELLED.glob("*.csv")):
        told = json.loads(table.with_suffix(".json").read_text(encoding="utf-8"))
        marked = _marked(table)
        _Recording.asked.clear()
        _predict(_read(table.with_suffix(".txt")), table.stem, told["doc_date"])
        for weights, draft, by_rules in _Recording.asked:
            value = draft.target.id if draft.target is not None else draft.value
            gold = marked.pop((draft.start, draft.stop, draft.property, value), None)
            if gold is not None:
                features = tuple(weights.features(draft, by_rules))
                at = (reading, table.stem, "labelled", told["lang"], weights, draft, by_rules, features, gold)
                found.append(Example(*at, strict=True))
    return found


def _marked(table: Path) -> dict[tuple[int, int, str, str], str]:
    """(start, end, property, value) -> the class that a reader gave it."""
    return {
        (int(r["start"]), int(r["end"]), r["property"], r["value"]): r["evidence"]
        for r in rows_of(table, COLUMNS)
        if r["right"] == "yes" and r["evidence"] in CLASSES
    }


def _of_text(gold: dict[str, Any], ours: dict[str, Any], text: str, folder: str, same: Any) -> list[Example]:
    asked: dict[tuple[Any, ...], tuple[EvidenceWeights, Draft, str]] = {}
    for weights, draft, by_rules in _Recording.asked:
        value = draft.target.id if draft.target is not None else draft.value
        asked.setdefault(
            (draft.start, draft.stop, draft.property, draft.who.id, value, by_rules),
            (weights, draft, by_rules),
        )
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for mention in gold["mentions"]:
        places["gold", mention["person"]].append((mention["start"], mention["end"]))
    for mention in ours["mentions"]:
        places["ours", mention["subject"]].append((mention["start"], mention["end"]))

    def near(one: dict[str, Any], other: dict[str, Any]) -> bool:
        meets = one["start"] < other["end"] and other["start"] < one["end"]
        return bool(meets) and one["property"] == other["property"]

    def agrees(one: dict[str, Any], other: dict[str, Any]) -> bool:
        return same(one["property"], one["value"], other["value"]) and any(
            a[0] < b[1] and b[0] < a[1]
            for a in places["ours", other["subject"]]
            for b in places["gold", one["subject"]]
        )

    used: set[int] = set()
    found = []
    missed = gold["claims"]
    for strict in (True, False):
        left = []
        for one in missed:
            candidates = (
                i
                for i, o in enumerate(ours["claims"])
                if i not in used and near(one, o) and (not strict or agrees(one, o))
            )
            at = next(candidates, None)
            if at is None:
                left.append(one)
                continue
            used.add(at)
            claim = ours["claims"][at]
            key = ("start", "end", "property", "subject", "value", "evidence")
            here = asked.get(tuple(claim[k] for k in key))
            if here is not None and one["evidence"] in CLASSES:
                weights, draft, by_rules = here
                features = tuple(weights.features(draft, by_rules))
                found.append(
                    Example(
                        0,
                        text,
                        folder,
                        gold["lang"],
                        weights,
                        draft,
                        by_rules,
                        features,
                        one["evidence"],
                        strict,
                    )
                )
        missed = left
    return found


def fit(examples: Sequence[Example]) -> dict[str, tuple[float, ...]]:
    """Feature -> its weight for each of CLASSES: a multinomial logistic regression, rounded as it is stored."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        for feature in set(example.features):
            counts[feature] += 1
    names = sorted(f for f, n in counts.items() if n >= FEWEST)
    column = {name: i for i, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names)))
    right = np.zeros((len(examples), len(CLASSES)))
    for row, example in enumerate(examples):
        seen[row, [column[f] for f in example.features if f in column]] = 1.0
        right[row, CLASSES.index(example.gold)] = 1.0

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(len(names), len(CLASSES))
        sums = seen @ weights
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums)
        total = shares.sum(axis=1, keepdims=True)
        cost = np.log(total).sum() - (right * sums).sum() + HELD_NEAR_ZERO / 2 * (weights**2).sum()
        slope = seen.T @ (shares / total - right) + HELD_NEAR_ZERO * weights
        return float(cost), slope.ravel()

    start = np.zeros(len(names) * len(CLASSES))
    best = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000, "ftol": 1e-12, "gtol": 1e-6}
    )
    weights = np.round(best.x.reshape(len(names), len(CLASSES)), 2) + 0.0
    return {
        n: tuple(map(float, w)) for n, w in zip(names, weights, strict=True) if np.abs(w).max() >= SMALLEST
    }


def answers(examples: Sequence[Example], weights: dict[str, tuple[float, ...]]) -> list[str]:
    """The class of each claim by rules and weights."""
    evidence_weights.weight_table = lambda: weights  # type: ignore[assignment]
    for example in examples:
        example.weights.forget()
    return [EvidenceWeights.evidence(e.weights, e.draft, e.by_rules) for e in examples]


def show(name: str, examples: Sequence[Example], given: Sequence[str]) -> None:
    """A line: how many strict hits, the share right by rules alone and with the weights."""
    for what, langs in (("", None), (" ru + en", {"ru", "en"})):
        here = [
            (e, g)
            for e, g in zip(examples, given, strict=True)
            if e.strict and not e.reading and (langs is None or e.lang in langs)
        ]
        rules = np.mean([e.by_rules == e.gold for e, _ in here])
        both = np.mean([g == e.gold for e, g in here])
        print(
            f"{name + what:16} {len(here):5} hits   rules {rules:.3f}   with the weights {both:.3f}",
            flush=True,
        )


def left_out(examples: Sequence[Example]) -> list[str]:
    """The class of each claim by weights that were fitted without its text."""
    part = [zlib.crc32(e.text.encode()) % FOLDS for e in examples]
    given = [""] * len(examples)
    for fold in range(FOLDS):
        weights = fit([e for e, p in zip(examples, part, strict=True) if p != fold])
        here = [i for i, p in enumerate(part) if p == fold]
        for i, answer in zip(here, answers([examples[i] for i in here], weights), strict=True):
            given[i] = answer
    return given


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--without", choices=(*SETS, "labelled"))
    options = parser.parse_args()
    examples = read_examples(options.shared)
    if options.without:
        weights = fit([e for e in examples if e.folder != options.without])
        unseen = [e for e in examples if e.folder == options.without]
        show(options.without, unseen, answers(unseen, weights))
        return
    if options.folds:
        given = left_out(examples)
        for folder in (*SETS, "labelled"):
            of = [(e, g) for e, g in zip(examples, given, strict=True) if e.folder == folder]
            show(folder, [e for e, _ in of], [g for _, g in of])
        return
    weights = fit(examples)
    show("fitted on", examples, answers(examples, weights))
    lines = [f"feature,{','.join(CLASSES)}"]
    lines += [f"{name},{','.join(f'{w:g}' for w in row)}" for name, row in weights.items()]
    TABLE.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(weights)} features written to {TABLE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
