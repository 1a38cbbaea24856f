"""Written names come back to the nominative, and a nominative is left alone."""

import pytest

from tizme import names


@pytest.mark.parametrize(
    ("lang", "written", "nominative"),
    [
        ("ru", "Мирзоали Хасанова", "Мирзоали Хасанов"),
        ("ru", "Айбека Алымкулова", "Айбек Алымкулов"),
        ("ru", "Мирзокиру Хасанову", "Мирзокир Хасанов"),
        ("ru", "Гульнаре Асановой", "Гульнара Асанова"),
        ("ru", "Зулайхо Каримовой", "Зулайхо Каримова"),
        ("ru", "Азамата Тургунбек уулу", "Азамат Тургунбек уулу"),
        ("ru", "Ивана Ивановича Петренко", "Иван Иванович Петренко"),
        ("ru", "Павла Петрова", "Павел Петров"),
        ("ru", "Фирдавса Шарифзоды", "Фирдавс Шарифзода"),
        ("uk", "Отабека Ергашева", "Отабек Ергашев"),
        ("uk", "Ергашеву", "Ергашев"),
        ("uz-Cyrl", "Отабек Эргашевнинг", "Отабек Эргашев"),
        ("uz-Latn", "Sardor Jo‘rayevning", "Sardor Jo‘rayev"),
        ("tg", "Фирдавс Шарифзодаи", "Фирдавс Шарифзода"),
        ("ky", "Айбек Алымкуловдун", "Айбек Алымкулов"),
        ("kk", "Набижон Бачаевтың", "Набижон Бачаев"),
        ("en", "Abdraimov’s", "Abdraimov"),
    ],
)
def test_a_case_form_comes_back_to_the_nominative(lang, written, nominative):
    assert names.nominative(written, lang=lang) == nominative


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("ru", "Каримова Зулайхо"),
        ("ru", "Алымкулова"),
        ("ru", "Абдуллозода Хуршед"),
        ("ru", "Айбек"),
        ("tg", "Саодат Раҳимова"),
        ("tg", "Файзулло"),
        ("ky", "Нурдин"),
        ("uz-Cyrl", "Эргашев Отабек"),
        ("en", "Beknur Sadyrbek uulu"),
    ],
)
def test_a_name_in_the_nominative_is_left_alone(lang, written):
    assert names.nominative(written, lang=lang) == written


def test_the_known_sex_decides_a_form_that_fits_both():
    assert names.nominative("Хасанова", lang="ru", sex="male") == "Хасанов"
    assert names.nominative("Хасанова", lang="ru", sex="female") == "Хасанова"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ШАРИФ0В", "Шарифов"),
        ("Шарuфов", "Шарифов"),
        ("САИДЗ0ДА", "Саидзода"),
        ("Кинeшма", "Кинешма"),
        ("O‘G‘LI", "o‘g‘li"),
        ("2I8844", "2I8844"),
        ("Ф.", "Ф."),
        ("Нұрлан", "Нұрлан"),
    ],
)
def test_scan_noise_in_a_word_is_mended_and_nothing_else_is_touched(seen, meant):
    assert names.clean_ocr(seen) == meant


def test_kinds_know_case_forms_and_leave_places_alone():
    assert "given-m" in names.token_kinds("Айбека", lang="ru")
    assert names.token_kinds("Хасанова", lang="ru") == {"family"}
    assert names.token_kinds("o‘g‘li", lang="uz-Latn") == {"patronymic-marker"}
    for word, lang in [
        ("Украинада", "kk"),
        ("Ош", "ru"),
        ("Бишкек", "ru"),
        ("Osh", "en"),
        ("Kremlin", "en"),
        ("урушда", "uz-Cyrl"),
    ]:
        assert names.token_kinds(word, lang=lang) == frozenset()


@pytest.mark.parametrize(
    ("name", "lang", "sex"),
    [
        ("Саодат Раҳимова", "tg", "female"),
        ("Асан уулу Бакыт", "ky", "male"),
        ("Nilufar Zokirjon qizi", "uz-Latn", "female"),
        ("Рахат", "ky", ""),
    ],
)
def test_sex_is_told_by_the_forms_or_not_at_all(name, lang, sex):
    assert names.sex_of(name, lang=lang) == sex
