"""The compiled comparison of two rows of a NameTable: features and reason codes.

One function serves a pair and a million pairs, so that the answer does not depend on how it was asked.
Everything here works on plain arrays; the meaning of columns stands in names/table.py.
"""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numba import njit

from tizme.names.codes import (
    AGREE,
    AGREE_BY_FORM,
    BY_LIST,
    BY_ROOT,
    CLOSE_CODE,
    COMMON,
    CONTRADICTED,
    DOUBTFUL,
    IN_PART,
    INITIAL,
    LEFT_OUT,
    NOT_COMPARABLE,
    RARE,
    REASONS,
    SILENT,
    VARIANT,
)
from tizme.names.kernel_letters import BY_FORM, REMEMBERED, alike, alike_letters, before, new_keys
from tizme.names.table import (
    DOUBT,
    FAMILY,
    FATHER,
    GIVEN,
    GUESSED,
    MANY_FAMILIES,
    MANY_GIVEN,
    MOST_WORDS,
    SEX,
    WORDS,
)
from tizme.names.vocabulary import KNOWN

# An argument a line would hide the loops.
# fmt: off

# Above CLOSE two forms read as one name badly spelt, below FAR as two names.
CLOSE, FAR = 0.84, 0.7
GLUED = 60  # letters of a whole name that are compared
# Rows of the working memory: letter tables stand in 0-5, then word against word, then the words' order.
SIMS, SOFTS, ORDER = 6, 6 + MOST_WORDS, 6 + 2 * MOST_WORDS
# A name borne by one in 500 or more says little; one in 20,000 or fewer says much.
_COMMON_BITS, _RARE_BITS = 9.0, 14.3
UNKNOWN, ONE_NAME, KIN, TWO_NAMES = range(4)  # what lists of spellings say of two forms
_LISTED = 0.95  # how alike two listed spellings of one name are taken to be, at least, word against word



def _ways():
    """Every way to match n words with m >= n others, in one order; where each (n, m) starts, its count."""
    starts, counts = (np.zeros((MOST_WORDS + 1, MOST_WORDS + 1), np.int64) for _ in range(2))
    found: list[tuple[int, ...]] = []
    for n in range(1, MOST_WORDS + 1):
        for m in range(n, MOST_WORDS + 1):
            mine = sorted(permutations(range(m), n), key=lambda way: way[::-1])
            starts[n, m], counts[n, m] = len(found), len(mine)
            found += [(*way, *[0] * (MOST_WORDS - n)) for way in mine]
    return np.array(found, np.int64), starts, counts


_WAYS, _STARTS, _COUNTS = _ways()
_PART = 16  # features a part has
_GIVEN, _FAMILY, _FATHER = 0, _PART, 2 * _PART
_REST = 3 * _PART


@njit(cache=True, nogil=True)
def _initials_agree(a, b, letters, length, also):
    x, y = letters[a, 0], letters[b, 0]
    if x == y:
        return True
    return (length[a] == 1 and also[x, y] > 0) or (length[b] == 1 and also[y, x] > 0)


@njit(cache=True, nogil=True)
def _code(likeness):
    if likeness == 1.0:
        return AGREE
    if likeness >= BY_FORM:
        return AGREE_BY_FORM
    if likeness >= CLOSE:
        return CLOSE_CODE
    return CONTRADICTED if likeness < FAR else DOUBTFUL


@njit(cache=True, nogil=True)
def _within(a, b, letters, length):
    """Whether a part of several words begins or ends with the other: "Barack Hussein" and "Barack"."""
    if length[a] > length[b]:
        a, b = b, a
    n, m = length[a], length[b]
    if n < 3:
        return False
    at_start = at_end = True
    for i in range(n):
        at_start &= letters[a, i] == letters[b, i]
        at_end &= letters[a, i] == letters[b, m - n + i]
    return at_start or at_end


