"""`tizme measure deaths` counts the living who are called dead, and the books that it reads are well formed."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

import pytest
from click.testing import CliRunner

from tizme.cli import cli
from tizme.cli.measuring.death_book import COLUMNS, FATES, deaths_folder, measure_deaths
from tizme.model import UnusableInput

HEAD = ",".join(COLUMNS) + "\n"
TEXT = '"Айбек Токоев погиб 3 мая 2023 года под Бахмутом. Марат Сыдыков выжил и вернулся домой в Ош."'
BOOKS = sorted((Path(__file__).parent / "deaths").glob("*.csv"))
LONGEST, SHORTEST = 800, 200  # characters of a text


def book(folder: Path, *rows: str) -> Path:
    (folder / "ru.csv").write_text(HEAD + "".join(row + "\n" for row in rows), encoding="utf-8")
    return folder


def test_the_living_who_are_called_dead_are_counted_by_half_and_only_odd_texts_are_shown(tmp_path: Path):
    folder = book(
        tmp_path,
        f"ru-001,2023-06-01,{TEXT},Айбек Токоев,dead",
        f"ru-001,2023-06-01,{TEXT},Марат Сыдыков,not_dead",
        f"ru-002,2023-06-01,{TEXT},Айбек Токоев,not_dead",
        f"ru-002,2023-06-01,{TEXT},Марат Сыдыков,dead",
        f"ru-003,2023-06-01,{TEXT},Айбек Токоев,unsure",
        f"ru-005,2023-06-01,{TEXT},Марат Сыдыков,not_dead",
    )
    measured = measure_deaths(folder)
    opened, held = measured.scores[:2]
    assert (opened.half, opened.dead, opened.said, opened.not_dead, opened.wrong) == ("open", 1, 1, 2, 0)
    assert (opened.unsure, opened.unsure_said, opened.others) == (1, 1, 1)
    assert (held.half, held.dead, held.said, held.not_dead, held.wrong) == ("held", 1, 0, 1, 1)
    assert [(one[0], one[1], one[2]) for one in measured.faults] == [
        ("ru-003", "unsure said", "Айбек Токоев"),
        ("ru-005", "of another", ""),
    ]
    assert [one.lang for one in measured.scores] == ["ru", "ru", "all", "all"]


@pytest.mark.parametrize("person", ["Токоева Гульнара", "Айбек Сыдыков", "брат Айбека"])
def test_one_name_in_common_is_not_the_person(tmp_path: Path, person: str):
    folder = book(tmp_path, f"ru-001,2023-06-01,{TEXT},{person},not_dead")
    assert measure_deaths(folder).scores[0].wrong == 0


def test_other_columns_and_an_absent_language_are_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match="no book"):
        measure_deaths(book(tmp_path), ["kk"])
    (tmp_path / "ru.csv").write_text("id,text\n1,x\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="columns"):
        measure_deaths(tmp_path)


def test_the_verb_prints_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    book(tmp_path, f"ru-001,2023-06-01,{TEXT},Айбек Токоев,not_dead")
    monkeypatch.setattr("tizme.cli.measuring.death_book.deaths_folder", lambda: tmp_path)
    done = CliRunner().invoke(cli, ["measure", "deaths", "--misses"], catch_exceptions=False)
    assert "WRONG DEAD" in done.output
    assert "ru-001 | wrong dead | Айбек Токоев" in done.output
    told = CliRunner().invoke(cli, ["measure", "deaths", "--format", "json"], catch_exceptions=False)
    assert '"wrong": 1' in told.output
    assert "faults" not in told.output


def test_there_is_a_book_for_each_language():
    assert deaths_folder() == Path(__file__).parent / "deaths"
    wanted = {"en", "kk", "ky", "ru", "tg", "uk", "uz-Cyrl", "uz-Latn"}
    assert {path.stem for path in BOOKS} == wanted


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_book_is_well_formed(path: Path):
    with path.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines)
        assert tuple(read.fieldnames or ()) == COLUMNS
        rows = list(read)
    texts: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        texts[row["id"]].append(row)
        dt.date.fromisoformat(row["doc_date"])
        assert row["fate"] in FATES, row["id"]
        assert row["person"] == row["person"].strip() != "", row["id"]
    assert list(texts) == [f"{path.stem}-{at:03}" for at in range(1, len(texts) + 1)]
    assert len({own[0]["text"] for own in texts.values()}) == len(texts)
    for number, own in texts.items():
        assert len({(row["doc_date"], row["text"]) for row in own}) == 1, number
        assert len({row["person"] for row in own}) == len(own), number
        assert SHORTEST <= len(own[0]["text"]) <= LONGEST, number
        for row in own:
            assert any(_stem(word) in row["text"].lower() for word in row["person"].split()), number
    for fate in FATES:
        odd = sum(1 for row in rows if row["fate"] == fate and int(row["id"][-3:]) % 2)
        even = sum(1 for row in rows if row["fate"] == fate) - odd
        assert abs(odd - even) <= 4, fate


def _stem(word: str) -> str:
    """Inflection leaves it alone."""
    return word.strip(".").lower()[: max(3, min(4, len(word) - 1))]
