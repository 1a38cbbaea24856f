"""The source that an entry of a list names for itself; every person is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ROLL = """ROLL OF THE DISTRICT. The source of each entry stands in square brackets.

1. SAPAROV Nurbek, born 14.05.1996, Osh. Killed 2 August 2024. Buried 29.08.2024. [death certificate]
2. ASANOV Bakyt, about 40, Uzgen. Missing since June 2025. [wife]
3. OROZOV Ilyas, b. 1988. Died at Bakhmut 11.01.2023. [head of the village council]
4. KASYMOV Emil, 30. Wounded at Kupiansk, home since 12.07.2025. [himself]
5. BEKOV Timur, 27. Captured near Kurakhove. [fellow soldier, in a chat]
"""
LABELLED = {
    "ru": "1. Асанов Бакыт, 1985, Узген. Пропал без вести 3 июня 2025 г. Источник: жена.\n",
    "uk": "1. Асанов Бакит, 1985, Узген. Зник безвісти 3 червня 2025 р. Джерело: дружина.\n",
    "ky": "1. Асанов Бакыт, 1985-ж. т., Өзгөн. 2025-жылдын 3-июнунан бери дайынсыз. Булагы: аялы.\n",
    "kk": "1. Асанов Бақыт, 1985 ж. т., Түркістан. 2025 жылғы 3 маусымда хабарсыз кетті. Дереккөз: әйелі.\n",
    "uz-Latn": "1. Asanov Bahodir, 1985-yil, Andijon. 2025-yil 3-iyundan beri bedarak. Manba: xotini.\n",
    "uz-Cyrl": "1. Асанов Баҳодир, 1985 йил, Андижон. 2025 йил 3 июндан бери бедарак. Манба: хотини.\n",
    "tg": "1. Асанов Баҳодур, соли 1985, Кӯлоб. Аз 3 июни соли 2025 бедарак. Манбаъ: ҳамсараш.\n",
}


def _classes(text: str, lang: str, prop: str) -> list[str]:
    found = extract_text(text, lang=lang, published="2025-11-01")
    return [c.evidence.value for c in sorted(found.claims, key=lambda c: c.start) if c.property == prop]


def test_whoever_stands_in_brackets_at_the_end_speaks_for_all_of_the_entry() -> None:
    assert _classes(ROLL, "en", "name") == ["document", "direct", "official", "direct", "hearsay"]
    assert _classes(ROLL, "en", "died") == ["document", "official"]
    assert _classes(ROLL, "en", "missing") == ["direct"]
    assert _classes(ROLL, "en", "wounded") == ["direct"]


@pytest.mark.parametrize("lang", LABELLED)
def test_a_labelled_source_speaks_for_all_of_the_entry(lang: str) -> None:
    text = LABELLED[lang]
    assert set(_classes(text + text.replace("1.", "2.", 1), lang, "missing")) == {"direct"}
    assert set(_classes(text + text.replace("1.", "2.", 1), lang, "name")) == {"direct"}


@pytest.mark.parametrize("number", ["({})", "[{}]", "{})", "№ {}", "#{}", "No. {}"])
def test_entries_are_numbered_in_many_ways(number: str) -> None:
    lines = ["Асанов Бакыт, 1985, Узген. Погиб 3 июня 2025 г.", "Орозов Ильяс, 1988, Ош. Погиб 5 мая 2025 г."]
    text = "".join(f"{number.format(n)} {line}\n" for n, line in enumerate(lines, 1))
    found = extract_text(text, lang="ru", published="2025-11-01")
    died = {c.subject for c in found.claims if c.property == "died"}
    named = {c.value: c.subject for c in found.claims if c.property == "name"}
    assert died == {named["Асанов Бакыт"], named["Орозов Ильяс"]}
    assert not [c for c in found.claims if c.property == "age"]


def test_who_tells_behind_a_dash_speaks_for_all_of_the_entry() -> None:
    text = "1. Асанов Бакыт, 40 лет. Погиб летом 2024 г. — сообщил водитель, вёзший тело.\n2. Орозов И., Ош. Погиб.\n"
    assert _classes(text, "ru", "died") == ["hearsay", "press"]