@njit(cache=True, nogil=True)
def _part(
    at, a, b, many, roots, known, stem, rarity, letters, length, bones, costs, also, work, keys, answers,
    features
):
    """Fill a part's features; its reason code, and how alike the two are or -1."""
    if a < 0 or b < 0:
        features[at] = 1.0
        return (SILENT if a < 0 and b < 0 else LEFT_OUT), -1.0, -1.0
    if length[a] == 1 or length[b] == 1:
        agree = _initials_agree(a, b, letters, length, also)
        features[at + (1 if agree else 2)] = 1.0
        return (INITIAL if agree else CONTRADICTED), -1.0, -1.0
    likeness, soft = alike(a, b, letters, length, bones, costs, work, keys, answers)
    in_part = many and likeness < BY_FORM and _within(a, b, letters, length)
    if in_part:
        likeness = soft = _LISTED
    _levels(at, likeness, soft, min(rarity[a], rarity[b]), features)
    relation = _relation(a, b, known, stem)
    if at == _FAMILY and relation == UNKNOWN and a != b:
        relation = _relation(roots[a], roots[b], known, stem)
    code = IN_PART if in_part else _code(likeness)
    if relation == ONE_NAME and a != b:
        features[at + 11] = 1.0
        features[at + 12] = 1.0 - likeness
        code = code if likeness >= BY_FORM else BY_LIST
    elif relation == KIN:
        features[at + 13] = 1.0
        code = code if likeness >= BY_FORM else VARIANT
    elif relation == TWO_NAMES:
        features[at + 14] = 1.0
        features[at + 15] = likeness
        code = code if likeness >= BY_FORM else CONTRADICTED
    return code, likeness, soft


@njit(cache=True, nogil=True)
def _meet(a, b, known, start):
    for i in range(start, start + KNOWN):
        if known[a, i] < 0:
            break
        for j in range(start, start + KNOWN):
            if known[a, i] == known[b, j]:
                return True
    return False


@njit(cache=True, nogil=True)
def _relation(a, b, known, stem):
    """What the lists of spellings say of two forms."""
    if a == b or _meet(a, b, known, 0):
        return ONE_NAME
    if _meet(a, b, known, KNOWN) or stem[a] == b or stem[b] == a:
        return KIN
    if known[a, 0] >= 0 and known[b, 0] >= 0:
        return TWO_NAMES
    return UNKNOWN


@njit(cache=True, nogil=True)
def _levels(at, likeness, soft, rare, features):
    features[at + 3] = likeness
    features[at + 4] = max(0.0, likeness - 0.8) * 5
    features[at + 5] = 1.0 if likeness == 1.0 else 0.0
    features[at + 6] = 1.0 if likeness < FAR else 0.0
    features[at + 7] = max(0.0, FAR - likeness)
    features[at + 8] = soft
    features[at + 9] = max(0.0, soft - 0.8) * 5
    features[at + 10] = (rare - 10.0) / 8.0 if likeness >= BY_FORM else 0.0


@njit(cache=True, nogil=True)
def _family(
    left, right, a, b, as_parsed, roots, known, stem, rarity, letters, length, bones, costs, also, work,
    keys, answers, features,
):
    # "X uulu" stands where others write a family name; it is the father's and no family name.
    for turn in range(2):
        named, other = (left, right) if turn == 0 else (right, left)
        if named[FAMILY] < 0 and named[FATHER] >= 0 and other[FAMILY] >= 0 and other[FATHER] < 0:
            like = 0.0
            if length[named[FATHER]] > 1 and length[other[FAMILY]] > 1:
                like, _ = alike(
                    named[FATHER], roots[other[FAMILY]], letters, length, bones, costs, work, keys, answers
                )
            if like >= BY_FORM:
                features[_REST] = 1.0
                return BY_ROOT, -1.0, -1.0
            features[_REST + 1] = 1.0
            return NOT_COMPARABLE, -1.0, -1.0
    if as_parsed and a >= 0 and b >= 0 and length[a] > 1 and length[b] > 1 and a != b:
        like, _ = alike(a, b, letters, length, bones, costs, work, keys, answers)
        if like < CLOSE:
            by_root, _ = alike(roots[a], roots[b], letters, length, bones, costs, work, keys, answers)
            if by_root >= BY_FORM:
                features[_REST] = 1.0
                return BY_ROOT, -1.0, -1.0
    return _part(
        _FAMILY, a, b, (left[DOUBT] | right[DOUBT]) & MANY_FAMILIES > 0, roots, known, stem, rarity,
        letters, length, bones, costs, also, work, keys,
        answers, features,
    )


