"""Two brothers in one story, and words about the dead that kill nobody. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim

BROTHERS = (
    "Two brothers grew up in the Isakov house. The taller one is Azamat. The shorter is Adilet, and he sells phones. "
    "In 2022 Azamat drove a taxi in Yekaterinburg. In February a captain told the mother by phone that her eldest "
    "had been killed at Bakhmut on 22 January 2023.\n\n"
    "Adilet went to Russia to look for the grave in July 2024. On 12 September a drone wounded him in both hands."
)


def _claims(text: str) -> list[Claim]:
    return list(extract_text(text, lang="en", published="2025-10-16").claims)


def test_of_two_brothers_each_has_his_own_story() -> None:
    claims = _claims(BROTHERS)
    names = {c.value: c.subject for c in claims if c.property == "name"}
    dead = {c.subject for c in claims if c.property in {"died", "buried"} and c.polarity.value == "affirmed"}
    hurt = {c.subject for c in claims if c.property == "wounded"}
    assert hurt == {names["Adilet"]}
    assert names["Adilet"] not in dead
    assert dead


def test_what_an_officer_had_told_the_family_does_not_outlive_a_prisoner() -> None:
    text = (
        "Sanjar Holmat, 23, of Bukhara region, had been held in a camp near Vinnytsia since last December, when a "
        'Ukrainian patrol found him. His father learned that he was alive from a video. "We had already given the '
        'funeral meal," the father said. In November an officer of the 255th regiment had told the family by '
        "telephone that their son was killed."
    )
    claims = _claims(text)
    assert {c.polarity.value for c in claims if c.property == "died"} == {"denied"}
    assert not [c for c in claims if c.property == "buried"]


@pytest.mark.parametrize(
    "sentence",
    ["Migration officers had taken his documents.", "They asked the Osh City Court to overturn the verdict."],
)
def test_what_is_taken_from_him_or_asked_of_a_court(sentence: str) -> None:
    text = f"Maksat Duishen, 41, a cook from Kant, went to Moscow in 2021. {sentence}"
    assert not {c.property for c in _claims(text)} & {"detained", "info_requested"}


def test_a_heading_that_counts_tells_of_no_one_man() -> None:
    text = (
        "Bodies Of 21 Citizens Sent Home From Russia\n\n"
        "The ambassador spoke on May 6. Umed Sharif, 33, from Shahrituz, was mobilised in October 2022."
    )
    assert not [c for c in _claims(text) if c.property.startswith("body_repatriated")]
