"""A death is no office's word where somebody near an office tells it: a wrong "dead" would follow.

Every person here is invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TOLD = (
    (
        "ru",
        "На странице сельской администрации в комментариях пишут, что Азамат Беков погиб 3 мая 2024 года.",
    ),
    ("ru", "Под постом акимата сосед написал: Азамат Беков погиб 3 мая 2024 года."),
    (
        "ru",
        "Сестра Азамата Бекова написала в посольство и его командиру. Пришёл ответ: Азамат погиб 3 мая 2024 года.",
    ),
    (
        "en",
        "His sister wrote to the embassy and to a comrade of his. The answer came: Azamat Bekov was killed in May.",
    ),
    ("en", "A man from the 47th brigade says Azamat Bekov was killed on 3 May 2024."),
    ("ru", "Боец 47-й бригады сообщил, что Азамат Беков погиб 3 мая 2024 года."),
    ("uk", "Боєць 47-ї бригади повідомив, що Азамат Беков загинув 3 травня 2024 року."),
    ("kk", "47-бригаданың жауынгері Азамат Беков 2024 жылғы 3 мамырда қаза тапты деп хабарлады."),
    ("ky", "47-бригаданын жоокери Азамат Беков 2024-жылдын 3-майында каза тапканын билдирди."),
    ("uz-Latn", "47-brigada askari Azamat Bekov 2024-yil 3-mayda halok bo'lganini bildirdi."),
    ("uz-Cyrl", "47-бригада аскари Азамат Беков 2024 йил 3 майда ҳалок бўлганини билдирди."),
    ("tg", "Сарбози бригадаи 47 хабар дод, ки Азамат Беков 3 майи соли 2024 кушта шуд."),
    ("ru", "В списке телеграм-канала напротив фамилии Бекова стоит «убит, 03.05.2024»."),
)


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_who_stands_near_an_office_is_no_office(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    died = {c.evidence.value for c in claims if c.property.split(".")[0] == "died"}
    assert not died & {"official", "document"}