@njit(cache=True, nogil=True)
def _bag(
    left, right, known, stem, rarity, letters, length, bones, costs, work, keys, answers, glue, features
):
    """The words of the shorter name against the best words of the longer, whatever their parts."""
    n = 0
    while n < MOST_WORDS and left[WORDS + n] >= 0:
        n += 1
    m = 0
    while m < MOST_WORDS and right[WORDS + m] >= 0:
        m += 1
    if n > m:
        left, right, n, m = right, left, m, n
    at = _REST + 7
    features[at] = min(3, m - n)
    if n == 0:
        features[at + 1] = 1.0
        return
    for i in range(n):
        for j in range(m):
            a, b = left[WORDS + i], right[WORDS + j]
            likeness, soft = alike(a, b, letters, length, bones, costs, work, keys, answers)
            if a != b and _relation(a, b, known, stem) == ONE_NAME:
                likeness, soft = max(likeness, _LISTED), max(soft, _LISTED)
            work[SIMS + i, j], work[SOFTS + i, j] = likeness, soft
    best, worst, soft, soft_worst, rare, same = _assign(left, right, work, n, m, rarity)
    features[at + 2] = best / n
    features[at + 3] = worst
    features[at + 4] = max(0.0, worst - 0.8) * 5
    features[at + 5] = 1.0 if n == 1 else 0.0
    features[at + 6] = worst if n >= 3 else 0.0
    # Words written as one, or one as two, make the names differ in their number of words.
    features[at + 7] = best / n
    if n != m:
        features[at + 7] = _glued(left, n, right, m, letters, length, work, keys, glue)
    features[at + 8] = soft / n
    features[at + 9] = soft_worst
    features[at + 10] = max(0.0, soft_worst - 0.8) * 5
    features[at + 11] = rare
    features[at + 12] = same


@njit(cache=True, nogil=True)
def _assign(left, right, work, n, m, rarity):
    """The best way to match n words with m >= n: sum and least likeness, both by sound,
    rare and same words.
    """
    best, worst, kept = -1.0, 0.0, _STARTS[n, m]
    for way in range(_STARTS[n, m], _STARTS[n, m] + _COUNTS[n, m]):
        total, least = 0.0, 1.0
        for i in range(n):
            total += work[SIMS + i, _WAYS[way, i]]
            least = min(least, work[SIMS + i, _WAYS[way, i]])
        if total > best or (total == best and least > worst):
            best, worst, kept = total, least, way
    soft, soft_worst, rare, same = 0.0, 1.0, 0.0, 0.0
    for i in range(n):
        j = _WAYS[kept, i]
        soft += work[SOFTS + i, j]
        soft_worst = min(soft_worst, work[SOFTS + i, j])
        if work[SIMS + i, j] >= BY_FORM:
            word, other = left[WORDS + i], right[WORDS + j]
            rare += (min(rarity[word, 0], rarity[word, 1], rarity[other, 0], rarity[other, 1]) - 8.0) / 8.0
        if work[SIMS + i, j] == 1.0:
            same += 1
    return best, worst, soft, soft_worst, rare, same


@njit(cache=True, nogil=True)
def _glued(left, n, right, m, letters, length, work, keys, glue):
    """Likeness of the words written as one: in the order written, or each name's in alphabetical order."""
    best = 0.0
    for in_order in range(2):
        a = _glue(left, n, in_order == 1, letters, length, work, glue, 0)
        b = _glue(right, m, in_order == 1, letters, length, work, glue, 1)
        best = max(best, alike_letters(glue, 0, a, glue, 1, b, keys))
    return best


@njit(cache=True, nogil=True)
def _glue(row, n, in_order, letters, length, work, glue, place):
    for i in range(n):
        word = row[WORDS + i]
        j = i
        while in_order and j > 0 and before(word, int(work[ORDER, j - 1]), letters, length):
            work[ORDER, j] = work[ORDER, j - 1]
            j -= 1
        work[ORDER, j] = word
    size = 0
    for i in range(n):
        word = int(work[ORDER, i])
        for k in range(length[word]):
            if size < GLUED:
                glue[place, size] = letters[word, k]
                size += 1
    return size


