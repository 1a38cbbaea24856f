"""Ways of writing a day, a term or an age that texts and lists brought after the phrase lists were written."""

import pytest

from tizme.dates import find_ages, find_dates

DAYS = [
    ("ru", "погиб в среду на прошлой неделе", "2024-06-05"),
    ("uk", "загинув у середу минулого тижня", "2024-06-05"),
    ("en", "died on Wednesday last week", "2024-06-05"),
    ("uz-Latn", "o'tgan haftaning chorshanbasida", "2024-06-05"),
    ("kk", "өткен аптаның сәрсенбісінде", "2024-06-05"),
    ("tg", "чоршанбеи ҳафтаи гузашта", "2024-06-05"),
    ("kk", "жексенбіге қараған түні", "2024-06-09"),
    ("uz-Cyrl", "июлнинг 24 сида", "2023-07-24"),
    ("kk", "2025 жылдың бірінші тоқсанында", "2025-01/2025-03"),
    ("tg", "чоряки аввали соли ҷорӣ", "2024-01/2024-03"),
    ("tg", "шаби аз 10 ба 11-уми август", "2023-08-10/2023-08-11"),
]
TERMS = [
    ("kk", "6 (алты) жылға", "P6Y"),
    ("ru", "на 6 (шесть) лет", "P6Y"),
    ("uz-Latn", "4 yilu 6 oyga", "P4Y6M"),
    ("tg", "се моҳу нӯҳ рӯз", "P3M9D"),
    ("uk", "За рік і чотири місяці на війні", "P1Y4M"),
]
AGES = [
    ("uz-Latn", "21 yashar Ozodbek", "21"),
    ("kk", "жасым жиырма тоғызда", "29"),
    ("tg", "Ӯ 24 сол дошт.", "24"),
    ("tg", "сокини чилучорсола", "44"),
    ("tg", "ҷавони 25-солае", "25"),
]


@pytest.mark.parametrize(("lang", "text", "edtf"), DAYS)
def test_a_day_of_a_named_week_or_quarter_is_read(lang: str, text: str, edtf: str):
    assert [d.edtf for d in find_dates(text, lang=lang, published="2024-06-12")] == [edtf]


@pytest.mark.parametrize(("lang", "text", "term"), TERMS)
def test_a_term_said_twice_or_in_two_units_is_one_term(lang: str, text: str, term: str):
    assert [d.edtf for d in find_dates(text, lang=lang)] == [term]


@pytest.mark.parametrize(("lang", "text", "years"), AGES)
def test_an_age_in_words_is_read_whole(lang: str, text: str, years: str):
    assert [value for _, _, value in find_ages(text, lang=lang)] == [years]


def test_another_number_in_brackets_is_another_number():
    assert [d.edtf for d in find_dates("на 6 (семь) лет", lang="ru")] != ["P6Y"]


def test_a_day_after_a_birth_does_not_take_the_year_of_birth():
    text = "1991 жылы 14 наурызда Павлодар облысы Көктүбек ауылында дүниеге келген. 2 шілде күні қаза тапты."
    assert [d.edtf for d in find_dates(text, lang="kk", published="2025-07-10")] == [
        "1991-03-14",
        "2025-07-02",
    ]
