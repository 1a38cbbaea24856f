"""Searching lists: spellings, half-known names, evidence, honest negatives."""

import math

import pytest

from tizme.trace.answer import answer
from tizme.trace.build import Batch
from tizme.trace.index import add_list, indexed, open_index
from tizme.trace.query import Query
from tizme.trace.search import search_segment
from tizme.trace.words import words_of


def _first(index, name, **facts):
    found = answer(index, Query("q", name, **facts)).candidates
    return (found[0].list, found[0].id) if found else None


@pytest.mark.parametrize(
    ("written", "row"),
    [
        ("Toktosunov Nurbek", "3"),
        ("Токтосунов Нурбек", "3"),
        ("Toktosunow Nurbeck", "3"),
        ("ТОКТОСУН0В Нурбек", "3"),
        ("Ajan Alischerow", "1"),
        ("Tajibaev M.", "4"),
        ("Мирлан Тажибаез", "4"),
        ("Абдул Рахман Жолдошев", "5"),
        ("Joldoshev Abdul-Rahman", "5"),
        ("Ermek Kubatbekovich", "6"),
        ("Эрмек Кубатбек vулу", "6"),
        ("Gulnara 0ranbaeva", "7"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(index, written, row):
    found = answer(index, Query("q", written)).candidates
    assert row in [one.id for one in found[:2]]


@pytest.mark.parametrize(
    ("written", "row"),
    [
        ("محمد يوسف عبدالرحمن ابو شمعه", "h1"),
        ("Mohamed Yousef Abdelrahman Abu Shamaa", "h1"),
        ("محمد خالد عبد الله نجار", "h2"),
    ],
)
def test_a_name_of_four_words_is_found_in_arabic_letters_and_across_alphabets(index, written, row):
    assert _first(index, written) == ("hospital", row)


def test_the_day_of_birth_tells_two_men_of_one_name_apart(index):
    assert _first(index, "Аян Алишеров", born="02.05.1993") == ("prisoners", "1")
    assert _first(index, "Аян Алишеров", born="1971-01-01") == ("prisoners", "2")


def test_a_day_of_birth_brings_in_a_man_whose_name_is_mangled(index):
    assert _first(index, "Ермак Кубатов", born="1999-11-30") == ("prisoners", "6")


def test_a_contradicted_patronymic_speaks_against_and_a_left_out_one_does_not(index):
    by_id = {one.id: one for one in answer(index, Query("q", "Алишеров Аян Асанович")).candidates}
    assert "father:contradicted" in by_id["2"].reasons_against
    assert "father:agree" in by_id["1"].reasons_for
    left_out = answer(index, Query("q", "Алишеров Аян")).candidates
    assert all(not one.reasons_against for one in left_out[:2])


def test_half_a_name_with_the_fathers_and_a_prison_finds_its_man(index):
    query = Query("q", "Аян", father="Асан", home="Кара-Суу", age="27-33", on="2024-01-01", seen="Калуга")
    found = answer(index, query)
    assert found.candidates[0].id == "1"
    assert "home:same-place" in found.candidates[0].reasons_for
    assert "age:fits" in found.candidates[0].reasons_for


def test_the_fact_that_would_decide_parts_the_first_candidates(index):
    first, second = answer(index, Query("q", "Аян Алишеров")).candidates[:2]
    assert first.would_decide == second.would_decide != ""
    assert first.holds != second.holds


def test_probabilities_are_shares_of_one_man(index):
    found = answer(index, Query("q", "Аян Алишеров")).candidates
    assert math.fsum(one.probability for one in found) <= 1 + 1e-9
    assert all(0 <= one.probability <= 1 for one in found)


def test_nobody_is_found_where_nobody_stands_and_the_answer_says_what_was_searched(index):
    found = answer(index, Query("q", "Вильгельмина Шпрингер"))
    assert found.verdict == "not-found"
    assert [one.list for one in found.coverage] == ["prisoners", "hospital"]
    assert found.coverage[0].leaves_out == "the wounded"
    assert not found.coverage[1].told
    assert 0 < found.missed < 1


def test_a_query_of_no_letters_finds_nobody(index):
    assert answer(index, Query("q", "??? 12")).candidates == ()


def test_what_a_query_touched_is_as_it_was_before_the_next(index):
    names = ["Аян Алишеров", "Nurbek Toktosunov", "محمد خالد", "Абдул Рахман Жолдошев"]
    before = [answer(index, Query("q", name)).candidates for name in names]
    assert [answer(index, Query("q", name)).candidates for name in reversed(names)][::-1] == before
    for segment in index.segments:
        for scratch in ("total", "known", "seen_forms"):
            assert not segment._scratch[scratch].any()


def test_one_new_list_leaves_the_segments_of_the_others_alone(tmp_path):
    add_list(tmp_path, "old", [Batch(["1"], ["Asan Usenov"])], digest="1" * 64)
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "segments").rglob("*") if p.is_file()}
    add_list(tmp_path, "new", [Batch(["1"], ["Асан Усенов"])], digest="2" * 64)
    assert all(path.stat().st_mtime_ns == at for path, at in before.items())
    assert indexed(tmp_path, "old") == "1" * 64
    found = answer(open_index(tmp_path), Query("q", "Usenow Assan")).candidates
    assert {one.list for one in found} == {"old", "new"}


def test_a_list_indexed_again_takes_the_place_of_its_older_self(tmp_path):
    add_list(tmp_path, "one", [Batch(["1"], ["Asan Usenov"])], digest="1" * 64)
    add_list(tmp_path, "one", [Batch(["9"], ["Bakyt Usenov"])], digest="2" * 64)
    index = open_index(tmp_path)
    assert [segment.row_id(0) for segment in index.segments] == ["9"]
    assert len(list((tmp_path / "segments").iterdir())) == 1


def test_an_empty_list_is_searched_without_harm(tmp_path):
    add_list(tmp_path, "empty", [], digest="0" * 64)
    assert answer(open_index(tmp_path), Query("q", "Asan Usenov")).candidates == ()


def test_an_alternate_name_leads_to_its_row(tmp_path):
    rows = Batch(["7"], ["Асан Усенов"], {}, {0: ("Мухаммад Туркистани",)})
    add_list(tmp_path, "one", [rows], digest="1" * 64)
    found = answer(open_index(tmp_path), Query("q", "Muhammad Turkistani")).candidates
    assert [one.id for one in found] == ["7"]


def test_a_letter_of_another_alphabet_never_ends_as_an_empty_word():
    for written in ("محمد", "გიორგი", "Αλέξανδρος", "Արամ", "יוסף", "Асан", "Asan"):
        assert words_of(written), written


def test_a_segment_gives_its_best_names_first(index):
    from tizme.trace.query import wanted

    found = search_segment(index.segments[0], wanted(Query("q", "Алишеров Аян Асанович")))
    assert list(found.bits) == sorted(found.bits, reverse=True)


def test_an_age_without_its_day_is_compared_with_the_age_in_the_list_as_it_stands(tmp_path):
    rows = Batch(
        ["1", "2"], ["Асан Усенов", "Асан Усенов"], {"age": ("34", "61"), "birth_date": ("1988-01-02", "")}
    )
    add_list(tmp_path, "one", [rows], digest="1" * 64)
    found = answer(open_index(tmp_path), Query("q", "Усенов Асан", age="34", today="2026-11-22")).candidates
    assert found[0].id == "1"
    assert "age:fits" in found[0].reasons_for
    assert "age:contradicted" in found[1].reasons_against
