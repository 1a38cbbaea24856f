"""The compiled comparison of two canonical forms, letter by letter."""

from __future__ import annotations

import numpy as np
from numba import njit

BY_FORM = 0.92  # how alike two forms with one skeleton are taken to be, at least
SWAP = 0.6  # what two neighbours in the wrong order cost by sound and look
REMEMBERED = 1 << 14  # answers kept, a power of two
_J, _I = 10, 9  # letters j and i


@njit(cache=True, nogil=True)
def _read(letter, j_as_i):
    return _I if j_as_i and letter == _J else letter


@njit(cache=True, nogil=True)
def _jaro_winkler(one, a, n, other, b, m, j_a, j_b):
    """Jaro and Winkler's similarity of two rows of letters, the prefix counted from .7 on."""
    if n == 0 or m == 0:
        return 0.0
    reach = max(0, max(n, m) // 2 - 1)
    in_a = np.uint64(0)
    in_b = np.uint64(0)
    bit = np.uint64(1)
    hits = 0
    for i in range(n):
        letter = _read(one[a, i], j_a)
        for j in range(max(0, i - reach), min(m, i + reach + 1)):
            if letter == _read(other[b, j], j_b) and not in_b & (bit << np.uint64(j)):
                in_b |= bit << np.uint64(j)
                in_a |= bit << np.uint64(i)
                hits += 1
                break
    if hits == 0:
        return 0.0
    # Matched letters of the first in order, against those of the second in order.
    swapped, j = 0, 0
    for i in range(n):
        if in_a & (bit << np.uint64(i)):
            while not in_b & (bit << np.uint64(j)):
                j += 1
            if _read(one[a, i], j_a) != _read(other[b, j], j_b):
                swapped += 1
            j += 1
    jaro = (hits / n + hits / m + (hits - swapped // 2) / hits) / 3
    if jaro > 0.7:
        prefix = 0
        for i in range(min(4, n, m)):
            if _read(one[a, i], j_a) != _read(other[b, i], j_b):
                break
            prefix += 1
        jaro += prefix * 0.1 * (1 - jaro)
    return jaro


@njit(cache=True, nogil=True)
def _distances(one, a, n, other, b, m, j_a, j_b, costs, work):
    """(edits with neighbours swapped as one, edits weighed by how alike letters sound or look).

    Three rows of each table are kept, edits in rows 0-2 of ``work`` and sounds in rows 3-5.
    """
    work[0, 0] = work[3, 0] = 0.0
    for j in range(1, m + 1):
        work[0, j] = j
        work[3, j] = work[3, j - 1] + costs[0, _read(other[b, j - 1], j_b)]
    last = 0
    for i in range(1, n + 1):
        now, before, earlier = i % 3, (i - 1) % 3, (i - 2) % 3
        letter = _read(one[a, i - 1], j_a)
        drop = costs[letter, 0]
        work[now, 0] = i
        work[3 + now, 0] = work[3 + before, 0] + drop
        passed = 0
        for j in range(1, m + 1):
            facing = _read(other[b, j - 1], j_b)
            best, cheap = work[before, j - 1], work[3 + before, j - 1]
            if letter != facing:
                best += 1
                cheap += costs[letter, facing]
            best = min(best, work[before, j] + 1, work[now, j - 1] + 1)
            cheap = min(cheap, work[3 + before, j] + drop, work[3 + now, j - 1] + costs[0, facing])
            if i > 1 and j > 1 and letter == passed and last == facing:
                best = min(best, work[earlier, j - 2] + 1)
                cheap = min(cheap, work[3 + earlier, j - 2] + SWAP)
            work[now, j] = best
            work[3 + now, j] = cheap
            passed = facing
        last = letter
    return work[n % 3, m], work[3 + n % 3, m]


@njit(cache=True, nogil=True)
def alike_letters(one, a, n, other, b, m, j_a, j_b, costs, work):
    edits, cheap = _distances(one, a, n, other, b, m, j_a, j_b, costs, work)
    longest = max(n, m, 1)
    blend = (_jaro_winkler(one, a, n, other, b, m, j_a, j_b) + 1 - edits / longest) / 2
    return blend, max(0.0, 1 - cheap / longest)


@njit(cache=True, nogil=True)
def before(a, b, letters, length):
    """Whether form ``a`` comes before ``b`` in the alphabet: an order that no batch changes."""
    for i in range(min(length[a], length[b])):
        if letters[a, i] != letters[b, i]:
            return letters[a, i] < letters[b, i]
    return length[a] < length[b]


@njit(cache=True, nogil=True)
def alike(a, b, letters, length, bones, costs, work, keys, answers):
    """(likeness, sound-wise likeness) of two forms by id, both 0..1; 1 means the same form.

    The last answers are kept: in one pair of names, and in one query, the same words meet again and again.
    """
    if a == b:
        return 1.0, 1.0
    key = (np.int64(min(a, b)) << 32) | np.int64(max(a, b))
    slot = ((key * 0x9E3779B97F4A7C1) >> 20) & (REMEMBERED - 1)
    if keys[slot] == key:
        return answers[slot, 0], answers[slot, 1]
    # The answer must not depend on which form has the lower number.
    if before(b, a, letters, length):
        a, b = b, a
    likeness, soft = _alike(a, b, letters, length, bones, costs, work)
    keys[slot] = key
    answers[slot, 0], answers[slot, 1] = likeness, soft
    return likeness, soft


@njit(cache=True, nogil=True)
def _alike(a, b, letters, length, bones, costs, work):
    """``j`` may have been read as й ("Sergej") or as ж ("Rajab"), so both readings are tried."""
    n, m = length[a], length[b]
    best, soft = alike_letters(letters, a, n, letters, b, m, False, False, costs, work)
    for turn in range(2):
        has_j = False
        form, size = (a, n) if turn == 0 else (b, m)
        for i in range(size):
            has_j |= letters[form, i] == _J
        if has_j:
            again, cheap = alike_letters(letters, a, n, letters, b, m, turn == 0, turn == 1, costs, work)
            best = max(best, again - 0.02)
            soft = max(soft, cheap - 0.02)
    if bones[a] >= 0 and bones[a] == bones[b]:
        best = max(best, BY_FORM)
    return min(best, 0.999), min(soft, 0.999)
