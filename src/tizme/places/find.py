"""Places in a text: units found, doubtful ones left out, candidates weighed by what else the text names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tizme.model import Place, PlaceMatch
from tizme.places.doubts import is_country, is_place
from tizme.places.gazetteer import gazetteer, same_or_inside
from tizme.places.units import Unit, unit_at
from tizme.places.words import Part, not_places, parts_of
from tizme.text import fold

# Weights are inhabitants to this power: a city counts more than a village of its name, but not by as
# much as its size.
_SIZE_POWER = 0.8
_FEWEST_PEOPLE = 300
# A text in Kyrgyz more often means the Kyrgyz place of two with one name. Set by hand; redo on tests/places.
_LANGUAGE_COUNTRY = {"ky": "KG", "uz-Latn": "UZ", "uz-Cyrl": "UZ", "tg": "TJ", "kk": "KZ", "uk": "UA"}
_LANGUAGE_FACTOR = 6.0
_SAME_COUNTRY_FACTOR = 3.0
_SAME_REGION_FACTOR = 6.0
_SPELLED_FACTOR = 3.0
# Share left to the best of the countless places called Ленинское where nothing says which.
_DOUBTFUL = 0.5
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
        if unit is not None and is_place(text, parts, unit, lang):
            found.append(unit)
            at = unit.last + 1
        else:
            at += 1
    return found


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
            apart = "demonym" in (last.how, unit.how) or is_country(last) or is_country(unit)
            if (
                gap in {" ", "\u00a0"}
                and not apart
                and (_related(last, unit) or (kinds and (not last.ids or not unit.ids)))
            ):
                groups[-1].append(unit)
                continue
        groups.append([unit])
    return groups


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
    containers = [i for unit in others for i in unit.ids]
    near = _without(around, finest)
    candidates = weigh(
        finest.ids,
        written=finest.nominative,
        settlement=finest.kind is None,
        lang=lang,
        around=near,
        inside=containers,
    )
    if not_places().get(finest.name_key) == "inside" and not containers and candidates:
        lies_in = candidates[0][0].admin
        if not any(near[i] > 0 for i in lies_in):
            candidates = tuple((place, round(share * _DOUBTFUL, 3)) for place, share in candidates)
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
    order = {
        "village": 0,
        "site": 0,
        "city": 1,
        "town": 1,
        "front": 1,
        "district": 2,
        "region": 3,
        "country": 4,
    }
    places = gazetteer().places

    def fineness(unit: Unit) -> int:
        if unit.kind is not None:
            return order.get(unit.kind.kind, 1)
        return min((order[places[i].kind] for i in unit.ids), default=1)

    inner = [unit for unit in group if _lies_in_all(unit, group)]
    named = all(unit.ids for unit in group)
    finest = inner[0] if named and len(inner) == 1 else min(group, key=fineness)
    return finest, [unit for unit in group if unit is not finest]


def _lies_in_all(unit: Unit, group: list[Unit]) -> bool:
    """Whether one of its places lies in a place of each other unit, and none of theirs in one of its."""
    others = [other for other in group if other is not unit]
    return all(
        any(same_or_inside(i, j) for i in unit.ids for j in other.ids)
        and not any(same_or_inside(j, i) for i in unit.ids for j in other.ids)
        for other in others
    )


def _nominative(text: str, group: list[Unit], finest: Unit) -> str:
    if len(group) == 1 or finest.kind is None or not finest.kind.keep:
        return finest.nominative
    if finest is group[0]:
        return finest.nominative + text[finest.stop : group[-1].stop]
    return text[group[0].start : finest.start] + finest.nominative + text[finest.stop : group[-1].stop]


def weigh(
    ids: Sequence[str],
    *,
    lang: str,
    around: Counter[str],
    inside: Iterable[str] = (),
    written: str = "",
    settlement: bool = False,
) -> tuple[tuple[Place, float], ...]:
    """Candidates with their shares of all weight, best first.

    Args:
        around: Ids of countries, regions and districts that the text names otherwise.
        inside: Ids that the words themselves say it lies in.
        settlement: Whether no kind word says "district": a town in a district of its name is meant.
        written: The name as written, in the nominative; who spells it so counts more than who sounds so.

    Returns:
        At most five. A share counts what the candidate lies in, or what lies in it, too: the town and the
        district of Urgut do not stand against each other.
    """
    index, containers = gazetteer(), set(inside)
    spelled = index.spelled.get(fold(written), frozenset[str]()) if written else frozenset[str]()
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
        weights[i] = weight * (_SPELLED_FACTOR if i in spelled else 1.0)
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda i: (-weights[i], i))[:_CANDIDATES]
    if settlement:
        best = next((i for i in ranked if index.places[i].lat is not None and _lies_in_first(i, ranked)), "")
        ranked.sort(key=lambda i: i != best)  # stable: the others keep their order
    return tuple(
        (
            index.places[i],
            round(
                sum(w for j, w in weights.items() if same_or_inside(i, j) or same_or_inside(j, i)) / total, 3
            ),
        )
        for i in ranked
    )


def _lies_in_first(place_id: str, ranked: list[str]) -> bool:
    """Whether it is a settlement in the district that ranks first."""
    places, first = gazetteer().places, ranked[0]
    return (
        places[place_id].kind in {"city", "town", "village"}
        and places[first].kind == "district"
        and same_or_inside(place_id, first)
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
