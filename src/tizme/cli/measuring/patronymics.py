"""A father's name that contradicts, one left out, and one that cannot be compared: are they told apart?

The pairs are made from the list's own names that hold a given name, a father and a family; one name stands on
the left, on the right the same name with one thing done to its father. All in Russian or Kyrgyz writing.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tizme import names
from tizme.cli.measuring.name_peers import NamePair, Peer
from tizme.model import NameParts

MOST, _SEED = 400, 7
_UNLIKE = 0.75  # two fathers' names that are less alike than this are two men
SAME, OUT, AGAINST, UULU_SAME, UULU_FAMILY, UULU_AGAINST, OTHER_FAMILY = (
    "the same father",
    "the father left out",
    "another father",
    "'X uulu', the same father",
    "'X uulu' against a family name",
    "'X uulu', another father",
    "another family name",
)


@dataclass(frozen=True, slots=True)
class KindOfPair:
    """One thing done to the father. ``means``: method -> mean score (0..1). ``example`` is invented."""

    name: str
    pairs: int
    example: tuple[str, str]
    means: dict[str, float]


@dataclass(frozen=True, slots=True)
class PatronymicTest:
    """``told_apart``: method -> share of the names where "left out" stands above "another father"."""

    names: int
    kinds: tuple[KindOfPair, ...]
    told_apart: dict[str, float]


# Invented, so that no person of the list is shown.
EXAMPLES = {
    SAME: ("Токоев Айбек Асанович", "Токоев Айбек Асанович"),
    OUT: ("Токоев Айбек Асанович", "Токоев Айбек"),
    AGAINST: ("Токоев Айбек Асанович", "Токоев Айбек Маратович"),
    UULU_SAME: ("Токоев Айбек Асанович", "Айбек Асан уулу"),
    UULU_FAMILY: ("Токоев Айбек", "Айбек Асан уулу"),
    UULU_AGAINST: ("Токоев Айбек Асанович", "Айбек Марат уулу"),
    OTHER_FAMILY: ("Токоев Айбек", "Назаров Айбек"),
}


def patronymic_test(pairs: Sequence[NamePair], methods: Sequence[Peer]) -> PatronymicTest | None:
    """Score the made pairs with every method; None where the list has no such names."""
    parsed = _full_names(pairs)
    if len(parsed) < 2:
        return None
    made = _made(parsed)
    means: dict[str, dict[str, float]] = {kind: {} for kind in made}
    told_apart = {}
    for method in methods:
        everything = [pair for some in made.values() for pair in some]
        found = iter(method.scores(everything)[0])
        scores = {kind: [next(found) for _ in some] for kind, some in made.items()}
        for kind, own in scores.items():
            means[kind][method.name] = sum(own) / len(own)
        both = list(zip(scores[OUT], scores[AGAINST], strict=True))
        told_apart[method.name] = sum(out > against for out, against in both) / len(both)
    kinds = tuple(KindOfPair(kind, len(made[kind]), EXAMPLES[kind], means[kind]) for kind in made)
    return PatronymicTest(len(parsed), kinds, told_apart)


def _full_names(pairs: Sequence[NamePair]) -> list[NameParts]:
    """Russian-written men's names with given, father and family, each once; ``MOST`` by a fixed seed."""
    written = sorted({(n, lang) for left, ll, right, rl in pairs for n, lang in ((left, ll), (right, rl))})
    found = {}
    for name, lang in written:
        if lang in {"ru", "cyr", "ky"} and len(name.split()) == 3:
            parts = names.parse(name, lang="ru")
            plain = parts.patronymic.lower().endswith(("ович", "евич"))
            if plain and parts.given and parts.family and " " not in parts.family:
                found[parts.nominative.title()] = parts
    some = [found[name] for name in sorted(found)]
    random.Random(_SEED).shuffle(some)  # noqa: S311  (a sample, no secret)
    return some[:MOST]


def _made(parsed: Sequence[NameParts]) -> dict[str, list[NamePair]]:
    made: dict[str, list[NamePair]] = {kind: [] for kind in EXAMPLES}
    for at, one in enumerate(parsed):
        other = _unlike(parsed, at)
        if other is None:
            continue
        given, family = one.given.title(), one.family.title()
        short, full = f"{family} {given}", f"{family} {given} {one.patronymic.title()}"
        uulu, against = f"{given} {one.father.title()} уулу", f"{given} {other.father.title()} уулу"
        for kind, left, right in (
            (SAME, full, full),
            (OUT, full, short),
            (AGAINST, full, f"{short} {other.patronymic.title()}"),
            (UULU_SAME, full, uulu),
            (UULU_FAMILY, short, uulu),
            (UULU_AGAINST, full, against),
            (OTHER_FAMILY, short, f"{other.family.title()} {given}"),
        ):
            made[kind].append((left, "ru", right, "ky" if "уулу" in right else "ru"))
    return made


def _unlike(parsed: Sequence[NameParts], at: int) -> NameParts | None:
    """The next name on the list whose father and family are clearly others."""
    from rapidfuzz.distance import JaroWinkler

    one = parsed[at]
    for step in range(1, len(parsed)):
        other = parsed[(at + step) % len(parsed)]
        fathers = JaroWinkler.similarity(one.father.lower(), other.father.lower())
        families = JaroWinkler.similarity(one.family.lower(), other.family.lower())
        if max(fathers, families) < _UNLIKE:
            return other
    return None
