"""Questions and answers. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LABELLED = """Our correspondent spoke to an Uzbek prisoner of war, Jasur T. No guards sat in.

Q: How old are you?
A: Twenty-nine. My wife thinks that I died.

Q: Where were you captured?
A: Near Lyman.

Q: Which regiment?
A: The 488th.

Q: Were you wounded?
A: No.
"""
BARE = """Узбекский военнопленный Жасур Т. рассказал о себе. Мы говорили в лагере.

Сколько вам лет?

Двадцать девять.

Когда вы попали в плен?

В марте.

Вас ранили?

Да.
"""
NAMED = """Интервью с пленным. Жасур Т., гражданин Узбекистана.

Ирина: Сколько вам лет?
Жасур: Двадцать девять.
Ирина: Где вас взяли в плен?
Жасур: Под Лиманом.
"""


def _said(text: str, lang: str) -> set[tuple[str, str]]:
    found = extract_text(text, lang=lang, published="2025-05-10")
    named = {s.id for s in found.subjects if "T." in s.name or "Т." in s.name}
    return {(c.property, c.value) for c in found.claims if c.subject in named}


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            LABELLED,
            "en",
            {("age", "29"), ("captured.place", "Lyman"), ("unit", "488th"), ("wounded", "false")},
        ),
        (BARE, "ru", {("age", "29"), ("captured.date", "2025-03"), ("wounded", "true")}),
        (NAMED, "ru", {("age", "29"), ("captured", "true")}),
    ],
)
def test_an_answer_takes_its_meaning_from_the_question(
    text: str, lang: str, expected: set[tuple[str, str]]
) -> None:
    assert expected <= _said(text, lang)


def test_a_prisoner_who_is_asked_is_no_relative_though_he_speaks_of_his_wife() -> None:
    assert ("died", "true") not in _said(LABELLED, "en")
