"""What an office told at the start of a report goes on over paragraphs, until the outlet turns elsewhere."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

_TEXTS = {
    "en": (
        "Kyiv's Coordination Headquarters has reported the capture of a Kyrgyz citizen near Pokrovsk.\n\n"
        "Nurlan Toktosunov, 43, comes from Kemin. He was captured on July 19, 2025.\n\n"
        "We went to Kemin. His contract was signed on January 15, 2025."
    ),
    "ru": (
        "Генконсульство Кыргызстана сообщило о пленении гражданина республики под Покровском.\n\n"
        "Нурлан Токтосунов, 43 лет, попал в плен 19 июля 2025 года.\n\n"
        "Мы съездили в Кемин. Контракт он подписал 15 января 2025 года."
    ),
    "uz-Cyrl": (
        "Ўзбекистоннинг Қозондаги Бош консулхонаси фуқаро асирга тушганини билдирди.\n\n"
        "Нурлан Тошматов 2025 йил 19 июлда Покровск яқинида асирга тушган.\n\n"
        "Биз Риштонга бордик. У 2025 йил 15 январда шартнома имзолаган."
    ),
    "ky": (
        "Улуттук коопсуздук боюнча мамлекеттик комитет бир жарандын туткунга түшкөнүн билдирди.\n\n"
        "Нурлан Токтосунов 2025-жылдын 19-июлунда туткунга түшкөн.\n\n"
        "Биз Кеминге бардык. Ал 2025-жылдын 15-январында келишимге кол койгон."
    ),
}


@pytest.mark.parametrize("lang", _TEXTS)
def test_an_office_goes_on_over_paragraphs_until_the_outlet_says_we(lang: str) -> None:
    found = extract_text(_TEXTS[lang], lang=lang, published="2025-08-21")
    classes = {c.property: c.evidence for c in found.claims}
    assert classes["captured.date"] == "official"
    assert classes.get("contract_signed.date", "press") != "official"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_safety_no_death_is_an_offices_word_from_paragraphs_away(lang: str) -> None:
    killed = {
        "en": "\n\nAnother man, Timur Sadykov, 30, was killed near Bakhmut on May 3, 2025.",
        "ru": "\n\nДругой, 30-летний Тимур Садыков, погиб под Бахмутом 3 мая 2025 года.",
    }
    text = _TEXTS[lang].rsplit("\n\n", 1)[0] + killed[lang]
    found = extract_text(text, lang=lang, published="2025-08-21")
    assert {c.evidence.value for c in found.claims if c.property == "died"} == {"press"}


_BRIEFINGS = {
    "ru": (
        "На брифинге представитель МИД Алмаз Бердиев ответил на вопросы. По его словам, обращений было 19.\n\n"
        "Мирлан Осмонов попал в плен 6 февраля 2025 года."
    ),
    "uk": (
        "На брифінгу речник поліції Іван Гончар повідомив, що звернень було 19.\n\n"
        "Мирлан Осмонов потрапив у полон 6 лютого 2025 року."
    ),
    "kk": (
        "Брифингте министрлік өкілі Ерлан Бердиев 19 өтініш түскенін айтты.\n\n"
        "Мирлан Осмонов 2025 жылғы 6 ақпанда тұтқынға түскен."
    ),
    "tg": (
        "Дар брифинг намояндаи вазорат Алишер Бердиев гуфт, ки 19 муроҷиат расидааст.\n\n"
        "Мирлан Осмонов 6-уми феврали 2025 асир афтод."
    ),
}


@pytest.mark.parametrize("lang", _BRIEFINGS)
def test_at_a_briefing_the_man_is_the_office(lang: str) -> None:
    found = extract_text(_BRIEFINGS[lang], lang=lang, published="2025-08-21")
    assert {c.evidence for c in found.claims if c.property == "captured.date"} == {"official"}


def test_whom_only_one_outlet_asked_is_not() -> None:
    text = _BRIEFINGS["ru"].replace("На брифинге представитель", "Представитель")
    found = extract_text(text, lang="ru", published="2025-08-21")
    assert "official" not in {c.evidence for c in found.claims if c.property == "captured.date"}
