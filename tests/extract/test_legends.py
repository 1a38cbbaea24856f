"""Letters at the end of entries, fields between strokes, nicknames, callers. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction

LIST = """СПИСОК
д - есть документ; н - некролог; р - со слов родных

1. Калыков Нурбек / 34 года / гр. Узбекистана / погиб 07.02.2023, Бахмут / д
2. Досов Айдар / 41 год / Кокшетау / без вести с марта 2024 / р (сестра)
3. Ержанов Т. С., он же «Тима» / 29 лет / ранен 03.05.2024
"""


def _read(text: str) -> Extraction:
    return extract_text(text, lang="ru", published="2024-06-10")


def _claims(text: str, prop: str) -> list[tuple[str, str]]:
    return [(c.value, c.evidence.value) for c in _read(text).claims if c.property == prop]


def test_a_letter_says_what_an_entry_rests_on() -> None:
    assert _claims(LIST, "died") == [("true", "document")]
    assert _claims(LIST, "missing") == [("true", "direct")]
    assert _claims(LIST, "wounded") == [("true", "press")]


def test_years_that_are_all_of_a_field_are_an_age() -> None:
    assert [value for value, _ in _claims(LIST, "age")] == ["34", "41", "29"]


def test_a_word_for_citizen_is_cut_short() -> None:
    assert [value for value, _ in _claims(LIST, "citizenship")] == ["UZ"]


def test_a_nickname_is_no_second_person() -> None:
    assert [value for value, _ in _claims(LIST, "alternate_name")] == ["Тима"]
    assert "Тима" not in {value for value, _ in _claims(LIST, "name")}


def test_a_stranger_who_calls_is_no_sign_of_life() -> None:
    text = "Мирлан Осмонов из Оша пропал в марте. Ротный звонил брату 9 ноября. Снимок прислали подписчики.\n"
    assert _claims(text, "seen_alive") == []


def test_where_he_says_he_goes_is_not_where_he_calls_from() -> None:
    text = "Мирлан Осмонов из Оша пропал. В марте он позвонил матери и сообщил, что едет под Бахмут.\n"
    assert _claims(text, "seen_alive.place") == []
    assert _claims(text, "death_reported.to") == []


def test_she_who_is_told_did_not_die() -> None:
    text = "Дастана ищет жена. Позвонили ей из фонда, Дастан погиб под Соледаром.\n"
    read = _read(text)
    names = {s.id: s.name for s in read.subjects}
    assert [names[c.subject] for c in read.claims if c.property == "died"] == ["Дастан"]


def test_a_paper_that_is_told_something_does_not_say_it() -> None:
    text = "Мирлан Осмонов жив. «Я таксую в Казани», - сказал Осмонов изданию «Вести».\n"
    assert _claims(text, "occupation") == [("таксист", "direct")]


def test_a_name_in_brackets_and_a_town_behind_a_prison_are_nobody_else() -> None:
    text = "СПИСОК\n\n1. Исаков Р. («Рома»), 22 г., Узген. Из ИК-2 Салават, погиб 03.05.2024\n2. Досов Айдар, 1990\n"
    read = _read(text)
    assert [s.name for s in read.subjects if s.named] == ["Исаков Р.", "Досов Айдар"]
    assert _claims(text, "alternate_name") == [("Рома", "press")]
    assert [value for value, _ in _claims(text, "age")] == ["22"]


def test_somebody_whose_name_is_kept_back_is_not_who_was_named() -> None:
    text = (
        "Суд приговорил 29-летнего Эрлана Сыдыкова к четырём годам. "
        "В феврале тот же суд дал пять лет уроженцу Таласа, чьё имя не разглашается.\n"
    )
    terms = {c.value: c.subject for c in _read(text).claims if c.property == "sentenced.term"}
    assert set(terms) == {"P4Y", "P5Y"}
    assert terms["P4Y"] != terms["P5Y"]


def test_a_sum_without_a_currency_is_in_roubles() -> None:
    text = "Мирлану Осмонову из Оша обещали два миллиона, если подпишет контракт.\n"
    assert [value for value, _ in _claims(text, "promised.pay")] == ["2000000 RUB"]


KEYS = {
    "en": """ROLL
Key: [D] document seen by us; [R] relative; [C] chat or channel; [O] official statement.

1. ASANOV, Nurlan, 34, Osh. Killed 3 March 2024 at Avdiivka. [D]
2. KARIMOV, Sherzod, 41, Samarkand. Missing since May 2024. [R]
3. SAIDOV, Davron, 22, Kulob. Wounded near Bakhmut. [C]
4. OSPANOV, Marat, 27, Taraz. Captured 2 July 2024. [O]
""",
    "ru": """СПИСОК
Источники: документы (Д), родные (Р), паблики (П), ведомства (В).

