"""Places in a text: units found, doubtful ones left out, candidates weighed by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tizme.model import Place, PlaceMatch
from tizme.places.common_words import is_common
from tizme.places.endings import readings
from tizme.places.gazetteer import gazetteer, same_or_inside
from tizme.places.spelling import key
from tizme.places.units import Unit, unit_at
from tizme.places.words import Part, cues, joined, kind_of, not_places, parts_of

# Weights are inhabitants to this power: a city counts more than a village of its name, but not by as
# much as its size.
_SIZE_POWER = 0.8
_FEWEST_PEOPLE = 300
# A text in Kyrgyz more often means the Kyrgyz place of two with one name. Set by hand; redo on tests/places.
_LANGUAGE_COUNTRY = {"ky": "KG", "uz-Latn": "UZ", "uz-Cyrl": "UZ", "tg": "TJ", "kk": "KZ", "uk": "UA"}
_LANGUAGE_FACTOR = 6.0
_SAME_COUNTRY_FACTOR = 3.0
_SAME_REGION_FACTOR = 6.0
# Places below this many inhabitants are read only where something besides the name says "place".
_NEEDS_CUE_BELOW = 15_000
_NAME_LIKE_BELOW = 100_000
_LOCAL_CASES = frozenset({"loc", "abl", "dat"})
_AGGLUTINATIVE = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl"})
_CANDIDATES = 5


def find_places(text: str, *, lang: str, start: int = 0, stop: int | None = None) -> list[PlaceMatch]:
    """The places named in ``text[start:stop]``, in order, none overlapping.

    Args:
        lang: One of tizme.text.LANGUAGES.

    Returns:
        Matches with candidates weighed against each other and by the other places of the stretch; a name
        that the gazetteer lacks has none. Countries' demonyms are not here but in find_demonyms.
    """
    parts = parts_of(text, start, len(text) if stop is None else stop)
    groups = _joined_units(text, _units(text, parts, lang))
    around = _named_for_certain(groups)
    return [_match(text, group, lang, around) for group in groups]


def _units(text: str, parts: list[Part], lang: str) -> list[Unit]:
    found, at = [], 0
    while at < len(parts):
        unit = unit_at(text, parts, at, lang)
        if unit is not None and _is_place(text, parts, unit, lang):
            found.append(unit)
            at = unit.last + 1
        else:
            at += 1
    return found


def _is_place(text: str, parts: list[Part], unit: Unit, lang: str) -> bool:
    """Whether a unit stands where it can only be a place; a name beside a name is rather a person."""
    if unit.how == "kind":
        return True
    needs = not_places().get(unit.name_key) or not_places().get(key(text[unit.start : unit.stop]))
    if unit.how == "demonym":
        return needs is None or needs == "cue"
    before = (
        parts[unit.first - 1]
        if unit.first and joined(text, parts[unit.first - 1], parts[unit.first])
        else None
    )
    cue = (before is not None and before.low in cues(lang, "loc")) or (
        lang in _AGGLUTINATIVE and unit.case in _LOCAL_CASES
    )
    if needs in {"never", "kind"} or (needs == "cue" and not cue):
        return False
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
    after_at = unit.last + 1
    after = (
        parts[after_at] if after_at < len(parts) and joined(text, parts[unit.last], parts[after_at]) else None
    )
    named_before, named_after = _is_name_like(before, lang), _is_name_like(after, lang)
    if _is_country(unit):
        return True
    if (
        named_before and unit.case == "nom" and not (lang == "en" and named_after)
    ):  # "Serhiy Kharkov said"; not a headline
        return False
    return sure or people >= _NAME_LIKE_BELOW or not (named_before or named_after)


def _is_name_like(part: Part | None, lang: str) -> bool:
    """Whether a word is capitalised and is no place, kind word or small word."""
    return (
        part is not None
        and part.capital
        and part.low not in cues(lang, "function")
        and kind_of(part.low, lang) is None
        and not any(reading.key in gazetteer().single for reading in readings(part.text, lang))
    )


def _related(a: Unit, b: Unit) -> bool:
    return any(same_or_inside(i, j) or same_or_inside(j, i) for i in a.ids for j in b.ids if i != j)


def _joined_units(text: str, units: list[Unit]) -> list[list[Unit]]:
    """Units that one space parts and of which one lies in the other are one place in words."""
    groups: list[list[Unit]] = []
    for unit in units:
        if groups:
            last = groups[-1][-1]
            gap = text[last.stop : unit.start]
            kinds = last.kind is not None and unit.kind is not None and last.kind.kind != unit.kind.kind
            apart = "demonym" in (last.how, unit.how) or _is_country(last) or _is_country(unit)
            if (
                gap in {" ", "\u00a0"}
                and not apart
                and (_related(last, unit) or (kinds and (not last.ids or not unit.ids)))
            ):
                groups[-1].append(unit)
                continue
        groups.append([unit])
    return groups


def _is_country(unit: Unit) -> bool:
    return bool(unit.ids) and gazetteer().places[unit.ids[0]].kind == "country"


def _named_for_certain(groups: list[list[Unit]]) -> Counter[str]:
    """Countries and regions that the text's unambiguous places lie in, each with how many places say so."""
    index, around = gazetteer(), Counter[str]()
    for group in groups:
        for unit in group:
            admins = [{i, *index.places[i].admin} for i in unit.ids]
            for common in set.intersection(*admins) if admins else ():
                around[common] += 1
    return around


