"""Compiled loops over postings: from near forms to the rows most worth comparing, and their words aligned."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from tizme.trace.kernels import LEAST_LIKE, blend, like

MOST_WORDS = 10  # words of a listed name, and of a query, that are compared
WORTH_A_LOOK = 10.0  # bits behind the best row so far from which badly written words are not looked at
DOUBTFUL = 0.5  # below this likeness a word is plainly another one
# A row's place in the accumulator: number of the unit that last spoke for it << 24 | score in 1/256 bit.
_UNIT_SHIFT, _SCORE_MASK, _PER_BIT = 24, 0xFFFFFF, 256.0


@njit(cache=True, nogil=True)
def words_by_form(row_terms: Any, starts: Any, out: Any) -> None:
    """Rows of each form in ascending order: counting sort of ``row_terms`` (CSR by row).

    Args:
        starts: int64 (forms + 1), filled here; a row that bears a form twice stands twice.
        out: int32, as long as all terms together.
    """
    offsets, terms = row_terms
    for i in range(len(terms)):
        starts[terms[i] + 1] += 1
    for i in range(1, len(starts)):
        starts[i] += starts[i - 1]
    place = starts[:-1].copy()
    for row in range(len(offsets) - 1):
        for i in range(offsets[row], offsets[row + 1]):
            out[place[terms[i]]] = row
            place[terms[i]] += 1


@njit(cache=True, nogil=True)
def add_postings(
    unit: int, forms: Any, bits: Any, count: int,
    starts: Any, rows: Any, total: Any, touched: Any, n_touched: int, fresh: Any,
) -> int:  # fmt: skip
    """Let one unit of a query speak for the rows that bear its forms, best form first.

    Args:
        unit: 1..127, rising from call to call.
        bits: What bearing each form says for a row.
        total: int32 for each row, 0 for rows never touched.
        touched: The rows that ``total`` holds anything for.
        fresh: Whether rows that no unit spoke for yet may come in.

    Returns:
        How many rows are touched now.
    """
    for i in range(count):
        gain = np.int32(bits[i] * _PER_BIT)
        for k in range(starts[forms[i]], starts[forms[i] + 1]):
            row = rows[k]
            old = total[row]
            if old == 0:
                if not fresh or n_touched >= len(touched):
                    continue
                touched[n_touched] = row
                n_touched += 1
            elif old >> _UNIT_SHIFT == unit:
                continue  # a likelier form of this unit spoke already
            total[row] = (unit << _UNIT_SHIFT) | ((old & _SCORE_MASK) + gain)
    return n_touched


@njit(cache=True, nogil=True)
def best_rows(total: Any, touched: Any, n_touched: int, most: int, out: Any) -> int:
    """The touched rows of the highest totals into ``out`` (at most ``most``); every total is 0 afterwards."""
    counts = np.zeros(4096, np.int64)
    for i in range(n_touched):
        counts[min(4095, (total[touched[i]] & _SCORE_MASK) >> 5)] += 1
    least, above = 4095, counts[4095]
    while least > 0 and above + counts[least - 1] <= most:
        least -= 1
        above += counts[least]
    kept = 0
    for i in range(n_touched):
        level = min(4095, (total[touched[i]] & _SCORE_MASK) >> 5)
        if level >= least and kept < most:
            out[kept] = touched[i]
            kept += 1
    # The level on the edge fills what room is left, in the order of the rows.
    if kept < most and least > 0:
        for i in range(n_touched):
            level = min(4095, (total[touched[i]] & _SCORE_MASK) >> 5)
            if level == least - 1 and kept < most:
                out[kept] = touched[i]
                kept += 1
    for i in range(n_touched):
        total[touched[i]] = 0
    return kept


@njit(cache=True, nogil=True)
def set_known(unit: int, forms: Any, bits: Any, count: int, known: Any) -> None:
    """Note what each near form says, for ``align``."""
    for i in range(count):
        known[unit, forms[i]] = bits[i]


@njit(cache=True, nogil=True)
def forget_known(unit: int, forms: Any, count: int, known: Any) -> None:
    """The reverse of ``set_known``."""
    for i in range(count):
        known[unit, forms[i]] = 0.0


@njit(cache=True, nogil=True)
def align(
    rows: Any, count: int, units: Any, words: Any, lengths: Any, initial_of: Any,
    offsets: Any, terms: Any, forms: Any, form_lengths: Any, known: Any, costs: Any, scores: Any, shapes: Any,
) -> None:  # fmt: skip
    """Compare a query's words with each row's words, one to one; the best score of each row is kept.

    Args:
        units: Unit numbers of this reading of the query, in written order.
        words, lengths: The units' letters, by unit.
        initial_of: (26, 26) whether a letter (row) may be the initial of a form in that letter.
        known: (units, forms) bits of near forms, 0 where not near.
        costs: bits: [0] contradicted, [1] query word left out, [2] listed word left out, [3] initial that
            agrees, [4] out of order, [5] turned order, [6] this reading is not the plain one,
            [7] a word stands at another place of a name of three words or more.
        scores: float64 for each of ``rows``; raised where this reading fits better.
        shapes: (rows, 3) words matched, contradicted, left out by the best reading.
    """
    n = min(len(units), MOST_WORDS)
    bits = np.empty((MOST_WORDS, MOST_WORDS))
    used = np.empty(MOST_WORDS, np.int64)
    taken = np.empty(MOST_WORDS, np.int64)
    best_score = -1e9
    for place in range(count):
        start = np.int64(offsets[rows[place]])
        m: Any = min(np.int64(offsets[rows[place] + 1]) - start, MOST_WORDS)
        for i in range(n):
            used[i] = -1
            unit = units[i]
            for j in range(m):
                form = terms[start + j]
                taken[j] = -1
                if lengths[unit] == 1 or form_lengths[form] == 1:
                    a, b = words[unit, 0] - 97, forms[form, 0] - 97
                    agree = a == b or (lengths[unit] == 1 and initial_of[a, b])
                    agree = agree or (form_lengths[form] == 1 and initial_of[b, a])
                    bits[i, j] = costs[3] if agree else 0.0
                else:
                    bits[i, j] = known[unit, form]
        score, matched = -costs[6], 0
        while True:
            best, bi, bj = 0.0, -1, -1
            for i in range(n):
                if used[i] >= 0:
                    continue
                for j in range(m):
                    if taken[j] < 0 and bits[i, j] - 0.01 * abs(i - j) > best:
                        best, bi, bj = bits[i, j] - 0.01 * abs(i - j), i, j
            if bi < 0:
                break
            used[bi], taken[bj] = bj, bi
            score += bits[bi, bj]
            matched += 1
        against = min(n - matched, m - matched)
        near_best = score > best_score - WORTH_A_LOOK
        if not near_best:
            score -= costs[0] * against
        for i in range(n if against and near_best else 0):
            if used[i] >= 0:
                continue
            best = 0.0  # a word that is neither the same nor plainly another costs less
            for j in range(m):
                form = terms[start + j]
                if taken[j] < 0 and lengths[units[i]] > 1 and form_lengths[form] > 1:
                    la, lb = np.int64(lengths[units[i]]), np.int64(form_lengths[form])
                    best = max(best, blend(words[units[i]], la, forms[form], lb, 0.0))
            if n - matched == against or best > DOUBTFUL:
                score -= costs[0] * min(1.0, max(0.0, (LEAST_LIKE + 0.04 - best) / (LEAST_LIKE - DOUBTFUL)))
            else:
                score -= costs[0] * against / (n - matched)
        score -= costs[1] * (n - matched - against) + costs[2] * (m - matched - against)
        falls, last, first = 0, -1, -1
        for i in range(n):
            if used[i] < 0:
                continue
            if first < 0:
                first = used[i]
            if used[i] < last:
                falls += 1
            last = used[i]
        if falls == 1 and last < first:
            score -= costs[5]  # "Family Given Father" for "Given Father Family": all turned, none crossed
        else:
            score -= costs[4] * falls
            if n > 2 and m > 2:
                for i in range(n):
                    # Neither as far from the beginning nor as far from the end: another man's father.
                    if used[i] >= 0 and used[i] != i and m - used[i] != n - i:
                        score -= costs[7]
        best_score = max(best_score, score)
        if score > scores[place]:
            scores[place] = score
            shapes[place, 0], shapes[place, 1], shapes[place, 2] = (
                matched,
                against,
                n + m - 2 * matched - 2 * against,
            )


@njit(cache=True, nogil=True)
def likes_of_rows(
    word: Any, length: int, root: int, bones_key: int, root_bones_key: int, some_forms: Any,
    forms: Any, lengths: Any, roots: Any, form_bones: Any, form_root_bones: Any, out: Any,
) -> None:  # fmt: skip
    """Likeness of one word to each of ``some_forms``."""
    for i in range(len(some_forms)):
        one = some_forms[i]
        out[i] = like(
            word, length, root, bones_key, root_bones_key,
            forms[one], np.int64(lengths[one]), np.int64(roots[one]), form_bones[one], form_root_bones[one],
        )  # fmt: skip


@njit(cache=True, nogil=True)
def weigh_forms(
    found: Any, likes: Any, count: int, starts: Any, names: float,
    slip: float, least: float, unseen_names: float, unseen_bearers: float, out_forms: Any, out_bits: Any,
) -> tuple[int, int]:  # fmt: skip
    """Near forms, most alike first, with what each says for a row that bears it.

    The evidence of a form is how rarely a name of this list bears a form as alike or more:
    many near forms, or common ones, say little.

    Args:
        slip: bits that a likeness of 0 would cost; a likeness of .9 costs a tenth.
        least: bits below which a form is not worth following, nor any less alike.
        unseen_names, unseen_bearers: Added to the list's names and to the form's bearers, so that a short
            list does not make every name look common.

    Returns:
        How many forms are kept, and how many names bear them.
    """
    order = np.argsort(-likes[:count])
    bearers, kept, followed = 0.0, 0, 0
    for i in order:
        form = found[i]
        bearers += starts[form + 1] - starts[form]
        bits = np.log2((names + unseen_names) / (bearers + unseen_bearers)) - slip * (1.0 - likes[i])
        if kept > 0 and np.log2((names + unseen_names) / (bearers + unseen_bearers)) < least:
            break
        if bits > 0.25 and kept < len(out_forms):
            out_forms[kept] = form
            out_bits[kept] = bits
            kept += 1
            followed += starts[form + 1] - starts[form]
    return kept, followed
