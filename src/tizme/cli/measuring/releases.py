"""Two releases of one made-up list of casualties: the second is asked of the first, the ids are the truth.

Four-word names (given, father, grandfather, family) in Arabic and in Latin writing, drawn from the given
names that are common in Arab countries and from families of the Wikidata name forms, each in the spellings
that people wrote. Between the releases a name is spelt anew, loses a word or gets a slip, and birth dates are
corrected. The shares are somebody's idea of such lists: the figure says that tracing across releases works,
not how well on a real list.
"""

from __future__ import annotations

import csv
import importlib
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.cli.measuring.shared import part_of

SEED = 7
ROWS, ASKED = 40_000, 2_000
_COUNTRIES = {"IQ", "SY", "PS", "JO", "LB", "SA", "EG", "YE", "KW", "AE", "LY", "DZ", "MA", "TN"}
_ARABIC, _LATIN = re.compile(r"[ء-غف-ي ]+"), re.compile(r"[a-z-]+")
_SPELLINGS = 5  # of one name in one writing, the nearest to the commonest
_FAMILIES = 3_000
# How a name of the second release differs from the first, in shares of the names.
_RESPELT, _WORD_DROPPED, _SLIP, _OTHER_SCRIPT = 0.35, 0.15, 0.05, 0.3
_BORN_CORRECTED, _BORN_MISSING = 0.05, 0.1
_FIRST_YEAR, _LAST_YEAR, _LISTED = 1940, 2022, 2024
# The day to which the ages of both releases refer.
LISTED_ON = f"{_LISTED}-12-31"
# Letters that Arabic clerks write for one another.
_ARABIC_LETTERS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه"), ("ؤ", "و"), ("ئ", "ي"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the second release. ``age``: full years, as text; "" where not told."""

    query_id: str
    official_id: str
    name: str
    lang: str
    born: str
    age: str


@dataclass(frozen=True, slots=True)
class Releases:
    """``source``: the first release (id, name, name_en, born, age), Parquet, of ``rows`` rows.

    ``plain``: for engines that know one name a row: each row in Arabic and once more in Latin (id, name).
    """

    source: Path
    plain: Path
    rows: int
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """One given or family name in the spellings that people wrote; ``only_arabic``: in no third writing."""

    latin: tuple[str, ...]
    arabic: tuple[str, ...]
    only_arabic: bool = True


def make_releases(shared: Path, folder: Path) -> Releases:
    """Write the first release and draw the rows of the second that are asked of it."""
    pa: Any = importlib.import_module("pyarrow")
    pq: Any = importlib.import_module("pyarrow.parquet")

    draw = random.Random(SEED)  # noqa: S311  (a made list, no secret)
    given, families = _words(shared)
    # The n-th common name is drawn n times less often than the first: few names, many namesakes.
    shares = [1 / rank for rank in range(1, len(given) + 1)]
    family_shares = [1 / (rank + 20) for rank in range(len(families))]
    people = [
        (*draw.choices(given, shares, k=3), draw.choices(families, family_shares)[0]) for _ in range(ROWS)
    ]
    born = [_day(draw) for _ in people]
    table = pa.table(
        {
            "id": [str(900_000_000 + at) for at in range(ROWS)],
            "name": [" ".join(word.arabic[0] for word in one) for one in people],
            "name_en": [" ".join(word.latin[0] for word in one).title() for one in people],
            "born": [f"{year}-{month:02}-{day:02}" for year, month, day in born],
            "age": [str(_LISTED - year) for year, _, _ in born],
        }
    )
    source = folder / "release_1.parquet"
    pq.write_table(table, source)
    both = {
        "id": [*table["id"].to_pylist()] * 2,
        "name": [*table["name"].to_pylist(), *table["name_en"].to_pylist()],
    }
    plain = folder / "release_1_plain.parquet"
    pq.write_table(pa.table(both), plain)
    asked = tuple(_asked(draw, at, people[at], born[at]) for at in draw.sample(range(ROWS), ASKED))
    return Releases(source, plain, ROWS, asked)


