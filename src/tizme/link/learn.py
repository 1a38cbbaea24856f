"""Weights of a list plan learnt from the lists themselves, without a label: Fellegi and Sunter's model by EM.

What two people agree on by chance is counted on pairs that are surely two people's: their births contradict.
Names of one region go together (who shares a family name shares a given name more often than any two men),
so the chance of each part of a name is counted among pairs that agree on the parts before it. What records of
one person agree on is learnt on pairs that share a key, one key at a time and only for the fields that are
not in it: there one person's pairs are common enough to stand out, and the key says nothing of other fields.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tizme.ports.list_engine import WEIGHT_UNIT, ListField, ListLevel, ListPlan

Floats = np.ndarray[Any, np.dtype[np.float64]]
_STEPS, _DONE = 200, 1e-6
_FIRST_SHARE = 0.05  # of a key's pairs that are one person's, before anything is known
_FIRST_AGREE = 0.8  # of one person's pairs that reach a field's first level, before anything is known
# Pairs of one person that a key must be thought to hold before its answer is believed.
_LEAST_SAME = 50.0
# A level is taken as seen by so many pairs more, shared evenly: what was not met is not impossible.
_SEEN_BESIDE = 2.0
# Pairs at a level from which the mean of its values' rarity is taken.
_LEAST_AT_LEVEL = 20
_BIRTH = "born"  # the field that tells two people apart most surely; its last level contradicts
_LEAST_SURE = 2_000  # pairs with contradicting births from which chance is counted on them alone
# Beyond these a level would outweigh all others by what the sample happened not to hold; and a list errs
# oftener than a sample of it shows, so nothing alone speaks against as strongly as a birth date speaks for.
_MOST_BITS, _LEAST_BITS = 15.0, -8.0
_SEEN = 5.0  # pairs of two people or of one, as expected, from which a level's weight is told by them


@dataclass(frozen=True, slots=True)
class ChancePairs:
    """Pairs, nearly all of two people, on which the chance of one field is counted.

    Attributes:
        patterns: int64 (pairs,), see `ports.list_engine.radixes`.
        rarity: (pairs,) bits that the rarity of the field's shared value brings by the plan's shares, or 0.
    """

    patterns: Any
    rarity: Any


@dataclass(frozen=True, slots=True)
class KeyPairs:
    """Pairs that share one key.

    Attributes:
        name: Of the key, for telling.
        patterns: int64 (pairs,).
        rarity: (pairs,) bits of rarity over all fields that are not in ``within``.
        within: Fields that the key itself decides; they are not learnt here.
    """

    name: str
    patterns: Any
    rarity: Any
    within: frozenset[str]


@dataclass(frozen=True, slots=True)
class Learnt:
    """The plan with what could be learnt, and for every key how many of its pairs seem one person's.

    Attributes:
        fields: Those whose weights were learnt; the others keep the plan's.
        same: (key, pairs, pairs of one person as expected); a key that told too little is not believed.
    """

    plan: ListPlan
    fields: tuple[str, ...]
    same: tuple[tuple[str, int, float], ...]


def learn_weights(plan: ListPlan, chance: Mapping[str, ChancePairs], keys: Sequence[KeyPairs]) -> Learnt:
    """The plan with weights learnt without labels; the prior, shares and vetoes stay as they are.

    Args:
        chance: Field -> pairs on which its chance is counted.

    Source: Fellegi & Sunter 1969, doi:10.1080/01621459.1969.10501049; EM by key as in Splink's documentation.
    """
    by_chance = {field.name: _by_chance(field, plan, chance[field.name]) for field in plan.fields}
    found: dict[str, list[tuple[float, Floats]]] = {}
    told = []
    for key in keys:
        same, shares = _em(plan, key, by_chance)
        told.append((key.name, len(key.patterns), same))
        if same >= _LEAST_SAME:
            for name, share in shares.items():
                found.setdefault(name, []).append((same, share))
    fields = []
    for field in plan.fields:
        mine = found.get(field.name, [])
        total = sum(same for same, _ in mine)
        if mine:
            share = np.sum([same / total * one for same, one in mine], axis=0)
            fields.append(_weighed(plan, field, share, total, by_chance[field.name]))
        else:
            fields.append(field)
    learnt = tuple(f.name for f in plan.fields if f.name in found)
    return Learnt(replace(plan, fields=tuple(fields)), learnt, tuple(told))


@dataclass(frozen=True, slots=True)
class _Chance:
    """Levels among two people's pairs that have the field: share, mean of 2 ** rarity, pairs."""

    share: Floats
    factor: Floats
    counts: Floats
    told: bool  # whether any pair has the field at all


def _places(plan: ListPlan, patterns: Any) -> list[tuple[ListField, Any]]:
    found, rest = [], np.asarray(patterns, dtype=np.int64)
    for field in plan.fields:
        rest, place = np.divmod(rest, len(field.levels))
        found.append((field, place))
    return found


def _missing(field: ListField) -> Any:
    return np.array([level.when == "missing" for level in field.levels])


