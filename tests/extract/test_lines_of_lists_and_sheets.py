"""A line of a leaked list or a sheet, and what is written to a paper; what stands beside a name in any list is no document."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LINES = {
    "ru": "В утёкшем списке 15-й бригады есть строка: «Хамидов Шерзод, рядовой, пропал без вести 11.02.2024».",
    "en": "In the leaked list there is a line: “Hamidov Sherzod, private, missing since 11 February 2024”.",
    "uk": "У відомості вказано: Хамідов Шерзод зник безвісти 11 лютого 2024 року.",
    "uz-Latn": (
        "Tobut bilan kelgan qog‘ozga Hamidov Sherzod 2024-yil 11-fevralda bedarak yo‘qolgan deb yozilgan."
    ),
    "uz-Cyrl": "Тобут билан келган қоғозга Ҳамидов Шерзод 2024 йил 11 февралда бедарак йўқолган деб ёзилган.",
    "ky": "Бөлүктөн келген кагазга Хамидов Шерзод 2024-жылдын 11-февралында дайынсыз жоголгон деп жазылган.",
    "kk": "Бөлімнен келген қағазға Хамидов Шерзод 2024 жылғы 11 ақпанда хабарсыз кетті деп жазылған.",
}


@pytest.mark.parametrize("lang", LINES)
def test_a_line_of_a_sheet_is_a_documents(lang: str) -> None:
    claims = extract_text(LINES[lang], lang=lang, published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property.startswith("missing")} == {"document"}


@pytest.mark.parametrize("where", ["В списке телеграм-канала напротив", "Напротив"])
def test_what_stands_beside_a_name_in_a_list_of_nobodys_is_no_document(where: str) -> None:
    claims = extract_text(
        f"{where} фамилии Мусоев стоит «убит, 03.07.2024».", lang="ru", published="2025-03-20"
    ).claims
    assert "document" not in {c.evidence.value for c in claims if c.property.startswith("died")}


def test_what_was_signed_on_paper_is_no_notice() -> None:
    text = "Ukam: “Qog‘ozga qo‘l qo‘ydirishdi”, deb aytgan."
    claims = extract_text(text, lang="uz-Latn", published="2025-03-20").claims
    assert "document" not in {c.evidence.value for c in claims}
