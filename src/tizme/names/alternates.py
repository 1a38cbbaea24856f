"""What friends call a person: from a given name to its short forms and back."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from tizme.names.translit import canon
from tizme.names.variants import forms_of_item, variant_items
from tizme.tables import rows

# Short names that keep fewer letters stand for too many names.
_LEAST_LEFT = 3


@lru_cache(maxsize=1)
def _pairs() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Canonical full name -> short forms; canonical short form -> usual full names, and -> all spellings."""
    shorts: dict[str, dict[str, None]] = {}
    usual: dict[str, dict[str, None]] = {}
    every: dict[str, dict[str, None]] = {}
    for row in rows("names/diminutives.csv", "lang", "sex", "full", "short"):
        full = row["full"].split()
        for short in row["short"].split():
            for name in full:
                shorts.setdefault(canon(name), {})[short] = None
            usual.setdefault(canon(short), {})[full[0]] = None
            every.setdefault(canon(short), {}).update(dict.fromkeys(full))
    return _tuples(shorts), _tuples(usual), _tuples(every)


def _tuples(found: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(names) for key, names in found.items()}


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, int], ...]:
    found = [
        (canon(row["ending"]), int(row["least"]))
        for row in rows("names/short_endings.csv", "ending", "sex", "least")
    ]
    return tuple(sorted(set(found), key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=1)
def _by_last_letters() -> dict[str, tuple[tuple[str, int], ...]]:
    """Last two letters -> endings with them, in the order of `_endings`."""
    found: dict[str, list[tuple[str, int]]] = {}
    for ending, least in _endings():
        found.setdefault(ending[-2:], []).append((ending, least))
    return {letters: tuple(endings) for letters, endings in found.items()}


@lru_cache(maxsize=20_000)
def short_forms(given: str) -> tuple[str, ...]:
    """Short forms of a given name, in Cyrillic, commonest first; empty where none is known.

    >>> short_forms("Александр")[:3], short_forms("Bakhtiyorjon")
    (('Саша', 'Саня', 'Шура'), ('Bakhtiyor',))
    """
    found = dict.fromkeys(_pairs()[0].get(canon(given), ()))
    stem = _without_ending(given)
    if stem and canon(stem) not in {canon(one) for one in found}:
        found[stem] = None
    return tuple(found)


def _without_ending(given: str) -> str:
    """Бакытбек -> Бакыт; ``""`` where no ending comes off. The letters that are left stay as written."""
    stem = _stem(canon(given))
    cuts = range(len(given) - 1, _LEAST_LEFT - 1, -1) if stem else ()
    return next((given[:cut] for cut in cuts if canon(given[:cut]) == stem and given[cut].isalpha()), "")


def _stem(key: str) -> str:
    """A canonical given name without the ending that speech leaves off; ``""`` where it has none."""
    for ending, least in _by_last_letters().get(key[-2:], ()):
        if key.endswith(ending) and len(key) - len(ending) >= max(least, _LEAST_LEFT):
            return key[: -len(ending)]
    return ""


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, tuple[str, ...]]:
    """Canonical stem -> names of the hand-written list that are it with an ending."""
    found: dict[str, dict[str, None]] = {}
    for row in rows("names/given_by_hand.csv", "names"):
        for name in row["names"].split():
            stem = _stem(canon(name))
            if stem:
                found.setdefault(stem, {})[name] = None
    return {stem: tuple(names) for stem, names in found.items()}


@lru_cache(maxsize=20_000)
def full_names(short: str) -> tuple[str, ...]:
    """Full names that a short one may stand for, in Cyrillic, commonest first; empty where none is known.

    >>> full_names("Серёга"), "Бакытбек" in full_names("Bakyt")
    (('Сергей',), True)
    """
    key = canon(short)
    return tuple(dict.fromkeys((*_pairs()[1].get(key, ()), *_by_stem().get(key, ()))))


@lru_cache(maxsize=100_000)
def short_relation(a: str, b: str) -> bool:
    """Whether of two canonical forms one is a short form of the other, or both are short for one name.

    Бакытбек and Бакытжан, which may both be called Бакыт, are not related.

    >>> short_relation(canon("Саша"), canon("Alexander")), short_relation(canon("Саня"), canon("Sasha"))
    (True, True)
    """
    if a == b or not a or not b:
        return False
    of_a, of_b = _fulls_of(a), _fulls_of(b)
    return a in of_b or b in of_a or bool(of_a & of_b) or _stem(a) == b or _stem(b) == a


@lru_cache(maxsize=100_000)
def _fulls_of(key: str) -> frozenset[str]:
    """Canonical full names behind a canonical short form, in every spelling that given_variants.csv knows."""
    found = {canon(full) for full in _pairs()[2].get(key, ())}
    items = frozenset[int]().union(*(variant_items(full) for full in found))
    return frozenset(found | {form for item in items for form in forms_of_item(item)})


def stem_of(key: str) -> str:
    """A canonical given name without the ending that speech leaves off, ``""`` where it has none."""
    return _stem(key)


@lru_cache(maxsize=1)
def _rows_of() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for row in rows("names/diminutives.csv", "full", "short"):
        forms = {canon(name) for name in row["short"].split()}
        for full in {canon(name) for name in row["full"].split()}:
            forms.add(full)
            forms.update(form for item in variant_items(full) for form in forms_of_item(item))
        for form in forms:
            found.setdefault(form, set()).add(row.line)
    return {form: frozenset(lines) for form, lines in found.items()}


def short_rows(key: str) -> frozenset[int]:
    """Numbers of the rows of diminutives.csv that a canonical form stands in, in any spelling."""
    return _rows_of().get(key, frozenset())


def forms_with_short() -> Collection[str]:
    """Every canonical form that `short_rows` knows."""
    return _rows_of().keys()
