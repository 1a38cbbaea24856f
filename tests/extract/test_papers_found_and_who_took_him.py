"""Papers that somebody finds, a letter of an office, who is taken where, who wrote the text. All is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _evidence(text: str, prop: str, lang: str = "uk") -> set[str]:
    found = extract_text(text + "\n", lang=lang, published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uk",
            "Паспорт громадянина Киргизстану на ім'я Нурсултана Бекешова знайшли в бліндажі бійці 24-ї бригади.",
        ),
        ("ru", "Паспорт гражданина Киргизии на имя Нурсултана Бекешова нашли в блиндаже бойцы 24-й бригады."),
    ],
)
def test_a_passport_that_soldiers_find_says_whose_it_is_and_captures_nobody(lang: str, text: str) -> None:
    assert _evidence(text, "citizenship", lang) == {"document"}
    assert not _evidence(text, "captured", lang)


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        (
            "«Мене взяли на роботі, сказали, що паспорт підроблений», — розповів Нурсултан Бекешов.",
            "detained",
        ),
        ("«Мене взяли на роботу водієм», — розповів Нурсултан Бекешов.", ""),
        ("«Мене взяли біля Торецька, я був поранений», — розповів Нурсултан Бекешов.", "captured"),
    ],
)
def test_who_is_taken_or_hired_at_work_is_captured_by_nobody(text: str, prop: str) -> None:
    assert {p for p in ("detained", "captured") if _evidence(text, p)} == ({prop} if prop else set())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Мій син Акмаль зник. Прийшов лист із прокуратури: «Ваш син підписав контракт 1 серпня»."),
        ("ru", "Мой сын Акмаль пропал. Пришло письмо из прокуратуры: «Ваш сын подписал контракт 1 августа»."),
    ],
)
def test_a_letter_that_came_is_a_paper(lang: str, text: str) -> None:
    assert _evidence(text, "contract_signed", lang) == {"document"}


def test_a_mother_who_gives_her_name_to_her_readers_is_not_called_so_by_an_outlet() -> None:
    text = (
        "Сестри, пише вам Дільфуза з Коканда. Прошу молитися за мого сина Акмаля.\n\n"
        "Він поїхав до Уфи, працював там охоронцем."
    )
    assert _evidence(text, "migrated") == {"direct"}


def test_what_a_paper_dates_stands_in_it_too() -> None:
    text = "Саймумін Гафоров зник. У медичному висновку, копія якого є в редакції, датою смерті вказано 19 вересня."
    assert _evidence(text, "died") == {"document"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "«Дінеш Магар помер у мене на руках 3 березня», — каже сусід."),
        ("ru", "«Динеш Магар умер у меня на руках 3 марта», — говорит сосед."),
        ("en", '"Dinesh Magar died in my arms on 3 March," a neighbour says.'),
    ],
)
def test_in_whose_arms_he_died_knows_it(lang: str, text: str) -> None:
    assert _evidence(text, "died", lang) == {"direct"}


def test_an_expert_in_a_heading_answers_for_others() -> None:
    text = (
        "Три запитання правозахисниці\n\n— Як це відбувається?\n"
        "— Ось випадок: Жоомарта Эсенова забрали з мечеті в Челябінську 14 січня."
    )
    assert _evidence(text, "detained") == {"hearsay"}
