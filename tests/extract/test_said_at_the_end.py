"""Who an entry of a list names last, in a clause or a sentence of its own; every person is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENTRIES = {
    "en": "1. Bakyt Orozov, 33, Talas. Wounded near Toretsk. {}\n",
    "ru": "1. Орозов Бакыт, 33 года, Талас. Ранен под Торецком. {}\n",
    "uk": "1. Орозов Бакит, 33 роки. Поранений під Торецьком. {}\n",
    "ky": "1. Орозов Бакыт, 33 жашта, Талас. Торецкте жарадар болгон. {}\n",
    "kk": "1. Оразов Бақыт, 33 жаста, Тараз. Торецкте жараланған. {}\n",
    "tg": "1. Орифов Бахтиёр, 33-сола. Дар Торетск захмӣ шуд. {}\n",
    "uz-Latn": "1. Orozov Baxtiyor, 33 yosh. Toretskda yaralangan. {}\n",
}
ANOTHER = {
    "en": "2. Umed Kholov, 27, Kulob.\n",
    "ru": "2. Холов Умед, 27 лет, Куляб.\n",
    "uk": "2. Холов Умед, 27 років.\n",
    "ky": "2. Холов Умед, 27 жашта.\n",
    "kk": "2. Холов Умед, 27 жаста.\n",
    "tg": "2. Холов Умед, 27-сола.\n",
    "uz-Latn": "2. Xolov Umid, 27 yosh.\n",
}
HEADS = {"en": "ROLL", "ru": "СПИСОК", "uk": "СПИСОК", "ky": "ТИЗМЕ", "kk": "ТІЗІМ", "tg": "ФЕҲРИСТ"}


def _wounded(lang: str, text: str) -> list[str]:
    text = f"{HEADS.get(lang, 'RO‘YXAT')}\n\n{text}{ANOTHER[lang]}"
    found = extract_text(text, lang=lang, published="2025-11-01")
    return [c.evidence.value for c in found.claims if c.property == "wounded"]


@pytest.mark.parametrize(
    ("lang", "last", "evidence"),
    [
        ("en", "Per his wife.", "direct"),
        ("en", "Reported by a comrade.", "hearsay"),
        ("en", "Informant: village head.", "official"),
        ("ru", "Сообщил глава сельсовета.", "official"),
        ("ru", "Подтвердила жена.", "direct"),
        ("uk", "Повідомив сільський голова.", "official"),
        ("ky", "Айыл башчысы билдирди.", "official"),
        ("kk", "Әйелі айтты.", "direct"),
        ("kk", "Ауыл әкімі хабарлады.", "official"),
        ("tg", "Раиси ҷамоат хабар дод.", "official"),
        ("tg", "Модараш гуфт.", "direct"),
        ("uz-Latn", "Onasi aytdi.", "direct"),
        ("uz-Latn", "Safdoshi tasdiqladi.", "hearsay"),
    ],
)
def test_a_last_sentence_that_only_says_who_told_it(lang: str, last: str, evidence: str) -> None:
    assert _wounded(lang, ENTRIES[lang].format(last)) == [evidence]


@pytest.mark.parametrize(
    ("lang", "last"),
    [
        ("en", "Wife informed."),
        ("en", "Wife told by phone."),
        ("ru", "Жена не подтвердила."),
        ("tg", "Ба модараш гуфтанд."),
    ],
)
def test_who_is_told_or_says_nothing_is_no_source(lang: str, last: str) -> None:
    assert _wounded(lang, ENTRIES[lang].format(last)) == ["press"]


@pytest.mark.parametrize(
    ("lang", "text", "evidence"),
    [
        ("en", "1. Bakyt Orozov, 33. Wounded near Toretsk - brother.\n", "direct"),
        ("ky", "1. Орозов Бакыт, 33 жашта. Торецкте жарадар болгон — агасы.\n", "direct"),
        ("uz-Latn", "1. Orozov Baxtiyor, 33 yosh. Toretskda yaralangan — akasi.\n", "direct"),
        ("en", "1. Bakyt Orozov, 33. Wounded near Toretsk (own interview to us).\n", "direct"),
        ("ru", "1. Орозов Бакыт, 33 года. Ранен под Торецком (интервью нам).\n", "direct"),
        ("en", "1. Bakyt Orozov, 33. Wounded near Toretsk, says one chat.\n", "hearsay"),
        ("en", "1. Bakyt Orozov, 33. Wounded near Toretsk, says a volunteer medic.\n", "hearsay"),
        ("ru", "1. Орозов Бакыт, 33 года. Ранен под Торецком, говорит волонтёр-медик.\n", "hearsay"),
        ("ky", "1. Орозов Бакыт, 33 жашта. Торецкте жарадар болгон, дейт ыктыярчы медик.\n", "hearsay"),
    ],
)
def test_a_source_behind_a_dash_a_comma_or_in_brackets(lang: str, text: str, evidence: str) -> None:
    assert _wounded(lang, text) == [evidence]


def test_somebody_new_who_closes_the_sentence_is_not_the_man() -> None:
    text = "Davron Saidov, 22, was wounded near Bakhmut, says a volunteer medic.\n"
    found = extract_text(text, lang="en", published="2025-11-01").claims
    assert {c.evidence.value for c in found if c.property == "wounded"} == {"hearsay"}
    wounded = {c.subject for c in found if c.property == "wounded"}
    assert not [c for c in found if c.property == "occupation" and c.subject in wounded]


def test_told_by_somebody_is_not_told_to_them() -> None:
    text = "ROLL\n\n1. Bakyt Orozov, 33. Missing near Toretsk (told by his sister).\n2. Umed Kholov, 27, Kulob.\n"
    found = extract_text(text, lang="en", published="2025-11-01").claims
    assert {c.evidence.value for c in found if c.property == "missing"} == {"direct"}
