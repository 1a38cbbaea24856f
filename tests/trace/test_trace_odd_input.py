"""Answers that would mislead, and input that is odd."""

import re

import pytest

from tizme.cli.trace import _done
from tizme.cli.trace_queries import queries_in, unread
from tizme.model import UnusableInput
from tizme.trace.answer import answer
from tizme.trace.build import Batch
from tizme.trace.evidence_rows import known_of
from tizme.trace.index import add_list, open_index
from tizme.trace.query import Query
from tizme.trace.requests import check_day

NAME = "Асанов Бакыт Усенович"


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory):
    """Twenty rows of one name and one age."""
    folder = tmp_path_factory.mktemp("namesakes")
    ids = [str(n) for n in range(20)]
    add_list(folder, "one", [Batch(ids, [NAME] * 20, {"age": ["33"] * 20})], digest="c" * 64)
    return open_index(folder)


@pytest.mark.parametrize("age", ["27-33", "27–33", "33/27", "about 33", "33.5"])
def test_an_age_within_the_range_that_was_told_fits(namesakes, age):
    first = answer(namesakes, Query("q", NAME, age=age, today="2026-11-22")).candidates[0]
    assert "age:fits" in first.reasons_for
    assert "age:contradicted" not in first.reasons_against


def test_an_age_outside_the_range_is_contradicted_and_odd_figures_are_no_age(namesakes):
    first = answer(namesakes, Query("q", NAME, age="20-25")).candidates[0]
    assert "age:contradicted" in first.reasons_against
    assert known_of(Query("q", NAME, age="²")).nothing


def test_a_name_that_stands_in_the_list_twenty_times_is_not_called_not_found(namesakes):
    found = answer(namesakes, Query("q", NAME))
    assert found.candidates[0].probability < 0.1
    assert found.verdict == "possible"
    assert answer(namesakes, Query("q", "Жолдошбек Тургунбаев Маратович")).verdict == "not-found"


@pytest.mark.parametrize("name", ["", "王伟", "12 34"])
def test_a_query_with_no_word_to_search_for_says_that_it_misses_everybody(namesakes, name):
    query = Query("q", name, born="31.02.1990", age="young")
    assert answer(namesakes, query).missed == 1.0
    assert len(list(unread(query))) == 3
    assert not list(unread(Query("q", NAME, born="1990", age="30")))


def test_an_open_quotation_mark_does_not_swallow_the_queries_behind_it(tmp_path):
    table = tmp_path / "q.tsv"
    for rows in ('1\t"Асан\n2\tУсен\n', '1\t"Асан\n2\t"\n3\tУсен\n'):
        table.write_text(f"query_id\tname\n{rows}", encoding="utf-8")
        with pytest.raises(UnusableInput):
            queries_in(table, given=Query("", ""))


def test_a_file_that_holds_no_answers_is_left_as_it_is(tmp_path):
    other = tmp_path / "notes.txt"
    for content in (b"one line without an end", b'{"query_id": "1"}\nsomething else'):
        other.write_bytes(content)
        with pytest.raises(UnusableInput, match="something else"):
            _done(other)
        assert other.read_bytes() == content
    other.write_bytes(b'{"query_id": "1"}\n{"query_i')
    assert _done(other) == {"1"}
    assert other.read_bytes() == b'{"query_id": "1"}\n'


def test_two_lists_of_one_content_whose_names_are_in_another_alphabet_stand_apart(tmp_path):
    for name in ("списка", "списки"):
        add_list(tmp_path, name, [Batch(["1"], [NAME])], digest="d" * 64)
    index = open_index(tmp_path)
    assert [one.list_name for one in index.segments] == ["списка", "списки"]


def test_a_damaged_index_says_which_part_and_the_next_step(tmp_path):
    add_list(tmp_path, "one", [Batch(["1"], [NAME])], digest="e" * 64)
    next(tmp_path.rglob("lengths.npy")).write_bytes(b"")
    with pytest.raises(UnusableInput, match=re.escape("lengths.npy")):
        answer(open_index(tmp_path), Query("q", NAME))
    for content in ("[]", "{}", "[x"):
        (tmp_path / "index.json").write_text(content)
        with pytest.raises(UnusableInput, match="not whole"):
            open_index(tmp_path)


@pytest.mark.parametrize("day", ["20261122", "2026-W47-7", "heute", ""])
def test_a_day_that_would_not_sort_is_refused(day):
    """A consent withdrawn on "20261122" would have gone on to hold."""
    with pytest.raises(UnusableInput, match="is no day"):
        check_day(day, "--on")


@pytest.mark.parametrize(
    "asked",
    [Query("q", "Сарыбеков Айбек Токтогулович"), Query("q", "Сарыбеков Айбек Нурланович", born="1960-01-02")],
)
def test_nobody_is_called_likely_against_his_fathers_name_or_birth(tmp_path, asked):
    cells = {"birth_date": ["1990-05-01"]}
    add_list(tmp_path, "one", [Batch(["1"], ["Сарыбеков Айбек Нурланович"], cells)], digest="d" * 64)
    found = answer(open_index(tmp_path), asked)
    assert found.candidates[0].reasons_against
    assert found.verdict != "likely"
