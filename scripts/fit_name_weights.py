"""Fit the weights of name comparison and write tables/names/weights.csv.

Input: pairs_dev.tsv (id, left, left_lang, right, right_lang, label, ..., stratum), given as the only argument.
The list holds no pair that agrees in all but the father, none with initials and none with -zoda for -ov: such pairs are
made from it (`made_up` below) and weigh less. A logistic regression with a small ridge, by Newton's method; five folds say
how well it does on pairs that it has not seen. Redo with: python scripts/fit_name_weights.py DATA/names/pairs_dev.tsv
"""

from __future__ import annotations

import csv
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tizme.names.codes import FEATURES
from tizme.names.compare import features_of_rows
from tizme.names.table import (
    DOUBT,
    FAMILY,
    FATHER,
    GIVEN,
    MOST_WORDS,
    SEX,
    WIDTH,
    WORDS,
    NameTable,
    name_table,
)
from tizme.names.vocabulary import Vocabulary

OUT = Path(__file__).parents[1] / "src/tizme/tables/names/weights.csv"
RIDGE = 1.0  # on features brought to one spread
FOLDS = 5
# A made-up pair teaches one habit; it must not outweigh real spellings. Nothing in the list teaches that a father
# who is contradicted speaks against and one who is left out does not.
MADE_UP_SHARE, FATHER_SHARE = 0.05, 0.5


@dataclass(frozen=True)
class Examples:
    """Pairs as features. ``of``: the listed pair that each comes from; the first ``listed`` are the list itself."""

    x: np.ndarray
    y: np.ndarray
    share: np.ndarray
    of: np.ndarray
    listed: int


