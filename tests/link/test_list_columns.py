"""Columns of long lists: written alike by every reader, each kind of noise in a birth date at a level of its own."""

import numpy as np
import pytest

from tizme import link, places
from tizme.engines.list_plain import explained
from tizme.link.list_plan import BITS
from tizme.model import Verdict

ROWS = [
    {"name": "Исаков Азамат Муратович", "birth_date": "1988-03-01", "origin": "Ош"},
    {"name": "Azamat Isakov", "birth_date": "1988-01-03", "origin": "Osh"},
    {"name": "ИСАКОВ А. М.", "birth_date": "1988", "origin": ""},
    {"name": "Исакова Азиза", "birth_date": "01.01.1988", "origin": "Ош"},
]


def columns(rows, **options):
    properties = list(dict.fromkeys(prop for row in rows for prop in row))
    cells = {prop: [row.get(prop) for row in rows] for prop in properties}
    return link.list_columns(cells, lookup_place=places.lookup, **options)


def row(rows, at):
    found = {name: values[at] for name, values in columns(rows).items()}
    return (
        dict.fromkeys(link.LIST_COLUMNS) | found | dict.fromkeys(BITS, 10_000) | {"seq": at, "apart": -1 - at}
    )


def told(left, right):
    rows = [left, right]
    return {field: code for field, code, _ in explained(row(rows, 0), row(rows, 1), link.list_plan())}


def test_a_row_has_the_columns_that_the_case_works_out_for_its_record():
    found = columns(ROWS)
    for at, cells in enumerate(ROWS):
        record = link.row_record("list", str(at), cells, lookup_place=places.lookup)
        one = link.features(record)
        assert (found["born_low"][at], found["born_high"][at]) == (one.born_low, one.born_high)
        assert found["born_day"][at] == one.born_day
        assert found["place"][at] == one.place
        assert found["given"][at] == one.given
        assert found["family"][at] == one.family or one.family is None
        assert found["father"][at] == one.father
        if not one.given_short:
            assert found["given_bones"][at] == one.given_bones


def test_parts_in_columns_of_their_own_are_the_parts_of_the_whole_name():
    whole = columns([{"name": "Исаков Азамат Муратович"}])
    parts = columns([{"family": "Исаков", "given": "Азамат", "father": "Муратович"}])
    for column in ("given", "family", "father", "family_bones", "root_fold", "fold_low"):
        assert parts[column][0] == whole[column][0]


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("1988-03-01", "1988-03-01", "agree"),
        ("1988-03-01", "1988-01-03", "month-and-day-swapped"),
        ("1988-03-01", "1988-03-11", "day-differs"),
        ("1988-03-01", "1987-03-01", "year-off"),
        ("1988-03-01", "1998-03-01", "digit-slip"),
        ("1988-03-01", "1988", "agree-by-year"),
        ("1988-01-01", "1988-01-01", "placeholder"),
        ("1988-03-01", "19880301", "agree"),
        ("01.03.1988", "1988-03-01", "agree"),
        ("1988-03-01", "1989", "a-year-apart"),
        ("1988-03-01", "1979-11-30", "contradicted"),
        ("1988-03-01", "", "left-out"),
    ],
)
def test_each_kind_of_noise_in_a_birth_date_is_a_level(left, right, level):
    assert (
        told({"name": "Исаков", "birth_date": left}, {"name": "Исаков", "birth_date": right})["born"] == level
    )


@pytest.mark.parametrize(
    ("left", "right", "given", "family"),
    [
        ("Исаков Азамат", "Isakov Azomat", "agree-by-form", "agree"),
        ("Исаков Нурлан", "Исаков Нулран", "transposed", "agree"),
        ("Исаков Азамат", "Исоков А.", "initial", "agree-by-form"),
        ("Исаков Азамат", "Исаков Нурлан", "contradicted", "agree"),
    ],
)
def test_a_slip_and_another_spelling_are_told_apart(left, right, given, family):
    found = told({"name": left}, {"name": right})
    assert (found["given"], found["family"]) == (given, family)


def test_swapped_columns_are_seen():
    found = told({"given": "Robert", "family": "Hanssen"}, {"given": "Hanssen", "family": "Robert"})
    assert (found["given"], found["family"]) == ("swapped", "swapped")


def test_groups_of_rows_keep_years_of_birth_and_clean_lists_apart():
    low = np.array([1990, -1, 1970, 1990], np.int64)
    facts = link.RowFacts(
        low, low, np.zeros(4, np.int64), np.full(4, -1, np.int64), np.array([7, -1, -2, 7], np.int64)
    )
    left, right = np.array([0, 1, 1]), np.array([1, 2, 3])
    group, least = link.join_rows(left, right, np.array([30, 20, 10]), facts, rows=4)
    assert group.tolist() == [0, 0, 2, 3]
    assert least[0] == 30
    barred = (np.array([0]), np.array([1]))
    group, _ = link.join_rows(left, right, np.array([30, 20, 10]), facts, rows=4, barred=barred)
    assert group.tolist() == [0, 1, 1, 3]


def test_judgements_move_the_weights_towards_themselves_and_no_further():
    plan = link.list_plan()
    field = next(i for i, one in enumerate(plan.fields) if one.name == "place")
    from tizme.ports.list_engine import radixes

    differs = len(plan.fields[field].levels) - 1
    pattern = differs * radixes(plan)[field]
    patterns = np.array([pattern] * 40 + [0] * 40)
    same = np.array([1.0] * 40 + [0.0] * 40)
    moved = link.refitted(plan, patterns, np.zeros(80, np.int64), same, rows=1000, hold=20)
    assert moved.fields[field].levels[-1].weight > plan.fields[field].levels[-1].weight
    unit = next(i for i, one in enumerate(plan.fields) if one.name == "unit")
    assert moved.fields[unit] == plan.fields[unit]


def test_drawn_linkages_join_a_pair_as_often_as_it_is_likely_and_obey_judgements():
    from tizme.model import Judgement, Pair

    pairs = [Pair("a", "b", 3.0, 0.7, ()), Pair("c", "d", 3.0, 0.7, ())]
    different = Judgement("c", "d", Verdict.DIFFERENT, "A. Reviewer", "2025-01-01T00:00:00Z")
    drawn = link.draw_linkages("abcd", pairs, [different], draws=400, seed=1)
    joined = [{c.record_ids for c in one} for one in drawn]
    assert 0.6 < sum(("a", "b") in one for one in joined) / 400 < 0.8
    assert not any(("c", "d") in one for one in joined)
    assert drawn == link.draw_linkages("abcd", pairs[::-1], [different], draws=400, seed=1)


def test_a_list_s_header_may_hold_any_marks(tmp_path):
    from tizme.engines.list_files import write_parquet

    columns = {"№ п/п": "VARCHAR", "Ф.И.О.": "VARCHAR", "дата 'рождения'": "VARCHAR"}
    assert write_parquet(tmp_path / "a.parquet", columns, [("1", "Асанов Эркин", "1998")]) == 1
