"""A source named only behind what it told."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def evidence_of(text: str, prop: str) -> str:
    read = extract_text(text, published="2024-06-01", publisher="Голос")
    return next(c.evidence.value for c in read.claims if c.property == prop)


@pytest.mark.parametrize(
    "text",
    [
        "В селе Кара-Бак 3 марта предали земле 31-летнего Жаныбека Сатарова. Об этом «Голосу» сообщил глава айыл окмоту.",
        "Zhanybek Satarov, 31, was buried in Kara-Bak on 3 March. This was confirmed by the regional prosecutor's office.",
        "Кара-Бак айылында 3-мартта Жаныбек Сатаров жерге берилди. Бул тууралуу айыл өкмөтүнүн башчысы билдирди.",
        "Қарабақ ауылында 3 наурызда Жаныбек Сатаров жерленді. Бұл туралы ауыл әкімі хабарлады.",
        "Qorabog‘ qishlog‘ida 3 mart kuni Jonibek Sattorov dafn etildi. Bu haqda tuman prokuraturasi ma’lum qildi.",
        "Дар деҳаи Сари Чашма 3 март Ҷамшед Сатторов ба хок супурда шуд. Дар ин бора раиси ҷамоат хабар дод.",
        "У селі Гірка 3 березня поховали 31-річного Жанібека Сатарова. Про це повідомили в обласній прокуратурі.",
    ],
)
def test_what_an_office_is_named_for_afterwards_is_its_word(text: str) -> None:
    assert evidence_of(text, "buried") == "official"


def test_a_relative_is_named_in_a_paragraph_of_her_own() -> None:
    text = "34-летний Дильшод К. погиб под Бахмутом.\n\nОб этом рассказала его мать."
    assert evidence_of(text, "died") == "hearsay"


@pytest.mark.parametrize(
    "text",
    [
        "Фатулло Нарзиев жерленді. Отбасы мұны растамады.",
        "Дильшода К. похоронили в селе. Родные это не подтверждают.",
        "Дильшода К. похоронили в селе. Об этом матери сообщил хирург.",
    ],
)
def test_a_denial_or_news_brought_to_her_names_no_source(text: str) -> None:
    assert evidence_of(text, "buried") == "press"
