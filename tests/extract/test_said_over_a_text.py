"""What a relative says over a text makes it nobody's letter; what is only supposed is not known. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

OVER = {
    "ru": (
        "Мать: моего сына обманули\n\nАзиз Каримов погиб в 2023 году под Курском. Его мать Салима на пенсии."
    ),
    "uk": "Мати: мого сина обдурили там\n\nАзіз Карімов загинув у 2023 році під Курськом. Його мати Саліма.",
    "ky": (
        "Атасы: уулумду эмес, анын кагазын берди\n\n"
        "Кубат Дөөлөтов 33 жашында Курск облусунда өлгөн. Атасы Эгемберди пенсияда."
    ),
    "kk": (
        "Анасы: ұлымды қайтарыңдар\n\n"
        "Азамат Омаров 2023 жылы Курск облысында қаза тапқан. Анасы Күләш зейнетте."
    ),
    "uz": (
        "Onasi: o'g'limni qaytaring\n\nAziz Karimov 2023-yilda Kurskda halok bo'lgan. Onasi Salima nafaqada."
    ),
    "tg": (
        "Модараш: писарамро фиреб доданд\n\n"
        "Азиз Каримов соли 2023 дар Курск ҳалок шуд. Модараш Салима нафақахӯр аст."
    ),
}


@pytest.mark.parametrize("lang", OVER)
def test_a_relative_who_speaks_over_a_text_does_not_write_it(lang: str) -> None:
    claims = extract_text(OVER[lang], lang=lang, published="2025-03-01").claims
    assert {c.evidence.value for c in claims if c.property == "died"} == {"press"}


def test_a_heading_behind_a_relative_and_a_colon_is_hers() -> None:
    text = "Мать солдата: сын жив, он в плену\n\nАзиз Каримов уехал в Курск. Он работал поваром."
    claims = extract_text(text, lang="ru", published="2025-03-01").claims
    assert [c.evidence.value for c in claims if c.property == "seen_alive"] == ["direct"]


def test_a_relative_named_in_a_card_stays_one() -> None:
    text = "Мать: Иванова Мария Петровна\n\nОтец: Иванов Пётр\n\nАзиз Каримов погиб в 2023 году."
    assert extract_text(text, lang="ru", published="2025-03-01").claims


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ky", "Шайырбек Дүйшөналиев түрмөдө жаткан. Өлгөн болсо сөөгүн беришсин."),
        ("kk", "Данияр Сейітов түрмеде отырған. Қаза тапқан болса сүйегін берсін."),
        ("uk", "Азіз Карімов сидів у в'язниці. Якщо загинув — хай віддадуть тіло."),
        ("ru", "Азиз Каримов сидел в тюрьме. Если погиб — пусть отдадут тело."),
        ("tg", "Азиз Каримов дар зиндон буд. Агар мурда бошад, ҷасадашро диҳанд."),
        ("uz", "Aziz Karimov qamoqda o'tirgan. O'lgan bo'lsa jasadini berishsin."),
    ],
)
def test_a_death_that_is_only_supposed_is_uncertain(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    assert "affirmed" not in {c.polarity.value for c in claims if c.property == "died"}
