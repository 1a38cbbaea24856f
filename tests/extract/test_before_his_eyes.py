"""A death before the eyes of a man whom the outlet names is his to tell, and no outlet's own."""

import pytest

from tizme.extract import extract_text

SEEN = {
    "en": "Anvar Saidov served with Timur Asanov. Before Asanov's eyes Saidov was killed by a drone on May 3.",
    "ru": "Анвар Саидов служил с Тимуром Асановым. На глазах у Асанова Саидов погиб 3 мая.",
    "kk": "Анвар Саидов Тимур Асановпен бірге болған. Асановтың көз алдында Саидов 3 мамырда қаза тапты.",
    "ky": "Анвар Саидов Тимур Асанов менен болгон. Асановдун көз алдында Саидов 3-майда каза болду.",
    "uz-Latn": "Anvar Saidov Timur Asanov bilan edi. Asanovning ko'z o'ngida Saidov 3-mayda halok bo'ldi.",
    "uz-Cyrl": "Анвар Саидов Тимур Асанов билан эди. Асановнинг кўз ўнгида Саидов 3 майда ҳалок бўлди.",
    "tg": "Анвар Саидов бо Тимур Асанов буд. Пеши чашми Асанов Саидов 3 май ҳалок шуд.",
    "uk": "Анвар Саїдов служив з Тимуром Асановим. На очах у Асанова Саїдов загинув 3 травня.",
}


@pytest.mark.parametrize("lang", sorted(SEEN))
def test_death_before_his_eyes(lang: str) -> None:
    claims = extract_text(SEEN[lang], lang=lang, published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property == "died"} == {"direct"}


def test_death_before_nobodys_eyes_is_the_outlets() -> None:
    text = "Анвар Саидов погиб 3 мая на глазах у всего села."
    claims = extract_text(text, lang="ru", published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property == "died"} == {"press"}
