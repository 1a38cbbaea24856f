"""Offices that list somebody, papers of offices, papers that the outlet was let read. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(lang: str, text: str, prop: str) -> list[str]:
    found = extract_text(text, lang=lang, published="2025-11-01").claims
    return [c.evidence.value for c in found if c.property == prop]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The administration lists him as a driver wounded near Verbove.\n"),
        ("en", "The district hokimiyat registered him as wounded near Verbove.\n"),
        ("ru", "Администрация числит его погибшим под Вербовым 21 октября.\n"),
    ],
)
def test_an_office_that_lists_somebody_says_so(lang: str, text: str) -> None:
    name = "Otabek Hamidov left in May. " if lang == "en" else "Отабек Хамидов уехал в мае. "
    told = _classes(lang, name + text, "wounded") + _classes(lang, name + text, "died")
    assert told == ["official"]


def test_a_ministrys_notice_is_a_paper() -> None:
    text = "Ulan Sadyrov was killed on October 8 near Kupyansk, according to a Defense Ministry notice.\n"
    assert _classes("en", text, "died") == ["document"]
    text = "Ulan Sadyrov was killed on October 8 near Kupyansk, according to the Defense Ministry.\n"
    assert _classes("en", text, "died") == ["official"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A death certificate came. She lets us read it: Ulan Sadyrov, born 1990, died May 9, 2024.\n"),
        ("en", "A death certificate came. He allowed us to copy it: Ulan Sadyrov, died May 9, 2024.\n"),
        ("ru", "Пришла справка о смерти. Она даёт нам её прочесть: Улан Садыров умер 9 мая 2024 года.\n"),
        (
            "uk",
            "Прийшла довідка про смерть. Вона дала нам її прочитати: Улан Садиров помер 9 травня 2024 року.\n",
        ),
    ],
)
def test_a_paper_that_the_outlet_reads_speaks_behind_the_colon(lang: str, text: str) -> None:
    assert "document" in _classes(lang, text, "died.date")
    assert set(_classes(lang, text, "name")) == {"document"}
