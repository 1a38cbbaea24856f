"""What an office answers, where the text gives the answer behind a colon or says that it is written in it."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

_ANSWERS = [
    ("en", "She wrote to the embassy. The answer came on Monday: Nur Karaev was captured on January 26."),
    ("ru", "Ответ Минобороны от 3 мая уместился в две строки: Нурлан Караев попал в плен 26 января."),
    (
        "uk",
        "Вона писала до посольства. Відповідь прийшла у вівторок: Нурлан Караєв потрапив у полон 2 травня.",
    ),
    (
        "kk",
        "Анасы консулдыққа арыз жіберді. Жауапта былай делінген: «Н. Қараев 18 қыркүйекте тұтқынға түскен».",
    ),
    ("ky", "Апасы элчиликке кат жазды. Жооп дүйшөмбүдө келди: Нурлан Караев 26-январда туткунга түшкөн."),
    (
        "uz-Latn",
        "Onasi elchixonaga ariza yozdi. Javobda: “N. Qorayev 18-sentabrda asirga tushgan”, deyilgan.",
    ),
    (
        "uz-Cyrl",
        "Онаси элчихонага ариза ёзди. Жавоб душанба куни келди: Нурлон Қораев 26 январда асирга тушган.",
    ),
    ("tg", "Модараш ба сафорат нома навишт. Посух рӯзи душанбе расид: Нурлан Караев 2-юми май асир афтод."),
]
_OTHERS = [
    ("ru", "Она написала в военкомат. Ответ пришёл с незнакомого номера: Нурлан Караев погиб 3 мая."),
    ("ru", "Она написала в военкомат. Ответ пришёл от сослуживца: Нурлан Караев погиб 3 мая."),
    ("en", "She wrote to the commissariat. The answer came from a stranger: Nurlan Karaev died on May 3."),
    ("kk", "Анасы консулдыққа арыз жіберді. Жауап бөтен нөмірден келді: Нұрлан Қараев 3 мамырда қаза тапты."),
]


@pytest.mark.parametrize(("lang", "text"), _ANSWERS)
def test_what_stands_in_the_answer_is_the_office_s(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    assert {c.evidence for c in claims if c.property == "captured.date"} == {"official"}


@pytest.mark.parametrize(("lang", "text"), _OTHERS)
def test_an_answer_from_elsewhere_is_no_office_s(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    died = [c.evidence for c in claims if c.property == "died"]
    assert died
    assert "official" not in died
