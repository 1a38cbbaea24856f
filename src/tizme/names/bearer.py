"""Whose name it is, and how a language may say its parts: family endings, shapes of the father's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.model import NameParts
from tizme.names.markers import marker
from tizme.names.spelling import in_cyrillic, listed_root, spelt
from tizme.tables import Row, rows
from tizme.text import fold

_LEAST_ROOT = 3


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name in Cyrillic, its family and father taken to their roots. ``own``: the name's own language."""

    own: str
    female: bool
    given: str
    family: str
    family_root: str
    family_kind: str
    father: str
    marked: bool  # "Асан уулу": the father stands where others have a family name


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to say a part: the Cyrillic words, what changed, and how far down the list it belongs."""

    words: str
    changed: str
    rank: int


@lru_cache(maxsize=1)
def _own_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = rows("names/forms_own.csv", "lang", "pattern")
    return tuple((row["lang"], re.compile(row["pattern"])) for row in table)


def _own_language(folded: str) -> str:
    return next((lang for lang, pattern in _own_patterns() if pattern.search(folded)), "ru")


def bearer(parts: NameParts, lang: str, sex: str) -> Bearer:
    if lang in {"ru", "en"}:
        own = _own_language(fold(parts.nominative))
    else:
        own = "uz-Cyrl" if lang == "uz-Latn" else lang

    def cyrillic(words: str) -> str:
        return " ".join(in_cyrillic(word, own) for word in words.split() if not marker(word))

    root, kind, family = _family_in_cyrillic(cyrillic(parts.family), own, latin=parts.script == "Latn")
    return Bearer(
        own=own,
        female=sex == "female",
        given=cyrillic(parts.given),
        family=family,
        family_root=root,
        family_kind=kind,
        father=cyrillic(parts.father),
        marked=bool(parts.father) and not parts.family,
    )


def said_in(person: Bearer, base: str) -> Bearer:
    """The same name in the letters of another language, its family by the root where a list knows that."""

    def words(whole: str) -> str:
        return " ".join(spelt(word, person.own, base) for word in whole.split())

    root = words(person.family_root)
    ending = person.family[len(person.family_root) :]
    by_root = person.family_kind != "plain" and person.family.startswith(person.family_root)
    return replace(
        person,
        given=words(person.given),
        father=words(person.father),
        family=root + words(ending) if by_root else words(person.family),
        family_root=root,
    )


def _family_in_cyrillic(family: str, own: str, *, latin: bool) -> tuple[str, str, str]:
    """(root, kind, family), where a family came in Latin with its root as a list of given names spells it."""
    root, kind = _root_of(family)
    listed = listed_root(root, own) if latin and kind != "plain" and family.startswith(root) else ""
    return (listed, kind, listed + family[len(root) :]) if listed else (root, kind, family)


@lru_cache(maxsize=1)
def _family_endings() -> tuple[tuple[str, str], ...]:
    found = {
        (ending, row["what"]) for row in _endings("ov", "zoda", "iyon") for ending in (row["m"], row["f"])
    }
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _endings(*what: str) -> list[Row]:
    columns = ("what", "lang", "own", "after", "cut", "m", "f", "rank")
    return [row for row in rows("names/forms_endings.csv", *columns) if row["what"] in what]


def _root_of(family: str) -> tuple[str, str]:
    """A Cyrillic family name without its ending, and the ending's kind ("plain" where it has none)."""
    low = family.lower()
    for ending, kind in _family_endings():
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_ROOT:
            return _whole_root(family[: len(family) - len(ending)]), kind
    if low.endswith("ӣ") and len(low) > 4:
        return family[:-1], "i"
    return family, "plain"


def _whole_root(stem: str) -> str:
    """Жумабаев is from Жумабай and not from "Жумаба"."""
    for row in _endings("root"):
        if re.search(f"(?:{row['after']})$", stem.lower()):
            return stem + row["m"]
    return stem


def _built(stem: str, row: Row, *, female: bool) -> str:
    ending = row["f"] if female else row["m"]
    return (stem[: len(stem) - int(row["cut"] or 0)] + ending).replace("_", " ")


def _fits(row: Row, base: str, own: str, stem: str) -> bool:
    return (
        row["lang"] in {"*", base}
        and row["own"] in {"*", own}
        and bool(re.search(f"(?:{row['after']})$", stem.lower()))
    )


def families(person: Bearer, base: str) -> list[Choice]:
    if not person.family:
        return []
    found = [Choice(person.family, "", 0)]
    seen = {person.family_kind}
    if len(person.family_root) < _LEAST_ROOT or " " in person.family or "-" in person.family:
        return found
    if person.family_kind == "plain" and (person.own in {"ru", "uk"} or base == "uk"):
        return found
    for row in _endings("ov", "zoda", "plain", "i", "iyon"):
        if row["what"] not in seen and _fits(row, base, person.own, person.family_root):
            seen.add(row["what"])
            words = _built(person.family_root, row, female=person.female)
            found.append(Choice(words, f"family:{row['what']}", int(row["rank"])))
    return found


def fathers(person: Bearer, base: str) -> list[Choice]:
    if not person.father or len(person.father.rstrip(".")) < 2:
        return []
    found, seen = [], set()
    for row in _endings("uulu", "ogli", "uly", "ovich", "bare"):
        if row["what"] not in seen and _fits(row, base, person.own, person.father):
            seen.add(row["what"])
            words = _built(person.father, row, female=person.female)
            found.append(Choice(words, f"father:{row['what']}", int(row["rank"])))
    return sorted(found, key=lambda one: one.rank)


def family_of_father(person: Bearer, base: str) -> Choice:
    """The family name in -ов that a man entered as "Асан уулу Бакыт" bears in Russian papers."""
    row = next(row for row in _endings("ov") if _fits(row, base, person.own, person.father))
    return Choice(_built(person.father, row, female=person.female), "family:ov", 4)