1. Асанов Нурлан, 34 года, Ош. Погиб 3 марта 2024 года под Авдеевкой (Д)
2. Каримов Шерзод, 41 год, Самарканд. Пропал без вести в мае 2024 года (Р)
3. Саидов Даврон, 22 года, Куляб. Ранен под Бахмутом (П)
4. Оспанов Марат, 27 лет, Тараз. Попал в плен 2 июля 2024 года (В)
""",
    "uz-Latn": """RO'YXAT
Belgilar: [H] hujjat; [Q] qarindoshlari; [K] kanal yoki chat; [R] rasmiy idora.

1. Asanov Nurlan, 34 yosh, Jizzax. 2024-yil 3-mart kuni Avdeyevkada halok bo'lgan. [H]
2. Karimov Sherzod, 41 yosh, Samarqand. 2024-yil may oyidan bedarak yo'qolgan. [Q]
3. Saidov Davron, 22 yosh, Termiz. Baxmut yaqinida yaralangan. [K]
4. Ochilov Murod, 27 yosh, Buxoro. 2024-yil 2-iyulda asirga tushgan. [R]
""",
    "ky": """ТИЗМЕ
[Д] документ, [Т] туугандары, [Ч] чат же канал, [Р] расмий орган

1. [Д] Асанов Нурлан, 34 жашта, Ош. 2024-жылдын 3-мартында Авдеевкада каза болгон.
2. [Т] Каримов Шерзод, 41 жашта, Самарканд. 2024-жылдын май айында дайынсыз жоголгон.
3. [Ч] Саидов Даврон, 22 жашта, Куляб. Бахмут жакта жарадар болгон.
4. [Р] Оспанов Марат, 27 жашта, Тараз. 2024-жылдын 2-июлунда туткунга түшкөн.
""",
}


@pytest.mark.parametrize("lang", KEYS)
def test_a_key_is_read_however_it_is_laid_out(lang: str) -> None:
    told = {"died": "document", "missing": "direct", "wounded": "hearsay", "captured": "official"}
    read = extract_text(KEYS[lang], lang=lang, published="2024-09-10")
    assert {c.property: c.evidence.value for c in read.claims if c.property in told} == told
    names = [c.evidence.value for c in read.claims if c.property == "name"]
    assert names == ["document", "direct", "hearsay", "official"]


def test_each_sign_of_an_entry_speaks_for_what_stands_before_it() -> None:
    text = (
        "ROLL\n(p) papers, (c) chats\n\n"
        "1. Anvar Toshev, 30, Vakhsh, is buried in Ussuriysk. (p) He was captured at Lyman before. (c)\n"
        "2. Sherzod Karimov, 41, Samarkand, is missing. (c)\n"
    )
    read = extract_text(text, lang="en", published="2024-09-10")
    told = {c.property: c.evidence.value for c in read.claims}
    assert (told["buried"], told["captured"], told["missing"]) == ("document", "hearsay", "hearsay")


def test_initials_in_brackets_are_no_key() -> None:
    text = "ROLL\n\n1. Anvar Toshev (R), 30, was killed at Lyman.\n2. Sherzod Karimov (D), 41, is missing.\n"
    read = extract_text(text, lang="en", published="2024-09-10")
    assert {c.evidence.value for c in read.claims} == {"press"}


WORDS = """Реестр пропавших и погибших, лист 2

1. Умаров Дилшод, 1990 г. р., Ош. Погиб 03.02.2024 под Купянском. [свид.]
2. Каримов Санжар, 31 год. Задержан в Казани 04.05.2024. [семья]
3. Назаров Тимур, 1987, Токмак. Погиб в апреле 2024 г. [тг]

Расшифровка: [свид.] — свидетельство о смерти, копия у нас; [семья] — письмо близких;
[тг] — телеграм-каналы, не подтверждено.
"""


def test_a_sign_of_a_legend_is_a_word_in_brackets() -> None:
    assert _claims(WORDS, "died") == [("true", "document"), ("true", "hearsay")]
    assert _claims(WORDS, "detained") == [("true", "direct")]
    assert _claims(WORDS, "official_no_info") == []


def test_a_legend_of_words_is_read_past_the_stops_in_it() -> None:
    text = (
        "List 5\n\n1. UMAROV Dilshod, b. 1990, Osh. Killed 3 February 2024 near Kupiansk. [cert.]\n"
        "2. NAZAROV Timur, 1987, Tokmok. Killed in April 2024. [chan.]\n\n"
        "Key: [cert.] = death certificate, copy on file; [chan.] = Telegram channel, unverified.\n"
    )
    claims = extract_text(text, lang="en", published="2024-06-10").claims
    told = [(c.value, c.evidence.value) for c in claims if c.property == "died"]
    assert told == [("true", "document"), ("true", "hearsay")]
