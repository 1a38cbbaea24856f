"""What leaves the house: no small cell, and none that the others give away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme.estimate import Asked, answer
from tizme.estimate.loading import table_of
from tizme.estimate.suppressing import SMALL, hidden

pytestmark = pytest.mark.safety


def test_safety_a_cell_that_is_hidden_alone_takes_another_with_it():
    assert hidden({"a": 3, "b": 8, "c": 40}, [("a", "b", "c")]) == {"a", "b"}


def test_safety_two_cells_of_one_are_not_told_by_their_sum():
    """Two hidden cells that sum to two are one and one."""
    assert hidden({"a": 1, "b": 1, "c": 9, "d": 30}, [("a", "b", "c", "d")]) == {"a", "b", "c"}


def test_safety_what_is_hidden_in_a_row_is_not_told_by_its_column():
    counts = {("x", 1): 3, ("x", 2): 20, ("y", 1): 30, ("y", 2): 40}
    sums = [
        [key for key in counts if key[part] == value] for part, value in ((0, "x"), (0, "y"), (1, 1), (1, 2))
    ]
    assert hidden(counts, sums) == set(counts)


def test_an_empty_cell_is_no_secret():
    assert hidden({"a": 0, "b": 50}, [("a", "b")]) == frozenset()


@given(st.lists(st.integers(0, 40), min_size=1, max_size=12))
def test_safety_no_sum_gives_a_hidden_cell_away(counts: list[int]):
    table = dict(enumerate(counts))
    gone = hidden(table, [tuple(table)])
    assert all(key in gone for key, count in table.items() if 0 < count < SMALL)
    left = [key for key, count in table.items() if count and key not in gone]
    if gone and left:
        assert len(gone) >= 2
        assert sum(table[key] for key in gone) >= SMALL


def test_safety_a_stratum_of_few_and_the_one_beside_it_have_no_numbers():
    text = {"A,B,C": (60, 22, 24, 9, 30, 7, 12)}
    histories = ["1,0,0", "0,1,0", "0,0,1", "1,1,0", "1,0,1", "0,1,1", "1,1,1"]
    lines = ["A,B,C,period,count"]
    for period, scale in (("2022", 1.0), ("2023", 0.6), ("2024", 0.0)):
        lines += [
            f"{history},{period},{int(count * scale)}"
            for history, count in zip(histories, text["A,B,C"], strict=True)
        ]
    lines.append("1,1,0,2024,3")
    rows = [dict(zip(lines[0].split(","), line.split(","), strict=True)) for line in lines[1:]]
    sheet = answer([table_of(rows)], Asked(models=("mt",), suppress=True))
    small = {name for name, found in sheet.strata.items() if "small-cell" in {f.code for f in found.refused}}
    assert small == {"2024", "2023"}, "with 2023 told, the total would tell 2024"
    assert sheet.strata["2024"].settings == {}
    assert sheet.strata["2024"].computed == (None, None, None)
