"""What is read from Kazakh texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction

NAME = "Нұрлан Әбдірахманов"
NEWS = (
    "Түркістан облысы Сайрам ауданының тұрғыны, 27 жастағы Нұрлан Әбдірахманов Украинадағы соғыста қаза "
    "тапты. Денесі 1 маусымда Мәскеуден Шымкентке жеткізіліп, 2 маусымда туған ауылында жерленген.\n"
    "Анасы Гүлнара Әбдірахманова ұлының өлімі туралы хабарды 20 мамырда естіген. "
    "Оның сөзінше, Нұрлан 28 сәуірде Бахмут қаласында атқылау кезінде өлген.\n"
)
COURT = (
    "Алматы қаласының Медеу аудандық соты 2024 жылғы 15 мамырда 31 жастағы Ермек Жолдасовты "
    "жалдамалылық бабы бойынша кінәлі деп танып, жеті жылға бас бостандығынан айырды. "
    "Ұрыста аяғынан жараланып, 2023 жылғы наурызда еліне оралған.\n"
)
LIVING = (
    "Нұрлан Әбдірахманов қаза болмапты, ол тірі.",
    "Нұрлан Әбдірахмановтың өлгені туралы хабар жалған болып шықты.",
    "Нұрлан Әбдірахмановты өлді деп ойлаған, бірақ ол үйіне қоңырау шалды.",
    "Нұрлан Әбдірахмановтың көз алдында досы қаза болды.",
    "Нұрлан Әбдірахмановпен бірге кеткен үш жігіт қаза тапқан.",
    "Нұрлан Әбдірахмановтың ағасы Бақыт Осанов Украинада қаза болған.",
    "Нұрлан Әбдірахманов қаза болған қазақстандықтарды іздейді.",
    "Нұрлан Әбдірахмановтың тірі ме, өлі ме екені белгісіз.",
    "Нұрлан Әбдірахманов хабарсыз кетті.",
    "Біреулер Нұрлан Әбдірахманов өлді дейді, біреулер тұтқында дейді.",
    "Нұрлан Әбдірахмановтың қаза болғаны ресми түрде расталған жоқ.",
)


def _read(text: str) -> Extraction:
    return extract_text(text, lang="kk", published="2024-06-10")


def _said(text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = _read(text)
    ids = {s.id for s in found.subjects if s.label == name}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_death_the_telling_of_it_and_the_funeral_keep_their_own_days() -> None:
    said = _said(NEWS, NAME)
    assert ("died", "true", "affirmed") in said
    assert ("died.date", "2024-04-28", "affirmed") in said
    assert ("died.date", "2024-05-20", "affirmed") not in said
    assert ("death_reported.date", "2024-05-20", "affirmed") in said
    assert ("buried.date", "2024-06-02", "affirmed") in said
    assert ("birth_date", "2024-06-02", "affirmed") not in said


def test_a_mother_not_her_dead_son_is_the_one_who_tells() -> None:
    died = [c for c in _read(NEWS).claims if c.property == "died.date"]
    assert [c.speakers for c in died] == [("Гүлнара Әбдірахманова",)]


def test_a_sentence_carries_court_term_charge_and_day() -> None:
    said = _said(COURT, "Ермек Жолдасов")
    assert ("sentenced.term", "P7Y", "affirmed") in said
    assert ("sentenced.charge", "жалдамалылық", "affirmed") in said
    assert ("sentenced.date", "2024-05-15", "affirmed") in said
    assert ("wounded", "true", "affirmed") in said
    assert ("returned.date", "2023-03", "affirmed") in said


@pytest.mark.parametrize("text", LIVING)
def test_nobody_is_dead_by_denial_hearsay_or_another_mans_death(text: str) -> None:
    assert ("died", "true", "affirmed") not in _said(text, NAME)


def test_words_of_a_denial_deny() -> None:
    assert ("died", "false", "denied") in _said(LIVING[0], NAME)
    assert ("died", "false", "denied") in _said(LIVING[1], NAME)
    assert ("captured", "false", "denied") in _said("Нұрлан Әбдірахманов тұтқынға түскен жоқ.", NAME)
    assert ("deployed", "false", "denied") in _said("Нұрлан Әбдірахманов соғысқа қатыспаған.", NAME)
