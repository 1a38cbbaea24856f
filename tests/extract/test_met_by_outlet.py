"""Whom an outlet met or who wrote to it tells the next sentences."""

import pytest

from tizme.extract import extract_text

MET = {
    "en": "Anvar Saidov was listed in May.\n\nWe met his mother in Osh. Her son drove a taxi in Moscow.",
    "ru": "Анвар Саидов назван в списке.\n\nС матерью Саидова мы встретились в Оше. Сын уехал в Москву в 2022 году.",
    "kk": "Анвар Саидов тізімде бар.\n\nСаидовтың әйелі Заринамен Оралда кездестік. "
    "Күйеуі 2022 жылы Мәскеуге жұмыс іздеп аттанған.",
    "ky": "Анвар Саидов тизмеде бар.\n\nСаидовдун аялы Зарина менен Ошто жолуктук. "
    "Күйөөсү 2022-жылы Москвага иштегени кеткен.",
    "uz-Latn": "Anvar Saidov ro'yxatda bor.\n\nBiz Rishtonga bordik. Saidovning xotini Zarina 30 yoshda. "
    "Eri 2022-yilda Moskvaga ishlagani ketgan.",
    "uz-Cyrl": "Анвар Саидов рўйхатда бор.\n\nБиз Риштонга бордик. Саидовнинг хотини Зарина 30 ёшда. "
    "Эри 2022 йилда Москвага ишлагани кетган.",
    "tg": "Анвар Саидов дар рӯйхат ҳаст.\n\nБо модари Саидов дар Хуҷанд вохӯрдем. "
    "Писараш соли 2022 ба Москва барои кор рафт.",
    "uk": "Анвара Саїдова названо у списку.\n\nЗ матір'ю Саїдова ми зустрілися в Оші. "
    "Син поїхав до Москви на заробітки у 2022 році.",
}


def _class(text: str, lang: str, prop: str) -> str:
    claims = extract_text(text, lang=lang, published="2025-03-20").claims
    return next(c.evidence.value for c in claims if c.property == prop)


@pytest.mark.parametrize("lang", sorted(MET))
def test_what_follows_is_hers_whom_the_outlet_met(lang: str) -> None:
    assert _class(MET[lang], lang, "residence" if lang == "en" else "migrated") == "direct"


def test_sister_who_wrote_tells_of_him_as_her_brother() -> None:
    text = "О Тимуре Асанове сведений нет.\n\nСестра Асанова Айзада написала нам. Брат жил в Оше."
    claims = extract_text(text, lang="ru", published="2025-03-20").claims
    home = next(c for c in claims if c.property == "residence")
    named = next(c for c in claims if c.property == "name" and c.value.startswith("Тимур"))
    assert home.subject == named.subject
    assert home.evidence.value == "direct"
    assert not any(c.property == "kin.brother" for c in claims)


def test_mother_who_came_forward_behind_her_verb() -> None:
    text = "Улан Маматов назван в списке.\n\nОткликнулась мать Маматова. Сын таксовал в Казани."
    assert _class(text, "ru", "residence") == "direct"
    brother = "О Тимуре Асанове сведений нет.\n\nСестра Асанова написала нам. Брат Бакыт жил в Оше."
    claims = extract_text(brother, lang="ru", published="2025-03-20").claims
    assert any(c.property == "kin.brother" for c in claims)
