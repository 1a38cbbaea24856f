"""An entry that names several sources: each speaks for what stands before it, back to the one before."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

BRACKETS = {
    "ru": (
        "Источник указан в скобках.\n\n"
        "1. Асанов Улан, 1990, Ош. Погиб 5 мая 2024 под Торецком (свидетельство о смерти). "
        "Похоронен в Оше (рассказали соседи).\n"
        "2. Каримов Тимур, 1992, Баткен. Пропал 6 мая 2024 (со слов жены).\n"
    ),
    "en": (
        "The source of every entry stands in brackets.\n\n"
        "1. Asanov Ulan, born 1990, Osh. Killed on 5 May 2024 near Toretsk (death certificate). "
        "Buried in Osh (told by neighbours).\n"
        "2. Karimov Timur, born 1992, Batken. Missing since 6 May 2024 (his wife).\n"
    ),
    "uk": (
        "Джерело вказано в дужках.\n\n"
        "1. Асанов Улан, 1990, Ош. Загинув 5 травня 2024 під Торецьком (свідоцтво про смерть). "
        "Похований в Оші (розповіли сусіди).\n"
        "2. Каримов Тимур, 1992, Баткен. Зник 6 травня 2024 (зі слів дружини).\n"
    ),
    "kk": (
        "Дерек көзі жақшада тұр.\n\n"
        "1. Асанов Ұлан, 1990, Семей. 2024 жылғы 5 мамырда қаза тапты (қайтыс болу туралы куәлік). "
        "Семейде жерленген (көршілері айтты).\n"
        "2. Каримов Тимур, 1992, Ақтау. 2024 жылғы 6 мамырдан хабарсыз (қарындасының хаты).\n"
    ),
    "ky": (
        "Булагы кашаада турат.\n\n"
        "1. Асанов Улан, 1990, Ош. 2024-жылдын 5-майында каза тапкан (өлүм тууралуу күбөлүк). "
        "Ошто жерге берилген (кошуналары айтты).\n"
        "2. Каримов Тимур, 1992, Баткен. 2024-жылдын 6-майынан дайынсыз (аялынын каты).\n"
    ),
}


@pytest.mark.parametrize("lang", BRACKETS)
def test_each_bracket_speaks_for_what_stands_before_it(lang: str) -> None:
    claims = extract_text(BRACKETS[lang], lang=lang, published="2025-03-20").claims
    found = {(c.property, c.evidence.value) for c in claims if c.start < BRACKETS[lang].index("\n2.")}
    assert {("name", "document"), ("birth_date", "document"), ("died", "document")} <= found
    assert ("buried", "hearsay") in found
    assert ("buried", "document") not in found


LEGENDS = {
    "ru": (
        "Обозначения: (Д) — есть документ, (Р) — со слов родных, (Ч) — только чат.\n\n"
        "1. Асанов Улан, 1990, Ош. Контракт подписан 2 ноября 2023 (Д). Погиб 19 января 2024 (Ч, сослуживец).\n"
        "2. Каримов Тимур, 1992, Баткен. Ранен 6 мая 2024 (Р, сам).\n"
        "3. Осоров Бакыт, 1993, Талас. Пропал 7 мая 2024 (Р, старший брат).\n"
    ),
    "en": (
        "How to read: (D) we hold a document, (K) told to us by kin, (C) seen in a chat only.\n\n"
        "1. Asanov Ulan, born 1990, Osh. Contract of 2 November 2023 (D). Killed 19 January 2024 (C, a comrade).\n"
        "2. Karimov Timur, born 1992, Batken. Wounded 6 May 2024 (K, himself).\n"
        "3. Osorov Bakyt, born 1993, Talas. Missing since 7 May 2024 (K, elder brother).\n"
    ),
    "uk": (
        "Позначки: (Д) — є документ, (Р) — зі слів рідних, (Ч) — лише чат.\n\n"
        "1. Асанов Улан, 1990, Ош. Контракт підписав 2 листопада 2023 (Д). Загинув 19 січня 2024 (Ч, товариш).\n"
        "2. Каримов Тимур, 1992, Баткен. Поранений 6 травня 2024 (Р, сам).\n"
        "3. Осоров Бакит, 1993, Талас. Зник 7 травня 2024 (Р, старший брат).\n"
    ),
    "tg": (
        "Аломатҳо: (Ҳ) — ҳуҷҷат ҳаст, (П) — аз гуфтаи пайвандон, (Ч) — танҳо чат.\n\n"
        "1. Холов Исмат, 1990, Исфара. 2 ноябри 2023 шартнома имзо кард (Ҳ). 19 январи 2024 кушта шуд (Ч, ҳамсафаш).\n"
        "2. Раҳимов Тимур, 1992, Ашт. 6 майи 2024 захмӣ шуд (П, худаш).\n"
        "3. Сафаров Анвар, 1993, Айнӣ. Аз 7 майи 2024 бедарак (П, бародараш).\n"
    ),
}


@pytest.mark.parametrize("lang", LEGENDS)
def test_who_it_is_may_stand_behind_a_sign_of_the_legend(lang: str) -> None:
    text = LEGENDS[lang]
    claims = extract_text(text, lang=lang, published="2025-03-20").claims
    one, two, three = ([c for c in claims if a <= c.start < b] for a, b in _entries(text))
    assert {c.evidence.value for c in one if c.property in {"name", "contract_signed"}} == {"document"}
    assert {c.evidence.value for c in one if c.property == "died"} == {"hearsay"}
    assert {c.evidence.value for c in two if c.property in {"name", "wounded"}} == {"direct"}
    assert {c.evidence.value for c in three if c.property in {"name", "missing"}} == {"direct"}


def _entries(text: str) -> list[tuple[int, int]]:
    begins = [text.index(f"\n{n}.") for n in (1, 2, 3)]
    return list(zip(begins, [*begins[1:], len(text)], strict=True))
