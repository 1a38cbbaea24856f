"""What goes on in an office's or a court's words though no sentence says so. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def classes(text: str, prop: str, lang: str = "en") -> set[str]:
    found = extract_text(text, lang=lang, published="2024-11-01")
    return {c.evidence for c in found.claims if c.property == prop}


SENTENCED = {
    "en": (
        "The Kulob City Court has sentenced Rustam Yusupov to six years in prison for mercenary activity. "
        "He left for Yekaterinburg in February 2022. He was wounded near Kreminna in April 2023."
    ),
    "ru": (
        "Кулябский городской суд приговорил Рустама Юсупова к шести годам за наёмничество. "
        "В феврале 2022 года он уехал в Екатеринбург. В апреле 2023 года он был ранен под Кременной."
    ),
}


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("prop", ["migrated", "wounded"])
def test_a_case_goes_on_behind_the_sentence_of_its_court(lang: str, prop: str) -> None:
    assert classes(SENTENCED[lang], prop, lang) == {"official"}


def test_no_death_is_a_courts_word_only_because_it_sentenced_somebody() -> None:
    text = (
        "The Kulob City Court has sentenced Rustam Yusupov to six years in prison for mercenary activity. "
        "He died near Kreminna in April 2024."
    )
    assert "official" not in classes(text, "died")


def test_behind_a_relative_who_opens_a_sentence_the_court_does_not_go_on() -> None:
    text = (
        "The Kulob City Court has sentenced Rustam Yusupov to six years in prison for mercenary activity. "
        "His brother Anvar left for Yekaterinburg in February 2022."
    )
    assert "official" not in classes(text, "migrated")


@pytest.mark.parametrize(
    "cited",
    [
        "According to its text, he",
        "According to the document, he",
        "As the verdict has it, he",
        "As the case file has it, he",
        "As the court tells it, he",
    ],
)
def test_words_of_a_verdict_are_the_courts(cited: str) -> None:
    text = "Rustam Yusupov, 32, is from Kulob. A copy of the verdict was obtained by our newspaper. "
    assert classes(text + f"{cited} was wounded near Kreminna.", "wounded") == {"official"}


SEVERAL = "Three citizens were captured in Ukraine, the Foreign Ministry said on Monday. "


def test_whoever_is_named_of_those_an_office_told_of_is_still_its_word() -> None:
    text = SEVERAL + "Rustam Yusupov, 32, left for Kazan in March."
    assert classes(text, "migrated") == {"official"}
    assert classes(text, "age") == {"press"}


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        (SEVERAL + "Another villager, Rustam Yusupov, left for Kazan in March.", "migrated"),
        (
            "The Foreign Ministry said it was checking. Rustam Yusupov, 32, left for Kazan in March.",
            "migrated",
        ),
        (SEVERAL + "Rustam Yusupov, 32, died near Lyman in March.", "died"),
    ],
)
def test_whoever_is_another_and_whoever_is_dead_is_not(text: str, prop: str) -> None:
    assert "official" not in classes(text, prop)


def test_orders_to_shoot_anyone_who_turns_back_seek_nobody() -> None:
    text = (
        "Rustam Yusupov, 32, was captured in May. The commander had orders to shoot anyone who turned back. "
        "He was wounded near Lyman."
    )
    assert classes(text, "wounded") == {"press"}


BODIES = [
    "The brigade",
    "The colony",
    "The capital's command",
    "The MEA",
    "The consul's office",
    "The Red Crescent",
]


@pytest.mark.parametrize("body", BODIES)
def test_a_brigade_a_colony_and_a_ministry_by_its_letters_are_offices(body: str) -> None:
    text = f"Rustam Yusupov, 32, is from Kulob. {body} says that he was captured near Lyman on May 3."
    assert classes(text, "captured") == {"official"}


def test_a_brigade_in_which_somebody_served_says_nothing() -> None:
    text = (
        "Rustam Yusupov, 32, is from Kulob. In his brigade nobody knew, his mother said, that he was wounded."
    )
    assert "official" not in classes(text, "wounded")


def test_what_is_told_of_a_man_is_not_the_story_of_whoever_is_quoted_behind() -> None:
    text = (
        "Zarina Yusupova had already paid for the stone when a neighbour sent her a clip.\n\n"
        "She watched it twice. “It is his cough,” she said.\n\n"
        "Rustam Yusupov, a tiler, went to Kazan in 2023.\n\nRustam Yusupov left for Omsk in May 2024. "
        "“It was his cough,” Zarina Yusupova said.\n"
    )
    assert "direct" not in classes(text, "migrated")


def test_of_whom_somebody_quoted_tells_the_paragraph_is_no_story() -> None:
    text = (
        "Rustam Yusupov, 32, is from Kulob. “I wait for him,” his wife said.\n\n"
        "“He rang from the colony every week. On May 3 he told me: men came, six months and a clean record. "
        "I said don't.”\n"
    )
    assert "direct" not in classes(text, "promised.amnesty")


@pytest.mark.parametrize(
    "told",
    [
        "In the market they say he was wounded near Lyman.",
        "They say in the village that he was wounded near Lyman.",
        "Around the barracks everyone repeated he was wounded near Lyman.",
        "He is understood to have been wounded near Lyman.",
        "His neighbour thinks that he was wounded near Lyman.",
    ],
)
def test_what_goes_round_is_hearsay(told: str) -> None:
    assert classes("Rustam Yusupov, 32, is from Kulob. " + told, "wounded") == {"hearsay"}


@pytest.mark.parametrize(
    "paper",
    [
        "In it he is listed as a private of unit 31139, killed in action on July 17 at Lyman.",
        "His name figures in an order of the regiment as killed in action on July 17 at Lyman.",
        "His name is on the burial plan of a cemetery: he was killed in action on July 17 at Lyman.",
    ],
)
def test_where_a_name_stands_in_a_paper_the_paper_says_it(paper: str) -> None:
    text = "Rustam Yusupov, 32, is from Kulob. On July 30 his family received a notice. " + paper
    assert classes(text, "died") == {"document"}


VERDICTS = """Verdicts for mercenary activity