@njit(cache=True, nogil=True)
def _fit(a, b, letters, length, bones, costs, work, keys, answers):
    if a < 0 or b < 0:
        return 0.0
    likeness, _ = alike(a, b, letters, length, bones, costs, work, keys, answers)
    return likeness


@njit(cache=True, nogil=True)
def _crossed(left, right, letters, length, bones, costs, work, keys, answers):
    """0 where given meets given; 1 or 2 where the order was a guess and given meets family better.

    Which of the two is the given name nobody knows: 1 takes the left given name for it, 2 the right one.
    """
    if (left[DOUBT] | right[DOUBT]) & GUESSED == 0:
        return 0
    lg, lf, rg, rf = left[GIVEN], left[FAMILY], right[GIVEN], right[FAMILY]
    straight = _fit(lg, rg, letters, length, bones, costs, work, keys, answers) + _fit(
        lf, rf, letters, length, bones, costs, work, keys, answers
    )
    first = _fit(lg, rf, letters, length, bones, costs, work, keys, answers)
    second = _fit(lf, rg, letters, length, bones, costs, work, keys, answers)
    if first + second <= straight + 0.2:
        return 0
    if first != second:
        return 1 if first > second else 2
    if lg < 0 or rg < 0:
        return 1 if rg < 0 else 2
    return 1 if before(lg, rg, letters, length) else 2


@njit(cache=True, nogil=True)
def _without(row, other):
    """A row whose words lack what cannot be compared: its father or, where it has one, its family."""
    dropped = row[FAMILY] if other[FAMILY] < 0 else row[FATHER]
    left = row.copy()
    size = 0
    for i in range(MOST_WORDS):
        left[WORDS + i] = -1
        if row[WORDS + i] >= 0 and row[WORDS + i] != dropped:
            left[WORDS + size] = row[WORDS + i]
            size += 1
    return left


@njit(cache=True, nogil=True)
def _how_rare(code, a, b, rarity):
    if code not in (AGREE, AGREE_BY_FORM, BY_LIST, BY_ROOT) or a < 0 or b < 0:
        return SILENT
    bits = min(rarity[a], rarity[b])
    if bits <= _COMMON_BITS:
        return COMMON
    return RARE if bits >= _RARE_BITS else SILENT


@njit(cache=True, nogil=True)
def compare_rows(
    left, right, letters, length, bones, roots, known, stem, rarity, costs, also, work, keys, answers,
    glue, features, codes,
):
    """Fill ``features`` (see FEATURES) and ``codes`` (see REASONS) of one pair of rows."""
    features[:] = 0.0
    both = left[DOUBT] | right[DOUBT]
    crossed = _crossed(left, right, letters, length, bones, costs, work, keys, answers)
    g1, g2, f1, f2 = left[GIVEN], right[GIVEN], left[FAMILY], right[FAMILY]
    if crossed == 1:
        g1, g2, f1, f2 = left[GIVEN], right[FAMILY], left[FAMILY], right[GIVEN]
    elif crossed == 2:
        g1, g2, f1, f2 = left[FAMILY], right[GIVEN], left[GIVEN], right[FAMILY]
    codes[0], given, given_soft = _part(
        _GIVEN, g1, g2, both & MANY_GIVEN > 0, roots, known, stem, rarity[:, 0], letters, length, bones,
        costs, also, work, keys,
        answers, features,
    )
    codes[1], family, family_soft = _family(
        left,
        right,
        f1,
        f2,
        crossed == 0,
        roots,
        known,
        stem,
        rarity[:, 1],
        letters,
        length,
        bones,
        costs,
        also,
        work,
        keys,
        answers,
        features,
    )
    codes[2] = SILENT
    if left[FATHER] >= 0 or right[FATHER] >= 0:
        codes[2], _, _ = _part(
            _FATHER, left[FATHER], right[FATHER], False, roots, known, stem, rarity[:, 0], letters, length,
            bones,
            costs, also, work, keys, answers, features,
        )
    codes[3] = SILENT
    if left[SEX] and right[SEX] and left[SEX] != right[SEX]:
        codes[3] = CONTRADICTED
        features[_REST + 2] = 1.0
    codes[4] = _how_rare(codes[0], g1, g2, rarity[:, 0])
    if codes[4] == RARE:
        codes[4] = SILENT  # the tables know Central Asian given names too thinly to call one rare
    codes[5] = _how_rare(codes[1], f1, f2, rarity[:, 1])
    if given >= 0 and family >= 0:
        worst = min(given if codes[0] != BY_LIST else max(given, _LISTED), family)
        features[_REST + 3] = worst
        features[_REST + 4] = max(0.0, worst - 0.8) * 5
        features[_REST + 5] = 1.0 if worst == 1.0 else 0.0
        features[_REST + 6] = min(given_soft, family_soft)
    if codes[1] == NOT_COMPARABLE:
        # "Асан" of "Асан уулу" and the other's family name speak of two men: neither agrees, neither
        # contradicts.
        left, right = _without(left, right), _without(right, left)
    _bag(left, right, known, stem, rarity, letters, length, bones, costs, work, keys, answers, glue, features)
    features[_REST + 20] = 1.0 if (left[DOUBT] | right[DOUBT]) & GUESSED else 0.0


