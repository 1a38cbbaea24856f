"""Entries whose fields are parted by strokes, and what several claims together tell. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

SHEET = (
    "Список\n\n"
    "1) Сатаров Нурбек Алиевич / 1990 / Фергана / погиб 02.02.2024, Работино / тело доставлено 11.03.2024 из Казани\n"
    "2) Юнусов Азамат Рустамович / 1985 / Таласская обл. / из ИК-11 г. Бор / «Шторм Z» / пропал б/в 08.11.2023\n"
    "3) Ким Олег Петрович / 1978 / Ташкент / сварщик / ранен 01.01.2024\n"
)


def _claims(text: str, lang: str) -> set[tuple[str, str, str]]:
    read = extract_text(text, lang=lang, published="2024-06-10")
    labels = {s.id: s.label.split()[0] for s in read.subjects}
    return {(labels[c.subject], c.property, c.value) for c in read.claims}


def test_a_place_and_a_year_alone_in_their_fields_are_home_and_birth() -> None:
    told = _claims(SHEET, "ru")
    assert ("Сатаров", "origin", "Фергана") in told
    assert ("Сатаров", "birth_date", "1990") in told
    assert ("Ким", "birth_date", "1978") in told


def test_what_stands_in_another_field_belongs_to_no_event_of_this_one() -> None:
    told = _claims(SHEET, "ru")
    assert ("Сатаров", "died.place", "Работино") in told
    assert ("Сатаров", "body_repatriated.from", "Казань") in told
    assert not {v for who, p, v in told if who == "Юнусов" and p == "missing.place"}


def test_strokes_without_blanks_part_no_fields() -> None:
    told = _claims("1) Ким Олег Петрович, 1978, Ташкент, в/ч 12345, пропал б/в 08.11.2023, Работино\n", "ru")
    assert ("Ким", "missing.place", "Работино") in told


def test_who_sat_in_a_colony_and_went_to_war_was_recruited_there() -> None:
    told = _claims(SHEET, "ru")
    assert ("Юнусов", "pathway", "prison_recruitment") in told
    assert {who for who, p, v in told if v == "prison_recruitment"} == {"Юнусов"}


def test_who_is_tried_for_the_war_was_not_recruited_in_that_prison() -> None:
    text = (
        "A court in Osh sentenced Nurbek Satarov, 40, to five years. He had served near Kupyansk in the 5th brigade. "
        "He is held in Penal Colony No. 3.\n"
    )
    assert not {v for _, p, v in _claims(text, "en") if p == "pathway" and v == "prison_recruitment"}


@pytest.mark.parametrize("name", ["Odinaev's", "Odinaev’s"])
def test_a_name_with_a_possessive_ending_is_met_again(name: str) -> None:
    text = (
        "Rustam Odinaev, 29, of Kulob was killed in Ukraine. Another man, Dilshod Nazarov, 34, was wounded. "
        f"{name} body was returned in May.\n"
    )
    assert {who for who, p, _ in _claims(text, "en") if p == "body_repatriated"} == {"Rustam"}


@pytest.mark.parametrize(
    "words", ["has not been returned", "has not yet been returned", "was never sent home", "was not returned"]
)
def test_a_body_that_has_not_been_returned_is_denied(words: str) -> None:
    told = _claims(f"Rustam Odinaev, 29, was killed in Ukraine. His body {words}.\n", "en")
    assert {v for _, p, v in told if p == "body_repatriated"} == {"false"}
