"""Who names himself in a recording is the one of that name, and lives on the day of it. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TEXTS = {
    "en": "Azamat Toktogulov, 26, of Karakol was mourned in May.\n\n"
    "In the video, a thin man with a wolf tattooed on his neck gives his name as Azamat Toktogulov. He says he was captured on April 1.",
    "ru": "Азамата Токтогулова, 26 лет, из Каракола оплакали в мае.\n\n"
    "На видео худой мужчина с татуировкой называет себя Азаматом Токтогуловым. Он говорит, что попал в плен 1 апреля.",
    "uk": "Азамата Токтогулова, 26 років, з Каракола оплакали у травні.\n\n"
    "На відео худий чоловік називає себе Азаматом Токтогуловим. Він каже, що потрапив у полон 1 квітня.",
    "uz-Latn": "26 yoshli Azamat To‘xtag‘ulovga may oyida aza tutildi.\n\n"
    "Videoda ozg‘in bir erkak o‘zini Azamat To‘xtag‘ulov deb tanishtiradi. U 1-aprelda asir tushganini aytadi.",
    "ky": "26 жаштагы Азамат Токтогуловго май айында аза күтүлгөн.\n\n"
    "Видеодо арык бир киши өзүн Азамат Токтогулов деп тааныштырат. Ал 1-апрелде туткунга түшкөнүн айтат.",
    "tg": "Барои Азамат Тӯхтагулови 26-сола моҳи май азо гирифтанд.\n\n"
    "Дар навор як марди лоғар худро Азамат Тӯхтагулов муаррифӣ мекунад. Ӯ мегӯяд, ки 1 апрел асир афтодааст.",
}  # fmt: skip


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_who_gives_his_own_name_is_the_one_of_that_name(lang: str) -> None:
    found = extract_text(TEXTS[lang], lang=lang, published="2025-06-20")
    of_whom = {c.subject for c in found.claims if c.property.startswith("captured")}
    named = {c.subject for c in found.claims if c.property == "name"}
    assert len(of_whom) == 1
    assert of_whom == named


def test_what_stands_behind_a_paper_and_a_colon_is_the_papers() -> None:
    text = (
        "Azamat Omarov, 26, is from Osh. The enlistment office sent a notice: he was captured near Toretsk."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    assert {c.evidence.value for c in found.claims if c.property == "captured"} == {"document"}


def test_a_letter_of_his_own_is_no_document() -> None:
    text = "Azamat Omarov, 26, is from Osh. A letter came: I was captured near Toretsk, do not cry."
    found = extract_text(text, lang="en", published="2025-06-20")
    assert "document" not in {c.evidence.value for c in found.claims if c.property == "captured"}