1. Rustam Yusupov, born 1994, Kulob. Convicted July 8, four years. Served near Kreminna from October 2023.

2. Anvar Karimov, born 1979, Khujand. Convicted July 30, five years. Was wounded at Lyman in May 2023.
"""


@pytest.mark.parametrize("prop", ["sentenced", "wounded", "deployed.place"])
def test_entries_of_a_list_of_verdicts_are_their_courts_word(prop: str) -> None:
    assert classes(VERDICTS, prop) == {"official"}


def test_one_verdict_among_other_entries_makes_no_list_of_verdicts() -> None:
    text = (
        VERDICTS
        + "\n3. Bahrom Aliev, 22, Osh. Missing since March.\n\n4. Said Olimov, 31, Isfara. Missing since May.\n"
    )
    assert "official" not in classes(text.replace("Convicted July 30, five years. ", ""), "wounded")


@pytest.mark.parametrize(
    ("told", "evidence"),
    [
        ("The migration department has no record of Rustam Yusupov.", "official"),
        ("The consul had no information about Rustam Yusupov.", "official"),
        ("The migration department did not respond to our questions.", "press"),
    ],
)
def test_an_office_that_states_that_it_knows_nothing_is_not_silent(told: str, evidence: str) -> None:
    assert classes("Rustam Yusupov, 32, is from Kulob. " + told, "official_no_info") == {evidence}


@pytest.mark.parametrize(
    "title",
    ["interview with consul Bahrom Karimov", "Bahrom Karimov, head of the migration department, answers"],
)
def test_who_holds_an_office_answers_for_it(title: str) -> None:
    text = (
        f"We know of many families: {title}\n\nQ: Have you checked?\n\n"
        "A: We have. Rustam Yusupov, 32, is from Kulob. He was wounded near Lyman in May.\n"
    )
    assert classes(text, "wounded") == {"official"}


def test_a_name_on_a_list_that_a_channel_spreads_is_no_document() -> None:
    text = (
        "Rustam Yusupov, 32, is from Kulob. A Telegram channel posted a list in May. "
        "His name is on the list of those killed in action at Lyman."
    )
    assert "document" not in classes(text, "died")


@pytest.mark.parametrize(
    ("paper", "prop"),
    [
        (
            "He carries a Russian military ticket. It shows that he was enlisted in May 2023.",
            "recruited.date",
        ),
        ("What arrived was a form of eight lines: Yusupov R. I., died on April 30, 2023.", "died"),
        ("The death certificate issued in Rostov gives “shrapnel wounds”, April 30, 2023.", "wounded"),
    ],
)
def test_what_stands_in_a_ticket_a_form_and_a_certificate_is_a_documents(paper: str, prop: str) -> None:
    text = "Rustam Yusupov, 32, is from Kulob. “I wait for him,” his wife said.\n\n" + paper
    assert classes(text, prop) == {"document"}


def test_no_paragraph_behind_an_offices_words_makes_a_death_its_word() -> None:
    text = (
        "Rustam Yusupov, 32, was captured in Ukraine in May, an official of the district said.\n\n"
        "He is from Kulob. His coffin came via Osh in June.\n"
    )
    assert "official" not in classes(text, "body_repatriated")


def test_a_we_that_opens_a_sentence_is_the_newsrooms() -> None:
    text = (
        "Davron Ismoilov rang his father from a hospital, the father told us. We had mistaken him for a namesake: that "
        "man, Davron Ismoilov of Samarkand, was killed on May 2 near Chasiv Yar."
    )
    claims = extract_text(text, lang="en", published="2024-06-28").claims
    assert {c.evidence.value for c in claims if c.property == "died"} == {"press"}


def test_a_man_of_a_unit_is_not_the_unit() -> None:
    text = (
        "Dilshod Karimov, 32, is missing. A man who served in the same unit told her in a voice message that Dilshod was "
        "wounded by a drone near Avdiivka."
    )
    claims = extract_text(text, lang="en", published="2024-06-28").claims
    assert "official" not in {c.evidence.value for c in claims if c.property == "wounded"}


def test_its_records_are_those_of_the_office_just_named() -> None:
    text = (
        "The Foreign Ministry says it has received applications from 12 families. According to its records, Dilshod "
        "Karimov was captured in January."
    )
    claims = extract_text(text, lang="en", published="2024-06-28").claims
    assert {c.evidence.value for c in claims if c.property == "captured"} == {"official"}


def test_under_a_contract_is_no_source_and_a_card_is_a_paper() -> None:
    text = "Азамат Беков загинув. За даними квитка, Беков служив за контрактом з червня 2024 року."
    claims = extract_text(text, lang="uk", published="2025-03-01").claims
    assert {c.evidence.value for c in claims if c.property.startswith("contract_signed")} == {"document"}
