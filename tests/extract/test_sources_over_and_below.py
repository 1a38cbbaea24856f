"""What stands over or below cards and entries says whence they are: of all of them, or by number and letter."""

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
CARDS = {
    "ru": ("Карточка", "Имя: {} Улан\nСтатус: в плену с мая 2024 года"),
    "uk": ("Картка", "Ім’я: {} Улан\nСтан: у полоні з травня 2024 року"),
    "en": ("Card", "Name: {} Ulan\nStatus: captured in May 2024"),
}
BELOW = {
    "ru": "Откуда что. А: полиция Днепра. Б: слухи в чате.",
    "uk": "Звідки що. А: поліція Дніпра. Б: чутки в чаті.",
    "en": "How we know. A: Dnipro police. B: rumours in a chat.",
}
NOTES = {
    "ru": "№ 1, 2 — есть документы. № 3: слухи.",
    "en": "1, 2: papers seen. 3: rumours.",
    "uk": "№ 1, 2 — є документи. № 3: чутки.",
    "uz-Latn": "№ 1, 2 — hujjatlari bor. № 3: mish-mish.",
    "uz-Cyrl": "№ 1, 2 — ҳужжатлари бор. № 3: миш-миш.",
    "tg": "№ 1, 2 — ҳуҷҷат ҳаст. № 3: овоза.",
    "ky": "№ 1, 2 — кагазы бар. № 3: ушак.",
    "kk": "№ 1, 2 — құжаты бар. № 3: қауесет.",
}


def _classes(text: str, lang: str, prop: str) -> list[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return [c.evidence.value for c in sorted(claims, key=lambda c: c.start) if c.property == prop]


@pytest.mark.parametrize("lang", CARDS)
def test_the_letter_of_a_card_stands_below_with_its_source(lang: str) -> None:
    head, card = CARDS[lang]
    one, two = ("A", "B") if lang == "en" else ("А", "Б")
    first, second = (
        f"{head} {sign}\n{card.format(name)}" for sign, name in ((one, "Норов"), (two, "Каримов"))
    )
    text = f"О двоих\n\n{first}\n\n{second}\n\n{BELOW[lang]}\n"
    assert _classes(text, lang, "captured") == ["official", "hearsay"]


@pytest.mark.parametrize("lang", ENTRIES)
def test_numbers_of_entries_stand_before_their_source(lang: str) -> None:
    names = ("Норов", "Каримов", "Бердиев", "Шарипов")
    listed = "\n".join(f"{n}. {ENTRIES[lang].format(name)}" for n, name in enumerate(names, 1))
    text = f"4\n\n{listed}\n\n{NOTES[lang]}\n"
    assert _classes(text, lang, "contract_signed") == ["document", "document", "hearsay", "press"]


@pytest.mark.parametrize(
    "note", ["№ 1, 2 — документов нет.", "№ 1, 2 — уточняется.", "№ 1, 9 — есть документы."]
)
def test_what_a_note_denies_or_has_no_entry_for_changes_nothing(note: str) -> None:
    listed = "\n".join(f"{n}. {ENTRIES['ru'].format(name)}" for n, name in ((1, "Норов"), (2, "Каримов")))
    assert _classes(f"4\n\n{listed}\n\n{note}\n", "ru", "contract_signed") == ["press", "press"]


@pytest.mark.parametrize("lang", ENTRIES)
def test_a_leaked_table_over_a_list_is_the_paper_of_its_entries(lang: str) -> None:
    entry = ENTRIES[lang]
    text = (
        f"Канал «Домой», 3\n\n{LEAKED[lang]}\n\n1. {entry.format('Норов')}\n\n2. {entry.format('Каримов')}\n"
    )
    assert _classes(text, lang, "contract_signed") == ["document", "document"]


@pytest.mark.parametrize("lang", ENTRIES)
def test_what_no_bracket_says_is_from_letters_of_relatives(lang: str) -> None:
    line, paper = BRACKETS[lang]
    first, second = (ENTRIES[lang].format(name) for name in ("Норов", "Каримов"))
    text = f"Канал «Домой», 3\n\n{line}\n\n• {first}\n• {second.removesuffix('.')} ({paper}).\n"
    assert _classes(text, lang, "contract_signed") == ["direct", "document"]
