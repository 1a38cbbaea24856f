"""What the entries of a list rest on: a source named at their end, a sign that a legend explains."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENTRIES = {
    "ru": "{}. {} Улан Бекович, 1991 г. р., Баткен. Подписал контракт в мае 2024 г. ",
    "en": "{}. {} Ulan, born 1991, Batken. Signed a contract in May 2024. ",
    "uk": "{}. {} Улан Бекович, 1991 р. н., Баткен. Підписав контракт у травні 2024 року. ",
    "uz-Latn": "{}. {} Ulan Bekovich, 1991-yilda tug‘ilgan, Batken. 2024-yil mayda shartnoma imzolagan. ",
    "uz-Cyrl": "{}. {} Улан Бекович, 1991 йилда туғилган, Баткен. 2024 йил майда шартнома имзолаган. ",
    "tg": "{}. {} Улан Бекович, соли таваллуд 1991, Исфара. Моҳи майи соли 2024 шартнома имзо кард. ",
    "ky": "{}. {} Улан Бекович, 1991-жылы туулган, Баткен. 2024-жылы майда келишимге кол койгон. ",
    "kk": "{}. {} Ұлан Бекұлы, 1991 жылы туған, Ақтау. 2024 жылы мамырда келісімшартқа қол қойған. ",
}
# The wife, he himself, a verdict, a village head, a chat, a certificate.
SOURCES = {
    "ru": "жена Мунира|он сам, по телефону|приговор суда|глава села|чат сослуживцев|свидетельство о смерти",
    "en": "his wife Munira|himself, by phone|court verdict|village head|comrades' chat|death certificate",
    "uk": "дружина|він сам, телефоном|вирок суду|голова села|чат побратимів|свідоцтво про смерть",
    "uz-Latn": "xotini|o‘zi, telefonda|sud hukmi|mahalla raisi|safdoshlari chati|o‘lim guvohnomasi",
    "uz-Cyrl": "хотини|ўзи, телефонда|суд ҳукми|маҳалла раиси|сафдошлари чати|ўлим гувоҳномаси",
    "tg": "занаш|худаш, бо телефон|ҳукми суд|раиси маҳалла|чати ҳамхизматон|шаҳодатномаи марг",
    "ky": "аялы|өзү, телефон аркылуу|соттун өкүмү|айыл башчысы|жоокерлердин чаты|өлүм күбөлүгү",
    "kk": "әйелі|өзі, телефон арқылы|сот үкімі|ауыл әкімі|жауынгерлер чаты|өлім туралы куәлік",
}
LABELS = {
    "ru": "Источник", "en": "Source", "uk": "Джерело", "uz-Latn": "Manba", "uz-Cyrl": "Манба",
    "tg": "Манбаъ", "ky": "Булагы", "kk": "Дереккөз",
}  # fmt: skip
CLASSES = ("direct", "direct", "official", "official", "hearsay", "document")
LEGENDS = {
    "ru": "[д] — есть документ; [р] — со слов родных; [ч] — из чата, не подтверждено",
    "en": "[d] = document seen; [r] = told by relatives; [c] = chat, unconfirmed",
    "uk": "[д] — є документ; [р] — зі слів рідних; [ч] — з чату, не підтверджено",
    "uz-Latn": "[h] — hujjat bor; [q] — qarindoshlari aytgan; [c] — chatdan, tasdiqlanmagan",
    "uz-Cyrl": "[ҳ] — ҳужжат бор; [қ] — қариндошлари айтган; [ч] — чатдан, тасдиқланмаган",
    "tg": "[ҳ] — ҳуҷҷат ҳаст; [х] — аз гуфти хешовандон; [ч] — аз чат, тасдиқ нашудааст",
    "ky": "[д] — документ бар; [т] — туугандарынын сөзү; [ч] — чаттан, тастыктала элек",
    "kk": "[қ] — құжат бар; [т] — туыстарының сөзі; [ч] — чаттан, расталмаған",
}


def _classes(text: str, lang: str, start: int, stop: int) -> set[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    told = {"name", "birth_date", "origin", "contract_signed"}
    return {c.evidence.value for c in claims if c.property in told and start <= c.start < stop}


@pytest.mark.parametrize("lang", ENTRIES)
def test_a_source_named_under_an_entry_speaks_for_all_of_it(lang: str) -> None:
    for source, expected in zip(SOURCES[lang].split("|"), CLASSES, strict=True):
        first = ENTRIES[lang].format(1, "Норов")
        text = f"{first}{LABELS[lang]}: {source}.\n{ENTRIES[lang].format(2, 'Каримов')}\n"
        assert _classes(text, lang, 0, len(first)) == {expected}, source
        assert _classes(text, lang, text.index("\n"), len(text)) == {"press"}, source


@pytest.mark.parametrize("sign", ["[{}]", "/ {}"])
@pytest.mark.parametrize("lang", ENTRIES)
def test_a_sign_stands_for_what_the_legend_says(lang: str, sign: str) -> None:
    legend = LEGENDS[lang]
    signs = [part.strip()[1] for part in legend.split(";")]
    for letter, expected in zip(signs, ("document", "direct", "hearsay"), strict=True):
        first = f"{ENTRIES[lang].format(1, 'Норов')}{sign.format(letter)}"
        head = f"{legend}\n\n{first}"
        text = f"{head}\n{ENTRIES[lang].format(2, 'Каримов')}\n"
        assert _classes(text, lang, len(legend), len(head)) == {expected}, letter
        assert _classes(text, lang, len(head), len(text)) == {"press"}, letter


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz-Latn", "«Asirda» deb yozgan edik: 2025-yil 15-avgustda uyiga qaytgan. Manba: akasi."),
        ("uz-Cyrl", "«Асирда» деб ёзган эдик: 2025 йил 15 августда уйига қайтган. Манба: акаси."),
    ],
)
def test_what_the_list_wrote_before_is_its_own_word(lang: str, text: str) -> None:
    one = "1. Норов Эркин, 1990." if lang == "uz-Cyrl" else "1. Norov Erkin, 1990."
    two = "2. Бердиев Камол, 1993." if lang == "uz-Cyrl" else "2. Berdiyev Kamol, 1993."
    claims = extract_text(f"{one}\n{two} {text}\n", lang=lang, published="2025-10-01").claims
    found = {c.property: c.evidence.value for c in claims if c.property in {"captured", "returned"}}
    assert found == {"captured": "press", "returned": "direct"}
