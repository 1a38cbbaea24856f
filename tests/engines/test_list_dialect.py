"""No row of a list is lost because of how the list was saved."""

import duckdb
import pytest
from click.testing import CliRunner

from tizme.cli.link import command as link_verb
from tizme.cli.link import open_list
from tizme.engines.list_reading import rows_of
from tizme.model import UnusableInput

HEADER = "№,ФИО,Дата рождения"
MEN = [
    ("1", "Исаков Азамат", "1988-03-01"),
    ("2", "Сарыбеков Айбек", "1995"),
    ("3", "Каримов Сардор", "1990"),
]
PLAIN = "\n".join([HEADER, *(",".join(man) for man in MEN)]) + "\n"


def linked(tmp_path, content, name="men.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = CliRunner().invoke(link_verb, [str(path), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    rows = next((tmp_path / "out" / "work" / "lists").glob("*/rows.parquet"))
    return duckdb.sql(f"SELECT id, name, birth_date FROM '{rows}' ORDER BY row").fetchall(), done.output


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "|"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace("\n", ",\n"),
        PLAIN.replace("\n", "\n\n"),
        PLAIN.encode("cp1251"),
        PLAIN.replace(",", ";").encode("cp1251"),
        PLAIN.encode("utf-16"),
        "Список погибших,,\nна 1 марта 2023,,\n" + PLAIN,
        PLAIN.replace("1995", "1995,и ещё,два слова"),
    ],
    ids=[
        "plain", "mark", "windows", "semicolons", "bars", "tabs", "last column empty", "blank lines", "cp1251",
        "cp1251 semicolons", "utf-16", "titles above", "cells too many",
    ],
)  # fmt: skip
def test_every_row_is_read_however_the_list_was_saved(tmp_path, content):
    assert linked(tmp_path, content)[0] == MEN


def test_a_row_that_ends_early_lacks_its_last_cells_and_no_other_row_is_lost(tmp_path):
    found, _ = linked(tmp_path, PLAIN.replace(",1995", ""))
    assert found == [MEN[0], (*MEN[1][:2], None), MEN[2]]


def test_an_open_quotation_mark_swallows_no_row(tmp_path):
    found, _ = linked(tmp_path, PLAIN.replace("Сарыбеков", '"Сарыбеков'))
    assert [row[0] for row in found] == ["1", "2", "3"]


def test_a_cell_of_several_lines_stays_one_cell(tmp_path):
    found, _ = linked(tmp_path, PLAIN.replace("Исаков Азамат", '"Исаков\nАзамат"'))
    assert [row[0] for row in found] == ["1", "2", "3"]
    assert found[0][1] == "Исаков\nАзамат"


def test_a_cell_too_many_far_down_is_seen_and_said(tmp_path):
    rows = "".join(f"{i},Исаков Азамат,1988{',x' if i == 35_000 else ''}\n" for i in range(36_000))
    found, said = linked(tmp_path, f"{HEADER}\n{rows}")
    assert len(found) == 36_000
    assert "is no plain table and was read cell by cell" in said
    assert "Line: 35002" in said


def test_an_empty_file_is_refused_with_the_next_step(tmp_path):
    path = tmp_path / "men.csv"
    path.touch()
    with pytest.raises(UnusableInput, match="the file is empty; save it"):
        open_list(path, {})


def test_rows_are_streamed_by_the_same_dialect(tmp_path):
    path = tmp_path / "men.csv"
    path.write_text(PLAIN.replace(",1995", ""), encoding="utf-8")
    assert list(rows_of(path)) == [MEN[0], (*MEN[1][:2], ""), MEN[2]]
