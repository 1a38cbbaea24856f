"""Penal colonies and military units are found whoever is spoken of, and a year or a day is no number of theirs."""

import pytest

from tizme.extract.organisations import organisations


@pytest.mark.parametrize(
    ("lang", "text", "name", "kind"),
    [
        ("ru", "он отбывал срок в ИК-17 Красноярска", "ИК-17 Красноярска", "prison"),
        ("ru", "служил в в/ч 91704", "в/ч 91704", "military_unit"),
        ("ru", "военная часть 12345", "военная часть 12345", "military_unit"),
        ("ru", "попал в 115-й мотострелковый полк", "115-й мотострелковый полк", "military_unit"),
        ("ru", "вагнеровец погиб под Бахмутом", "Вагнер", "military_unit"),
        ("en", "he was held in Penal Colony No. 6 in Kopeysk", "Penal Colony No. 6", "prison"),
        ("en", "served in the 1st Motor Rifle Regiment", "1st Motor Rifle Regiment", "military_unit"),
        ("uk", "виправна колонія № 63", "виправна колонія № 63", "prison"),
        ("uk", "служив у 72-й бригаді", "72-й бригаді", "military_unit"),
        ("ky", "Мордовияда жайгашкан 7-колония", "7-колония", "prison"),
        ("uz-Cyrl", "2-сонли жазони ижро этиш колонияси", "2-сонли жазони ижро этиш колонияси", "prison"),
        (
            "uz-Latn",
            "2-sonli jazoni ijro etish koloniyasida",
            "2-sonli jazoni ijro etish koloniyasida",
            "prison",
        ),
        ("tg", "колонияи ислоҳии №4", "колонияи ислоҳии №4", "prison"),
        ("kk", "35-бригадада қызмет етті", "35-бригадада", "military_unit"),
    ],
)
def test_a_colony_or_a_unit_is_found_with_its_number(lang, text, name, kind):
    found = organisations(text, lang=lang)
    assert [(one.name, one.kind) for one in found] == [(name, kind)]
    (one,) = found
    assert " ".join(text[one.start : one.stop].split()) == name or name == "Вагнер"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "попал в колонию"),
        ("ru", "в полку служили 40 человек"),
        ("ru", "12 мая 2023 года полк ушёл на фронт"),
        ("en", "the regiment left on 5 May 2023"),
        ("ky", "12-майда полк кетти"),
        ("ru", "Азамат Турдубаев, 34 года"),
    ],
)
def test_a_word_without_a_number_or_with_a_date_names_nothing(lang, text):
    assert organisations(text, lang=lang) == ()
