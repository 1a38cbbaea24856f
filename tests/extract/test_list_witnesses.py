"""Who speaks for an entry of a list, in eight languages: papers noted below, a witness known by a trade."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LISTS = {
    "ru": (
        "1. Асанов Нурлан Бакытович, 12.03.1990. Погиб 06.12.2023.",
        "2. Неизвестный, жетон АВ-603317. Умер 14.09.2024 — со слов санитара.",
        "Всего 2 записи; подтверждено документами — 1 (№ 1).",
    ),
    "uk": (
        "1. Асанов Нурлан Бакитович, 12.03.1990. Загинув 06.12.2023.",
        "2. Невідомий, жетон АВ-603317. Помер 14.09.2024 — зі слів санітара.",
        "Усього 2 записи; підтверджено документами — 1 (№ 1).",
    ),
    "ky": (
        "1. Асанов Нурлан Бакытович, 12.03.1990. Каза болгон 06.12.2023.",
        "2. Белгисиз, жетон АВ-603317. 14.09.2024 көз жумган — санитардын айтуусунда.",
        "Бардыгы 2 жазуу; документтер менен тастыкталганы — 1 (№ 1).",
    ),
    "kk": (
        "1. Асанов Нұрлан Бақытұлы, 12.03.1990. Қаза тапқан 06.12.2023.",
        "2. Белгісіз, жетон АВ-603317. 14.09.2024 көз жұмған — санитардың айтуынша.",
        "Барлығы 2 жазба; құжатпен расталғаны — 1 (№ 1).",
    ),
    "uz-Latn": (
        "1. Asanov Nurlan Baxtiyorovich, 12.03.1990. Halok bo‘lgan 06.12.2023.",
        "2. Noma’lum, jeton AV-603317. 14.09.2024 vafot etgan — sanitarning aytishicha.",
        "Jami 2 ta yozuv; hujjatlar bilan tasdiqlangani — 1 ta (№ 1).",
    ),
    "uz-Cyrl": (
        "1. Асанов Нурлан Бахтиёрович, 12.03.1990. Ҳалок бўлган 06.12.2023.",
        "2. Номаълум, жетон АВ-603317. 14.09.2024 вафот этган — санитарнинг айтишича.",
        "Жами 2 та ёзув; ҳужжатлар билан тасдиқлангани — 1 та (№ 1).",
    ),
    "tg": (
        "1. Асанов Нурлан Бахтиёрович, 12.03.1990. Ҳалок шудааст 06.12.2023.",
        "2. Номаълум, жетон АВ-603317. 14.09.2024 вафот кардааст — ба гуфти санитар.",
        "Ҳамагӣ 2 сабт; бо ҳуҷҷатҳо тасдиқ шудааст — 1 (№ 1).",
    ),
}


@pytest.mark.parametrize("lang", LISTS)
def test_papers_noted_below_and_a_witness_speak_for_their_entries(lang: str) -> None:
    first, second, below = LISTS[lang]
    text = f"{first}\n{second}\n\n{below}\n"
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    border = len(first)
    died = [c for c in claims if c.property == "died"]
    assert [c.evidence.value for c in died if c.start < border] == ["document"]
    assert [c.evidence.value for c in died if border < c.start] == ["hearsay"]
    assert not [c for c in claims if c.property == "occupation"]
