"""Words that reach a text through others: calls, the dead, one speaker on both sides. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim

MOTHER = "OSH -- Tynar Beyshev, 24, a welder from Osh, signed a contract in June 2022. His mother, Sabira, waits.\n\n"


def _claims(text: str) -> list[Claim]:
    return list(extract_text(text, lang="en", published="2023-05-30").claims)


def _said(text: str) -> set[tuple[str, str]]:
    return {(c.property, c.value) for c in _claims(text)}


def test_what_a_man_said_on_the_telephone_his_family_passes_on() -> None:
    text = MOTHER + (
        "His wife Nargiza met us at the gate. He rang her from Samara and said that he had been beaten."
    )
    assert {c.evidence.value for c in _claims(text) if c.property == "coercion"} == {"hearsay"}


def test_a_man_told_dead_says_nothing_so_that_he_is_the_father() -> None:
    text = (
        "The body of Manas Davlatov, 26, came back to Osh from Rostov on July 14. His father, a retired driver, "
        'was handed 300,000 rubles at the gate. "They asked me to sign that I have no complaints," he said. '
        '"I signed a contract with silence."'
    )
    assert "self" not in {s for c in _claims(text) for s in c.speakers}
    assert ("contract_signed", "true") not in _said(text) or all(
        c.evidence.value != "direct" for c in _claims(text) if c.property == "died"
    )


def test_what_stands_between_two_sayings_of_one_speaker_is_that_speakers() -> None:
    text = (
        "Ten men of the village are at war, village head Asan Jolov said. Three are buried here. "
        "The rest, he said, call their wives."
    )
    assert {c.evidence.value for c in _claims(text) if c.property == "buried"} == {"official"}


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("On January 19 a company commander called: Tynar had been killed four days earlier.", "2023-01-19"),
        ("A man who gave no name rang on January 27 and told her that Tynar was dead.", "2023-01-27"),
        ("The enlistment office called his mother on 4 May and said he had been killed.", "2023-05-04"),
        ("The family was notified of his death on March 2 by the enlistment office.", "2023-03-02"),
    ],
)
def test_who_brings_word_of_a_death_and_when(sentence: str, date: str) -> None:
    said = _said(MOTHER + sentence)
    assert ("death_reported.date", date) in said
    assert ("died.date", date) not in said
    assert not {p for p, _ in said if p.startswith(("seen_alive", "info_requested"))}


def test_did_die_is_a_fact_and_did_not_die_is_none() -> None:
    assert ("died", "true") in _said("A second man, Bakyt Toktov, aged 25, of Nookat, did die at Kurakhove.")
    assert ("died", "true") not in _said("Bakyt Toktov, aged 25, of Nookat, did not die at Kurakhove.")
    assert ("died", "true") not in _said(
        "Bakyt Toktov, 25, is in hospital. How did he die, they asked, and laughed."
    )


def test_mercenary_activity_brings_in_no_mercenary() -> None:
    text = (
        "Dilmurod Hamrov, 45, a cook from Jizzakh, was sentenced to four years on October 29. "
        "Prosecutors have opened criminal cases against 16 people for mercenary activity."
    )
    charged = {c.subject for c in _claims(text) if c.property == "charged"}
    cook = {c.subject for c in _claims(text) if c.property == "age"}
    assert charged
    assert not charged & cook


def test_another_man_known_by_his_trade_and_town_is_another() -> None:
    text = (
        "Dilmurod Hamrov, 45, a cook from Jizzakh, was sentenced to four years on October 29. "
        "In another case, a Gallaorol taxi driver was jailed in July for five years."
    )
    terms = {c.value: c.subject for c in _claims(text) if c.property == "sentenced.term"}
    assert terms["P4Y"] != terms["P5Y"]


def test_coffins_are_counted_and_are_nobody_told_of_before() -> None:
    text = (
        "Dilmurod Hamrov, 45, a cook from Jizzakh, was sentenced to four years on October 29.\n\n"
        "Two zinc coffins were unloaded at Kulob airport before dawn on February 6."
    )
    claims = _claims(text)
    cook = {c.subject for c in claims if c.property == "age"}
    assert ("group.count", "2") in _said(text)
    assert not cook & {c.subject for c in claims if c.property.startswith("body_repatriated")}


def test_a_body_brought_home_tells_of_a_death() -> None:
    assert ("died", "true") in _said(
        "The body of Manas Davlatov, 26, came back to Osh from Rostov on July 14."
    )
    assert ("died", "true") not in _said(
        "The body of Manas Davlatov, 26, reportedly came back to Osh on July 14."
    )
