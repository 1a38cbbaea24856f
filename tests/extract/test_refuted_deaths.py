"""A man who was reported dead and speaks further on in the text is not dead."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

REFUTED = [
    (
        "ru",
        (
            "Весной сослуживец позвонил родителям и сказал, что Бакыт Жээнбеков погиб.\n\n"
            "В ноябре Бакыт Жээнбеков сам позвонил матери: он жив, лежит в госпитале."
        ),
    ),
    (
        "en",
        (
            "In March a comrade phoned the family and said that Bakyt Jeenbekov had been killed.\n\n"
            "Ukrainian soldiers had captured Bakyt Jeenbekov near Soledar. “I signed because they "
            "promised me a passport,” Jeenbekov said."
        ),
    ),
]
STANDING = [
    # He spoke before, and the coffin came.
    (
        "ru",
        (
            "«Я вернусь к лету», — писал Бакыт Жээнбеков матери в марте. В мае сослуживец сказал ей, что Бакыт погиб. "
            "Тело Бакыта Жээнбекова привезли в Ош 3 июня, его похоронили в Узгене."
        ),
    ),
    # His last words are quoted.
    (
        "ru",
        (
            "Сослуживец сказал родителям, что Бакыт Жээнбеков погиб под Бахмутом.\n\n"
            "В последнем голосовом сообщении Бакыт Жээнбеков сказал жене: «Я на передовой, связи не будет»."
        ),
    ),
    (
        "en",
        (
            "A comrade told the family that Bakyt Jeenbekov had been killed.\n\n"
            "“I will be home by summer,” Jeenbekov wrote to his mother."
        ),
    ),
    # He was seen alive on an earlier day.
    (
        "en",
        (
            "A comrade told his mother that Bakyt Jeenbekov had been killed on May 4, 2023. Another said he had seen "
            "Jeenbekov alive on April 20, 2023."
        ),
    ),
]


def _deaths(lang: str, text: str) -> list[tuple[str, str]]:
    found = extract_text(text, lang=lang, published="2023-12-01")
    return [(c.value, c.polarity.value) for c in found.claims if c.property == "died"]


@pytest.mark.parametrize(("lang", "text"), REFUTED)
def test_a_reported_death_is_denied_where_the_man_speaks_afterwards(lang: str, text: str):
    assert _deaths(lang, text) == [("false", "denied")]


@pytest.mark.parametrize(("lang", "text"), STANDING)
def test_a_death_stands_where_he_was_heard_before_it(lang: str, text: str):
    assert "true" in [value for value, _ in _deaths(lang, text)]
    assert "denied" not in [polarity for _, polarity in _deaths(lang, text)]


ALLEGED = [
    ("tg", "Дар шабакаҳо хабар паҳн шуд, ки гӯё Бахтиёр Саидов, сокини 30-солаи шаҳри Кӯлоб, дар Украина кушта шудааст."),
    ("ru", "В канале написали, что якобы Бахтиёр Саидов, уроженец города Куляб, тридцати лет, погиб под Донецком."),
    ("uk", "У каналі написали, що нібито Бахтійор Саїдов, уродженець Куляба, батько двох дітей, загинув під Донецьком."),
    ("uz-Latn", "Kanalda go'yo Baxtiyor Saidov, Andijon shahrida tug'ilgan 30 yoshli yigit, Ukrainada halok bo'lgan deb yozildi."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), ALLEGED)
def test_what_is_only_alleged_of_a_whole_clause_is_no_affirmed_death(lang: str, text: str):
    assert "affirmed" not in [polarity for _, polarity in _deaths(lang.split("-", maxsplit=1)[0], text)]


def test_a_notice_of_a_day_before_that_on_which_he_was_taken_was_wrong_wherever_it_is_told() -> None:
    text = (
        "Azamat Omarov, 26, of Karakol gave an interview in a camp. "
        '"I was captured near Toretsk on April 1, 2025," he says.\n\n'
        "A week earlier the post had brought a notice from the enlistment office: Azamat Omarov was killed in action "
        "on March 29, 2025."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    assert {c.polarity.value for c in found.claims if c.property == "died"} == {"denied"}
