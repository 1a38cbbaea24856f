"""Words beside which nobody is dead, and of what somebody told where it stands before the verb. All is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _claims(text: str, lang: str, prop: str) -> set[tuple[str, str]]:
    found = extract_text(text + "\n", lang=lang, published="2024-11-01")
    return {(c.evidence.value, c.polarity.value) for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Адилет Токтосунов подзвонив у січні. У частині вирішили, що він загинув разом із групою."),
        ("ru", "Адилет Токтосунов позвонил в январе. В части решили, что он погиб вместе с группой."),
    ],
)
def test_safety_who_is_only_held_to_be_dead_is_not(lang: str, text: str) -> None:
    assert "affirmed" not in {polarity for _, polarity in _claims(text, lang, "died")}


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        ("Слідчий каже, що на тілі знайшли татуювання, якого в Адилета Токтосунова немає.", "body_found"),
        (
            "Тітка чекає на Абдурашида Мірзаєва. На фото зошита вона впізнала почерк племінника.",
            "body_identified",
        ),
    ],
)
def test_safety_a_mark_on_a_body_and_a_handwriting_find_nobody(text: str, prop: str) -> None:
    assert not _claims(text, "uk", prop)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Про загибель Мирбека Асанова повідомив голова сільської управи; дати смерті він не назвав."),
        ("ru", "О гибели Мирбека Асанова сообщил глава сельской управы; даты смерти он не назвал."),
    ],
)
def test_of_what_he_told_stands_before_the_verb(lang: str, text: str) -> None:
    assert "official" in {evidence for evidence, _ in _claims(text, lang, "died")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Фіруз Одінаєв служив у полку. У списку навпроти його прізвища — «СЗЧ, розшук»."),
        ("ru", "Фируз Одинаев служил в полку. В списке напротив его фамилии — «самовольно оставил часть»."),
    ],
)
def test_what_stands_beside_his_name_in_a_list_is_the_papers(lang: str, text: str) -> None:
    assert {evidence for evidence, _ in _claims(text, lang, "deserted")} == {"document"}


def test_a_commissioner_who_publishes_an_answer_says_it() -> None:
    text = (
        "Уповноважений з прав людини оприлюднив відповідь російської сторони. "
        "У ній ідеться, що Єржан Сейткалі загинув 9 жовтня."
    )
    assert {evidence for evidence, _ in _claims(text, "uk", "died.date")} == {"official"}
