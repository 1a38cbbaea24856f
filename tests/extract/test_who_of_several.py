"""Of whom a sentence tells where several are about. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim


def _claims(text: str) -> list[Claim]:
    return list(extract_text(text, lang="en", published="2025-05-30").claims)


def _of(text: str, name: str) -> set[tuple[str, str]]:
    claims = _claims(text)
    who = {c.subject for c in claims if c.property == "name" and name in c.value}
    return {(c.property, c.value) for c in claims if c.subject in who}


CAPTURED = "Sherzod Umarov, 31, from Urgut, was captured on March 17.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "On March 17 a drone dropped something on our cellar, it killed Anvar, a boy from Osh, and Lyokha.",
        "A mine killed two of his comrades.",
        "Three more from the same valley are dead.",
        "Two other men from the district, both in their thirties, have been buried since January.",
        "The dead man was from Uzgen and is called Bektur Asankul.",
    ],
)
def test_what_befell_others_did_not_befall_him(sentence: str) -> None:
    said = _of(CAPTURED + sentence, "Umarov")
    assert not {p for p, _ in said if p in {"died", "buried", "body_repatriated"}}
    assert ("age", "30-39") not in said


def test_killed_before_a_day_is_still_his() -> None:
    assert ("died", "true") in _of(
        "Sherzod Umarov, 31, from Urgut, was killed March 17 near Toretsk.", "Umarov"
    )


def test_a_pronoun_is_called_by_the_name_behind_is() -> None:
    text = "KYIV -- The man across the table rubs his wrists. He is Sherzod, 31, a father of two from Urgut."
    claims = _claims(text)
    assert len({c.subject for c in claims if c.property in {"name", "age", "kin.children"}}) == 1


def test_an_official_who_spoke_gets_his_name_a_sentence_later() -> None:
    text = (
        "Bektur Asanov, 29, is alive, the head of the Kara-Oi village administration said on Monday. "
        '"He is in Samara and he is angry," said Kanybek Egemberdiev.'
    )
    assert {c.evidence.value for c in _claims(text) if c.property == "seen_alive"} == {"official"}


def test_what_they_did_one_man_did_not() -> None:
    text = (
        "Firdavs Nazarov, 21, flew to Volgograd in April with two cousins. "
        '"They came home in November without him," his mother said.'
    )
    assert ("returned", "true") not in _of(text, "Nazarov")


def test_a_birthday_says_no_year_of_what_follows() -> None:
    text = "My husband Jamshed Rahmatov, born 14.07.1990 in Kulob, has been missing since August."
    dates = {c.value for c in _claims(text) if c.property == "missing.date"}
    assert dates == {"2024-08"}


def test_the_town_where_a_brother_speaks_is_not_where_it_happened() -> None:
    text = CAPTURED + "In Urgut, his brother Sanjar said that he had been wounded in April."
    assert "wounded.place" not in {c.property for c in _claims(text)}


def test_who_was_recruited_in_prison_had_been_sentenced_before() -> None:
    text = (
        "Sherzod Umarov, 31, went to Tula in 2018. They gave him two years and four months in prison. "
        "Recruiters came to the colony and he was recruited in prison in the autumn of 2024."
    )
    said = _of(text, "Umarov")
    assert ("prior_sentence.term", "P2Y4M") in said
    assert ("sentenced", "true") not in said


def test_they_who_answer_are_the_office_that_was_asked() -> None:
    text = (
        "My husband Jamshed Rahmatov has been missing since August. I wrote to the commissariat of Samara, "
        "they answered that he signed a contract for one year on 8 August."
    )
    assert {c.evidence.value for c in _claims(text) if c.property == "contract_signed.date"} == {"official"}


def test_a_man_at_a_car_wash_is_nobody_new() -> None:
    text = "My husband Jamshed Rahmatov, 34, left for Moscow in May. He found a job in a car wash."
    assert ("occupation", "car washer") in _of(text, "Rahmatov")
