"""A watch over indexed lists searches each list once, and again when it changed."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tracing_cases import SOUGHT, WATCH, request

from tizme.model.request import Watching
from tizme.trace import list_watches
from tizme.trace.build import Batch
from tizme.trace.index import add_list, open_index
from tizme.trace.list_watches import look_in_lists, query_of
from tizme.trace.watches import notices

OTHERS = ["Токоев Сагын Маратович", "Жумабеков Эрлан", "Сатыбалдиев Нурлан Асанович"]


def add(folder, name, people, *, digest):
    born = tuple(day for _, day in people)
    batch = Batch([str(n) for n in range(len(people))], [who for who, _ in people], {"birth_date": born}, {})
    add_list(folder, name, [batch], digest=digest)


@pytest.fixture
def folder(tmp_path):
    add(tmp_path, "old", [(name, "") for name in OTHERS], digest="d-old")
    return tmp_path


def test_a_new_list_is_searched_once_and_a_hit_goes_to_the_caseworker(folder):
    held = request(WATCH)
    first = look_in_lists(held, Watching("r-1"), open_index(folder))
    assert first.moved == ()
    add(folder, "new", [("Bolotov Akmat Erkinovich", "1988-05-03"), ("Токоев Сагын", "")], digest="d-new")
    second = look_in_lists(held, first.watching, open_index(folder))
    (moved,) = second.moved
    assert (moved.candidate, moved.before, moved.label) == ("new!0", None, "Bolotov Akmat Erkinovich")
    assert moved.after > 0.5
    (notice,) = notices(held, second, at="2026-11-22T10:00:00Z")
    assert (notice.code, notice.for_caseworker) == ("listed", True)
    assert look_in_lists(held, second.watching, open_index(folder)).moved == ()


def test_a_list_that_did_not_change_is_not_searched_again(folder, monkeypatch):
    held = request(WATCH)
    first = look_in_lists(held, Watching("r-1"), open_index(folder))
    searched = []

    def spy(index, query, *, top):
        searched.append([one.list_name for one in index.segments])
        return list_watches_answer(index, query, top=top)

    list_watches_answer = list_watches.answer
    monkeypatch.setattr(list_watches, "answer", spy)
    look_in_lists(held, first.watching, open_index(folder))
    assert searched == []
    add(folder, "new", [("Асанов Бакыт", "")], digest="d-new")
    look_in_lists(held, first.watching, open_index(folder))
    assert searched == [["new"]] * len(SOUGHT.names)


def test_a_row_that_says_the_same_in_a_later_release_is_no_news(folder):
    held = request(WATCH)
    people = [("Болотов Акмат Эркинович", "1988-05-03")]
    add(folder, "list", people, digest="d-1")
    first = look_in_lists(held, Watching("r-1"), open_index(folder))
    assert len(first.moved) == 1
    add(folder, "list", people, digest="d-2")
    again = look_in_lists(held, first.watching, open_index(folder))
    assert again.moved == ()
    assert dict(again.watching.lists)["list"] == "d-2"


def test_a_short_spelling_brings_the_fathers_name_along():
    bare = replace(SOUGHT, father="")
    assert query_of(bare, "Bolotov Akmat").father == "Эркин"
