"""What is read from English texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

COURT = (
    "The Suzak District Court sentenced Ulan Kadyrbaev, a 33-year-old native of Jalal-Abad, to seven years "
    "for mercenary activity on May 24. He had signed a contract with the Wagner group in October 2022.\n"
)
BROTHER = "Ulan Kadyrbaev, 33, lives in Osh. His brother Erlan was killed near Bakhmut in January 2023.\n"
LISTED = (
    "1. ISAKOV Nurbek, 1988, Karakol. Missing since October 2023.\n"
    "2. Ergashev Sardor, 2001, Namangan. Listed as killed: ERROR, returned home in April 2024.\n"
)
MAN = "Ulan Kadyrbaev, 33,"


def _said(text: str) -> set[tuple[str, str, str, str]]:
    """(label of the subject, property, value, polarity) of every claim."""
    found = extract_text(text, lang="en", published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    return {
        (labels[c.subject], c.property, labels.get(c.value, c.value), c.polarity.value) for c in found.claims
    }


def _affirmed(text: str) -> set[tuple[str, str, str]]:
    return {claim[:3] for claim in _said(text) if claim[3] == "affirmed"}


def test_a_court_sentence_carries_court_term_charge_and_day() -> None:
    man = "Ulan Kadyrbaev"
    assert {
        (man, "age", "33"),
        (man, "origin", "Jalal-Abad"),
        (man, "sentenced.term", "P7Y"),
        (man, "sentenced.charge", "mercenary activity"),
        (man, "sentenced.date", "2024-05-24"),
        (man, "unit", "Wagner Group"),
        (man, "contract_signed.date", "2022-10"),
    } <= _affirmed(COURT)


def test_a_death_keeps_its_day_and_place() -> None:
    read = _affirmed("Ulan Kadyrbaev, 33, was killed near Bakhmut on May 3 and buried in Osh on May 20.\n")
    assert {
        ("Ulan Kadyrbaev", "died.place", "Bakhmut"),
        ("Ulan Kadyrbaev", "died.date", "2024-05-03"),
        ("Ulan Kadyrbaev", "buried.place", "Osh"),
        ("Ulan Kadyrbaev", "buried.date", "2024-05-20"),
    } <= read


def test_an_amputation_is_a_wound() -> None:
    assert ("Ulan Kadyrbaev", "wounded", "true") in _affirmed(f"{MAN} lost a leg near Bakhmut.\n")


def test_a_burial_still_to_come_is_only_planned() -> None:
    said = _said("Ulan Kadyrbaev, 33, died near Bakhmut. He will be buried in Osh.\n")
    assert ("Ulan Kadyrbaev", "buried", "true", "promised") in said


def test_a_promised_passport_is_a_promise() -> None:
    said = _said(f"Recruiters promised {MAN} a Russian passport.\n")
    assert ("Ulan Kadyrbaev", "promised.citizenship", "true", "promised") in said


@pytest.mark.safety
def test_the_death_of_a_brother_is_the_brothers() -> None:
    read = _affirmed(BROTHER)
    assert ("Erlan", "died", "true") in read
    assert not any(who == "Ulan Kadyrbaev" and prop.startswith("died") for who, prop, _ in read)


@pytest.mark.safety
def test_a_man_listed_as_killed_in_error_is_not_dead() -> None:
    said = _said(LISTED)
    assert ("Ergashev Sardor", "died", "false", "denied") in said
    assert ("Isakov Nurbek", "missing", "true", "affirmed") in said
    assert not any(prop == "died" and polarity == "affirmed" for _, prop, _, polarity in said)


@pytest.mark.safety
@pytest.mark.parametrize(
    "sentence",
    [
        f"{MAN} wasn't killed, his wife said.",
        f"{MAN} isn't dead, his wife said.",
        f"{MAN} is feared dead.",
        f"{MAN} was believed dead until May.",
        f"{MAN} is thought to have died near Bakhmut.",
        f"{MAN} could have been killed near Bakhmut.",
        f"{MAN} was mistakenly reported dead in May.",
        f"{MAN} nearly died near Bakhmut.",
        f"{MAN} was shot in the leg near Bakhmut.",
        f"{MAN} is not on any list of the dead.",
        f"{MAN} was last seen in late January.",
        f"{MAN} is no longer with his unit.",
        f"{MAN} is alive, contrary to reports that he was killed.",
        f"{MAN} was threatened with death.",
        f"{MAN} killed a man in 2016 and was sentenced to ten years.",
        f"His wife denied reports that {MAN} had been killed near Bakhmut.",
        f"It is not known whether {MAN} was killed.",
        f"The Foreign Ministry could not confirm the death of {MAN} a native of Osh.",
        f"The Foreign Ministry did not confirm that {MAN} had died.",
        f"If he refuses, {MAN} says, he will be killed.",
        f'{MAN} survived. "I thought I was dead," he said.',
        f'{MAN} returned home. "They told my wife that I was killed," he said.',
        f"{MAN} lives in Osh. His mother died in 2021.",
        f"{MAN} lives in Osh. His cousin was killed in Ukraine.",
        f"{MAN} was detained, and his cousin Bolot was killed near Bakhmut.",
        f"{MAN} was with Bolot Isaev, 27, who was killed near Bakhmut.",
        f"{MAN} attended the funeral of Bolot Isaev.",
    ],
)
def test_nobody_dies_of_what_is_denied_doubted_or_befell_another(sentence: str) -> None:
    read = _affirmed(sentence + "\n")
    assert ("Ulan Kadyrbaev", "name", "Ulan Kadyrbaev") in read
    assert ("Ulan Kadyrbaev", "died", "true") not in read


@pytest.mark.safety
def test_a_namesake_of_another_age_dies_alone() -> None:
    text = "Ulan Kadyrbaev, 33, returned home. The other Ulan Kadyrbaev, 24, was killed in March.\n"
    found = extract_text(text, lang="en", published="2024-06-10")
    dead = {c.subject for c in found.claims if c.property == "died"}
    ages = {c.subject: c.value for c in found.claims if c.property == "age"}
    assert {ages[who] for who in dead} == {"24"}


@pytest.mark.safety
def test_a_mother_who_tells_of_her_son_lives() -> None:
    read = _affirmed("Zarina Isaeva says her son Azamat was killed near Bakhmut.\n")
    assert ("Azamat", "died", "true") in read
    assert ("Zarina Isaeva", "died", "true") not in read
