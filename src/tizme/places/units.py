"""One name with its kind word, read at one place of the text: "Ошской области", "г. Куляб", "Rudny"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tizme.places.endings import Reading, adjective, origin_readings, readings
from tizme.places.gazetteer import gazetteer
from tizme.places.spelling import key
from tizme.places.words import Kind, Part, cues, joined, kind_joined, kind_of
from tizme.text import fold

_KIND_FITS = {
    "district": {"district"},
    "region": {"region"},
    "country": {"country"},
    "city": {"city", "town", "village", "front"},
    "town": {"city", "town", "village", "front"},
    "village": {"town", "village", "front"},
    "direction": {"city", "town", "village", "front"},
    "site": {"site"},
}
_CENTRAL_ASIA = frozenset({"KG", "UZ", "TJ", "KZ", "TM"})
_POSSESSIVE = ("ы", "і", "у", "ү", "и", "i")
_SHORTEST_ADJECTIVE_BASE = 3
# Ukrainian softens what Russian keeps: Воронезька - Воронежская, Калузька - Калужская.
_HARDENED = {"зьк": "жгз", "цьк": "кчц", "ськ": "шхс"}
_HYPHENS = frozenset({"-", "‑", "–"})
_UNLIKELY = 0.9  # no Russian name of a place ends so; of two readings the other one
_LARGE = 50_000  # inhabitants of a place that a hyphen may join to another ("Москва-Ташкент")
# What an adjective's stem loses and a name gains: Аштск -> Ашт, Восейск -> Восе, Уртачирчикск -> Уртачирчик.
_ADJECTIVE_TAILS = ("инск", "анск", "енск", "овск", "йск", "ейск", "ск")
_NAME_TAILS = ("", "а", "о", "е", "и", "ы", "я", "к")


@dataclass(slots=True)
class Unit:
    """A name read in a text, before candidates are weighed.

    Attributes:
        first, last: Its parts, ``last`` included.
        ids: Gazetteer ids that the name may stand for; empty for a name known by its kind word only.
        how: bare | kind | adjective | demonym.
        case: Of the name, or of its kind word.
    """

    first: int
    last: int
    start: int
    stop: int
    nominative: str
    ids: tuple[str, ...]
    how: str
    case: str
    kind: Kind | None = None
    name_key: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A gazetteer name found at a part."""

    last: int
    nominative: str
    ids: tuple[str, ...]
    case: str
    key: str


def name_at(text: str, parts: list[Part], at: int, lang: str) -> Name | None:
    """The name of the gazetteer that starts at this part: the longest, then one shown so."""
    index, found = gazetteer(), []
    for reading in readings(parts[at].text, lang):
        for keys, _ in index.several.get(reading.key, ()):
            many = _follow(text, parts, at, keys, lang)
            if many is not None:
                found.append(many)
    one = _single(parts[at], lang)
    if one is not None:
        found.append(Name(at, one.nominative, one.ids, one.case, one.key))
    whole = [name for name in found if not _is_cut(text, parts, at, max(name.last, at), lang)]
    return max(whole, key=lambda name: (name.last, _is_shown(name.nominative, name.ids)), default=None)


def _is_cut(text: str, parts: list[Part], first: int, last: int, lang: str) -> bool:
    """Whether a hyphen joins more of the name ("Балта" in Кара-Балта); not of a route."""
    for inner, outer in ((first, first - 1), (last, last + 1)):
        if 0 <= outer < len(parts) and parts[outer].capital and len(parts[outer].text) > 1:
            left, right = sorted((inner, outer))
            if text[parts[left].stop : parts[right].start] in _HYPHENS and not _is_large(parts[outer], lang):
                return True
    return False


def _is_large(part: Part, lang: str) -> bool:
    index = gazetteer()
    return any(
        index.people[i] >= _LARGE and index.places[i].kind != "region"
        for reading in readings(part.text, lang)
        for i in index.single.get(reading.key, ())
    )


def _is_shown(form: str, ids: Sequence[str]) -> bool:
    """Whether the form is a name that the tables show for one of the places."""
    shown, low = gazetteer().shown, fold(form)
    return any(low == fold(name) for i in ids for name in shown[i].values())