def _match(text: str, group: list[Unit], lang: str, around: Counter[str]) -> PlaceMatch:
    finest, others = _finest(group)
    candidates = weigh(
        finest.ids,
        lang=lang,
        around=_without(around, finest),
        inside=[i for unit in others for i in unit.ids],
    )
    return PlaceMatch(
        group[0].start,
        group[-1].stop,
        _nominative(text, group, finest),
        candidates,
        group[0].how == "demonym",
    )


def _without(around: Counter[str], unit: Unit) -> Counter[str]:
    """What the other places of the text say: a place does not vouch for itself."""
    index = gazetteer()
    admins = [{i, *index.places[i].admin} for i in unit.ids]
    return around - Counter(set.intersection(*admins)) if admins else around


def _finest(group: list[Unit]) -> tuple[Unit, list[Unit]]:
    if len(group) == 1:
        return group[0], []
    order = {"village": 0, "city": 1, "town": 1, "front": 1, "district": 2, "region": 3, "country": 4}
    places = gazetteer().places

    def fineness(unit: Unit) -> int:
        if unit.kind is not None:
            return order.get(unit.kind.kind, 1)
        return min((order[places[i].kind] for i in unit.ids), default=1)

    finest = min(group, key=fineness)
    return finest, [unit for unit in group if unit is not finest]


def _nominative(text: str, group: list[Unit], finest: Unit) -> str:
    if len(group) == 1 or finest.kind is None or not finest.kind.keep:
        return finest.nominative
    if finest is group[0]:
        return finest.nominative + text[finest.stop : group[-1].stop]
    return text[group[0].start : finest.start] + finest.nominative + text[finest.stop : group[-1].stop]


def weigh(
    ids: Sequence[str], *, lang: str, around: Counter[str], inside: Iterable[str] = ()
) -> tuple[tuple[Place, float], ...]:
    """Candidates with their shares of all weight, best first.

    Args:
        around: Ids of countries, regions and districts that the text names otherwise.
        inside: Ids that the words themselves say it lies in.

    Returns:
        At most five. A share counts what the candidate lies in, or what lies in it, too: the town and the
        district of Urgut do not stand against each other.
    """
    index, containers = gazetteer(), set(inside)
    weights: dict[str, float] = {}
    for i in ids:
        place = index.places[i]
        if (
            containers
            and containers & {i, *place.admin} == set()
            and any(containers & set(index.places[j].admin) for j in ids)
        ):
            continue
        weight = float(max(index.people[i], _FEWEST_PEOPLE)) ** _SIZE_POWER
        weight *= _LANGUAGE_FACTOR if _LANGUAGE_COUNTRY.get(lang) == place.country else 1.0
        weight *= _SAME_COUNTRY_FACTOR if around[place.country] > 0 else 1.0
        weight *= (
            _SAME_REGION_FACTOR if any(around[a] > 0 for a in place.admin if a != place.country) else 1.0
        )
        weights[i] = weight
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda i: (-weights[i], i))[:_CANDIDATES]
    return tuple(
        (
            index.places[i],
            round(
                sum(w for j, w in weights.items() if same_or_inside(i, j) or same_or_inside(j, i)) / total, 3
            ),
        )
        for i in ranked
    )


def lookup(name: str, *, lang: str = "", near: Sequence[str] = ()) -> tuple[tuple[Place, float], ...]:
    """The places that a bare name may stand for, best first.

    Args:
        lang: Language of the words, where known; its endings are taken off and its country preferred.
        near: Ids of places named beside it.
    """
    index = gazetteer()
    around = Counter(a for i in near if i in index.places for a in (i, *index.places[i].admin))
    for code in [lang] if lang else ["en", "ru"]:
        parts = parts_of(name, 0, len(name))
        if not parts:
            return ()
        capital = [Part(p.start, p.stop, p.text[0].upper() + p.text[1:], p.low, capital=True) for p in parts]
        for at in range(len(parts)):
            unit = unit_at(name, capital, at, code)
            if unit is not None and unit.ids:
                return weigh(unit.ids, lang=code, around=around, inside=near)
    return ()
