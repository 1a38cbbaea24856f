"""Whose words a claim rests on where quotations nest, dashes open them, and the verb stands last."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.extract.quotes import find_quotes
from tizme.model import Claim


def _claim(text: str, root: str, *, lang: str, published: str = "2024-06-01") -> Claim:
    found = [c for c in extract_text(text, lang=lang, published=published).claims if c.property == root]
    assert found, f"no claim of {root}"
    return found[0]


def test_an_outer_quotation_goes_on_behind_the_one_it_holds():
    text = (
        "Chust tumanidan Muhabbat Qodirova o‘g‘li Jasur Qodirovni kutyapti. 25 yoshli Jasur Rossiyaga ketgan.\n\n"
        "“Iyunda telefon qildi. “Oyi, meni ushlashdi”, dedi. Keyin chiqmadi. Qo‘yibdi bolam”, — deydi Muhabbat opa."
    )
    assert len(find_quotes(text, 0, len(text))) == 2
    assert _claim(text, "age", lang="uz-Latn").evidence.value == "press"


def test_what_a_dash_opens_is_a_quotation_to_its_end():
    text = (
        "Тимур Жақсылықов 24 жаста. Ал нағашысы Қайрат Оразов басқаша айтады.\n\n"
        "– Жиенім маған қаңтарда хабарласты. Сүйекті өзім алып келдім, – дейді ол.\n\n"
        "Марқұмның әкесі Марат Жақсылықов ауылда тұрады."
    )
    found = extract_text(text, lang="kk", published="2025-05-20")
    spoken = [c for c in found.claims if "Қайрат Оразов" in " ".join(c.speakers)]
    assert all(c.start > text.index("–") for c in spoken)
    assert not [c for c in found.claims if any("Жақсылықов" in one for one in c.speakers)]


def test_a_dashed_line_without_a_verb_of_saying_stays_an_entry_of_a_list():
    text = "Погибшие:\n– Асанов Нурлан, 1990 г. р., Ош\n– Садыков Тимур, 1994 г. р., Баткен\n"
    found = extract_text(text, lang="ru", published="2024-06-01")
    assert {c.value for c in found.claims if c.property == "birth_date"} == {"1990", "1994"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "28 ёшли Мақсуд Сапаев кетган. Нотаниш аёл Мақсуд 2 июнда Бахмутда ҳалок бўлганини айтган.",
            "uz-Cyrl",
        ),
        ("Ташқи ишлар вазирлиги Эргашали Йўлдошевнинг ҳалок бўлганини билдирди.", "uz-Cyrl"),
        ("Айылда Нурлан Асанов согушта каза тапкан деген кеп бар.", "ky"),
    ],
)
def test_a_dead_man_does_not_tell_of_his_own_death(text: str, lang: str):
    claim = _claim(text, "died", lang=lang)
    assert claim.evidence.value != "direct"
    assert not [one for one in claim.speakers if one.split()[0] in {"Мақсуд", "Эргашали", "Нурлан"}]


def test_he_beside_a_verb_that_stands_last_is_whoever_spoke_before():
    text = (
        "Эргашали Йўлдошев урушда ҳалок бўлган. Маҳалла раиси Собиржон Умаров воқеани тасдиқлади. "
        "«Ўзим жанозада бўлганман. Уни 20 октябрь куни дафн қилдик», — деди у."
    )
    assert "Собиржон Умаров" in _claim(text, "buried", lang="uz-Cyrl").speakers


def test_no_court_report_that_lets_the_accused_say_i_is_the_courts_own_notice():
    notice = (
        "Ош шаардык соту 33 жаштагы Т.К. аттуу жаранды Кылмыш-жаза кодексинин беренеси боюнча күнөөлүү деп таап, "
        "эркинен ажыратты. Соттолуучу сот отурумунда күнөөсүн мойнуна алды. Өкүмгө апелляция берилет."
    )
    said = " «Мага эркиндикке чыгасың дешти», — деди ал."
    assert _claim(notice, "age", lang="ky").evidence.value == "official"
    assert _claim(notice + said, "age", lang="ky").evidence.value == "press"


def test_a_verb_of_saying_in_the_gap_of_an_event_still_says_something():
    text = (
        "Komron Sharipov, 27, was killed in Ukraine. Sharipov's uncle, Nazar, who collected the body at the "
        "airport, said he was handed an envelope with 300,000 rubles."
    )
    assert "Nazar" in _claim(text, "compensated.amount", lang="en").speakers


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Асан Токоев 1990-жылы туулган. Айыл башчысы билдиргендей, Асан 2021-жылы Орусияга кеткен.", "ky"),
        ("Асан Тоқов 1990 жылы туған. Ауыл әкімі хабарлағандай, Асан 2021 жылы Ресейге кеткен.", "kk"),
        (
            "Asan Toshev 1990-yilda tug‘ilgan. Mahalla raisi ma’lum qilishicha, Asan Rossiyaga ketgan.",
            "uz-Latn",
        ),
        ("Асан Тошев 1990 йилда туғилган. Судья маълум қилишича, Асан Россияга кетган.", "uz-Cyrl"),
        ("Асан Тошев соли 1990 таваллуд шудааст. Ба гуфтаи раиси ҷамоат, Асан ба Русия рафтааст.", "tg"),
        ("Асан Тошев народився 1990 року. За словами голови громади, Асан поїхав до Росії.", "uk"),
        ("Asan Toshev was born in 1990. According to the village head, Asan left for Russia in 2021.", "en"),
    ],
)
def test_the_head_of_a_village_who_is_cited_is_not_the_man_named_behind(text: str, lang: str):
    assert _claim(text, "migrated", lang=lang, published="2024-01-01").evidence.value == "official"


def test_a_mother_who_is_cited_with_her_name_keeps_it():
    text = "Асан Тошев родился в 1990 году. По словам матери, Гульнары Тошевой, сын погиб в 2023 году под Бахмутом."
    assert "Гульнара Тошева" in _claim(text, "died", lang="ru").speakers
