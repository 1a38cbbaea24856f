"""Golden phrases, all invented: tests/dates/*.tsv hold one per line."""

import csv
from pathlib import Path

import pytest

from tizme.dates import find_ages, find_dates, find_money, find_numbers, parse_date, parse_money
from tizme.model import UnknownLanguage
from tizme.text import LANGUAGES

HERE = Path(__file__).parent


def table(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


@pytest.mark.parametrize("row", table("phrases.tsv"), ids=lambda row: f"{row['lang']}-{row['text']}")
def test_a_date_in_words_has_its_edtf(row):
    assert parse_date(row["text"], lang=row["lang"], published=row["published"]) == row["edtf"]


@pytest.mark.parametrize("row", table("lengths.tsv"), ids=lambda row: f"{row['lang']}-{row['text']}")
def test_a_length_of_time_is_told_from_an_age(row):
    lengths = [m.edtf for m in find_dates(row["text"], lang=row["lang"]) if m.kind == "duration"]
    ages = [f"age {value}" for _, _, value in find_ages(row["text"], lang=row["lang"])]
    assert " ".join(lengths + ages) == row["found"]


@pytest.mark.parametrize("row", table("money.tsv"), ids=lambda row: f"{row['lang']}-{row['text']}")
def test_a_sum_has_its_amount_and_currency(row):
    found = find_money(row["text"], lang=row["lang"])
    sums = [f"{m.amount:.0f} {m.currency}{'/month' if m.per else ''}" for m in found]
    assert " ".join(sums) == row["sum"]


def test_every_language_has_its_dozen_of_dates():
    counts = {lang: sum(row["lang"] == lang for row in table("phrases.tsv")) for lang in LANGUAGES}
    assert min(counts.values()) >= 12


def dates(text, lang, published):
    return [(text[m.start : m.stop], m.edtf) for m in find_dates(text, lang=lang, published=published)]


def test_later_goes_by_the_date_told_before():
    text = "Тимур уехал в 2020 году. Через год его осудили. 5 мая 2023 года он погиб, на следующий день об этом сообщили."
    assert dates(text, "ru", "2024-01-10") == [
        ("2020 году", "2020"), ("Через год", "2021"), ("5 мая 2023 года", "2023-05-05"), ("на следующий день", "2023-05-06"),
    ]  # fmt: skip


def test_a_month_after_a_day_is_about_that_day_of_the_next_month():
    assert dates("Он погиб 31 января. Тело привезли через месяц.", "ru", "2024-06-01")[-1] == (
        "через месяц",
        "2024-02-29~",
    )


def test_same_day_and_next_day_go_by_the_last_day_not_the_last_month():
    text = "Жасади 9 август куни келтирилди, июлда эълон қилинган эди; эртаси куни дафн этилди."
    assert dates(text, "uz-Cyrl", "2024-08-21")[-1] == ("эртаси куни", "2024-08-10")


def test_later_without_a_date_before_is_no_date():
    assert dates("A year later he came home. The next day he left.", "en", "2024-01-10") == []


def test_a_story_of_older_years_keeps_its_year():
    text = "В мае 2022 года Тимур подписал контракт. В октябре он погиб."
    assert [edtf for _, edtf in dates(text, "ru", "2025-03-01")] == ["2022-05", "2022-10"]
    assert [edtf for _, edtf in dates("В октябре он погиб.", "ru", "2025-03-01")] == ["2024-10"]


def test_a_birthday_is_no_anchor_for_a_month_without_a_year():
    text = "Родился 12.05.1990 в Оше, погиб в октябре."
    assert [edtf for _, edtf in dates(text, "ru", "2025-03-01")] == ["1990-05-12", "2024-10"]


def test_scanner_letters_in_figures_are_read_as_figures():
    text = "Погиб 03.12.2O24, ранен 01.О4.2025, пропал в мaе 2025 г., 1989 r. p."
    assert [edtf for _, edtf in dates(text, "ru", "2025-09-12")] == [
        "2024-12-03",
        "2025-04-01",
        "2025-05",
        "1989",
    ]


def test_start_and_stop_keep_offsets_of_the_whole_text_and_the_dates_before():
    text = "He was born in Osh. He left on 5 May 2023. A week later he called."
    at = text.index("A week")
    (found,) = find_dates(text, lang="en", published="2024-01-01", start=at)
    assert (found.edtf, text[found.start : found.stop], found.relative) == (
        "2023-05-12~",
        "A week later",
        True,
    )


def test_unknown_day_of_publication_gives_no_relative_date():
    assert find_dates("yesterday, last May, two years ago, in June, on 5 June", lang="en") == []


def test_a_sum_without_currency_takes_that_of_its_neighbours():
    text = "She has received 195,000 rubles (about $1,850) of the 2.2 million he was promised."
    assert [(m.amount, m.currency) for m in find_money(text, lang="en")] == [
        (195000, "RUB"), (1850, "USD"), (2200000, "RUB"),
    ]  # fmt: skip


def test_a_sum_between_two_currencies_stays_without_one():
    text = "Ему дали 100 тысяч рублей и 5 тысяч долларов, а обещали 2 миллиона."
    assert [m.currency for m in find_money(text, lang="ru")] == ["RUB", "USD", ""]
    assert parse_money("обещали 2 миллиона", lang="ru") is None


def test_people_years_and_ages_are_no_money():
    text = "В 2022 году заплатили 100 тысяч рублей; 3 тысячи человек, 28 лет, 1 миллион мигрантов."
    assert [m.amount for m in find_money(text, lang="ru")] == [100000]


def test_numbers_in_words_and_figures_are_found():
    assert [
        n for _, _, n in find_numbers("twenty-five men and 2.2 million others, 1,200 dead", lang="en")
    ] == [25, 2.2e6, 1200]
    assert [n for _, _, n in find_numbers("з дванадцяти чоловіків лишилося четверо", lang="uk")] == [12, 4]
    assert [n for _, _, n in find_numbers("жүз элүү үч адам", lang="ky")] == [153]
    assert [n for _, _, n in find_numbers("two million three hundred thousand and five", lang="en")] == [
        2300005
    ]


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownLanguage):
        find_dates("5 mai", lang="fr")


@pytest.mark.parametrize("piece", ["on in ", "с 5 по ", "5-", "тысяч миллион ", "в "])
def test_a_text_of_one_piece_over_and_over_ends(piece):
    """A hostile text must not hold a run up: the grammar has no open-ended repetition."""
    for lang in ("ru", "en"):
        find_dates(piece * 4000, lang=lang, published="2024-01-01")
        find_money(piece * 4000, lang=lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ky", "ар дүйшөмбүдө"),
        ("ky", "кийинки дүйшөмбүдө"),
        ("kk", "келесі сәрсенбіде"),
        ("uz-Latn", "har shanba kuni"),
        ("uz-Cyrl", "ҳар жумада"),
        ("tg", "ҳар душанбе"),
        ("ru", "к пятнице"),
        ("en", "next Tuesday"),
        ("ru", "накануне вторжения"),
        ("uk", "напередодні Великодня"),
    ],
)
def test_every_or_next_weekday_or_the_eve_of_a_feast_is_no_day_that_has_been(lang, text):
    assert parse_date(text, lang=lang, published="2024-05-17") == ""
