"""Deaths, sentences and exchanges that an English text does not tell. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def affirmed(text: str) -> set[tuple[str, str]]:
    """(label of the subject, property) of what is affirmed."""
    found = extract_text(text, lang="en", published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    return {(labels[c.subject], c.property) for c in found.claims if c.polarity.value == "affirmed"}


@pytest.mark.safety
def test_safety_the_death_of_his_commander_is_not_his():
    said = affirmed("Farhod Rajabov was not found. The death of Farhod's commander made it hard to ask.")
    assert ("Farhod Rajabov", "died") not in said


@pytest.mark.safety
def test_safety_a_participle_behind_the_name_does_not_kill_the_wife():
    said = affirmed("The wife of Altynbek Zhoroev, killed on 8 August, asked the court for damages.")
    assert {label for label, prop in said if prop == "died"} == {"Altynbek Zhoroev"}


@pytest.mark.safety
@pytest.mark.parametrize(
    ("text", "prop"),
    [
        ("Prosecutors are asking for seven years for Kanat Duishenov.", "sentenced"),
        ("Prosecutors had sought seven years for Kanat Duishenov.", "sentenced"),
        (
            "A prisoner exchange in which Kanat Duishenov was to have been included was cancelled.",
            "exchanged",
        ),
        ("Kanat Duishenov, the elder, buries his head in his hands.", "buried"),
        ("Nobody had beaten Kanat Duishenov.", "coercion"),
    ],
)
def test_safety_what_is_only_asked_planned_or_denied_is_not_told(text: str, prop: str):
    assert prop not in {said for _, said in affirmed(text)}


@pytest.mark.safety
def test_safety_a_stranger_who_phones_is_no_sign_of_life():
    said = affirmed("Ulan Kadyrbaev went missing in May. An unknown man phoned his wife to say he had died.")
    assert ("Ulan Kadyrbaev", "seen_alive") not in said


@pytest.mark.safety
@pytest.mark.parametrize(
    "text",
    [
        "Chynara Mambetova, 43, sent nine men to the war. Four of them are dead.",
        "Chynara Mambetova, 43, filed a claim. A payment would mean she is dead.",
    ],
)
def test_safety_the_deaths_of_others_are_not_hers(text: str):
    assert ("Chynara Mambetova", "died") not in affirmed(text)


@pytest.mark.safety
def test_safety_who_brings_the_news_does_not_die_of_it():
    text = "Altynbek Zhoroev was killed on 8 August. His wife was told of his death by Daniyar Asanov."
    assert ("Daniyar Asanov", "died") not in affirmed(text)


def test_a_user_of_a_relatives_chat_is_no_relative_who_saw_it() -> None:
    text = (
        "Ulan Asanov, 26, is from Karakol. In a chat for soldiers' mothers, an anonymous user claims Ulan died in a "
        "cellar at Synkivka."
    )
    found = extract_text(text, lang="en", published="2024-11-01")
    assert {c.evidence.value for c in found.claims if c.property == "died"} == {"hearsay"}