def _single(part: Part, lang: str) -> Name | None:
    index, best, best_weight = gazetteer(), None, -1.0
    if part.text.isupper() and part.text in index.abbreviations:
        return Name(0, part.text, tuple(index.abbreviations[part.text]), "nom", part.text)
    for reading in readings(part.text, lang):
        ids = index.single.get(reading.key)
        if reading.case == "plural" or (reading.case == "none" and ids and not _is_shown(reading.form, ids)):
            continue
        if ids and len(reading.key) > 1:
            weight = max(index.people[i] * (2.0 if _is_shown(reading.form, [i]) else 1.0) for i in ids)
            weight *= 5.0 if reading.case == "nom" else 1.0
            weight *= _UNLIKELY if lang == "ru" and reading.form.endswith("иа") else 1.0  # "Мордовии"
            if weight > best_weight:
                best, best_weight = Name(0, reading.form, tuple(ids), reading.case, reading.key), weight
    return best


def _follow(text: str, parts: list[Part], at: int, keys: tuple[str, ...], lang: str) -> Name | None:
    """The name of these keys, if the parts from ``at`` on spell it in any case."""
    last = at + len(keys) - 1
    if last >= len(parts):
        return None
    index, chosen = gazetteer(), list[Reading]()
    ids = tuple(i for k, i in index.several[keys[0]] if k == keys)
    shown = {
        word for i in ids for name in index.shown[i].values() for word in fold(name).replace("-", " ").split()
    }
    for offset, wanted in enumerate(keys):
        part = parts[at + offset]
        if offset and not joined(text, parts[at + offset - 1], part):
            return None
        fitting = [r for r in readings(part.text, lang) if r.key == wanted]
        if not fitting:
            return None
        chosen.append(max(fitting, key=lambda r: fold(r.form) in shown))
    if not parts[last].capital and keys not in index.ends_small:
        return None
    words = chosen[0].form
    for offset in range(1, len(keys)):
        words += text[parts[at + offset - 1].stop : parts[at + offset].start] + chosen[offset].form
    case = next((r.case for r in chosen if r.case != "nom"), "nom")
    return Name(last, words, ids, case, " ".join(keys))


def unit_at(text: str, parts: list[Part], at: int, lang: str) -> Unit | None:
    """The unit that starts at this part, None where there is none."""
    part = parts[at]
    kind = kind_of(part.low, lang)
    if kind is None and text[part.stop : part.stop + 1] == ".":
        kind = kind_of(part.low + ".", lang)  # "с." of a village, which without its full stop is "with"
    if kind is not None and kind.side != "before":
        unit = _kind_then_name(text, parts, at, lang, kind)
        if unit is not None:
            return unit
    if part.capital:
        if kind is not None and at and part.text[0].isupper() and kind.side != "after":
            return None
        return _adjective_then_kind(text, parts, at, lang) or _name_then_kind(text, parts, at, lang)
    if len(part.low) >= 5:
        return _from_there(parts, at, lang)
    return None


def _site(parts: list[Part], at: int, kind_at: int, kind: Kind, lang: str) -> Unit | None:
    """ "аэропорт Манас", "Ош аэропортунан": one named part beside the kind word."""
    for reading in readings(parts[at].text, lang):
        ids = gazetteer().sites.get(reading.key)
        if ids and parts[at].capital:
            first, last = sorted((at, kind_at))
            name = (
                f"{kind.nominative} {reading.form}" if kind_at < at else f"{reading.form} {kind.nominative}"
            )
            start, stop = parts[first].start, parts[last].stop
            return Unit(first, last, start, stop, name, tuple(ids), "kind", kind.case, kind, reading.key)
    return None


