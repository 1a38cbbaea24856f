"""Posts that seek several men are nobody's own; who counts those told of; what is said to him who tells of himself.

Every person here is invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def classes(text: str, prop: str, lang: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-01")
    return {c.evidence.value for c in found.claims if c.property == prop}


NOTICES = (
    "ИЩУ СВОЕГО\n\n{0}Нурлан Асанов, 1999 г. р., Талас. Разнорабочий, жил в Люберцах. Жена Айпери пишет: «Муж "
    "звонил 21 августа, сказал, что телефоны забирают. С тех пор тишина». Просим отозваться тех, кто лежал с ним в "
    "июне в донецком госпитале и помнит его соседей по палате, врачей и сестёр.\n\n"
    "{0}Шухрат Норов, 44 года, Андижан. Сидел с 2021 года за драку. Брат узнал от сокамерника, что Шухрат в мае "
    "подписал бумаги и уехал на войну с партией в тридцать человек. На горячей линии ответили, что такого нет.\n"
)


@pytest.mark.parametrize("mark", ["🔴 ", ""])
def test_a_post_that_seeks_several_men_is_no_relatives_own(mark: str) -> None:
    assert classes(NOTICES.format(mark), "birth_date", "ru") == {"press"}
    assert classes(NOTICES.format(mark), "age", "ru") == {"press"}


def test_a_post_that_seeks_one_brother_is_its_writers() -> None:
    text = "ПОМОГИТЕ НАЙТИ\n\nМой брат Нурлан Асанов, 1999 г. р., Талас. Жил в Люберцах."
    assert classes(text, "residence", "ru") == {"direct"}


COUNTED = {
    "ru": "С ним уезжали двое знакомых, установило следствие. Один, Руслан Ибраев, погиб 9 июня 2023 года.",
    "uk": "У полоні двоє киргизстанців, повідомили в МЗС. Другий, Марат Ісаков із Оша, поранений.",
    "en": "Two Kyrgyz citizens are held in Ukraine, the Foreign Ministry said. The second, Marat Isakov, is wounded.",
    "ky": "Тышкы иштер министрлиги үч кыргызстандык колго түшкөнүн билдирди. Экинчиси, Марат Исаков, жаракат алган.",
}


@pytest.mark.parametrize("lang", COUNTED)
def test_an_office_that_told_of_several_goes_through_them(lang: str) -> None:
    assert classes(COUNTED[lang], "name", lang) <= {"official", "press"}
    assert classes(COUNTED[lang], "died" if lang == "ru" else "wounded", lang) == {"official"}


THREATENED = {
    "ru": "Я приехал на заработки. Меня задержали. Следователь сказал: или подпись, или депортация. Я подписал.",
    "en": "I came to work. I was detained. The investigator said: sign or be deported. I signed a contract.",
}


@pytest.mark.parametrize("lang", THREATENED)
def test_what_an_officer_threatened_him_with_is_his_who_tells_of_himself(lang: str) -> None:
    assert classes(THREATENED[lang], "coercion", lang) == {"direct"}


CALLED = {
    "uk": "«Двадцять четвертого подзвонили з частини: ваш син зник безвісти», — розповіла Гулнора, мати Рустама.",
    "tg": "«Моҳи январ писарам Анвар занг зад, гиря кард: дар наздикии Бахмут захмӣ шудам», — мегӯяд падараш.",
    "en": '"In January my son Anvar called us, crying: I am wounded near Bakhmut," says his father.',
}


@pytest.mark.parametrize("lang", CALLED)
def test_what_a_relative_was_rung_with_behind_a_colon_is_heard(lang: str) -> None:
    told = classes(CALLED[lang], "missing" if lang == "uk" else "wounded", lang)
    assert told == {"hearsay"}
