"""Further sources of Uzbek texts: statements, several who are not named, papers, words heard at home.

Everybody here is invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

NAMED = "Botir Nazarov 31 yoshda, u Samarqanddan. "
SIGNED = "2023-yilda Omskda shartnoma imzolagan"
FELL = "2024-yil 3-mayda halok bo‘lgan"


def _classes(sentence: str, prop: str) -> set[str]:
    found = extract_text(NAMED + sentence, lang="uz-Latn", published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property == prop and c.start >= len(NAMED)}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Muvofiqlashtirish shtabi bergan ma’lumotga binoan, u {SIGNED}.",
        f"Viloyat prokuraturasi bayonotida u {SIGNED}i aytilgan.",
        f"Elchixona javobida u {SIGNED}i qayd etilgan.",
        f"Tuman harbiy komissarligi u {SIGNED}ini tasdiqladi.",
        f"Bosh konsulligi u {SIGNED}ini ma’lum qildi.",
        f"Hokimlik kecha bayonot berdi. Bayonotga ko‘ra, u {SIGNED}.",
        f"Prokuraturaga ko‘ra, u {SIGNED}.",
        f"Tergovda aniqlanishicha, u {SIGNED}.",
        f"Sudga ko‘ra, u {SIGNED}.",
        f"Rasmiy ma’lumotlarga ko‘ra, u {SIGNED}.",
        f"Prokuratura tahririyat so‘roviga javoban u {SIGNED}ini yozib yubordi.",
        f"Prokuror jurnalistlar bilan uchrashuvda u {SIGNED}ini ta’kidladi.",
    ],
)
def test_an_office_tells_by_any_such_phrase(sentence: str) -> None:
    assert _classes(sentence, "contract_signed") == {"official"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Shartnoma nusxasiga qaraganda, u {SIGNED}.",
        f"Harbiy biletidagi yozuvga ko‘ra, u {SIGNED}.",
        f"Bizga ko‘rsatilgan hujjatdan ko‘rinadiki, u {SIGNED}.",
        "Shartnoma nusxasida imzo sanasi 2023-yil 3-may deb ko‘rsatilgan.",
    ],
)
def test_a_paper_tells_its_own_words_with_it(sentence: str) -> None:
    assert _classes(sentence, "contract_signed") == {"document"}


def test_a_telegram_that_came_is_a_paper_and_no_channel() -> None:
    assert _classes(f"Telegramma keldi: “Nazarov Botir {FELL}”.", "died") == {"document"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Onasiga qismdan qo‘ng‘iroq qilib, u {FELL}ini aytishgan.",
        f"Qishloqda u {FELL} deb gapirishadi.",
        f"Ukraina manbalariga ko‘ra, u {FELL}.",
        f"Oila a’zolari u {FELL}ini ma’lum qilishdi.",
        f"“Shamol” kanali uni {FELL} deb yozdi.",
        f"U {FELL}mish.",
    ],
)
def test_a_death_told_by_several_or_by_rumour_is_hearsay(sentence: str) -> None:
    assert _classes(sentence, "died") == {"hearsay"}


def test_several_say_it_and_not_the_one_relative_they_tell_of() -> None:
    told = "Singlisi yig‘ladi. Unga akasi Botir 2024-yil 7-mayda dafn etilgan, deyishgan."
    assert _classes(told, "buried") == {"hearsay"}


def test_what_her_husband_said_on_the_telephone_he_did_not_tell_the_outlet() -> None:
    told = f"Qo‘ng‘iroqda eri {SIGNED}ini aytgan."
    assert _classes(told, "contract_signed") == {"hearsay"}


def test_what_he_did_before_he_spoke_goes_on_in_the_relatives_words() -> None:
    told = (
        "“Ukam 2022-yilda Moskvaga ketdi”, — deydi akasi Sobir. "
        "2023-yilda Omskda shartnoma imzolab, so‘ng begona raqamdan chiqib, “aka, men xizmatdaman” dedi."
    )
    assert _classes(told, "contract_signed") == {"direct"}


def test_where_the_brother_writes_does_not_write() -> None:
    assert _classes(f"Akasi Facebook sahifasida u {SIGNED}ini yozgan.", "contract_signed") == {"direct"}


def test_a_clause_of_a_case_goes_on_with_another_man() -> None:
    told = (
        f"Hukmda yozilishicha, Botir {SIGNED}. "
        "Ulardan biri, 22 yoshli Anvar Karimov, 2023-yil iyulda Donetskda yaralangan."
    )
    assert _classes(told, "wounded") == {"official"}


def test_a_name_at_the_beginning_of_a_long_quotation_does_not_say_it() -> None:
    told = "“Yoshligidan bilaman. Botir 2022-yilda Moskvaga ketdi”, — deydi qo‘shni Salim aka."
    assert "direct" not in _classes(told, "migrated")


def test_what_is_called_so_is_said_and_no_more() -> None:
    told = f"Tergovchi “yo qamoq, yo front bo‘ladi” degan tanlov qo‘ygan, u {SIGNED}."
    assert "official" not in _classes(told, "contract_signed")