def _asked(draw: random.Random, at: int, one: tuple[_Word, ...], born: tuple[int, int, int]) -> Asked:
    arabic = draw.random() >= _OTHER_SCRIPT
    words = [draw.choice(word.arabic if arabic else word.latin) if draw.random() < _RESPELT
             else (word.arabic if arabic else word.latin)[0] for word in one]  # fmt: skip
    if draw.random() < _WORD_DROPPED:
        del words[draw.choice((1, 2))]
    name = " ".join(words)
    if arabic and draw.random() < _RESPELT:
        for own, other in _ARABIC_LETTERS:
            name = name.replace(own, other)
    if draw.random() < _SLIP:
        where = draw.randrange(1, len(name) - 1)
        name = name[:where] + name[where + 1 :]
    year, month, day = born
    if draw.random() < _BORN_CORRECTED:
        year, month, day = draw.choice(((year + 1, month, day), (year, day % 12 + 1, day), (year, month, 1)))
    told = "" if draw.random() < _BORN_MISSING else f"{year}-{month:02}-{day:02}"
    return Asked(
        query_id=str(at), official_id=str(900_000_000 + at), name=name if arabic else name.title(),
        lang="ar" if arabic else "en", born=told, age=str(_LISTED - year),
    )  # fmt: skip


def _day(draw: random.Random) -> tuple[int, int, int]:
    return draw.randint(_FIRST_YEAR, _LAST_YEAR), draw.randint(1, 12), draw.randint(1, 28)


def _words(shared: Path) -> tuple[list[_Word], list[_Word]]:
    """Men's names common in Arab countries, most common first, and families; each with both writings."""
    groups = _groups(part_of(shared, "data", "names", "wikidata_name_forms.txt"))
    by_spelling: dict[str, _Word] = {}
    for group in groups:
        for spelling in group.latin:
            held = by_spelling.setdefault(spelling, group)
            if len(group.arabic) > len(held.arabic):
                by_spelling[spelling] = group
    common: dict[tuple[str, ...], float] = {}
    named: dict[tuple[str, ...], _Word] = {}
    path = part_of(shared, "data", "names", "common-forenames-by-country.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            spelling = row["Romanized Name"].lower()
            word = by_spelling.get(spelling)
            if row["Country"] in _COUNTRIES and row["Gender"] == "M" and word is not None:
                common[word.arabic] = common.get(word.arabic, 0) + 1 / int(row["Index"])
                named.setdefault(word.arabic, _nearest(word, spelling))
    given = [named[one] for one in sorted(common, key=lambda one: (-common[one], one))]
    taken = {word.arabic for word in given}
    families = [
        _nearest(group, group.latin[0]) for group in groups if group.arabic not in taken and group.only_arabic
    ]
    random.Random(SEED).shuffle(families)  # noqa: S311  (a made list, no secret)
    return given, families[:_FAMILIES]


def _nearest(word: _Word, spelling: str) -> _Word:
    """This Latin spelling first, and the few that are nearest to it."""
    from rapidfuzz.distance import Levenshtein

    latin = sorted(word.latin, key=lambda other: (Levenshtein.distance(spelling, other), other))
    return _Word(tuple(latin[:_SPELLINGS]), word.arabic[:_SPELLINGS])


def _groups(path: Path) -> list[_Word]:
    """Names that are written in Arabic and in Latin letters."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            forms = [form.strip() for form in line.rpartition("=>")[0].split(",")]
            latin = tuple(form for form in forms if _LATIN.fullmatch(form))
            arabic = tuple(form for form in forms if _ARABIC.fullmatch(form))
            if latin and arabic:
                found.append(_Word(latin, arabic, len(latin) + len(arabic) == len(forms)))
    return found
