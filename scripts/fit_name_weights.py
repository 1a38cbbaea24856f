"""Fit the weights of name comparison and write tables/names/weights.csv.

Input: pairs_dev.tsv (id, left, left_lang, right, right_lang, label, ..., stratum), given as the only argument.
The list holds no pair that agrees in all but the father, none with initials and none with -zoda for -ov: such pairs are
made from it (made_up below) and weigh less. A logistic regression with a small ridge, by Newton's method; five folds, parted by stratum, say how well it does on
pairs that it has not seen. Needs numpy. Redo with: python scripts/fit_name_weights.py DATA/names/pairs_dev.tsv
"""

from __future__ import annotations

import csv
import hashlib
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from tizme.names.evidence import CLOSE, FAR, evidence, initial_agrees, likeness
from tizme.names.keys import NameKeys, name_keys
from tizme.names.translit import root

OUT = Path(__file__).parents[1] / "src/tizme/tables/names/weights.csv"
RIDGE = 1.0
FOLDS = 5
# A made-up pair teaches one habit; it must not outweigh real spellings.
MADE_UP_SHARE = 0.2


def fit(x: np.ndarray, y: np.ndarray, share: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -40, 40)))
        gradient = x.T @ (share * (p - y)) + ridge * weights
        hessian = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def made_up(
    left: NameKeys, right: NameKeys, label: float, other: NameKeys
) -> list[tuple[NameKeys, NameKeys, float]]:
    """Pairs of kinds that the list lacks, made from a pair of the list: what they teach is named beside each."""
    made = []
    fathers = (left.father, right.father, other.father)
    # A contradicted patronymic speaks against, however like the rest.
    if label and min(map(len, fathers)) > 1 and likeness(right.father, other.father) < FAR:
        words = tuple(other.father + "ovic" if root(w) == right.father else w for w in right.words)
        made.append((left, replace(right, father=other.father, words=words), 0.0))
    if label and left.father and right.father and other.father:  # the father as an initial
        words = tuple(w for w in right.words if root(w) != right.father)
        made.append((left, replace(right, father=right.father[0], words=words), 1.0))
        if not initial_agrees(left.father, other.father[0]):
            made.append((left, replace(right, father=other.father[0], words=words), 0.0))
    if len(right.given) > 1:  # initials
        made.append((left, replace(right, given=right.given[0], words=right.words[:1]), label))
    if label and len(right.root) > 3 and right.family != right.root:  # -ов becomes -зода
        made.append((left, replace(right, family=right.root + "zoda", father=""), 1.0))
    if not label and len(right.root) > 3 and left.given and right.given and left.family and right.family:
        made.append((left, replace(right, given=other.given or right.given, family=left.root + "zoda"), 0.0))
    if right.given and right.family and likeness(left.given, right.given) > CLOSE:  # one word alone
        made.append((left, replace(right, family="", father="", root="", words=(right.given,)), label))
    return made


def average_precision(y: np.ndarray, s: np.ndarray) -> float:
    order = np.argsort(-s, kind="stable")
    hits = np.cumsum(y[order])
    return float(np.sum(y[order] * hits / np.arange(1, len(y) + 1)) / y.sum())


def main(path: Path) -> None:
    with path.open(encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    keys = [
        (name_keys(r["left"], lang=r["left_lang"]), name_keys(r["right"], lang=r["right_lang"]))
        for r in pairs
    ]
    rows = [(*both, float(r["label"]), k, 1.0) for k, (both, r) in enumerate(zip(keys, pairs, strict=True))]
    for k, (left, right) in enumerate(keys):
        other = keys[(k * 7919 + 13) % len(keys)][0]
        rows += [(*made, k, MADE_UP_SHARE) for made in made_up(left, right, float(pairs[k]["label"]), other)]
    found = [evidence(left, right)[0] for left, right, *_ in rows]
    names = sorted({name for features in found for name in features})
    x = np.array([[1.0, *(features.get(name, 0.0) for name in names)] for features in found])
    y = np.array([row[2] for row in rows])
    fold = np.array([row[3] for row in rows]) % FOLDS
    share = np.array([row[4] for row in rows])
    strata = np.array([r["stratum"] for r in pairs])
    held_out = np.zeros(len(rows))
    for k in range(FOLDS):
        held_out[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], share[fold != k])
    true, scored = y[: len(pairs)], held_out[: len(pairs)]
    print("held out, all", round(average_precision(true, scored), 4))
    for stratum in sorted(set(strata)):
        print(
            "held out,",
            stratum,
            round(average_precision(true[strata == stratum], scored[strata == stratum]), 4),
        )
    print("held out, made up", round(average_precision(y[len(pairs) :], held_out[len(pairs) :]), 4))
    weights = fit(x, y, share)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with OUT.open("w", encoding="utf-8") as out:
        out.write(
            "# Weights of name comparison, in nats per unit of the feature (names/evidence.py). Made by scripts/fit_name_weights.py.\n"
        )
        out.write(
            f"# source: logistic regression on {len(pairs)} name pairs and {len(rows) - len(pairs)} made from them, SHA-256 {digest}\n"
        )
        out.write("feature,weight\n")
        out.write(f"prior,{np.average(y, weights=share):.6f}\nbias,{weights[0]:.6f}\n")
        out.writelines(f"{name},{weight:.6f}\n" for name, weight in zip(names, weights[1:], strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
