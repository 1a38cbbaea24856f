"""A first name alone before a verb of saying: whoever tells of a relative of hers speaks as a relative."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TOLD = {
    "ru": "Шерзод Назаров, 38 лет, погиб в мае. Насиба рассказывает, что её муж в 2021 году уехал в Воронеж.",
    "uk": "Шерзод Назаров, 38 років, загинув у травні. Насиба розповідає, що її чоловік 2021 року поїхав до Воронежа.",
    "en": "Sherzod Nazarov, 38, was killed in May. Nasiba says her husband left for Voronezh in 2021.",
    "tg": "Шерзод Назаров, 38-сола, моҳи май ҳалок шуд. Насиба мегӯяд, ки шавҳараш соли 2021 ба Воронеж рафта буд.",
}


@pytest.mark.parametrize("lang", TOLD)
def test_a_first_name_alone_tells_of_a_husband(lang: str) -> None:
    claims = extract_text(TOLD[lang], lang=lang, published="2024-01-01").claims
    told = [c for c in claims if c.property == "migrated"]
    assert {(c.evidence.value, c.speakers) for c in told} == {
        ("direct", ("Насиба" if lang != "en" else "Nasiba",))
    }


def test_a_name_that_tells_of_nobody_of_hers_is_left_to_the_outlet() -> None:
    text = "Шерзод Назаров, 38 лет, погиб в мае. Насиба рассказывает, что он в 2021 году уехал в Воронеж."
    claims = extract_text(text, lang="ru", published="2024-01-01").claims
    assert {c.evidence.value for c in claims if c.property == "migrated"} == {"press"}


EYEWITNESS = {
    "en": "Talant Osmonov, 29, is from Naryn. “A mine went off and he was killed before my eyes,” says Ruslan, who served in the same squad.",
    "ru": "Талант Осмонов, 29 лет, родом из Нарына. «Разорвалась мина, он погиб у меня на глазах», — говорит Руслан, служивший с ним в одном отделении.",
    "uk": "Талант Осмонов, 29 років, родом із Нарина. «Розірвалася міна, він загинув у мене на очах», — каже Руслан, який служив із ним в одному відділенні.",
    "ky": "Нарындык Талант Осмонов 29 жашта. «Мина жарылып, ал көз алдымда курман болду», — дейт аны менен бир бөлүмчөдө кызмат кылган Руслан.",
    "kk": "Нарындық Талант Осмонов 29 жаста. «Мина жарылып, ол көз алдымда қаза тапты», – дейді онымен бір бөлімшеде қызмет еткен Руслан.",
    "tg": "Талант Осмонов 29-сола, аз Норин аст. «Мина таркид ва ӯ дар пеши чашмам кушта шуд», — мегӯяд Руслан, ки бо ӯ дар як гурӯҳ хизмат кардааст.",
    "uz-Latn": "Norinlik Talant Osmonov 29 yoshda. “Mina portlab, u ko‘z oldimda halok bo‘ldi”, — deydi u bilan bir bo‘linmada xizmat qilgan Ruslan.",
    "uz-Cyrl": "Норинлик Талант Осмонов 29 ёшда. «Мина портлаб, у кўз олдимда ҳалок бўлди», — дейди у билан бир бўлинмада хизмат қилган Руслан.",
}


@pytest.mark.parametrize("lang", EYEWITNESS)
def test_a_quotation_signed_with_a_first_name_is_not_the_dead_mans(lang: str) -> None:
    claims = extract_text(EYEWITNESS[lang], lang=lang, published="2025-03-20").claims
    died = [c for c in claims if c.property == "died"]
    assert {c.evidence.value for c in died} == {"direct"}
    assert not [c for c in claims if any("Osmonov" in s or "Осмонов" in s for s in c.speakers)]


def test_a_first_name_is_hers_of_whom_the_text_has_told_without_one() -> None:
    text = "Талант Осмонов, 29 лет, погиб в мае. Его вдова живёт в Оше. «Он уехал в 2021 году», — говорит Насиба."
    claims = extract_text(text, lang="ru", published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property == "migrated"} == {"direct"}
