from __future__ import annotations

import io

import openpyxl
import pytest

from tizme.extract import extract_document
from tizme.model import Document, Extraction
from tizme.readers import read_bytes


def extracted(*rows: list[object], merged: tuple[str, ...] = ()) -> Extraction:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for one in merged:
        book.active.merge_cells(one)
    into = io.BytesIO()
    book.save(into)
    document = read_bytes(into.getvalue(), name="list.xlsx")
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="2024-03-01")
    assert all(document.text[c.start : c.stop] == c.quote for c in found.claims)
    return found


def said(found: Extraction, subject: str) -> set[tuple[str, str, str]]:
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject == subject}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("200", ("died", "true", "affirmed")),
        ("б/в", ("missing", "true", "affirmed")),
        ("KIA", ("died", "true", "affirmed")),
        ("asirda", ("captured", "true", "affirmed")),
        ("каза болгон", ("died", "true", "affirmed")),
        ("бедарак шуд", ("missing", "true", "affirmed")),
        ("предположительно погиб", ("died", "true", "uncertain")),
        ("не погиб, в плену", ("died", "false", "denied")),
    ],
)
def test_a_status_says_what_became_of_the_row_s_person(status: str, expected: tuple[str, str, str]):
    found = extracted(["ФИО", "Год рождения", "Статус"], ["Асанов Эркин", 1998, status])
    assert expected in said(found, "r1")


def test_a_date_beside_a_doubtful_status_does_not_make_the_death_certain():
    found = extracted(
        ["ФИО", "Дата гибели", "Статус"], ["Асанов Эркин", "3.05.2023", "предположительно погиб"]
    )
    deaths = {(value, polarity) for prop, value, polarity in said(found, "r1") if prop == "died"}
    assert deaths == {("true", "uncertain")}


def test_what_stands_behind_the_name_in_its_cell_is_read_as_words():
    found = extracted(
        ["ФИО, дата рождения", "Судьба"],
        ["Сыдыков Айбек (позывной «Беркут»), 33 года", "плен"],
        ["Осмонов Эрлан Бакирович, 12.03.1990", "200"],
    )
    assert {
        ("name", "Сыдыков Айбек", "affirmed"),
        ("call_sign", "Беркут", "affirmed"),
        ("age", "33", "affirmed"),
    } <= said(found, "r1")
    assert ("birth_date", "1990-03-12", "affirmed") in said(found, "r2")


def test_a_day_with_a_place_and_the_years_of_a_life_are_taken_apart():
    found = extracted(
        ["ФИО", "Годы жизни", "Дата и место гибели"],
        ["Асанов Эркин", "1998–2023", "3.05.2023, Бахмут"],
    )
    assert {
        ("birth_date", "1998", "affirmed"),
        ("died.date", "2023", "affirmed"),
        ("died.date", "2023-05-03", "affirmed"),
        ("died.place", "Бахмут", "affirmed"),
    } <= said(found, "r1")


def test_nobody_is_called_unknown_and_nothing_lies_in_no_data():
    found = extracted(
        ["ФИО", "Год рождения", "Адрес"], ["Неизвестный", 1998, "н/д"], ["Асанов Эркин", 1990, "-"]
    )
    assert [(one.named, one.name) for one in found.subjects] == [(False, ""), (True, "Асанов Эркин")]
    assert said(found, "r1") == {("birth_date", "1998", "affirmed")}


def test_rows_of_a_table_that_names_nobody_are_no_people():
    assert extracted(["Область", "Статус"], ["Баткенская", "погиб"]).subjects == ()


def test_a_person_on_two_lines_is_one_with_both_relatives():
    found = extracted(
        ["ФИО", "Год рождения", "Родственники"],
        ["Асанов Эркин", 1998, "мать Гульнара"],
        [None, None, "жена Айгуль"],
        ["Бакиров Нурлан", 1999, None],
        merged=("A2:A3", "B2:B3"),
    )
    names = {one.id: one.name for one in found.subjects}
    assert [one.name for one in found.subjects if one.role == "subject"] == ["Асанов Эркин", "Бакиров Нурлан"]
    kin = {(c.property, names[c.value]) for c in found.claims if c.property.startswith("kin.")}
    assert kin == {("kin.mother", "Гульнара"), ("kin.wife", "Айгуль")}


def test_a_table_in_a_text_gives_rows_and_the_words_around_it_stay_prose():
    text = (
        "Эркин Асанов погиб 3 мая 2023 года под Бахмутом.\n\n"
        "ФИО | Год рождения | Статус\n--- | --- | ---\nБакиров Нурлан | 1999 | в плену\nСыдыков Тилек | 1990 | погиб\nИтого: 2 | |\n\n"
        "Список составили родственники."
    )
    document = read_bytes(text.encode(), name="a.txt")
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="2024-03-01")
    names = {one.id: one.name for one in found.subjects}
    deaths = {(names[c.subject], c.quote) for c in found.claims if c.property == "died"}
    assert deaths == {("Эркин Асанов", "погиб"), ("Сыдыков Тилек", "погиб")}
    assert ("captured", "true", "affirmed") in {
        x for one in names if names[one] == "Бакиров Нурлан" for x in said(found, one)
    }
