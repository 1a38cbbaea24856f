"""Compiled loops over letters: likeness of two forms, and the keys by which near forms find each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

LONGEST = 24
# How alike forms are taken to be, at least, that share a root or a consonant skeleton.
SAME_ROOT, SAME_BONES, SAME_ROOT_BONES = 0.97, 0.93, 0.9
SHORTEST_BONES = 2  # shorter skeletons say nothing
LEAST_LIKE = 0.74  # below this two forms are two names
_BONES_BASIS = 0x9E3779B1  # keys of skeletons lie apart from keys of forms
_FORM_BASIS = 2166136261
_PRIME = 16777619
_MASK = 0xFFFFFFFF


@njit(cache=True, nogil=True)
def hash_without(letters: Any, length: int, basis: int, first: int, second: int) -> int:
    """FNV-1a of ``letters`` with one or two places left out (-1: none)."""
    found = np.uint64(basis)
    for i in range(length):
        if i not in (first, second):
            found = ((found ^ np.uint64(letters[i])) * np.uint64(_PRIME)) & np.uint64(_MASK)
    return found


@njit(cache=True, nogil=True)
def count_keys(lengths: Any, roots: Any, bones_lengths: Any) -> int:
    """How many keys all forms have together, as ``fill_keys`` writes them."""
    total = 0
    for i in range(len(lengths)):
        total += 1 + lengths[i]
        if roots[i] < lengths[i]:
            total += 1 + roots[i]
        if bones_lengths[i] >= SHORTEST_BONES:
            total += 1
            if bones_lengths[i] >= 4:
                total += bones_lengths[i]
    return total


@njit(cache=True, nogil=True)
def fill_keys(forms: Any, lengths: Any, roots: Any, bones: Any, bones_lengths: Any, out: Any) -> None:
    """Each form's keys (itself, its root and its root's skeleton, each with any one letter left out).

    Args:
        out: uint64, key << 32 | form id, to be sorted.
    """
    at = 0
    for i in range(len(lengths)):
        low = np.uint64(i)
        for k in range(-1, np.int64(lengths[i])):
            key = hash_without(forms[i], lengths[i], _FORM_BASIS, k, -1)
            out[at] = (np.uint64(key) << np.uint64(32)) | low
            at += 1
        if roots[i] < lengths[i]:
            for k in range(-1, np.int64(roots[i])):
                key = hash_without(forms[i], roots[i], _FORM_BASIS, k, -1)
                out[at] = (np.uint64(key) << np.uint64(32)) | low
                at += 1
        if bones_lengths[i] >= SHORTEST_BONES:
            last = np.int64(bones_lengths[i]) if bones_lengths[i] >= 4 else 0
            for k in range(-1, last):
                key = hash_without(bones[i], bones_lengths[i], _BONES_BASIS, k, -1)
                out[at] = (np.uint64(key) << np.uint64(32)) | low
                at += 1


@njit(cache=True, nogil=True)
def bag_of(letters: Any, length: int) -> int:
    """The set of letters of a form as bits."""
    found = np.uint32(0)
    for i in range(length):
        found |= np.uint32(1) << np.uint32(letters[i] - 97)
    return found


@njit(cache=True, nogil=True)
def fill_bags(forms: Any, lengths: Any, out: Any) -> None:
    """``bag_of`` every form."""
    for i in range(len(lengths)):
        out[i] = bag_of(forms[i], lengths[i])


@njit(cache=True, nogil=True)
def _apart(a: int, b: int) -> int:
    """Letters that stand in one bag and not in the other."""
    left = a ^ b
    count = 0
    while left:
        left &= left - np.uint32(1)
        count += 1
    return count


@njit(cache=True, nogil=True)
def _steps(a: Any, la: int, b: Any, lb: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours between two forms."""
    before = np.empty(LONGEST + 1, np.int32)
    row = np.empty(LONGEST + 1, np.int32)
    fresh = np.empty(LONGEST + 1, np.int32)
    for j in range(lb + 1):
        row[j] = j
        before[j] = 0
    for i in range(1, la + 1):
        fresh[0] = i
        for j in range(1, lb + 1):
            best = row[j - 1] + (0 if a[i - 1] == b[j - 1] else 1)
            best = min(best, row[j] + 1, fresh[j - 1] + 1)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, before[j - 2] + 1)
            fresh[j] = best
        for j in range(lb + 1):
            before[j] = row[j]
            row[j] = fresh[j]
    return row[lb]


