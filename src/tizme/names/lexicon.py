"""Which words are given names, by list and by the pieces they are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

from tizme.names.letters import fold, script_of
from tizme.names.translit import canon
from tizme.tables import rows


@lru_cache(maxsize=1)
def _by_form() -> dict[str, str]:
    """Folded Cyrillic form -> "m", "f" or "mf". Hand-written names outrank the registers."""
    found = {
        fold(row["name"]): {"u": "mf"}.get(row["sex"], row["sex"])
        for row in rows("names/given_names.csv", "name", "sex")
    }
    return found | _by_people() | _by_hand()


@lru_cache(maxsize=1)
def _by_people() -> dict[str, str]:
    """As `_by_form`, of names of other parts of the world alone."""
    found: dict[str, str] = {}
    for row in rows("names/given_abroad.csv", "people", "sex", "names"):
        for name in row["names"].split():
            form = fold(name)
            found[form] = "".join(sorted({*found.get(form, ""), row["sex"]}, reverse=True))
    return found


@lru_cache(maxsize=1)
def _by_hand() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("names/given_by_hand.csv", "lang", "sex", "names"):
        for name in row["names"].split():
            form = fold(name)
            found[form] = "".join(sorted({*found.get(form, ""), row["sex"]}, reverse=True))
    return found


@lru_cache(maxsize=1)
def _by_canon() -> dict[str, str]:
    found: dict[str, str] = {}
    for form, sex in _by_form().items():
        key = canon(form)
        found[key] = "".join(sorted({*found.get(key, ""), *sex}, reverse=True))
    return found


@lru_cache(maxsize=1)
def _elements() -> tuple[tuple[bool, str, int, str], ...]:
    """(stands at the start, piece, letters beside it, sexes), in the table's order."""
    table = rows("names/elements.csv", "place", "piece", "sex", "least")
    return tuple(
        (row["place"] == "start", row["piece"], int(row["least"]), row["sex"] or "mf") for row in table
    )


# Place in the table, letters beside the piece, the piece, sexes.
_Piece = tuple[int, int, str, str]
_LETTERS_TOLD = 2  # of a piece, by which it is looked up; no piece is shorter


@lru_cache(maxsize=1)
def _elements_by_letters() -> tuple[dict[str, tuple[_Piece, ...]], dict[str, tuple[_Piece, ...]]]:
    """The pieces that open a word by their first letters, and those that close one by their last."""
    opening: dict[str, list[_Piece]] = {}
    closing: dict[str, list[_Piece]] = {}
    for place, (at_start, piece, least, sexes) in enumerate(_elements()):
        one = (place, least, piece, "mf" if len(sexes) > 1 else sexes)
        if at_start:
            opening.setdefault(piece[:_LETTERS_TOLD], []).append(one)
        else:
            closing.setdefault(piece[-_LETTERS_TOLD:], []).append(one)
    return {k: tuple(v) for k, v in opening.items()}, {k: tuple(v) for k, v in closing.items()}


# In Cyrillic a canonical hit may be another word's case form; with one of these letters it is none.
_LONG_I = "ӣ"  # "Назарӣ" is a family's name and not the given name Назарий, which has its canonical form
_OWN_LETTERS = frozenset("әөүұіғқңҳӣўҷӯһ")


@lru_cache(maxsize=100_000)
def listed_sexes(word: str) -> str:
    """Give "m", "f", "mf", or "" where no list holds ``word`` as a given name in the nominative."""
    form = fold(word)
    exact = _by_form().get(form)
    if exact is not None:
        return exact
    if _by_canon_too(form, script_of(word)):
        return _by_canon().get(canon(word), "")
    return ""


def listed(low: str, script: str, key: str) -> str:
    """As `listed_sexes`, of a word that is folded and whose canonical form is known."""
    exact = _by_form().get(low)
    if exact is not None:
        return exact
    if low.endswith(_LONG_I):
        return _by_form().get(f"{low[:-1]}и", "")
    return _by_canon().get(key, "") if _by_canon_too(low, script) else ""


def listed_exactly(low: str) -> str | None:
    """The sexes of a folded word that stands in a list letter by letter, else None."""
    return _by_form().get(low)


