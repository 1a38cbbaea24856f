"""What is an office's word in Russian: who answers, a release, a court's finding, a colon; whose story goes on."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

INTRO = "Житель Ошской области Нурлан Асанов уехал в Россию в 2022 году. "


def evidence_of(told: str, prop: str) -> str:
    read = extract_text(INTRO + told, lang="ru", published="2024-05-01")
    return next(c.evidence.value for c in read.claims if c.property == prop and c.start >= len(INTRO))


@pytest.mark.parametrize(
    "told",
    [
        "Асанов погиб 3 марта под Авдеевкой, сообщили в райвоенкомате.",
        "Асанов погиб 3 марта под Авдеевкой, рассказал председатель махаллинского комитета.",
        "Асанов погиб 3 марта под Авдеевкой, сообщила сотрудница загса.",
        "Асанов погиб 3 марта под Авдеевкой, сообщило агентство по делам миграции.",
        "Асанов погиб 3 марта под Авдеевкой, следует из ответа военкомата.",
        "Администрация колонии ответила адвокату, что Асанов погиб 3 марта под Авдеевкой.",
        "Прокуратура считает, что Асанов погиб 3 марта под Авдеевкой.",
        "Из прокуратуры пришёл ответ: Асанов погиб 3 марта под Авдеевкой.",
        "Ответ хокимията: Асанов погиб 3 марта под Авдеевкой.",
        "По официальным данным, Асанов погиб 3 марта под Авдеевкой.",
    ],
)
def test_an_office_tells_in_whatever_words(told: str) -> None:
    assert evidence_of(told, "died") == "official"


@pytest.mark.parametrize(
    "told",
    [
        "Асанов погиб 3 марта под Авдеевкой, ответили на запрос редакции в Минобороны.",
        "Посольство в ответе изданию указало, что Асанов погиб 3 марта под Авдеевкой.",
    ],
)
def test_the_outlet_that_asked_an_office_does_not_say_it(told: str) -> None:
    assert evidence_of(told, "died") == "official"


def test_a_release_is_of_the_office_named_before_and_goes_on() -> None:
    told = (
        "В посольство обратились семьи трёх граждан, говорится в распространённом сообщении. "
        "Асанов погиб 3 марта под Авдеевкой."
    )
    assert evidence_of(told, "died") == "official"


@pytest.mark.parametrize(
    "told",
    [
        "Установлено, что в марте 2023 года он подписал контракт.",
        "В решении говорится, что в марте 2023 года он подписал контракт.",
        "В марте 2023 года, говорится в решении, он подписал контракт.",
    ],
)
def test_what_a_court_found_out_is_its_word(told: str) -> None:
    found = evidence_of(f"Суд признал Нурлана Асанова виновным в наёмничестве. {told}", "contract_signed")
    assert found == "official"


@pytest.mark.parametrize("office", ["Посольство", "МИД Кыргызстана", "Глава района", "Следствие"])
def test_an_office_speaks_behind_its_colon(office: str) -> None:
    assert evidence_of(f"{office}: Асанов погиб 3 марта под Авдеевкой.", "died") == "official"


def test_a_paragraph_that_ends_in_her_words_is_her_story() -> None:
    told = (
        "Мать Асанова Гульнара живёт одна.\n\n"
        "Рос Нурлан в Оше, в 2021 году уехал в Москву и работал на стройке. "
        "«Каждый месяц присылал деньги», — вспоминает она."
    )
    assert evidence_of(told, "migrated.place") == "direct"


def test_a_quotation_before_a_speaker_who_ends_the_text_is_read() -> None:
    assert evidence_of("«В марте он подписал контракт, и все», — сказала мать", "contract_signed") == "direct"


def test_the_only_office_of_a_text_goes_on_in_the_next_paragraph() -> None:
    heard = (
        "Прокуратура сообщила, что Нурлан Асанов вступил в российскую армию. Позже он бежал из части."
        "\n\nВ апреле он подписал второй контракт в Туле."
    )
    read = extract_text(heard, lang="ru", published="2024-05-01")
    assert next(c.evidence.value for c in read.claims if c.property == "contract_signed") == "official"
    lead = "Житель Оша Нурлан Асанов похоронен 3 марта. О гибели сообщила прокуратура.\n\n"
    life = extract_text(lead + "Асанов перебрался в Тюмень в 2014 году.", lang="ru", published="2024-05-01")
    assert next(c.evidence.value for c in life.claims if c.property == "migrated.place") == "press"


@pytest.mark.parametrize(
    "told",
    [
        "Сторож уверяет, что Асанов погиб 3 марта под Авдеевкой.",
        "Асанов погиб 3 марта под Авдеевкой, рассказала продавщица магазина.",
        "«Асанов погиб 3 марта под Авдеевкой», — говорит чайханщик.",
        "Источник в военкомате сообщил, что Асанов погиб 3 марта под Авдеевкой.",
        "По словам источника в полиции, Асанов погиб 3 марта под Авдеевкой.",
    ],
)
def test_a_plain_noun_and_a_source_in_an_office_tell_for_themselves(told: str) -> None:
    assert evidence_of(told, "died") == "hearsay"


@pytest.mark.parametrize(
    "told",
    [
        "Семье пришла бумага, где сказано, что Асанов погиб 3 марта под Авдеевкой.",
        "Семья получила документ, в котором говорится, что Асанов погиб 3 марта под Авдеевкой.",
        "Справка из госпиталя сообщает, что Асанов погиб 3 марта под Авдеевкой.",
        "Запись в журнале морга: Асанов погиб 3 марта под Авдеевкой.",
    ],
)
def test_a_paper_told_of_in_the_sentence_says_what_stands_in_it(told: str) -> None:
    assert evidence_of(told, "died") == "document"


def test_what_they_wrote_to_her_she_only_heard() -> None:
    told = "«Мне ведь писали, что сын пропал 3 марта», — говорит мать Асанова."
    assert evidence_of(told, "missing") == "hearsay"
