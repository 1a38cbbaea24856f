"""What stands over a list is said of all who stand in it. Every person here is invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction

LIST = (
    "О возвращении из плена\n\n"
    "2 марта обменены {count} уроженцев Оша.\n\n"
    "1. Садыков Нурлан Асанович, 1991 г. р., рядовой.\n"
    "2. Исаев Азамат, 1993 г. р. Ранен в руку.\n"
)


def _of(found: Extraction, prop: str) -> set[str]:
    names = {s.id: s.name for s in found.subjects}
    return {names[c.subject] for c in found.claims if c.property == prop} - {""}


def test_a_fate_told_of_as_many_as_the_list_holds_is_each_entrys() -> None:
    found = extract_text(LIST.format(count="двое"), lang="ru", published="2025-03-10")
    assert _of(found, "exchanged") == {"Садыков Нурлан Асанович", "Исаев Азамат"}


def test_a_fate_told_of_another_number_is_nobodys_in_the_list() -> None:
    found = extract_text(LIST.format(count="пятеро"), lang="ru", published="2025-03-10")
    assert _of(found, "exchanged") == set()


def test_a_death_told_over_a_list_kills_nobody_in_it() -> None:
    text = LIST.format(count="двое").replace("обменены", "погибли")
    assert _of(extract_text(text, lang="ru", published="2025-03-10"), "died") == set()


def test_a_rank_between_marks_is_the_entrys() -> None:
    found = extract_text(LIST.format(count="двое"), lang="ru", published="2025-03-10")
    assert _of(found, "rank") == {"Садыков Нурлан Асанович"}


def test_entries_may_be_marked_by_letters_and_numbers() -> None:
    text = (
        "Annex B. Individual cases\n\n"
        "B-1. Nurlan Sadykov, 27. Missing since May 2024, according to a cellmate. Held in Perm.\n"
        "B-2. Azamat Isaev, 31. Killed 3 March 2023.\n"
    )
    found = extract_text(text, lang="en", published="2025-03-10")
    assert _of(found, "missing") == {"Nurlan Sadykov"}
    assert _of(found, "died") == {"Azamat Isaev"}


def test_a_place_before_the_name_is_nobody() -> None:
    text = (
        "Что нам рассказали за июль\n\n"
        "1. СИЗО-1, Саратов. Бахтиёр Нурматов, 41 год. Пропал без вести при проверке ОМОНа.\n"
        "2. ИК-9, Оренбургская область. Улугбек Садыков, 30 лет. Ранен под Бахмутом.\n"
    )
    found = extract_text(text, lang="ru", published="2025-07-31")
    people = {s.name or s.label for s in found.subjects if s.role == "subject"}
    assert people == {"Бахтиёр Нурматов", "Улугбек Садыков"}
