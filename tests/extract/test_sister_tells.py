"""A woman who tells of her brother is alive: nothing that befell him is said of her. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TEXTS = {
    "en": "Zarina Tosheva last heard from her brother in March. Her brother, Jasur Toshev, signed a contract in Kazan.\n\n"
    '"He never called again," she said. He was killed near Pokrovsk on 3 June.',
    "ru": "Зарина Тошева в последний раз говорила с братом в марте. Её брат, Жасур Тошев, подписал контракт в Казани.\n\n"
    "«Больше он не звонил», — говорит она. Он погиб под Покровском 3 июня.",
    "uk": "Заріна Тошева востаннє говорила з братом у березні. Її брат, Жасур Тошев, підписав контракт у Казані.\n\n"
    "«Більше він не телефонував», — каже вона. Він загинув під Покровськом 3 червня.",
    "ky": "Зарина Тошева агасы менен акыркы жолу март айында сүйлөшкөн. Анын агасы, Жасур Тошев, Казанда келишимге кол койгон.\n\n"
    "«Андан кийин чалган жок», — дейт ал. Жасур 3-июнда Покровск шаарынын жанында курман болгон.",
    "kk": "Зарина Тошева ағасымен соңғы рет наурызда сөйлескен. Оның ағасы, Жасур Тошев, Қазанда келісімшартқа қол қойған.\n\n"
    "«Содан бері хабарласқан жоқ», – дейді ол. Жасур 3 маусымда Покровск маңында қаза тапқан.",
    "uz-Latn": "Zarina Tosheva akasi bilan oxirgi marta mart oyida gaplashgan. Uning akasi, Jasur Toshev, Qozonda shartnoma imzolagan.\n\n"
    "“Shundan keyin qo‘ng‘iroq qilmadi”, — deydi u. Jasur 3-iyunda Pokrovsk yaqinida halok bo‘lgan.",
    "uz-Cyrl": "Зарина Тошева акаси билан охирги марта март ойида гаплашган. Унинг акаси, Жасур Тошев, Қозонда шартнома имзолаган.\n\n"
    "«Шундан кейин қўнғироқ қилмади», — дейди у. Жасур 3 июнда Покровск яқинида ҳалок бўлган.",
    "tg": "Зарина Тошева бо бародараш бори охир моҳи март гап задааст. Бародари ӯ, Ҷасур Тошев, дар Қазон шартнома имзо кардааст.\n\n"
    "«Баъд аз он занг назад», — мегӯяд ӯ. Ҷасур 3 июн дар наздикии Покровск ҳалок шудааст.",
}  # fmt: skip
BEFELL = {"died", "contract_signed"}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_what_befell_a_brother_is_not_said_of_the_sister(lang: str) -> None:
    found = extract_text(TEXTS[lang], lang=lang, published="2024-11-01")
    names = {c.subject: c.value for c in found.claims if c.property == "name"}
    of_whom = {names.get(c.subject, "") for c in found.claims if c.property in BEFELL}
    assert of_whom
    assert {name.split()[0] for name in of_whom} <= {"Jasur", "Жасур", "Ҷасур"}


def test_a_woman_whom_something_befell_has_a_brother_as_any_other() -> None:
    text = "Nurse Zarina Tosheva, 31, was killed near Pokrovsk on 3 June. Her brother, Jasur, brought the body home."
    found = extract_text(text, lang="en", published="2024-11-01")
    dead = {c.subject for c in found.claims if c.property == "died"}
    named = {c.subject for c in found.claims if c.property == "name" and c.value == "Zarina Tosheva"}
    assert dead == named
