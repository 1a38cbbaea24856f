"""Relatives, call signs, and questions that hold no name at all."""

import pytest

from tizme.trace.answer import answer
from tizme.trace.build import Batch
from tizme.trace.index import add_list, open_index
from tizme.trace.query import Query

ROWS = [
    ("1", "Алишеров Аян", "1992-05-14", "Кара-Суу", "Алишерова Бурул", "Салтанат", "Алишеров Асан", "Кедр"),
    ("2", "Алишеров Аян", "1991", "Ош", "Алишерова Динара", "Малика", "Алишеров Мурат", ""),
    ("3", "Алишеров Аян", "", "", "", "Салтанат", "", ""),
    ("4", "Сапаров Нурлан", "1985-01-02", "Нарын", "", "", "", "«Тихий»"),
    ("5", "Аян уулу Асан", "", "", "", "", "", ""),
    ("6", "Асан уулу Аян", "", "", "", "", "", ""),
    ("7", "Кадыров Тимур", "", "", "", "", "", ""),
]
COLUMNS = ("birth_date", "origin", "kin.mother", "kin.wife", "kin.father", "call_sign")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kin") / "ix"
    ids, names, *cells = zip(*ROWS, strict=True)
    add_list(folder, "kin", [Batch(ids, names, dict(zip(COLUMNS, cells, strict=True)))], digest="a" * 64)
    return open_index(folder)


def _by_id(index, query):
    return {one.id: one for one in answer(index, query).candidates}


def test_a_mothers_name_speaks_for_the_son_and_against_his_namesake(index):
    found = _by_id(index, Query("q", "Аян Алишеров", kin="мать Бурул"))
    assert next(iter(found)) == "1"
    assert "kin:same-tie" in found["1"].reasons_for
    assert "kin:other-mother" in found["2"].reasons_against
    assert found["1"].probability > found["3"].probability > found["2"].probability
    assert "Бурул" in found["1"].facts["kin"]


def test_relatives_are_met_in_another_alphabet_and_a_second_one_tells_more(index):
    one = _by_id(index, Query("q", "Ayan Alisherov", kin="wife Saltanat"))
    both = _by_id(index, Query("q", "Ayan Alisherov", kin="mother Burul; wife Saltanat"))
    assert "kin:same-tie" in one["1"].reasons_for
    assert {"kin:same-tie", "kin:another-agrees"} <= set(both["1"].reasons_for)
    assert "kin:same-tie" in both["3"].reasons_for


def test_a_father_in_a_column_of_relatives_counts_as_a_fathers_name(index):
    found = _by_id(index, Query("q", "Аян Алишеров", father="Асан"))
    assert "kin:father-agree" in found["1"].reasons_for
    assert "kin:father-contradicted" in found["2"].reasons_against
    by_patronymic = _by_id(index, Query("q", "Алишеров Аян Муратович"))
    assert "kin:father-agree" in by_patronymic["2"].reasons_for
    assert answer(index, Query("q", "Алишеров Аян Мукашевич")).verdict != "likely"


def test_a_relative_whom_a_row_leaves_out_says_nothing(index):
    found = _by_id(index, Query("q", "Сапаров Нурлан", kin="мать Бурул"))
    assert not [code for code in found["4"].reasons_against if code.startswith("kin")]


def test_a_call_sign_alone_finds_the_row_that_bears_it(index):
    found = answer(index, Query("q", "", call_sign="Тихий"))
    assert [one.id for one in found.candidates] == ["4"]
    assert found.candidates[0].reasons_for == ("call-sign:agree",)
    assert found.verdict == "possible"
    cedar = answer(index, Query("q", "", call_sign="Кедр")).candidates
    assert [one.id for one in cedar] == ["1"]  # not Кадыров, who only sounds like it


def test_a_birth_date_and_a_village_find_a_man_whose_name_nobody_knows(index):
    found = answer(index, Query("q", "", born="14.05.1992", home="Кара-Суу"))
    assert found.candidates[0].id == "1"
    assert found.candidates[0].reasons_for == ("born:same-day", "home:same-place")
    assert found.verdict == "possible"
    assert answer(index, Query("q", "", born="15.06.1979", home="Кара-Суу")).verdict == "not-found"


def test_a_son_is_not_taken_for_his_father(index):
    found = _by_id(index, Query("q", "Аян", father="Асан"))
    assert next(iter(found)) == "6"
    assert "given:is-the-fathers" in found["5"].reasons_against
    assert _by_id(index, Query("q", "Аян Асан уулу"))["5"].reasons_against == ("given:is-the-fathers",)


def test_whoever_bears_the_whole_name_is_never_called_not_found(index):
    assert answer(index, Query("q", "Аян Асан уулу")).verdict == "possible"
    assert answer(index, Query("q", "Сапаров")).verdict == "possible"
    assert answer(index, Query("q", "Жолдошев Эрмек")).verdict == "not-found"
    assert answer(index, Query("q", "Тайлаков")).verdict == "not-found"


def test_a_name_in_german_french_or_turkish_spelling_is_found(index):
    for written in ("Ajan Alischerow", "Ayan Alicherov", "Ajan Alicherow", "Ayan Alişerov"):
        assert answer(index, Query("q", written)).candidates[0].name == "Алишеров Аян", written


def test_an_index_can_be_read_by_nobody_else(index):
    assert index.folder.stat().st_mode & 0o077 == 0
