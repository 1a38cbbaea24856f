"""Trades, ages, sexes, causes and parents as English texts tell them. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def said(text: str, prop: str) -> list[str]:
    found = extract_text(text, lang="en", published="2024-06-10")
    return [c.value for c in found.claims if c.property == prop and c.polarity.value == "affirmed"]


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("Ulan Kadyrbaev, a 38-year-old crane operator from Osh, was killed near Bakhmut.", "crane operator"),
        ("Ulan Kadyrbaev, a glazier, was killed near Bakhmut.", "glazier"),
        ("Ulan Kadyrbaev delivered groceries in Moscow before the war.", "courier"),
    ],
)
def test_a_trade_is_known_by_where_it_stands(text: str, trade: str):
    assert trade in said(text, "occupation")


def test_a_trade_in_apposition_is_that_of_the_name_before():
    text = "Nurgul Asanova, a seamstress, said that her husband Asyl Kadyrov was killed near Bakhmut."
    found = extract_text(text, lang="en", published="2024-06-10")
    named = {s.id: s.name for s in found.subjects}
    assert [named[c.subject] for c in found.claims if c.property == "occupation"] == ["Nurgul Asanova"]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ulan Kadyrbaev of Osh, who was 45, was killed near Bakhmut.", "45"),
        ("Ulan Kadyrbaev, a welder in his forties, was killed near Bakhmut.", "40-49"),
        ("Ulan Kadyrbaev (m), 45, Kyrgyz national, was killed near Bakhmut.", "45"),
    ],
)
def test_an_age_without_the_word_years(text: str, age: str):
    assert age in said(text, "age")


def test_a_number_of_losses_is_no_age():
    assert not said("Ulan Kadyrbaev was wounded. The toll was 45, and rising.", "age")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Ulan Kadyrbaev died of a heart attack in Belgorod on 11 June.", "heart attack"),
        ("Ulan Kadyrbaev was killed when a drone hit the truck.", "drone hit"),
    ],
)
def test_what_somebody_died_of(text: str, cause: str):
    assert said(text, "died.cause") == [cause]


def test_a_wound_has_no_cause_of_death():
    assert not said("Ulan Kadyrbaev was wounded by a mine near Bakhmut.", "died.cause")


def test_a_father_of_five_is_nobodys_father_told_of():
    text = "Ulan Kadyrbaev, a father of five, was killed near Bakhmut."
    assert said(text, "kin.children") == ["5"]
    assert not said(text, "kin.father")


def test_a_place_at_the_head_of_a_sentence_is_no_name():
    assert said("Ulan Kadyrbaev flew to Russia. In Samara his passport was taken away.", "name") == [
        "Ulan Kadyrbaev"
    ]


def test_a_language_is_no_citizenship():
    assert not said("Ulan Kadyrbaev was shown a paper in Russian.", "citizenship")


def test_where_somebody_was_killed_is_no_deployment():
    text = "Ulan Kadyrbaev was killed in the war in Ukraine."
    assert said(text, "died.place") == ["Ukraine"]
    assert not said(text, "deployed")


def test_the_place_of_a_hospital_is_not_where_he_was_hit():
    assert not said("Ulan Kadyrbaev was wounded and lay in a hospital in Luhansk.", "wounded.place")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Ulan Kadyrbaev, a 38-year-old crane operator from Kyzyl-Kiya, was killed.", "Kyzyl-Kiya"),
        ("A man from the town of Osh was buried on Sunday.", "Osh"),
    ],
)
def test_a_home_behind_a_trade_or_a_chain_of_small_words(text: str, home: str):
    assert home in said(text, "origin")
