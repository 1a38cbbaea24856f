"""Whose father, which sister, whose head of council: words that mean somebody told of. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim


def _claims(text: str) -> list[Claim]:
    return list(extract_text(text, lang="en", published="2025-05-30").claims)


def _of(text: str, name: str) -> list[Claim]:
    claims = _claims(text)
    who = {c.subject for c in claims if c.property == "name" and name in c.value}
    return [c for c in claims if c.subject in who]


def test_his_daughters_father_is_he_and_whom_we_met_is_not_dead() -> None:
    text = (
        "Sagyn Jolonov, 40, a welder, was captured on August 3, 2024, and we met him in a camp in western Ukraine. "
        "His daughter said that last autumn the foreman had phoned to tell her that her father was dead."
    )
    deaths = [c for c in _of(text, "Jolonov") if c.property == "died"]
    assert [c.polarity.value for c in deaths] == ["denied"]
    assert "seen_alive.date" not in {c.property for c in _claims(text)}


def test_the_head_of_his_council_gets_the_name_and_none_of_his_story() -> None:
    text = (
        "The second man is Ilhom Sattor, 47, of Panjakent. The head of his jamoat, Nazar Hakim, said Sattor had been "
        "serving a twelve-year sentence in Mordovia. He was laid to rest on February 6."
    )
    told = {c.property: c.evidence.value for c in _of(text, "Sattor")}
    assert told["imprisoned"] == "official"
    assert "buried" in told
    assert "buried" not in {c.property for c in _of(text, "Hakim")}


def test_the_sister_is_the_one_told_of_and_has_a_name_a_sentence_later() -> None:
    text = (
        "Ruslan Tokoev, 30, was captured near Kreminna on 21 February 2023. He worked in Krasnodar and sent half "
        "his pay to his sister in Tokmok. A Kyrgyz citizen is on the register, the camp said.\n\n"
        "We found the sister by phone. Aigerim had been informed in March, by the company's office, that her "
        "brother had been killed."
    )
    claims = _claims(text)
    sisters = {c.value for c in claims if c.property == "kin.sister"}
    assert len(sisters) == 1
    assert {c.subject for c in claims if c.property == "name" and c.value == "Aigerim"} == sisters
    assert "died" not in {
        c.property for c in claims if c.polarity.value == "affirmed" and c.evidence.value == "press"
    }


def test_a_paper_that_came_along_says_nothing() -> None:
    text = (
        "Jamshed Qodir, 25, was buried on February 3. His uncle Rahmon, who met the coffin, said it had come "
        "from St. Petersburg together with a death certificate."
    )
    assert {c.evidence.value for c in _claims(text) if c.property == "kin.uncle"} == {"press"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bekov says he never left Kazakhstan.",
        '"I have never held a gun," Bekov told us.',
        "He has not been to the war, Bekov says.",
    ],
)
def test_who_never_went_was_not_at_the_front(sentence: str) -> None:
    text = f"Timur Bekov, 44, a taxi driver from Aqtobe, called our office on Tuesday. {sentence}"
    assert ("deployed", "false") in {(c.property, c.value) for c in _claims(text)}


def test_a_brigade_that_took_him_is_not_his_and_an_outlet_is_no_town() -> None:
    text = (
        "Sagyn Jolonov, 40, was captured by Ukraine's 47th brigade on August 3. "
        "A notice puts the capture near Avdiivka, Ferghana Post reported."
    )
    properties = {(c.property, c.value) for c in _claims(text)}
    assert not {v for p, v in properties if p == "unit"}
    assert not {v for p, v in properties if p.endswith(".place") and "Ferghana" in v}


def test_a_notice_that_gives_a_day_dates_the_death_it_is_about() -> None:
    text = (
        "Islom Tosh, 24, from Jomboy, signed a contract in July 2023. In December his mother was told that he had been "
        "killed. In the notice it is written: 6 November 2023, Luhansk region, mine-explosive injury."
    )
    days = {(c.value, c.evidence.value) for c in _claims(text) if c.property == "died.date"}
    assert days == {("2023-11-06", "document")}


def test_a_contract_that_gives_a_day_dates_no_death() -> None:
    text = (
        "Islom Tosh, 24, from Jomboy, was killed near Kreminna, his mother was told. "
        "In the contract it is written: 6 November 2023, one year."
    )
    assert not [c for c in _claims(text) if c.property == "died.date"]


def test_the_man_who_is_identified_is_the_man_told_of() -> None:
    text = (
        "A court in Aktau has sentenced a 24-year-old man to five years in prison for taking part in the war. "
        "The man, whom the office identified only as B.K., left for Astrakhan in the spring of 2023."
    )
    claims = _claims(text)
    sentenced = {c.subject for c in claims if c.property == "sentenced"}
    assert sentenced == {c.subject for c in claims if c.property == "name"}


def test_the_bearer_of_a_name_who_was_buried_is_another() -> None:
    text = (
        "We wrote that Dilovar Karimov, 28, of Istaravshan had been killed. That was wrong. He is alive. "
        "The Dilovar Karimov who was buried on February 7 in Gonchi was no relation to him."
    )
    claims = _claims(text)
    alive = {c.subject for c in claims if c.property == "seen_alive"}
    assert alive
    assert not alive & {
        c.subject for c in claims if c.property == "buried" and c.polarity.value == "affirmed"
    }


def test_a_day_of_last_week_is_this_years_in_any_story() -> None:
    text = (
        "Talgat Omur, 38, was taken captive near Synkivka in December 2023. "
        "His wife said he had telephoned her on the evening of May 27."
    )
    assert "2025-05-27" in {c.value for c in _claims(text) if c.property == "seen_alive.date"}


def test_a_letter_behind_a_name_says_the_sex() -> None:
    text = "Alisher Nazarov (m), b. 4 February 1998, Vose district. Convicted in Perm, 2023, theft, 5 years."
    assert [c.quote for c in _claims(text) if c.property == "sex"] == ["(m)"]


@pytest.mark.parametrize(
    ("sentence", "road"),
    [
        ("He was told he would guard pipelines near Rostov.", "deceived"),
        ("Whoever refused was beaten, he said.", "coerced_contract"),
        ("He put his name to a contract two days later to avoid being deported.", "coerced_contract"),
        ("He was a volunteer, his commander said.", "volunteer"),
        ("He was serving a term for theft when he joined Storm-Z.", "prison_recruitment"),
    ],
)
def test_roads_to_the_front_in_other_words(sentence: str, road: str) -> None:
    text = f"Timur Bekov, 34, a plasterer from Osh, worked in Tula. {sentence}"
    assert road in {c.value for c in _claims(text) if c.property == "pathway"}
