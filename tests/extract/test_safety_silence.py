"""An office that knows nothing of a death has not reported one."""

import pytest

import tizme

SILENT = [
    (
        "ru",
        "В Министерстве иностранных дел сообщили, что информации о гибели Мирбека Турганбаева у ведомства нет.",
    ),
    ("ru", "Минобороны не подтвердило гибель Нурлана Абдраимова."),
    ("en", "The ministry said it had no information about the death of Nurlan Abdraimov."),
    ("ky", "Министрлик Нурлан Абдраимовдун өлүмү тууралуу маалымат жок экенин билдирди."),
]


@pytest.mark.safety
@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_safety_an_office_without_information_reports_no_death(lang: str, text: str):
    found = tizme.extract(text, lang=lang, published="2023-05-05").claims
    assert not [
        c for c in found if c.property in {"died", "death_reported"} and c.polarity.value == "affirmed"
    ]
    assert [c for c in found if c.property == "official_no_info"]


@pytest.mark.safety
def test_safety_a_dead_man_does_not_tell_of_his_own_death_certificate():
    text = "В офисе компании матери выдали свидетельство о смерти: в нём указано, что Мирбек Турганбаев умер 14 ноября 2022 года."
    died = [c for c in tizme.extract(text, lang="ru", published="2023-05-05").claims if c.property == "died"]
    assert [c.evidence.value for c in died] == ["document"]
    assert not [c for c in died if "Турганбаев" in " ".join(c.speakers)]


def test_a_death_beside_a_silence_of_another_clause_stands():
    text = "Нурлан Абдраимов погиб 5 мая 2023 года, но министерство не ответило на запрос."
    found = tizme.extract(text, lang="ru", published="2023-06-05").claims
    assert [c for c in found if c.property == "died" and c.polarity.value == "affirmed"]
