"""What is read from Ukrainian texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction

COURT = (
    "Яккасарайський районний суд Ташкента засудив 36-річного Рустама Юлдашева за найманство до шести "
    "років позбавлення волі. Вирок оголосили 5 лютого.\n"
)
CAPTIVE = (
    "Рустам Юлдашев, 36 років, потрапив у полон 9 січня під Торецьком. "
    "Брат його, Ільхом, загинув у 2023 році під Соледаром. «Командира теж убили», — каже він.\n"
)
ALIVE = (
    "Карим Ісмаїлов, 28 років, живий. Родина пів року вважала його загиблим. "
    "«Сказали, що мене вбили», — розповів він.\n"
)


def _read(text: str) -> Extraction:
    return extract_text(text, lang="uk", published="2025-03-12")


def _said(text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = _read(text)
    ids = {s.id for s in found.subjects if s.label == name}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_court_is_named_in_full_with_term_and_day() -> None:
    rows = {(c.property, c.value) for c in _read(COURT).claims}
    assert ("sentenced.court", "Яккасарайський районний суд Ташкента") in rows
    assert ("sentenced.term", "P6Y") in rows
    assert ("sentenced.date", "2025-02-05") in rows
    assert ("sentenced.charge", "найманство") in rows


def test_the_death_of_a_brother_or_a_commander_is_not_the_captives() -> None:
    said = _said(CAPTIVE, "Рустам Юлдашев")
    assert ("captured", "true", "affirmed") in said
    assert not [row for row in said if row[0].startswith("died")]


def test_nobody_dies_who_was_only_thought_dead() -> None:
    said = _said(ALIVE, "Карим Ісмаїлов")
    assert ("seen_alive", "true", "affirmed") in said
    assert ("died", "false", "denied") in said
    assert ("died", "true", "affirmed") not in said


def test_an_office_that_does_not_confirm_a_death_denies_nothing() -> None:
    text = "Алішер Мадаміров, 30 років, загинув під Бахмутом. Військкомат у Тулі смерть не підтвердив.\n"
    said = _said(text, "Алішер Мадаміров")
    assert ("died", "true", "affirmed") in said
    assert ("official_no_info", "true", "affirmed") in said
    assert ("died", "false", "denied") not in said


def test_a_contract_that_the_family_denies_is_denied() -> None:
    text = (
        "Алішер Мадаміров, 30 років, працює в Казані. Чутки, що він підписав контракт, родичі заперечують.\n"
    )
    assert ("contract_signed", "false", "denied") in _said(text, "Алішер Мадаміров")


def test_a_comrade_named_by_his_given_name_does_not_die_the_tellers_death() -> None:
    text = "Азіз Хамідов у полоні. «Мій товариш Шерзод загинув поруч», — каже він."
    found = extract_text(text, lang="uk", published="2025-02-03")
    dead = {c.subject for c in found.claims if c.property == "died"}
    assert not dead & {s.id for s in found.subjects if s.name == "Азіз Хамідов"}
