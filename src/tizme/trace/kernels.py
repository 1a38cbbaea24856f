"""Compiled loops over letters: likeness of two forms, and the keys by which near forms find each other."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

LONGEST = 24
# How alike forms are taken to be, at least, that share a root or a consonant skeleton.
SAME_ROOT, SAME_BONES, SAME_ROOT_BONES = 0.97, 0.93, 0.9
SHORTEST_BONES = 2  # shorter skeletons say nothing
LONG_BONES = 5  # from this many on, skeletons that lack one another's letter meet, too
LEAST_LIKE = 0.74  # below this two forms are two names
VARIANT = 0.95  # two spellings that tables/names knows for one given name
_BONES_BASIS = 0x9E3779B1  # keys of skeletons lie apart from keys of forms
_FORM_BASIS = 2166136261
_PRIME = 16777619
_MASK = 0xFFFFFFFF


@njit(cache=True, nogil=True)
def hash_without(letters: Any, length: int, basis: int, first: int, second: int) -> Any:
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
            if bones_lengths[i] >= LONG_BONES:
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
            last = np.int64(bones_lengths[i]) if bones_lengths[i] >= LONG_BONES else 0
            for k in range(-1, last):
                key = hash_without(bones[i], bones_lengths[i], _BONES_BASIS, k, -1)
                out[at] = (np.uint64(key) << np.uint64(32)) | low
                at += 1


@njit(cache=True, nogil=True)
def bag_of(letters: Any, length: int) -> Any:
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
def _apart(a: Any, b: Any) -> Any:
    """Letters that stand in one bag and not in the other."""
    left = a ^ b
    count = 0
    while left:
        left &= left - np.uint32(1)
        count += 1
    return count


@njit(cache=True, nogil=True)
def _steps(a: Any, la: int, b: Any, lb: int) -> Any:
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
def _jaro_winkler(a: Any, la: int, b: Any, lb: int) -> Any:
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
def blend(a: Any, la: int, b: Any, lb: int, least: float) -> Any:
    """Half Jaro-Winkler, half the share of letters that no edit step touches; 1 for one form.

    Below ``least`` it may come back too high: the edit steps are not counted where they cannot matter.
    """
    winkler = _jaro_winkler(a, la, b, lb)
    at_best = (winkler + 1.0 - abs(la - lb) / max(la, lb)) / 2
    if at_best < least:
        return at_best
    return (winkler + 1.0 - _steps(a, la, b, lb) / max(la, lb)) / 2


@njit(cache=True, nogil=True)
def like(a: Any, la: int, ra: int, ba: int, bra: int, b: Any, lb: int, rb: int, bb: int, brb: int) -> Any:
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
    shared = (ba == bb and ba != 0) or (bra == brb and bra != 0)
    least = 0.0 if shared else LEAST_LIKE
    best = blend(a, la, b, lb, least)
    if best < 0.9 and (ra < la or rb < lb) and ra > 2 and rb > 2:
        best = max(best, blend(a, ra, b, rb, max(best, least)) - 0.02)
    if ba == bb and ba != 0:
        best = max(best, SAME_BONES * 0.75 + best * 0.25)
    elif bra == brb and bra != 0:
        best = max(best, SAME_ROOT_BONES * 0.75 + best * 0.25)
    return min(best, 0.995)


@njit(cache=True, nogil=True)
def _gather(key: int, keys: Any, ids: Any, buckets: Any, seen: Any, found: Any, count: int) -> Any:
    """Add the ids under ``key`` that are new to ``found``; how many stand there now."""
    at = _first_of(key, keys, buckets)
    while at < len(keys) and np.uint64(keys[at]) == key and count < len(found):
        one = ids[at]
        if seen[one] == 0:
            seen[one] = 1
            found[count] = one
            count += 1
        at += 1
    return count


@njit(cache=True, nogil=True)
def _first_of(key: int, keys: Any, buckets: Any) -> Any:
    """Where ``key`` would stand first."""
    low = np.int64(buckets[key >> np.uint64(16)])
    high = np.int64(buckets[(key >> np.uint64(16)) + np.uint64(1)])
    while low < high:
        middle = (low + high) // 2
        if np.uint64(keys[middle]) < key:
            low = middle + 1
        else:
            high = middle
    return low


@njit(cache=True, nogil=True)
def _begins(form: Any, word: Any, length: int) -> Any:
    for i in range(length):  # noqa: SIM110  (numba compiles the loop, not the generator)
        if form[i] != word[i]:
            return False
    return True


@njit(cache=True, nogil=True)
def find_form(
    word: Any, first: int, length: int, forms: Any, lengths: Any, keys: Any, ids: Any, buckets: Any
) -> Any:
    """The number of the form that is exactly ``word[first : first + length]``, -1 where there is none."""
    part = word[first : first + length]
    key = hash_without(part, length, _FORM_BASIS, -1, -1)
    at = _first_of(key, keys, buckets)
    while at < len(keys) and np.uint64(keys[at]) == key:
        one = np.int64(ids[at])
        if np.int64(lengths[one]) == length and _begins(forms[one], part, length):
            return one
        at += 1
    return -1


@njit(cache=True, nogil=True)
def best_split(
    word: Any, length: int, shortest: int, starts: Any,
    forms: Any, lengths: Any, keys: Any, ids: Any, buckets: Any,
) -> tuple[int, int]:  # fmt: skip
    """The two forms that ``word`` is, written as one, where its rarer half is commonest; (-1, -1) if none.

    A word that is itself commoner than that is no two words.
    """
    whole = find_form(word, 0, length, forms, lengths, keys, ids, buckets)
    best = 0 if whole < 0 else starts[whole + 1] - starts[whole]
    first, second = -1, -1
    for cut in range(shortest, length - shortest + 1):
        a = find_form(word, 0, cut, forms, lengths, keys, ids, buckets)
        if a < 0 or starts[a + 1] - starts[a] <= best:
            continue
        b = find_form(word, cut, length - cut, forms, lengths, keys, ids, buckets)
        if b >= 0 and starts[b + 1] - starts[b] > best:
            best = min(starts[a + 1] - starts[a], starts[b + 1] - starts[b])
            first, second = a, b
    return first, second


@njit(cache=True, nogil=True)
def _gather_variants(
    variants: Any, variant_lengths: Any, forms: Any, lengths: Any, roots: Any,
    keys: Any, ids: Any, buckets: Any, seen: Any, found: Any,
) -> int:  # fmt: skip
    """The forms that are one of ``variants``, or have one for a root; noted as 2 in ``seen``."""
    count = 0
    for v in range(len(variant_lengths)):
        length = np.int64(variant_lengths[v])
        key = hash_without(variants[v], length, _FORM_BASIS, -1, -1)
        at = _first_of(key, keys, buckets)
        while at < len(keys) and np.uint64(keys[at]) == key and count < len(found):
            one = np.int64(ids[at])
            at += 1
            exact = np.int64(lengths[one]) == length or np.int64(roots[one]) == length
            if exact and seen[one] == 0 and _begins(forms[one], variants[v], length):
                seen[one] = 2
                found[count] = one
                count += 1
    return count


@njit(cache=True, nogil=True)
def near_forms(
    word: Any, length: int, root: int, bones: Any, bones_length: int, bones_key: int, root_bones_key: int,
    forms: Any, lengths: Any, roots: Any, bags: Any, form_bones: Any, form_root_bones: Any,
    keys: Any, ids: Any, buckets: Any, seen: Any, found: Any, likes: Any,
    variants: Any, variant_lengths: Any, wide: Any,
) -> int:  # fmt: skip
    """The forms of a vocabulary that are like a word, into ``found`` and ``likes``; how many.

    Args:
        seen: uint8 for each form, all 0, and all 0 again afterwards.
        variants, variant_lengths: Other spellings known for the word.
        wide: Whether forms two slips away are looked for, too.
    """
    count = _gather_variants(
        variants, variant_lengths, forms, lengths, roots, keys, ids, buckets, seen, found
    )
    for k in range(-1, length):
        count = _gather(
            hash_without(word, length, _FORM_BASIS, k, -1), keys, ids, buckets, seen, found, count
        )
    if root < length:
        for k in range(-1, root):
            key = hash_without(word, root, _FORM_BASIS, k, -1)
            count = _gather(key, keys, ids, buckets, seen, found, count)
    if bones_length >= SHORTEST_BONES:
        for k in range(-1, bones_length if bones_length >= LONG_BONES and wide else 0):
            key = hash_without(bones, bones_length, _BONES_BASIS, k, -1)
            count = _gather(key, keys, ids, buckets, seen, found, count)
    if length >= 6 and wide:
        for k in range(length):
            for m in range(k + 1, length):
                key = hash_without(word, length, _FORM_BASIS, k, m)
                count = _gather(key, keys, ids, buckets, seen, found, count)
    bag = bag_of(word, length)
    kept = 0
    for i in range(count):
        one = found[i]
        variant = seen[one] == 2
        seen[one] = 0
        if not variant and (_apart(bag, bags[one]) > 6 or abs(np.int64(lengths[one]) - length) > 6):
            continue
        alike = like(
            word, length, root, bones_key, root_bones_key,
            forms[one], np.int64(lengths[one]), np.int64(roots[one]), form_bones[one], form_root_bones[one],
        )  # fmt: skip
        if variant:
            alike = max(alike, VARIANT)
        if alike >= LEAST_LIKE:
            found[kept] = one
            likes[kept] = alike
            kept += 1
    return kept
