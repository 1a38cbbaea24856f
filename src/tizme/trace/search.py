"""Look one query up in one segment: near forms, their rows, the best rows aligned word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tizme import names
from tizme.tables import rows as table_rows
from tizme.trace import kernels, postings
from tizme.trace.build import bones_key, letters_of, one_word
from tizme.trace.query import Wanted
from tizme.trace.segment import Array, Segment
from tizme.trace.words import Word

_NEAR = 20_000  # near forms looked at for one word
_KEPT = 400  # near forms followed for one word
_MOST_UNITS = 40
_TOUCHED_AT_MOST = 3_000_000  # rows that one query may bring in
_SHORTEST_SPLIT = 3  # letters of each half of a word that is read as two


_NONE, _NO_BITS = np.empty(0, np.int32), np.empty(0, np.float64)


@dataclass(frozen=True, slots=True)
class Weights:
    """Bits that searching adds and takes (tables/trace/weights.csv)."""

    slip: float
    least: float
    contradicted: float
    left_out: float
    listed_left_out: float
    initial: float
    crossed: float
    turned: float
    other_reading: float
    shifted: float
    unseen_names: float
    unseen_bearers: float
    postings: float
    compared: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The shipped weights."""
    found = {row["what"]: float(row["value"]) for row in table_rows("trace/weights.csv", "what", "value")}
    return Weights(**{name: found[name] for name in Weights.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Matches:
    """Names of a segment that may be the one sought, best first.

    Attributes:
        names: Numbers of names in the segment.
        bits: Evidence of the words, log2.
        shapes: (names, 3): words that agree, that contradict each other, that one side leaves out.
    """

    names: Array
    bits: Array
    shapes: Array


@dataclass(slots=True)
class _Unit:
    """One word of the query with its near forms in a segment."""

    word: Word
    forms: Array
    bits: Array
    bearers: int


@lru_cache(maxsize=1)
def _initials() -> Array:
    """Whether a letter (row) may be the initial of a form that begins with another (column)."""
    found = np.eye(26, dtype=np.bool_)
    for row in table_rows("names/initials.csv", "initial", "also"):
        found[ord(row["initial"]) - 97, ord(row["also"]) - 97] = True
    return found


def search_segment(segment: Segment, sought: Wanted, *, days: Sequence[int] = ()) -> Matches:
    """The names of a segment most worth comparing.

    Args:
        days: Ordinal days of birth, likeliest first: rows born then come in by one word alone.
    """
    units = [_near(segment, word, wide=i < sought.plain) for i, word in enumerate(sought.units)]
    # A reading with a joined word that is like nothing in the list can only be worse than the plain one.
    joined = [reading for reading in sought.readings[1:] if all(_known(units[i], i, sought) for i in reading)]
    readings = [*sought.readings[:1], *joined, *_splits(segment, units, sought)]
    found = _candidates(segment, units, days)
    scores = np.full(len(found), -1e9)
    shapes = np.zeros((len(found), 3), np.int32)
    known = segment.scratch("known", (_MOST_UNITS, max(1, len(segment.lengths))), np.float32)
    letters, lengths = letters_of([unit.word.form for unit in units])
    for number, unit in enumerate(units):
        postings.set_known(number, unit.forms, unit.bits, len(unit.forms), known)
    w = weights()
    costs = np.array(
        [w.contradicted, w.left_out, w.listed_left_out, w.initial, w.crossed, w.turned, 0.0, w.shifted]
    )
    for place, reading in enumerate(readings):
        costs[6] = w.other_reading if place else 0.0
        postings.align(
            found, len(found), np.array(reading, np.int64), letters, lengths, _initials(),
            segment.word_at, segment.words, segment.forms, segment.lengths, known, costs, scores, shapes,
        )  # fmt: skip
    for number, unit in enumerate(units):
        postings.forget_known(number, unit.forms, len(unit.forms), known)
    order = np.argsort(-scores, kind="stable")
    return Matches(found[order], scores[order], shapes[order])


def _known(unit: _Unit, number: int, sought: Wanted) -> bool:
    return number < sought.plain or len(unit.forms) > 0


@lru_cache(maxsize=1)
def _variant_forms() -> dict[str, frozenset[str]]:
    """Canonical form -> the other spellings of the given names that it spells, as tables/names knows them."""
    found: dict[str, set[str]] = {}
    for row in table_rows("names/given_variants.csv", "item", "forms"):
        group = {names.canon(form) for form in row["forms"].split()} - {""}
        for form in group:
            found.setdefault(form, set()).update(group)
    return {form: frozenset(group) for form, group in found.items()}


def _variants(word: Word) -> set[str]:
    """Other canonical spellings of a given name, or of the one that a patronymic is built from."""
    known = _variant_forms()
    root = word.form[: word.root]
    return {*known.get(word.form, ()), *known.get(root, ()), *word.also} - {word.form, root}


@lru_cache(maxsize=4096)
def _prepared(word: Word) -> tuple[Array, Array, Array, Array]:
    """Letters of a word, of its root's skeleton, and its variants with their lengths."""
    variants, lengths = letters_of(sorted(_variants(word)))
    return one_word(word.form), one_word(word.root_bones), variants, lengths


def _near(segment: Segment, word: Word, *, wide: bool) -> _Unit:
    """The near forms of a word; with ``wide`` also those two slips away and the variants of a given name."""
    if len(word.form) == 1 or not len(segment.lengths):
        return _Unit(word, _NONE, _NO_BITS, 0)
    found = segment.scratch("found", _NEAR, np.int32)
    likes = segment.scratch("likes", _NEAR, np.float64)
    letters, bones, variants, variant_lengths = _prepared(word)
    count = kernels.near_forms(
        letters, len(word.form), word.root, bones, len(word.root_bones),
        bones_key(word.bones), bones_key(word.root_bones),
        segment.forms, segment.lengths, segment.roots, segment.bags, segment.bones, segment.root_bones,
        segment.keys, segment.key_forms, segment.buckets,
        segment.scratch("seen_forms", len(segment.lengths), np.uint8), found, likes,
        variants, variant_lengths, wide,
    )  # fmt: skip
    out_forms, out_bits = np.empty(_KEPT, np.int32), np.empty(_KEPT, np.float64)
    w = weights()
    kept, bearers = postings.weigh_forms(
        found, likes, count, segment.post_at, float(segment.n_names), w.slip, w.least,
        w.unseen_names, w.unseen_bearers, out_forms, out_bits,
    )  # fmt: skip
    return _Unit(word, out_forms[:kept], out_bits[:kept], bearers)


def _splits(segment: Segment, units: list[_Unit], sought: Wanted) -> list[tuple[int, ...]]:
    """Readings in which one long word of the query is two words that the list knows."""
    found = []
    for i in range(sought.plain):
        word = units[i].word
        if len(word.form) < 2 * _SHORTEST_SPLIT + 1 or len(units) + 2 > _MOST_UNITS:
            continue
        halves = kernels.best_split(
            _prepared(word)[0], len(word.form), _SHORTEST_SPLIT, segment.post_at,
            segment.forms, segment.lengths, segment.keys, segment.key_forms, segment.buckets,
        )  # fmt: skip
        if halves[0] >= 0:
            found.append((*range(i), len(units), len(units) + 1, *range(i + 1, sought.plain)))
            units.extend(_exactly(segment, form) for form in halves)
    return found


def _exactly(segment: Segment, form: int) -> _Unit:
    """One form without its near ones: a half of a word is too easily like something."""
    w = weights()
    bearers = int(segment.post_at[form + 1] - segment.post_at[form])
    bits = np.log2((segment.n_names + w.unseen_names) / (bearers + w.unseen_bearers))
    text = bytes(segment.forms[form, : segment.lengths[form]]).decode()
    word = Word(text, len(text), "", "")
    return _Unit(word, np.array([form], np.int32), np.array([max(0.25, bits)]), bearers)


def _candidates(segment: Segment, units: list[_Unit], days: Sequence[int]) -> Array:
    """Names that bear near forms, rarest words first; common words only order what is there already."""
    w = weights()
    total = segment.scratch("total", max(1, segment.n_names), np.int32)
    touched = segment.scratch("touched", min(_TOUCHED_AT_MOST, max(1, segment.n_names)), np.int32)
    count, spent, number = 0, 0, 1
    for day in days:
        count = _add_day(segment, day, number, total, touched, count)
        number += 1
    for unit in sorted((u for u in units if len(u.forms)), key=lambda u: u.bearers):
        fresh = spent + unit.bearers <= w.postings or count < w.compared
        if not fresh and spent > 4 * w.postings:
            break
        count = postings.add_postings(
            number,
            unit.forms,
            unit.bits,
            len(unit.forms),
            segment.post_at,
            segment.post,
            total,
            touched,
            count,
            fresh,
        )
        spent += unit.bearers
        number += 1
    out = np.empty(int(w.compared), np.int32)
    return out[: postings.best_rows(total, touched, count, len(out), out)]


def _add_day(segment: Segment, day: int, number: int, total: Array, touched: Array, count: int) -> int:
    place = int(np.searchsorted(segment.days, day))
    if place == len(segment.days) or segment.days[place] != day:
        return count
    bearers = int(segment.day_at[place + 1] - segment.day_at[place])
    bits = np.log2((segment.n_names + 1) / bearers)
    return int(
        postings.add_postings(
            number, np.array([place], np.int32), np.array([max(1.0, bits)]), 1,
            segment.day_at, segment.day_rows, total, touched, count, 1,
        )
    )  # fmt: skip
