"""What is read from Kyrgyz texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction

NAME = "Нурбек Абдыраимов"
NEWS = (
    "Ош облусунун Ноокат районунун тургуну, 27 жаштагы Нурбек Абдыраимов Украинадагы согушта каза тапты. "
    "Сөөгү 1-июнда Москвадан Ошко алынып келинди.\n"
    "Апасы Гүлнара Абдыраимова анын өлүмү тууралуу кабарды 20-майда уккан. "
    "Анын сөзүнө караганда, Нурбек 28-апрелде Бахмут шаарында аткылоодо өлгөн.\n"
)
COURT = (
    "Бишкек шаарынын Свердлов райондук соту 2024-жылдын 15-майында 31 жаштагы Эрмек Жолдошевди "
    "жалданмачылык боюнча күнөөлүү деп таап, он жылга эркинен ажыратты. "
    "Бутунан жаракат алып, 2023-жылдын мартында мекенине кайтып келген.\n"
)
LIVING = (
    "Нурбек Абдыраимов каза болбоптур, ал тирүү.",
    "Нурбек Абдыраимовдун өлгөнү тууралуу кабар жалган болуп чыкты.",
    "Нурбек Абдыраимовду өлдү деп ойлошкон, бирок ал үйүнө чалды.",
    "Нурбек Абдыраимовдун көз алдында досу каза болду.",
    "Нурбек Абдыраимов менен чогуу кеткен үч жигит каза тапкан.",
    "Нурбек Абдыраимовдун агасы Бакыт Осмонов Украинада каза болгон.",
    "Нурбек Абдыраимов өлүп кала жаздады.",
    "Нурбек Абдыраимовдун тирүү же өлүк экени белгисиз.",
    "Нурбек Абдыраимов дайынсыз жоголду. Андан кабар жок.",
    "Бирөөлөр Нурбек Абдыраимов өлдү дешет, бирөөлөр туткунда дешет.",
    "Нурбек Абдыраимовдун каза болгону расмий тастыктала элек.",
)


def _read(text: str) -> Extraction:
    return extract_text(text, lang="ky", published="2024-06-10")


def _said(text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = _read(text)
    ids = {s.id for s in found.subjects if s.label == name}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_death_the_telling_of_it_and_the_bodys_way_home_keep_their_own_days() -> None:
    said = _said(NEWS, NAME)
    assert ("died", "true", "affirmed") in said
    assert ("died.date", "2024-04-28", "affirmed") in said
    assert ("died.date", "2024-05-20", "affirmed") not in said
    assert ("death_reported.date", "2024-05-20", "affirmed") in said
    assert ("body_repatriated.date", "2024-06-01", "affirmed") in said
    assert ("body_repatriated.from", "Москва", "affirmed") in said


def test_a_mother_not_her_dead_son_is_the_one_who_tells() -> None:
    died = [c for c in _read(NEWS).claims if c.property == "died.date"]
    assert [c.speakers for c in died] == [("Гүлнара Абдыраимова",)]


def test_a_sentence_carries_court_term_charge_and_day() -> None:
    said = _said(COURT, "Эрмек Жолдошев")
    assert ("sentenced.term", "P10Y", "affirmed") in said
    assert ("sentenced.charge", "жалданмачылык", "affirmed") in said
    assert ("sentenced.date", "2024-05-15", "affirmed") in said
    assert ("wounded", "true", "affirmed") in said
    assert ("returned.date", "2023-03", "affirmed") in said


@pytest.mark.parametrize("text", LIVING)
def test_nobody_is_dead_by_denial_hearsay_or_another_mans_death(text: str) -> None:
    assert ("died", "true", "affirmed") not in _said(text, NAME)


def test_words_of_a_denial_deny() -> None:
    assert ("died", "false", "denied") in _said(LIVING[0], NAME)
    assert ("died", "false", "denied") in _said(LIVING[1], NAME)
    assert ("captured", "false", "denied") in _said("Нурбек Абдыраимов туткунга түшкөн эмес.", NAME)
    assert ("deployed", "false", "denied") in _said("Нурбек Абдыраимов согушка барбай койду.", NAME)