def listed_many(lows: Sequence[str], scripts: Sequence[str], keys: Sequence[str]) -> list[str]:
    """As `listed`, of many words."""
    by_form, by_canon = _by_form(), _by_canon()
    found = list(map(by_form.get, lows, repeat("?")))
    for at, (exact, low, script) in enumerate(zip(found, lows, scripts, strict=True)):
        if exact == "?" and low.endswith(_LONG_I):
            found[at] = by_form.get(f"{low[:-1]}и", "")
        elif exact == "?":
            found[at] = by_canon.get(keys[at], "") if _by_canon_too(low, script) else ""
    return found


def _by_canon_too(low: str, script: str) -> bool:
    return script == "Latn" or not _OWN_LETTERS.isdisjoint(low)


@lru_cache(maxsize=100_000)
def made_sexes(word: str) -> str:
    """As `listed_sexes`, for a word made of the pieces that given names are made of."""
    return made(canon(word))


def made_many(keys: Sequence[str]) -> list[str]:
    """As `made`, of many canonical forms."""
    opening, closing = _elements_by_letters()
    first, last = _LETTERS_TOLD, -_LETTERS_TOLD
    return [made(key) if key[:first] in opening or key[last:] in closing else "" for key in keys]


def made(key: str) -> str:
    """As `made_sexes`, of a canonical form."""
    opening, closing = _elements_by_letters()
    starts, ends = opening.get(key[:_LETTERS_TOLD], ()), closing.get(key[-_LETTERS_TOLD:], ())
    best, found = len(_elements()), ""
    for place, least, piece, sexes in starts:
        if place < best and len(key) - len(piece) >= least and key.startswith(piece):
            best, found = place, sexes
    for place, least, piece, sexes in ends:
        if place < best and len(key) - len(piece) >= least and key.endswith(piece):
            best, found = place, sexes
    return found


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    return frozenset(canon(row["form"]) for row in rows("names/family_by_hand.csv", "form"))


def only_family(word: str) -> bool:
    """Whether ``word``, which a list may hold as a given name, is a family name beside another ("Ким")."""
    return family_only(canon(word))


def only_families() -> frozenset[str]:
    """The canonical forms of which `only_family` is true."""
    return _families()


def family_only(key: str) -> bool:
    """As `only_family`, of a canonical form."""
    return key in _families()


@lru_cache(maxsize=1)
def _families_abroad() -> frozenset[str]:
    table = rows("names/family_abroad.csv", "people", "names")
    return frozenset(fold(name) for row in table for name in row["names"].split())


def listed_family(word: str) -> bool:
    """Whether a list holds ``word`` as a family name in the nominative ("Таманг"), though no suffix tells it.

    >>> listed_family("Таманг"), listed_family("Таманга")
    (True, False)
    """
    return fold(word) in _families_abroad()


def by_hand_sexes(word: str) -> str:
    """As `listed_sexes`, by the hand-written list alone."""
    return _by_hand().get(fold(word), "")


@lru_cache(maxsize=1)
def _family_roots() -> frozenset[str]:
    table = rows("names/frequencies.csv", "part", "form")
    return frozenset(row["form"] for row in table if row["part"] == "family")


_LEAST_ROOT = 5  # shorter roots are too often other words


@lru_cache(maxsize=50_000)
def root_of_families(word: str) -> bool:
    """Whether family names are made from ``word``, in the nominative: then it is a man's name."""
    key = canon(word)
    return len(key) >= _LEAST_ROOT and key in _family_roots()


@lru_cache(maxsize=1)
def _ends() -> Counter[tuple[str, str]]:
    """How many given names of each sex end in the same two or three letters."""
    found: Counter[tuple[str, str]] = Counter()
    for form, sexes in _by_form().items():
        for one in sexes:
            found[one, form[-2:]] += 1
            found[one, form[-3:]] += 1
    return found


@lru_cache(maxsize=50_000)
def mans_share(inflected: str, nominative: str) -> float:
    """How much likelier a word is a man's name in another case than a woman's in the nominative, 0 to 1."""
    men = _ends()["m", fold(nominative)[-2:]]
    women = _ends()["f", fold(inflected)[-3:]]
    return men / (men + women + 1)
