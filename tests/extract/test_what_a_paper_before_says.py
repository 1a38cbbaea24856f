"""What stands right before "so it is written in the certificate", and behind a paper that opens a line of an entry."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

BEFORE = {
    "ru": "Илхом Таджибаев погиб 2 декабря 2024 года под Токмаком. Так записано в свидетельстве о смерти.",
    "en": (
        "Ilhom Tojiboev was killed on December 2, 2024 near Tokmak. This is stated in the death certificate "
        "given to the family."
    ),
    "uk": "Ілхом Таджибаєв загинув 2 грудня 2024 року під Токмаком. Про це йдеться у свідоцтві про смерть.",
    "uz-Latn": (
        "Ilhom Tojiboyev 2024-yil 2-dekabrda Tokmak yaqinida halok bo‘lgan. "
        "Bu haqda oilaga berilgan o‘lim guvohnomasida yozilgan."
    ),
    "uz-Cyrl": (
        "Илҳом Тожибоев 2024 йил 2 декабрда Токмак яқинида ҳалок бўлган. "
        "Бу ҳақда оилага берилган ўлим гувоҳномасида ёзилган."
    ),
    "tg": (
        "Илҳом Тоҷибоев 2-юми декабри соли 2024 дар наздикии Токмак ҳалок шуд. "
        "Ин дар шаҳодатномаи марг навишта шудааст."
    ),
    "ky": (
        "Илхом Тажибаев 2024-жылдын 2-декабрында Токмак жанында каза тапкан. "
        "Бул тууралуу үй-бүлөгө берилген өлүм тууралуу күбөлүктө жазылган."
    ),
    "kk": (
        "Ілхом Тәжібаев 2024 жылғы 2 желтоқсанда Токмак маңында қаза тапты. "
        "Бұл туралы отбасына берілген қайтыс болу туралы куәлікте жазылған."
    ),
}


@pytest.mark.parametrize("lang", BEFORE)
def test_what_stands_before_is_the_certificates(lang: str) -> None:
    claims = extract_text(BEFORE[lang], lang=lang, published="2025-03-20").claims
    told = {c.property: c.evidence.value for c in claims}
    assert told["died"] == told["died.date"] == told["died.place"] == "document"


def test_what_the_certificate_does_not_say_stays_the_outlets() -> None:
    text = "Илхом Таджибаев погиб 2 декабря под Токмаком. Об этом в свидетельстве о смерти не сказано."
    claims = extract_text(text, lang="ru", published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property == "died.place"} <= {"press"}


ENTRIES = {
    "ru": "1. Сафаров Илхом, 1991. Извещение от 12.05.2025: без вести.\n2. Осоров Бек, 1990. Ранен в мае 2025 года.",
    "en": (
        "1. Safarov Ilhom, born 1991. Notice of 12.05.2025: missing since 28 March 2025.\n"
        "2. Osorov Bek, born 1990. Wounded in May 2025."
    ),
    "uk": (
        "1. Сафаров Ілхом, 1991. Сповіщення від 12.05.2025: зник безвісти 28.03.2025.\n"
        "2. Осоров Бек, 1990. Поранений у травні 2025 року."
    ),
}


@pytest.mark.parametrize("lang", ENTRIES)
def test_a_paper_that_opens_a_line_of_an_entry_says_it(lang: str) -> None:
    claims = extract_text(ENTRIES[lang], lang=lang, published="2025-06-20").claims
    told = {c.property: c.evidence.value for c in claims}
    assert told["missing"] == "document"
    assert told["name"] == told["birth_date"] == told["wounded"] == "press"
