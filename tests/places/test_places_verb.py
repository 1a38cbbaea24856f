"""The door `tizme places FILE.tsv`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tizme.cli.places import command
from tizme.model import UnusableInput

_ROWS = (
    "text\tlang\nсело Сузак, Джалал-Абадская область\tru\nподарок к празднику\tru\nBuxoro viloyatidan\tuz\n"
)


def _table(tmp_path: Path, rows: str) -> str:
    file = tmp_path / "in.tsv"
    file.write_text(rows, encoding="utf-8")
    return str(file)


def test_columns_are_added_and_stay_empty_where_no_place_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, [_table(tmp_path, _ROWS)], catch_exceptions=False)
    first, second, third = csv.DictReader(result.output.splitlines(), delimiter="\t")
    assert first["name"] == "Suzak"
    assert first["admin"] == "Suzak district, Jalal-Abad region"
    assert first["country"] == "KG"
    assert float(first["lat"]) == pytest.approx(40.9, abs=0.1)
    assert {second[c] for c in ("place_id", "name", "admin", "country", "lat", "lon", "score")} == {""}
    assert (third["place_id"], third["country"]) == ("UZ-BU", "UZ")


def test_json_gives_one_object_a_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        command, [_table(tmp_path, _ROWS), "--format", "json"], catch_exceptions=False
    )
    assert [json.loads(line)["country"] for line in result.output.splitlines()] == ["KG", "", "UZ"]


def test_a_file_without_the_columns_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="no column lang"):
        CliRunner().invoke(command, [_table(tmp_path, "text\nМосква\n")], catch_exceptions=False)
