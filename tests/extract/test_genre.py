"""The style of a text says in whose voice it speaks, before it says so itself. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _evidence(text: str, prop: str, lang: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-10")
    return {c.evidence.value for c in found.claims if c.property == prop}


OFFICE_RU = """О результатах обмена

В рамках очередного обмена 2 марта домой вернулись двое. Сведения приводятся с согласия родственников.

1. Садыков Нурлан Асанович, 1991 г. р. Попал в плен 4 мая 2024 года.

Телефон горячей линии: круглосуточно
"""
OFFICE_EN = """PRESS RELEASE No. 12

The next of kin of Nurlan Sadykov, born 1991, have been notified. He was captured on 4 May 2024.
"""
OUTLET_RU = """Двое вернулись домой

В рамках очередного обмена домой вернулись двое, сведения приводятся с согласия родственников. Садыков Нурлан, 33 года,
попал в плен 4 мая 2024 года. «Я ждала», - сказала нашему корреспонденту его мать.
"""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [(OFFICE_RU, "ru", {"official"}), (OFFICE_EN, "en", {"official"}), (OUTLET_RU, "ru", {"press"})],
)
def test_an_offices_notice_is_official_though_it_names_nobody_who_speaks(
    text: str, lang: str, expected: set[str]
) -> None:
    assert _evidence(text, "captured", lang) == expected


def test_an_answer_that_a_newspaper_prints_is_the_offices_to_its_end() -> None:
    text = (
        "Редакция направила вопросы в министерство.\n\n"
        "Письмо за подписью представителя министерства получено вчера. Приводим его.\n\n"
        "«Садыков Нурлан, 1991 года рождения, скончался 4 мая в госпитале.\n\n"
        "Исаев Азамат пропал без вести 6 июня под Бахмутом».\n\n"
        "Брат Исаева сказал нам, что не верит этому.\n"
    )
    assert _evidence(text, "missing", "ru") == {"official"}


def test_an_entry_of_a_list_rests_on_the_source_named_at_its_end() -> None:
    text = (
        "Foreign dead, sheet 3\n\n"
        "1. Sadykov Nurlan, b. 1991. Killed near Bakhmut on 4 May 2024. Src: plate.\n"
        "2. Isaev Azamat, b. 1993. Missing since 6 June 2024. Source: comrade.\n"
        "3. Asanov Bakyt, b. 1990. Wounded near Lyman on 7 June 2024.\n"
    )
    assert _evidence(text, "died", "en") == {"document"}
    assert _evidence(text, "missing", "en") == {"hearsay"}
    assert _evidence(text, "wounded", "en") == {"press"}


def test_what_a_spokesman_says_with_a_letter_in_his_hand_rests_on_the_letter() -> None:
    text = "Nurlan Sadykov, 31, was captured near Bakhmut, an official said, citing a letter from the unit.\n"
    assert _evidence(text, "captured", "en") == {"document"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ky",
            (
                "Баткен облусунун Лейлек райондук соту 31 жаштагы Эрмек Кадыркуловду жалданмалык үчүн беш жылга эркинен "
                "ажыратты.\nСот аныктагандай, айыпталуучу 2023-жылы Казанда келишим түзгөн. Кылмыш-жаза кодексинин "
                "256-беренесинин 1-бөлүгү менен жаза дайындалды."
            ),
        ),
        (
            "kk",
            (
                "Түркістан облысы Сайрам аудандық соты 31 жастағы Ермек Қадырқұловты жалдамалылық үшін бес жылға бас "
                "бостандығынан айырды.\nСот анықтағандай, сотталушы 2023 жылы Қазанда келісімшарт жасасқан. "
                "Қылмыстық кодекстің 170-бабының 1-бөлігі бойынша жаза тағайындалды."
            ),
        ),
        (
            "uk",
            (
                "Вироком Ковельського районного суду 31-річного Ермека Кадиркулова засуджено до п'яти років.\n"
                "У судовому засіданні встановлено, що підсудний підписав контракт у Казані у 2023 році."
            ),
        ),
    ],
)
def test_a_notice_in_the_style_of_a_court_speaks_for_the_court(lang: str, text: str) -> None:
    found = extract_text(text, lang=lang, published="2025-02-03")
    signed = [c for c in found.claims if c.property == "contract_signed"]
    assert signed
    assert {c.evidence.value for c in signed} == {"official"}


def test_what_a_site_reports_of_a_trial_is_the_sites() -> None:
    text = (
        "31 жаштагы Эрмек Кадыркулов беш жылга эркинен ажыратылды. Бул тууралуу «Лейлек таңы» сайты кабарлады.\n"
        "Айыпталуучу 2023-жылы Казанда келишим түзгөн."
    )
    found = extract_text(text, lang="ky", published="2025-02-03")
    signed = [c for c in found.claims if c.property == "contract_signed"]
    assert {c.evidence.value for c in signed} == {"press"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            (
                "Генконсульство в Казани сообщает\n\nУстановлено, что гражданин Осмонов Талант подписал контракт в мае "
                "2024 года. По словам его супруги, последний раз он звонил в июне."
            ),
        ),
        (
            "en",
            (
                "Embassy in Moscow: press statement\n\nThe Embassy regrets to inform that Talant Osmonov had signed a "
                "contract in May 2024. It is in touch with his family."
            ),
        ),
        (
            "uk",
            (
                "Заява Служби безпеки\n\nСлідством встановлено, що громадянин Талант Осмонов підписав контракт у травні "
                "2024 року. «Мені обіцяли роботу», — заявив він на допиті."
            ),
        ),
    ],
)
def test_what_an_office_publishes_under_its_own_name_is_the_offices(lang: str, text: str) -> None:
    assert _evidence(text, "contract_signed", lang) == {"official"}