def _fitting(ids: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    places, fits = gazetteer().places, _KIND_FITS[kind.kind]
    fitting = tuple(i for i in ids if places[i].kind in fits)
    if kind.kind == "direction":  # of the front: the place known from it
        return tuple(i for i in fitting if i in gazetteer().prominent) or fitting
    return fitting


def _kind_then_name(text: str, parts: list[Part], at: int, lang: str, kind: Kind) -> Unit | None:
    """ "г. Куляб", "деҳаи Тугарак", "village of X", "районе Джалолиддини Балхи"."""
    after = at + 1
    if lang == "en":
        if after >= len(parts) or parts[after].low != "of":
            return None
        after += 1
    if (
        after >= len(parts)
        or not parts[after].capital
        or not kind_joined(text, parts[after - 1], parts[after])
    ):
        return None
    if kind.kind == "site":
        return _site(parts, after, at, kind, lang)
    known = name_at(text, parts, after, lang)
    last = _last_of(known, after)
    ids = _fitting(known.ids, kind) if known else ()
    word, name = parts[at], known.nominative if known else ""
    if not ids:
        if kind.kind not in {"village", "district"} or len(parts[after].text) < 2:
            return None
        if kind.kind == "district" and known and lang in {"ru", "uk"}:
            return None  # "в районе Клещеевки": near the village
        last, name = _unknown_name(text, parts, after, lang)
    full = (
        kind.nominative
        if kind.nominative and word.low != kind.nominative and len(word.text) > 3
        else word.text
    )
    written_out = kind.keep and lang != "en" and "-" not in word.text and len(word.text) > 3
    if written_out:
        name = f"{full.lower() if word.text.islower() else full} {name}"
    key_ = known.key if known and ids else key(name)
    return Unit(at, last, word.start, parts[last].stop, name, ids, "kind", kind.case, kind, key_)


def _last_of(name: Name | None, at: int) -> int:
    return max(name.last, at) if name else at


def _unknown_name(text: str, parts: list[Part], at: int, lang: str) -> tuple[int, str]:
    """The words from ``at`` on that a hyphen, an adjective or an izofat joins, and they as written."""
    last = at
    while last + 1 < len(parts) and (
        text[parts[last].stop : parts[last + 1].start] == "-"
        or (
            parts[last + 1].capital
            and joined(text, parts[last], parts[last + 1])
            and _goes_on(parts[last], lang)
        )
    ):
        last += 1
    written = text[parts[at].start : parts[last].stop]
    return last, written.removesuffix("'s") if lang == "en" else written


def _goes_on(part: Part, lang: str) -> bool:
    """Whether a name hardly ends with this word: "Малые Пупки", "Сари Осиё"."""
    return (lang == "tg" and part.low.endswith("и")) or (
        lang in {"ru", "uk"} and adjective(part.text, lang) is not None
    )


def _adjective_then_kind(text: str, parts: list[Part], at: int, lang: str) -> Unit | None:
    """ "Ошской области", "Bосейский р-н", "Горно-Бадахшанской автономной области"."""
    if lang not in {"ru", "uk"}:
        return None
    last = at
    while last + 1 < len(parts) and text[parts[last].stop : parts[last + 1].start] == "-":
        last += 1
    read = adjective(parts[last].text, lang)
    full_name = read is None and last == at and _is_name_before_adjective(text, parts, at, lang)
    if full_name:  # "Джаббор Расуловский район"
        last = at + 1
        read = adjective(parts[last].text, lang)
    if read is None or last + 1 >= len(parts):
        return None
    after = last + 1
    extra = ""
    if parts[after].low.startswith(("автоном", "народн")) and after + 1 < len(parts):
        more = adjective(parts[after].text, lang)
        kind = kind_of(parts[after + 1].low, lang)
        extra = " " + getattr(more, kind.gender) if more and kind and kind.gender else ""
        after += 1
    kind = kind_of(parts[after].low, lang)
    if (
        kind is None
        or kind.side == "after"
        or not kind.gender
        or not kind_joined(text, parts[after - 1], parts[after])
    ):
        return None
    before = text[parts[at].start : parts[last].start]
    ids = _fitting(_by_adjective(key(before + read.stem), before + read.stem), kind)
    if not ids and (full_name or kind.kind not in {"village", "district"}):
        return None
    name = f"{before}{getattr(read, kind.gender)}{extra} {kind.nominative}"
    stop = parts[after].stop
    if parts[after].low == "обл" and text[stop : stop + 1] == ".":
        stop += 1  # "обл." is written with its full stop
    return Unit(at, after, parts[at].start, stop, name, ids, "kind", kind.case, kind, key(before + read.stem))


def _is_name_before_adjective(text: str, parts: list[Part], at: int, lang: str) -> bool:
    """Whether a capitalised adjective and a kind word follow: a district called after a man."""
    if at + 2 >= len(parts) or not parts[at + 1].capital or kind_of(parts[at + 2].low, lang) is None:
        return False
    return text[parts[at].stop : parts[at + 1].start] == " "


def _by_adjective(whole: str, stem: str) -> tuple[str, ...]:
    """The places that an adjective with this stem may be made of."""
    index = gazetteer()
    found = list(index.adjectives.get(whole.replace(" ", ""), ()))
    low = stem.lower()
    bases = [low[: -len(tail)] for tail in _ADJECTIVE_TAILS if low.endswith(tail)]
    if low.endswith(("цк", "ск", "цьк", "ськ")):
        bases.append(low)
    bases += [low[:-3] for tail in ("ськ", "цьк", "зьк") if low.endswith(tail)]
    bases += [low[:-4] for tail in ("ійск", "ійськ", "йськ") if low.endswith(tail)]
    for end, letters in _HARDENED.items():
        if low.endswith(end):
            for letter in letters:
                found += index.adjectives.get(key(low[: -len(end)] + letter + "ск").replace(" ", ""), ())
    for base in bases:
        if len(base) >= _SHORTEST_ADJECTIVE_BASE or base == "ош":
            for tail in _NAME_TAILS:
                found += index.single.get(key(base + tail).replace(" ", ""), ())
    return tuple(dict.fromkeys(found))


def _name_then_kind(text: str, parts: list[Part], at: int, lang: str) -> Unit | None:
    """ "Leilek district", "Buxoro viloyatidan", "Ванж ауданының", or the bare name."""
    known = name_at(text, parts, at, lang)
    last = _last_of(known, at) if known else _end_of_hyphens(text, parts, at)
    kind_at = last + 1
    kind = kind_of(parts[kind_at].low, lang) if kind_at < len(parts) else None
    if kind is not None and kind.side != "after" and kind_joined(text, parts[last], parts[kind_at]):
        site = _site(parts, at, kind_at, kind, lang) if kind.kind == "site" else None
        if site is not None:
            return site
        ids = _fitting(known.ids, kind) if known else ()
        name = known.nominative if known and ids else text[parts[at].start : parts[last].stop]
        if ids or _may_be_unknown(parts[last], kind, lang):
            nominative = f"{name} {kind.nominative}" if kind.keep else name
            return Unit(
                at, kind_at, parts[at].start, parts[kind_at].stop, nominative, ids, "kind", kind.case, kind,
                known.key if known else key(name),
            )  # fmt: skip
    if known is None:
        return _from_there(parts, at, lang)
    return Unit(
        at,
        last,
        parts[at].start,
        parts[last].stop,
        known.nominative,
        known.ids,
        "bare",
        known.case,
        None,
        known.key,
    )


def _end_of_hyphens(text: str, parts: list[Part], at: int) -> int:
    """The last part that hyphens join to this one: "Кыргыз-Ата айылы" is not "Ата айылы"."""
    while at + 1 < len(parts) and parts[at + 1].capital and text[parts[at].stop : parts[at + 1].start] == "-":
        at += 1
    return at


def _may_be_unknown(part: Part, kind: Kind, lang: str) -> bool:
    """Whether the word before a kind word may be a name that the gazetteer lacks.

    A Turkic kind word then has its possessive ending: "Тоо айылы", not "Бул айыл".
    """
    if kind.kind not in {"village", "district"} or lang in {"ru", "uk"} or part.low in cues(lang, "function"):
        return False
    return lang == "en" or kind.nominative.endswith(_POSSESSIVE)


def _names_people(place_id: str, name_key: str) -> bool:
    """Whether a place is known enough for a word to be read as "one from there"; short names need a city."""
    index = gazetteer()
    if len(name_key) <= 3:
        return index.people[place_id] >= 100_000
    return place_id in index.prominent or index.people[place_id] >= 30_000


def _from_there(parts: list[Part], at: int, lang: str) -> Unit | None:
    """ "урғутлик", "buxorolik", "наманганец": somebody from a place smaller than a country."""
    part, index = parts[at], gazetteer()
    for reading in origin_readings(part.text, lang):
        if any(index.places[i].kind == "country" for i in index.single.get(reading.key, ())):
            return None  # find_demonyms gives countries
        ids = [
            i for i in index.single.get(reading.key, ())
            if _names_people(i, reading.key)
            and index.places[i].country in _CENTRAL_ASIA and index.places[i].kind != "country"
        ]  # fmt: skip
        if ids:
            return Unit(
                at,
                at,
                part.start,
                part.stop,
                reading.form,
                tuple(ids),
                "demonym",
                reading.case,
                None,
                reading.key,
            )
    return None
