"""Whether words that the gazetteer knows stand for a place here, or for a person or a common word."""

from __future__ import annotations

import re
from functools import lru_cache

from tizme.places.common_words import is_common
from tizme.places.endings import readings
from tizme.places.gazetteer import gazetteer
from tizme.places.spelling import key
from tizme.places.units import Unit
from tizme.places.words import Part, cues, joined, kind_of, not_places
from tizme.tables import rows

# Places below this many inhabitants are read only where something besides the name says "place".
_NEEDS_CUE_BELOW = 15_000
_NAME_LIKE_BELOW = 100_000
_LOCAL_CASES = frozenset({"loc", "abl", "dat"})
_AGGLUTINATIVE = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl"})
_LONGEST_CELL = 60  # code points of a text that may be one name and nothing else
_SHORTEST_FAMILY_NAME = 4
# Without a word such as "in", a given name that is a place too is the place from so many inhabitants.
_OUTWEIGHS_A_GIVEN_NAME = 500_000


def is_country(unit: Unit) -> bool:
    """Whether the words name a country."""
    return bool(unit.ids) and gazetteer().places[unit.ids[0]].kind == "country"


def is_place(text: str, parts: list[Part], unit: Unit, lang: str) -> bool:
    """Whether a unit stands where it can only be a place; a name beside a name is rather a person."""
    if unit.how == "kind":
        return True
    needs = not_places().get(unit.name_key) or not_places().get(key(text[unit.start : unit.stop]))
    if unit.how == "demonym":
        return needs is None or needs == "cue"
    before, after = _neighbours(text, parts, unit)
    side = cues(lang, "loc").get(before.low) if before is not None else None
    alone = _is_whole_text(text, unit)
    strong = alone or side == "" or (lang in _AGGLUTINATIVE and unit.case == "loc")
    cue = alone or side is not None or (lang in _AGGLUTINATIVE and unit.case in _LOCAL_CASES)
    if needs in {"never", "kind"} or (needs == "cue" and not cue):
        return False
    if _is_of_another(unit, parts[unit.first], before, after, lang, cue=cue, strong=strong):
        return False
    return _is_enough(unit, before, after, parts, lang, cue=cue)


def _neighbours(text: str, parts: list[Part], unit: Unit) -> tuple[Part | None, Part | None]:
    """The words joined to the unit on either side."""
    before = parts[unit.first - 1] if unit.first else None
    after = parts[unit.last + 1] if unit.last + 1 < len(parts) else None
    return (
        before if before is not None and joined(text, before, parts[unit.first]) else None,
        after if after is not None and joined(text, parts[unit.last], after) else None,
    )


def _is_of_another(
    unit: Unit, written: Part, before: Part | None, after: Part | None, lang: str, *, cue: bool, strong: bool
) -> bool:
    """Whether the word is a month ("Қазан айында") or somebody's name ("Ош Жумабеков", "у Владимира")."""
    if after is not None and (
        after.low in cues(lang, "not_before") or after.low in cues("*", "family_ending")
    ):
        return True
    if before is not None and before.low in cues(lang, "not_after"):
        return True
    if unit.case == "nom" and not cue and not is_country(unit) and _is_family_name(after, lang):
        return True
    if unit.first != unit.last:
        return False
    if not cue and _is_name_like(before, lang) and _ends_as_family_name(written):
        return True  # "Елена Сергеевна ИВАНОВА"
    return not strong and _is_given_name(unit, lang)


def _is_enough(
    unit: Unit, before: Part | None, after: Part | None, parts: list[Part], lang: str, *, cue: bool
) -> bool:
    """Whether size, a cue and the neighbours together say that a place is meant."""
    index = gazetteer()
    people = max(index.people[i] for i in unit.ids)
    sure = any(i in index.prominent for i in unit.ids)
    common = unit.first == unit.last and is_common(parts[unit.first].low, lang)
    if common and not sure and not (cue and people >= _NEEDS_CUE_BELOW):
        return False
    if cue:
        return True
    if common and unit.case == "nom" and any(index.places[i].kind in {"district", "front"} for i in unit.ids):
        return False
    if people < _NEEDS_CUE_BELOW and not sure:
        return False
    named_before, named_after = _is_name_like(before, lang), _is_name_like(after, lang)
    if is_country(unit):
        return True
    if (
        named_before and unit.case == "nom" and not (lang == "en" and named_after)
    ):  # "Serhiy Kharkov said"; not a headline
        return False
    return sure or people >= _NAME_LIKE_BELOW or not (named_before or named_after)


def _is_whole_text(text: str, unit: Unit) -> bool:
    """Whether the text is nothing but this name, as a cell of a table may be."""
    return len(text) <= _LONGEST_CELL and not re.search(r"\w", text[: unit.start] + text[unit.stop :])


def _ends_as_family_name(part: Part) -> bool:
    return len(part.low) > _SHORTEST_FAMILY_NAME and part.low.endswith(tuple(cues("*", "family_ending")))


def _is_family_name(part: Part | None, lang: str) -> bool:
    """Whether a capitalised word ends as family names of the region do, and is no place."""
    return (
        part is not None
        and part.capital
        and _ends_as_family_name(part)
        and not any(reading.key in gazetteer().single for reading in readings(part.text, lang))
    )


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(key(row["name"]) for row in rows("names/given_names.csv", "name"))


def _is_given_name(unit: Unit, lang: str) -> bool:
    """Whether the word is a given name and no place of that name is large enough to be meant without more."""
    index = gazetteer()
    if lang == "en" or any(index.people[i] >= _OUTWEIGHS_A_GIVEN_NAME for i in unit.ids):
        return False
    return unit.name_key in _given_names() and not is_country(unit)


def _is_name_like(part: Part | None, lang: str) -> bool:
    """Whether a word is capitalised and is no place, kind word or small word."""
    return (
        part is not None
        and part.capital
        and part.low not in cues(lang, "function")
        and kind_of(part.low, lang) is None
        and not any(reading.key in gazetteer().single for reading in readings(part.text, lang))
    )
