"""Who stands in a clause, in company or in front of an office, and does not say or suffer it. All is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _claims(text: str, lang: str) -> list[tuple[str, str, str]]:
    found = extract_text(text + "\n", lang=lang, published="2024-11-01")
    names = {s.id: s.label for s in found.subjects}
    return [(c.property, c.evidence.value, names[c.subject]) for c in found.claims]


def _evidence(text: str, prop: str, lang: str = "uk") -> set[str]:
    return {evidence for name, evidence, _ in _claims(text, lang) if name == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uk",
            "Комрон Саїдов зник. Двоє товаришів, з якими зв'язалася редакція, стверджують, що він поранений.",
        ),
        ("uk", "Комрон Саїдов зник. Сусід, якого знала прокуратура, каже, що він поранений."),
        ("ru", "Комрон Саидов пропал. Сосед, которого знала прокуратура, говорит, что он ранен."),
    ],
)
def test_who_stands_in_a_clause_does_not_say_it(lang: str, text: str) -> None:
    assert _evidence(text, "wounded", lang) == {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Комрон Саїдов, 27 років. Виїхав до Хабаровська разом із Хуршедом Мірзоєвим."),
        ("ru", "Комрон Саидов, 27 лет. Уехал в Хабаровск вместе с Хуршедом Мирзоевым."),
        ("en", "Komron Saidov is 27. He left for Khabarovsk together with Khurshed Mirzoev."),
    ],
)
def test_with_whom_he_left_is_not_who_left(lang: str, text: str) -> None:
    assert {who[:6] for name, _, who in _claims(text, lang) if name == "migrated"} == {text[:6]}


def test_a_family_that_does_not_comment_is_no_office() -> None:
    assert not _evidence("Комрон Саїдов загинув у травні. Батько цього не коментує.", "official_no_info")


def test_who_confirms_a_funeral_stands_before_it_or_behind() -> None:
    text = (
        "Комрон Саїдов загинув у травні, каже сестра. Голова айил окмоту Таалай Мамитов похорон підтвердив."
    )
    assert _evidence(text, "buried") == {"official"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Комрон Саїдов, 27 років, у полоні. Каже, завербували в СІЗО Новосибірська."),
        ("ru", "Комрон Саидов, 27 лет, в плену. Рассказывает, завербовали в СИЗО Новосибирска."),
    ],
)
def test_a_verb_in_the_present_that_opens_is_his_who_is_told_of(lang: str, text: str) -> None:
    assert _evidence(text, "prison", lang) == {"direct"}


@pytest.mark.parametrize(
    ("label", "evidence"),
    [
        ("наказ частини, фото є в нас", "document"),
        ("МЗС Таджикистану", "official"),
        ("чат земляків", "hearsay"),
    ],
)
def test_a_label_that_closes_a_paragraph_names_its_source(label: str, evidence: str) -> None:
    text = f"Хуршед Мірзоєв, 2002 р. н. Загинув 20 жовтня під Селидовим. Джерело: {label}.\n\nКомрон Саїдов у полоні."
    assert _evidence(text, "died") == {evidence}
    assert _evidence(text, "captured") == {"press"}


def test_a_place_behind_a_short_quotation_stands_in_the_paper_too() -> None:
    text = (
        "Ельдіяр Мамитов загинув. Сестра показала свідоцтво про смерть. "
        "Причиною смерті в ньому названо «травматичний шок», місцем — Бєлгородську область."
    )
    assert "document" in _evidence(text, "died.place")


def test_a_projects_site_is_the_projects_word() -> None:
    text = "За даними сайту «Хочу знайти», Дільшод Тураєв у полоні з травня."
    assert _evidence(text, "captured") == {"official"}


def test_safety_brought_home_in_a_coffin_he_was_sent_nowhere() -> None:
    found = _claims("Манучехра Алідодова привезли до Хорога в закритій труні 14 лютого.", "uk")
    assert {name for name, _, _ in found} & {"deployed", "body_repatriated"} == {"body_repatriated"}
