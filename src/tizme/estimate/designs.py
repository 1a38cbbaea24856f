"""Terms and models of log-linear fits, and whether an estimate exists.

A cell and a term are numbers whose bits are lists, the first list the highest bit. A hierarchical model
is written by its largest terms: ``[12,23]`` holds lists 1, 2, 3 and the overlaps 12 and 23.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tizme.model import UnusableInput

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

# Above this the hierarchical models are too many to fit them all (32,768 with pairs alone for six lists).
MOST_LISTS_IN_FULL = 5


def bits_of(lists: Sequence[int], n_lists: int) -> int:
    """The term that stands for these lists (counted from 0)."""
    return sum(1 << (n_lists - 1 - i) for i in lists)


def lists_of(term: int, n_lists: int) -> tuple[int, ...]:
    return tuple(i for i in range(n_lists) if term >> (n_lists - 1 - i) & 1)


def design(terms: Sequence[int], n_lists: int) -> Floats:
    """(2**n_lists - 1, n_terms): 1 where the cell holds all lists of the term; the constant first."""
    cells = np.arange(1, 2**n_lists)
    return np.stack([(cells & term) == term for term in terms], axis=1).astype(np.float64)


def closure(largest: Sequence[int], n_lists: int) -> tuple[int, ...]:
    """Every term below the largest ones, all single lists and the constant, in order of size."""
    found = {0} | {1 << i for i in range(n_lists)}
    for term in largest:
        below = term
        while below:
            found.add(below)
            below = (below - 1) & term
    return tuple(sorted(found, key=lambda term: (term.bit_count(), -term)))


def largest_of(terms: Sequence[int]) -> tuple[int, ...]:
    """The terms that lie in no other, as closedpMS of Rcapture names models."""
    return tuple(
        term for term in terms if term and not any(term != other and term & other == term for other in terms)
    )


def name_of(terms: Sequence[int], n_lists: int) -> str:
    """``[12,23]``: the largest terms by the numbers of their lists, larger ones first."""
    parts = sorted(
        ("".join(str(i + 1) for i in lists_of(term, n_lists)) for term in largest_of(terms)),
        key=lambda part: (-len(part), part),
    )
    return f"[{','.join(parts)}]"


def terms_of(name: str, n_lists: int) -> tuple[int, ...]:
    """The terms of a model by its name, ``[12,23]``.

    Raises:
        UnusableInput: the name holds something else than numbers of lists.
    """
    parts = [part for part in name.strip("[] ").split(",") if part]
    if any(not part.isdigit() or not all(1 <= int(d) <= n_lists for d in part) for part in parts):
        raise UnusableInput(
            f"no model is called '{name}'", "--models", f"write lists as numbers, 1 to {n_lists}, like [12,3]"
        )
    return closure([bits_of([int(d) - 1 for d in part], n_lists) for part in parts], n_lists)


@dataclass(frozen=True, slots=True)
class Models:
    """Models over one set of terms: ``members[m, t]`` says that model m holds ``terms[t]``."""

    terms: tuple[int, ...]
    members: Bools

    def of(self, at: int) -> tuple[int, ...]:
        return tuple(term for term, held in zip(self.terms, self.members[at], strict=True) if held)


@cache
def hierarchical(n_lists: int, order: int) -> Models:
    """Every hierarchical model with all single lists and terms of at most ``order`` lists."""
    terms = sorted(
        (t for t in range(2**n_lists) if t.bit_count() <= max(order, 1)),
        key=lambda term: (term.bit_count(), -term),
    )
    place = {term: i for i, term in enumerate(terms)}
    optional = [t for t in terms if t.bit_count() >= 2]
    always = np.array([t.bit_count() < 2 for t in terms])
    below = {
        t: [place[t & ~(1 << i)] for i in range(n_lists) if t >> i & 1 and t.bit_count() > 2]
        for t in optional
    }

    def extend(at: int, held: Bools) -> Iterator[Bools]:
        if at == len(optional):
            yield held
            return
        yield from extend(at + 1, held)
        term = optional[at]
        if all(held[i] for i in below[term]):
            more = held.copy()
            more[place[term]] = True
            yield from extend(at + 1, more)

    return Models(tuple(terms), np.array(list(extend(0, always))))


def default_order(n_lists: int) -> int:
    """Terms of all but one list where all models can be fitted, pairs above."""
    return n_lists - 1 if n_lists <= MOST_LISTS_IN_FULL else 2


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether a maximum likelihood estimate exists, and whether it says anything about the unseen.

    ``on_face`` marks the cells that keep a positive fit; the others are estimated at zero.
    """

    full_rank: bool
    on_face: Bools
    determined: bool
    runs_to: float | None  # inf or 0.0 where the unseen run away with the fit

    @property
    def exists(self) -> bool:
        """Finite in the extended sense of Fienberg & Rinaldo: the dark figure itself is estimated."""
        return self.determined and self.runs_to is None


def existence(matrix: Floats, counts: Floats) -> Existence:
    """The facial set of the fit by one linear program, and what it does to the constant.

    A direction in which cells without people fall and all others stay is a direction in which the
    likelihood never stops growing. The program finds every cell that falls in some such direction.

    Source: Fienberg & Rinaldo 2012, doi:10.1214/12-AOS986.
    """
    full_rank = bool(np.linalg.matrix_rank(matrix) == matrix.shape[1])
    on_face = _face(matrix, counts)
    kept = matrix[on_face]
    constant = np.zeros(matrix.shape[1])
    constant[0] = 1.0
    rank = np.linalg.matrix_rank(kept)
    determined = bool(np.linalg.matrix_rank(np.vstack([kept, constant])) == rank)
    runs_to = None
    if not determined and not on_face.all():
        runs_to = _where_to(matrix, counts, constant)
    return Existence(full_rank, on_face, determined, runs_to)


def _face(matrix: Floats, counts: Floats) -> Bools:
    from scipy.optimize import linprog

    empty = counts == 0
    if not empty.any():
        return np.ones(counts.size, dtype=bool)
    n_terms, n_empty = matrix.shape[1], int(empty.sum())
    # maximise the falls s of the empty cells, 0 <= s <= 1, X b = 0 elsewhere, X b + s <= 0 there
    found = linprog(
        np.concatenate([np.zeros(n_terms), -np.ones(n_empty)]),
        A_ub=np.hstack([matrix[empty], np.eye(n_empty)]),
        b_ub=np.zeros(n_empty),
        A_eq=np.hstack([matrix[~empty], np.zeros((int((~empty).sum()), n_empty))]),
        b_eq=np.zeros(int((~empty).sum())),
        bounds=[(None, None)] * n_terms + [(0.0, 1.0)] * n_empty,
        method="highs",
    )
    face = np.ones(counts.size, dtype=bool)
    face[np.flatnonzero(empty)[found.x[n_terms:] > 0.5]] = False
    return face


def _where_to(matrix: Floats, counts: Floats, constant: Floats) -> float | None:
    """Whether the constant can grow (inf) or only fall (0.0) while the likelihood grows, or neither."""
    from scipy.optimize import linprog

    empty = counts == 0
    reach = []
    for sign in (1.0, -1.0):
        found = linprog(
            -sign * constant,
            A_ub=matrix[empty],
            b_ub=np.zeros(int(empty.sum())),
            A_eq=matrix[~empty],
            b_eq=np.zeros(int((~empty).sum())),
            bounds=[(-1.0, 1.0)] * matrix.shape[1],
            method="highs",
        )
        reach.append(-found.fun > 1e-7)
    if reach[0]:
        return float("inf")
    return 0.0 if reach[1] else None
