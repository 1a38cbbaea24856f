"""The compiled comparison of two canonical forms, letter by letter."""

from __future__ import annotations

import numpy as np
from numba import njit

BY_FORM = 0.92  # how alike two forms with one skeleton are taken to be, at least
SWAP = 0.6  # what two neighbours in the wrong order cost by sound and look
REMEMBERED = 1 << 14  # answers kept, a power of two
_J, _I = 10, 9  # letters j and i
LETTERS = 32  # codes of letters, 0 to 27, with room


@njit(cache=True, nogil=True)
def _read(letter, j_as_i):
    return _I if j_as_i and letter == _J else letter


@njit(cache=True, nogil=True)
def _places(form, a, n, as_i, places):
    """Fill ``places`` with the bits of the letters' places in a form; `_forget` empties it again."""
    bit = np.uint64(1)
    for i in range(n):
        places[_read(form[a, i], as_i)] |= bit << np.uint64(i)


@njit(cache=True, nogil=True)
def _forget(form, a, n, as_i, places):
    for i in range(n):
        places[_read(form[a, i], as_i)] = np.uint64(0)


@njit(cache=True, nogil=True)
def _jaro_winkler(one, a, n, other, b, m, j_a, j_b, places):
    """Jaro and Winkler's similarity of two rows of letters, the prefix counted from .7 on.

    ``places`` holds where the second row's letters stand.
    """
    if n == 0 or m == 0:
        return 0.0
    reach = max(0, max(n, m) // 2 - 1)
    nothing, bit = np.uint64(0), np.uint64(1)
    in_a, in_b = nothing, nothing
    hits = 0
    for i in range(n):
        first, last = max(0, i - reach), min(m, i + reach + 1)
        if first >= last:
            continue
        window = ((bit << np.uint64(last)) - bit) & ~((bit << np.uint64(first)) - bit)
        free = places[_read(one[a, i], j_a)] & window & ~in_b
        if free != nothing:
            in_b |= free & (~free + bit)  # the lowest bit
            in_a |= bit << np.uint64(i)
            hits += 1
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
def _edits(one, a, n, m, j_a, places):
    """Edits between two rows, neighbours that changed places counted as one; 63 letters at most.

    A column of the table of distances is kept as bits: Hyyro 2003, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances".
    """
    if m == 0:
        return n
    bit = np.uint64(1)
    last = bit << np.uint64(m - 1)
    up, down, equal, earlier = ~np.uint64(0), np.uint64(0), np.uint64(0), np.uint64(0)
    distance = m
    for i in range(n):
        here = places[_read(one[a, i], j_a)]
        turned = ((~equal & here) << bit) & earlier
        equal = (((here & up) + up) ^ up) | here | down | turned
        right = down | ~(equal | up)
        left = equal & up
        if right & last:
            distance += 1
        if left & last:
            distance -= 1
        right = (right << bit) | bit
        left = left << bit
        up = left | ~(equal | right)
        down = right & equal
        earlier = here
    return distance


@njit(cache=True, nogil=True)
def _sounds(one, a, n, other, b, m, j_a, j_b, costs, work):
    """Edits weighed by how alike letters sound or look; three rows of the table are kept in ``work``."""
    work[0, 0] = 0.0
    for j in range(1, m + 1):
        work[0, j] = work[0, j - 1] + costs[0, _read(other[b, j - 1], j_b)]
    last = 0
    before, now, earlier = 0, 1, 2
    for i in range(1, n + 1):
        letter = _read(one[a, i - 1], j_a)
        drop = costs[letter, 0]
        beside = work[before, 0] + drop
        work[now, 0] = beside
        passed = 0
        for j in range(1, m + 1):
            facing = _read(other[b, j - 1], j_b)
            cheap = work[before, j - 1]
            if letter != facing:
                cheap += costs[letter, facing]
            cheap = min(cheap, work[before, j] + drop, beside + costs[0, facing])
            if i > 1 and j > 1 and letter == passed and last == facing:
                cheap = min(cheap, work[earlier, j - 2] + SWAP)
            work[now, j] = cheap
            beside = cheap
            passed = facing
        last = letter
        before, now, earlier = now, earlier, before
    return work[before, m]


@njit(cache=True, nogil=True)
def _blend(one, a, n, other, b, m, j_a, j_b, places):
    """The mean of Jaro and Winkler's similarity and of the share of letters that no edit changes."""
    _places(other, b, m, j_b, places)
    edits = _edits(one, a, n, m, j_a, places)
    jaro = _jaro_winkler(one, a, n, other, b, m, j_a, j_b, places)
    _forget(other, b, m, j_b, places)
    return (jaro + 1 - edits / max(n, m, 1)) / 2


@njit(cache=True, nogil=True)
def alike_letters(one, a, n, other, b, m, keys):
    """Likeness of two rows of letters as they stand, 0..1; ``keys`` as `new_keys` makes them."""
    return _blend(one, a, n, other, b, m, False, False, keys[REMEMBERED:].view(np.uint64))


@njit(cache=True, nogil=True)
def new_keys():
    """Working memory: which answers of `alike` are kept; behind them bits of letters' places, all nought."""
    keys = np.full(REMEMBERED + LETTERS, -1, np.int64)
    keys[REMEMBERED:] = 0
    return keys


@njit(cache=True, nogil=True)
def _alike_read(one, a, n, other, b, m, j_a, j_b, costs, work, places):
    cheap = _sounds(one, a, n, other, b, m, j_a, j_b, costs, work)
    blend = _blend(one, a, n, other, b, m, j_a, j_b, places)
    return blend, max(0.0, 1 - cheap / max(n, m, 1))


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
    likeness, soft = _alike(a, b, letters, length, bones, costs, work, keys[REMEMBERED:].view(np.uint64))
    keys[slot] = key
    answers[slot, 0], answers[slot, 1] = likeness, soft
    return likeness, soft


@njit(cache=True, nogil=True)
def _alike(a, b, letters, length, bones, costs, work, places):
    """``j`` may have been read as й ("Sergej") or as ж ("Rajab"), so both readings are tried."""
    n, m = length[a], length[b]
    best, soft = _alike_read(letters, a, n, letters, b, m, False, False, costs, work, places)
    for turn in range(2):
        has_j = False
        form, size = (a, n) if turn == 0 else (b, m)
        for i in range(size):
            has_j |= letters[form, i] == _J
        if has_j:
            again, cheap = _alike_read(
                letters, a, n, letters, b, m, turn == 0, turn == 1, costs, work, places
            )
            best = max(best, again - 0.02)
            soft = max(soft, cheap - 0.02)
    if bones[a] >= 0 and bones[a] == bones[b]:
        best = max(best, BY_FORM)
    return min(best, 0.999), min(soft, 0.999)
