"""Whether two spellings are known to be one given name, or known to be two."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Literal

from tizme.names.translit import canon
from tizme.tables import rows

Known = Literal["same", "kin", "apart", ""]


def letters_of(form: str) -> str:
    """A spelling as one word: "Al-Kadir" and "Al Kadir" are "AlKadir"."""
    return form.replace("-", "").replace(" ", "")


@lru_cache(maxsize=1)
def _items() -> dict[str, frozenset[int]]:
    """Canonical form -> rows of given_variants.csv that hold it."""
    found: dict[str, set[int]] = {}
    for row in rows("names/given_variants.csv", "item", "forms"):
        for form in row["forms"].split():
            found.setdefault(canon(form), set()).add(row.line)
    return {form: frozenset(items) for form, items in found.items()}


@lru_cache(maxsize=1)
def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for row in rows("names/given_kin.csv", "names"):
        for form in row["names"].split():
            found.setdefault(canon(form), set()).add(row.line)
    return {form: frozenset(items) for form, items in found.items()}


def variant_items(canonical: str) -> frozenset[int]:
    """Numbers of the names that a canonical form is a spelling of; empty where no list knows it."""
    return _items().get(canonical, frozenset())


@lru_cache(maxsize=1)
def _forms() -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for form, items in _items().items():
        for item in items:
            found.setdefault(item, set()).add(form)
    return {item: frozenset(forms) for item, forms in found.items()}


def forms_of_item(item: int) -> frozenset[str]:
    """The canonical forms of a number that `variant_items` gave."""
    return _forms().get(item, frozenset())


def kin_items(canonical: str) -> frozenset[int]:
    """Numbers of the rows of given_kin.csv that a canonical form stands in."""
    return _kin().get(canonical, frozenset())


def forms_of_items() -> Collection[str]:
    """Every canonical form that `variant_items` knows."""
    return _items().keys()


def forms_of_kin() -> Collection[str]:
    """Every canonical form that `kin_items` knows."""
    return _kin().keys()


def variant_relation(a: str, b: str) -> Known:
    """What the lists say of two canonical forms of given names.

    Returns:
        "same": spellings of one name. "kin": one name as two peoples say it (Мухаммад, Магомед, Мамат).
        "apart": both known and two names (Ахмед and Хамид). "": one of them is not known.

    >>> from tizme.names.translit import canon
    >>> variant_relation(canon("Али"), canon("Халил")), variant_relation(canon("Гасан"), canon("Хәсән"))
    ('apart', 'same')
    """
    if a == b or variant_items(a) & variant_items(b):
        return "same"
    if kin_items(a) & kin_items(b):
        return "kin"
    return "apart" if variant_items(a) and variant_items(b) else ""