def fit(x: np.ndarray, y: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Weights of the columns of ``x`` and, last, the bias."""
    spread = x.std(axis=0) + 1e-9
    x = np.column_stack((x / spread, np.ones(len(x))))
    weights = np.zeros(x.shape[1])
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -40, 40)))
        gradient = x.T @ (share * (p - y)) + ridge * weights
        hessian = (x * (share * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights / np.append(spread, 1.0)


def one_word(
    left: np.ndarray, right: np.ndarray, label: int, other: np.ndarray, known: Vocabulary
) -> list[tuple]:
    """A given or a family name alone: against the whole name, against itself, against a stranger who bears it."""
    made = []
    family = right[FAMILY]
    if right[GIVEN] >= 0 and family >= 0 and known.bones[left[GIVEN]] == known.bones[right[GIVEN]]:
        row = np.full(WIDTH, -1, np.int32)  # one word alone
        row[GIVEN] = row[WORDS] = right[GIVEN]
        row[WORDS + MOST_WORDS :] = right[WORDS + MOST_WORDS :]
        made.append((left, row, label, MADE_UP_SHARE))
        bare = row.copy()
        bare[GIVEN] = bare[WORDS] = left[GIVEN]
        made.append((bare, row, label, MADE_UP_SHARE))  # on both sides
        if label and other[FAMILY] >= 0 and left[FAMILY] >= 0:
            stranger = left.copy()
            stranger[FAMILY], stranger[FATHER] = other[FAMILY], -1
            stranger[WORDS : WORDS + MOST_WORDS] = [left[GIVEN], other[FAMILY]] + [-1] * (MOST_WORDS - 2)
            made.append((stranger, row, 0, MADE_UP_SHARE))
    if (
        family >= 0
        and left[FAMILY] >= 0
        and known.bones[left[FAMILY]] == known.bones[family]
        and left[GIVEN] >= 0
    ):
        row = np.full(WIDTH, -1, np.int32)  # a family name alone, and as many strangers of that name
        row[FAMILY] = row[WORDS] = family
        row[WORDS + MOST_WORDS :] = right[WORDS + MOST_WORDS :]
        made.append((left, row, label, MADE_UP_SHARE))
        if label and other[GIVEN] >= 0:
            stranger = left.copy()
            stranger[GIVEN], stranger[FATHER] = other[GIVEN], -1
            stranger[WORDS : WORDS + MOST_WORDS] = [other[GIVEN], left[FAMILY]] + [-1] * (MOST_WORDS - 2)
            made.append((stranger, row, 0, MADE_UP_SHARE))
    return made


def beside_uulu(
    left: np.ndarray, right: np.ndarray, label: int, other: np.ndarray, length: np.ndarray
) -> list[tuple]:
    """ "Асан уулу Бакыт" and "Бакыт Осмонов": what is left to compare is the given name."""
    family = right[FAMILY]
    if left[FATHER] < 0 or length[left[FATHER]] <= 1 or min(left[GIVEN], right[GIVEN], family) < 0:
        return []
    uulu, plain = np.full(WIDTH, -1, np.int32), right.copy()
    uulu[GIVEN], uulu[FATHER] = uulu[WORDS], uulu[WORDS + 1] = left[GIVEN], left[FATHER]
    uulu[SEX], uulu[DOUBT], plain[FATHER] = left[SEX], 0, -1
    plain[WORDS : WORDS + MOST_WORDS] = [right[GIVEN], family] + [-1] * (MOST_WORDS - 2)
    made = [(uulu, plain, label, MADE_UP_SHARE)]
    if label and other[FAMILY] >= 0:  # as many of one given name are somebody else
        stranger = plain.copy()
        stranger[FAMILY] = stranger[WORDS + 1] = other[FAMILY]
        made.append((uulu, stranger, 0, MADE_UP_SHARE))
    return made


def made_up(
    left: np.ndarray, right: np.ndarray, label: int, other: np.ndarray, known: Vocabulary
) -> list[tuple]:
    """(left, right, label, share) of kinds that the list lacks: what each teaches is named beside it."""
    made = []
    length, letters = known.length, known.letters

    def initial(form: int) -> int:
        return known.id_of(known.forms[form][0])

    def unlike(a: int, b: int) -> bool:
        return known.bones[a] != known.bones[b] and letters[a, 0] != letters[b, 0]

    def with_father(father: int, word: int) -> np.ndarray:
        """The right name under another father, in its words as well; -1 leaves the father's word out."""
        row = right.copy()
        words = [w if w != right[FATHER] else word for w in right[WORDS : WORDS + MOST_WORDS]]
        kept = [w for w in words if w >= 0]
        row[WORDS : WORDS + MOST_WORDS] = kept + [-1] * (MOST_WORDS - len(kept))
        row[FATHER] = father
        return row

    fathers = [row[FATHER] for row in (left, right, other)]
    whole = all(f >= 0 and length[f] > 1 for f in fathers)
    if label and whole and unlike(right[FATHER], other[FATHER]):
        made.append(
            (left, with_father(other[FATHER], other[FATHER]), 0, FATHER_SHARE)
        )  # however like the rest
        made.append((left, with_father(initial(other[FATHER]), -1), 0, MADE_UP_SHARE))
    if label and whole:
        made.append((left, with_father(initial(right[FATHER]), -1), 1, MADE_UP_SHARE))
        made.append((left, with_father(-1, -1), 1, FATHER_SHARE))  # a father left out
    if right[GIVEN] >= 0 and length[right[GIVEN]] > 1 and right[FAMILY] >= 0:  # initials
        row = right.copy()
        row[GIVEN] = initial(right[GIVEN])
        row[WORDS : WORDS + MOST_WORDS] = [right[FAMILY]] + [-1] * (MOST_WORDS - 1)
        made.append((left, row, label, MADE_UP_SHARE))
    family = right[FAMILY]
    if label and family >= 0 and length[family] > 4 and known.root[family] != family and left[GIVEN] >= 0:
        row = right.copy()
        row[FAMILY] = known.id_of(known.forms[known.root[family]] + "zoda")  # -ov becomes -zoda
        words = [row[FAMILY] if w == family else w for w in right[WORDS : WORDS + MOST_WORDS]]
        row[WORDS : WORDS + MOST_WORDS] = words
        made.append((left, row, 1, MADE_UP_SHARE))
    made += beside_uulu(left, right, label, other, length)
    made += one_word(left, right, label, other, known)
    return made


def examples(pairs: list[dict[str, str]]) -> Examples:
    """The list and what is made from it, as features."""
    known = Vocabulary()
    left = name_table((r["left"] for r in pairs), vocabulary=known)
    right = name_table((r["right"] for r in pairs), vocabulary=known)
    labels = [int(r["label"]) for r in pairs]
    both = [(left.rows[k], right.rows[k], labels[k], k, 1.0) for k in range(len(pairs))]
    for k in range(len(pairs)):
        other = left.rows[(k * 7919 + 13) % len(pairs)]
        made = made_up(left.rows[k], right.rows[k], labels[k], other, known)
        both += [(*one[:3], k, one[3]) for one in made]
    table = [NameTable(known, np.array([row[side] for row in both], np.int32)) for side in (0, 1)]
    x, _ = features_of_rows(*table)
    y, of, share = (np.array([row[column] for row in both], float) for column in (2, 3, 4))
    return Examples(x, y, share, of.astype(int), len(pairs))


def held_out(found: Examples) -> np.ndarray:
    """The chance of every example, by weights that have not seen the listed pair it comes from."""
    chances = np.zeros(len(found.y))
    fold = found.of % FOLDS
    for k in range(FOLDS):
        weights = fit(found.x[fold != k], found.y[fold != k], found.share[fold != k])
        chances[fold == k] = 1 / (1 + np.exp(-(found.x[fold == k] @ weights[:-1] + weights[-1])))
    return chances


def measures(y: np.ndarray, s: np.ndarray) -> dict[str, float]:
    """Average precision, best F1 and recall at a precision of .99."""
    order = np.argsort(-s, kind="stable")
    hits = np.cumsum(y[order])
    precision, recall = hits / np.arange(1, len(y) + 1), hits / y.sum()
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
    sure = recall[precision >= 0.99]
    ap = float(np.sum(np.diff(np.append(0, recall)) * precision))
    return {
        "ap": round(ap, 4),
        "f1": round(float(f1.max()), 4),
        "r@p.99": round(float(sure.max(initial=0)), 4),
    }


def main(path: Path) -> None:
    with path.open(encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    found = examples(pairs)
    chances = held_out(found)
    strata = np.array([r["stratum"] for r in pairs])
    true, told = found.y[: found.listed], chances[: found.listed]
    print("held out, all", measures(true, told))
    print("held out, eu ep ofac", measures(*(a[np.isin(strata, ["eu", "ep", "ofac"])] for a in (true, told))))
    for stratum in sorted(set(strata)):
        print("held out,", stratum, measures(true[strata == stratum], told[strata == stratum]))
    print("held out, made up", measures(found.y[found.listed :], chances[found.listed :]))
    weights = fit(found.x, found.y, found.share)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    with OUT.open("w", encoding="utf-8") as out:
        out.write(
            "# Weights of name comparison, in nats per unit of the feature (names/kernel.py). Made by scripts/fit_name_weights.py.\n"
            f"# source: logistic regression on {found.listed} name pairs and {len(found.y) - found.listed} made from them, SHA-256 {digest}\n"
            "feature,weight\n"
            f"prior,{np.average(found.y, weights=found.share):.6f}\nbias,{weights[-1]:.6f}\n"
        )
        out.writelines(f"{name},{weight:.6f}\n" for name, weight in zip(FEATURES, weights[:-1], strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
