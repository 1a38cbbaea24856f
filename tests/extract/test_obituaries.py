"""An obituary is the word of whoever published it, and no paper of an office."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENTRY = "{n}. Асанов Улан, 1990, Ош. {source}.\n"
OF_THE_PRESS = {
    "ru": "Источник: некролог в районной газете",
    "en": "Source: obituary in the district newspaper",
    "uk": "Джерело: некролог у районній газеті",
    "uz-Latn": "Manba: tuman gazetasidagi nekrolog",
    "uz-Cyrl": "Манба: туман газетасидаги некролог",
    "tg": "Манбаъ: некролог дар рӯзномаи ноҳия",
    "ky": "Булагы: райондук гезиттеги некролог",
    "kk": "Дереккөз: аудандық газеттегі қазанама",
}
OF_AN_OFFICE = {
    "ru": "Источник: некролог горадминистрации",
    "en": "Source: obituary of the town administration",
    "uk": "Джерело: некролог міської ради",
    "tg": "Манбаъ: некрологи ҳукумати ноҳия",
    "kk": "Дереккөз: аудан әкімдігінің қазанамасы",
}


def _classes(lang: str, source: str) -> set[str]:
    text = "".join(ENTRY.format(n=n, source=source) for n in (1, 2))
    claims = extract_text(text, lang=lang, published="2025-03-20").claims
    return {c.evidence.value for c in claims if c.property in {"name", "birth_date", "origin"}}


@pytest.mark.parametrize("lang", OF_THE_PRESS)
def test_an_obituary_in_a_newspaper_is_the_press(lang: str) -> None:
    assert _classes(lang, OF_THE_PRESS[lang]) == {"press"}


@pytest.mark.parametrize("lang", OF_AN_OFFICE)
def test_an_obituary_of_an_office_is_the_offices(lang: str) -> None:
    assert _classes(lang, OF_AN_OFFICE[lang]) == {"official"}
