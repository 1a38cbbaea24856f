"""Whose word it is in English, in whichever verb, phrase, office or paper. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

BEFORE = "Azamat Toktosunov, 27, is from Osh. "


def classes(text: str, prop: str) -> set[str]:
    found = extract_text(BEFORE + text, lang="en", published="2024-11-01")
    return {c.evidence for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    "told",
    [
        "“He was wounded near Lyman in May,” his mother sighs.",
        "“He was wounded near Lyman in May,” shrugs his brother.",
        "“We saw nothing,” his brother smiled. “He was wounded near Lyman in May.”",
        "His brother remarked that he was wounded near Lyman in May.",
        "His brother pointed out that he was wounded near Lyman in May.",
        "His mother is convinced that he was wounded near Lyman in May.",
        "His brother describes how he was wounded near Lyman in May.",
        "He was wounded near Lyman in May, his brother observed.",
        "His brother claimed that he was wounded near Lyman in May.",
        "His brother told parliament that he was wounded near Lyman in May.",
        "In his mother's words, he was wounded near Lyman in May.",
        "His mother's version is that he was wounded near Lyman in May.",
        "As per his brother, he was wounded near Lyman in May.",
        "If his brother is to be believed, he was wounded near Lyman in May.",
        "The way his brother tells it, he was wounded near Lyman in May.",
        "It became known from his brother that he was wounded near Lyman in May.",
        "As a neighbour recalls, he was wounded near Lyman in May.",
        "The family's lawyer said he was wounded near Lyman in May.",
        "His teacher told us that he was wounded near Lyman in May.",
        "His siblings said he was wounded near Lyman in May.",
        "A comrade-in-arms said he was wounded near Lyman in May.",
        "His mother has a different version: he was wounded near Lyman in May.",
        "His brother is certain: he was wounded near Lyman in May.",
        "His mother said nobody called and that he was wounded near Lyman in May.",
        "Human rights defenders say he was wounded near Lyman in May.",
    ],
)
def test_a_family_or_an_acquaintance_passes_it_on(told: str) -> None:
    assert classes(told, "wounded") == {"hearsay"}


@pytest.mark.parametrize(
    "told",
    [
        "People say he was wounded near Lyman in May.",
        "It is said that he was wounded near Lyman in May.",
        "It was alleged that he was wounded near Lyman in May.",
        "Word spread that he was wounded near Lyman in May.",
        "Reports surfaced that he was wounded near Lyman in May.",
        "An anonymous post said he was wounded near Lyman in May.",
        "According to unverified information, he was wounded near Lyman in May.",
        "Telegram channels wrote that he was wounded near Lyman in May.",
        "Someone called from an unknown number and said he was wounded near Lyman in May.",
        "His mother heard that he was wounded near Lyman in May.",
        "As they heard, he was wounded near Lyman in May.",
    ],
)
def test_what_goes_round_is_hearsay(told: str) -> None:
    assert classes(told, "wounded") == {"hearsay"}


@pytest.mark.parametrize(
    "told",
    [
        "The court said he signed a contract in Kazan.",
        "He signed a contract in Kazan, according to the Naryn City Court.",
        "The hokim said he signed a contract in Kazan.",
        "The UKMK said he signed a contract in Kazan.",
        "The State Border Service told reporters that he signed a contract in Kazan.",
        "The president's press secretary said he signed a contract in Kazan.",
        "The military registration office wrote that he signed a contract in Kazan.",
        "Law enforcement agencies said he signed a contract in Kazan.",
    ],
)
def test_an_office_speaks_officially(told: str) -> None:
    assert classes(told, "contract_signed") == {"official"}


@pytest.mark.parametrize(
    "told",
    [
        "The medical record says that he was wounded near Lyman in May.",
        "The autopsy report states that he was wounded near Lyman in May.",
        "It is stated in the discharge summary that he was wounded near Lyman in May.",
        "According to the personnel file, he was wounded near Lyman in May.",
        "His mother showed us a medical card. It says that he was wounded near Lyman in May.",
        "The summons says he was wounded near Lyman in May.",
        "The leaked roster, seen by this newspaper, says he was wounded near Lyman in May.",
    ],
)
def test_a_paper_speaks_as_a_document(told: str) -> None:
    assert classes(told, "wounded") == {"document"}


@pytest.mark.parametrize(
    "told",
    [
        "His mother cried at the gate. He was wounded near Lyman in May.",
        "He began work at a site. He was wounded near Lyman in May.",
        "He wrote a letter to his wife. He was wounded near Lyman in May.",
        "He noted the number of the flat. He was wounded near Lyman in May.",
        "He shared a room with a neighbour. He was wounded near Lyman in May.",
        "He told his wife nothing. He was wounded near Lyman in May.",
        "He agreed to work for a friend. He was wounded near Lyman in May.",
    ],
)
def test_the_same_words_in_another_sense_say_nothing(told: str) -> None:
    assert classes(told, "wounded") == {"press"}


def test_who_signed_a_contract_is_no_paper_that_speaks() -> None:
    assert classes("He signed a contract in Kazan, said a neighbour.", "contract_signed") == {"hearsay"}


@pytest.mark.parametrize(
    ("told", "whose"),
    [
        ("According to the investigation, he was wounded near Lyman in May.", "official"),
        ("The investigation established that he was wounded near Lyman in May.", "official"),
        ("This investigation found that he was wounded near Lyman in May.", "press"),
        ("An investigation by journalists found that he was wounded near Lyman in May.", "press"),
    ],
)
def test_an_investigation_is_the_states_unless_it_is_the_outlets(told: str, whose: str) -> None:
    assert classes(told, "wounded") == {whose}