@njit(cache=True, nogil=True)
def features_of(
    left, right, pairs, letters, length, bones, roots, known, stem, rarity, costs, also, features, codes
):
    """Features and codes of many pairs; ``pairs`` int (k, 2): row in ``left``, row in ``right``."""
    # Working memory: see SIMS and its neighbours; two whole names; the answers of `alike`.
    work = np.zeros((ORDER + 1, GLUED + 1))
    glue = np.zeros((2, GLUED), np.uint8)
    keys = new_keys()
    answers = np.zeros((REMEMBERED, 2))
    for k in range(len(pairs)):
        compare_rows(
            left[pairs[k, 0]], right[pairs[k, 1]], letters, length, bones, roots, known, stem, rarity,
            costs, also,
            work, keys, answers, glue,
            features[k], codes[k],
        )  # fmt: skip


@njit(cache=True, nogil=True)
def _logit(features, weights):
    total = weights[len(features)]
    for k in range(len(features)):
        total += features[k] * weights[k]
    return total


@njit(cache=True, nogil=True)
def score_with_codes(
    left, right, pairs, letters, length, bones, roots, known, stem, rarity, costs, also, weights
):
    """(logits, reason codes) of many pairs."""
    # Working memory: see SIMS and its neighbours; two whole names; the answers of `alike`.
    work = np.zeros((ORDER + 1, GLUED + 1))
    glue = np.zeros((2, GLUED), np.uint8)
    keys = new_keys()
    answers = np.zeros((REMEMBERED, 2))
    features = np.zeros(len(weights) - 1)
    logits = np.zeros(len(pairs))
    codes = np.zeros((len(pairs), REASONS), np.int8)
    for k in range(len(pairs)):
        compare_rows(
            left[pairs[k, 0]], right[pairs[k, 1]], letters, length, bones, roots, known, stem, rarity,
            costs, also,
            work, keys, answers, glue,
            features, codes[k],
        )  # fmt: skip
        logits[k] = _logit(features, weights)
    return logits, codes


@njit(cache=True, nogil=True)
def score(left, right, pairs, letters, length, bones, roots, known, stem, rarity, costs, also, weights):
    """Logits of many pairs."""
    # Working memory: see SIMS and its neighbours; two whole names; the answers of `alike`.
    work = np.zeros((ORDER + 1, GLUED + 1))
    glue = np.zeros((2, GLUED), np.uint8)
    keys = new_keys()
    answers = np.zeros((REMEMBERED, 2))
    features = np.zeros(len(weights) - 1)
    codes = np.zeros(REASONS, np.int8)
    logits = np.zeros(len(pairs))
    for k in range(len(pairs)):
        compare_rows(
            left[pairs[k, 0]], right[pairs[k, 1]], letters, length, bones, roots, known, stem, rarity,
            costs, also,
            work, keys, answers, glue,
            features, codes,
        )  # fmt: skip
        logits[k] = _logit(features, weights)
    return logits
