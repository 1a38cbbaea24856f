"""From a table with strata to dense tables: what covers what, and whose stratum is not known.

A missing stratum field is drawn, many times, from people with the same history and the same known
fields, never made a stratum of its own: a stratum "unknown" holds whoever is badly documented, and its
small overlaps add thousands of people who do not exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tizme.estimate.loading import covers
from tizme.estimate.result import Cells
from tizme.model import CountsTable, UnusableInput

Stratum = tuple[str, ...]

# How many people the lists' own shares of strata count for beside those of the same history.
_PRIOR_PEOPLE = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the people that one set of lists covers.

    Attributes:
        strata: The strata in it; () where the table is taken whole.
    """

    cells: Cells
    strata: tuple[Stratum, ...] = ()


def complete_strata(table: CountsTable) -> tuple[Stratum, ...]:
    """Every stratum that a row names in full, in order."""
    return tuple(sorted({row.stratum for row in table.rows if all(row.stratum)}))


def missing_people(table: CountsTable) -> int:
    """People with at least one stratum field missing."""
    return sum(row.count for row in table.rows if not all(row.stratum))


def impute(table: CountsTable, rng: np.random.Generator) -> dict[Stratum, dict[tuple[int, ...], int]]:
    """One draw of everybody's stratum: stratum -> history -> people.

    Shares of strata within a history are drawn from a Dirichlet over those whose stratum is known,
    with the shares on the same lists as its prior; fields that are known are kept, and a stratum that
    a list of the history does not cover is not drawn.

    Raises:
        UnusableInput: people of a history fit no stratum.
    """
    strata = complete_strata(table)
    known: dict[tuple[int, ...], dict[Stratum, int]] = defaultdict(lambda: defaultdict(int))
    on_list: dict[int, dict[Stratum, int]] = defaultdict(lambda: defaultdict(int))
    for row in table.rows:
        if all(row.stratum):
            known[row.history][row.stratum] += row.count
            for i, on in enumerate(row.history):
                if on:
                    on_list[i][row.stratum] += row.count
    out: dict[Stratum, dict[tuple[int, ...], int]] = {s: defaultdict(int) for s in strata}
    for stratum, counts in ((s, {h: c[s] for h, c in known.items() if c.get(s)}) for s in strata):
        for history, count in counts.items():
            out[stratum][history] += count
    for row in table.rows:
        if all(row.stratum) or not row.count:
            continue
        fit = [
            s
            for s in strata
            if all(not have or have == value for have, value in zip(row.stratum, s, strict=True))
            and all(covers(table, name, s) for name, on in zip(table.lists, row.history, strict=True) if on)
        ]
        if not fit:
            raise UnusableInput(
                "nobody whose stratum is known is like these people",
                f"line {row.line} of the counts",
                "fill the stratum in, or leave the column out",
            )
        lists = np.array(
            [[on_list[i][s] for s in fit] for i, on in enumerate(row.history) if on], dtype=float
        )
        shares = lists.sum(axis=0) + 1e-9
        weights = (
            np.array([known[row.history].get(s, 0) for s in fit]) + _PRIOR_PEOPLE * shares / shares.sum()
        )
        drawn = rng.multinomial(row.count, rng.dirichlet(np.maximum(weights, 1e-9)))
        for stratum, people in zip(fit, drawn, strict=True):
            out[stratum][row.history] += int(people)
    return out


def parts(table: CountsTable, rng: np.random.Generator) -> tuple[Part, ...]:
    """The table as parts with one set of covering lists each; one part where every list covers everybody."""
    if not table.uncovered:
        return (Part(dense(table.lists, table.lists, [(row.history, row.count) for row in table.rows])),)
    drawn = impute(table, rng)
    groups: dict[tuple[str, ...], list[Stratum]] = defaultdict(list)
    for stratum in drawn:
        groups[tuple(name for name in table.lists if covers(table, name, stratum))].append(stratum)
    return tuple(
        Part(
            dense(table.lists, names, [(h, c) for s in strata for h, c in drawn[s].items()]),
            tuple(strata),
        )
        for names, strata in sorted(groups.items(), key=lambda item: (-len(item[0]), item[0]))
    )


def by_stratum(table: CountsTable, rng: np.random.Generator) -> dict[Stratum, Cells]:
    """Each stratum as a table of the lists that cover it."""
    return {
        stratum: dense(
            table.lists,
            tuple(name for name in table.lists if covers(table, name, stratum)),
            list(counts.items()),
        )
        for stratum, counts in impute(table, rng).items()
    }


def dense(lists: Sequence[str], kept: Sequence[str], people: Sequence[tuple[tuple[int, ...], int]]) -> Cells:
    """Counts by cell over the kept lists; lists of nobody stay, as a zero is a zero."""
    at = [lists.index(name) for name in kept]
    counts = np.zeros(2 ** len(at))
    for history, count in people:
        cell = 0
        for i in at:
            cell = cell << 1 | history[i]
        counts[cell] += count
    counts[0] = 0.0
    return Cells(tuple(kept), counts)


def empty_list_strata(table: CountsTable) -> int:
    """How many pairs of stratum and covering list hold nobody: zeros that may be no zeros."""
    if not table.stratum_columns:
        return 0
    total = 0
    for stratum in complete_strata(table):
        rows = [row for row in table.rows if row.stratum == stratum and row.count]
        for i, name in enumerate(table.lists):
            if covers(table, name, stratum) and not any(row.history[i] for row in rows):
                total += 1
    return total
