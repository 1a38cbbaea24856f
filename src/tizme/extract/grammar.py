"""The order, endings and small words of each language (tables/extract/languages.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tizme.tables import rows

_TABLE = "extract/languages.csv"
# "and" between two who are named together.
AND = frozenset({"и", "and", "та", "ва", "жана", "және"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the engine needs to know of a language's order and markers."""

    verb_last: bool
    from_words: frozenset[str]
    from_endings: tuple[str, ...]
    indefinite: frozenset[str]
    another: frozenset[str]
    first_person: frozenset[str]
    plural_endings: tuple[str, ...]
    definite: frozenset[str]
    origin_words: frozenset[str]
    subordinators: frozenset[str]
    relative_words: frozenset[str]
    that_words: frozenset[str]
    singular_first: frozenset[str]
    my_words: frozenset[str]
    oblique_endings: tuple[str, ...]
    owner_behind: bool
    locative_endings: tuple[str, ...]
    attributive_endings: tuple[str, ...]
    dative_endings: tuple[str, ...]
    in_words: frozenset[str]
    small_words: frozenset[str]
    term_words: frozenset[str]
    age_words: frozenset[str]
    ages_whom: frozenset[str]
    learns_words: frozenset[str]
    my_endings: tuple[str, ...]
    ordinals: tuple[frozenset[str], ...]
    hearer_endings: tuple[str, ...]
    said_words: frozenset[str]
    hearer_words: frozenset[str]
    possessives: frozenset[str]

    @property
    def object_endings(self) -> tuple[str, ...]:
        """Case endings of what a verb acts on: the oblique ones that say no place and no hearer."""
        others = {*self.dative_endings, *self.locative_endings, *self.from_endings}
        return tuple(e for e in self.oblique_endings if e not in others)


@cache
def grammar(lang: str) -> Grammar:
    """The grammar row of ``lang``.

    Raises:
        LookupError: the table has no row for ``lang``.
    """
    for row in rows(_TABLE, "lang", "order"):
        if row["lang"] == lang:
            return Grammar(
                row["order"] == "sov",
                frozenset(row["from_words"].split()),
                tuple(row["from_endings"].split()),
                frozenset(row["indefinite"].split()),
                frozenset(row["another"].split()),
                frozenset(row["first_person"].split()),
                tuple(row["plural_endings"].split()),
                frozenset(row["definite"].split()),
                frozenset(row["origin_words"].split()),
                frozenset(row["subordinators"].split()),
                frozenset(row["relative_words"].split()),
                frozenset(row["that_words"].split()),
                frozenset(row["singular_first"].split()),
                frozenset(row["my_words"].split()),
                tuple(row["oblique_endings"].split()),
                row["owner"] == "behind",
                tuple(row["locative_endings"].split()),
                tuple(row["attributive_endings"].split()),
                tuple(row["dative_endings"].split()),
                frozenset(row["in_words"].split()),
                frozenset(row["small_words"].split()),
                frozenset(row["term_words"].split()),
                frozenset(row["age_words"].split()),
                frozenset(row["ages_whom"].split()),
                frozenset(row["learns_words"].split()),
                tuple(row["my_endings"].split()),
                tuple(frozenset(forms.split("|")) for forms in row["ordinals"].split()),
                tuple(row["hearer_endings"].split()),
                frozenset(row["said_words"].split()),
                frozenset(row["hearer_words"].split()),
                frozenset(row["possessives"].split()),
            )
    raise LookupError(lang)


@cache
def of_any_language(column: str) -> frozenset[str]:
    """The words of a column in every language: a text quotes, names and counts in more than its own."""
    return frozenset(endings_of_any_language(column))


@cache
def endings_of_any_language(column: str) -> tuple[str, ...]:
    """The endings of a column in every language, in the order of the table: the first that fits is taken."""
    found = [ending for row in rows(_TABLE, "lang", column) for ending in row[column].split()]
    return tuple(dict.fromkeys(found))


@cache
def endings_of(lang: str, column: str) -> tuple[str, ...]:
    """The endings of a column in one language."""
    return tuple(
        e for row in rows(_TABLE, "lang", column) if row["lang"] == lang for e in row[column].split()
    )


@cache
def clause_boundaries() -> frozenset[str]:
    """Marks and conjunctions that may begin another clause."""
    return frozenset(",;:-()") | of_any_language("conjunctions")
