"""The gazetteer: its places, what lies in what, and the index of names by spelling key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from tizme.model import Place
from tizme.places.endings import adjective
from tizme.places.spelling import key
from tizme.tables import Row, rows
from tizme.text import fold

_SLAVIC = ("ru", "uk")
# Inhabitants that a place without a census figure counts for when candidates of one name are weighed.
_WEIGHT_OF = {"country": 50_000_000, "area": 3_000_000, "region": 20_000, "district": 10_000, "front": 60_000}
_ADJECTIVE_ENDS = ("ский", "ская", "ской", "цкий", "цкая", "ський", "ська", "цький", "цька", "зький", "зька")
_LONGEST_ABBREVIATION = 5
_CITY_WORDS = frozenset({"shari", "shahri", "gorod", "kalasi", "misto", "gorad", "sheheri"})


@dataclass(slots=True)
class Gazetteer:
    """Everything that lookups need, built once.

    Attributes:
        places: id -> place.
        people: id -> inhabitants, or what stands for them in weighing.
        single: spelling key of a one-part name -> ids.
        several: key of the first part -> (keys of all parts, id), longest first.
        adjectives: key of a Slavic adjective's stem -> ids.
        shown: id -> language -> name.
        prominent: Ids that a text may name without any cue.
        abbreviations: Names in capitals (РФ, ДНР), exactly as written -> ids.
        sites: spelling key of an airport's name without its kind word -> ids.
        spelled: folded name, letter for letter -> ids.
        city_of_region: region that is a city -> that city.
        ends_small: Keys of the names of several parts whose last part is written small.
    """

    places: dict[str, Place] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    single: dict[str, list[str]] = field(default_factory=dict)
    several: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    adjectives: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, dict[str, str]] = field(default_factory=dict)
    prominent: set[str] = field(default_factory=set)
    abbreviations: dict[str, list[str]] = field(default_factory=dict)
    ends_small: set[tuple[str, ...]] = field(default_factory=set)
    sites: dict[str, list[str]] = field(default_factory=dict)
    spelled: dict[str, set[str]] = field(default_factory=dict)
    city_of_region: dict[str, str] = field(default_factory=dict)


@cache
def kind_keys() -> frozenset[str]:
    """Spelling keys of every kind word, in all languages."""
    forms = (row["form"] for row in rows("places/kinds.csv", "form"))
    return frozenset(key(form) for form in forms if not form.endswith("."))  # "с." is no word


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The tables under tables/places, read once.

    Raises:
        BadTable: a row names a region or district that no table holds.
    """
    found = Gazetteer()
    for row in rows("places/countries.csv", "id", "name", "ru", "en", "forms"):
        _add(found, row, Place(row["id"], row["name"], "country", (), row["id"], None, None), "country")
    for row in rows("places/areas.csv", "id", "name", "ru", "en", "country", "in", "forms"):
        inside = tuple(filter(None, row["in"].split("|"))) + tuple(filter(None, (row["country"],)))
        _add(found, row, Place(row["id"], row["name"], "region", inside, row["country"], None, None), "area")
    for row in rows("places/regions.csv", "id", "name", "ru", "en", "country", "forms"):
        place = Place(row["id"], row["name"], "region", (row["country"],), row["country"], None, None)
        _add(found, row, place, "region", indexed=not _is_city(row))
    _add_cities(found)
    _add_names_of_city_regions(found)
    _add_districts(found)
    _add_fronts(found)
    _add_towns(found)
    _add_sites(found)
    _add_points(found)
    for listed in found.several.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return found


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _is_city(region: Row) -> bool:
    """Whether a region is a city; its names then stand for the city of cities.csv."""
    return not _CITY_WORDS.isdisjoint(key(region["name"]).split())


def _add_names_of_city_regions(into: Gazetteer) -> None:
    for row in rows("places/regions.csv", "id", "name", "ru", "en", "country", "forms"):
        if _is_city(row):
            city = _town_of(
                into, row["country"], [row["en"].removesuffix(" city"), row["ru"].removeprefix("город ")]
            )
            if city is None:
                raise row.error("no city of that name in cities.csv")
            into.city_of_region[row["id"]] = city.id
            _index(into, city.id, [row["name"], row["ru"], row["en"], *row["forms"].split("|")])


def _add(into: Gazetteer, row: Row, place: Place, weigh_as: str, *, indexed: bool = True) -> None:
    """Put a hand-written row into the index."""
    into.places[place.id] = place
    into.people[place.id] = _WEIGHT_OF[weigh_as]
    into.prominent.add(place.id)
    into.shown[place.id] = {"": row["name"], "ru": row["ru"] or row["name"], "en": row["en"] or row["name"]}
    if indexed:
        _index(into, place.id, [row["name"], row["ru"], row["en"], *row["forms"].split("|")])


