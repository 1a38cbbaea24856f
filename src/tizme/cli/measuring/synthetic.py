"""Made-up people by the million, so that a list can be as long as one likes: names by their true frequencies.

For time and memory, not for accuracy (a man may get a woman's patronymic): the words come from records_1m and
the Russian registers beside it, the spellings from anyascii and from Latin and Cyrillic words that people
wrote (wd_russian_80), the noise from the shares below. None of it comes from tizme's own tables, which would
only meet themselves again.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tizme.cli.measuring.shared import part_of
from tizme.model import UnusableInput

SEED = 7
_PERSONS_AT_ONCE = 200_000
# As counted in records_1m.parquet: records of one person, languages, what is left out.
_RECORDS_OF_ONE = ((1, 2, 3, 4, 5), (0.68, 0.21, 0.07, 0.03, 0.01))
_SYSTEMS = {
    "ru": 0.61, "press": 0.08, "icao": 0.075, "ky": 0.07, "uz_l": 0.07, "uz_c": 0.035, "kk": 0.035,
    "tg": 0.025,
}  # fmt: skip
_NO_BORN, _YEAR_ONLY, _NO_PLACE, _BORN_WRONG = 0.15, 0.30, 0.40, 0.04
_FATHER_TOLD, _GIVEN_FIRST, _UPPER, _INITIAL, _SLIP = 0.45, 0.3, 0.1, 0.03, 0.04
_FROM_REGISTER = 0.3  # share of the families drawn from the Russian registers' long tail
_FIRST_YEAR, _LAST_YEAR = 1950, 2006
# Letters that a language writes where Russian has lost them; the first that a word holds is changed.
_OWN_LETTERS = {
    "ky": ("у", "ү"), "kk": ("к", "қ"), "tg": ("х", "ҳ"), "uz_c": ("х", "ҳ"),
}  # fmt: skip
_PATRONYMIC = re.compile(r"(?:ович|евич|овна|евна|инична|ична|ич)$")

Words = Any  # NumPy arrays of text (dtype object) or of days


@dataclass(frozen=True, slots=True)
class Words3:
    """Words of one part of a name: in Russian writing, and how often each is drawn (sums to 1)."""

    written: dict[str, Words]
    share: Words


@dataclass(frozen=True, slots=True)
class People:
    """What names are drawn from."""

    given: Words3
    father: Words3
    family: Words3
    places: Words


def load_people(shared: Path) -> People:
    """Read the words and their frequencies, and spell each in every writing system once."""
    import duckdb

    source = part_of(shared, "data", "names", "records_1m.parquet")
    register = part_of(shared, "data", "names", "surnames.parquet")
    pressed = _pressed(part_of(shared, "data", "names", "wd_russian_80"))
    parts: tuple[dict[str, int], ...] = ({}, {}, {})
    with duckdb.connect() as db:
        names = db.execute(f"SELECT name FROM '{source}' WHERE lang = 'ru'").fetchall()  # noqa: S608
        places = db.execute(
            f"SELECT DISTINCT place FROM '{source}' WHERE place IS NOT NULL ORDER BY 1"  # noqa: S608
        ).fetchall()
        families = db.execute(f"SELECT text, sum(count) FROM '{register}' GROUP BY 1 ORDER BY 1").fetchall()  # noqa: S608
    for (name,) in names:
        words = name.title().split()
        if len(words) != 3:
            continue
        if _PATRONYMIC.search(words[2]):
            order = (words[1], words[2], words[0])
        elif _PATRONYMIC.search(words[1]):
            order = (words[0], words[1], words[2])
        else:
            continue
        for part, word in zip(parts, order, strict=True):
            part[word] = part.get(word, 0) + 1
    given, father, family = ({word: float(count) for word, count in sorted(part.items())} for part in parts)
    total, tail = sum(family.values()), float(sum(count for _, count in families))
    family = {word: count * (1 - _FROM_REGISTER) / total for word, count in family.items()}
    for word, count in families:
        family[word] = family.get(word, 0.0) + float(count) * _FROM_REGISTER / tail
    return People(
        given=_spelled(given, pressed),
        father=_spelled(father, pressed),
        family=_spelled(family, pressed),
        places=np.array([place for (place,) in places], object),
    )


def _pressed(path: Path) -> dict[str, str]:
    """Cyrillic word -> the Latin spelling that is written most."""
    found: dict[str, tuple[int, str]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            latin, cyrillic, count = line.rstrip("\n").split("\t")
            word = cyrillic.replace(" ", "")
            found[word] = max(found.get(word, (0, "")), (int(count), latin))
    return {word: latin for word, (_, latin) in found.items()}


def _spelled(part: dict[str, float], pressed: dict[str, str]) -> Words3:
    anyascii: Any = _of_the_extra("anyascii").anyascii
    russian = list(part)
    latin = [anyascii(word) for word in russian]
    written = {
        "ru": russian,
        "icao": [word.upper() for word in latin],
        "press": [pressed.get(word.lower(), own).title() for word, own in zip(russian, latin, strict=True)],
        "uz_l": [word.replace("Kh", "X").replace("kh", "x").replace("zh", "j") for word in latin],
    }
    for system, (plain, own) in _OWN_LETTERS.items():
        written[system] = [word.replace(plain, own, 1) for word in russian]
    share = np.array(list(part.values()))
    return Words3({system: np.array(words, object) for system, words in written.items()}, share / share.sum())


def records(people: People, count: int, *, seed: int = SEED) -> Iterator[dict[str, Words]]:
    """Batches of records (id, person, lang, name, born, place), ``count`` in all."""
    rng = np.random.default_rng(seed)
    made = persons = 0
    while made < count:
        batch = _batch(people, rng, made, persons)
        left = count - made
        batch = {column: values[:left] for column, values in batch.items()}
        made += len(batch["id"])
        persons += _PERSONS_AT_ONCE
        yield batch


def _batch(people: People, rng: np.random.Generator, first_id: int, first_person: int) -> dict[str, Words]:
    drawn = {
        part: rng.choice(len(words.share), _PERSONS_AT_ONCE, p=words.share)
        for part, words in (("given", people.given), ("father", people.father), ("family", people.family))
    }
    born = _days(rng, _PERSONS_AT_ONCE)
    place = people.places[rng.integers(0, len(people.places), _PERSONS_AT_ONCE)]
    times = rng.choice(_RECORDS_OF_ONE[0], _PERSONS_AT_ONCE, p=_RECORDS_OF_ONE[1])
    of = np.repeat(np.arange(_PERSONS_AT_ONCE), times)
    system = rng.choice(np.array(list(_SYSTEMS)), len(of), p=list(_SYSTEMS.values()))
    name = np.empty(len(of), object)
    for one in _SYSTEMS:
        rows = np.flatnonzero(system == one)
        whose = of[rows]
        written = [
            words.written[one][drawn[part][whose]]
            for part, words in (("given", people.given), ("father", people.father), ("family", people.family))
        ]
        name[rows] = _written(rng, *written)
    _slip(rng, name)
    return {
        "id": np.arange(first_id, first_id + len(of)).astype(str).astype(object),
        "person": (first_person + of).astype(str).astype(object),
        "lang": system.astype(object),
        "name": name,
        "born": _told_days(rng, born[of]),
        "place": np.where(rng.random(len(of)) < _NO_PLACE, None, place[of]),
    }


def _written(rng: np.random.Generator, given: Words, father: Words, family: Words) -> Words:
    """One line for each: with or without the father, in either order, at times an initial or capitals."""
    count = len(given)
    fathers = np.where(rng.random(count) < _FATHER_TOLD, " " + father, "")
    first = np.where(rng.random(count) < _INITIAL, given.astype("U1").astype(object) + ".", given)
    large = rng.random(count) < _UPPER
    family = np.array([word.upper() if up else word for word, up in zip(family, large, strict=True)], object)
    first_given = rng.random(count) < _GIVEN_FIRST
    return np.where(first_given, first + fathers + " " + family, family + " " + first + fathers)


def _slip(rng: np.random.Generator, names: Words) -> None:
    """A letter left out, doubled or changed places with its neighbour, in a share of the names."""
    for row in np.flatnonzero(rng.random(len(names)) < _SLIP):
        name = names[row]
        at = int(rng.integers(1, max(2, len(name) - 1)))
        kind = rng.integers(0, 3)
        pair = name[at : at + 2]
        names[row] = name[:at] + (pair[1:], pair[:1] + pair, pair[::-1])[kind] + name[at + 2 :]


def _days(rng: np.random.Generator, count: int) -> Words:
    first, last = np.datetime64(f"{_FIRST_YEAR}-01-01"), np.datetime64(f"{_LAST_YEAR}-01-01")
    return first + rng.integers(0, int((last - first) / np.timedelta64(1, "D")), count)


def _told_days(rng: np.random.Generator, born: Words) -> Words:
    """A day, a year or nothing; a few a day, a month or ten years off."""
    off = rng.choice(np.array([1, 30, 3652]), len(born)) * (rng.random(len(born)) < _BORN_WRONG)
    days = (born + off).astype("datetime64[D]").astype(str).astype(object)
    years = born.astype("datetime64[Y]").astype(str).astype(object)
    drawn = rng.random(len(born))
    return np.where(drawn < _NO_BORN, None, np.where(drawn < _NO_BORN + _YEAR_ONLY, years, days))


def write_records(shared: Path, out: Path, *, count: int, columns: tuple[str, ...], seed: int = SEED) -> None:
    """Stream ``count`` made records into Parquet; ``columns`` of id, person, lang, name, born, place.

    Raises:
        UnusableInput: what names are drawn from, or a module of the extra ``bench``, is missing.
    """
    pa: Any = _of_the_extra("pyarrow")
    pq: Any = _of_the_extra("pyarrow.parquet")

    people = load_people(shared)
    schema = pa.schema([(column, pa.string()) for column in columns])
    with pq.ParquetWriter(out, schema) as writer:
        for batch in records(people, count, seed=seed):
            arrays = [pa.array(batch[column], pa.string()) for column in columns]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _of_the_extra(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UnusableInput(f"people are made with {module}", "", "pip install 'tizme[bench]'") from error
