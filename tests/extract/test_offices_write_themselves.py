"""What an office tells on its own page or under a heading of its own is its word."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

_HEADED = [
    (
        "ky",
        "Айыл өкмөтүнүн билдирүүсү\n\nУрматтуу айылдаштар! Тургунубуз Таалай Караев быйыл келишим түзгөн.",
    ),
    (
        "kk",
        "Ауыл әкімдігінің хабарламасы\n\nҚұрметті ауылдастар! Таалай Қараев сәуірде келісімшартқа отырған.",
    ),
    (
        "uz-Latn",
        "Mahalla qo‘mitasining murojaati\n\nHurmatli hamqishloqlar! Nurlon Qorayev mayda asirga tushgan.",
    ),
    (
        "uz-Cyrl",
        "Маҳалла қўмитасининг мурожаати\n\nҲурматли ҳамқишлоқлар! Нурлон Қораев майда асирга тушган.",
    ),
]
_PAGE = (
    "Раёсати ҷамоати деҳот рӯзи 7-уми ноябр дар саҳифаи худ аз марги сокини деҳа Комрон Ҳотамов хабар дод.\n\n"
    "Ҳотамов соли 2021 ба Русия рафта буд ва моҳи май шартнома бастааст."
)
_REPORT = (
    "Айыл өкмөтүнүн билдирүүсү\n\nАйыл өкмөтү кат таратты. Таалай Караев быйыл келишим түзгөн.\n\n"
    "«Мен ага ишенбейм», — деди энеси бизге."
)


@pytest.mark.parametrize(("lang", "text"), _HEADED)
def test_under_its_heading_all_of_it_is_the_office_s(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    told = {c.evidence for c in claims if c.property in {"contract_signed", "captured"}}
    assert told == {"official"}


def test_what_an_office_posts_on_its_own_page_goes_on() -> None:
    claims = extract_text(_PAGE, lang="tg", published="2025-11-20").claims
    assert {c.evidence for c in claims if c.property == "contract_signed"} == {"official"}


def test_a_heading_alone_makes_no_notice() -> None:
    claims = extract_text(_REPORT, lang="ky", published="2025-11-20").claims
    assert "official" not in {c.evidence for c in claims if c.property == "contract_signed"}
