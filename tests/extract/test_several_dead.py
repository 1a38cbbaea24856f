"""Several dead of whom a text tells are not the man it told of before. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TEXTS = {
    "en": "Viktor Shneider, 31, signed a contract in 2023. Last year the village buried three of its dead.",
    "ru": "Виктор Шнайдер, 31 год, подписал контракт в 2023 году. В прошлом году в селе похоронили двух погибших на войне.",
    "uk": "Віктор Шнайдер, 31 рік, підписав контракт у 2023 році. Торік у районі поховали двох загиблих на війні.",
    "kk": "31 жастағы Виктор Шнайдер 2023 жылы келісімшарт жасасқан. Өткен жылы өңірде соғыста қаза тапқан екі адам жерленген.",
    "ky": "31 жаштагы Виктор Шнайдер 2023-жылы келишимге кол койгон. Былтыр районго согушта курман болгон эки киши жерге берилген.",
    "uz-Latn": "31 yoshli Viktor Shnayder 2023-yilda shartnoma imzolagan. O‘tgan yili tumanda urushda halok bo‘lgan ikki kishi dafn etilgan.",
    "tg": "Виктор Шнайдери 31-сола соли 2023 шартнома имзо кардааст. Ду нафари дар ҷанг кушташуда ба хок супурда шуданд.",
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_several_who_fell_are_not_the_one_told_of(lang: str) -> None:
    found = extract_text(TEXTS[lang], lang=lang, published="2025-06-20")
    named = {c.subject for c in found.claims if c.property == "name"}
    dead = {c.subject for c in found.claims if c.property in {"died", "buried"} and c.value == "true"}
    assert named
    assert not named & dead
