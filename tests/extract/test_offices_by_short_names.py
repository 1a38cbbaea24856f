"""Offices that a text has named in full and then calls by one word, and bodies of an army that say something."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

_SHORT = [
    (
        "en",
        "Coordination Headquarters posted it. According to the headquarters, Nur Karaev was captured May 2.",
    ),
    ("ru", "Видео опубликовал проект «Хочу жить». По данным проекта, Нурлан Караев попал в плен 22 октября."),
    (
        "uk",
        "Відео оприлюднив проєкт «Хочу жить». За даними проєкту, Нурлан Караєв потрапив у полон 2 травня.",
    ),
    (
        "kk",
        "Бейнені «Хочу жить» жобасы жариялады. Жоба мәліметінше, Нұрлан Қараев 2 мамырда тұтқынға түскен.",
    ),
    (
        "ky",
        "Аны «Жашагым келет» долбоору жарыялады. Долбоордун маалыматында, Эрлан Караев 2-майда колго түшкөн.",
    ),
    ("tg", "Онро Ситоди ҳамоҳангсозӣ нашр кард. Ба иттилои ситод, Нурлан Караев 2-юми май асир афтодааст."),
    (
        "uz-Latn",
        "Uni “Hochu jit” loyihasi tarqatdi. Loyiha ma’lumotiga ko‘ra, Nurlon Qorayev 2-mayda asir olingan.",
    ),
    (
        "uz-Cyrl",
        "Уни «Хочу жить» лойиҳаси тарқатди. Лойиҳанинг билдиришича, Нурлон Қораев 2 майда асир олинган.",
    ),
]
_BODIES = [
    ("ru", "47-я бригада сообщила, что Нурлан Караев 6 августа попал в плен."),
    ("ru", "По данным 47-й бригады, Нурлан Караев попал в плен 6 августа."),
    ("uk", "47-ма бригада повідомила, що Нурлан Караєв 6 серпня потрапив у полон."),
    ("kk", "Украинаның 47-бригадасы 6 тамызда Нұрлан Қараев тұтқынға түскенін хабарлады."),
    ("ky", "Украинанын 47-бригадасы 6-августта Нурлан Караев туткунга түшкөнүн билдирди."),
    ("tg", "Бригадаи 47-уми Украина хабар дод, ки Нурлан Караев 6-уми август асир афтод."),
    ("uz-Cyrl", "Украинанинг 47-бригадаси 6 август куни Нурлон Қораевни асир олганини маълум қилди."),
]


def _capture(lang: str, text: str) -> str:
    claims = extract_text(text, lang=lang, published="2025-11-20").claims
    return next(c.evidence for c in claims if c.property == "captured.date")


@pytest.mark.parametrize(("lang", "text"), _SHORT)
def test_the_one_word_is_the_office_named_before(lang: str, text: str) -> None:
    assert _capture(lang, text) == "official"


def test_a_project_that_no_office_runs_is_none() -> None:
    text = "Видео опубликовал проект «Имена». По данным проекта, Нурлан Караев попал в плен 22 октября."
    assert _capture("ru", text) != "official"


@pytest.mark.parametrize(("lang", "text"), _BODIES)
def test_a_body_that_opens_the_sentence_or_stands_beside_its_verb_says_it(lang: str, text: str) -> None:
    assert _capture(lang, text) == "official"


def test_who_is_seen_in_a_video_that_a_body_posts_the_outlet_says() -> None:
    text = (
        "Украинанын 47-бригадасы 6-августта колго түшкөн Нурлан Караевдин видеосун жарыялады.\n\nАл 24 жашта."
    )
    assert _capture("ky", text) != "official"
