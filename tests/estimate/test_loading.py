"""Tables of counts and masks, and the line that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tizme.estimate.loading import covers, load_counts, read_counts, table_of, with_coverage
from tizme.model import UnusableInput


def test_zero_one_columns_are_lists_and_the_rest_are_strata():
    table = read_counts("A,B,period,count\n1,0,2022,5\n0,1,NA,3\n1,1,,2\n")
    assert table.lists == ("A", "B")
    assert table.stratum_columns == ("period",)
    assert [row.stratum for row in table.rows] == [("2022",), ("",), ("",)]
    assert table.seen == 10


def test_an_empty_list_cell_is_a_mask_and_not_a_zero():
    table = read_counts("A;B;period;count\n1;0;1;5\n0;1;1;4\n1;;2;3\n")
    assert not covers(table, "B", ("2",))
    assert covers(table, "B", ("1",))


def test_an_empty_list_cell_of_somebody_without_a_stratum_is_no_mask():
    table = read_counts("A,B,period,count\n1,0,2022,5\n0,1,2022,4\n1,,,3\n0,1,,2\n")
    assert table.uncovered == ()
    assert table.rows[2].history == (1, 0)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("A,B,count\n1,0,5\n0,1,x\n", 3, "'x' is no count"),
        ("A,B,count\n1,0,2.5\n", 2, "'2.5' is no count"),
        ("A,B,count\n1,0,-1\n0,1,3\n", 2, "'-1' is no count"),
        ("A,B,count\n1,0,inf\n0,1,3\n", 2, "'inf' is no count"),
        ("A,B,count\n1,0,1e20\n0,1,3\n", 2, "'1e20' is no count"),
        ("A,B,count\n1,0,NaN\n0,1,3\n", 2, "'NaN' is no count"),
        ("A,B,count\n1,0,\n0,1,3\n", 2, "'' is no count"),
        ("A,B,count\n1,0\n", 2, "2 cells"),
        ("A,B,count\n1,0,4\n0,0,9\n", 3, "9 people on no list"),
        ("A,B,number\n1,0,4\n", 1, "no column 'count'"),
        ("A,B,s,count\n1,0,x,4\n1,,x,4\n", 3, "list 'B' is empty here and filled at line 2"),
        ("A,B,count\n1,,4\n0,1,3\n", 2, "an empty cell under list 'B'"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(text: str, line: int, words: str):
    with pytest.raises(UnusableInput) as caught:
        read_counts(text, where="counts.csv")
    assert f"counts.csv:{line}" in str(caught.value)
    assert words in str(caught.value)


def counts_file(folder: Path, text: str = "A,B,C,period,count\n1,0,0,1,9\n0,1,1,1,5\n1,0,1,2,4\n") -> Path:
    file = folder / "counts.csv"
    file.write_text(text, encoding="utf-8")
    return file


def mask_file(folder: Path, text: str) -> Path:
    file = folder / "mask.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_mask_names_the_strata_that_a_list_leaves_out(tmp_path: Path):
    mask = mask_file(
        tmp_path, 'definition = "the dead of one town"\n[[leaves_out]]\nlist = "B"\nperiod = ["2"]\n'
    )
    table = load_counts(counts_file(tmp_path), coverage=mask)
    assert not covers(table, "B", ("2",))
    assert table.definition == "the dead of one town"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[leaves_out]]\nlist = "Z"\nperiod = "2"\n', "no list 'Z'"),
        ('[[leaves_out]]\nlist = "B"\nplace = "x"\n', "no stratum column 'place'"),
        ('[[leaves_out]]\nlist = "B"\nperiod = "9"\n', "no period '9'"),
        ('[[leaves_out]]\nlist = "B"\n', "would leave out everybody"),
        ('[[leaves_out]]\nlist = "A"\nperiod = "2"\n', "holds 4 people"),
        ("[[leave]]\n", "unknown key"),
        ("list = [", "not TOML"),
    ],
)
def test_a_mask_that_cannot_be_is_refused(tmp_path: Path, text: str, words: str):
    with pytest.raises(UnusableInput, match=words):
        with_coverage(load_counts(counts_file(tmp_path)), mask_file(tmp_path, text))


def test_the_python_door_takes_histories_rows_and_paths(tmp_path: Path):
    assert table_of({"110": 4, "001": 2}).seen == 6
    rows = [{"A": 1, "B": 0, "C": 1, "count": 3}, {"A": 0, "B": 1, "C": 0, "count": 2}]
    assert table_of(rows).lists == ("A", "B", "C")
    assert table_of(str(counts_file(tmp_path))).seen == 18
    with pytest.raises(UnusableInput):
        table_of(42)
