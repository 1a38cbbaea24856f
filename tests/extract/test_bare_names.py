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
