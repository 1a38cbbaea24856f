"""Our subset of EDTF level 1: the calendar is true, and bounds hold what the words hold."""

import pytest

from tizme.dates import edtf_bounds, edtf_valid


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-10-05", "2022-10-05", "2022-10-05"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-24", "2022-01-01", "2023-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2022-09/2022-11", "2022-09-01", "2022-11-30"),
        ("2022/..", "2022-01-01", "9999-12-31"),
        ("../2022-03", "0001-01-01", "2022-03-31"),
        ("2022-09|late", "2022-09-16", "2022-09-30"),
        ("2022-02|late", "2022-02-16", "2022-02-28"),
        ("2023|early", "2023-01-01", "2023-12-31"),
        ("2024-02-20~", "2024-02-13", "2024-02-27"),
        ("2019~", "2017-12-31", "2020-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_that_the_value_allows(edtf, first, last):
    assert edtf_bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "2023-02-29",
        "2022-13",
        "2022-25",
        "2022-00",
        "22-01-01",
        "2023/2022",
        "../..",
        "199X-05",
        "2022-05-01|late",
        "May",
    ],
)
def test_what_no_calendar_holds_is_not_valid(edtf):
    assert not edtf_valid(edtf)
    assert edtf_bounds(edtf) is None