@njit(cache=True, nogil=True)
def _jaro_winkler(a: Any, la: int, b: Any, lb: int) -> float:
    reach = max(0, max(la, lb) // 2 - 1)
    taken = np.zeros(LONGEST, np.uint8)
    met = np.empty(LONGEST, np.uint8)
    common = 0
    for i in range(la):
        for j in range(max(0, i - reach), min(lb, i + reach + 1)):
            if taken[j] == 0 and a[i] == b[j]:
                taken[j] = 1
                met[common] = a[i]
                common += 1
                break
    if common == 0:
        return 0.0
    swapped = 0
    k = 0
    for j in range(lb):
        if taken[j]:
            if b[j] != met[k]:
                swapped += 1
            k += 1
    jaro = (common / la + common / lb + (common - swapped // 2) / common) / 3
    prefix = 0
    while prefix < min(4, la, lb) and a[prefix] == b[prefix]:
        prefix += 1
    return jaro + prefix * 0.1 * (1 - jaro) if jaro > 0.7 else jaro


@njit(cache=True, nogil=True)
def blend(a: Any, la: int, b: Any, lb: int) -> float:
    """Half Jaro-Winkler, half shared share of edit steps; 1 for one form."""
    return (_jaro_winkler(a, la, b, lb) + 1.0 - _steps(a, la, b, lb) / max(la, lb)) / 2


@njit(cache=True, nogil=True)
def like(a: Any, la: int, ra: int, ba: int, bra: int, b: Any, lb: int, rb: int, bb: int, brb: int) -> float:
    """How alike two forms are, 0..1, by letters, root and skeleton.

    Args:
        a, la, ra: Letters, length, and length of the root.
        ba, bra: Hashes of the skeletons of the form and of its root, 0 where too short.
    """
    same_root = ra == rb
    if same_root:
        for i in range(ra):
            if a[i] != b[i]:
                same_root = False
                break
    if same_root:
        if la == lb:
            whole = True
            for i in range(ra, la):
                whole = whole and a[i] == b[i]
            if whole:
                return 1.0
        return SAME_ROOT
    best = blend(a, la, b, lb)
    if (ra < la or rb < lb) and ra > 2 and rb > 2:
        best = max(best, blend(a, ra, b, rb) - 0.02)
    if ba == bb and ba != 0:
        best = max(best, SAME_BONES * 0.75 + best * 0.25)
    elif bra == brb and bra != 0:
        best = max(best, SAME_ROOT_BONES * 0.75 + best * 0.25)
    return min(best, 0.995)


@njit(cache=True, nogil=True)
def _gather(key: int, keys: Any, ids: Any, buckets: Any, seen: Any, found: Any, count: int) -> int:
    """Add the ids under ``key`` that are new to ``found``; how many stand there now."""
    low = np.int64(buckets[key >> np.uint64(16)])
    high = np.int64(buckets[(key >> np.uint64(16)) + np.uint64(1)])
    while low < high:
        middle = (low + high) // 2
        if np.uint64(keys[middle]) < key:
            low = middle + 1
        else:
            high = middle
    while low < len(keys) and np.uint64(keys[low]) == key and count < len(found):
        one = ids[low]
        if seen[one] == 0:
            seen[one] = 1
            found[count] = one
            count += 1
        low += 1
    return count


@njit(cache=True, nogil=True)
def near_forms(
    word: Any, length: int, root: int, bones: Any, bones_length: int, bones_key: int, root_bones_key: int,
    forms: Any, lengths: Any, roots: Any, bags: Any, form_bones: Any, form_root_bones: Any,
    keys: Any, ids: Any, buckets: Any, seen: Any, found: Any, likes: Any,
) -> int:  # fmt: skip
    """The forms of a vocabulary that are like a word, into ``found`` and ``likes``; how many.

    Args:
        seen: uint8 for each form, all 0, and all 0 again afterwards.
    """
    count = 0
    for k in range(-1, length):
        count = _gather(
            hash_without(word, length, _FORM_BASIS, k, -1), keys, ids, buckets, seen, found, count
        )
    if root < length:
        for k in range(-1, root):
            key = hash_without(word, root, _FORM_BASIS, k, -1)
            count = _gather(key, keys, ids, buckets, seen, found, count)
    if bones_length >= SHORTEST_BONES:
        for k in range(-1, bones_length if bones_length >= 4 else 0):
            key = hash_without(bones, bones_length, _BONES_BASIS, k, -1)
            count = _gather(key, keys, ids, buckets, seen, found, count)
    if length >= 6:
        for k in range(length):
            for m in range(k + 1, length):
                key = hash_without(word, length, _FORM_BASIS, k, m)
                count = _gather(key, keys, ids, buckets, seen, found, count)
    bag = bag_of(word, length)
    kept = 0
    for i in range(count):
        one = found[i]
        seen[one] = 0
        if _apart(bag, bags[one]) > 6 or abs(np.int64(lengths[one]) - length) > 6:
            continue
        alike = like(
            word, length, root, bones_key, root_bones_key,
            forms[one], np.int64(lengths[one]), np.int64(roots[one]), form_bones[one], form_root_bones[one],
        )  # fmt: skip
        if alike >= LEAST_LIKE:
            found[kept] = one
            likes[kept] = alike
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def find_form(word: Any, length: int, forms: Any, lengths: Any, keys: Any, ids: Any, buckets: Any) -> int:
    """The number of exactly this form, -1 where the vocabulary has none."""
    key = hash_without(word, length, _FORM_BASIS, -1, -1)
    low = np.int64(buckets[key >> np.uint64(16)])
    high = np.int64(buckets[(key >> np.uint64(16)) + np.uint64(1)])
    while low < high:
        middle = (low + high) // 2
        if np.uint64(keys[middle]) < key:
            low = middle + 1
        else:
            high = middle
    while low < len(keys) and np.uint64(keys[low]) == key:
        one = np.int64(ids[low])
        if np.int64(lengths[one]) == length:
            same = True
            for i in range(length):
                same = same and forms[one, i] == word[i]
            if same:
                return one
        low += 1
    return -1


@njit(cache=True, nogil=True)
def add_variants(
    word: Any, length: int, alike: float, forms: Any, lengths: Any, roots: Any,
    keys: Any, ids: Any, buckets: Any, found: Any, likes: Any, count: int,
) -> int:  # fmt: skip
    """Add the forms that are ``word``, or have it for a root, at likeness ``alike``; how many stand there now."""
    key = hash_without(word, length, _FORM_BASIS, -1, -1)
    low = np.int64(buckets[key >> np.uint64(16)])
    high = np.int64(buckets[(key >> np.uint64(16)) + np.uint64(1)])
    while low < high:
        middle = (low + high) // 2
        if np.uint64(keys[middle]) < key:
            low = middle + 1
        else:
            high = middle
    while low < len(keys) and np.uint64(keys[low]) == key and count < len(found):
        one = np.int64(ids[low])
        low += 1
        if np.int64(lengths[one]) != length and np.int64(roots[one]) != length:
            continue
        same = True
        for i in range(length):
            same = same and forms[one, i] == word[i]
        if not same:
            continue
        place = 0
        while place < count and found[place] != one:
            place += 1
        if place == count:
            found[count], likes[count] = one, alike
            count += 1
        elif likes[place] < alike:
            likes[place] = alike
    return count
