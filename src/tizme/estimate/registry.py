"""The newsroom's road: how complete is a list, judged by a registry that is made for another purpose.

Of the people on our list, a share is found in a civil or probate registry; the registry holds so many
deaths of that age and sex that would not have happened without the war. Both together say how many
there are in all, without any overlap of lists.

A share of few people is drawn towards the shares of all strata (beta-binomial), so that a stratum of
three does not claim to be complete. Everything is a posterior: its interval holds the doubt of the
shares and of the registry's excess.

Source: Mediazona and Meduza's method for Russian probate records, 2023; the beta-binomial after
Griffiths 1973, doi:10.2307/2529131.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tizme.estimate.result import Result, ends, spread
from tizme.model import UnusableInput

Floats = NDArray[np.float64]

_DRAWS = 20_000
COLUMNS = ("listed", "found", "excess")


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One stratum, e.g. an age band and sex.

    Attributes:
        listed: People of ours in it.
        found: Of these, those in the registry.
        excess: Deaths in the registry above what was expected without the war; None where nobody reckoned it.
        excess_error: Standard error of ``excess``, 0 where it is taken as counted.
    """

    stratum: tuple[str, ...]
    listed: int
    found: int
    excess: float | None
    excess_error: float
    line: int = 0


@dataclass(frozen=True, slots=True)
class Completeness:
    """The second road.

    Attributes:
        shares: Stratum -> (share found, low95, high95).
        total: People in all, as a result with draws; None where no excess is given.
        alike: (a, b) of the beta that the strata's shares are drawn from.
    """

    shares: dict[tuple[str, ...], tuple[float, float, float]]
    total: Result | None
    alike: tuple[float, float]


def load_registry(file: Path) -> tuple[RegistryRow, ...]:
    """Rows of a CSV with strata and the columns listed, found, and, if known, excess and excess_error.

    Raises:
        UnusableInput: a column is missing, or more are found than listed, with file and line.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(file), "save it as UTF-8 and run again") from error
    lines = [(n, t) for n, t in enumerate(text.splitlines(), 1) if t.strip()]
    if len(lines) < 2:
        raise UnusableInput("no rows", str(file), "give a header and one row for each stratum")
    read = list(csv.reader(io.StringIO("\n".join(line for _, line in lines))))
    header = [name.strip() for name in read[0]]
    for column in COLUMNS[:2]:
        if column not in header:
            raise UnusableInput(f"no column '{column}'", f"{file}:{lines[0][0]}", "listed, found, excess")
    found: dict[tuple[str, ...], RegistryRow] = {}
    for (number, _), cells in zip(lines[1:], read[1:], strict=True):
        row = _row(header, [cell.strip() for cell in cells], where=f"{file}:{number}", line=number)
        if row.stratum in found:
            at = found[row.stratum].line
            raise UnusableInput(f"the stratum of line {at} again", f"{file}:{number}", "add the two up")
        found[row.stratum] = row
    return tuple(found.values())


def _row(header: Sequence[str], cells: Sequence[str], *, where: str, line: int) -> RegistryRow:
    """One row of the table."""
    if len(cells) != len(header):
        raise UnusableInput(f"{len(cells)} cells where the header has {len(header)}", where, "mend it")
    row = dict(zip(header, cells, strict=True))
    try:
        listed, seen = int(row["listed"]), int(row["found"])
        excess = float(row["excess"]) if row.get("excess") else None
        error = float(row.get("excess_error") or 0.0)
    except ValueError as problem:
        raise UnusableInput("a cell that is no number", where, "mend it") from problem
    if not 0 <= seen <= listed:
        raise UnusableInput(f"{seen} found of {listed} listed", where, "mend the row")
    if not (math.isfinite(excess or 0.0) and math.isfinite(error) and error >= 0):
        raise UnusableInput("an excess that is no number", where, "mend the row")
    stratum = tuple(
        cell for name, cell in zip(header, cells, strict=True) if name not in {*COLUMNS, "excess_error"}
    )
    return RegistryRow(stratum, listed, seen, excess, error, line)


def completeness(rows: Sequence[RegistryRow], *, seed: int = 1) -> Completeness:
    """Shares found by stratum, and how many there are in all.

    In each stratum the dead are the registry's excess divided by the share of ours that it holds.

    Raises:
        UnusableInput: nobody is listed.
    """
    if not sum(row.listed for row in rows):
        raise UnusableInput("nobody is listed", "the registry table", "give the people of each stratum")
    listed = np.array([row.listed for row in rows], dtype=np.float64)
    found = np.array([row.found for row in rows], dtype=np.float64)
    a, b = _alike(found, listed)
    rng = np.random.default_rng(seed)
    share = rng.beta(a + found, b + listed - found, size=(_DRAWS, len(rows)))
    shares = {
        row.stratum: tuple(float(v) for v in np.quantile(share[:, i], [0.5, 0.025, 0.975]))
        for i, row in enumerate(rows)
    }
    total = None
    if all(row.excess is not None for row in rows):
        excess = np.array([row.excess or 0.0 for row in rows])
        error = np.array([row.excess_error for row in rows])
        drawn = np.maximum(rng.normal(excess, error, size=share.shape), 0.0)
        people = (drawn / np.maximum(share, 1e-6)).sum(axis=1)
        middle, low, high = ends(people)
        settings = {"strata": len(rows), "share_prior": [a, b], "draws": _DRAWS, "seed": seed}
        total = Result(middle, low, high, settings, {}, {}, spread(people))
    return Completeness({k: (v[0], v[1], v[2]) for k, v in shares.items()}, total, (a, b))


def _alike(found: Floats, listed: Floats) -> tuple[float, float]:
    """The beta that makes the strata's shares likeliest, on a grid; at least as wide as the shares demand."""
    from scipy.special import betaln

    mean = (found.sum() + 0.5) / (listed.sum() + 1.0)
    best, at = -np.inf, (1.0, 1.0)
    for size in np.geomspace(1.0, 500.0, 60):
        a, b = mean * size, (1.0 - mean) * size
        value = float((betaln(a + found, b + listed - found) - betaln(a, b)).sum())
        if value > best:
            best, at = value, (float(a), float(b))
    return at


@dataclass(frozen=True, slots=True)
class TwoRoads:
    """Two estimates that share no assumption, beside each other.

    Attributes:
        ratio: The registry's over the lists', with its 95 % interval.
        agree: Whether the interval of the ratio holds 1.
        words: The sentence that a reporter may quote.
    """

    ratio: tuple[float, float, float]
    agree: bool
    words: str


def compare_roads(lists: Floats, registry: Floats, *, seed: int = 1) -> TwoRoads:
    """Draws of people in all by the overlap of lists, and by the registry."""
    rng = np.random.default_rng(seed)
    ratio = rng.permutation(np.resize(registry, lists.size)) / lists
    middle, low, high = (float(v) for v in np.quantile(ratio, [0.5, 0.025, 0.975]))
    agree = low <= 1.0 <= high
    if agree:
        words = (
            "Two roads that share no assumption, the overlap of lists and a registry made for another "
            "purpose, agree within their doubt."
        )
    else:
        words = (
            f"The registry gives {middle:.2f} times what the overlap of lists gives, and the difference is "
            "larger than the doubt of both. One of the assumptions is wrong; quote both."
        )
    return TwoRoads((middle, low, high), agree, words)