def _by_chance(field: ListField, plan: ListPlan, chance: ChancePairs) -> _Chance:
    places = {f.name: place for f, place in _places(plan, chance.patterns)}
    place = places[field.name]
    two = _two_people(plan, places) if field.name != _BIRTH else np.ones(len(place), bool)
    place, rarity = place[two], np.asarray(chance.rarity, float)[two]
    levels = len(field.levels)
    counts = np.bincount(place, minlength=levels).astype(float)
    counts[_missing(field)] = 0.0
    total = counts.sum()
    share = (counts + _SEEN_BESIDE / levels) / (total + _SEEN_BESIDE)
    sums = np.bincount(place, np.exp2(rarity), levels)
    rare = np.array([bool(level.bits) for level in field.levels])
    pooled = max(1.0, sums[rare].sum() / max(1.0, counts[rare].sum()))
    enough = rare & (counts >= _LEAST_AT_LEVEL)
    factor = np.where(enough, sums / np.maximum(counts, 1.0), np.where(rare, pooled, 1.0))
    return _Chance(share, factor, counts, total > 0)


def _two_people(plan: ListPlan, places: Mapping[str, Any]) -> Any:
    """Which pairs are surely two people's: all, where the lists tell too few births to choose by them."""
    birth = next((field for field in plan.fields if field.name == _BIRTH), None)
    if birth is None:
        return np.ones(len(next(iter(places.values()))), bool)
    surely = places[_BIRTH] == len(birth.levels) - 1
    return surely if surely.sum() >= _LEAST_SURE else np.ones(len(surely), bool)


def _first(field: ListField) -> Floats:
    """A guess at one person's levels that no list has told: the best level most often, the others alike."""
    told = ~_missing(field)
    guess = np.where(told, (1 - _FIRST_AGREE) / max(1, told.sum() - 1), 0.0)
    guess[int(np.argmax(told))] = _FIRST_AGREE
    return guess


def _em(plan: ListPlan, key: KeyPairs, by_chance: Mapping[str, _Chance]) -> tuple[float, dict[str, Floats]]:
    """(pairs of one person as expected, field -> shares of its levels among them)."""
    used = [
        (field, place)
        for field, place in _places(plan, key.patterns)
        if field.name not in key.within and by_chance[field.name].told
    ]
    if not len(key.patterns) or not used:
        return 0.0, {}
    rarity = np.asarray(key.rarity, float) * math.log(2)
    shares = {field.name: _first(field) for field, _ in used}
    part = _FIRST_SHARE
    same = np.zeros(len(key.patterns))
    for _ in range(_STEPS):
        logit = math.log(part / (1 - part)) + rarity
        for field, place in used:
            logit = logit + _log_ratio(field, shares[field.name], by_chance[field.name])[place]
        same = 1 / (1 + np.exp(-np.clip(logit, -50, 50)))
        expected = float(same.sum())
        before, part = part, min(0.999, max(1e-9, expected / len(same)))
        for field, place in used:
            shares[field.name] = _share(field, place, same)
        if abs(part - before) < _DONE * before:
            break
    return float(same.sum()), shares


def _share(field: ListField, place: Any, same: Floats) -> Floats:
    missing = _missing(field)
    counts = np.bincount(place, same, len(field.levels))
    counts[missing] = 0.0
    told = max(1, int((~missing).sum()))
    return np.where(missing, 0.0, (counts + _SEEN_BESIDE / told) / (counts.sum() + _SEEN_BESIDE))


def _log_ratio(field: ListField, share: Floats, chance: _Chance) -> Floats:
    return _bits(field, share, chance) * math.log(2)


def _bits(field: ListField, share: Floats, chance: _Chance) -> Floats:
    """Bits of every level beside its value's rarity: over two people's pairs the ratio is share / chance."""
    missing = _missing(field)
    ratio = np.log2(np.maximum(share, 1e-12)) - np.log2(chance.share) - np.log2(chance.factor)
    return np.where(missing, 0.0, np.clip(ratio, _LEAST_BITS, _MOST_BITS))


def _weighed(plan: ListPlan, field: ListField, share: Floats, same: float, chance: _Chance) -> ListField:
    """The field with its levels' bits; a level that hardly any pair reached keeps the plan's weight."""
    bits = _bits(field, share, chance)
    told = (chance.counts >= _SEEN) | (share * same >= _SEEN)
    levels = tuple(
        replace(level, weight=round(float(b) / _times(plan, level), 3))
        if seen and level.when != "missing"
        else level
        for level, b, seen in zip(field.levels, bits, told, strict=True)
    )
    return replace(field, levels=levels)


def _times(plan: ListPlan, level: ListLevel) -> int:
    """In how many fields one crossing counts: given and family that changed places agree in both."""
    if level.when != "crossed":
        return 1
    crossing = (level.column, level.other)
    return sum(
        (one.column, one.other) == crossing for f in plan.fields for one in f.levels if one.when == "crossed"
    )


def rarity_bits(weights: Any) -> Floats:
    """Bits from an engine's weights."""
    return np.asarray(weights, float) / WEIGHT_UNIT
