from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tizme.cli.intake import command
from tizme.model import UnusableInput, sha256_hex

NEWS = (
    "В Алайском районе похоронили Эркина Асанова, погибшего под Бахмутом. Ему было 24 года. По словам матери, "
    "он уехал на заработки в Самару в 2021 году и звонил домой каждую неделю до октября 2022 года.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_each_file_is_one_json_line_and_a_failure_among_them_is_exit_status_1(tmp_path: Path):
    good, bad = written(tmp_path, "a.txt", NEWS), written(tmp_path, "b.pdf", "%PDF-1.4 cut off")
    result = run(good, bad, "--format", "json")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["sha256"] == sha256_hex(NEWS.encode())
    assert first["text"] == NEWS
    assert first["lang"] == "ru"
    assert set(second) == {"file", "sha256", "failure"}
    assert second["failure"]["reason"] == "malformed"
    assert result.exit_code == 1


def test_a_lists_rows_carry_address_cells_and_fields(tmp_path: Path):
    path = written(tmp_path, "list.csv", "ФИО,Район,Дата гибели\nАсанов Эркин,Алай,2022\n")
    found = json.loads(run(path, "--format", "json", "--map", "Район=residence").stdout)
    assert found["rows"][0]["address"] == "list!2"
    assert found["rows"][0]["fields"] == {"name": "Асанов Эркин", "residence": "Алай", "died.date": "2022"}
    cell = found["rows"][0]["cells"][0]
    assert (cell["column"], cell["header"], cell["value"]) == ("A", "ФИО", "Асанов Эркин")
    assert found["text"][cell["start"] : cell["stop"]] == "Асанов Эркин"
    assert found["mapping"][1] == {"sheet": "list", "header": "Район", "property": "residence"}


def test_copies_name_each_other(tmp_path: Path):
    first = written(tmp_path, "a.txt", NEWS)
    second = written(tmp_path, "b.txt", "Наш город.\n" + NEWS + "\nПодписывайтесь на наш телеграм-канал\n")
    third = written(
        tmp_path, "c.txt", "Совсем другое сообщение о другом человеке из другого города и другой части.\n"
    )
    found = [json.loads(line) for line in run(first, second, third, "--format", "json").stdout.splitlines()]
    assert [[one["file"] for one in item["same_source_as"]] for item in found] == [
        [str(second)],
        [str(first)],
        [],
    ]


def test_the_summary_for_people_shows_the_mapping_and_no_control_codes(tmp_path: Path):
    path = written(tmp_path, "list.csv", "ФИО,Рост\n\x1b[2JАсанов,180\n")
    shown = run(path).stdout
    assert "list!ФИО -> name" in shown
    assert "list!Рост -> (left alone)" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("mapping", ["Район", "=rank", "Район=Rank!"])
def test_a_mapping_that_is_none_is_unusable_input(tmp_path: Path, mapping: str):
    assert isinstance(
        run(written(tmp_path, "a.csv", "a,b\n1,2\n"), "--map", mapping).exception, UnusableInput
    )


def test_a_file_that_is_not_there_is_unusable_input(tmp_path: Path):
    assert isinstance(run(tmp_path / "none.txt").exception, UnusableInput)
