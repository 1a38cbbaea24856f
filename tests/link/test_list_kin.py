"""Relatives and days of events in lists: read from any cell, compared as names and as dates, never held against who is silent."""

import pytest

from tizme import link, places
from tizme.engines.list_plain import explained
from tizme.link.list_plan import BITS
from tizme.names.relatives import relatives

MAN = {"name": "Исаков Азамат"}


def told(left, right):
    properties = dict.fromkeys([*left, *right, *MAN])
    rows = [MAN | left, MAN | right]
    cells = {prop: [row.get(prop) for row in rows] for prop in properties}
    found = link.list_columns(cells, lookup_place=places.lookup, published="2025-01-01")
    columns = [
        dict.fromkeys(link.LIST_COLUMNS) | {name: values[at] for name, values in found.items()}
        | dict.fromkeys(BITS, 10_000)
        for at in (0, 1)
    ]  # fmt: skip
    return {field: (code, bits) for field, code, bits in explained(*columns, link.list_plan())}


@pytest.mark.parametrize(
    ("prop", "cell", "expected"),
    [
        ("kin.mother", "Асанова, Гульнара", [("mother", "Асанова, Гульнара")]),
        ("kin.mother", "Маматова Зуура эже", [("mother", "Маматова Зуура")]),
        ("kin.mother", "Асанова Гульнара (пенсионерка)", [("mother", "Асанова Гульнара")]),
        ("kin.children", "Айбек, Нурбек", [("children", "Айбек"), ("children", "Нурбек")]),
        ("kin.children", "3", []),
        (
            "kin",
            "мать Гульнара, тел. 0555 123456; жена: Айгуль",
            [("mother", "Гульнара"), ("wife", "Айгуль")],
        ),
        (
            "kin",
            "Асанова Гульнара (мать)\nАсанов Бакыт",
            [("mother", "Асанова Гульнара"), ("other", "Асанов Бакыт")],
        ),
        ("kin", "мать Гульнара жена Айгуль", [("mother", "Гульнара"), ("wife", "Айгуль")]),
        ("kin", "wife Aigul; mother Gulnara 0555-12-12", [("wife", "Aigul"), ("mother", "Gulnara")]),
        ("kin", "0555 123 456", []),
        ("kin.wife", "нет", []),
        ("kin.wife", "неизвестно", []),
    ],
)
def test_relatives_are_read_with_their_ties_and_without_telephones(prop, cell, expected):
    assert list(relatives(prop, cell)) == expected


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ({"kin.mother": "Асанова Гульнара"}, {"kin.mother": "Gulnara Asanova"}, "agree"),
        ({"kin.mother": "Асанова Гульнара"}, {"kin": "мать Гулнора, жена Айгуль"}, "agree"),
        ({"kin.mother": "Гульнара", "kin.wife": "Айгуль"}, {"kin": "Айгуль; Гульнара"}, "agree-twice"),
        ({"kin.mother": "Гульнара", "kin": "мать Гульнара"}, {"kin.mother": "Гульнара"}, "agree"),
        ({"kin.mother": "Гульнара"}, {"kin.mother": "Гульнра"}, "agree-by-form"),
        ({"kin.mother": "Айнура"}, {"kin.mother": "Айнуза"}, "slip"),
        ({"kin.mother": "Гульнара"}, {"kin.mother": "Зулфия"}, "mother-differs"),
        ({"kin.mother": "Гульнара"}, {"kin.wife": "Зулфия"}, "differs"),
        ({"kin.wife": "Айгуль"}, {"kin.husband": "Бакыт"}, "differs"),
        ({"kin.mother": "Гульнара"}, {}, "left-out"),
        ({"kin.mother": "Гульнара"}, {"kin.mother": "Асанова Г."}, "left-out"),
    ],
)
def test_each_way_in_which_relatives_agree_is_a_level(left, right, level):
    for one, other in ((left, right), (right, left)):
        code, bits = told(one, other)["kin"]
        assert code == level
        assert bits == 0 if level == "left-out" else (bits > 0) == ("differs" not in level)


def test_a_father_named_apart_is_compared_with_a_patronymic():
    assert told({"kin.father": "Исаков Мурат"}, {"name": "Исаков Азамат Муратович"})["father"][0] == "agree"
    assert told({"kin": "отец: Бакыт"}, {"name": "Исаков Азамат Муратович"})["father"][0] == "contradicted"
    assert told({"kin.father": "Исаков Мурат"}, {"kin.father": "Мурат"})["kin"][0] == "left-out"


@pytest.mark.parametrize("event", ["died", "captured", "missing", "last_contact"])
@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("12.09.2022", "2022-09-12", "agree"),
        ("20220912", "12 сентября 2022 г.", "agree"),
        ("2022-09-12T10:00", "2022-09-13", "agree-within-days"),
        ("2022-09-10/2022-09-13", "14 сентября 2022 г.", "agree-within-days"),
        ("сентябрь 2022", "2022-09-12", "near"),
        ("2022-09-00", "осень 2022", "near"),
        ("2022", "2022-09-12", "near"),
        ("2021-01-01", "2022-09-12", "differs"),
        ("2022-09-12", "", "left-out"),
        ("2022-09-12", "неизвестно", "left-out"),
        ("2020/2023", "2022-09-12", "left-out"),
    ],
)
def test_each_way_in_which_days_of_an_event_agree_is_a_level(event, left, right, level):
    code, bits = told({f"{event}.date": left}, {f"{event}.date": right})[event]
    assert code == level
    assert bits == 0 if level == "left-out" else (bits > 0) == (level != "differs")


def test_the_age_in_a_list_of_the_dead_is_the_age_at_death():
    dead = {"age": "34", "died.date": "2022-09-12"}
    assert told(dead, {"birth_date": "1988-03-01"})["born"][0] == "fits"
    assert told({"age": "34"}, {"birth_date": "1988-03-01"})["born"][0] == "contradicted"


def test_a_row_tells_the_record_of_a_case_the_same_relatives_and_events():
    cells = MAN | {"kin.mother": "Асанова Гульнара", "kin": "жена Айгуль", "missing.date": "сентябрь 2022"}
    record = link.row_record("list", "1", cells, lookup_place=places.lookup)
    assert record.kin_names == ("Айгуль", "Асанова Гульнара")
    assert record.event_dates == (("missing.date", "2022-09"),)
