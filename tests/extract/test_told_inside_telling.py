"""What a teller was told, by whom and how: talk inside talk, a letter in print, a man asked. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(text: str, lang: str, prop: str) -> set[str]:
    claims = extract_text(text + "\n", lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "tg",
            "Ба гуфтаи падар, писараш Беҳрӯз моҳи июл занг зада, гуфтааст, ки ба қарордод имзо кардааст.",
        ),
        ("tg", "Ба гуфтаи модараш Зулфия, Беҳрӯз ба ӯ гуфтааст, ки ба қарордод имзо кардааст."),
        (
            "tg",
            (
                "Модараш Зулфия нақл мекунад: «Писарам Баҳодур Раҷабов дар Казон кор мекард. Моҳи апрел занг зад "
                "ва гуфт, ки ба қарордод имзо кардааст»."
            ),
        ),
        (
            "uz",
            "Onasining aytishicha, o‘g‘li Bahodir Karimov martda telefon qilib, shartnoma tuzganini aytgan.",
        ),
        (
            "uz",
            (
                "Bahodir Karimov 2023-yilda Moskvaga ketgan. “Akamni yotoqxonadan olib ketishdi. Aprelda "
                "qo‘ng‘iroq qilib, shartnoma tuzdim, Belgoroddaman dedi”, — deydi ukasi Sardor Karimov."
            ),
        ),
        (
            "uz",
            (
                "Баҳодир Каримов 2023 йилда Москвага кетган. «Апрелда қўнғироқ қилиб, шартнома туздим деди», — "
                "дейди укаси Сардор Каримов."
            ),
        ),
        (
            "ky",
            (
                "Бакыт Асанов 2023-жылы Москвага кеткен. «Апрелде чалып, келишимге кол койдум деди», — дейт "
                "иниси Талант Асанов."
            ),
        ),
    ],
)
def test_what_he_told_a_relative_she_only_heard(lang: str, text: str) -> None:
    assert _classes(text, lang, "contract_signed") == {"hearsay"}


LETTER = (
    "Ба мо номаи Мавҷуда Қодирова, сокини шаҳри Исфара, расид. Онро бо каме ихтисор нашр мекунем.\n\n"
    "«Шавҳарам Қодиров Илҳом Тоирович аз соли 2019 дар шаҳри Тюмен зиндагӣ мекунад.\n\n"
    "Моҳи марти имсол ӯро аз хобгоҳ бурданд. Пас аз ду рӯз бо WhatsApp овоз фиристод: “Маро фиреб доданд, ман "
    "ҳам имзо кардам”. Рӯзи 30-юми июл аз қисми ҳарбӣ қоғаз омад. Дар он навиштаанд, ки Қодиров И. Т. аз 12-уми "
    "май бедарак шудааст. Вазорати корҳои хориҷии Тоҷикистон гуфт, ки чунин маълумот надорад. Дигар илоҷ "
    "намеёбам»."
)


@pytest.mark.parametrize(
    ("prop", "evidence"),
    [
        ("detained", "direct"),
        ("contract_signed", "hearsay"),
        ("missing", "document"),
        ("official_no_info", "official"),
    ],
)
def test_a_letter_printed_in_quotation_marks_is_its_writers(prop: str, evidence: str) -> None:
    assert _classes(LETTER, "tg", prop) == {evidence}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz", "— Guruhingizda necha kishi edi?\n— Men Umid bilan birga edim. Iyulda Umid yonimda o‘ldi."),
        ("en", "Q: Who was with you?\nA: I was with Umid, a boy from Andijan. In July Umid died beside me."),
        (
            "ru",
            "— Кто был с вами?\n— Со мной был Умид из Андижана. В июле Умид погиб рядом со мной.",
        ),
    ],
)
def test_who_stood_beside_him_saw_him_die(lang: str, text: str) -> None:
    assert _classes(text, lang, "died") == {"direct"}