def _index(into: Gazetteer, place_id: str, names: Iterable[str]) -> None:
    kind = into.places[place_id].kind
    for name in dict.fromkeys(filter(None, names)):
        into.spelled.setdefault(fold(name), set()).add(place_id)
        if name.replace(".", "").isupper() and len(name) <= _LONGEST_ABBREVIATION:
            into.abbreviations.setdefault(name, []).append(place_id)
            continue
        full = tuple(key(name).split())
        # A country keeps its kind word, else "Kyrgyz Republic" would be "Kyrgyz".
        bare = full if kind == "country" else tuple(part for part in full if part not in kind_keys())
        if kind in {"region", "district"} and name.replace(" район", "").endswith(_ADJECTIVE_ENDS):
            _index_adjective(into, place_id, name.removesuffix(" район"))  # gives no place "Харьковский"
            continue
        if kind == "region" and bare != full:
            _index_adjective(
                into,
                place_id,
                name.rpartition(" ")[0].removesuffix(" автономная").removesuffix(" автономный"),
            )
        if len(full) - len(bare) != 1:  # one kind word beside the name is read apart from it
            _index_parts(into, place_id, full)
        if bare != full and not (kind in {"region", "district"} and _is_adjective(name)):
            _index_parts(into, place_id, bare)
        words = [word for word in re.split("[ -]", name) if key(word) not in kind_keys()]
        if len(full) > 1 and words and words[-1][:1].islower():
            into.ends_small.update((full, bare))


def _is_adjective(name: str) -> bool:
    """Whether the name without its kind word is an adjective: "Киевская" alone is rather a street."""
    return name.rpartition(" ")[0].split(" ")[0].endswith(_ADJECTIVE_ENDS)


def _index_parts(into: Gazetteer, place_id: str, parts: tuple[str, ...]) -> None:
    if not parts:
        return
    whole = "".join(parts)
    if len(parts) > 1:
        listed = into.several.setdefault(parts[0], [])
        if (parts, place_id) not in listed:
            listed.append((parts, place_id))
    if len(parts) == 1 or len(parts) == 2:
        ids = into.single.setdefault(whole, [])
        if place_id not in ids:
            ids.append(place_id)


def _index_adjective(into: Gazetteer, place_id: str, written: str) -> None:
    """Index "Горно-Бадахшанская", "Аштский" by the stem of the adjective."""
    before, last = written[: written.rfind("-") + 1], written[written.rfind("-") + 1 :]
    for lang in _SLAVIC:
        read = adjective(last, lang)
        if read is not None and last.endswith(_ADJECTIVE_ENDS):
            ids = into.adjectives.setdefault(key(before + read.stem).replace(" ", ""), [])
            if place_id not in ids:
                ids.append(place_id)


def _add_cities(into: Gazetteer) -> None:
    for row in rows("places/cities.csv", "id", "name", "kind", "region", "country", "own", "names"):
        admin = tuple(filter(None, (row["region"], row["country"])))
        place = Place(
            row["id"], row["name"], row["kind"], admin, row["country"], float(row["lat"]), float(row["lon"])
        )
        names = [name for name in row["names"].split("|") if name]
        into.places[place.id] = place
        into.people[place.id] = int(row["population"] or 0)
        into.shown[place.id] = {
            "": row["own"] or row["name"],
            "en": row["name"].removesuffix(" Shahri"),
            "ru": names[0] if names else row["own"] or row["name"],
        }
        _index(into, place.id, [row["name"], row["own"], *names])


def _add_towns(into: Gazetteer) -> None:
    """Usual English and earlier names of towns, written by hand."""
    for row in rows("places/towns.csv", "country", "find", "en", "forms"):
        town = _town_of(into, row["country"], [row["find"]])
        if town is None:
            raise row.error(f"no place '{row['find']}' in cities.csv")
        into.shown[town.id]["en"] = row["en"] or into.shown[town.id]["en"]
        _index(into, town.id, [row["en"], *row["forms"].split("|")])


