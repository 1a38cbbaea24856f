"""What a list's first line, its last line or a bracket say of whose word its entries are. Everybody is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

SCAN = {
    "ru": "Скан листа из приказа войсковой части 29760\n8. Ряд. МАТКАРИМОВ Ж., 1998 г. р., Ургенч. Погиб в р-не Терны.\n"
    "9. Ефр. РУЗМЕТОВ А., 1985 г. р., Хива. Ранен, эвакуирован.",
    "uk": "Скан аркуша з наказу військової частини 29760\n8. Ряд. МАТКАРІМОВ Ж., 1998 р. н., Ургенч. Загинув у районі "
    "Терни.\n9. Єфр. РУЗМЕТОВ А., 1985 р. н., Хіва. Поранений, евакуйований.",
    "uz-Latn": "29760-harbiy qism buyrug‘idan bir varaqning skani\n8. Oddiy ask. MATKARIMOV J., 1998-y. t., Urganch. "
    "Terni hududida halok bo‘lgan.\n9. Yefr. RO‘ZMETOV A., 1985-y. t., Xiva. Yaralangan.",
}
KEY = {
    "ru": "Реестр волонтёров\n41. Доскенов Тимур, 1995, Костанай — взят в плен под Бахмутом (р)\n42. Жаксыбеков Арман, "
    "1983, Рудный — погиб в Белгородской области (д)\nд — документ, р — родные",
    "uk": "Реєстр волонтерів\n41. Доскенов Тимур, 1995, Костанай — узятий у полон під Бахмутом (р)\n42. Жаксибеков "
    "Арман, 1983, Рудний — загинув у Бєлгородській області (д)\nд — документ, р — рідні",
    "ky": "Ыктыярчылардын реестри\n41. Доскенов Тимур, 1995, Костанай — туткунга алынган (т)\n42. Жаксыбеков Арман, "
    "1983, Рудный — Белгород облусунда каза болгон (д)\nд — документ, т — туугандары",
    "tg": "Феҳристи ихтиёриён\n41. Доскенов Тимур, 1995, Костанай — асир гирифта шуд (х)\n42. Ҷаксибеков Арман, 1983, "
    "Рудний — дар вилояти Белгород ҳалок шуд (ҳ)\nҳ — ҳуҷҷат, х — хешовандон",
    "uz-Latn": "Ko‘ngillilar reyestri\n41. Doskenov Temur, 1995, Qo‘stanay — asirga olingan (q)\n42. Jaqsibekov Arman, "
    "1983, Rudniy — Belgorod viloyatida halok bo‘lgan (h)\nh — hujjat, q — qarindoshlar",
}
RANG = {
    "en": "Our men\n• Dilshod Safarov, 27, Bokhtar — captured near Vovchansk.\n• Umed Rahimov, 33, Vakhsh — wounded in "
    "the shoulder near Pokrovsk (he rang us himself).",
    "ru": "Наши\n• Дилшод Сафаров, 27 лет, Бохтар — взят в плен под Волчанском.\n• Умед Рахимов, 33 года, Вахш — ранен "
    "в плечо под Покровском (позвонил нам сам).",
    "uz-Latn": "Yigitlarimiz\n• Dilshod Safarov, 27 yosh, Boxtar — asirga olingan.\n• Umed Rahimov, 33 yosh, Vaxsh — "
    "Pokrovsk yaqinida yelkasidan yaralangan (bizga o‘zi qo‘ng‘iroq qildi).",
}


def _classes(lang: str, text: str, prop: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-20")
    return {c.evidence.value for c in found.claims if c.property == prop}


@pytest.mark.parametrize("lang", SCAN)
def test_a_scanned_order_speaks_for_its_lines(lang: str) -> None:
    assert _classes(lang, SCAN[lang], "died") == {"document"}


@pytest.mark.parametrize("lang", KEY)
def test_the_last_line_says_what_the_letters_stand_for(lang: str) -> None:
    assert _classes(lang, KEY[lang], "died") == {"document"}


@pytest.mark.parametrize("lang", RANG)
def test_who_rang_himself_tells_of_himself(lang: str) -> None:
    assert _classes(lang, RANG[lang], "wounded") == {"direct"}
