"""Offices and rumours as Uzbek news name them, each telling one thing of an invented man."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

OFFICES = [
    "Davlat xavfsizlik xizmati matbuot markaziga ko‘ra, Sherzod Rahimov Rossiyaga ketgan.",
    "Qozog‘iston Milliy xavfsizlik qo‘mitasi Sherzod Ergashev shartnoma imzolaganini ma’lum qildi.",
    "MXDQ ma’lumotiga ko‘ra, Sherzod Tursunov Donetsk yaqinida jang qilgan.",
    "SBU Sherzod Valiyevni Xarkiv viloyatida qo‘lga olganini e’lon qildi.",
    "“Yashashni xohlayman” loyihasi Sherzod Berdiyev shartnoma tuzganini e’lon qildi.",
    "Universitet rektorati ma’lumotiga ko‘ra, Sherzod Aliqulov Rossiyaga ketgan.",
]
_TOLD = frozenset({"migrated", "contract_signed", "deployed", "detained", "captured", "recruited", "pathway"})


def classes(text: str, lang: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in found if c.property.split(".")[0] in _TOLD}


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_is_known_by_its_name(text: str) -> None:
    assert classes(text, "uz-Latn") == {"official"}


def test_what_nobody_confirmed_is_hearsay() -> None:
    text = "Тасдиғини топмаган хабарларга кўра, Шерзод Тешабоев Россияга кетган."
    assert classes(text, "uz-Cyrl") == {"hearsay"}
