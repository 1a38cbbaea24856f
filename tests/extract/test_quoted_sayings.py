"""Who speaks where a verb of saying, an office or a channel stands in or beside somebody's words. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _class_of(text: str, lang: str, prop: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-06-12")
    return {c.evidence.value for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Вечером 9 июня канал «Груз Термез» сообщил о гибели Рустама Каримова из 88-й бригады."),
        ("uk", "Увечері 9 червня канал «Вантаж Термез» повідомив про загибель Рустама Карімова."),
        ("en", "On June 9 the Telegram channel Cargo Termez reported that Rustam Karimov had been killed."),
        ("ky", "9-июнда «Жүк Термез» каналы Рустам Каримов каза болгонун жазды."),
        ("kk", "9 маусымда «Жүк Термез» арнасы Рүстем Каримовтің қаза тапқанын жазды."),
        ("uz-Latn", "9-iyun kuni “Yuk Termiz” kanali Rustam Karimov halok bo‘lganini yozdi."),
        ("uz-Cyrl", "9 июнь куни «Юк Термиз» канали Рустам Каримов ҳалок бўлганини ёзди."),
        ("tg", "Рӯзи 9 июн канали «Бори Тирмиз» навишт, ки Рустам Каримов ҳалок шудааст."),
    ],
)
def test_a_death_that_a_channel_reports_is_only_heard(lang: str, text: str) -> None:
    assert _class_of(text, lang, "died") <= {"hearsay"}
    assert _class_of(text, lang, "died") | _class_of(text, lang, "death_reported")


def test_police_who_act_in_a_quotation_do_not_speak_it() -> None:
    text = 'Ulugbek Hamidov, 33, came back. "Riot police detained me at the hostel," Hamidov says in the visiting room.'
    assert _class_of(text, "en", "detained") == {"direct"}


def test_who_concludes_a_contract_says_nothing() -> None:
    text = (
        "Рядовой Шухрат Мадаминов погиб 4 августа. Контракт с Минобороны мужчина заключил 10 апреля 2023 года, "
        "рассказала вдова Лола Мадаминова."
    )
    assert "official" not in _class_of(text, "ru", "contract_signed")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Речь о Шерали Одибекове. Через неделю другой голос сообщил, что Шерали погиб 9 июня."),
        (
            "en",
            "Rahim Saidov, 44, left. His daughter was told by a soldier of his unit that he was killed on May 3.",
        ),
    ],
)
def test_what_somebody_unknown_tells_is_only_heard(lang: str, text: str) -> None:
    assert _class_of(text, lang, "died") == {"hearsay"}


def test_people_known_by_no_word_of_ours_tell_what_is_according_to_them() -> None:
    text = "Речь о Шерали Одибекове. По словам односельчан, его мобилизовали осенью 2024 года."
    assert _class_of(text, "ru", "recruited.date") | _class_of(text, "ru", "pathway") == {"hearsay"}
