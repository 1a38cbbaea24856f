"""Interviews with those who tell of others: lawyers, activists. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENGLISH = """A Lawyer On Tracing The Missing

Perizat Abdyldaeva, a solicitor in Tyumen, has spent two years on such cases. She spoke to us in March.

How many files do you have?
Thirty.

Tell us about one?
Take Daler Nazriev, a welder from Istaravshan. He was sentenced to six years for theft.

And after that?
In October a fellow inmate told me Daler was hit by a drone near Lyman in June.
"""
RUSSIAN = """Правозащитница о пропавших

Перизат Абдылдаева, правозащитница из Тюмени, два года занимается такими делами. Мы поговорили с ней в марте.

Сколько у вас дел?
Тридцать.

Расскажите про одно?
Далер Назриев, сварщик из Истаравшана. Его осудили на шесть лет за кражу.

А потом?
В октябре сокамерник сказал мне, что Далера ранили под Лиманом.
"""
UKRAINIAN = """Правозахисниця про зниклих

Перізат Абдилдаєва, правозахисниця з Тюмені, два роки веде такі справи. Ми поговорили з нею в березні.

Скільки у вас справ?
Тридцять.

Розкажіть про одну?
Далер Назрієв, зварник з Істаравшана. Його засудили на шість років за крадіжку.

А потім?
У жовтні співкамерник сказав мені, що Далера поранили під Лиманом.
"""
KYRGYZ = """Жактоочу жоголгондор тууралуу

Перизат Абдылдаева, Түмөндөгү жактоочу, эки жылдан бери ушундай иштер менен алектенет.

Сизде канча иш бар?
Отуз.

Бирөөсү тууралуу айтып бересизби?
Далер Назриев, Исфарадан келген ширетүүчү. Ал алты жылга соттолгон.

Андан кийин эмне болду?
Далер июнда Лимандын жанында жарадар болду.
"""


def _classes(text: str, lang: str, name: str) -> dict[str, str]:
    found = extract_text(text, lang=lang, published="2025-03-20")
    who = {s.id for s in found.subjects if name in s.name}
    return {c.property: c.evidence for c in found.claims if c.subject in who}


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        (ENGLISH, "en", "Nazriev"),
        (RUSSIAN, "ru", "Назриев"),
        (UKRAINIAN, "uk", "Назрієв"),
        (KYRGYZ, "ky", "Назриев"),
    ],
)
def test_a_lawyer_who_answers_heard_it_from_others(text: str, lang: str, name: str) -> None:
    assert _classes(text, lang, name)["wounded"] == "hearsay"


@pytest.mark.parametrize(
    ("text", "lang", "name"), [(ENGLISH, "en", "Abdyldaeva"), (RUSSIAN, "ru", "Абдылдаева")]
)
def test_nothing_befell_the_lawyer(text: str, lang: str, name: str) -> None:
    assert not set(_classes(text, lang, name)) & {"wounded", "prior_sentence.term", "missing"}


def test_a_prisoner_with_a_lawyer_beside_tells_of_himself() -> None:
    text = """Jasur T., an Uzbek prisoner of war, agreed to talk. A lawyer sat in.

Q: How old are you?
A: Twenty-nine.

Q: Were you wounded?
A: Yes. I was wounded near Lyman.
"""
    assert _classes(text, "en", "Jasur")["wounded"] == "direct"


def test_whoever_is_told_without_that_is_not_whom_it_befell() -> None:
    found = extract_text(
        "Ulan Toktorov, 24, left for Moscow. His sister Aida waits in Naryn. A cellmate told her Ulan was hit "
        "by a drone near Lyman.",
        lang="en",
        published="2025-03-20",
    )
    ulan = next(s.id for s in found.subjects if "Toktorov" in s.name)
    assert any(c.property == "wounded" and c.subject == ulan for c in found.claims)
