"""What of a name is compared, worked out once per name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tizme.model import NameParts, UnknownLanguage
from tizme.names.markers import marker
from tizme.names.parts import parse
from tizme.names.translit import root, sexless
from tizme.names.words import canonical
from tizme.tables import rows
from tizme.text import normal_language, script_of


@dataclass(frozen=True, slots=True)
class NameKeys:
    """A name's parts in canonical Latin.

    Attributes:
        given, father, family: ``""`` where the name gives none; one letter where it gives an initial.
        family: Without the mark of sex; ``root`` also without its suffix.
        words: Every word but markers and initials, without the mark of sex, in written order.
    """

    given: str
    father: str
    family: str
    root: str
    words: tuple[str, ...]
    initials: tuple[str, ...]
    sex: str
    doubt: float


def keys_of(parts: NameParts) -> NameKeys:
    """The keys of a name taken apart."""
    family = sexless(canonical(parts.family))
    father = canonical(parts.father) if parts.father else canonical(parts.patronymic)
    whole = [w for w in parts.nominative.split() if marker(w) != "patronymic-marker"]
    forms = [sexless(canonical(w)) for w in whole]
    return NameKeys(
        given=canonical(parts.given),
        father=father if len(father) == 1 else root(sexless(father)),
        family=family,
        root=root(family) if len(family) > 1 else "",
        words=tuple(c for c in forms if len(c) > 1),
        initials=tuple(c for c in forms if len(c) == 1),
        sex=parts.sex,
        doubt=parts.doubt,
    )


@lru_cache(maxsize=100_000)
def name_keys(name: str, *, lang: str = "") -> NameKeys:
    """The keys of a name in the nominative; an unknown ``lang`` is told by the script."""
    return keys_of(parse(name, lang=language_of_name(name, lang=lang), in_nominative=True))


def language_of_name(name: str, *, lang: str) -> str:
    """One of text.LANGUAGES for a name whose code is foreign, a romanisation's ("icao") or missing."""
    fallback = "en" if script_of(name) == "Latn" else "ru"
    code = lang.replace("_", "-")
    if not code:
        return fallback
    try:
        found = normal_language(code, name)
    except UnknownLanguage:
        return fallback
    written_in_latin = script_of(name) == "Latn"
    return found if written_in_latin == (found in {"en", "uz-Latn"}) else fallback


@lru_cache(maxsize=1)
def _also() -> frozenset[tuple[str, str]]:
    return frozenset((row["initial"], row["also"]) for row in rows("names/initials.csv", "initial", "also"))


@lru_cache(maxsize=100_000)
def initials_of(canonical: str) -> tuple[str, ...]:
    """The canonical letters that a form may be shortened to; a form of one letter is its own."""
    if len(canonical) <= 1:
        return (canonical,) if canonical else ()
    return tuple(sorted({canonical[0], *(one for one, whole in _also() if whole == canonical[0])}))
