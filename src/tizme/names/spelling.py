"""One word in another language's letters or in a romanisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from tizme.names.translit import canon
from tizme.names.variants import forms_of_item, kin_items, variant_items
from tizme.tables import rows
from tizme.text import fold, script_of

OWN = "own"
_RUSSIAN = re.compile(r"[а-яё-]+")


@dataclass(frozen=True, slots=True)
class System:
    """A way to write a name; see tables/names/forms_systems.csv."""

    code: str
    base: str
    like: str
    lang: str
    script: str
    rank: int
    title: str


@lru_cache(maxsize=1)
def systems() -> dict[str, System]:
    """Every system by its code."""
    columns = ("system", "base", "like", "lang", "script", "rank", "title")
    return {
        row["system"]: System(
            row["system"],
            row["base"],
            row["like"],
            row["lang"],
            row["script"],
            int(row["rank"]),
            row["title"],
        )
        for row in rows("names/forms_systems.csv", *columns)
    }


Rules = tuple[re.Pattern[str], tuple[str, ...]]


def _compiled(pairs: list[tuple[str, str]]) -> Rules:
    return re.compile("|".join(f"({p})" for p, _ in pairs) or "(?!)"), tuple(to for _, to in pairs)


@lru_cache(maxsize=64)
def _writing(system: str) -> Rules:
    table = rows("names/forms_letters.csv", "system", "pattern", "to")
    pairs: list[tuple[str, str]] = []
    name = system
    while name:
        for row in table:
            if row["system"] == name:
                if re.compile(row["pattern"]).groups:
                    raise row.error("a pattern here may not hold a group")
                pairs.append((row["pattern"], row["to"]))
        name = systems()[name].like if name in systems() else ""
    return _compiled(pairs)


@lru_cache(maxsize=4)
def _reading(system: str) -> Rules:
    table = rows("names/forms_reading.csv", "system", "pattern", "to")
    return _compiled([(row["pattern"], row["to"]) for row in table if row["system"] in {system, "*"}])


def _through(word: str, rules: Rules) -> str:
    """``word`` by the rules, piece by hyphenated piece, capitalised as it was."""
    pattern, to = rules
    pieces = []
    for piece in word.split("-"):
        low = piece.lower() if len(piece.lower()) == len(piece) else piece
        changed = pattern.sub(lambda found: to[(found.lastindex or 1) - 1], low)
        pieces.append(changed[:1].upper() + changed[1:] if piece[:1].isupper() else changed)
    return "-".join(pieces)


@lru_cache(maxsize=16)
def _listed(lang: str) -> dict[str, str]:
    """Canonical form -> the spelling of a given name that ``lang`` writes; none where two share a form."""
    found: dict[str, set[str]] = {}
    short = lang.split("-", maxsplit=1)[0]
    for row in rows("names/given_by_hand.csv", "lang", "names"):
        if row["lang"] == short:
            for name in row["names"].split():
                found.setdefault(canon(name), set()).add(name)
    if lang == "ru":
        for row in rows("names/given_names.csv", "name"):
            found.setdefault(canon(row["name"]), {row["name"]})
        for row in rows("names/given_by_hand.csv", "names"):
            for name in row["names"].split():
                found.setdefault(canon(name), {_through(name, _writing("ru"))})
    letters = re.compile("[әғқңөұүһіҳӣўҷӯ]")
    # Where a list holds "Баҳром" and "Бахром" the one with the language's own letters is the careful one.
    return {
        key: max(sorted(names), key=lambda n: len(letters.findall(fold(n)))) for key, names in found.items()
    }


@lru_cache(maxsize=20_000)
def listed_spelling(word: str, lang: str) -> str:
    """How the lists of given names write a given name in ``lang``; ``""`` where they do not hold it.

    >>> listed_spelling("Alexander", "ru"), listed_spelling("Yauhen", "ru"), listed_spelling("Омурбек", "ky")
    ('Александр', 'Евгений', 'Өмүрбек')
    """
    key = canon(word)
    listed, usual = _listed(lang), _usual(lang)
    if key in usual or script_of(word) != "Latn":
        return listed.get(key, "")
    # A romanisation that is no transliteration: by the spellings that are known to be one name.
    others = {form for item in variant_items(key) for form in forms_of_item(item)} & usual
    best = max(sorted(others), key=lambda form: JaroWinkler.similarity(form, key), default=key)
    return listed.get(best, "")


@lru_cache(maxsize=16)
def _usual(lang: str) -> frozenset[str]:
    """Canonical forms of the names that the hand-written list holds for ``lang``."""
    short = lang.split("-", maxsplit=1)[0]
    found = [
        row["names"].split()
        for row in rows("names/given_by_hand.csv", "lang", "names")
        if row["lang"] == short
    ]
    return frozenset(canon(name) for names in found for name in names)


# Whose own names differ from a neighbour's by more than letters; Russian borrows all of them as they are.
_SAYING = ("ky", "uz-Cyrl", "tg", "kk")


@lru_cache(maxsize=20_000)
def kin_spellings(word: str, lang: str) -> tuple[str, ...]:
    """How ``lang`` says the name that other peoples say as ``word``, by the hand-written list of its names.

    >>> kin_spellings("Юсуф", "kk"), kin_spellings("Юсуф", "ru")
    (('Жүсіп',), ())
    """
    if lang not in _SAYING:
        return ()
    key = canon(word)
    kin, listed = kin_items(key), _listed(lang)
    return tuple(listed[form] for form in sorted(_usual(lang)) if form != key and kin_items(form) & kin)


def listed_root(word: str, lang: str) -> str:
    """As `listed_spelling`, of a family name's root, which is looked up by its letters alone."""
    return _listed(lang).get(canon(word), "")


def in_cyrillic(word: str, lang: str) -> str:
    """A Latin word back in Cyrillic, in ``lang`` ("uz-Cyrl" exactly, else a guess in Russian letters)."""
    if script_of(word) != "Latn":
        return word
    listed = listed_spelling(word, lang)
    if listed:
        return listed
    return _through(word, _reading("uz-Latn" if lang == "uz-Cyrl" else "en"))


@lru_cache(maxsize=50_000)
def spelt(word: str, source: str, system: str) -> str:
    """A Cyrillic word of the language ``source`` as ``system`` writes it.

    >>> spelt("Жўраев", "uz-Cyrl", "uz-Latn"), spelt("Ҳасанзода", "tg", "ru"), spelt("Өмүрбек", "ky", "icao")
    ('Joʻrayev', 'Хасанзода', 'Omurbek')
    """
    if system in {OWN, source}:
        return word
    one = systems()[system]
    below = spelt(word, source, one.base)
    if one.base == OWN and one.script == "Cyrl":
        # Russian spelling lost letters that a list of the language's own names gives back.
        if system != "ru":
            listed = _listed(system).get(canon(word))
            if listed:
                return listed
        elif source != "uk" and _RUSSIAN.fullmatch(word.lower()):
            return word
    return _through(below, _writing(system))
