"""Questions and answers with a relative: whose words they are, and of whom. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction

TEXTS = {
    "ky": "33 жаштагы Жибек Асанова күйөөсү Бактыяр Чолпонбаевди издеп жүрөт.\n\n— Жолдошуңуз Орусияга качан "
    "кеткен?\n\n— 2021-жылы.\n\n— Согушка кантип туш болду?\n\n— Аны алдап алып барышты. Кийин бутунан жарадар "
    "болду.\n",
    "kk": "33 жастағы Айжан Асанова күйеуі Бақыт Серікбаевты іздеп жүр.\n\n— Жолдасыңыз Ресейге қашан кетті?\n\n"
    "— 2021 жылы.\n\n— Кейін не болды?\n\n— Былтыр күзде аяғынан жараланды.\n",
    "ru": "Гульнара переехала в Днепр. Её муж Рустам Ибрагимов держал чебуречную.\n\n— Как Рустам оказался в армии?"
    "\n\n— Его забрали на рынке.\n\n— А потом?\n\n— Осенью его ранило в ногу.\n",
    "uk": "Гульнара переїхала до Дніпра. Її чоловік Рустам Ібрагімов тримав чебуречну.\n\n— Як він опинився в "
    "армії?\n\n— Його забрали на ринку.\n\n— А потім?\n\n— Восени його поранило в ногу.\n",
    "en": "Gulnara Ibragimova moved to Dnipro. Her husband, Rustam Ibragimov, kept a diner.\n\n— How did he end up "
    "in the army?\n\n— They took him at the market.\n\n— And then?\n\n— In the autumn he was wounded in the leg.\n",
}


def _read(lang: str, text: str) -> Extraction:
    return extract_text(text, lang=lang, published="2025-03-01")


@pytest.mark.parametrize("lang", TEXTS)
def test_who_is_asked_of_him_tells_what_befell_him_from_hearsay(lang: str) -> None:
    claims = _read(lang, TEXTS[lang]).claims
    assert {c.evidence.value for c in claims if c.property == "wounded"} == {"hearsay"}


def test_who_is_asked_by_his_name_tells_of_himself() -> None:
    text = (
        "Рустам Ибрагимов воевал под Марьинкой. Его брат тоже там.\n\n— Рустам, как вы оказались в армии?\n\n"
        "— Меня забрали на рынке. Осенью меня ранило в ногу.\n"
    )
    assert {c.evidence.value for c in _read("ru", text).claims if c.property == "wounded"} == {"direct"}


@pytest.mark.parametrize("lang", ["ky", "kk"])
def test_what_she_is_asked_of_him_is_his(lang: str) -> None:
    read = _read(lang, TEXTS[lang])
    label = {s.id: s.label for s in read.subjects}
    assert {label[c.subject].split()[0] for c in read.claims if c.property == "migrated.date"} <= {
        "Бактыяр",
        "Бақыт",
    }
