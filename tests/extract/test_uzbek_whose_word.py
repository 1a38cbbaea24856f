"""Whose word a claim is in Uzbek, whatever verb, phrase or order says so. Everybody here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

NAMED = {
    "uz-Latn": "Botir Nazarov 31 yoshda, u Samarqanddan. ",
    "uz-Cyrl": "Ботир Назаров 31 ёшда, у Самарқанддан. ",
}
SIGNED = "2023-yilda Omskda shartnoma imzolagan"


def _classes(lang: str, sentence: str, prop: str) -> set[str]:
    found = extract_text(NAMED[lang] + sentence, lang=lang, published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    "verb",
    [
        "izohladi",
        "ochiqlagan",
        "oshkor qildi",
        "fosh etdi",
        "ma’lum etgan",
        "bayon etadi",
        "e’tirof qildi",
        "qayd etgan",
        "aytib o‘tdi",
        "qistirib o‘tgan",
        "eslatib o‘tadi",
        "gapirib bermoqda",
        "hikoya qilib berdi",
        "tilga oldi",
        "sir tutmadi",
        "eslatdi",
        "xotirladi",
    ],
)
def test_what_his_brother_tells_by_any_verb_is_the_brothers(verb: str) -> None:
    told = f"Akasi Botirning {SIGNED}ini {verb}."
    assert _classes("uz-Latn", told, "contract_signed") == {"direct"}


@pytest.mark.parametrize(
    "phrase",
    [
        "xotirlashicha",
        "tasdiqlashicha",
        "so‘zlab berishicha",
        "guvohlik berishicha",
        "tan olishicha",
        "aytganidek",
        "ta’kidlab o‘tganidek",
        "da’vosiga ko‘ra",
        "versiyasiga ko‘ra",
        "so‘zlaridan ma’lum bo‘lishicha",
        "e’tirof etishicha",
    ],
)
def test_what_stands_behind_in_her_words_is_hers(phrase: str) -> None:
    assert _classes("uz-Latn", f"Onasining {phrase}, Botir {SIGNED}.", "contract_signed") == {"direct"}


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("uz-Latn", "Safdoshi Botirning 2024-yil mayda halok bo‘lganini aytdi."),
        ("uz-Latn", "Qo‘shnisi “Botir 2024-yil mayda halok bo‘lgan”, dedi."),
        ("uz-Latn", "Safdoshi bizga Botir 2024-yil mayda halok bo‘lgan, deb aytdi."),
        ("uz-Latn", "Qo‘shnisi, Botir 2024-yil mayda halok bo‘lgan, deydi."),
        ("uz-Latn", "Hamqishloqlari Botirning 2024-yil mayda halok bo‘lganini ma’lum qildi."),
        ("uz-Latn", "Safdoshlarining aytishicha, Botir 2024-yil mayda halok bo‘lgan."),
        ("uz-Cyrl", "Сафдоши Ботирнинг 2024 йил майда ҳалок бўлганини айтди."),
        ("uz-Cyrl", "Ҳамқишлоқлари Ботирнинг 2024 йил майда ҳалок бўлганини маълум қилди."),
        ("uz-Latn", "Aytishlaricha, Botir 2024-yil mayda halok bo‘lgan."),
        ("uz-Latn", "Aytilishicha, Botir 2024-yil mayda halok bo‘lgan."),
        ("uz-Latn", "Ovozalarga qaraganda, Botir 2024-yil mayda halok bo‘lgan."),
        ("uz-Latn", "Odamlarning aytishicha, Botir 2024-yil mayda halok bo‘lgan."),
        ("uz-Latn", "Guruhlarda Botirning 2024-yil mayda halok bo‘lgani aytilmoqda."),
        ("uz-Latn", "Onasining eshitishicha, Botir 2024-yil mayda halok bo‘lgan."),
    ],
)
def test_comrades_neighbours_and_rumour_make_hearsay_of_a_death(lang: str, sentence: str) -> None:
    assert _classes(lang, sentence, "died") == {"hearsay"}


@pytest.mark.parametrize(
    "speaker",
    [
        "Mahalla raisi",
        "IIB",
        "Tuman hokimligi",
        "Koloniya ma’muriyati",
        "Voyenkomat",
        "Mas’ullar",
        "Davlat ayblovchisi",
        "Senator",
        "Chegara xizmati",
    ],
)
def test_an_office_that_makes_it_known_is_official(speaker: str) -> None:
    sentence = f"{speaker} Botirning 2024-yil mayda halok bo‘lganini ma’lum qildi."
    assert _classes("uz-Latn", sentence, "died") == {"official"}


@pytest.mark.parametrize(
    "paper",
    [
        "Buyruqda Botirning 2024-yil mayda halok bo‘lgani yozilgan.",
        "Buyruqqa ko‘ra, Botir 2024-yil mayda halok bo‘lgan.",
        "Reyestrda Botirning 2024-yil mayda halok bo‘lgani qayd etilgan.",
        "Guvohnomadan Botirning 2024-yil mayda halok bo‘lgani ma’lum bo‘ladi.",
        "Hujjat nusxasida Botirning 2024-yil mayda halok bo‘lgani ko‘rsatilgan.",
        "Harbiy biletda “Botir 2024-yil mayda halok bo‘lgan” deb yozilgan.",
    ],
)
def test_what_stands_in_a_paper_is_a_documents(paper: str) -> None:
    assert _classes("uz-Latn", paper, "died") == {"document"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Eslatib o‘tamiz, Botir {}.",
        "Qayd etish joizki, Botir {}.",
    ],
)
def test_what_the_writer_recalls_is_the_outlets(sentence: str) -> None:
    assert _classes("uz-Latn", sentence.format(SIGNED), "contract_signed") == {"press"}


@pytest.mark.parametrize(
    "sentence",
    ["Hamqishloqlari halok bo‘lgan, u esa qaytgan.", "Do‘stlari halok bo‘lgan.", "Safdoshlari halok bo‘ldi."],
)
def test_the_death_of_his_comrades_is_not_his(sentence: str) -> None:
    found = extract_text(NAMED["uz-Latn"] + sentence, lang="uz-Latn", published="2024-11-01")
    his = {s.id for s in found.subjects if s.label == "Botir Nazarov"}
    assert not any(c.property == "died" and c.subject in his for c in found.claims)
