"""Who speaks at the end of an English sentence, in a list of papers, or as "it". All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(text: str, *properties: str) -> set[str]:
    found = extract_text(text, lang="en", published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property in properties}


@pytest.mark.parametrize(
    ("text", "properties", "evidence"),
    [
        (
            (
                "The city court convicted Davron Ismatov, a former driver, of mercenary service and jailed him for nine "
                "years, court secretary Zebo Holova told Zarafshon Post."
            ),
            ("sentenced.term",),
            "official",
        ),
        (
            (
                "Askar Beyshev walked out of a hospital in Rostov without leave in May, his lawyer said outside the court."
            ),
            ("deserted",),
            "hearsay",
        ),
        (
            (
                "Davron Ismatov is 33. The indictment, a copy of which we have seen, says Ismatov left for Yekaterinburg in March 2023. "
                "Eleven days later he signed a contract with the Russian army."
            ),
            ("migrated.date", "contract_signed"),
            "official",
        ),
        (
            (
                "The project announced a new group of captives. Marat Oskonov, 30, surrendered near Toretsk on March 9, "
                "it said, along with two others."
            ),
            ("captured.date",),
            "press",
        ),
        (
            (
                "Kazakhstan's Foreign Ministry confirmed that Askar Omarov, 30, is alive. He was captured near Toretsk on March 9, it "
                "said, with two others."
            ),
            ("captured.date",),
            "official",
        ),
        (
            (
                "Inside, going by the waybill taped to the lid, lay Jasur Matov, born June 17, 1994. The form puts his "
                'death at August 29, 2023, and gives "blast injury" as the cause.'
            ),
            ("died.date", "birth_date"),
            "document",
        ),
        (
            (
                "The head of a mahalla in Gurlan identified the second man as Shuhrat Avez and said he was buried that "
                "same evening."
            ),
            ("buried",),
            "official",
        ),
    ],
)
def test_whose_word_it_is(text: str, properties: tuple[str, ...], evidence: str) -> None:
    assert _classes(text, *properties) == {evidence}


def test_an_office_inside_a_quotation_does_not_speak_on() -> None:
    text = (
        'In the video Komron Yusufi, 24, speaks. "They caught me with a parcel. The investigator told me: fifteen years, '
        'or the front." He says he signed a contract on December 3 in Vyborg.'
    )
    assert _classes(text, "contract_signed.date") == {"direct"}


def test_whom_somebody_writes_to_says_nothing() -> None:
    text = "Meerim wrote to the military prosecutor in Voronezh that her brother Ulan Asanov was wounded in May 2024."
    assert "official" not in _classes(text, "wounded", "wounded.date")


def test_a_letter_that_was_shown_says_its_words_and_those_around_a_quotation_of_it() -> None:
    text = (
        "Ulan Asanov, 26, is from Karakol. The commander's letter, dated October 8 and shown to us, states that Asanov "
        '"left his unit without leave" on July 4.'
    )
    assert _classes(text, "deserted", "deserted.date") == {"document"}


def test_what_is_claimed_begins_before_its_second_half() -> None:
    text = "Ulan Asanov, 26, is from Karakol. A neighbor claims Ulan was captured at Synkivka in May and that he was wounded."
    assert _classes(text, "captured", "captured.date") == {"hearsay"}
