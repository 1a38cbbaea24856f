from __future__ import annotations

from tizme.extract import extract_document
from tizme.model import Document
from tizme.readers import read_bytes

TEXT = """Эркин Асанов погиб 3 мая 2023 года под Бахмутом.

Пропали без вести:
- Сыдыков Айбек Нурланович, 1995 г.р., Нарын
- Токтосунов Эрмек, 1999 г.р., погиб 12.03.2023

Родственники погибших:
1. Алымкулова Гульнара, 1970 г.р.
2. Иманова Айнура, 1972 г.р.

В плену:
1) Кадыров Шухрат, 2000 г.р.
2) Бекназаров Тилек, 23 года
"""


def fates(text: str) -> dict[str, set[tuple[str, str]]]:
    document = read_bytes(text.encode(), name="a.txt")
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="2024-03-01")
    assert all(document.text[c.start : c.stop] == c.quote for c in found.claims)
    names = {one.id: one.name for one in found.subjects}
    told: dict[str, set[tuple[str, str]]] = {name: set() for name in names.values()}
    for claim in found.claims:
        if claim.property in {"died", "missing", "captured"}:
            told[names[claim.subject]].add((claim.property, claim.quote))
    return told


def test_a_line_over_a_list_says_it_of_everyone_in_the_list_and_of_nobody_else():
    told = fates(TEXT)
    assert told["Эркин Асанов"] == {("died", "погиб")}
    assert told["Сыдыков Айбек Нурланович"] == {("missing", "Пропали без вести:")}
    assert told["Кадыров Шухрат"] == {("captured", "В плену:")}
    assert told["Бекназаров Тилек"] == {("captured", "В плену:")}


def test_an_entry_that_says_itself_what_became_of_its_person_is_left_alone():
    assert {prop for prop, _ in fates(TEXT)["Токтосунов Эрмек"]} == {"died"}


def test_safety_relatives_of_the_dead_are_not_dead():
    told = fates(TEXT)
    assert not any(told.get(name) for name in ("Алымкулова Гульнара", "Иманова Айнура"))