def _add_districts(into: Gazetteer) -> None:
    for row in rows("places/districts.csv", "id", "name", "ru", "en", "region", "centre", "forms"):
        region = into.places.get(row["region"])
        if region is None:
            raise row.error(f"region '{row['region']}' is not in regions.csv")
        names = [row["name"], row["ru"], row["en"], *row["forms"].split("|")]
        town = _town_of(into, region.id, [row["centre"]] if row["centre"] else names)
        city = into.places.get(into.city_of_region.get(region.id, ""))
        admin = (*([city.id] if city else []), region.id, *region.admin)
        town = city or town
        at = (town.lat, town.lon) if town else (None, None)
        _add(into, row, Place(row["id"], row["name"], "district", admin, region.country, *at), "district")
        if town and into.people[town.id] < 150_000:
            inside = (row["id"], *town.admin)
            into.places[town.id] = Place(
                town.id, town.name, town.kind, inside, town.country, town.lat, town.lon
            )


def _town_of(into: Gazetteer, region: str, names: Iterable[str]) -> Place | None:
    """The largest place of the region that bears one of the names: the district's centre."""
    for name in filter(None, names):
        bare = tuple(part for part in key(name).split() if part not in kind_keys())
        named = into.single.get("".join(bare)) or [
            i for parts, i in into.several.get(bare[0] if bare else "", ()) if parts == bare
        ]
        ids = [i for i in named if region in into.places[i].admin]
        towns = [i for i in ids if into.places[i].lat is not None]
        if towns:
            return into.places[max(towns, key=lambda i: into.people[i])]
    return None


def _add_fronts(into: Gazetteer) -> None:
    """Settlements known from the front: a row of cities.csv gets the names, or a new place stands."""
    for row in rows("places/fronts.csv", "id", "name", "ru", "en", "region", "lat", "lon", "forms"):
        names = [row["name"], row["ru"], row["en"], *row["forms"].split("|")]
        known = _town_of(into, row["region"], names)
        if known is None:
            admin = (row["region"], *into.places[row["region"]].admin)
            country = admin[-1]
            kind = "front" if "-F-" in row["id"] else "town"
            known = Place(
                row["id"], row["name"], kind, admin, country, _degrees(row["lat"]), _degrees(row["lon"])
            )
            _add(into, row, known, "front")
            continue
        into.people[known.id] = max(into.people[known.id], _WEIGHT_OF["front"])
        into.prominent.add(known.id)
        into.shown[known.id] = {
            "": row["name"],
            "ru": row["ru"] or row["name"],
            "en": row["en"] or row["name"],
        }
        _index(into, known.id, names)


def _add_sites(into: Gazetteer) -> None:
    """Airports, which are read only beside a kind word: "аэропорт Манас"."""
    for row in rows("places/sites.csv", "id", "name", "ru", "en", "region", "lat", "lon", "forms"):
        region = into.places.get(row["region"])
        if region is None:
            raise row.error(f"region '{row['region']}' is not in regions.csv")
        at = (_degrees(row["lat"]), _degrees(row["lon"]))
        site = Place(row["id"], row["name"], "site", (region.id, *region.admin), region.country, *at)
        _add(into, row, site, "front", indexed=False)
        for form in row["forms"].split("|"):
            into.sites.setdefault(key(form).replace(" ", ""), []).append(site.id)


def _add_points(into: Gazetteer) -> None:
    """Coordinates of what has none by its town: from points.csv; of a region those of its largest town."""
    for row in rows("places/points.csv", "id", "lat", "lon"):
        known = into.places.get(row["id"])
        if known is None:
            raise row.error(f"no place '{row['id']}' in the other tables")
        if known.lat is None:
            into.places[known.id] = replace(known, lat=float(row["lat"]), lon=float(row["lon"]))
    largest: dict[str, Place] = {}
    for found in into.places.values():
        for region in found.admin if found.kind in {"city", "town", "village"} else ():
            if region not in largest or into.people[found.id] > into.people[largest[region].id]:
                largest[region] = found
    for known in list(into.places.values()):
        if known.kind == "region" and known.lat is None and known.id in largest:
            town = largest[known.id]
            into.places[known.id] = replace(known, lat=town.lat, lon=town.lon)


def place(place_id: str) -> Place | None:
    """The place of that id, None where the gazetteer has none."""
    return gazetteer().places.get(place_id)


def same_or_inside(a_id: str, b_id: str) -> bool:
    """Whether the places are one, or the first lies in the second."""
    if a_id == b_id:
        return True
    inner = place(a_id)
    return inner is not None and b_id in inner.admin


def display(place_id: str, lang: str) -> str:
    """The place's name for a reader of ``lang``; the id itself where the gazetteer has no such place."""
    names = gazetteer().shown.get(place_id)
    if names is None:
        return place_id
    if lang in {"en", "uz-Latn"}:
        return names["en"]
    if lang in {"ru", "uk"}:
        return names["ru"]
    return names[""] if key(names[""]) and not names[""].isascii() else names["ru"]
