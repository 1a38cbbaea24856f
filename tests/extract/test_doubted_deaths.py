"""A text that says "alive", "mistaken" or "dead on paper" beside a death makes nobody dead by itself."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

DOUBTED = [
    ("ru", "Ранее мы писали, что Бакыт Жээнбеков погиб под Сватово. Его перепутали с однофамильцем."),
    (
        "ru",
        "Суд отменил решение, по которому Бакыт Жээнбеков признан умершим: погиб, как считали, под Сватово.",
    ),
    ("en", "The channel wrote that Bakyt Jeenbekov was killed at Svatove. He was mistaken for another man."),
    (
        "en",
        "A chat says that Bakyt Jeenbekov was killed at Svatove. His mother does not believe it, there is no body.",
    ),
    ("uk", "Канал написав, що Бакит Жеенбеков загинув під Сватовим. Його сплутали з тезком."),
    (
        "ky",
        "Каналга Бакыт Жээнбеков согушта каза болду деп жазылган. Ал тирүү, аны аташы менен чаташтырышкан.",
    ),
    ("kk", "Арнада Бақыт Жеенбеков соғыста қаза тапты деп жазылған. Оны аттасымен шатастырған."),
    (
        "uz-Latn",
        "Kanalda Baxtiyor Saidov urushda halok bo'ldi deb yozilgan. Uni adashi bilan chalkashtirishgan.",
    ),
    ("uz-Cyrl", "Каналда Бахтиёр Саидов урушда ҳалок бўлди деб ёзилган. Уни адаши билан чалкаштиришган."),
    ("tg", "Дар канал навиштанд, ки Бахтиёр Саидов дар ҷанг ҳалок шуд. Ӯро бо ҳамномаш иштибоҳ кардаанд."),
]
DENIED = [
    ("kk", "Асқар Бекенов, 30 жаста, Украинада соғысқан. Отбасы оның өлімі туралы хабарды жоққа шығарды."),
    ("ky", "Асан Бакиров, 30 жашта. Үй-бүлөсү анын өлүмү тууралуу кабарды жокко чыгарды."),
    ("tg", "Ҷамшед Назаров, 30-сола. Оила хабари марги ӯро рад кард."),
    ("uk", "Азіз Назаров, 30 років. Родина спростувала повідомлення про його загибель."),
    ("uz-Cyrl", "Жасур Холматов, 30 ёшда. Оиласи унинг ўлими ҳақидаги хабарни рад этди."),
]
PLAIN = [
    ("ru", "Бакыт Жээнбеков из Узгена погиб под Сватово 3 мая 2023 года. Его похоронили в родном селе."),
    ("en", ("A comrade swore that Bakyt Jeenbekov got out alive.\n\nThe ministry said on Monday that Bakyt "
     "Jeenbekov was killed at Svatove on May 3, 2023. His body was brought to Osh and identified by his brother.")),
]  # fmt: skip


def _polarities(lang: str, text: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2023-12-01")
    return {c.polarity.value for c in found.claims if c.property == "died" and c.value == "true"}


@pytest.mark.parametrize(("lang", "text"), [*DOUBTED, *DENIED])
def test_a_death_beside_which_the_text_doubts_is_not_affirmed(lang: str, text: str):
    assert "affirmed" not in _polarities(lang, text)


@pytest.mark.parametrize(("lang", "text"), PLAIN)
def test_a_death_that_nobody_doubts_or_that_left_a_body_is_affirmed(lang: str, text: str):
    assert "affirmed" in _polarities(lang, text)
