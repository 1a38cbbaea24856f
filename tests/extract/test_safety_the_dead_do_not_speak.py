"""What is quoted of a dead man by somebody unnamed is not his own word. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LETTERS = {
    "en": "Suhrob Latipov, 29, served in an assault company.\n\nA reader's letter\n“I was in the same squad as Latipov. "
    "He was killed before my eyes: a drone flew into the dugout that I had just left.”",
    "ru": "Сухроб Латипов, 29 лет, служил в штурмовой роте.\n\nПисьмо читателя\n«Мы с Латиповым были в одном отделении. "
    "Погиб он на моих глазах: дрон влетел в блиндаж, из которого я только что выполз».",
    "uk": "Сухроб Латіпов, 29 років, служив у штурмовій роті.\n\nЛист читача\n«Ми з Латіповим були в одному відділенні. "
    "Загинув він на моїх очах: дрон влетів у бліндаж, з якого я щойно виповз».",
    "ky": "Сухроб Латипов 29 жашта, чабуулчу ротада кызмат кылган.\n\nОкурмандын каты\n«Латипов экөөбүз бир бөлүмчөдө "
    "болчубуз. Ал менин көз алдымда курман болду: мен жаңы эле чыккан блиндажга дрон кирип кетти».",
}
SAID = {
    "ky": "Ерлан Баймуратов 31 жашта. Биринчи болуп аскер комиссары Сергей Лапин сүйлөдү. «Авдеевканын түбүндө жоокер "
    "Баймуратов башынан жарадар болгон», — деди ал.",
    "kk": "Ерлан Баймұратов 31 жаста. Бірінші болып әскери комиссар Сергей Лапин сөйледі. «Авдеевка түбінде жауынгер "
    "Баймұратов басынан жараланды», — деді ол.",
    "uz-Latn": "Yerlan Baymuratov 31 yoshda. Birinchi bo‘lib harbiy komissar Sergey Lapin so‘zga chiqdi. “Avdeyevka "
    "ostonasida askar Baymuratov boshidan yaralangan”, — dedi u.",
}


@pytest.mark.parametrize("lang", LETTERS)
def test_a_letter_that_names_the_dead_man_is_somebody_elses(lang: str) -> None:
    found = extract_text(LETTERS[lang], lang=lang, published="2025-03-20")
    died = [c for c in found.claims if c.property == "died"]
    assert died
    assert {c.evidence.value for c in died} == {"direct"}
    assert not [s for c in died for s in c.speakers if "Latipov" in s or "Латип" in s or "Латіп" in s]


@pytest.mark.parametrize("lang", SAID)
def test_he_who_said_it_is_the_officer_just_brought_in(lang: str) -> None:
    found = extract_text(SAID[lang], lang=lang, published="2025-03-20")
    wounded = [c for c in found.claims if c.property == "wounded"]
    assert {c.evidence.value for c in wounded} == {"official"}
