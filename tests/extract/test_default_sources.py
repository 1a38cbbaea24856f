"""A line over a list says whence its entries are, unless an entry names another source."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENTRIES = {
    "ru": "{} Улан, 1991 г. р., Баткен. Подписал контракт в мае 2024 г.",
    "en": "{} Ulan, born 1991, Batken. Signed a contract in May 2024.",
    "uk": "{} Улан, 1991 р. н., Баткен. Підписав контракт у травні 2024 року.",
    "uz-Latn": "{} Ulan, 1991-yilda tug‘ilgan, Batken. 2024-yil mayda shartnoma imzolagan.",
    "uz-Cyrl": "{} Улан, 1991 йилда туғилган, Баткен. 2024 йил майда шартнома имзолаган.",
    "tg": "{} Улан, соли таваллуд 1991, Исфара. Моҳи майи соли 2024 шартнома имзо кард.",
    "ky": "{} Улан, 1991-жылы туулган, Баткен. 2024-жылы майда келишимге кол койгон.",
    "kk": "{} Ұлан, 1991 жылы туған, Ақтау. 2024 жылы мамырда келісімшартқа қол қойған.",
}
LEAKED = {
    "ru": "Источник: утёкшая таблица ростовского морга. Если источник другой, это сказано в записи.",
    "en": "Source: a leaked spreadsheet of the Rostov morgue. Where another source was used, we say so.",
    "uk": "Джерело: злита таблиця ростовського моргу. Якщо джерело інше, це сказано в записі.",
    "uz-Latn": "Manba: Rostov o‘likxonasining oqib chiqqan jadvali. Manba boshqa bo‘lsa, aytiladi.",
    "uz-Cyrl": "Манба: Ростов ўликхонасининг оқиб чиққан жадвали. Манба бошқа бўлса, айтилади.",
    "tg": "Манбаъ: ҷадвали фошшудаи мурдахонаи Ростов. Агар манбаъ дигар бошад, гуфта мешавад.",
    "ky": "Булагы: Ростов моргунун агып чыккан тизмеси. Булагы башка болсо, жазылат.",
    "kk": "Дереккөз: Ростов мәйітханасының ағып шыққан кестесі. Дереккөзі басқа болса, жазылады.",
}
BRACKETS = {
    "ru": ("Если в скобках не указано иное, сведения взяты из писем родных.", "свидетельство о смерти"),
    "en": ("Unless brackets say otherwise, the entries come from letters of relatives.", "death certificate"),
    "uk": ("Якщо в дужках не вказано інше, відомості взято з листів рідних.", "свідоцтво про смерть"),
    "uz-Latn": (
        "Qavsda boshqasi aytilmagan bo‘lsa, ma’lumotlar qarindoshlarining xatlaridan olingan.",
        "o‘lim guvohnomasi",
    ),
    "uz-Cyrl": (
        "Қавсда бошқаси айтилмаган бўлса, маълумотлар қариндошларининг хатларидан олинган.",
        "ўлим гувоҳномаси",
    ),
    "tg": (
        "Агар дар қавс чизи дигар наомада бошад, маълумот аз номаҳои хешу табор аст.",
        "шаҳодатномаи марг",
    ),
    "ky": ("Кашаада башкасы айтылбаса, маалыматтар туугандарынын каттарынан алынды.", "өлүм күбөлүгү"),
    "kk": ("Жақшада басқасы айтылмаса, мәліметтер туыстарының хаттарынан алынды.", "өлім туралы куәлік"),
}


def _contracts(text: str, lang: str) -> list[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return [
        c.evidence.value for c in sorted(claims, key=lambda c: c.start) if c.property == "contract_signed"
    ]


@pytest.mark.parametrize("lang", ENTRIES)
def test_a_leaked_table_over_a_list_is_the_paper_of_its_entries(lang: str) -> None:
    entry = ENTRIES[lang]
    text = (
        f"Канал «Домой», 3\n\n{LEAKED[lang]}\n\n1. {entry.format('Норов')}\n\n2. {entry.format('Каримов')}\n"
    )
    assert _contracts(text, lang) == ["document", "document"]


@pytest.mark.parametrize("lang", ENTRIES)
def test_what_no_bracket_says_is_from_letters_of_relatives(lang: str) -> None:
    line, paper = BRACKETS[lang]
    first, second = (ENTRIES[lang].format(name) for name in ("Норов", "Каримов"))
    text = f"Канал «Домой», 3\n\n{line}\n\n• {first}\n• {second.removesuffix('.')} ({paper}).\n"
    assert _contracts(text, lang) == ["direct", "document"]
