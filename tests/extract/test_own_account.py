"""Whoever tells of themselves with no name beside: "by his own account". All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

OF_HIMSELF = {
    "uz-Latn": "Rustam Soliyev asirga tushdi. O‘zining aytishicha, u 2023-yilda Rossiyaga ketgan.",
    "ky": "Рустам Солиев туткунга түштү. Өз айтымында, ал 2023-жылы Россияга кеткен.",
    "kk": "Рустам Солиев тұтқынға түсті. Өз айтуынша, ол 2023 жылы Ресейге кеткен.",
    "tg": "Рустам Солиев асир афтод. Ба гуфтаи худаш, соли 2023 ба Русия рафта, дар он ҷо қарордод баст.",
    "ru": "Рустам Солиев попал в плен. По его собственным словам, в 2023 году он уехал в Россию.",
    "uk": "Рустам Солієв потрапив у полон. За власними словами, 2023 року він поїхав до Росії.",
    "en": "Rustam Soliev was captured. By his own account, he went to Russia in 2023.",
}


def _class_of(text: str, lang: str, prop: str) -> str:
    claims = extract_text(text, lang=lang, published="2024-04-10").claims
    return next(c.evidence.value for c in claims if c.property == prop)


@pytest.mark.parametrize(("lang", "text"), list(OF_HIMSELF.items()))
def test_whom_the_text_is_about_tells_of_himself(lang: str, text: str) -> None:
    assert _class_of(text, lang, "migrated") == "direct"


def test_a_father_with_whom_the_paragraph_began_tells_of_his_son() -> None:
    told = (
        "Падараш Сафар дар Панҷ зиндагӣ мекунад. "
        "Ба қавли худаш, писараш Рустам моҳи май дар Бахмут кушта шудааст."
    )
    assert _class_of(told, "tg", "died") == "hearsay"


def test_a_name_that_a_prisoner_gives_is_his_though_he_says_more_behind() -> None:
    told = "Асир худро Рустам Солиев, 24-сола, муаррифӣ мекунад ва мегӯяд, ки соли 2023 ба Русия рафт."
    assert _class_of(told, "tg", "name") == "direct"
    assert _class_of(told, "tg", "age") == "direct"
